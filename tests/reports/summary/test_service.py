"""The chapter on service to workers says what visits, questionnaires and appeals prove."""

from datetime import date

import pytest

from models.periods import span_period
from models.records.activities import Event
from models.records.appeals import Appeal
from models.records.base import Record
from models.records.service import Questionnaire, ServiceCampaign, Visit
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.parts import SHORT
from reports.summary.service import SECTION
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def visit(name: str, day: date = DAY, **more: object) -> Visit:
    return Visit(visited_on=day, unit_name=name, **more)  # type: ignore[arg-type]


def appeal(content: str, **more: object) -> Appeal:
    values = {"received_on": DAY, "category": "1", "headcount": 3, **more}
    return Appeal(content=content, **values)  # type: ignore[arg-type]


SOLVED = {"result": "1", "solved_on": DAY}
CAMPAIGN = ServiceCampaign(
    title="2024年“暖心行”服务职工活动",
    themes=("1", "3"),
    doc_no="云溪镇工发〔2024〕6号",
    started_on=date(2024, 3, 1),
    ended_on=date(2024, 11, 30),
)


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([visit("甲厂"), visit("乙厂")], "全年走访企业2家。"),
        (
            [visit("甲厂", talk_count=4), visit("甲厂", date(2024, 6, 1), talk_count=5)],
            "全年走访企业1家、2家次，与职工面对面交谈9人次。",
        ),
        (
            [visit("甲厂", leader_rank="2"), visit("乙厂", leader_rank="1")],
            "全年走访企业2家。镇领导带队走访1家次。",
        ),
        (
            [visit("甲厂", leader_rank="2"), visit("乙厂", leader_rank="4")],
            "全年走访企业2家。镇领导、上级工会领导带队走访2家次。",
        ),
        ([visit("甲厂", topics=("2", "3"))], "全年走访企业1家。走访中，向职工讲政策、讲法律。"),
        ([visit("甲厂", topics=("4",))], "全年走访企业1家。走访中，了解职工的实际困难。"),
        ([appeal("食堂")], "全年登记职工诉求1件。\n诉求涉及职工3人次。"),
    ],
)
def test_visits_are_told_as_far_as_they_are_recorded(
    store: Store, records: list[Record], said: str
) -> None:
    lay(store, records)

    assert told(store, SECTION) == said.replace("\n", "")


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([appeal("一", **SOLVED), appeal("二", **SOLVED)], "全年登记职工诉求2件，全部得到解决。"),
        ([appeal("一", **SOLVED)], "全年登记职工诉求1件，已得到解决。"),
        (
            [appeal("一", **SOLVED), appeal("二"), appeal("三", result="4")],
            "全年登记职工诉求3件，已解决1件，解决率33.3%。",
        ),
        ([appeal("一"), appeal("二", result="6")], "全年登记职工诉求2件。"),
    ],
)
def test_appeals_are_called_solved_only_when_they_are(
    store: Store, records: list[Record], said: str
) -> None:
    lay(store, records)

    assert told(store, SECTION, level=SHORT) == said


def test_what_workers_often_ask_for_is_named_and_what_one_asked_is_not(store: Store) -> None:
    asked = [appeal("一"), appeal("二"), appeal("三", category="3", source="5")]
    lay(store, [*asked, appeal("四", category="13"), appeal("五", category="13")])

    text = told(store, SECTION)

    assert "登记的诉求中，来访、来电、网络反映和上级转办的有1件。" in text
    assert "诉求涉及职工15人次，反映较多的是工资拖欠方面的问题。" in text


def test_satisfaction_is_told_of_those_who_said(store: Store) -> None:
    lay(store, [appeal("一", satisfaction="1"), appeal("二", satisfaction="3"), appeal("三")])

    assert "职工评价满意率50%。" in told(store, SECTION)


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ({}, "开展职工问卷调查1次。"),
        ({"issued": 320}, "开展职工问卷调查1次，发放问卷320份。"),
        (
            {"issued": 320, "returned": 300},
            "开展职工问卷调查1次，发放问卷320份、回收300份，回收率93.8%。",
        ),
    ],
)
def test_sheets_of_questionnaires_are_told_exactly(
    store: Store, sheets: dict[str, int], said: str
) -> None:
    lay(store, [Questionnaire(title="问卷", surveyed_on=PartialDate(2024, 4), **sheets)])  # type: ignore[arg-type]

    assert told(store, SECTION) == said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ((100, 80), (50, None), "发放问卷150份、回收80份。"),
        ((100, None), (None, 130), "发放问卷100份。"),
    ],
)
def test_numbers_of_different_questionnaires_make_no_rate(
    store: Store, first: tuple[int, int], second: tuple[int, int], said: str
) -> None:
    day = PartialDate(2024, 4)
    lay(
        store,
        [
            Questionnaire(title="甲", surveyed_on=day, issued=first[0], returned=first[1]),
            Questionnaire(title="乙", surveyed_on=day, issued=second[0], returned=second[1]),
        ],
    )

    assert told(store, SECTION) == f"开展职工问卷调查2次，{said}"


def test_the_drive_is_told_with_its_plan_and_later_as_going_on(store: Store) -> None:
    lay(store, [CAMPAIGN])

    assert told(store, SECTION) == (
        "印发工作方案（云溪镇工发〔2024〕6号），组织开展“暖心行”服务职工活动。"
        "活动以听心声、解心结为主要内容。"
    )
    later = told(store, SECTION, period=span_period(2024, "H2"))
    assert later == "继续开展“暖心行”服务职工活动。活动以听心声、解心结为主要内容。"


def test_work_and_family_are_told_with_who_came(store: Store) -> None:
    lay(
        store,
        [
            Event(title="招聘会", kind="18", held_on=DAY, headcount=35),
            Event(title="暑托班", kind="17", held_on=DAY),
        ],
    )

    assert told(store, SECTION) == (
        "举办招聘和就业服务活动1次，服务求职职工30多人次。开展亲子、托管服务活动1次。"
    )


def test_half_a_year_speaks_of_half_a_year(store: Store) -> None:
    lay(store, [visit("甲厂"), visit("乙厂", date(2024, 9, 2))])

    assert told(store, SECTION, period=span_period(2024, "H1")) == "上半年走访企业1家。"
