"""The chapter on culture names what was held and who came."""

from datetime import date

import pytest

from models.records.activities import Event
from models.store import Store
from reports.summary.culture import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def event(kind: str, title: str, people: int | None = 10) -> Event:
    return Event(kind=kind, title=title, held_on=DAY, headcount=people)


def test_activities_are_told_with_their_names_in_the_long_text(store: Store) -> None:
    lay(store, [event("3", "2024年职工篮球赛"), event("11", "“劳动美”书画展"), event("16", "插花")])

    assert told(store, SECTION) == (
        "全年举办文体活动2次，参加职工20人次。"
        "先后组织“职工篮球赛”“‘劳动美’书画展”，丰富职工业余文化生活。"
        "开展女职工活动1次，参加职工10人次。全年各类职工活动合计3次，参加职工30人次。"
    )
    assert told(store, SECTION, level=STANDARD) == ("全年举办文体活动2次，参加职工20人次。")
    assert told(store, SECTION, level=SHORT) == ""


@pytest.mark.parametrize(
    ("kinds", "said"),
    [("1", "组织知识竞赛1次"), ("2", "组织知识答卷1次"), ("12", "组织知识竞赛、知识答卷2次")],
)
def test_quizzes_are_called_what_they_were(store: Store, kinds: str, said: str) -> None:
    lay(store, [event(kind, f"答题{kind}", None) for kind in kinds])

    assert told(store, SECTION, level=STANDARD) == f"{said}。"


def test_more_than_a_few_names_end_with_and_others(store: Store) -> None:
    lay(store, [event("3", f"{name}赛") for name in "甲乙丙丁"])

    assert "先后组织“甲赛”“乙赛”“丙赛”等，" in told(store, SECTION)
