"""Several years on paper and in a workbook: the figures' own numbers, compared honestly."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import Figures
from models.periods import Period, year_period
from models.records.aid import AidBatch, AidItem
from models.store import Store
from reports.blocks import Charts, Document, ListHead
from reports.catalogue import find_report
from reports.output import write_report
from tests.reports.showing import column_of, page_texts, sheet_rows, table_of

PERIOD = year_period(2024)
CODES = ("unions_total", "unions_new", "cb_rate", "aid_amount")


def made(store: Store, period: Period = PERIOD, **values: str) -> Document:
    report = find_report("comparison")
    return report.document(store, report.request(period, values=values))


def row(document: Document, label: str) -> list[str]:
    return list(next(one for one in table_of(document).rows if one[1] == label))


def with_aid(store: Store, yuan_by_year: dict[int, int]) -> None:
    with store.change("登记帮扶"):
        for year, yuan in yuan_by_year.items():
            batch = store.save(AidBatch(title=f"{year}年送温暖", year=year, kind="1"))
            paid = date(year, 5, 6)
            store.save(
                AidItem(
                    batch=batch.id, household_name="某某甲", amount=yuan * 100, received_on=paid
                )
            )


def test_each_cell_is_the_figure_of_its_year(town: Store) -> None:
    document = made(town, years="3", figures=",".join(CODES))

    figures = [Figures(town, year_period(year)) for year in (2022, 2023, 2024)]
    assert row(document, "基层工会组织数（年末）")[3:6] == [
        str(one["unions_total"].value) for one in figures
    ]
    assert row(document, "新建基层工会")[3:] == ["—", "—", "4", "—", "上年没有数据"]
    assert row(document, "企业覆盖率")[3:] == ["—", "—", "87.5", "—", "上年没有数据"]


def test_large_amounts_stand_in_wan_and_their_difference_is_that_of_the_printed_numbers(
    town: Store,
) -> None:
    with_aid(town, {2023: 357_184, 2024: 353_914})

    cells = row(made(town, years="2", figures="aid_amount"), "发放帮扶资金")

    assert cells[2:] == ["万元", "35.72", "35.39", "-0.33", "-0.9%"]
    assert Decimal(cells[4]) - Decimal(cells[3]) == Decimal(cells[5])


def test_small_amounts_stay_in_yuan(town: Store) -> None:
    with_aid(town, {2023: 30_500, 2024: 30_140})

    cells = row(made(town, years="2", figures="aid_amount"), "发放帮扶资金")

    assert cells[2:] == ["元", "30,500", "30,140", "-360", "-1.2%"]


@pytest.mark.parametrize("count", range(2, 11))
def test_two_to_ten_years_fit_on_the_paper(town: Store, count: int) -> None:
    document = made(town, years=str(count))

    labels = [one.label for one in table_of(document).columns]
    assert labels[3:-2] == [f"{year}年" for year in range(2025 - count, 2025)]
    assert "基层工会组织数（年末）" in page_texts(document)[0]


def test_a_year_that_is_not_over_is_compared_up_to_the_same_day(town: Store) -> None:
    document = made(town, year_period(2024, date(2024, 4, 30)), years="2")

    (head, *_) = [one for one in document.blocks if isinstance(one, ListHead)]
    assert head.right.startswith("各年均算到当年4月30日")
    early = Figures(town, year_period(2024, date(2024, 4, 30)))
    assert column_of(document, "year2024")[0] == str(early["unions_total"].value)


def test_a_part_of_the_year_is_compared_with_the_same_part(town: Store) -> None:
    document = made(town, years="2", span="H1", figures="unions_new")

    assert "2023—2024年上半年" in document.name
    assert row(document, "新建基层工会")[4] == "4"


def test_charts_show_what_the_table_shows(town: Store) -> None:
    document = made(town, years="3", figures=",".join(CODES))

    (charts,) = [one for one in document.blocks if isinstance(one, Charts)]
    by_code = {one.code: one for one in charts.charts}
    assert "aid_amount" not in by_code
    assert by_code["cb_rate"].kind == "line"
    assert [one.value for one in by_code["unions_new"].points] == [None, None, 4]
    unions = by_code["unions_total"]
    assert unions.kind == "bars"
    assert [one.text for one in unions.points] == row(document, "基层工会组织数（年末）")[3:6]
    printed = page_texts(document)[-1]
    assert "基层工会组织数（年末）（家）" in printed
    assert "数据来源：云溪镇总工会台账；各年均算到年末" in printed


def test_a_file_without_records_gives_an_empty_table_and_no_charts(empty_town: Store) -> None:
    document = made(empty_town)

    assert table_of(document).rows == ()
    assert not any(isinstance(one, Charts) for one in document.blocks)
    assert "本表无记录" in page_texts(document)[0]


def test_an_unknown_figure_is_named(town: Store) -> None:
    with pytest.raises(Problem, match="nothing_such"):
        made(town, figures="unions_total,nothing_such")


def test_the_workbook_has_numbers_that_can_be_reckoned_with(town: Store, tmp_path: Path) -> None:
    report = find_report("comparison")
    request = report.request(PERIOD, values={"years": "2", "figures": "unions_total,cb_rate"})

    path = write_report(town, "comparison", request, tmp_path / "对比.xlsx")

    rows = sheet_rows(path)
    assert rows[2] == ("类别", "指标", "单位", "2023年", "2024年", "比上年增减", "同比")
    assert rows[3][3:6] == (1, 5, 4)
    assert rows[4][3:] == ("—", 87.5, "—", "上年没有数据")
