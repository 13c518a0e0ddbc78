"""The chapter on courses leaves those on safety to the chapter on safety."""

from datetime import date

import pytest

from models.records.safety import Training
from models.store import Store
from reports.summary.parts import STANDARD
from reports.summary.training import SECTION
from tests.reports.summary.speaking import lay, told

OFFICERS, FINANCE, SAFETY, OTHER = "7", "3", "1", "8"


def course(kind: str, headcount: int = 40) -> Training:
    return Training(
        title=f"培训班{kind}", kind=kind, start_on=date(2024, 5, 6), headcount=headcount
    )


@pytest.mark.parametrize(
    ("courses", "said"),
    [
        ([course(SAFETY)], ""),
        ([course(OFFICERS, 0)], "全年面向工会干部和职工举办培训班1期。"),
        ([course(OFFICERS), course(SAFETY)], "全年面向工会干部和职工举办培训班1期，参训40人次。"),
    ],
)
def test_sessions_and_attendances(store: Store, courses: list[Training], said: str) -> None:
    lay(store, list(courses))

    assert told(store, SECTION, level=STANDARD) == said


@pytest.mark.parametrize(
    ("courses", "said"),
    [
        ([course(OFFICERS), course(OFFICERS)], "培训内容以工会业务知识为主。"),
        (
            [course(OFFICERS), course(FINANCE, 0)],
            "其中工会业务培训1期、40人次，工会财务培训1期。",
        ),
        ([course(OFFICERS), course(OTHER)], ""),
    ],
)
def test_kinds_are_told_apart_where_there_are_several(
    store: Store, courses: list[Training], said: str
) -> None:
    lay(store, list(courses))

    assert told(store, SECTION).partition("。")[2] == said
