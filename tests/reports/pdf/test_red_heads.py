"""Red heads and the foot of the last page stand where GB/T 9704-2012 wants them, in millimetres."""

from dataclasses import dataclass

import pypdfium2 as pdfium
import pytest

from models.summary.markup import Span
from reports.blocks import Block, Document, Imprint, Masthead, Paragraph, Salutation, SignOff, Title
from reports.pdf.render import render
from tests.reports.pdf.reading import Glyph, pages_of, rows_of, texts_of

MM = 72 / 25.4
CELL = 156 / 28
STEP = CELL * 1.875
TITLE = Title("示例镇总工会2024年工作总结")
BODY = Paragraph((Span("全镇职工" * 60 + "。"),))
SIGN_OFF = SignOff("示例镇总工会", "2024年12月20日", is_sealed=True)
FOOT = Imprint("示例镇党委办公室，各企业工会。", "示例镇总工会", "2024年12月20日")


@dataclass(frozen=True)
class Bar:
    """A ruled line: its edges in millimetres from the top left corner, and its colour."""

    left: float
    top: float
    width: float
    weight: float
    colour: tuple[int, int, int]


def pdf_of(*blocks: Block) -> bytes:
    return render(Document("工作总结", "official", blocks, "示例镇总工会")).pdf


def bars_of(pdf: bytes) -> list[list[Bar]]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [
            [_bar(one, document[place].get_height()) for one in _paths(document[place])]
            for place in range(len(document))
        ]
    finally:
        document.close()


def _paths(page: pdfium.PdfPage) -> list[pdfium.PdfObject]:
    return list(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]))


def _bar(path: pdfium.PdfObject, height: float) -> Bar:
    left, bottom, right, top = path.get_bounds()
    rgba = [pdfium.raw.c_uint() for _ in range(4)]
    pdfium.raw.FPDFPageObj_GetFillColor(path, *rgba)
    red, green, blue, _ = (one.value for one in rgba)
    return Bar(
        left / MM, (height - top) / MM, (right - left) / MM, (top - bottom) / MM, (red, green, blue)
    )


def row_with(pages: list[list[Glyph]], text: str) -> list[Glyph]:
    for page in pages:
        for row in rows_of(page).values():
            if text in "".join(glyph.char for glyph in row):
                return row
    raise AssertionError(f"{text} is on no page")


def top_of(glyph: Glyph, size: float = CELL * MM) -> float:
    """The upper edge of a character's box in millimetres, in the middle of whose row it stands."""
    return (glyph.baseline - 0.88 * size) / MM


def test_the_mark_begins_35_mm_below_the_type_area_and_stands_in_its_middle() -> None:
    pages = pages_of(pdf_of(Masthead("示例镇总工会文件"), TITLE, BODY))

    mark = row_with(pages, "示例镇总工会文件")
    assert top_of(mark[0], 42) == pytest.approx(37 + 35, abs=0.1)
    assert (mark[0].x + mark[-1].x + 42) / 2 / MM == pytest.approx(28 + 78, abs=0.1)


def test_number_line_and_title_follow_in_the_standards_distances() -> None:
    pdf = pdf_of(Masthead("示例镇总工会文件", "示例镇工发〔2024〕5号"), TITLE, BODY)
    pages, (line,) = pages_of(pdf), bars_of(pdf)[0]

    number = row_with(pages, "〔2024〕5号")
    mark_bottom = 37 + 35 + 42 / MM
    assert 2 * STEP - 1 < top_of(number[0]) - mark_bottom < 3 * STEP
    assert (number[0].x + number[-1].x + CELL * MM) / 2 / MM == pytest.approx(106, abs=1.5)
    assert line.top - (top_of(number[0]) + CELL) == pytest.approx(4, abs=0.1)
    assert (line.left, line.width, line.weight) == pytest.approx((28, 156, 0.5), abs=0.05)
    assert line.colour == (255, 0, 0)
    title = row_with(pages, TITLE.text)
    assert top_of(title[0], 22) - line.top == pytest.approx(2 * STEP, abs=0.5)


def test_upwards_the_number_moves_left_and_the_signer_stands_at_the_right() -> None:
    pages = pages_of(
        pdf_of(Masthead("示例镇总工会文件", "示例工发〔2024〕5号", "王建国"), TITLE, BODY)
    )

    row = row_with(pages, "签发人：王建国")
    assert row[0].char == "示"
    assert row[0].x / MM == pytest.approx(28 + CELL, abs=0.1)
    assert row[-1].x / MM + CELL == pytest.approx(184 - CELL, abs=0.1)


