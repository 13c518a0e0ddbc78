import ctypes
from itertools import pairwise

import pypdfium2 as pdfium
import pytest

from models.errors import Problem
from reports.blocks import Column, Document, ListHead, SignatureRow, Table
from reports.pdf.render import Rendered, render
from tests.reports.pdf.reading import pages_of, rows_of, texts_of

MM = 72 / 25.4
LONG = "示例省示例市示例县示例镇新材料高新技术产业园区绿色环保科技股份有限公司第一工会委员会"
COLUMNS = (
    Column("number", "序号", 12, "center"),
    Column("union", "工会名称", 60),
    Column("unit", "涵盖单位", 60),
    Column("chair", "主席", 24, "center"),
    Column("members", "会员人数", 20, "right"),
)
MERGING = tuple(Column(c.key, c.label, c.width, c.align, c.key == "union") for c in COLUMNS)


def row(number: int, union: str = "示例镇远大木业工会") -> tuple[str, ...]:
    return (str(number), union, "示例市恒通机械有限公司", "张伟", str(number * 7))


def roster(
    rows: list[tuple[str, ...]],
    *,
    columns: tuple[Column, ...] = COLUMNS,
    total: tuple[str, ...] | None = ("合计", "", "", "", "999"),
) -> Rendered:
    blocks = (
        ListHead("示例镇基层工会花名册", "填报单位：示例镇总工会", "填报日期：2024年12月20日"),
        Table(columns, rows, total),
        SignatureRow(("制表人", "审核人", "负责人（签字）")),
    )
    return render(Document("花名册", "list", blocks, "示例镇总工会"))


@pytest.mark.parametrize("count", [0, 1, 300])
def test_every_row_is_on_paper_once_and_every_page_has_the_header(count: int) -> None:
    pages = texts_of(roster([row(number + 1) for number in range(count)]).pdf)

    for place, page in enumerate(pages):
        assert page.count("序号工会名称涵盖单位主席会员人数") == 1
        assert page.endswith(f"第{place + 1}页/共{len(pages)}页")
    whole = "".join(pages)
    assert whole.count("示例镇远大木业工会") == count
    assert ("本表无记录" in whole) == (count == 0)
    assert pages[0].startswith("示例镇基层工会花名册填报单位：示例镇总工会填报日期：2024年12月20日")
    assert sum("花名册" in page for page in pages) == 1
    assert "合计999制表人：审核人：负责人（签字）：" in pages[-1]


def essays(*lengths: int) -> Rendered:
    columns = (Column("number", "序号", 12, "center"), Column("words", "工作内容", 60))
    rows = [(str(place), "工" * length) for place, length in enumerate(lengths)]
    return roster(rows, columns=columns, total=("合计", "3次"))


@pytest.mark.parametrize("lengths", [(1400, 1400), (2400, 10, 1450, 1450)])
def test_signatures_stay_above_the_page_number_whatever_the_last_rows_are(
    lengths: tuple[int, ...],
) -> None:
    pages = pages_of(essays(*lengths).pdf)

    (signed,) = [glyph.baseline for glyph in pages[-1] if glyph.char == "制"]
    assert signed < 210 * MM - 17 * MM


def test_a_last_row_that_leaves_no_room_for_signatures_is_refused() -> None:
    with pytest.raises(Problem, match="第2行的文字太长"):
        essays(10, 2900)


def test_a_sum_wider_than_its_column_stays_within_it() -> None:
    narrow = (*COLUMNS[:3], Column("workers", "职工", 8, "right"), Column("members", "会员", 8))
    sums = ("合计", "", "", "123,456,789", "987,654,321")

    (page,) = pages_of(roster([row(1)], columns=narrow, total=sums).pdf)

    label = next(glyph.baseline for glyph in page if glyph.char == "合")
    sum_line = [glyph for glyph in page if abs(glyph.baseline - label) < 4][2:]
    assert "".join(glyph.char for glyph in sum_line) == "123,456,789987,654,321"
    left, middle, right = (15 * MM + 267 * MM * place / 148 for place in (132, 140, 148))
    assert left < sum_line[0].x < sum_line[10].x < middle < sum_line[11].x < sum_line[-1].x < right


