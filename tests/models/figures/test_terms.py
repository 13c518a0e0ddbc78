"""Terms of contracts and of office, and courses of a kind, are counted on their days."""

from datetime import date
from decimal import Decimal

import pytest

from models.records.bargaining import Contract
from models.records.safety import Training
from models.records.unions import Union, UnionTerm
from models.values.dates import PartialDate
from tests.models.figures.conftest import Desk, Names

MAY = date(2024, 5, 6)


def contract(unit: str, **more: object) -> Contract:
    values = {
        "unit_name": unit,
        "kind": "2",
        "scope": "1",
        "signed_on": MAY,
        "valid_from": MAY,
        "valid_to": date(2025, 5, 5),
        "workers_covered": 10,
        **more,
    }
    return Contract(**values)  # type: ignore[arg-type]


def test_raises_weigh_by_the_workers_covered(desk: Desk) -> None:
    desk.add(contract("甲厂", wage_before=400_000, wage_after=440_000, workers_covered=30))
    desk.add(contract("乙厂", wage_before=400_000, wage_after=400_000, workers_covered=10))
    desk.add(contract("丙厂"))

    assert desk.figure("cb_raise").text == "7.5%"
    assert len(desk.figure("cb_raise").records) == 2
    assert desk.value("cb_units_raised") == 1


def test_the_lowest_of_the_wages_agreed(desk: Desk) -> None:
    assert desk.value("cb_lowest_wage") is None

    desk.add(contract("甲厂", min_wage=210_000))
    desk.add(contract("乙厂", min_wage=201_000))

    assert desk.value("cb_lowest_wage") == Decimal("2010.00")


def test_a_contract_for_an_area_is_one_however_many_it_covers(desk: Desk) -> None:
    for unit in ("甲厂", "乙厂"):
        desk.add(contract(unit, scope="3", title="镇区域合同"))
    desk.add(contract("丙厂", scope="2", title="铸造行业合同"))
    desk.add(contract("丁厂"))

    assert desk.value("cb_contracts_area") == 1
    assert desk.value("cb_contracts_trade") == 1


@pytest.mark.parametrize(
    ("last", "soon", "over"),
    [
        (date(2025, 6, 30), 1, 0),
        (date(2025, 7, 1), 0, 0),
        (date(2024, 12, 31), 1, 0),
        (date(2024, 12, 30), 0, 1),
    ],
)
def test_contracts_that_run_out_soon_or_have_run_out(
    desk: Desk, last: date, soon: int, over: int
) -> None:
    desk.add(contract("甲厂", valid_to=last))

    assert (desk.value("cb_running_out"), desk.value("cb_run_out")) == (soon, over)


def test_a_contract_renewed_or_ended_early_has_not_run_out(desk: Desk) -> None:
    desk.add(contract("甲厂", valid_to=date(2024, 6, 1)))
    desk.add(contract("甲厂", valid_from=date(2024, 6, 2)))
    desk.add(contract("乙厂", valid_to=date(2024, 9, 1), ended_on=date(2024, 8, 1)))

    assert desk.value("cb_run_out") == 0


def test_only_the_last_term_of_a_living_union_is_overdue(desk: Desk, names: Names) -> None:
    for name, ends in (("甲", (2022, 2025)), ("乙", (2021, 2024)), ("丙", (2024,))):
        union = desk.add(
            Union(
                name=f"{name}工会",
                org_type="10",
                status="established",
                founded_on=PartialDate(2015),
            )
        )
        for number, end in enumerate(ends, start=1):
            desk.add(
                UnionTerm(
                    union=union.id,
                    session_no=number,
                    elected_on=date(end - 3, 6, 1),
                    years="3",
                    expires_on=date(end, 6, 1),
                    extended_to=date(2025, 1, 1) if name == "丙" else None,
                )
            )

    assert len(names(desk.figure("terms_overdue"))) == 1
    assert desk.figure("terms_overdue").records[0].expires_on == date(2024, 6, 1)  # type: ignore[attr-defined]


def test_courses_are_told_apart_by_kind_and_safety_stands_alone(desk: Desk) -> None:
    for kind, sessions in (("1", 1), ("3", 2), ("7", None)):
        desk.add(
            Training(title=f"培训{kind}", kind=kind, sessions=sessions, start_on=MAY, headcount=20)
        )

    assert desk.value("train_union_sessions") == 3
    assert desk.value("train_union_people") == 40
    assert desk.value("train_finance_sessions") == 2
    assert desk.value("train_officers_people") == 20
    assert desk.value("train_law_sessions") == 0
