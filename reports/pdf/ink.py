"""Text in one role and size: how wide it is, and the PDF operators that show it."""

from collections.abc import Callable
from typing import NoReturn

from models.errors import Problem
from reports.pdf.breaking import CLOSING_MARKS, OPENING_MARKS
from reports.pdf.embedding import EmbeddedFont
from reports.pdf.faces import SPACES, Face, MissingGlyph, Role, is_invisible, typeface

# In all bundled fonts: a character's box reaches this far above the baseline, and its middle lies
# here, as shares of the size.
ASCENT = 0.88
MIDDLE = 0.38


class _Missing(Exception):
    """A character that no font has; the text around it is not known here."""

    def __init__(self, char: str) -> None:
        super().__init__(char)
        self.char = char


class _Widths(dict[str, float]):
    """Advances in points, looked up once a character."""

    def __init__(self, ink: "Ink") -> None:
        super().__init__()
        self._ink = ink

    def __missing__(self, char: str) -> float:
        face = self._ink.face_of(char)
        width = face.width(" " if char in SPACES else char) * self._ink.size if face else 0.0
        self[char] = width
        return width


class _Codes(dict[int, str]):
    """Spellings for str.translate inside `[(…)]TJ`.

    A character of a fallback font closes the array, shows itself and opens the array again:
    one rare name costs nothing for all the others.
    """

    def __init__(self, ink: "Ink") -> None:
        super().__init__()
        self._ink = ink

    def __missing__(self, code: int) -> str:
        ink, char = self._ink, chr(code)
        face = ink.face_of(char)
        if face is None:
            spelled = ""
        elif face is ink.face:
            spelled = ink.font.spell(" " if char in SPACES else char)
        else:
            other = ink.embed(face)
            spelled = (
                f")]TJ/{other.resource} {ink.size:g} Tf[({other.spell(char)})]TJ{ink.select}[("
            )
        self[code] = spelled
        return spelled


class Ink:
    """One role and size in one document."""

    def __init__(self, role: Role, size: float, embed: Callable[[Face], EmbeddedFont]) -> None:
        self.role = role
        self.size = size
        self.embed = embed
        self._typeface = typeface(role)
        self.face = self._typeface.main
        self.font = embed(self.face)
        self.select = f"/{self.font.resource} {size:g} Tf"
        self.widths = _Widths(self)
        self._width_of = self.widths.__getitem__
        self.codes = _Codes(self)
        self.blanks: dict[str, float] = {}

    def face_of(self, char: str) -> Face | None:
        """Return the font that draws a character, None when it leaves nothing on paper."""
        if char in SPACES:
            return self.face
        if is_invisible(char):
            return None
        face = self._typeface.find(char)
        if face is None:
            raise _Missing(char)
        return face

    def blank(self, char: str) -> float:
        """Return what a mark can give up on its blank side in points, 0 for other characters."""
        if char not in self.blanks:
            self.blanks[char] = self._blank_of(char)
        return self.blanks[char]

    def _blank_of(self, char: str) -> float:
        face = self.face_of(char) if char in CLOSING_MARKS or char in OPENING_MARKS else None
        if face is None or face.width(char) < 0.9:
            return 0.0
        left, right = face.ink(char)
        blank = left if char in OPENING_MARKS else 1 - right
        return max(0.0, min(0.5, blank)) * self.size

    def width(self, text: str) -> float:
        """Return how far a text reaches in points."""
        try:
            return sum(map(self._width_of, text))
        except _Missing as missing:
            raise_missing(text, missing.char)

    def array(self, text: str) -> str:
        """Return the operators that show a text where the pen stands."""
        try:
            return show_array(text.translate(self.codes))
        except _Missing as missing:
            raise_missing(text, missing.char)

    def spell(self, char: str) -> str:
        """Return a character as it stands inside `[(…)]TJ`."""
        return self.codes[ord(char)]

    def place(self, array: str, x: float, y: float) -> str:
        """Return the operators that show ready arrays with the baseline starting at x, y."""
        return f"BT{self.select} 1 0 0 1 {x:.4f} {y:.4f} Tm{array} ET"


def show_array(spelled: str) -> str:
    """Return the operators that show spelled text, which may hold `)number(` moves."""
    array = f"[({spelled})]TJ"
    # PDFium forgets a move that stands before an empty string; leave those out.
    return array.replace("()", "") if "()" in array else array


def raise_missing(text: str, char: str) -> NoReturn:
    """Refuse a text because no font has one of its characters."""
    missing = MissingGlyph(text, char)
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    raise Problem(
        f"「{shown}」中的“{char}”（{missing.code_point}）没有字体可以打印",
        "请核对这个字是否录错；确是生僻字的，请先用其他写法代替，打印后手工补写。",
    )
