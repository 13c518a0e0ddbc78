"""The editable file has the standard's page, styles, page numbers and a bookmark per figure."""

import io
import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import docx
import pytest
from docx.shared import Mm

from models import clock
from models.periods import year_period
from models.store import Store
from models.summary.markup import Span
from reports.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Salutation,
    SignOff,
    Subtitle,
    Table,
    Title,
)
from reports.catalogue import find_report
from reports.docx.writing import render_docx
from reports.output import write_report
from reports.pdf.render import render
from reports.summary.annual import annual_summary
from tests.reports.docx.opening import (
    W,
    bookmarks_of,
    names_of,
    paragraphs_of,
    part_of,
    style_of,
    text_of,
)

PERIOD = year_period(2024)
HEAD = Masthead("示例镇总工会文件", "示例镇工发〔2024〕5号", "王建国")
FOOT = Imprint("示例镇党委办公室。", "示例镇总工会", "2024年12月20日")
SPANS = (
    Span("全镇有企业"),
    Span("63家", "units"),
    Span("，签订率"),
    Span("92.3%", "rate"),
    Span("。"),
)
BLOCKS: tuple[Block, ...] = (
    Title("示例镇总工会2024年工作总结"),
    Salutation("示例县总工会："),
    Heading("一、组织建设", 1),
    Heading("（一）建会", 2),
    Paragraph(SPANS),
    Paragraph((Span("年末又有"), Span("63家", "units"), Span("。"))),
    SignOff("示例镇总工会", "2024年12月20日"),
)


def file_of(*blocks: Block, page_number: str = "outer") -> bytes:
    return render_docx(
        Document("工作总结", "official", blocks or BLOCKS, "示例镇总工会", page_number)
    )


def value(element: object, path: str, name: str = "val") -> str:
    return element.find("/".join(f"{W}{one}" for one in path.split("/"))).get(f"{W}{name}")


def styles_in(file: bytes) -> dict[str, object]:
    found = part_of(file, "word/styles.xml").findall(f"{W}style")
    return {one.get(f"{W}styleId"): one for one in found}


def test_python_docx_reads_the_page_as_the_standard_has_it() -> None:
    section = docx.Document(io.BytesIO(file_of())).sections[0]

    for found, wanted in (
        (section.page_width, 210),
        (section.page_height, 297),
        (section.top_margin, 37),
        (section.bottom_margin, 35),
        (section.left_margin, 28),
        (section.right_margin, 26),
    ):
        assert found == pytest.approx(Mm(wanted), abs=Mm(0.02))


def test_the_grid_has_22_lines_of_28_characters() -> None:
    section = part_of(file_of(), "word/document.xml").find(f"{W}body/{W}sectPr")
    grid = section.find(f"{W}docGrid")

    line, space = int(grid.get(f"{W}linePitch")), int(grid.get(f"{W}charSpace"))
    height = 16838 - int(value(section, "pgMar", "top")) - int(value(section, "pgMar", "bottom"))
    width = 11906 - int(value(section, "pgMar", "left")) - int(value(section, "pgMar", "right"))
    assert grid.get(f"{W}type") == "linesAndChars"
    assert height // line == 22
    assert width / 20 // (16 + space / 4096) == 28
    assert list(section)[-1] is grid


def test_every_line_takes_exactly_a_line_of_the_grid() -> None:
    file = file_of()
    pitch = value(part_of(file, "word/document.xml"), "body/sectPr/docGrid", "linePitch")
    styles = styles_in(file)

    for paragraph in paragraphs_of(file):
        style = styles[style_of(paragraph)]
        assert value(style, "pPr/spacing", "line") == pitch
        assert value(style, "pPr/spacing", "lineRule") == "exact"


