"""Colours can be read, icons are of one kind, and sizes follow the letters."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from resources import path
from ui import icons, theme

READABLE = 4.5
ICONS = sorted(path("icons").glob("*.svg"))


def _luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        (theme.INK, theme.SURFACE),
        (theme.MUTED, theme.SURFACE),
        (theme.MUTED, theme.CANVAS),
        (theme.LINK, theme.SURFACE),
        (theme.LINK, theme.SELECTION),
        (theme.SURFACE, theme.ACCENT),
        (theme.ACCENT, theme.TINT),
        (theme.OK, theme.SURFACE),
        (theme.OK, theme.ZEBRA),
        (theme.WARN, theme.WARN_BACK),
        (theme.ERROR, theme.ERROR_BACK),
        (theme.ERROR, theme.SELECTION),
    ],
)
def test_text_stands_out_from_what_it_stands_on(text: str, back: str) -> None:
    assert _contrast(text, back) >= READABLE


def test_twice_the_letters_make_twice_the_space(app: QApplication) -> None:
    small = theme.px(16), theme.chars(10)

    theme.apply(app, scale=1.5)

    assert theme.px(16) == round(small[0] * 1.5)
    assert theme.chars(10) == pytest.approx(small[1] * 1.5, rel=0.05)
    theme.apply(app, scale=1.0)


@pytest.mark.parametrize("drawing", ICONS, ids=lambda file: file.stem)
def test_an_icon_is_a_line_drawing_without_text(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")

    assert 'fill="none"' in text
    assert "<text" not in text
    assert not icons.icon(drawing.stem).isNull()


def test_icons_share_one_stroke_and_take_their_colour_from_the_theme() -> None:
    drawn = [file.read_text(encoding="utf-8") for file in ICONS]
    free = [text for text in drawn if icons.COLOUR_TOKEN in text]

    assert {found for text in free for found in re.findall(r'stroke-width="([\d.]+)"', text)} == {
        "1.75"
    }
    # The two that a style sheet needs as files carry a colour of the theme.
    fixed = [text for text in drawn if icons.COLOUR_TOKEN not in text]
    assert {found for text in fixed for found in re.findall(r'stroke="(#\w+)"', text)} == {
        theme.MUTED,
        theme.SURFACE,
    }


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    image = icons.icon("add", theme.ACCENT).pixmap(48).toImage()

    centre = image.pixelColor(24, 24)

    assert centre.name().upper() == theme.ACCENT