@pytest.mark.parametrize("count", range(14, 42))
def test_the_last_page_never_holds_only_the_total_and_the_signatures(count: int) -> None:
    pages = texts_of(roster([row(number + 1) for number in range(count)]).pdf)

    rows = [page.count("远大木业") for page in pages]
    assert sum(rows) == count
    assert rows[-1] >= 1
    # The first page holds 18 rows, the next 20: a lone row on the last page followed a full one.
    assert rows[-1] >= 2 or rows[-2:-1] in ([], [18], [20])


def test_the_outer_rule_is_thicker_than_the_inner_ones() -> None:
    document = pdfium.PdfDocument(roster([row(1), row(2)]).pdf)

    widths, width = [], ctypes.c_float()
    for drawn in document[0].get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH]):
        pdfium.raw.FPDFPageObj_GetStrokeWidth(drawn, width)
        left, _, right, _ = drawn.get_bounds()
        widths.append((width.value, int((right - left - width.value) / MM)))
    assert sorted(widths) == [(0.5, 267), (1.5, 267)]


def test_rows_are_at_least_eight_millimetres_apart() -> None:
    rows = [
        list(line)
        for line in rows_of(pages_of(roster([row(n + 1) for n in range(9)]).pdf)[0]).items()
    ]
    baselines = [y for y, glyphs in rows if "".join(g.char for g in glyphs).count("远大木业")]

    assert len(baselines) == 9
    steps = [below - above for above, below in pairwise(baselines)]
    assert steps == pytest.approx([8 * MM] * 8, abs=0.02)


def test_numbers_end_at_the_right_and_names_stand_in_the_middle() -> None:
    rendered = roster([row(1), row(142)], total=None)
    lines = [
        glyphs for glyphs in rows_of(pages_of(rendered.pdf)[0]).values() if glyphs[0].char == "1"
    ]

    width = (297 - 30) * MM
    scale = width / sum(column.width for column in COLUMNS)
    right = 15 * MM + width - 1.2 * MM
    middle = 15 * MM + (12 + 60 + 60 + 12) * scale
    for glyphs in lines:
        digit = {"7": 0.512, "4": 0.553}[glyphs[-1].char] * 10.5
        assert glyphs[-1].x + digit == pytest.approx(right, abs=0.4)
        name = [glyph for glyph in glyphs if glyph.char in "张伟"]
        assert name[0].x + 10.5 == pytest.approx(middle, abs=0.05)


def test_a_name_of_forty_characters_is_readable_in_full() -> None:
    assert len(LONG) >= 40
    rendered = roster([row(1, LONG), row(2)])

    assert LONG in "".join(texts_of(rendered.pdf))
    document = pdfium.PdfDocument(rendered.pdf)
    text = document[0].get_textpage()
    sizes = {pdfium.raw.FPDFText_GetFontSize(text, place) for place in range(text.count_chars())}
    assert min(size for size in sizes if size > 1) >= 8


def test_a_very_long_text_makes_its_row_grow_and_is_not_cut() -> None:
    note = "工作记录" * 60
    rendered = roster([row(1, note), row(2)])

    assert note in "".join(texts_of(rendered.pdf))
    baselines = [
        y
        for y, glyphs in rows_of(pages_of(rendered.pdf)[0]).items()
        if "张伟" in "".join(glyph.char for glyph in glyphs)
    ]
    assert baselines[1] - baselines[0] > 20 * MM


def test_a_text_that_no_page_can_hold_is_refused() -> None:
    with pytest.raises(Problem, match="第1行"):
        roster([row(1, "工作记录" * 600)])


def test_a_merged_cell_stands_once_a_page() -> None:
    rows = [row(number + 1, "第一联合工会") for number in range(30)]
    rows += [row(number + 31, "第二联合工会") for number in range(2)]

    pages = texts_of(roster(rows, columns=MERGING).pdf)

    assert len(pages) == 2
    assert [page.count("第一联合工会") for page in pages] == [1, 1]
    assert [page.count("第二联合工会") for page in pages] == [0, 1]
    assert sum(page.count("恒通机械") for page in pages) == 32