def test_styles_have_chinese_names_and_headings_their_outline_levels() -> None:
    file = file_of()
    styles = styles_in(file)

    used = [(style_of(one), text_of(one)) for one in paragraphs_of(file) if text_of(one)]
    named = {text: value(styles[style], "name") for style, text in used}
    assert named["示例镇总工会2024年工作总结"] == "公文标题"
    assert named["一、组织建设"] == "一级标题"
    assert named["（一）建会"] == "二级标题"
    assert named["全镇有企业63家，签订率92.3%。"] == "公文正文"
    levels = {
        value(one, "name"): value(one, "pPr/outlineLvl")
        for one in styles.values()
        if one.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert levels == {"公文标题": "0", "一级标题": "1", "二级标题": "2", "三级标题": "3"}


def test_every_run_names_its_chinese_font_and_none_is_bold() -> None:
    document = part_of(file_of(HEAD, *BLOCKS, FOOT), "word/document.xml")

    runs = list(document.iter(f"{W}r"))
    assert {value(run, "rPr/rFonts", "eastAsia") for run in runs} == {
        "方正小标宋简体",
        "仿宋",
        "黑体",
        "楷体",
    }
    assert not list(document.iter(f"{W}b"))
    assert all(len(run.findall(f"{W}t")) <= 1 for run in runs)


def test_odd_and_even_pages_carry_their_number_outside_in_runs_of_their_own() -> None:
    file = file_of()

    assert part_of(file, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    footers = [part_of(file, name) for name in names_of(file) if "footer" in name]
    assert sorted(value(one, "p/pPr/jc") for one in footers) == ["left", "right"]
    for footer in footers:
        inner = [run[-1] for run in footer.iter(f"{W}r")]
        marks = [one.get(f"{W}fldCharType") for one in inner if one.tag == f"{W}fldChar"]
        assert marks == ["begin", "separate", "end"]
        assert text_of(footer) == "— 1 —"
        assert [value(run, "rPr/sz") for run in footer.iter(f"{W}r")] == ["28"] * 7


def test_centred_page_numbers_need_one_footer_for_all_pages() -> None:
    file = file_of(page_number="centre")

    assert part_of(file, "word/settings.xml").find(f"{W}evenAndOddHeaders") is None
    (footer,) = (part_of(file, name) for name in names_of(file) if "footer" in name)
    assert value(footer, "p/pPr/jc") == "center"


def test_each_figure_is_one_run_inside_its_own_bookmark() -> None:
    bookmarks = list(bookmarks_of(file_of()))

    assert [(name, text) for _, name, text in bookmarks] == [
        ("units_1", "63家"),
        ("rate_1", "92.3%"),
        ("units_2", "63家"),
    ]
    assert len({number for number, _, _ in bookmarks}) == 3


def test_bookmarks_have_names_that_word_accepts_however_long_a_code_is() -> None:
    long = "contracts_of_enterprises_above_scale_signed"
    spans = [Span(str(number), long + ending) for number in (1, 2) for ending in ("", "_again")]

    names = [name for _, name, _ in bookmarks_of(file_of(Paragraph(tuple(spans))))]

    assert len(set(names)) == 4
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)


def test_what_the_summary_of_a_town_says_is_all_there(town: Store) -> None:
    document = annual_summary(town, PERIOD)
    spans = [
        span
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.figure
    ]

    file = render_docx(document)

    said = "".join(text_of(one) for one in paragraphs_of(file))
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            assert block.text in said
    assert [text for _, _, text in bookmarks_of(file)] == [span.text for span in spans]


def test_the_file_tells_its_title_and_union_and_nothing_of_this_computer() -> None:
    file = file_of()
    properties = docx.Document(io.BytesIO(file)).core_properties

    assert (properties.title, properties.author) == ("工作总结", "示例镇总工会")
    assert properties.last_modified_by == "示例镇总工会"
    assert not properties.comments
    assert not [name for name in names_of(file) if "thumbnail" in name or "app.xml" in name]


def test_the_hour_in_the_file_is_told_in_universal_time(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = datetime(2024, 12, 31, 20, 30, tzinfo=timezone(timedelta(hours=8)))
    monkeypatch.setattr(clock, "now", lambda: evening)

    properties = docx.Document(io.BytesIO(file_of())).core_properties

    assert properties.created.replace(tzinfo=None) == datetime(2024, 12, 31, 12, 30)  # noqa: DTZ001


def test_a_red_head_is_red_with_a_line_below_and_preprinted_sheets_have_neither() -> None:
    printed, preprinted = (
        part_of(file_of(Masthead(HEAD.mark, HEAD.number, HEAD.signer, paper)), "word/document.xml")
        for paper in (False, True)
    )

    assert [one.get(f"{W}val") for one in printed.iter(f"{W}color")] == ["FF0000"]
    (line,) = printed.iter(f"{W}pBdr")
    assert value(line, "top", "color") == "FF0000"
    assert "示例镇总工会文件" in text_of(printed)
    assert not list(preprinted.iter(f"{W}color"))
    assert not list(preprinted.iter(f"{W}pBdr"))
    assert "示例镇总工会文件" not in text_of(preprinted)
    for document in (printed, preprinted):
        assert "示例镇工发〔2024〕5号签发人：王建国" in text_of(document)


def _rows(paragraphs: Sequence[object]) -> float:
    taken = 0
    for one in paragraphs:
        spacing = one.find(f"{W}pPr/{W}spacing")
        taken += 579 if spacing is None else int(spacing.get(f"{W}line"))
        taken += 0 if spacing is None else int(spacing.get(f"{W}before", 0))
        taken += 30 if one.find(f"{W}pPr/{W}pBdr") is not None else 0
    return taken / 579


@pytest.mark.parametrize("is_preprinted", [False, True])
def test_the_head_takes_the_ten_rows_that_it_takes_on_paper(is_preprinted: bool) -> None:
    file = file_of(Masthead(HEAD.mark, HEAD.number, "", is_preprinted), *BLOCKS)

    paragraphs = paragraphs_of(file)
    title = next(place for place, one in enumerate(paragraphs) if "工作总结" in text_of(one))
    assert _rows(paragraphs[:title]) == pytest.approx(10, abs=0.01)


def test_the_foot_floats_at_the_bottom_between_the_standards_lines() -> None:
    document = part_of(file_of(*BLOCKS, FOOT), "word/document.xml")

    (table,) = document.iter(f"{W}tbl")
    assert value(table, "tblPr/tblpPr", "tblpYSpec") == "bottom"
    weights = [value(table, f"tblPr/tblBorders/{edge}", "sz") for edge in ("top", "insideH")]
    assert weights == ["8", "6"]
    rows = [text_of(row) for row in table.iter(f"{W}tr")]
    assert rows == ["抄送：示例镇党委办公室。", "示例镇总工会2024年12月20日印发"]
    assert table.getnext().tag == f"{W}p"


@pytest.mark.parametrize("is_sealed", [False, True])
@pytest.mark.parametrize("name", ["示例镇总工会", "示例市示例县示例镇总工会委员会"])
def test_name_and_day_stand_where_they_stand_on_paper(name: str, is_sealed: bool) -> None:
    rows = paragraphs_of(file_of(SignOff(name, "2024年12月20日", is_sealed)))[-2:]

    ends = [28 - int(value(row, "pPr/ind", "rightChars")) / 100 for row in rows]
    widths = [sum(0.5 if char.isascii() else 1 for char in text_of(row)) for row in rows]
    starts = [end - width for end, width in zip(ends, widths, strict=True)]
    if is_sealed:
        assert ends[1] == 24
        assert ends[0] + starts[0] == pytest.approx(ends[1] + starts[1], abs=0.02)
    else:
        assert starts[1] - starts[0] == pytest.approx(2, abs=0.02)
        assert max(ends) == 26 or ends[0] == 26


def test_a_page_break_and_a_line_break_are_kept() -> None:
    file = file_of(
        Title("第一行\n第二行"), Subtitle("（讨论稿）"), PageBreak(), Paragraph((Span("后"),))
    )

    paragraphs = paragraphs_of(file)
    assert len(list(paragraphs[0].iter(f"{W}br"))) == 1
    assert paragraphs[-1].find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert not list(paragraphs[1].iter(f"{W}pageBreakBefore"))


def test_characters_that_no_file_can_hold_are_left_out_and_rare_ones_stay() -> None:
    file = file_of(Paragraph((Span("王\x0b\x00𬱖<&>"), Span("“3”人", "a"))))

    assert text_of(paragraphs_of(file)[0]) == "王𬱖<&>“3”人"


def test_an_empty_town_gives_a_file_too(empty_town: Store) -> None:
    document = annual_summary(empty_town, PERIOD)

    assert docx.Document(io.BytesIO(render_docx(document))).paragraphs
    assert render(document).pages == 1


def test_the_summary_is_saved_as_word_by_the_ending_of_its_name(
    town: Store, tmp_path: object
) -> None:
    request = find_report("annual-summary").request(PERIOD)

    path = write_report(town, "annual-summary", request, tmp_path / "总结.DOCX")

    assert "word/document.xml" in names_of(path.read_bytes())


def test_a_table_repeats_its_header_and_is_as_wide_as_the_text() -> None:
    columns = (Column("day", "时间", 2, "center"), Column("what", "大事", 8))
    file = file_of(Table(columns, [("3月5日", "召开会议"), ("4月1日", "慰问职工3人")]))

    document = part_of(file, "word/document.xml")
    (table,) = document.iter(f"{W}tbl")
    rows = [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows == [["时间", "大事"], ["3月5日", "召开会议"], ["4月1日", "慰问职工3人"]]
    widths = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
    assert widths[1] == pytest.approx(4 * widths[0], abs=4)
    assert sum(widths) == pytest.approx(8844, abs=2)
    assert len(list(table.iter(f"{W}tblHeader"))) == 1


def test_a_bulletin_has_its_office_and_day_over_the_red_line_and_the_foots_own_label() -> None:
    head = Masthead("工会简报", "第5期", office="示例镇总工会办公室", day="2024年5月6日")
    foot = Imprint("县总工会。", "示例镇总工会", "2024年5月6日", label="报送：")

    document = part_of(file_of(head, *BLOCKS, foot), "word/document.xml")

    first, _, number, office, line, *_ = document.findall(f"{W}body/{W}p")
    assert value(first, "pPr/spacing", "before") == "0"
    assert [text_of(number), text_of(office)] == ["第5期", "示例镇总工会办公室2024年5月6日"]
    assert line.find(f"{W}pPr/{W}pBdr") is not None
    assert "报送：县总工会。" in text_of(document)
