"""Colours can be read, icons are of one kind, and sizes follow the letters."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTableWidget,
    QTableWidgetItem,
)
from pytestqt.qtbot import QtBot

from resources import path
from ui.lists.painting import dress
from ui.look import icons, theme
from ui.look.combo import CalmCombo
from ui.look.themes import HIGH_CONTRAST, LIGHT, Tokens, contrast

# What a sign needs that is not text.
SEEN = 3.0
ICONS = sorted(path("icons").glob("*.svg"))


TEXTS = ("ink", "muted", "accent", "link", "ok", "warn", "error", "disabled")
GROUNDS = ("surface", "canvas", "zebra", "tint", "warn_back", "error_back")
PAIRS = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("on_accent", "accent"),
    ("on_accent", "accent_dark"),
    ("selected", "selection"),
    ("selected_link", "selection"),
    ("surface", "link"),
]


@pytest.mark.parametrize(("tokens", "least"), [(LIGHT, 4.5), (HIGH_CONTRAST, 7.0)], ids=str)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_what_it_stands_on(
    tokens: Tokens, least: float, text: str, ground: str
) -> None:
    colours = tokens.colours()

    assert contrast(colours[text], colours[ground]) >= least


@pytest.mark.parametrize(("tokens", "least"), [(LIGHT, 4.5), (HIGH_CONTRAST, 7.0)], ids=str)
@pytest.mark.parametrize("tone", ["", "muted", "ok", "warn", "error", "link"])
def test_a_cell_is_readable_while_its_row_is_selected(
    tokens: Tokens, least: float, tone: str
) -> None:
    written = tokens.on_selection(tokens.tone(tone))

    assert contrast(written, tokens.selection) >= least


@pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST], ids=str)
def test_the_focus_ring_stands_out_from_every_ground(tokens: Tokens) -> None:
    colours = tokens.colours()

    assert all(contrast(tokens.link, colours[ground]) >= SEEN for ground in GROUNDS)


def test_no_colour_stands_outside_the_themes() -> None:
    literal = re.compile(
        r"[\"'(\s:]#(?:[0-9A-Fa-f]{3}){1,2}\b|QColor\(\d|GlobalColor\.(?!transparent|white)"
    )
    files = [one for one in Path(theme.__file__).parent.rglob("*.py") if one.name != "themes.py"]

    found = {one.name for one in files if literal.search(one.read_text(encoding="utf-8"))}

    assert found == set()


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


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_ticked_grows_with_the_letters(
    app: QApplication, qtbot: QtBot, kind: type[QCheckBox] | type[QRadioButton]
) -> None:
    theme.apply(app, scale=theme.ZOOMS[-1])
    made = kind("高对比度")
    qtbot.addWidget(made)
    made.ensurePolished()
    option = QStyleOptionButton()
    made.initStyleOption(option)

    indicator = QStyle.SubElement.SE_RadioButtonIndicator
    if kind is QCheckBox:
        indicator = QStyle.SubElement.SE_CheckBoxIndicator

    assert made.style().subElementRect(indicator, option, made).height() >= theme.px(16)


def test_icons_share_one_stroke_and_take_their_colour_from_the_theme() -> None:
    drawn = [file.read_text(encoding="utf-8") for file in ICONS]
    free = [text for text in drawn if icons.COLOUR_TOKEN in text]

    assert {found for text in free for found in re.findall(r'stroke-width="([\d.]+)"', text)} == {
        "1.75"
    }
    # Those that a style sheet needs as files carry a colour of a theme.
    fixed = [text for text in drawn if icons.COLOUR_TOKEN not in text]
    assert {found for text in fixed for found in re.findall(r'stroke="(#\w+)"', text)} == {
        LIGHT.muted,
        LIGHT.on_accent,
        HIGH_CONTRAST.ink,
    }


def test_an_icon_is_drawn_in_the_colour_asked_for() -> None:
    image = icons.icon("add", LIGHT.accent).pixmap(48).toImage()

    centre = image.pixelColor(24, 24)

    assert centre.name().upper() == LIGHT.accent


@pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST], ids=str)
def test_a_selected_row_of_a_plain_table_is_written_in_what_can_be_read(
    qtbot: QtBot, app: QApplication, tokens: Tokens
) -> None:
    theme.apply(app, tokens=tokens)
    table = QTableWidget(1, 1)
    dress(table)
    item = QTableWidgetItem("31")
    item.setForeground(QColor(tokens.link))
    table.setItem(0, 0, item)
    qtbot.addWidget(table)
    table.show()

    table.selectRow(0)

    image = table.viewport().grab(table.visualRect(table.model().index(0, 0))).toImage()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }
    assert tokens.selection in seen
    assert tokens.on_selection(tokens.link) in seen
    theme.apply(app, tokens=LIGHT)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_drop_down_shows_whole_words_where_it_has_room_and_dots_where_not(
    qtbot: QtBot, app: QApplication, scale: float
) -> None:
    theme.apply(app, scale=scale)
    combo = CalmCombo()
    qtbot.addWidget(combo)
    combo.addItem("按表中写的年份")
    combo.show()

    whole = combo.shown
    combo.setFocus()
    focused = combo.shown
    combo.setFixedWidth(combo.width() * 2 // 3)

    assert whole == focused == "按表中写的年份"
    assert combo.shown.endswith("…")
    assert combo.shown.startswith("按")
