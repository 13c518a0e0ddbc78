"""The chapter on mutual help tells who is covered and what was paid."""

from datetime import date

import pytest

from models.records.mutual import MutualClaim, MutualPolicy
from models.store import Store
from reports.summary.mutual import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.reports.summary.speaking import lay, told


def policy(name: str, plan: str, people: int, year: int = 2024) -> MutualPolicy:
    return MutualPolicy(
        unit_name=name,
        plan_name=plan,
        start_on=date(year, 3, 1),
        end_on=date(year + 1, 2, 28),
        headcount=people,
        fee_total=people * 5_000,
    )


@pytest.mark.parametrize(
    ("policies", "said"),
    [
        (
            [policy("甲", "住院", 40)],
            "截至12月31日，全镇参加职工互助保障的单位有1家，覆盖职工40人。",
        ),
        (
            [policy("甲", "住院", 40), policy("甲", "意外", 30)],
            (
                "截至12月31日，全镇参加职工互助保障的单位有1家，覆盖职工40人。"
                "按保障计划计算，参保共70人次。"
            ),
        ),
    ],
)
def test_people_and_places_are_told_apart(
    store: Store, policies: list[MutualPolicy], said: str
) -> None:
    lay(store, policies)

    assert told(store, SECTION).startswith(said)
    assert told(store, SECTION, level=SHORT) == said.split("按保障", maxsplit=1)[0]


def test_fees_renewals_and_claims_are_told(store: Store) -> None:
    (old, _) = lay(store, [policy("甲", "住院", 30, 2023), policy("甲", "住院", 40)])
    lay(
        store,
        [
            MutualClaim(
                policy=old.id,
                person_name="某职工",
                event_on=date(2024, 1, 5),
                claimed_on=date(2024, 1, 20),
                amount=120_050,
                paid_on=date(2024, 2, 20),
            )
        ],
    )

    text = told(store, SECTION)

    assert "保障范围继续扩大，覆盖职工比上年末增加10人、增长33.3%。" in text
    assert "全年缴纳互助保障费2000元，到期续保率100%。" in text
    assert text.endswith("给付互助金1件、1200.50元。")
    assert "某职工" not in text
    assert "续保率" not in told(store, SECTION, level=STANDARD)


def test_fewer_people_than_last_year_are_left_to_the_comparison(store: Store) -> None:
    lay(store, [policy("甲", "住院", 50, 2023), policy("甲", "住院", 40)])

    assert "比上年" not in told(store, SECTION)
