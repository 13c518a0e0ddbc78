"""A figure that is not only what its records say is marked where years are compared."""

from decimal import Decimal

from models.periods import year_period
from models.records.reported import FigureBase
from models.store import Store
from reports.blocks import Document, ListHead
from reports.catalogue import find_report
from tests.reports.showing import table_of


def compared(store: Store) -> Document:
    report = find_report("comparison")
    values = {"years": "3", "figures": "cb_units_signed,unions_total"}
    return report.document(store, report.request(year_period(2024), values=values))


def test_a_figure_with_a_carried_over_year_is_marked_and_the_mark_explained(town: Store) -> None:
    before = table_of(compared(town)).rows
    with town.change("登记基数"):
        town.save(
            FigureBase(
                figure="cb_units_signed", year=2022, kind="1", value=Decimal(5), source="旧总结"
            )
        )

    document = compared(town)

    labels = [row[1] for row in table_of(document).rows]
    head = next(one for one in document.blocks if isinstance(one, ListHead))
    assert [row[1] for row in before] == ["基层工会组织数（年末）", "签订工资专项集体合同企业"]
    assert labels == ["基层工会组织数（年末）", "签订工资专项集体合同企业*"]
    assert "带*的有结转" in head.right
    assert table_of(document).rows[1][3] == "5"
