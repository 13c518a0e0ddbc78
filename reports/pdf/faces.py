"""The fonts: which file serves which role, parsed once, with fallback character by character."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from resources import path

Role: TypeAlias = Literal["fang", "song", "song_bold", "title", "hei", "hei_bold", "kai"]

_FANG = "FandolFang-TT.ttf"
_FANG_SUPPLEMENT = "FangSupp.ttf"
_SONG = "NotoSerifSC-Regular-L2.ttf"
_KAI = "LXGWWenKai-TGH.ttf"
_RARE = ("HanaMinB-ext.ttf", "BabelStoneHan-ExtI.ttf")

CHAINS: dict[Role, tuple[str, ...]] = {
    "fang": (_FANG, _FANG_SUPPLEMENT, _SONG, *_RARE, _KAI),
    "song": (_SONG, *_RARE, _KAI),
    "song_bold": ("NotoSerifSC-Bold-TGH.ttf", _SONG, *_RARE, _KAI),
    "title": ("NotoSerifSC-Black-TGH.ttf", _SONG, *_RARE, _KAI),
    "hei": ("NotoSansSC-Regular-TGH.ttf", _SONG, *_RARE, _KAI),
    "hei_bold": ("NotoSansSC-Bold-TGH.ttf", _SONG, *_RARE, _KAI),
    "kai": (_KAI, _SONG, *_RARE),
}

# These marks take half a cell or leave a gap in the role's own font; 仿宋 sets them full width.
_FULL_WIDTH_MARKS: dict[Role, str] = {"kai": "“”‘’·", "song": "—"}


class Face:
    """One parsed font file."""

    def __init__(self, file_name: str) -> None:
        from reportlab.pdfbase.ttfonts import TTFontFace

        self.parsed: Any = TTFontFace(str(path(f"fonts/{file_name}")))
        # Megabytes a font that only text shaping would read.
        self.parsed.glyphToChar = {}
        self.name: str = self.parsed.name.decode("ascii")
        self._glyphs: dict[int, int] = self.parsed.charToGlyph
        self._widths: dict[int, float] = self.parsed.charWidths
        self._outlines: int = self.parsed.get_table_pos("glyf")[0]

    def glyph(self, char: str) -> int:
        """Return the number of a character's glyph, 0 when the font lacks it."""
        return self._glyphs.get(ord(char), 0)

    def width(self, char: str) -> float:
        """Return a character's advance as a share of the font size."""
        return self._widths[ord(char)] / 1000

    def ink(self, char: str) -> tuple[float, float]:
        """Return where a character's ink begins and ends as shares of the font size."""
        font = self.parsed
        glyph = self.glyph(char)
        start = font.glyphPos[glyph]
        if font.glyphPos[glyph + 1] == start:
            return 0.0, 0.0
        outlines = font._ttf_data  # noqa: SLF001 - there is no public reader of one glyph's box
        left, _, right = struct.unpack_from(">3h", outlines, self._outlines + start + 2)
        return left / font.unitsPerEm, right / font.unitsPerEm


@cache
def load_face(file_name: str) -> Face:
    """Return a bundled font, parsed when it is first asked for."""
    return Face(file_name)


class Typeface:
    """A role's chain of fonts, of which the later ones are loaded when a character needs them."""

    def __init__(self, role: Role) -> None:
        self.role = role
        self._found: dict[str, Face | None] = {}

    @property
    def main(self) -> Face:
        """The font most characters are set in."""
        return load_face(CHAINS[self.role][0])

    def find(self, char: str) -> Face | None:
        """Return the first font of the chain that has the character."""
        if char not in self._found:
            self._found[char] = next((f for f in self._chain(char) if f.glyph(char)), None)
        return self._found[char]

    def _chain(self, char: str) -> Iterator[Face]:
        if char in _FULL_WIDTH_MARKS.get(self.role, ""):
            yield load_face(_FANG)
        for file_name in CHAINS[self.role]:
            yield load_face(file_name)


@cache
def typeface(role: Role) -> Typeface:
    """Return the chain of a role."""
    return Typeface(role)


@dataclass(frozen=True)
class MissingGlyph:
    """A character that no bundled font can draw, and the text it stands in."""

    text: str
    char: str

    @property
    def code_point(self) -> str:
        """The character's number as people look it up: U+2EBF0."""
        return f"U+{ord(self.char):04X}"


def missing_glyphs(texts: Iterable[str], role: Role = "fang") -> tuple[MissingGlyph, ...]:
    """Return each character of these texts that cannot be printed, in reading order."""
    face = typeface(role)
    return tuple(
        MissingGlyph(text, char)
        for text in texts
        for char in dict.fromkeys(text)
        if not (is_invisible(char) or char in SPACES) and face.find(char) is None
    )


# Spaces of every kind are drawn as the plain one.
SPACES = frozenset("\t\n\r\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")


@cache
def is_invisible(char: str) -> bool:
    """Whether a character only steers other characters and leaves nothing on paper."""
    return (
        unicodedata.category(char) == "Cf"
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )
