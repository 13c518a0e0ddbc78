"""The chapter on health tells examinations in numbers and says of results only what was told."""

from datetime import date

import pytest

from models.records.activities import Event
from models.records.health import HealthExam
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.health import SECTION
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def exam(name: str, people: int, **more: object) -> HealthExam:
    values = {"kind": "1", "payer": "2", "hospital": "镇卫生院", **more}
    return HealthExam(
        unit_name=name,
        on_date=PartialDate(2024, 5),
        headcount=people,
        **values,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("exams", "said"),
    [
        (
            [exam("甲", 60), exam("乙", 30)],
            "全年组织2家单位开展免费健康查体，受检职工90人。",
        ),
        (
            [exam("甲", 60, due_count=80)],
            "全年组织1家单位开展免费健康查体，受检职工60人。应检职工受检率75%。",
        ),
        (
            [exam("甲", 60, due_count=60)],
            "全年组织1家单位开展免费健康查体，受检职工60人。应检职工全部受检。",
        ),
        (
            [exam("甲", 60, due_count=60), exam("乙", 30)],
            "全年组织2家单位开展免费健康查体，受检职工90人。应检职工受检率100%。",
        ),
        (
            [exam("甲", 40, kind="3")],
            (
                "全年组织1家单位开展免费健康查体，受检职工40人。"
                "督促存在职业危害的企业落实职业健康检查，检查职工40人。"
            ),
        ),
        (
            [exam("甲", 40, kind="6")],
            "全年组织1家单位开展免费健康查体，受检职工40人。组织女职工“两癌”筛查，受检女职工40人。",
        ),
        ([exam("甲", 40, payer="6")], ""),
    ],
)
def test_examinations_are_told_by_who_paid_and_came(
    store: Store, exams: list[HealthExam], said: str
) -> None:
    lay(store, exams)

    assert told(store, SECTION) == said


@pytest.mark.parametrize(("is_told", "says"), [(True, True), (False, False)])
def test_results_were_told_only_when_all_were(store: Store, is_told: bool, says: bool) -> None:
    lay(
        store,
        [exam("甲", 60, abnormal=4, is_told=True), exam("乙", 30, abnormal=2, is_told=is_told)],
    )

    assert ("对检出异常的6人，已全部告知检查结果。" in told(store, SECTION)) is says


def test_minds_and_rest_are_told(store: Store) -> None:
    lay(
        store,
        [
            Event(title="心理讲座", kind="19", held_on=DAY, headcount=66),
            Event(title="疗休养", kind="20", held_on=DAY, headcount=12),
        ],
    )

    assert told(store, SECTION) == (
        "举办心理健康讲座、咨询等活动1次，参加职工60多人次。组织职工疗休养1次，参加职工12人次。"
    )
