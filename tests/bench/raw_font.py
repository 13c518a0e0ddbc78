"""The least that a TrueType font needs to be cut down to the glyphs of one PDF."""

import struct
from bisect import bisect_left, bisect_right
from pathlib import Path

# Two-byte codes without the bytes that a PDF string must escape: ( ) \ and line ends.
FORBIDDEN = frozenset(b"()\\\r\n")
KEPT_TABLES = (b"cvt ", b"fpgm", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep", b"glyf")
HAS_MORE, IS_WIDE, HAS_SCALE, HAS_TWO_SCALES, HAS_MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


class Font:
    """One font file and the characters of it that are used; codes are places in the subset."""

    def __init__(self, file: Path) -> None:
        self._bytes = file.read_bytes()
        count = struct.unpack_from(">H", self._bytes, 4)[0]
        entries = (struct.unpack_from(">4s4xLL", self._bytes, 12 + 16 * n) for n in range(count))
        self._tables = {tag: (start, length) for tag, start, length in entries}
        self._cmap = self._find_cmap()
        self._is_long = struct.unpack_from(">h", self._table(b"head"), 50)[0]
        self._metrics = struct.unpack_from(">H", self._table(b"hhea"), 34)[0]
        self.em = struct.unpack_from(">H", self._table(b"head"), 18)[0]
        self.glyphs = [0]
        self.codes: dict[int, int] = {}
        self.widths: dict[str, float] = {}

    def use(self, text: str) -> None:
        """Give every character of a text a code and a width."""
        for char in sorted(set(text) - self.widths.keys()):
            glyph = self._glyph(ord(char))
            self._skip_forbidden()
            self.codes[ord(char)] = len(self.glyphs)
            self.glyphs.append(glyph)
            self.widths[char] = self._advance(glyph) / self.em

    def encode(self, text: str) -> bytes:
        """Return a text as the bytes of a PDF string."""
        return text.translate(self.codes).encode("utf-16-be")

    def width(self, text: str) -> float:
        """Return how far a text reaches as a share of its size."""
        return sum(map(self.widths.__getitem__, text))

    def subset(self) -> bytes:
        """Return a font file with the used glyphs only."""
        outlines, places = bytearray(), [0]
        new = {glyph: place for place, glyph in enumerate(self.glyphs) if glyph or not place}
        place = 0
        while place < len(self.glyphs):  # parts of composed glyphs join at the end
            glyph = self.glyphs[place]
            outlines += self._outline(glyph, new) if glyph or not place else b""
            outlines += bytes(-len(outlines) % 4)
            places.append(len(outlines))
            place += 1
        tables = {tag: self._table(tag) for tag in KEPT_TABLES if tag in self._tables}
        tables[b"glyf"] = bytes(outlines)
        tables[b"loca"] = struct.pack(f">{len(places)}L", *places)
        tables[b"hmtx"] = b"".join(
            struct.pack(">Hh", self._advance(g), self._bearing(g)) for g in self.glyphs
        )
        count = struct.pack(">H", len(self.glyphs))
        tables[b"head"] = tables[b"head"][:50] + b"\0\1" + tables[b"head"][52:]
        tables[b"hhea"] = tables[b"hhea"][:34] + count
        tables[b"maxp"] = tables[b"maxp"][:4] + count + tables[b"maxp"][6:]
        return _joined(tables)

    def _skip_forbidden(self) -> None:
        while not FORBIDDEN.isdisjoint(divmod(len(self.glyphs), 256)):
            self.glyphs.append(0)

    def _table(self, tag: bytes) -> bytes:
        start, length = self._tables[tag]
        return self._bytes[start : start + length]

    def _glyph(self, code: int) -> int:
        start, kind = self._cmap
        glyph = self._in_ranges(start, code) if kind == 12 else self._in_segments(start, code)
        if not glyph:
            raise ValueError(f"no glyph for U+{code:04X}")
        return glyph

    def _find_cmap(self) -> tuple[int, int]:
        """Return where the fullest character map begins, and its format."""
        table = self._tables[b"cmap"][0]
        found = {}
        for number in range(struct.unpack_from(">H", self._bytes, table + 2)[0]):
            start = table + struct.unpack_from(">4xL", self._bytes, table + 4 + 8 * number)[0]
            found[struct.unpack_from(">H", self._bytes, start)[0]] = start
        kind = 12 if 12 in found else 4
        return found[kind], kind

    def _in_ranges(self, start: int, code: int) -> int:
        count = struct.unpack_from(">L", self._bytes, start + 12)[0]
        place = bisect_right(range(count), code, key=lambda n: self._range(start, n)[0]) - 1
        first, last, glyph = self._range(start, max(place, 0))
        return glyph + code - first if first <= code <= last else 0

    def _range(self, start: int, number: int) -> tuple[int, ...]:
        return struct.unpack_from(">3L", self._bytes, start + 16 + 12 * number)

    def _in_segments(self, start: int, code: int) -> int:
        double = struct.unpack_from(">H", self._bytes, start + 6)[0]
        lasts = struct.unpack_from(f">{double // 2}H", self._bytes, start + 14)
        at = start + 16 + double + 2 * bisect_left(lasts, code)
        first, delta, offset = (
            struct.unpack_from(">H", self._bytes, at + part * double)[0] for part in range(3)
        )
        if code < first:
            return 0
        if not offset:
            return int(code + delta) & 0xFFFF
        inside = at + 2 * double + offset + 2 * (code - first)
        return int(struct.unpack_from(">H", self._bytes, inside)[0])

    def _advance(self, glyph: int) -> int:
        start = self._tables[b"hmtx"][0] + 4 * min(glyph, self._metrics - 1)
        return int(struct.unpack_from(">H", self._bytes, start)[0])

    def _bearing(self, glyph: int) -> int:
        start = self._tables[b"hmtx"][0]
        inside = 4 * glyph + 2 if glyph < self._metrics else 2 * (self._metrics + glyph)
        return int(struct.unpack_from(">h", self._bytes, start + inside)[0])

    def _outline(self, glyph: int, new: dict[int, int]) -> bytes:
        loca = self._tables[b"loca"][0]
        if self._is_long:
            start, end = struct.unpack_from(">2L", self._bytes, loca + 4 * glyph)
        else:
            start, end = (2 * n for n in struct.unpack_from(">2H", self._bytes, loca + 2 * glyph))
        base = self._tables[b"glyf"][0]
        outline = self._bytes[base + start : base + end]
        is_composed = outline and struct.unpack_from(">h", outline)[0] < 0
        return self._with_new_parts(outline, new) if is_composed else outline

    def _with_new_parts(self, outline: bytes, new: dict[int, int]) -> bytes:
        changed, place, flags = bytearray(outline), 10, HAS_MORE
        while flags & HAS_MORE:
            flags, part = struct.unpack_from(">2H", outline, place)
            if part not in new:
                new[part] = len(self.glyphs)
                self.glyphs.append(part)
            struct.pack_into(">H", changed, place + 2, new[part])
            place += 8 if flags & IS_WIDE else 6
            place += 2 * bool(flags & HAS_SCALE) + 4 * bool(flags & HAS_TWO_SCALES)
            place += 8 * bool(flags & HAS_MATRIX)
        return bytes(changed)


def _joined(tables: dict[bytes, bytes]) -> bytes:
    head, body = [struct.pack(">LHHHH", 0x00010000, len(tables), 0, 0, 0)], bytearray()
    start = 12 + 16 * len(tables)
    for tag in sorted(tables):
        head.append(struct.pack(">4sLLL", tag, 0, start + len(body), len(tables[tag])))
        body += tables[tag] + bytes(-len(tables[tag]) % 4)
    return b"".join(head) + bytes(body)
