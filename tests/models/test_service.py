"""Visits, questionnaires, issues raised and venues: rules, stages, figures, lists."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.appeals import Appeal
from models.records.base import Record
from models.records.local import LocalRule
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.town import Town
from models.records.units import Unit
from models.records.venues import Venue, VenueYear
from models.rules import checking
from models.rules.service import due_day, is_overdue
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.sheets.telling import as_json
from models.store import Store
from models.values.dates import PartialDate

Rows = Sequence[Sequence[object]]
SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
MARCH, APRIL, MAY = date(2024, 3, 13), date(2024, 4, 8), date(2024, 5, 6)
VISIT = Visit(visited_on=MARCH, unit_name="甲厂", visitors="苏小禾")
SURVEY = Questionnaire(
    title="需求", surveyed_on=PartialDate(2024, 3), issued=100, returned=90, valid=90
)
APPEAL = Appeal(
    received_on=MARCH,
    unit_name="甲厂",
    raiser_name="某某甲",
    category="7",
    content="食堂菜价高",
)
SETTLED = replace(APPEAL, result="1", solved_on=APRIL, replied_on=APRIL, closed_on=MAY)


def _keep(store: Store, *records: Record) -> list[Record]:
    with store.change("登记"):
        return [store.save(one) for one in records]


def _figure(store: Store, code: str, year: int = 2024) -> Figure:
    return compute(store, year_period(year))[code]


def _found(store: Store, record: Record) -> list[tuple[str, str]]:
    return [(one.level, one.field) for one in checking.check(record, store)]


def _bring(store: Store, folder: Path, rows: Rows) -> ImportResult:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    path = folder / "名单.xlsx"
    book.save(path)
    return commit_import(store, plan_import(store, path))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (VISIT, []),
        (replace(VISIT, visitors=""), [("warn", "visitors")]),
        (SURVEY, []),
        (replace(SURVEY, returned=101), [("error", "returned")]),
        (replace(SURVEY, valid=91), [("error", "valid")]),
        (replace(SURVEY, returned=None, valid=101), [("error", "valid")]),
        (ServiceCampaign(title="行动", started_on=MAY, ended_on=MARCH), [("error", "ended_on")]),
        (APPEAL, []),
        (SETTLED, []),
        (replace(APPEAL, due_on=date(2024, 3, 12)), [("error", "due_on")]),
        (replace(APPEAL, assigned_on=MAY, due_on=APRIL), [("error", "due_on")]),
        (replace(APPEAL, category=""), [("warn", "category")]),
        (replace(APPEAL, unit_name="", raiser_name=""), [("warn", "raiser_name")]),
        (replace(APPEAL, unit_name="", raiser_name="", is_anonymous=True), []),
        (replace(APPEAL, result="1"), [("warn", "result")]),
        (replace(APPEAL, result="6", closed_on=MAY), [("warn", "closed_on")]),
        (replace(SETTLED, satisfaction="3"), [("warn", "satisfaction")]),
        (replace(SETTLED, solved_on=MAY), [("warn", "replied_on")]),
        (replace(SETTLED, revisited_on=MARCH), [("warn", "revisited_on")]),
        (Venue(name="书屋", kind="2", status="2", closed_on=PartialDate(2024)), []),
        (Venue(name="书屋", kind="2", closed_on=PartialDate(2024)), [("warn", "status")]),
        (
            Venue(
                name="书屋",
                kind="2",
                status="2",
                opened_on=PartialDate(2024, 5),
                closed_on=PartialDate(2024, 4),
            ),
            [("error", "closed_on")],
        ),
    ],
)
def test_each_check_speaks_when_it_should(
    store: Store, record: Record, expected: list[tuple[str, str]]
) -> None:
    assert _found(store, record) == expected


def test_listed_people_that_differ_from_the_report_are_pointed_out(store: Store) -> None:
    (visit,) = _keep(store, replace(VISIT, talk_count=9))
    _keep(store, VisitTalk(visit=visit.id, person_name="某某甲"))

    texts = [one.text for one in checking.check(visit, store)]

    assert texts == ["报数9人，名单1人，统计时以名单为准"]


def test_a_worry_that_nobody_took_up_is_pointed_out_until_somebody_does(store: Store) -> None:
    (visit,) = _keep(store, VISIT)
    (talk,) = _keep(store, VisitTalk(visit=visit.id, person_name="甲", needs_followup=True))
    before = _found(store, talk)

    _keep(store, replace(APPEAL, talk=talk.id))

    assert before == [("warn", "needs_followup")]
    assert _found(store, talk) == []


def test_an_issue_goes_through_its_stages_and_opens_again_when_nobody_is_content() -> None:
    steps: tuple[tuple[dict[str, Any], str], ...] = (
        ({}, "登记"),
        ({"assigned_to": "苏小禾"}, "交办"),
        ({"progress": "已找企业谈"}, "办理"),
        ({"result": "1", "solved_on": MARCH}, "办理"),
        ({"replied_on": MARCH}, "答复"),
        ({"satisfaction": "3"}, "重办"),
        ({"satisfaction": "1"}, "答复"),
        ({"revisited_on": APRIL}, "回访"),
        ({"closed_on": APRIL}, "销号"),
    )
    appeal, stages = APPEAL, []
    for values, _ in steps:
        appeal = replace(appeal, **values)
        state = appeal.about.state_of(appeal, MAY)
        stages.append(state.name if state else "")

    assert stages == [stage for _, stage in steps]
    assert not appeal.about.is_alive(appeal, MAY)
    assert appeal.about.is_alive(appeal, MARCH)


@pytest.mark.parametrize(
    ("urgency", "due"),
    [("", date(2024, 3, 28)), ("1", date(2024, 3, 28)), ("3", date(2024, 3, 18))],
)
def test_without_a_day_the_urgency_gives_it(store: Store, urgency: str, due: date) -> None:
    # 13 March 2024 is a Wednesday; three days end on a Saturday, so the Monday counts.
    assert due_day(replace(APPEAL, urgency=urgency), store) == due


def test_the_township_may_set_other_terms(store: Store) -> None:
    _keep(store, LocalRule(rule="appeal_days_urgent", value="1", valid_from=date(2024, 1, 1)))

    assert due_day(replace(APPEAL, urgency="3"), store) == date(2024, 3, 14)


def test_the_red_card_is_for_what_is_open_after_its_day(store: Store) -> None:
    appeal = replace(APPEAL, due_on=APRIL)

    assert not is_overdue(appeal, store, APRIL)
    assert is_overdue(appeal, store, MAY)
    assert not is_overdue(replace(SETTLED, due_on=APRIL), store, MAY)
    assert is_overdue(replace(SETTLED, due_on=APRIL, satisfaction="3"), store, MAY)


def test_an_anonymous_issue_is_ticked_as_such() -> None:
    assert checking.complete(replace(APPEAL, raiser_name="匿名")).is_anonymous
    assert not checking.complete(APPEAL).is_anonymous


def test_visits_are_counted_by_units_times_and_people(store: Store) -> None:
    (unit,) = _keep(store, Unit(name="甲厂"))
    linked = replace(VISIT, unit=unit.id, talk_count=5)
    visits = _keep(
        store,
        linked,
        replace(linked, visited_on=MAY, unit=None, talk_count=7),
        replace(linked, visited_on=APRIL, unit_name="甲厂（原乙厂）", talk_count=1),
        replace(VISIT, unit_name="乙厂", talk_count=20, leader_rank="2"),
        replace(VISIT, unit_name="丙厂", visited_on=date(2023, 12, 6), talk_count=90),
    )
    _keep(
        store,
        VisitTalk(visit=visits[0].id, person_name="某某甲"),
        VisitTalk(visit=visits[0].id, person_name="某某乙"),
    )

    assert _figure(store, "visit_units").value == 2
    assert _figure(store, "visit_times").value == 4
    assert _figure(store, "visit_talk").value == 2 + 7 + 1 + 20
    assert [one.id for one in _figure(store, "visit_led").records] == [visits[3].id]


def test_rates_of_questionnaires_leave_out_those_that_tell_only_half(store: Store) -> None:
    _keep(
        store,
        SURVEY,
        replace(SURVEY, title="二", issued=60, returned=30, valid=24),
        replace(SURVEY, title="三", issued=1000, returned=None, valid=None),
    )

    rate = _figure(store, "survey_return_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (120, 160, Decimal("75.0"))
    assert _figure(store, "survey_valid_rate").value == Decimal("95.0")
    assert _figure(store, "survey_issued").value == 1160
    assert _figure(store, "surveys").value == 3


def test_issues_are_solved_when_the_one_who_raised_them_agrees(store: Store) -> None:
    _keep(
        store,
        replace(SETTLED, satisfaction="1", headcount=12),
        replace(SETTLED, content="二", satisfaction="3"),
        replace(SETTLED, content="三", result="3"),
        replace(SETTLED, content="四", solved_on=date(2025, 1, 6), closed_on=None),
        replace(APPEAL, content="五", due_on=APRIL),
        replace(SETTLED, content="六", received_on=date(2023, 3, 1)),
    )

    rate = _figure(store, "issues_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (1, 5, Decimal("20.0"))
    assert len(rate.others) == 4
    assert _figure(store, "issues_satisfied_rate").value == Decimal("50.0")
    assert _figure(store, "issues_people").value == 12 + 4
    overdue = _figure(store, "issues_overdue")
    assert sorted(store.title_of(one)[0] for one in overdue.records) == ["二", "五", "四"]


def test_venues_count_while_they_are_in_use(store: Store) -> None:
    venues = _keep(
        store,
        Venue(name="甲之家", kind="1", opened_on=PartialDate(2020)),
        Venue(name="乙书屋", kind="2", status="1"),
        Venue(name="丙驿站", kind="3", status="2", closed_on=PartialDate(2024, 6)),
        Venue(name="丁驿站", kind="3", opened_on=PartialDate(2025, 1)),
    )
    _keep(
        store,
        VenueYear(venue=venues[0].id, year=2024, served_count=300, spent=1_050),
        VenueYear(venue=venues[1].id, year=2024, served_count=50, spent=20_000),
        VenueYear(venue=venues[0].id, year=2023, served_count=900, spent=1),
    )

    assert _figure(store, "venues").value == 2
    assert _figure(store, "venues_home").value == 1
    assert _figure(store, "venues_station").value == 0
    assert _figure(store, "venues_station", 2023).value == 1
    assert _figure(store, "venue_served").value == 350
    assert _figure(store, "venue_spent").value == Decimal("210.50")


@pytest.fixture(scope="module")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    answers = Answers.from_json(EXPECTED["clerk_answers"])
    with Store.create(tmp_path_factory.mktemp("office") / "示例镇.db", town) as store:
        for number in ("01", "08", "09"):
            path = next(SAMPLES.glob(f"{number}_*"))
            commit_import(store, plan_import(store, path, answers=answers))
        yield store


@pytest.mark.parametrize(
    "code", ["visit_units", "visit_times", "visit_talk", "issues", "issues_solved"]
)
def test_figures_of_the_sample_lists_are_those_of_their_key(
    sample_office: Store, code: str
) -> None:
    assert _figure(sample_office, code).value == EXPECTED["figures"][code]["value"]


def test_a_sample_issue_is_kept_with_everything_its_row_says(sample_office: Store) -> None:
    found = sample_office.find(Appeal, received_on=date(2024, 4, 10))

    assert len(found) == 1
    one = found[0]
    assert (one.unit_name, one.raiser_name) == ("示例市源祥建筑安装有限公司", "谢立峰")
    assert one.unit is not None
    assert (one.source, one.category, one.result, one.satisfaction) == ("2", "7", "1", "1")
    assert (one.due_on, one.closed_on) == (date(2024, 4, 25), date(2024, 4, 18))


def test_another_townships_issue_list_is_read(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["大河乡工会主席接待日来访登记表（2024年）"],
        ["编号", "来访日期", "来访人", "工作单位", "诉求内容", "诉求类别", "处理意见", "办理结果"],
        [1, "3.5", "某某甲", "大河纸厂", "加班费没给足", "劳动报酬", "找厂长谈", "已补发到位"],
        [2, "3.9", "某某乙", "", "宿舍漏雨", "宿舍", "", "正在协商中"],
        [3, "3.20", "匿名", "大河纸厂", "想办职工书屋", "工会工作", "", "说不清"],
    ]

    result = _bring(store, tmp_path, rows)

    (sheet,) = as_json(result.plan, result)["sheets"]
    first, second = store.all(Appeal)
    assert sheet["record_type"] == "issue"
    assert (first.source, first.category, first.result) == ("4", "1", "1")
    assert (first.received_on, first.progress) == (date(2024, 3, 5), "找厂长谈")
    assert (second.unit_name, second.category, second.result) == ("", "7", "6")
    assert "“已补发到位”按“已解决”登记，请核对" in json.dumps(sheet, ensure_ascii=False)
    assert [one["row"] for one in sheet["rows"] if one["verdict"] == "error"] == [5]


def test_a_visit_told_in_sentences_is_classified_and_pointed_out(
    store: Store, tmp_path: Path
) -> None:
    rows: Rows = [
        ["大河乡总工会2024年走访企业登记表"],
        ["走访日期", "走访单位", "走访人员", "走访形式", "带队级别", "座谈人数", "谈话内容"],
        ["3月6日", "大河铁厂", "某某甲", "入企走访", "副乡长", "8名", "讲了政策，问了家庭困难"],
        ["3月7日", "大河纸厂", "某某甲", "视频", "乡工会", "5", "政策、法律"],
    ]

    result = _bring(store, tmp_path, rows)

    (visit,) = store.all(Visit)
    told = json.dumps(as_json(result.plan, result), ensure_ascii=False)
    assert (visit.way, visit.leader_rank, visit.topics) == ("1", "2", ("2", "4"))
    assert visit.talk_count == 8
    assert "“讲了政策，问了家庭困难”按“政策、困难”登记，请核对" in told
    assert "“视频”无法识别" in told


def test_a_list_of_rest_stops_fills_the_year_as_well(store: Store, tmp_path: Path) -> None:
    rows: Rows = [
        ["2024年户外劳动者驿站一览表"],
        ["序号", "驿站名称", "地点", "配备设施", "建成时间", "服务人次", "投入资金"],
        [1, "东关驿站", "东关路口", "饮水机、微波炉", "2023年6月", "1200人次", 8600],
    ]

    _bring(store, tmp_path, rows)

    (venue,), (year,) = store.all(Venue), store.all(VenueYear)
    assert (venue.kind, venue.opened_on) == ("3", PartialDate(2023, 6))
    assert (year.venue, year.year, year.served_count, year.spent) == (venue.id, 2024, 1200, 860_000)


def test_people_talked_to_are_put_with_their_visit(store: Store, tmp_path: Path) -> None:
    (unit,) = _keep(store, Unit(name="甲厂"))
    visits = _keep(
        store,
        replace(VISIT, unit=unit.id),
        replace(VISIT, unit=unit.id, visited_on=MAY),
    )
    rows: Rows = [
        ["面谈对象名单"],
        ["走访企业", "走访日期", "姓名", "心声", "情绪"],
        ["甲厂", "2024-05-06", "某某甲", "想学电焊", "平稳"],
        ["甲厂", "2024-07-01", "某某乙", "食堂贵", "不满"],
    ]

    result = _bring(store, tmp_path, rows)

    (talk,) = store.all(VisitTalk)
    assert (talk.visit, talk.person_name, talk.mood) == (visits[1].id, "某某甲", "1")
    assert result.plan.counts["error"] == 1
