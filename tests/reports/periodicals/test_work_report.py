"""The monthly and quarterly reports: the figures' numbers, this year's and last year's."""

from datetime import date
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import Figures
from models.periods import between, span_period, year_period
from models.records.summary import SummaryPaper
from models.store import Store
from reports.blocks import Document, Heading, Paragraph, Title
from reports.catalogue import find_report
from reports.output import write_report
from reports.pdf.render import render
from reports.periodicals.work_report import FIGURES, MOST_ROWS
from reports.summary.annual import annual_summary
from tests.reports.pdf.reading import pages_of, texts_of
from tests.reports.showing import assert_golden, block_text, sheet_rows, table_of


def made(store: Store, span: str = "", *, name: str = "monthly-report") -> Document:
    report = find_report(name)
    values = {"span": span} if span else {}
    return report.document(store, report.request(year_period(2024), values=values))


def paragraphs(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Paragraph)]


@pytest.mark.golden
@pytest.mark.parametrize(("name", "span"), [("monthly-report", "05"), ("quarterly-report", "Q2")])
def test_the_report_of_the_practice_town_is_as_stored(
    practice: Store, name: str, span: str, update_golden: bool
) -> None:
    assert_golden(name, made(practice, span, name=name), update=update_golden)


def test_each_row_has_the_month_the_year_so_far_and_the_same_of_last_year(practice: Store) -> None:
    rows = {row[0]: row for row in table_of(made(practice, "05")).rows}

    month = Figures(practice, span_period(2024, "05"))
    so_far = Figures(practice, between(date(2024, 1, 1), date(2024, 5, 31)))
    before = Figures(practice, between(date(2023, 1, 1), date(2023, 5, 31)))
    found = rows["新建基层工会"]
    assert [found[2], found[3], found[4]] == [
        str(one["unions_new"].value) for one in (month, so_far, before)
    ]
    total = rows["基层工会组织数（期末）"]
    assert total[2:5] == (
        "—",
        str(so_far["unions_total"].value),
        str(before["unions_total"].value),
    )


def test_every_row_is_one_of_the_figures_and_has_something_to_say(practice: Store) -> None:
    table = table_of(made(practice, "12"))

    figures = Figures(practice, year_period(2024))
    labels = {figures[code].definition.label.replace("（年末）", "（期末）") for code in FIGURES}
    assert len(table.rows) == MOST_ROWS
    assert {row[0] for row in table.rows} <= labels
    assert all(row[3] not in ("", "—", "0") for row in table.rows)


def test_the_text_is_the_short_text_of_the_chapters_with_figures_that_open(practice: Store) -> None:
    document = made(practice, "05")

    figures = Figures(practice, span_period(2024, "05"))
    spans = [
        span
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.figure
    ]
    assert len(spans) > 20
    assert all(span.text == figures[span.figure].say(span.style) for span in spans)
    assert {box.code for box in render(document).boxes} == {span.figure for span in spans}


def test_plans_and_lead_ins_stay_with_the_summary(practice: Store) -> None:
    text = "\n".join(paragraphs(made(practice, "05")))

    assert "总结如下" not in text
    assert "下一步" not in text
    assert not any(isinstance(one, Heading) for one in made(practice, "05").blocks)


def test_without_a_month_the_latest_is_told(practice: Store) -> None:
    report = find_report("monthly-report")
    request = report.request(year_period(2024, date(2024, 4, 12)))

    document = report.document(practice, request)

    assert document.name == "青禾镇总工会2024年4月工作月报"
    assert "（截至2024年4月12日）" in block_text(document)


def test_the_table_stands_on_the_first_page_inside_the_type_area(practice: Store) -> None:
    rendered = render(made(practice, "12"))

    first = texts_of(rendered.pdf)[0]
    assert "指标单位本月" in first
    for row in table_of(made(practice, "12")).rows:
        assert row[0] in first
    glyphs = pages_of(rendered.pdf)[0]
    assert all(79 < one.x < 522 for one in glyphs)


def test_an_empty_file_has_neither_table_nor_numbers(empty_town: Store) -> None:
    document = made(empty_town, "05")

    assert not any(char.isdigit() for text in paragraphs(document) for char in text)
    assert texts_of(render(document).pdf)


def test_the_workbook_holds_the_table_as_numbers(practice: Store, tmp_path: Path) -> None:
    report = find_report("monthly-report")
    request = report.request(year_period(2024), values={"span": "05"})

    path = write_report(practice, "monthly-report", request, tmp_path / "月报.xlsx")

    rows = {row[0]: row for row in sheet_rows(path)}
    assert rows["新建基层工会"][2:5] == (5, 11, 3)


def test_the_half_year_summary_is_the_summary_of_that_half(practice: Store) -> None:
    document = made(practice, "H1", name="half-year-summary")

    assert document == annual_summary(practice, span_period(2024, "H1"))
    (title,) = [one.text for one in document.blocks if isinstance(one, Title)]
    assert title == "青禾镇总工会2024年上半年工作总结"
    text = "\n".join(paragraphs(document))
    assert "现将上半年工作总结如下：" in text
    assert "全年" not in text.replace("全年目标", "").replace("全年任务", "")


def test_the_clerks_settings_of_the_half_year_hold(town: Store) -> None:
    with town.change("截止日期"):
        town.save(SummaryPaper(year=2024, span="H1", as_of=date(2024, 5, 31), title="半年小结"))

    document = made(town, "H1", name="half-year-summary")

    assert document.name == "半年小结"
    assert "截至2024年5月31日" in "\n".join(paragraphs(document))


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("half-year-summary", "H2"),
        ("quarterly-report", "Q3"),
        ("chronicle", "12"),
        ("comparison", "H2"),
    ],
)
def test_a_stretch_that_has_not_begun_on_the_day_of_counting_is_refused(
    empty_town: Store, name: str, span: str
) -> None:
    report = find_report(name)
    request = report.request(year_period(2024, date(2024, 5, 1)), values={"span": span})

    with pytest.raises(Problem, match="截止日期2024-05-01早于2024年"):
        report.document(empty_town, request)


def test_a_month_in_which_nothing_was_entered_says_so(empty_town: Store) -> None:
    assert paragraphs(made(empty_town, "06")) == ["本月台账里还没有登记工作。"]
