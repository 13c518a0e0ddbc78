"""The chapter on rights tells disputes in numbers, and their outcome as it was."""

from datetime import date

import pytest

from models.records.activities import Event
from models.records.rights import LawLetter, RightsCase
from models.store import Store
from reports.summary.parts import SHORT
from reports.summary.rights import SECTION
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)
LATER = date(2024, 6, 20)


def case(number: int, **more: object) -> RightsCase:
    values = {"cause": "1", "received_on": DAY, "heads": 2, "amount": 500_000, **more}
    return RightsCase(case_no=f"云溪劳调{number}", party_name="某职工", **values)  # type: ignore[arg-type]


def closed(number: int, result: str, **more: object) -> RightsCase:
    return case(number, result=result, closed_on=LATER, **more)


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ([case(1)], "全年受理劳动争议1件，涉及职工2人、金额5000元。"),
        ([case(1, amount=None)], "全年受理劳动争议1件，涉及职工2人。"),
        (
            [closed(1, "1", received_on=date(2023, 12, 1))],
            "全年办结劳动争议1件，调解成功。",
        ),
        (
            [closed(1, "1"), closed(2, "6")],
            "全年受理劳动争议2件，涉及职工4人、金额1万元。办结劳动争议2件，全部调解成功。",
        ),
        (
            [closed(1, "1"), closed(2, "3")],
            (
                "全年受理劳动争议2件，涉及职工4人、金额1万元。"
                "办结劳动争议2件，其中调解成功1件，调解成功率50%。"
            ),
        ),
        (
            [closed(1, "1"), closed(2, "4")],
            (
                "全年受理劳动争议2件，涉及职工4人、金额1万元。"
                "办结劳动争议2件，其中调解成功1件，调解成功率100%（不含撤回和移交的案件）。"
            ),
        ),
        (
            [closed(1, "5")],
            "全年受理劳动争议1件，涉及职工2人、金额5000元。办结劳动争议1件。",
        ),
    ],
)
def test_the_outcome_is_told_as_it_was(store: Store, cases: list[RightsCase], said: str) -> None:
    lay(store, cases)

    assert told(store, SECTION, level=SHORT) == said


def test_what_workers_got_is_told_without_their_names(store: Store) -> None:
    lay(
        store,
        [
            closed(1, "1", cause="2", heads=1, paid=320_000),
            closed(2, "2", cause="1", heads=3),
            closed(3, "3", cause="1", heads=9),
        ],
    )

    text = told(store, SECTION)

    assert "为职工挽回经济损失8200元。" in text
    assert "为1人协调解决了工伤停工留薪期工资，帮助3人追回被拖欠的工资。" in text
    assert "某职工" not in text


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((LATER, LATER), "提示函、意见书2件，均已得到答复。"),
        ((LATER, None), "提示函、意见书2件，答复率50%。"),
        ((None, None), "提示函、意见书2件。"),
        ((LATER,), "提示函1件，已得到答复。"),
    ],
)
def test_letters_are_told_by_kind_and_answer(
    store: Store, answers: tuple[date | None, ...], said: str
) -> None:
    lay(
        store,
        [
            LawLetter(kind=kind, unit_name=f"{kind}厂", issued_on=DAY, answered_on=answered)
            for kind, answered in zip("12", answers, strict=False)
        ],
    )

    assert told(store, SECTION) == f"向用人单位发出劳动法律监督{said}"


def test_lessons_in_the_law_are_told_with_who_came(store: Store) -> None:
    lay(store, [Event(title="普法", kind="10", held_on=DAY, headcount=305)])

    assert told(store, SECTION) == "全年开展普法宣传活动1次，受教育职工300多人次。"
