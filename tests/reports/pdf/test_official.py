from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import Problem
from models.summary.markup import Span
from reports.blocks import (
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Salutation,
    SignOff,
    Subtitle,
    Title,
)
from reports.pdf.render import Rendered, render
from tests.reports.pdf.reading import Glyph, pages_of, rows_of, texts_of

MM = 72 / 25.4
CELL = 156 * MM / 28
LEFT, RIGHT = 28 * MM, 184 * MM
BODY = (
    "一是加强组织领导。成立工资集体协商领导小组，制定《示例镇“春季要约行动”实施方案》，明确任务、时限和责任人，"
    "做到“有人抓、有人管”。全年走访企业63家次，培训260余人次，签订率达到92.3%——比上年提高2.1个百分点；"
    "其中姓名带生僻字的有𬱖䶮㛃堃喆𬭎𠅤等，按照提出要约、产生代表、平等协商、签订合同、审查公布五个步骤进行……"
)
FORBIDDEN_STARTS = set("，。、；：？！）】〕》〉”’·～％%—…")
CLOSING = set("，。、；：？！）》”")
FORBIDDEN_ENDS = set("（【〔《〈“‘￥")


def official(*blocks: object, page_number: str = "outer") -> Rendered:
    return render(Document("工作总结", "official", blocks, "示例镇总工会", page_number))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def body_rows(glyphs: list[Glyph]) -> dict[float, list[Glyph]]:
    return {y: row for y, row in rows_of(glyphs).items() if y < (37 + 225) * MM}


def test_a_full_page_has_22_baselines_29_61_points_apart() -> None:
    pages = pages_of(official(*[paragraph(BODY)] * 12).pdf)

    assert len(pages) > 2
    for page in pages[:-1]:
        baselines = list(body_rows(page))
        assert len(baselines) == 22
        steps = [below - above for above, below in pairwise(baselines)]
        assert steps == pytest.approx([CELL * 1.875] * 21, abs=0.011)
        assert steps == pytest.approx([29.61] * 21, abs=0.015)
        assert baselines[0] == pytest.approx(37 * MM + 0.88 * CELL, abs=0.01)


def test_the_first_page_keeps_the_grid_below_the_title() -> None:
    blocks = [
        Title("示例镇总工会2024年工作总结和2025年工作计划"),
        Subtitle("（2024年12月）"),
        paragraph(BODY * 5),
    ]

    first = pages_of(official(*blocks).pdf)[0]

    # Two lines of title, one below it, an empty one, then the body from line five on.
    baselines = list(body_rows(first))
    body = [37 * MM + 0.88 * CELL + place * CELL * 1.875 for place in range(4, 22)]
    assert baselines[-18:] == pytest.approx(body, abs=0.01)


def test_lines_hold_28_characters() -> None:
    first = pages_of(official(Salutation("工" * 60)).pdf)[0]

    rows = list(body_rows(first).values())
    assert [len(row) for row in rows] == [28, 28, 4]
    assert [rows[0][place].x for place in (0, 1, 27)] == pytest.approx(
        [LEFT, LEFT + CELL, LEFT + 27 * CELL], abs=0.01
    )


def test_paragraphs_are_indented_by_two_characters() -> None:
    rows = list(body_rows(pages_of(official(paragraph("工" * 40)).pdf)[0]).values())

    assert [row[0].x for row in rows] == pytest.approx([LEFT + 2 * CELL, LEFT], abs=0.01)


mainland_text = st.lists(
    st.one_of(
        st.text("工会职企业家协商合同覆盖率达到的了和𬱖䶮", min_size=1, max_size=9),
        st.sampled_from(
            ["，", "。", "、", "；", "：", "？", "！", "）。", "”，", "》（", "。”", "——", "……"]
        ),
        st.sampled_from(
            ["（", "《", "“", "〔", "：“", "92.3%", "4500余", "￥500", "2024", "7.2万余", "·"]
        ),
    ),
    min_size=20,
    max_size=90,
).map("".join)


@given(mainland_text)
@settings(max_examples=60, deadline=None)
def test_no_line_starts_or_ends_wrongly_and_every_full_line_is_flush(text: str) -> None:
    rendered = official(Salutation("工会" + text))

    assert "".join(texts_of(rendered.pdf)).replace("—1—", "").replace("—2—", "") == "工会" + text
    rows = [row for page in pages_of(rendered.pdf) for row in body_rows(page).values()]
    for row in rows[1:]:
        assert row[0].char not in FORBIDDEN_STARTS
    for row in rows[:-1]:
        assert row[-1].char not in FORBIDDEN_ENDS
        # A closing mark's ink ends the line; its blank half (？ has less) hangs over the edge.
        share = {"？": 0.68}.get(row[-1].char, 0.5) if row[-1].char in CLOSING else 1.0
        if row[-1].char > "\u2000":
            assert row[-1].x + share * CELL == pytest.approx(RIGHT, abs=0.01)


@given(st.integers(1, 40))
@settings(max_examples=25, deadline=None)
def test_a_number_stays_with_its_sign_and_its_approximation(lead: int) -> None:
    text = "职" * lead + "覆盖职工4500余人，签订率92.3%，奖金￥500元，支出7.2万余元" + "工" * 30

    lines = [
        "".join(g.char for g in row)
        for row in rows_of(pages_of(official(Salutation(text)).pdf)[0]).values()
    ]

    for whole in ("4500余", "92.3%", "￥500", "7.2万余"):
        assert sum(whole in line for line in lines) == 1


