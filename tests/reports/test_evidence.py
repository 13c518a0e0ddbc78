"""The annex of a summary names every figure in it, its definition and the records behind it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.bargaining import Contract
from models.records.reported import FigureAdjustment
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from reports import evidence
from reports.blocks import Document, Paragraph, Table
from reports.catalogue import find_report
from reports.evidence import day_of, summary_evidence
from reports.output import write_report
from reports.summary.annual import annual_summary
from tests.reports.showing import page_texts

PERIOD = year_period(2024)
REPORT = find_report("summary-evidence")


def annex(store: Store, profile: str = "") -> Document:
    return summary_evidence(store, REPORT.request(PERIOD, profile=profile))


def rows_of(document: Document, place: int = 0) -> list[dict[str, str]]:
    table = [one for one in document.blocks if isinstance(one, Table)][place]
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def test_every_figure_of_the_summary_has_one_row_in_the_order_of_the_text(town: Store) -> None:
    codes = dict.fromkeys(
        span.figure
        for block in annual_summary(town, PERIOD).blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.figure
    )
    figures = Figures(town, PERIOD)

    rows = rows_of(annex(town))

    assert [row["label"] for row in rows] == [figures[code].definition.label for code in codes]
    assert [row["number"] for row in rows[:2]] == ["F001", "F002"]
    for row, code in zip(rows, codes, strict=True):
        figure = figures[code]
        assert row["exact"] == figure.exact
        assert row["basis"].startswith(figure.definition.basis)
        assert row["records"] == str(len(figure.records))
        assert row["words"]
        assert row["chapter"]
        assert "2024年12月31日" in row["period"]


def test_a_rate_shows_how_it_is_reckoned_and_its_whole_denominator(town: Store) -> None:
    document = annex(town)
    figure = Figures(town, PERIOD)["cb_rate"]

    (row,) = (one for one in rows_of(document) if one["label"] == figure.definition.label)
    behind = [one for one in rows_of(document, 1) if one["number"] == row["number"]]

    assert "7 ÷ 8 = 87.5%" in row["basis"]
    assert [one["share"] for one in behind] == ["计入"] * 7 + ["只在分母"]
    assert [one["serial"] for one in behind] == [str(place) for place in range(1, 9)]


def test_every_record_is_named_with_its_day(town: Store) -> None:
    document = annex(town)
    contract = town.all(Contract)[0]

    named = {(one["table"], one["title"], one["day"]) for one in rows_of(document, 1)}

    assert (Contract.about.label, town.title_of(contract), day_of(contract)) in named


def test_a_posted_annex_names_no_records(town: Store) -> None:
    document = annex(town, "公示")

    assert len([one for one in document.blocks if isinstance(one, Table)]) == 1
    assert rows_of(document)


def test_more_records_than_anybody_reads_end_with_how_many_are_left(
    town: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "MOST_RECORDS", 3)

    rows = rows_of(annex(town), 1)

    assert max(int(row["serial"]) for row in rows if row["serial"]) == 3
    assert "其余5条见台账" in [row["title"] for row in rows]


def test_an_empty_town_has_an_annex_without_rows(empty_town: Store) -> None:
    document = annex(empty_town)

    assert rows_of(document) == []
    assert "本表无记录" in page_texts(document)[0]


def test_the_annex_prints_and_goes_out_as_a_workbook_with_both_tables(
    town: Store, tmp_path: Path
) -> None:
    request = REPORT.request(PERIOD)

    pages = page_texts(annex(town))
    path = write_report(town, REPORT.name, request, tmp_path / "来源.xlsx")

    assert "2024年工作总结数据来源表" in pages[0]
    workbook = load_workbook(path)
    first, second = workbook.worksheets
    assert [cell.value for cell in first[3]][:2] == ["编号", "指标"]
    assert first.max_row == 3 + len(rows_of(annex(town)))
    assert second.max_row == 2 + len(rows_of(annex(town), 1))
    workbook.close()


@pytest.mark.parametrize(
    ("record", "day"),
    [
        (Contract(signed_on=date(2024, 3, 5)), "2024-03-05"),
        (Union(founded_on=PartialDate(2024, 6)), "2024-06"),
        (Unit(name="未填日期的厂"), ""),
    ],
)
def test_a_record_is_known_by_its_first_day_however_exact(record: object, day: str) -> None:
    assert day_of(record) == day


def test_what_the_clerk_decided_stands_under_the_definition(town: Store) -> None:
    adjusted = FigureAdjustment(
        figure="cb_workers",
        first=PERIOD.first,
        last=PERIOD.last,
        value=Decimal(900),
        reason="补报两家企业",
    )
    with town.change("改定"):
        town.save(adjusted)

    label = Figures(town, PERIOD)["cb_workers"].definition.label
    (row,) = (one for one in rows_of(annex(town)) if one["label"] == label)

    assert "补报两家企业" in row["basis"]
    assert row["exact"] == "900人"
