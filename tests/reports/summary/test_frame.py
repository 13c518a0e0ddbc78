"""The opening names what the paper is about, and the closing promises without numbers."""

from datetime import date

import pytest

from models.periods import Period, span_period, year_period
from models.records.base import Record
from models.records.elections import Post
from models.records.safety import Training
from models.records.unions import Union
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from tests.reports.summary.golden import chapter_text, draft_at
from tests.reports.summary.speaking import lay

WHOLE = year_period(2024)
UNION = Union(name="甲工会", org_type="10", status="established", founded_on=PartialDate(2024, 2))
COURSE = Training(title="培训班", kind="7", start_on=date(2024, 2, 6), headcount=30)


def opening(store: Store, period: Period = WHOLE, *, level: int = 3) -> str:
    return chapter_text(draft_at(store, level, period), "opening")


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([], "认真履行维护职工合法权益、竭诚服务职工群众的基本职责。"),
        ([COURSE], "以教育培训为重点，一项一项抓落实。"),
        ([UNION, COURSE], "以基层组织建设、教育培训为重点，一项一项抓落实。"),
    ],
)
def test_the_focus_is_what_the_chapters_speak_of(
    store: Store, records: list[Record], said: str
) -> None:
    lay(store, records)

    assert said in opening(store)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (WHOLE, "现将全年工作总结如下："),
        (year_period(2024, date(2024, 5, 20)), "现将今年以来的工作总结如下："),
        (span_period(2024, "H1"), "现将上半年工作总结如下："),
        (span_period(2024, "Q1"), "现将一季度工作总结如下："),
        (span_period(2024, "02"), "现将本月工作总结如下："),
        (span_period(2024, "S"), "现将本统计年度的工作总结如下："),
        (
            Period(date(2024, 1, 9), date(2024, 3, 8), date(2024, 3, 8)),
            "现将这一时期的工作总结如下：",
        ),
    ],
)
def test_the_lead_in_names_the_stretch(store: Store, period: Period, said: str) -> None:
    lay(store, [COURSE])

    text = opening(store, period)

    assert text.startswith(f"{period.words()}，空谷镇总工会")
    assert text.rstrip().endswith(said)


def test_people_are_told_with_their_parts_and_officers_in_the_long_text(store: Store) -> None:
    lay(store, [UNION])
    (unit,) = lay(store, [Unit(name="甲厂", carrier_type="01", operating_status="1")])
    day = date(2024, 1, 1)
    lay(store, [UnitYear(unit=unit.id, as_of=day, workers_total=345, workers_female=345)])
    lay(store, [Post(union_name="甲工会", position="10", person_name="张三", fulltime="2")])

    text = opening(store)

    assert "全镇共有基层工会1家。辖区现有企业1家，各类单位职工345人，均为女职工。" in text
    assert "配备兼职工会干部1人。" in text
    assert "配备" not in opening(store, level=2)


def test_the_closing_names_the_time_ahead_only_where_nothing_else_does(store: Store) -> None:
    alone = chapter_text(draft_at(store, 1), "closing")
    lay(store, [UNION])
    behind = chapter_text(draft_at(store, 1), "closing")

    assert alone.startswith("2025年，空谷镇总工会将")
    assert behind.startswith("空谷镇总工会将")
    assert not any(one.isdigit() for one in behind)
