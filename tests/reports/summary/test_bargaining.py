"""The chapter on bargaining tells terms, offers and checks of contracts as far as records go."""

from datetime import date

import pytest

from models.periods import span_period
from models.records.bargaining import Campaign, CampaignStep, Contract
from models.records.base import Record
from models.records.negotiation import Negotiation
from models.records.negotiation_care import Guide, PerformanceCheck
from models.store import Store
from reports.summary.bargaining import SECTION
from reports.summary.parts import STANDARD
from tests.reports.summary.speaking import lay, told

SIGNED = date(2024, 5, 6)


def contract(unit: str, **more: object) -> Contract:
    values = {
        "unit_name": unit,
        "kind": "2",
        "scope": "1",
        "signed_on": SIGNED,
        "valid_from": SIGNED,
        "valid_to": date(2025, 5, 5),
        "workers_covered": 10,
        **more,
    }
    return Contract(**values)  # type: ignore[arg-type]


def wages(before: int, after: int) -> dict[str, object]:
    return {"wage_before": before * 100, "wage_after": after * 100, "min_wage": 201_000}


def offer(unit: str, **more: object) -> Negotiation:
    values = {
        "title": f"{unit}协商",
        "year": 2024,
        "scope": "1",
        "unit_name": unit,
        "union_name": f"{unit}工会",
        "employer_party": unit,
        "offer_side": "1",
        "offer_on": SIGNED,
        **more,
    }
    return Negotiation(**values)  # type: ignore[arg-type]


def check(unit: str, result: str) -> PerformanceCheck:
    return PerformanceCheck(
        unit_name=unit, checked_on=SIGNED, checkers="张三", method="1", result=result
    )


AGREED = {"received_on": SIGNED, "replied_on": SIGNED, "reply_result": "1"}


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (
            [contract("甲厂", **wages(4000, 4200)), contract("乙厂", **wages(4000, 4000))],
            "合同约定职工平均工资比上年增长2.5%。合同约定的月最低工资标准均不低于2010元。",
        ),
        (
            [contract("甲厂", **wages(4000, 4200)), contract("乙厂")],
            (
                "写明工资水平的合同约定职工平均工资比上年增长5%。"
                "写明月最低工资标准的合同，标准均不低于2010元。"
            ),
        ),
        ([contract("甲厂", **wages(4000, 3900))], "受益职工10人。合同约定的月最低"),
        (
            [contract("甲厂", scope="3", title="区域合同"), contract("乙厂", kind="1")],
            "现行有效的各类集体合同2份，其中区域性合同1份。",
        ),
        ([offer("甲厂")], "全年发出集体协商要约1份。"),
        ([offer("甲厂", **AGREED)], "全年发出集体协商要约1份，已得到应约。"),
        ([offer("甲厂", **AGREED), offer("乙厂")], "全年发出集体协商要约2份，应约率50%。"),
        (
            [check("甲厂", "1"), check("乙厂", "2")],
            "对2家企业的合同履行情况开展检查，受检企业均能履行或基本履行合同。",
        ),
        (
            [check("甲厂", "1"), check("乙厂", "3")],
            "对2家企业的合同履行情况开展检查，履约率50%。",
        ),
        ([Guide(person_name="张三", from_on=date(2023, 1, 1))], "现有集体协商指导员1人。"),
    ],
)
def test_a_clause_says_what_its_figures_bear(
    store: Store, records: list[Record], said: str
) -> None:
    lay(store, records)

    assert said in told(store, SECTION)


def test_contracts_of_enterprises_alone_are_not_split(store: Store) -> None:
    lay(store, [contract("甲厂")])

    assert "现行有效" not in told(store, SECTION)


@pytest.mark.parametrize(
    ("renewed", "said"), [(True, "期满的合同全部按期续签。"), (False, "期满合同续签率50%。")]
)
def test_renewal_is_complete_only_when_nobody_is_left(
    store: Store, *, renewed: bool, said: str
) -> None:
    old = {"signed_on": date(2023, 5, 6), "valid_from": date(2023, 5, 6)}
    ended = [
        contract(unit, **{**old, "valid_to": date(2024, 5, 5)})  # type: ignore[arg-type]
        for unit in ("甲厂", "乙厂")
    ]
    lay(store, [*ended, contract("甲厂"), *([contract("乙厂")] if renewed else [])])

    assert said in told(store, SECTION)


def test_a_campaign_that_is_over_is_not_told_again(store: Store) -> None:
    (campaign,) = lay(
        store,
        [
            Campaign(
                title="春季行动",
                year=2024,
                scope="3",
                leader_post="镇长",
                started_on=date(2024, 3, 1),
                ended_on=date(2024, 6, 30),
            )
        ],
    )
    for step, day in (("1", date(2024, 3, 5)), ("5", date(2024, 9, 3))):
        lay(
            store,
            [
                CampaignStep(
                    campaign=campaign.id, step=step, acted_on=day, content="走访", unit_count=6
                )
            ],
        )

    year = told(store, SECTION, level=STANDARD)
    june = told(store, SECTION, level=STANDARD, period=span_period(2024, "06"))
    january = told(store, SECTION, level=STANDARD, period=span_period(2024, "01"))
    autumn = told(store, SECTION, level=STANDARD, period=span_period(2024, "Q3"))

    assert "成立由镇长任组长的工资集体协商工作领导小组。自3月起，集中4个月时间" in year
    assert "一是抓调研，深入企业6家次，" in year
    assert january == ""
    assert june == "自3月起，集中4个月时间，在各企业中分步推进协商工作。"
    assert autumn == "抓完善，检查履约情况，督促合同条款逐项兑现。"