def test_a_merged_cell_has_no_rule_through_it() -> None:
    rows = [row(1, "第一联合工会"), row(2, "第一联合工会"), row(3, "第二联合工会")]

    document = pdfium.PdfDocument(roster(rows, columns=MERGING, total=None).pdf)
    image = document[0].render(scale=4, grayscale=True).to_pil()
    glyphs = rows_of(pages_of(roster(rows, columns=MERGING, total=None).pdf)[0])
    numbers = [y for y, line in glyphs.items() if line[0].char in "123" and len(line) > 5]

    scale = (297 - 30) * MM / sum(column.width for column in COLUMNS)
    in_union = 15 * MM + (12 + 58) * scale
    in_unit = 15 * MM + (12 + 60 + 58) * scale

    def has_rule(x: float, above: float, below: float) -> bool:
        return any(
            image.getpixel((round(x * 4), y)) < 128
            for y in range(round(above * 4), round(below * 4))
        )

    assert len(numbers) == 3
    assert not has_rule(in_union, numbers[0], numbers[1])
    assert has_rule(in_unit, numbers[0], numbers[1])
    assert has_rule(in_union, numbers[1], numbers[2])


def test_rare_names_are_printed_with_their_row_and_missing_ones_refused() -> None:
    rare = ("1", "𬱖䶮㛃堃喆𬭎𠅤工会", "单位", "𫖯𫖯", "3")

    (page,) = texts_of(roster([rare]).pdf)

    assert "1𬱖䶮㛃堃喆𬭎𠅤工会单位𫖯𫖯3" in page
    with pytest.raises(Problem, match=r"王.*U\+E81E"):
        roster([("1", "工会", "单位", "王\ue81e", "3")])


def test_two_lists_count_their_pages_through() -> None:
    blocks = [
        block
        for name in ("第一册", "第二册")
        for block in (ListHead(name), Table(COLUMNS, [row(1)]), SignatureRow(("制表人",)))
    ]

    pages = texts_of(render(Document("两册", "list", tuple(blocks))).pdf)

    assert [page[:3] for page in pages] == ["第一册", "第二册"]
    assert [page[-7:] for page in pages] == ["第1页/共2页", "第2页/共2页"]


def test_a_column_has_one_size_when_one_of_its_texts_needs_a_smaller_one() -> None:
    columns = (
        Column("n", "序号", 12, "center"),
        Column("day", "日期", 12),
        Column("x", "备注", 140),
    )
    rows = [("1", "2024-12-20", ""), ("2", "2024-12", "")]
    blocks = (ListHead("日期表"), Table(columns, rows))

    text = pdfium.PdfDocument(render(Document("日期", "list", blocks)).pdf)[0].get_textpage()

    found = text.search("2024-12")
    sizes = set()
    while place := found.get_next():
        sizes.add(pdfium.raw.FPDFText_GetFontSize(text, place[0]))
    assert len(sizes) == 1
    assert min(sizes) < 10.5


def test_a_long_name_breaks_between_words_into_even_lines() -> None:
    columns = (
        Column("n", "序号", 12, "center"),
        Column("unit", "单位", 40),
        Column("x", "备注", 170),
    )
    rows = [("1", "云溪县禾达机械制造有限公司工会委员会", "")]
    blocks = (ListHead("名单"), Table(columns, rows))

    lines = rows_of(pages_of(render(Document("名单", "list", blocks)).pdf)[0]).values()

    texts = ["".join(glyph.char for glyph in line) for line in lines]
    assert "云溪县禾达机械制造" in texts
    assert "有限公司工会委员会" in texts


def test_line_feeds_in_a_cell_break_its_line() -> None:
    page = roster([("1", "工会", "甲村\n乙村\n丙村", "张伟", "3"), ("2", "\n", "", "", "")])

    lines = ["".join(g.char for g in line) for line in rows_of(pages_of(page.pdf)[0]).values()]
    assert {"甲村", "丙村"} <= set(lines)
