"""The colours of the window as data: one set of tokens for each theme."""

from dataclasses import dataclass, fields

from typing_extensions import override


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What each part of the window is coloured with, and how thick the focus ring is."""

    name: str
    ink: str
    muted: str
    surface: str
    canvas: str
    line: str
    edge: str
    zebra: str
    accent: str
    accent_dark: str
    on_accent: str
    tint: str
    link: str
    selection: str
    selected: str
    selected_link: str
    ok: str
    warn: str
    warn_back: str
    error: str
    error_back: str
    disabled: str
    faded: str
    arrow: str
    ring: int

    def tone(self, word: str) -> str:
        """Return the colour of a cell's tone: "", "muted", "ok", "warn", "error" or "link"."""
        return self.colours()[word or "ink"]

    def on_selection(self, colour: str) -> str:
        """Return in which colour a text of that colour is written on a selected row."""
        return colour if self.selected == self.ink else self.selected

    @override
    def __str__(self) -> str:
        return self.name

    def colours(self) -> dict[str, str]:
        """Return every colour by its name."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if str(value).startswith("#")}


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, as WCAG counts it: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


LIGHT = Tokens(
    name="标准",
    ink="#1F2328",
    muted="#626C81",
    surface="#FFFFFF",
    canvas="#F5F6F8",
    line="#E1E5EA",
    edge="#C4CAD3",
    zebra="#FAFBFC",
    accent="#B3261E",
    accent_dark="#8F1D17",
    on_accent="#FFFFFF",
    tint="#FBEFEE",
    link="#0B57D0",
    selection="#E9F0FC",
    selected="#1F2328",
    selected_link="#0B57D0",
    ok="#187933",
    warn="#7A5200",
    warn_back="#FFF7DB",
    error="#C62828",
    error_back="#FDECEC",
    disabled="#626C81",
    faded="#C4CAD3",
    arrow="arrow",
    ring=2,
)

# Words stay black on white and borders black; what is selected is filled so that nobody misses it.
HIGH_CONTRAST = Tokens(
    name="高对比度",
    ink="#000000",
    muted="#333333",
    surface="#FFFFFF",
    canvas="#FFFFFF",
    line="#333333",
    edge="#000000",
    zebra="#F0F0F0",
    accent="#8B0000",
    accent_dark="#5C0000",
    on_accent="#FFFFFF",
    tint="#FFF0F0",
    link="#00309C",
    selection="#00309C",
    selected="#FFFFFF",
    selected_link="#FFFFFF",
    ok="#00491C",
    warn="#4A3200",
    warn_back="#FFF3C4",
    error="#8B0000",
    error_back="#FFF0F0",
    disabled="#4D4D4D",
    faded="#767676",
    arrow="arrow-strong",
    ring=3,
)

THEMES = {one.name: one for one in (LIGHT, HIGH_CONTRAST)}