def test_on_preprinted_sheets_nothing_is_red_and_everything_stands_where_it_stood() -> None:
    printed, preprinted = (
        pdf_of(
            Masthead("示例镇总工会文件", "示例工发〔2024〕5号", "王建国", is_preprinted=paper),
            TITLE,
            BODY,
        )
        for paper in (False, True)
    )

    assert bars_of(preprinted) == [[]]
    assert "示例镇总工会文件" not in texts_of(preprinted)[0]
    for text in ("〔2024〕5号", "签发人：王建国", TITLE.text):
        assert row_with(pages_of(preprinted), text) == row_with(pages_of(printed), text)


@pytest.mark.parametrize(
    "name", ["示例镇总工会", "示例自治区示例自治州示例自治县示例民族乡镇总工会联合委员会"]
)
def test_long_names_shrink_to_one_line_of_the_type_area(name: str) -> None:
    pages = pages_of(pdf_of(Masthead(f"{name}文件"), TITLE, BODY))

    mark = row_with(pages, f"{name}文件")
    step = mark[1].x - mark[0].x
    assert mark[0].x / MM >= 28 - 0.01
    assert (mark[-1].x + step) / MM <= 184 + 0.01
    assert "全镇职工" in texts_of(pdf_of(Masthead(f"{name}文件"), TITLE, BODY))[0]


def test_the_addressee_stands_flush_left_one_blank_row_below_the_title() -> None:
    pages = pages_of(pdf_of(TITLE, Salutation("示例县总工会："), BODY))

    title, addressee = row_with(pages, TITLE.text), row_with(pages, "示例县总工会：")
    assert addressee[0].x / MM == pytest.approx(28, abs=0.01)
    assert (addressee[0].baseline - title[0].baseline) / MM == pytest.approx(2 * STEP, abs=1)


def test_the_day_under_a_seal_ends_four_characters_from_the_edge_below_the_name() -> None:
    pages = pages_of(pdf_of(BODY, SIGN_OFF))

    name, day = row_with(pages, "示例镇总工会"), row_with(pages, "2024年12月20日")
    assert day[-1].x / MM + CELL == pytest.approx(184 - 4 * CELL, abs=0.1)
    middles = [(row[0].x + row[-1].x + CELL * MM) / 2 for row in (name, day)]
    assert middles[0] == pytest.approx(middles[1], abs=1)


def test_the_foot_closes_the_last_page_between_thick_lines_with_a_thin_one_inside() -> None:
    pdf = pdf_of(*[BODY] * 3, SIGN_OFF, FOOT)
    pages, (*others, bars) = pages_of(pdf), bars_of(pdf)

    assert all(not one for one in others)
    bars = sorted(bars, key=lambda bar: bar.top)
    assert [bar.weight for bar in bars] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert bars[-1].top + 0.35 / 2 == pytest.approx(37 + 225, abs=0.02)
    assert all((bar.left, bar.width) == pytest.approx((28, 156), abs=0.01) for bar in bars)
    small = 14 / MM
    copies, printed = row_with(pages, "抄送："), row_with(pages, "印发")
    assert copies[0].x / MM == pytest.approx(28 + small, abs=0.05)
    assert printed[0].x / MM == pytest.approx(28 + small, abs=0.05)
    assert printed[-1].x / MM + small == pytest.approx(184 - small, abs=0.05)
    assert bars[0].top < copies[0].baseline / MM < bars[1].top < printed[0].baseline / MM


def test_copies_over_two_lines_hang_behind_their_colon() -> None:
    foot = Imprint("示例镇党委办公室，" * 6 + "各企业工会。", "示例镇总工会", "2024年12月20日")

    rows = list(rows_of(pages_of(pdf_of(BODY, SIGN_OFF, foot))[-1]).values())
    first = next(place for place, row in enumerate(rows) if row[0].char == "抄")
    assert rows[first + 1][0].x == pytest.approx(rows[first][3].x, abs=0.05)
    assert rows[first + 1][0].char != "，"


@pytest.mark.parametrize("lines", range(8, 24))
def test_the_foot_never_covers_the_text_and_alone_on_a_page_it_has_no_number(lines: int) -> None:
    pdf = pdf_of(*[Salutation("职工")] * lines, SIGN_OFF, FOOT)

    page, text = pages_of(pdf)[-1], texts_of(pdf)[-1]
    top = min(bar.top for bar in bars_of(pdf)[-1])
    above = [glyph for glyph in page if glyph.baseline / MM < top]
    assert all(glyph.baseline / MM < top - 1 for glyph in above)
    assert ("—" in text) == bool(above)
    assert text.index("抄送：") >= 0


def test_a_paper_without_a_head_or_a_foot_rules_no_line() -> None:
    assert bars_of(pdf_of(TITLE, BODY, SIGN_OFF)) == [[]]
