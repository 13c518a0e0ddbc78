"""Random paragraphs, set by the real composer and looked at as a viewer shows them.

What has to hold (GB/T 9704-2012 5.2 and 7.3.3, GB/T 15834-2011 5.1): 22 lines a page, on the grid; no
closing mark at the start of a line and no opening one at its end; a flush right edge; numbers whole
and together with their units; not a character lost.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

import pypdfium2 as pdfium

from models.summary.markup import Span
from reports.blocks import Document, Paragraph
from reports.pdf.render import render

MM = 72 / 25.4
CELL = 156 * MM / 28
STEP = CELL * 1.875
LEFT, RIGHT = 28 * MM, 184 * MM
TOP, BOTTOM = 37 * MM, (37 + 225) * MM
LINES = 22
ROUNDING = 0.05

CLOSING = "，。、；：？！）】〕》〉”’"
OPENING = "（【〔《〈“‘"
NO_START = frozenset(CLOSING + "·～—…％%‰℃")
NO_END = frozenset(OPENING + "￥")
UNITS = "年月日家人个件名户次元项份条期场枚块位起"
MEASURED = re.compile(
    rf"[￥]?\d+(?:\.\d+)?(?:[%％‰℃]|[余多]?[万亿]{{0,2}}[余多]?(?:人次|家次|[{UNITS}])?)"
)

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "职企镇村协商签订覆盖率培训慰问困难帮扶救助维权安全健康疗休养劳模工匠竞赛创新普法调解仲裁欠薪集体合同代表大会"
)
RARE = "𬱖䶮㛃堃喆𬭎𠅤玥珺璟祎赟昉旻翀婳琎垚燚淏禛曈芃昇湉颋镕燊龢𪟝𫖮𫍯𬘡"
WORDS = ("GB/T", "WPS", "Excel", "App", "PDF", "AI", "12351", "union@example.cn", "QQ")
QUANTITIES = (
    "家",
    "人",
    "人次",
    "家次",
    "件",
    "万元",
    "元",
    "个",
    "%",
    "余人",
    "多名",
    "万余人",
    "余万元",
)


@dataclass(frozen=True)
class Shown:
    """A character on a page: its cell and its ink from the left, its baseline from the top."""

    char: str
    left: float
    right: float
    ink_left: float
    ink_right: float
    baseline: float


@dataclass(frozen=True)
class Row:
    """A line of a page with the paragraph it belongs to, and which of its characters it holds."""

    page: int
    baseline: float
    shown: tuple[Shown, ...]
    paragraph: int
    start: int
    end: int

    @property
    def text(self) -> str:
        return "".join(one.char for one in self.shown)


def random_paragraph(chance: Random) -> Paragraph:
    """Return a paragraph of Chinese as clerks write it, with everything that is hard to set."""
    spans: list[Span] = []
    for _ in range(chance.randrange(4, 40)):
        spans.extend(_piece(chance))
    return Paragraph((Span("工会"), *spans, Span(chance.choice(("。", "。”", "……", "！", "职工")))))


def _piece(chance: Random) -> Iterator[Span]:
    kind = chance.randrange(14)
    words = "".join(chance.choices(COMMON, k=chance.randrange(1, 10)))
    if kind < 4:
        yield Span(words + chance.choice("，。、；：？！"))
    elif kind == 4:
        opening = chance.randrange(len(OPENING))
        inner = words + chance.choice(("", "。", "？"))
        yield Span(
            OPENING[opening] + inner + "）】〕》〉”’"[opening] + chance.choice(("", "，", "。"))
        )
    elif kind == 5:
        yield Span(f"“{words}，《{words}》（{words}）。”")
    elif kind in (6, 7):
        yield Span(_quantity(chance), "figure")
    elif kind == 8:
        yield Span(chance.choice(("——", "……", "·", "～", "—")) + words)
    elif kind == 9:
        yield Span(chance.choice(WORDS))
    elif kind == 10:
        yield Span("".join(chance.choices(RARE, k=chance.randrange(1, 4))))
    elif kind == 11:
        yield Span(
            f"{chance.randrange(1990, 2031)}年{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日"
        )
    elif kind == 12:
        yield Span(f"{words}〔{chance.randrange(2000, 2030)}〕{chance.randrange(1, 200)}号")
    else:
        yield Span(words)


def _quantity(chance: Random) -> str:
    if not chance.randrange(6):
        return f"￥{chance.randrange(1, 10**7)}"
    number = str(chance.randrange(1, 10 ** chance.randrange(1, 7)))
    if not chance.randrange(3):
        number += f".{chance.randrange(1, 100)}"
    return number + chance.choice(QUANTITIES)


def faults_of(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return a sentence for everything that is wrong on the pages of these paragraphs."""
    document = Document("排版", "official", tuple(paragraphs))
    pages = _pages(render(document).pdf)
    texts = ["".join(one.text.split()) for one in paragraphs]
    said = "".join(one.char for page in pages for one in page)
    if said != "".join(texts):
        return [f"other characters are shown than written: {said[:60]}…"]
    rows = list(_rows(pages, texts))
    return [*_page_faults(rows), *(fault for row in rows for fault in _row_faults(row, texts))]


