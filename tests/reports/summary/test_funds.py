"""The chapter on funds calls full and met only what was paid in full and met."""

from dataclasses import replace
from datetime import date

import pytest

from models.periods import span_period
from models.records.base import Record
from models.records.budget import BudgetLine
from models.records.funds import FundDue, FundIn, FundTask
from models.records.remittances import FundDun, FundReturn, Remittance
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.funds import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.reports.summary.speaking import lay, told

TAX, BANK = "1", "3"


def sent(month: int, amount: int, due: int = 1_000) -> Remittance:
    return Remittance(ym=PartialDate(2024, month), amount=amount * 100, due=due * 100)


def paid(amount: int, way: str = TAX, **more: object) -> FundIn:
    values = {"in_on": PartialDate(2024, 5, 16), "ym": PartialDate(2024, 5), **more}
    return FundIn(unit_name="甲厂", amount=amount * 100, way=way, **values)  # type: ignore[arg-type]


def task(amount: int, scope: str = "1") -> FundTask:
    return FundTask(year=2024, scope=scope, target=amount * 100)


YEAR_SENT = [sent(month, 1_000) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (YEAR_SENT, "全年12个月的工会经费全部足额上划，上划金额1.2万元。"),
        ([sent(1, 999), *YEAR_SENT[1:]], "全年工会经费足额上划的有11个月，上划金额1.19万余元。"),
        (YEAR_SENT[:3], "全年工会经费足额上划的有3个月，上划金额3000元。"),
        ([sent(1, 10)], "全年上划工会经费10元。"),
    ],
)
def test_funds_are_handed_up_in_full_only_when_every_month_was(
    store: Store, months: list[Record], said: str
) -> None:
    lay(store, months)

    assert told(store, SECTION) == said


def test_a_single_month_is_not_counted_out(store: Store) -> None:
    lay(store, YEAR_SENT)

    month = told(store, SECTION, period=span_period(2024, "06"))

    assert month == "本月工会经费足额上划，上划金额1000元。"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (8_000, "圆满完成年度税务代征任务，完成率100%。"),
        (5_000, "超额完成年度税务代征任务，完成率160%。"),
        (10_000, "年度税务代征任务已完成80%。"),
        (8_001, "年度税务代征任务已完成99.99%。"),
    ],
)
def test_the_tax_offices_task_is_worded_by_how_far_it_is_met(
    store: Store, asked: int, said: str
) -> None:
    lay(store, [paid(8_000), task(asked)])

    assert told(store, SECTION, level=STANDARD) == (
        f"全年收缴工会经费8000元。税务代收工会经费8000元，{said}"
    )


def test_a_years_task_is_not_held_against_later_months_alone(store: Store) -> None:
    lay(store, [paid(8_000, in_on=PartialDate(2024, 9, 3)), task(8_000), task(8_000, "2")])

    text = told(store, SECTION, period=span_period(2024, "H2"), level=STANDARD)

    assert text == "下半年收缴工会经费8000元。税务代收工会经费8000元。"


def test_the_rate_of_what_is_due_is_left_out_beyond_the_whole(store: Store) -> None:
    due = FundDue(unit_name="甲厂", ym=PartialDate(2024, 5), payroll=40_000_000, due=800_000)
    lay(store, [due, paid(6_000, BANK)])
    within = told(store, SECTION, level=SHORT)
    lay(store, [replace(paid(3_000, BANK), in_on=PartialDate(2024, 6, 1))])

    assert within == "全年收缴工会经费6000元，收缴率75%。"
    assert told(store, SECTION, level=SHORT) == "全年收缴工会经费9000元。"


def test_growth_is_told_and_what_became_less_is_not(store: Store) -> None:
    lay(store, [paid(8_000, BANK), paid(5_000, BANK, in_on=PartialDate(2023, 5, 1))])
    more = told(store, SECTION)
    lay(store, [paid(9_000, BANK, in_on=PartialDate(2023, 6, 1))])

    assert "收缴总额比上年增加3000元" in more
    assert "比上年" not in told(store, SECTION)


def test_what_came_back_and_the_budget_stand_in_the_long_text(store: Store) -> None:
    lay(
        store,
        [
            FundReturn(kind="3", in_on=PartialDate(2024, 7, 1), amount=800_000, from_level="4"),
            FundDun(unit_name="甲厂", issued_on=date(2024, 8, 1), arrears=100_000),
            BudgetLine(year=2024, kind="1", account="401", planned=1_000_000, actual=900_000),
        ],
    )

    text = told(store, SECTION)

    assert "依法催缴欠缴经费，发出催缴通知书1份。" in text
    assert "收到上级返还和补助经费8000元。" in text
    assert told(store, SECTION, level=STANDARD) == ""


def test_a_refund_that_outweighs_the_rest_is_no_income(store: Store) -> None:
    lay(store, [paid(100, BANK), paid(-500, BANK, in_on=PartialDate(2024, 6, 1))])

    assert told(store, SECTION) == ""