def test_two_neighbouring_marks_take_one_and_a_half_cells() -> None:
    row = next(iter(rows_of(pages_of(official(Salutation("（职工）。职")).pdf)[0]).values()))

    bracket, stop, behind = row[3], row[4], row[5]
    assert behind.x - bracket.x == pytest.approx(1.5 * CELL, abs=0.01)
    assert stop.x - bracket.x == pytest.approx(0.5 * CELL, abs=0.01)


def test_page_numbers_stand_outside_or_in_the_middle() -> None:
    blocks = [paragraph(BODY * 3)] * 4

    outer, centred = (
        [max(page, key=lambda glyph: (glyph.baseline, glyph.x)) for page in pages_of(rendered.pdf)]
        for rendered in (official(*blocks), official(*blocks, page_number="centre"))
    )

    assert outer[0].baseline == pytest.approx((37 + 225 + 7) * MM + 0.88 * 14, abs=0.01)
    assert outer[0].x > 105 * MM > outer[1].x
    assert abs(centred[0].x - 105 * MM) < 20
    assert centred[0].x == pytest.approx(centred[1].x, abs=5)


@pytest.mark.parametrize("lines", range(15, 46))
def test_the_sign_off_never_stands_alone_and_no_heading_ends_a_page(lines: int) -> None:
    blocks = [*[Salutation("工" * 20)] * lines, Heading("一、结尾", 1), paragraph("职工好" * 10)]

    pages = texts_of(official(*blocks, SignOff("示例镇总工会", "2024年12月20日")).pdf)

    assert "职工好" in pages[-1]
    assert pages[-1].index("职工好") < pages[-1].index("示例镇总工会2024年12月20日")
    for page in pages:
        assert not page.split("—")[0].endswith("一、结尾")


def test_name_and_day_are_placed_as_the_standard_asks() -> None:
    for name in ("示例镇总工会", "示例市示例县示例镇总工会委员会"):
        rows = list(body_rows(pages_of(official(SignOff(name, "2024年12月20日")).pdf)[0]).values())
        name_row, day_row = rows[-2:]

        assert day_row[0].x - name_row[0].x == pytest.approx(2 * CELL, abs=0.01)
        longer = max(name_row[-1].x, day_row[-1].x) if len(name) < 8 else name_row[-1].x
        assert longer + CELL == pytest.approx(RIGHT - 2 * CELL, abs=0.01)


def test_figures_can_be_found_on_the_page() -> None:
    spans = (
        Span("全镇有企业"),
        Span("63", "unit_total"),
        Span("家，覆盖率"),
        Span("92.3%", "rate"),
        Span("。"),
    )

    rendered = official(paragraph("职" * 600), Paragraph(spans))

    glyphs = pages_of(rendered.pdf)
    for code, text in (("unit_total", "63"), ("rate", "92.3%")):
        (box,) = [box for box in rendered.boxes if box.code == code]
        inside = [
            glyph.char
            for glyph in glyphs[box.page]
            if box.left - 0.1 <= glyph.x < box.left + box.width - 0.1
            and box.top <= glyph.baseline <= box.top + box.height
        ]
        assert "".join(inside) == text


def test_a_figure_broken_by_a_line_end_has_two_boxes() -> None:
    rendered = official(
        Salutation(""), Paragraph((Span("职" * 24), Span("二〇二四年", "year"), Span("度")))
    )

    assert [box.code for box in rendered.boxes] == ["year", "year"]
    assert rendered.boxes[1].left == pytest.approx(LEFT, abs=0.01)
    assert rendered.boxes[1].top > rendered.boxes[0].top


def test_a_page_break_starts_a_page() -> None:
    pages = texts_of(official(paragraph("前"), PageBreak(), paragraph("后")).pdf)

    assert [page[0] for page in pages] == ["前", "后"]


def test_a_character_without_a_font_is_refused_by_name() -> None:
    with pytest.raises(Problem) as refused:
        official(paragraph("困难职工王\ue81e本月领取慰问金"))

    assert "王\ue81e" in refused.value.message
    assert "U+E81E" in refused.value.message


def test_invisible_characters_are_left_out() -> None:
    (page,) = texts_of(official(Salutation("工\u200b会\ufeff职\ufe0f工")).pdf)

    assert page.startswith("工会职工—")


@pytest.mark.parametrize(
    "title",
    [
        "关于同意成立示例镇东关社区小型企业联合工会委员会的批复",
        "示例镇总工会2024年工作总结和2025年工作计划",
    ],
)
def test_long_titles_are_balanced_and_break_between_words(title: str) -> None:
    rows = list(rows_of(pages_of(official(Title(title), paragraph("工")).pdf)[0]).values())
    lines = ["".join(glyph.char for glyph in row) for row in rows[:2]]

    assert "".join(lines) == title
    assert min(map(len, lines)) > 8
    joint = lines[0][-1] + lines[1][0]
    assert joint not in ("工会", "委员", "员会", "工作", "总结", "企业", "联合", "总工")
    for row in rows[:2]:
        assert row[0].x >= LEFT
        assert row[0].x + row[-1].x + 22 == pytest.approx(LEFT + RIGHT, abs=0.05)
