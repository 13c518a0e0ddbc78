"""The cheapest program that writes the same roster: one format string a page, bytes into a file.

It knows the shape of its data and nothing else: no wrapping, no fallback fonts, no document model.
python -m tests.bench.raw_pdf ROSTER.json OUT.pdf
"""

import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path

from tests.bench import sheet
from tests.bench.raw_font import Font
from tests.bench.roster_data import AUTHOR, DAY, SIGNATURES, TITLE

ROLES = tuple(sheet.FONTS)


class Raw:
    """The objects of one PDF file, numbered as they come; 1 is the catalogue, 2 the page tree."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"", b""]

    def add(self, content: bytes) -> int:
        """Add an object and return its number."""
        self.objects.append(content)
        return len(self.objects)

    def stream(self, content: bytes, more: bytes = b"") -> int:
        """Add a packed stream and return its number."""
        packed = zlib.compress(content)
        head = b"<</Length %d/Filter/FlateDecode%b>>stream\n" % (len(packed), more)
        return self.add(head + packed + b"\nendstream")

    def write(self, target: Path) -> None:
        """Write the file with its table of places."""
        parts, places, at = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"], [], 15
        for number, content in enumerate(self.objects, 1):
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
            places.append(b"%010d 00000 n \n" % at)
            at += len(parts[-1])
        count = len(places) + 1
        parts += [b"xref\n0 %d\n0000000000 65535 f \n" % count, *places]
        parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, at))
        target.write_bytes(b"".join(parts))


def write_roster(source: Path, target: Path) -> None:
    """Write the roster."""
    given = json.loads(source.read_text(encoding="utf-8"))
    grid = sheet.lay_out(given["columns"], given["rows"])
    fonts = {role: Font(sheet.FOLDER / file) for role, file in sheet.FONTS.items()}
    _use_characters(fonts, grid, given)
    raw = Raw()
    cells = [_Cells(fonts["song"], *one) for one in zip(grid.aligns, grid.rooms, strict=True)]
    header = raw.stream(
        _header(fonts["hei"], grid),
        b"/Type/XObject/Subtype/Form/BBox[0 -99 %d 1]" % sheet.SIZE[0],
    )
    contents = [raw.stream(_page(fonts, grid, page, cells, given["total"])) for page in grid.pages]
    _finish(raw, fonts, header, contents)
    raw.write(target)


class _Cells(dict[str, bytes]):
    """The operators of one column's texts."""

    def __init__(self, font: Font, align: str, room: float) -> None:
        super().__init__()
        self._font = font
        self._share = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        self._room = room

    def __missing__(self, text: str) -> bytes:
        shown = b"(%b)" % self._font.encode(text)
        if self._share:
            space = self._room * 1000 / sheet.TEXT - self._font.width(text) * 1000
            shown = b"%.1f%b" % (-space * self._share, shown)
        self[text] = b"[%b]TJ" % shown
        return self[text]


def _use_characters(fonts: dict[str, Font], grid: sheet.Sheet, given: dict[str, list[str]]) -> None:
    fonts["title"].use(TITLE)
    fonts["fang"].use(f"填报单位：{AUTHOR}{DAY}{''.join(SIGNATURES)}")
    fonts["hei"].use("".join([*grid.headings, *given["total"]]))
    fonts["song"].use("第0123456789页/共")
    fonts["song"].use("".join(map("".join, given["rows"])))


def _header(font: Font, grid: sheet.Sheet) -> bytes:
    cells = (_Cells(font, "center", room)[text] for text, room in _pairs(grid.headings, grid))
    y = sheet.baseline(0, sheet.HEADER)
    placed = (
        b" 1 0 0 1 %.2f %.2f Tm%b" % (left, y, cell)
        for left, cell in zip(grid.lefts, cells, strict=True)
    )
    return b"BT/hei %g Tf" % sheet.TEXT + b"".join(placed) + b"ET"


def _pairs(texts: list[str], grid: sheet.Sheet) -> Iterator[tuple[str, float]]:
    return zip(texts, grid.rooms, strict=True)


def _page(
    fonts: dict[str, Font],
    grid: sheet.Sheet,
    page: sheet.Page,
    cells: list[_Cells],
    total: list[str],
) -> bytes:
    shown = [column[text] for row in page.rows for column, text in zip(cells, row, strict=True)]
    parts = [b"q 1 0 0 1 0 %.2f cm/H Do Q" % page.header_top]
    parts.append(_rows_format(grid, page) % tuple(shown))
    parts.append(_rules(grid, page))
    footer = grid.footer(page)
    x = (sheet.SIZE[0] - fonts["song"].width(footer) * sheet.TEXT) / 2
    parts.append(_text(fonts, "song", sheet.TEXT, (x, sheet.FOOTER), footer))
    if page.is_first:
        parts += _head(fonts, grid)
    if page.is_last:
        parts += _tail(fonts, grid, page, total)
    return b"\n".join(parts)


