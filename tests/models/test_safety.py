"""Safety contests, checks, hazards, training and health: checks, stages and figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.base import Record
from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training
from models.records.safety_contest import AnkangActivity, AnkangEntry
from models.records.units import Unit, UnitYear
from models.rules.checking import check_entry, complete
from models.store import Store
from models.values.dates import PartialDate

ENTRY = AnkangEntry(unit_name="甲厂", year=2024, participants=40)
CHECK = SafetyCheck(on_date=date(2024, 3, 5), kind="1", units_text="甲厂、乙厂")
TRAINING = Training(title="安全知识培训", kind="1", start_on=date(2024, 6, 3), headcount=80)
EXAM = HealthExam(
    unit_name="甲厂",
    on_date=PartialDate(2024, 6, 3),
    kind="1",
    due_count=60,
    headcount=50,
    payer="2",
)


def _add(store: Store, *records: Record) -> list[Record]:
    with store.change("新增"):
        return [store.save(one) for one in records]


def _unit(store: Store, name: str, workers: int) -> Unit:
    with store.change("新增单位"):
        unit = store.save(Unit(name=name))
        store.save(UnitYear(unit=unit.id, as_of=date(2024, 12, 31), workers_total=workers))
    return unit


def _check(store: Store, record: SafetyCheck = CHECK) -> SafetyCheck:
    with store.change("新增检查"):
        return store.save(record)


def _hazard(check: SafetyCheck, description: str, **more: object) -> Hazard:
    plain = Hazard(
        safety_check=check.id,
        found_on=date(2024, 3, 5),
        unit_name="甲厂",
        place="车间",
        description=description,
        grade="1",
        owner="王某",
        due_on=date(2024, 3, 20),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _told(store: Store, record: Record, level: str = "warn") -> dict[str, str]:
    return {one.field: one.text for one in check_entry(record, store) if one.level == level}


def _figure(store: Store, code: str, year: int = 2024, as_of: date | None = None) -> Figure:
    return compute(store, year_period(year, as_of))[code]


def _value(store: Store, code: str, year: int = 2024) -> object:
    return _figure(store, code, year).value


# 安康杯


def test_more_people_than_the_entry_form_says_are_refused(store: Store) -> None:
    with pytest.raises(Problem, match="参赛职工41人多于职工总数40人"):
        _add(store, replace(ENTRY, workers_total=40, participants=41))
    with pytest.raises(Problem, match="参赛班组3个多于班组数2个"):
        _add(store, replace(ENTRY, teams_total=2, teams=3))


def test_more_people_than_the_unit_employs_are_told(store: Store) -> None:
    unit = _unit(store, "甲厂", 30)

    assert "单位台账的30人" in _told(store, replace(ENTRY, unit=unit.id))["participants"]
    assert "participants" not in _told(store, replace(ENTRY, unit=unit.id, participants=30))


def test_applying_for_an_award_needs_the_score_of_the_rule(store: Store) -> None:
    applying = replace(ENTRY, applied_award="1", score=Decimal("94.9"))

    assert "不到95分" in _told(store, applying)["applied_award"]
    assert "applied_award" not in _told(store, replace(applying, score=Decimal(95)))


def test_a_unit_that_left_the_contest_does_not_count(store: Store) -> None:
    _add(
        store,
        ENTRY,
        replace(ENTRY, unit_name="乙厂", participants=25, teams=2, stage="5", award="优胜"),
        replace(ENTRY, unit_name="丙厂", stage="6"),
        replace(ENTRY, unit_name="丁厂", year=2023),
    )

    assert _value(store, "ankang_units") == 2
    assert _value(store, "ankang_people") == 65
    assert _value(store, "ankang_teams") == 2
    assert _value(store, "ankang_awards") == 1
    assert _value(store, "ankang_units", 2023) == 1


def test_a_unit_counts_once_whether_linked_or_only_named(store: Store) -> None:
    unit = _unit(store, "甲厂", 100)
    _add(store, replace(ENTRY, unit=unit.id), replace(ENTRY, participants=7))

    figure = _figure(store, "ankang_people")

    assert figure.value == 40
    assert len(figure.records) == 1


def test_activities_count_by_their_day(store: Store) -> None:
    told = AnkangActivity(unit_name="甲厂", on_date=date(2024, 6, 1), title="演练", headcount=30)
    _add(store, told, replace(told, on_date=date(2023, 6, 1)), replace(told, title="讲课"))

    assert _value(store, "ankang_activities") == 2
    assert _value(store, "ankang_activity_people") == 60


# 安全检查和隐患


def test_more_put_right_than_found_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="已整改3处多于发现隐患2处"):
        _check(store, replace(CHECK, hazards_found=2, hazards_closed=3))


def test_visits_count_what_is_listed_then_what_is_named_then_the_number(store: Store) -> None:
    named = _check(store)
    _check(store, replace(CHECK, on_date=date(2024, 4, 1), units_text="", units_count=5))
    _check(store, replace(CHECK, on_date=date(2024, 5, 1), units_text="丙厂，丁厂；戊厂"))

    before = _value(store, "safety_check_units")
    for name in ("甲厂", "乙厂", "己厂"):
        _add(store, CheckedUnit(safety_check=named.id, unit_name=name))

    assert before == 2 + 5 + 3
    assert _value(store, "safety_check_units") == 3 + 5 + 3
    assert _value(store, "safety_units_checked") == 6
    assert "已逐家登记3家" in _told(store, named)["units_text"]


def test_what_units_check_themselves_is_no_check_but_its_hazards_count(store: Store) -> None:
    _check(store)
    _check(store, replace(CHECK, kind="9", units_text="丙厂", hazards_found=4, hazards_closed=1))

    assert _value(store, "safety_checks") == 1
    assert _value(store, "safety_check_units") == 2
    assert _value(store, "hazards_found") == 4
    assert _value(store, "hazards_rate") == Decimal("25.0")


def test_hazards_listed_one_by_one_take_over_from_the_numbers(store: Store) -> None:
    check = _check(store, replace(CHECK, hazards_found=9, hazards_closed=9))
    done = {"fixed_on": date(2024, 3, 18), "recheck_on": date(2024, 3, 19), "recheck_result": "1"}
    _add(
        store,
        _hazard(check, "线路裸露", **done),
        _hazard(check, "通道堵塞", **done),
        _hazard(check, "没有防护罩"),
    )

    rate = _figure(store, "hazards_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (2, 3, Decimal("66.7"))
    assert _value(store, "hazards_found") == 3
    assert rate.others == (check,)
    assert "已逐条登记隐患3处" in _told(store, check)["hazards_found"]


def test_a_hazard_closed_after_the_cut_off_day_is_still_open_then(store: Store) -> None:
    check = _check(store)
    _add(store, _hazard(check, "线路裸露", recheck_on=date(2024, 7, 1), recheck_result="1"))

    assert _figure(store, "hazards_closed", as_of=date(2024, 6, 30)).value == 0
    assert _figure(store, "hazards_closed", as_of=date(2024, 7, 1)).value == 1


def test_a_hazard_goes_through_its_stages(store: Store) -> None:
    told = _hazard(CHECK, "线路裸露", notified_on=date(2024, 3, 6))
    closed = replace(told, recheck_on=date(2024, 3, 19), recheck_result="1")
    reported = replace(told, reported_on=date(2024, 3, 25))

    def stage(hazard: Hazard, day: date) -> str:
        found = hazard.about.state_of(hazard, day)
        return found.name if found else ""

    assert stage(told, date(2024, 3, 5)) == "未整改"
    assert stage(told, date(2024, 3, 6)) == "整改中"
    assert stage(closed, date(2024, 3, 18)) == "整改中"
    assert stage(closed, date(2024, 3, 19)) == "已销号"
    assert stage(reported, date(2024, 3, 25)) == "已上报"
    assert stage(replace(reported, recheck_result="1"), date(2024, 4, 1)) == "已销号"
    assert not closed.about.is_alive(closed, date(2024, 3, 19))


def test_steps_of_the_closed_loop_must_follow_one_another(store: Store) -> None:
    check = _check(store)
    late = _hazard(check, "线路裸露", fixed_on=date(2024, 3, 1))

    with pytest.raises(Problem, match="整改完成日期2024-03-01早于发现日期2024-03-05"):
        _add(store, late)


def test_the_five_things_a_ledger_must_say_are_asked_for(store: Store) -> None:
    check = _check(store)
    bare = Hazard(
        safety_check=check.id, found_on=date(2024, 3, 5), unit_name="甲厂", description="漏电"
    )

    told = _told(store, bare)

    assert {"place", "grade", "owner", "due_on"} <= set(told)
    assert _told(store, bare, "error") == {}


def test_a_major_hazard_must_be_reported(store: Store) -> None:
    major = _hazard(_check(store), "稀料库", grade="2", measure="停用")

    assert "安全生产法" in _told(store, major)["reported_on"]
    assert _told(store, replace(major, reported_on=date(2024, 3, 6))) == {}
    closed = replace(major, recheck_result="1")
    assert set(_told(store, closed)) == {"recheck_on", "fixed_on"}


def test_hazards_and_checked_units_go_with_their_check(store: Store) -> None:
    check = _check(store)
    _add(store, _hazard(check, "漏电"), CheckedUnit(safety_check=check.id, unit_name="甲厂"))

    with store.change("删除"):
        store.delete(check)

    assert (store.count(Hazard), store.count(CheckedUnit)) == (0, 0)


# 培训


def test_more_passed_than_came_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="考核合格81人多于参训80人次"):
        _add(store, replace(TRAINING, pass_count=81))


def test_only_safety_courses_are_safety_training(store: Store) -> None:
    _add(
        store,
        TRAINING,
        replace(TRAINING, start_on=date(2024, 9, 3), sessions=3, headcount=100),
        replace(TRAINING, title="协商代表培训", kind="2", headcount=45),
        replace(TRAINING, start_on=date(2023, 9, 3)),
    )

    assert _value(store, "train_sessions") == 4
    assert _value(store, "train_people") == 180
    assert _value(store, "train_all_sessions") == 5
    assert _value(store, "train_all_people") == 225


def test_signatures_make_a_roster_and_a_roster_needs_them(store: Store) -> None:
    signed = complete(replace(TRAINING, has_signatures=True))
    unsigned = replace(TRAINING, headcount_basis="1")

    assert signed.headcount_basis == "1"
    assert complete(TRAINING).headcount_basis == ""
    assert "签到表" in _told(store, unsigned)["has_signatures"]


def test_a_course_tells_its_kind_by_its_title() -> None:
    titles = {"集体协商代表培训班": "2", "女职工权益知识讲座": "4", "摄影兴趣班": "8"}

    kinds = {one: complete(Training(title=one)).kind for one in titles}

    assert kinds == titles


# 查体和职业病


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"headcount": 61}, "实检61人多于应检60人"),
        ({"abnormal": 51}, "检出异常51人多于实检50人"),
        ({"suspected": 51}, "疑似职业病51人多于实检50人"),
    ],
)
def test_counts_of_an_examination_must_fit(
    store: Store, changed: dict[str, int], words: str
) -> None:
    with pytest.raises(Problem, match=words):
        _add(store, replace(EXAM, **changed))  # type: ignore[arg-type]


def test_results_of_occupational_examinations_must_be_told(store: Store) -> None:
    at_work = replace(EXAM, kind="3")

    assert "第三十五条" in _told(store, at_work)["is_told"]
    assert "is_told" not in _told(store, replace(at_work, is_told=True))
    assert "is_told" not in _told(store, EXAM)


def test_days_of_a_round_add_up_and_a_second_round_sees_the_same_people(store: Store) -> None:
    _add(
        store,
        EXAM,
        replace(EXAM, on_date=PartialDate(2024, 6, 4), headcount=30),
        replace(EXAM, on_date=PartialDate(2024, 11, 4), headcount=60, round_no=2),
    )

    assert _value(store, "exam_people") == 80
    assert _value(store, "exam_units") == 1


def test_women_examined_besides_are_no_further_people(store: Store) -> None:
    _add(
        store,
        EXAM,
        replace(EXAM, on_date=PartialDate(2024, 7, 1), kind="3", headcount=20),
        replace(EXAM, on_date=PartialDate(2024, 3, 8), kind="6", headcount=35),
        replace(EXAM, unit_name="乙厂", kind="6", headcount=15),
    )

    assert _value(store, "exam_people") == 50 + 20 + 15


def test_what_workers_pay_themselves_is_not_free(store: Store) -> None:
    _add(store, EXAM, replace(EXAM, unit_name="乙厂", payer="6", abnormal=3))

    assert _value(store, "exam_people") == 50
    assert _value(store, "exam_abnormal") == 3
    rate = _figure(store, "exam_rate")
    assert (rate.numerator, rate.denominator) == (100, 120)


def test_a_disease_of_which_only_the_month_is_known_counts(store: Store) -> None:
    told = OccupationalDisease(
        person_name="何某", unit_name="甲厂", disease="矽肺", diagnosed_on=PartialDate(2024, 5)
    )
    _add(store, told, replace(told, person_name="吕某", diagnosed_on=PartialDate(2023, 5)))

    assert _value(store, "occ_diseases") == 1
    assert "工伤保险条例" in _told(store, told)["injury_no"]
