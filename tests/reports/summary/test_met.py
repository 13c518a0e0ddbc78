"""A task from above is called met only when it is."""

from datetime import date
from decimal import Decimal

import pytest

from models.periods import span_period
from models.records.mutual import MutualPolicy
from models.records.papers import Target
from models.records.safety_contest import AnkangEntry
from models.store import Store
from reports.summary import mutual, safety
from tests.reports.summary.speaking import lay, told


def target(figure: str, asked: int, unit: str) -> Target:
    return Target(
        indicator=figure, year=2024, figure=figure, target=Decimal(asked), unit_label=unit
    )


def entries(number: int) -> list[AnkangEntry]:
    return [AnkangEntry(unit_name=f"{one}厂", year=2024, participants=9) for one in range(number)]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (3, "圆满完成上级下达的3家参赛任务。"),
        (2, "超额完成上级下达的2家参赛任务，完成率150%。"),
        (4, "上级下达的4家参赛任务已完成75%。"),
    ],
)
def test_a_task_is_worded_by_how_far_it_is_met(store: Store, asked: int, said: str) -> None:
    lay(store, [*entries(3), target("ankang_units", asked, "家")])

    assert told(store, safety.SECTION).endswith(f"参加“安康杯”竞赛。{said}")


def test_a_years_task_is_not_held_against_later_months(store: Store) -> None:
    policy = MutualPolicy(
        unit_name="甲厂",
        plan_name="住院",
        start_on=date(2024, 3, 1),
        end_on=date(2025, 2, 28),
        headcount=30,
    )
    lay(store, [policy, target("mi_people", 20, "人")])

    assert "超额完成上级下达的20人互助保障参保任务，完成率150%。" in told(store, mutual.SECTION)
    assert "任务" not in told(store, mutual.SECTION, period=span_period(2024, "H2"))


def test_the_words_of_common_tasks_find_their_figures(store: Store) -> None:
    wordings = {
        "困难职工结对帮扶": "hard_paired",
        "“安康杯”竞赛参赛企业": "ankang_units",
        "职工互助保障参保人数": "mi_people",
        "安全培训人次": "train_people",
    }
    laid = lay(
        store,
        [Target(indicator=one, year=2024, target=Decimal(10), unit_label="人") for one in wordings],
    )

    assert [getattr(one, "figure", "") for one in laid] == list(wordings.values())