def _rows_format(grid: sheet.Sheet, page: sheet.Page) -> bytes:
    steps = b"".join(b" %.2f 0 Td%%b" % (right - left) for left, right in pairwise(grid.lefts))
    y = sheet.baseline(page.top, sheet.ROW)
    rows = (
        b"1 0 0 1 %.2f %.2f Tm%%b%b\n" % (grid.lefts[0], y - place * sheet.ROW, steps)
        for place in range(len(page.rows))
    )
    return b"BT/song %g Tf\n" % sheet.TEXT + b"".join(rows) + b"ET"


def _rules(grid: sheet.Sheet, page: sheet.Page) -> bytes:
    left, right, levels = grid.edges[0], grid.edges[-1], page.levels
    level = (b"%.2f %.2f m %.2f %.2f l" % (left, y, right, y) for y in levels)
    upright = (b"%.2f %.2f m %.2f %.2f l" % (x, levels[0], x, levels[-1]) for x in grid.edges)
    return b"0.5 w " + b"\n".join(chain(level, upright)) + b" S"


def _head(fonts: dict[str, Font], grid: sheet.Sheet) -> Iterator[bytes]:
    middle = (sheet.SIZE[0] - fonts["title"].width(TITLE) * 20) / 2
    yield _text(fonts, "title", 20, (middle, sheet.TITLE_Y), TITLE)
    yield _text(fonts, "fang", 12, (grid.lefts[0], sheet.LINE_Y), f"填报单位：{AUTHOR}")
    x = sheet.SIZE[0] - sheet.MARGIN - sheet.PADDING - fonts["fang"].width(DAY) * 12
    yield _text(fonts, "fang", 12, (x, sheet.LINE_Y), DAY)


def _tail(
    fonts: dict[str, Font], grid: sheet.Sheet, page: sheet.Page, total: Sequence[str]
) -> Iterator[bytes]:
    y = sheet.baseline(page.bottom, sheet.ROW)
    for text, left, room, align in zip(total, grid.lefts, grid.rooms, grid.aligns, strict=True):
        cell = _Cells(fonts["hei"], align, room)[text]
        yield b"BT/hei %g Tf %.2f %.2f Td%b ET" % (sheet.TEXT, left, y, cell)
    for place, label in enumerate(SIGNATURES):
        yield _text(fonts, "fang", 12, (sheet.signature_x(place), sheet.signature_y(page)), label)


def _text(
    fonts: dict[str, Font], role: str, size: float, place: tuple[float, float], text: str
) -> bytes:
    shown = fonts[role].encode(text)
    return b"BT/%b %g Tf %.2f %.2f Td(%b)Tj ET" % (role.encode(), size, *place, shown)


def _finish(raw: Raw, fonts: dict[str, Font], header: int, contents: list[int]) -> None:
    fonts_by_name = b"".join(
        b"/%b %d 0 R" % (role.encode(), _font(raw, fonts[role])) for role in ROLES
    )
    named = raw.add(b"<<%b>>" % fonts_by_name)
    resources = raw.add(b"<</Font %d 0 R/XObject<</H %d 0 R>>>>" % (named, header))
    # The form must not find itself in its own resources.
    form = raw.objects[header - 1].replace(b"/BBox", b"/Resources<</Font %d 0 R>>/BBox" % named, 1)
    raw.objects[header - 1] = form
    pages = [raw.add(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % one) for one in contents]
    raw.objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    raw.objects[1] = (
        b"<</Type/Pages/Count %d/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R/Kids[%b]>>"
        % (
            len(pages),
            *sheet.SIZE,
            resources,
            b" ".join(b"%d 0 R" % page for page in pages),
        )
    )


def _font(raw: Raw, font: Font) -> int:
    content = font.subset()
    file = raw.stream(content, b"/Length1 %d" % len(content))
    descriptor = raw.add(
        b"<</Type/FontDescriptor/FontName/AAAAAA+Raw/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % file
    )
    codes = {code: chr(char) for char, code in font.codes.items()}
    widths = b" ".join(
        b"%d[%d]" % (code, round(font.widths[char] * 1000))
        for code, char in codes.items()
        if font.widths[char] != 1
    )
    descendant = raw.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Raw/CIDToGIDMap/Identity/DW 1000/W[%b]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R>>" % (widths, descriptor)
    )
    rows = [b"<%04X><%b>" % (c, s.encode("utf-16-be").hex().encode()) for c, s in codes.items()]
    blocks = (rows[start : start + 100] for start in range(0, len(rows), 100))
    shown = (b"%d beginbfchar\n%b\nendbfchar\n" % (len(one), b"\n".join(one)) for one in blocks)
    unicode = raw.stream(
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange\n"
        b"<0000><FFFF>\nendcodespacerange\n" + b"".join(shown) + b"endcmap end end"
    )
    return raw.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Raw/Encoding/Identity-H"
        b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (descendant, unicode)
    )


if __name__ == "__main__":
    write_roster(Path(sys.argv[1]), Path(sys.argv[2]))