def _pages(pdf: bytes) -> list[list[Shown]]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [
            [one for one in _shown(document[place]) if one.baseline < BOTTOM]
            for place in range(len(document))
        ]
    finally:
        document.close()


def _shown(page: pdfium.PdfPage) -> Iterator[Shown]:
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.raw.FS_RECTF()
    high = 0
    for place in range(text.count_chars()):
        code = pdfium.raw.FPDFText_GetUnicode(text, place)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:  # a rare character comes in two halves, both in its box
            code = ((high - 0xD800) << 10) + code - 0xDC00 + 0x10000
        if not code or chr(code).isspace() or pdfium.raw.FPDFText_IsGenerated(text, place):
            continue
        pdfium.raw.FPDFText_GetCharOrigin(text, place, x, y)
        pdfium.raw.FPDFText_GetLooseCharBox(text, place, box)
        ink = text.get_charbox(place)
        yield Shown(chr(code), x.value, box.right, ink[0], ink[2], height - y.value)


def _rows(pages: Sequence[Sequence[Shown]], texts: Sequence[str]) -> Iterator[Row]:
    ends = list(accumulate(map(len, texts)))
    paragraph = at = 0
    for number, page in enumerate(pages):
        line: list[Shown] = []
        for one, following in pairwise([*page, None]):
            line.append(one)
            if following is None or abs(following.baseline - one.baseline) > ROUNDING:
                start = at - (ends[paragraph - 1] if paragraph else 0)
                yield Row(number, one.baseline, tuple(line), paragraph, start, start + len(line))
                at += len(line)
                paragraph += at == ends[paragraph]
                line = []


def _page_faults(rows: Sequence[Row]) -> Iterator[str]:
    last = rows[-1].page
    for page in range(last + 1):
        baselines = [row.baseline for row in rows if row.page == page]
        if page < last and len(baselines) != LINES:
            yield f"page {page + 1} has {len(baselines)} lines"
        for baseline in baselines:
            place = (baseline - TOP - 0.88 * CELL) / STEP
            if abs(place - round(place)) > 0.002:
                yield f"page {page + 1} has a line off the grid"


def _row_faults(row: Row, texts: Sequence[str]) -> Iterator[str]:
    whole = texts[row.paragraph]
    is_first, is_last = row.start == 0, row.end == len(whole)
    indent = 2 * CELL if is_first else 0
    if abs(row.shown[0].left - LEFT - indent) > ROUNDING:
        yield f"begins beside the edge: {row.text}"
    if not is_first and row.text[0] in NO_START:
        yield f"starts with {row.text[0]}: {row.text}"
    if not is_last and row.text[-1] in NO_END:
        yield f"ends with {row.text[-1]}: {row.text}"
    if not is_last and not _is_flush(row.shown[-1]):
        yield f"is not flush: {row.text}"
    if any(right.ink_left < left.ink_right - 1 for left, right in pairwise(row.shown)):
        yield f"has characters on top of each other: {row.text}"
    for found in MEASURED.finditer(whole):
        if found.start() < row.end < found.end():
            yield f"splits {found[0]}: {row.text}"


def _is_flush(last: Shown) -> bool:
    """Whether a line reaches the edge: a closing mark with its ink, all else with its cell."""
    if last.char in CLOSING:
        return RIGHT - CELL / 2 - ROUNDING < last.ink_right < RIGHT + ROUNDING < last.right + CELL
    return abs(last.right - RIGHT) < ROUNDING
