"""The chapter on safety tells the contest, checks, hazards and courses as they are recorded."""

from datetime import date
from decimal import Decimal

import pytest

from models.periods import span_period
from models.records.activities import Event
from models.records.safety import SafetyCheck, Training
from models.records.safety_contest import AnkangActivity, AnkangEntry
from models.store import Store
from reports.summary.parts import STANDARD
from reports.summary.safety import SECTION
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def entry(name: str, people: int = 40, **more: object) -> AnkangEntry:
    return AnkangEntry(unit_name=name, year=2024, participants=people, **more)  # type: ignore[arg-type]


def check(number: int, **more: object) -> SafetyCheck:
    values = {"team": "空谷镇总工会、空谷镇安监办", "units_text": "甲厂、乙厂", **more}
    return SafetyCheck(on_date=date(2024, 5, number), kind="1", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([entry("甲"), entry("乙")], "组织2家企业、80人参加“安康杯”竞赛。"),
        (
            [entry("甲", award="优胜单位"), entry("乙")],
            "组织2家企业、80人参加“安康杯”竞赛。参赛企业中，有1家获奖。",
        ),
        (
            [entry("甲", 30, award="优胜单位")],
            "组织1家企业、30人参加“安康杯”竞赛。参赛企业全部获奖。",
        ),
    ],
)
def test_the_contest_is_told_with_who_won(
    store: Store, entries: list[AnkangEntry], said: str
) -> None:
    lay(store, entries)

    assert told(store, SECTION, level=STANDARD) == said


def test_teams_scores_and_activities_stand_in_the_long_text(store: Store) -> None:
    lay(
        store,
        [
            entry("甲", 20, teams=3, score=Decimal("96.5")),
            entry("乙", 20, teams=2, score=Decimal("91.5")),
            AnkangActivity(unit_name="甲", on_date=DAY, title="查一次隐患", headcount=35),
        ],
    )

    assert told(store, SECTION) == (
        "组织2家企业、40人参加“安康杯”竞赛。参赛班组5个，参赛企业平均考核得分94分。"
        "全年指导企业围绕竞赛开展安全活动1次，参加职工30多人次。"
    )


def test_what_the_contest_tells_of_a_year_is_not_told_of_a_month(store: Store) -> None:
    lay(store, [entry("甲", teams=3, award="优胜单位")])

    assert told(store, SECTION, period=span_period(2024, "06")) == ""
    assert told(store, SECTION, period=span_period(2024, "H1")) == (
        "组织1家企业、40人参加“安康杯”竞赛。"
    )


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ([check(1)], "全年与镇安监办联合开展安全生产检查1次，检查企业2家次。"),
        (
            [check(1), check(2, team="空谷镇总工会"), check(3, team="")],
            "全年开展安全生产检查3次，检查企业6家次。",
        ),
        (
            [check(1, partners="县消防大队"), check(2, partners="县消防大队")],
            "全年与镇安监办、县消防大队联合开展安全生产检查2次，检查企业4家次。",
        ),
        ([check(1, team="", units_text="", place="车间")], "全年开展安全生产检查1次。"),
    ],
)
def test_checks_are_told_with_who_usually_took_part(
    store: Store, checks: list[SafetyCheck], said: str
) -> None:
    lay(store, checks)

    text = told(store, SECTION)

    assert text in (said, said.replace("镇安监办、县消防大队", "县消防大队、镇安监办"))


@pytest.mark.parametrize(
    ("found", "put_right", "said"),
    [
        (5, 5, "排查发现隐患5处，全部整改销号。"),
        (1, 1, "排查发现隐患1处，已整改销号。"),
        (8, 7, "排查发现隐患8处，已整改销号7处，整改率87.5%。"),
        (8, 0, "排查发现隐患8处，已逐项登记，督促整改。"),
        (0, 0, ""),
    ],
)
def test_all_hazards_are_put_right_only_when_all_are(
    store: Store, found: int, put_right: int, said: str
) -> None:
    lay(store, [check(1, hazards_found=found, hazards_closed=put_right)])

    assert told(store, SECTION) == (f"全年与镇安监办联合开展安全生产检查1次，检查企业2家次。{said}")


def test_courses_and_drills_are_told(store: Store) -> None:
    lay(
        store,
        [
            Training(title="安全培训班", kind="1", start_on=DAY, sessions=2, headcount=120),
            Training(title="财务培训班", kind="3", start_on=DAY, headcount=30),
            Event(title="消防演练", kind="12", held_on=DAY, headcount=50),
        ],
    )

    assert told(store, SECTION) == (
        "举办安全生产培训班2期，培训职工100多人次。开展应急演练1次，参加50人次。"
    )
