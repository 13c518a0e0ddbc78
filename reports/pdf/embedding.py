"""One font inside one PDF: a Type0 subset with two-byte codes and a correct ToUnicode map.

reportlab's own TrueType fonts are split into 256-glyph pieces and map characters beyond U+FFFF
wrongly, so that 𬱖 cannot be searched or copied. This font joins in at the same two places:
it is one of the document's delayed fonts, and it writes its objects when the document is saved.
"""

import copy
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from reports.pdf.faces import Face

# Bytes that stand in a PDF string as they are.
_PLAIN = [byte for byte in range(0x21, 0x7F) if byte not in b"()\\"]


def _codes() -> Iterator[tuple[int, str]]:
    """Give every two-byte code and how a PDF string spells it, the short spellings first."""
    plain = set(_PLAIN)
    for high, low in product(_PLAIN, repeat=2):
        yield high << 8 | low, chr(high) + chr(low)
    for high, low in product(range(256), repeat=2):
        if high not in plain or low not in plain:
            yield high << 8 | low, f"\\{high:03o}\\{low:03o}"


class EmbeddedFont:
    """The characters of one font that one document uses."""

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.resource = f"F{number}"
        self._free = _codes()
        self._chars: dict[int, str] = {}
        self._spelled: dict[str, str] = {}

    def spell(self, char: str) -> str:
        """Return a character's code as it stands inside a PDF string."""
        spelled = self._spelled.get(char)
        if spelled is None:
            code, spelled = next(self._free)
            self._chars[code] = char
            self._spelled[char] = spelled
        return spelled

    def addObjects(self, document: Any) -> None:  # noqa: ANN401, N802 - reportlab calls it so
        """Write the font into the document that is being saved."""
        from reportlab.pdfbase import pdfdoc

        if not self._chars:
            self.spell(" ")  # selected for an empty text: it still has to be a font
        glyphs = list(dict.fromkeys([0, *map(self.face.glyph, self._chars.values())]))
        name = f"{self._tag()}+{self.face.name}"
        descendant = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": self._subset(glyphs).addSubsetObjects(
                document, name, list(range(len(glyphs)))
            ),
            "DW": self._common_width(),
            "W": self._widths(pdfdoc),
            "CIDToGIDMap": document.Reference(_stream(self._glyph_map(glyphs)), f"glyphs:{name}"),
        }
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(name),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray(
                [document.Reference(pdfdoc.PDFDictionary(descendant), f"cid:{name}")]
            ),
            "ToUnicode": document.Reference(_stream(self._to_unicode()), f"unicode:{name}"),
        }
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(
            pdfdoc.PDFDictionary(font), f"font:{name}"
        )

    def _tag(self) -> str:
        digest = hashlib.sha256("".join(self._chars.values()).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _subset(self, glyphs: list[int]) -> Any:  # noqa: ANN401
        # reportlab subsets by character: here each "character" is a place in the new font.
        subset = copy.copy(self.face.parsed)
        subset.charToGlyph = dict(enumerate(glyphs))
        return subset

    def _common_width(self) -> float:
        widths = Counter(self._width(char) for char in self._chars.values())
        return widths.most_common(1)[0][0]

    def _width(self, char: str) -> float:
        return round(self.face.width(char) * 1000, 2)

    def _widths(self, pdfdoc: Any) -> Any:  # noqa: ANN401
        common = self._common_width()
        entries: list[Any] = []
        for code, char in self._chars.items():
            width = self._width(char)
            if width != common:
                entries += [code, pdfdoc.PDFArray([width])]
        return pdfdoc.PDFArray(entries)

    def _glyph_map(self, glyphs: list[int]) -> bytes:
        places = {glyph: place for place, glyph in enumerate(glyphs)}
        table = bytearray(2 * max(self._chars) + 2)
        for code, char in self._chars.items():
            table[2 * code : 2 * code + 2] = places[self.face.glyph(char)].to_bytes(2)
        return bytes(table)

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>"
            for code, char in sorted(self._chars.items())
        ]
        parts = [_UNICODE_HEAD]
        for start in range(0, len(rows), 100):  # the specification allows 100 a block
            block = rows[start : start + 100]
            parts += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        parts.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
        return "\n".join(parts).encode("ascii")


_UNICODE_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""


def _stream(content: bytes) -> Any:  # noqa: ANN401
    from reportlab.pdfbase import pdfdoc

    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
