"""Negotiations: their terms by the rules of three places, their votes, delegates and stages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.errors import Problem
from models.negotiation_case import moved_on, read_case, status_of, with_day
from models.negotiation_contracts import Terms, contracts_for, needs_seal, signatories, usual_end
from models.negotiation_stages import Stage, current, overdue, stages_of
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.local import LocalRule, WorkdayChange
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import PerformanceCheck
from models.records.units import Unit, UnitYear
from models.rules import checking
from models.rules.negotiation_delegates import bench_findings
from models.rules.negotiation_terms import suspension_term, term, term_before, total_term
from models.rules.negotiation_votes import outcome_of
from models.store import Store

Add = Callable[..., Record]
# What the State Council announced for spring and Labour Day 2024.
HOLIDAYS_2024 = {
    date(2024, 4, 4): False,
    date(2024, 4, 5): False,
    date(2024, 4, 7): True,
    date(2024, 4, 28): True,
    date(2024, 5, 1): False,
    date(2024, 5, 2): False,
    date(2024, 5, 3): False,
    date(2024, 5, 11): True,
}


def _save(store: Store, *records: Record) -> None:
    with store.change("新增"):
        for one in records:
            store.save(one)


def _settle_in(store: Store, region: str) -> None:
    with store.change("地区"):
        store.save(replace(store.town(), rule_region=region))


def _know_holidays(store: Store) -> None:
    days = (WorkdayChange(day=day, is_workday=works) for day, works in HOLIDAYS_2024.items())
    _save(store, *days)


def _negotiation(store: Store, **values: object) -> Negotiation:
    given: dict[str, object] = {
        "year": 2024,
        "scope": "1",
        "unit_name": "云溪鑫恒化工有限公司",
        "union_name": "云溪鑫恒化工有限公司工会委员会",
        "employer_party": "云溪鑫恒化工有限公司",
        "offer_side": "1",
        "offer_on": date(2024, 3, 14),
        "received_on": date(2024, 3, 15),
    }
    with store.change("新增协商"):
        return store.save(Negotiation(**{**given, **values}))  # type: ignore[arg-type]


def _delegate(case: Negotiation, side: str, name: str, **values: object) -> Delegate:
    given: dict[str, object] = {
        "negotiation": case.id,
        "side": side,
        "person_name": name,
        "post": "职工",
        "elected_how": "3",
        "elected_on": date(2024, 3, 26),
    }
    return Delegate(**{**given, **values})  # type: ignore[arg-type]


def _seat_both_sides(store: Store, case: Negotiation) -> None:
    for side in ("1", "2"):
        for place in range(3):
            chief = {"is_chief": True, "elected_how": "1" if side == "1" else "7"}
            values = chief if place == 0 else {"is_frontline": side == "1"}
            _save(store, _delegate(case, side, f"代表{side}{place}", **values))


def _stages(store: Store, case: Negotiation, today: date) -> dict[str, Stage]:
    found = stages_of(store, read_case(store, case), today)
    return {one.code: one for one in found}


def _texts(record: Record, store: Store, level: str) -> str:
    return "；".join(one.text for one in checking.check(record, store) if one.level == level)


@pytest.mark.parametrize(
    ("region", "received", "last"),
    [
        # 20 calendar days end on Qingming; the next day that is worked is Sunday the 7th.
        ("national", date(2024, 3, 15), date(2024, 4, 7)),
        ("shandong", date(2024, 3, 15), date(2024, 3, 25)),
        # 10 calendar days end on Saturday.
        ("shandong", date(2024, 3, 13), date(2024, 3, 25)),
        # Ten working days: 28 (a worked Sunday), 29, 30 April, 6–11 May, 13 May.
        ("henan", date(2024, 4, 26), date(2024, 5, 13)),
    ],
)
def test_an_offer_is_to_be_answered_by_the_rule_of_the_place(
    store: Store, region: str, received: date, last: date
) -> None:
    _settle_in(store, region)
    _know_holidays(store)

    found = term(store, "nego_reply_days", received)

    assert found is not None
    assert found.day == last


def test_working_days_follow_the_calendar_where_no_change_is_known(store: Store) -> None:
    _settle_in(store, "henan")

    found = term(store, "nego_reply_days", date(2024, 4, 26))

    assert found is not None
    assert (found.day, found.words.split("，")[0]) == (date(2024, 5, 10), "10个工作日")


def test_a_rule_of_the_office_comes_before_that_of_its_region(store: Store) -> None:
    _settle_in(store, "shandong")
    rule = LocalRule(
        rule="nego_reply_days", value="7", valid_from=date(2024, 1, 1), document="县总〔2024〕3号"
    )
    _save(store, rule)

    found = term(store, "nego_reply_days", date(2024, 3, 15))

    assert found is not None
    assert (found.day, found.words) == (date(2024, 3, 22), "7日，县总〔2024〕3号")


@pytest.mark.parametrize(
    ("region", "meeting", "last"),
    [
        ("national", date(2024, 4, 12), date(2024, 4, 7)),
        ("shandong", date(2024, 4, 12), date(2024, 4, 2)),
        # Five working days back over Labour Day: 7, 6 May, 30, 29, 28 April.
        ("henan", date(2024, 5, 8), date(2024, 4, 28)),
    ],
)
def test_data_are_due_before_the_first_meeting(
    store: Store, region: str, meeting: date, last: date
) -> None:
    _settle_in(store, region)
    _know_holidays(store)

    found = term_before(store, "nego_data_days", meeting)

    assert found is not None
    assert found.day == last


@pytest.mark.parametrize(
    ("region", "last"),
    [
        ("national", None),
        # 60 days after the consent of 20 March end on Sunday 19 May.
        ("shandong", date(2024, 5, 20)),
        # Two months after the offer was received.
        ("henan", date(2024, 5, 15)),
    ],
)
def test_the_whole_negotiation_ends_in_time(store: Store, region: str, last: date | None) -> None:
    _settle_in(store, region)
    case = _negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")

    found = total_term(store, case, date(2024, 4, 12))

    assert (found.day if found else None) == last


def test_thirty_working_days_run_from_the_first_meeting(store: Store) -> None:
    _settle_in(store, "ningbo")
    case = _negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")

    found = total_term(store, case, date(2024, 6, 3))

    # Six weeks of five days after Monday 3 June.
    assert found is not None
    assert found.day == date(2024, 7, 15)
    assert total_term(store, case, None) is None


@pytest.mark.parametrize(
    ("region", "last"),
    [
        # 15 days without clock: 20 March and 75 days.
        ("shandong", date(2024, 6, 3)),
        ("henan", date(2024, 5, 30)),
    ],
)
def test_the_days_of_a_suspension_are_not_counted(store: Store, region: str, last: date) -> None:
    _settle_in(store, region)
    case = _negotiation(
        store,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        suspended_on=date(2024, 4, 10),
        resumed_on=date(2024, 4, 25),
        suspend_reason="停电检修",
    )

    found = total_term(store, case, date(2024, 4, 1))

    assert found is not None
    assert found.day == last


def test_working_days_of_a_suspension_are_not_counted(store: Store) -> None:
    _settle_in(store, "ningbo")
    case = _negotiation(
        store,
        suspended_on=date(2024, 6, 10),
        resumed_on=date(2024, 6, 17),
        suspend_reason="停电检修",
    )

    found = total_term(store, case, date(2024, 6, 3))

    assert found is not None
    assert found.day == date(2024, 7, 22)


def test_a_suspended_negotiation_has_no_term_but_to_be_resumed(store: Store) -> None:
    _settle_in(store, "hangzhou")
    case = _negotiation(
        store,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        suspended_on=date(2024, 4, 10),
        suspend_reason="停电检修",
    )

    resumed = suspension_term(store, case)

    assert total_term(store, case, None) is None
    assert resumed is not None
    assert resumed.day == date(2024, 5, 10)


@pytest.mark.parametrize(
    ("should", "present", "agree", "passed", "why"),
    [
        (90, 60, 46, True, "通过"),
        (90, 59, 59, False, "不足应到90人的2/3"),
        # 45 of 60 who came, but not more than half of the 90 who should have come.
        (90, 60, 45, False, "没有超过应到90人的1/2，不按实到60人算"),
        (3, 2, 2, True, "通过"),
        (100, 67, 51, True, "通过"),
        (100, 66, 66, False, "不足应到100人"),
        (0, 0, 0, False, "没有填写应到人数"),
    ],
)
def test_a_vote_is_counted_on_those_who_should_attend(
    store: Store, should: int, present: int, agree: int, passed: bool, why: str
) -> None:
    vote = NegotiationVote(
        body="3", held_on=date(2024, 5, 8), should_attend=should, present=present, agree=agree
    )

    found = outcome_of(store, vote)

    assert found.passed is passed
    assert why in found.words


def test_shares_of_a_vote_come_from_the_office_s_rules(store: Store) -> None:
    rule = LocalRule(rule="nego_attend_share", value="4/5", valid_from=date(2024, 1, 1))
    _save(store, rule)
    vote = NegotiationVote(
        body="3", held_on=date(2024, 5, 8), should_attend=90, present=60, agree=60
    )

    assert "不足应到90人的4/5" in outcome_of(store, vote).words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"present": 91}, "实到91人大于应到90人"),
        ({"oppose": 10, "abstain": 11}, "合计81票，大于实到80人"),
    ],
)
def test_impossible_votes_are_refused(store: Store, values: dict[str, int], words: str) -> None:
    case = _negotiation(store)
    vote = NegotiationVote(
        negotiation=case.id,
        body="3",
        held_on=date(2024, 5, 8),
        should_attend=90,
        present=80,
        agree=60,
    )

    assert words in _texts(replace(vote, **values), store, "error")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("side", "values", "words"),
    [
        ("1", {"is_management": True}, "山东省企业工资集体协商条例第十条"),
        ("2", {"is_officer": True}, "工会干部不能担任企业方代表"),
        ("1", {"is_chief": True}, "每方只有一名首席代表"),
        ("1", {"vote_agree": 31, "vote_total": 30}, "同意31票多于应到30人"),
        ("1", {"left_on": date(2024, 3, 1)}, "离任日期早于产生日期"),
        ("2", {"person_name": "代表11", "unit_name": "甲厂"}, "不能同时代表双方"),
        ("1", {"person_name": "苏小禾"}, "记录员不能是协商代表"),
    ],
)
def test_what_a_delegate_cannot_be_is_refused(
    store: Store, side: str, values: dict[str, object], words: str
) -> None:
    case = _negotiation(store)
    _save(
        store,
        _delegate(case, "1", "代表10", is_chief=True, elected_how="1"),
        _delegate(case, "1", "代表11", unit_name="甲厂"),
        _meeting(case, 1, recorder="苏小禾"),
    )
    wrong = replace(_delegate(case, side, "某某"), **values)  # type: ignore[arg-type]

    assert words in _texts(wrong, store, "error")
    with pytest.raises(Problem), store.change("新增"):
        store.save(wrong)


def test_namesakes_with_different_numbers_may_sit_on_both_sides(store: Store) -> None:
    case = _negotiation(store)
    first, second = "37039919800101001X", "370399198505050019"
    _save(store, _delegate(case, "1", "李明", id_number=first, unit_name="甲厂"))

    other = _delegate(case, "2", "李明", id_number=second, unit_name="甲厂")

    assert "双方" not in _texts(other, store, "error")


def _meeting(case: Negotiation, number: int, **values: object) -> NegotiationMeeting:
    given: dict[str, object] = {
        "negotiation": case.id,
        "sequence": number,
        "held_on": date(2024, 4, 12 + number),
        "place": "会议室",
        "host_side": "1" if number % 2 else "2",
        "host_name": "主持人",
        "recorder": "记录员",
    }
    return NegotiationMeeting(**{**given, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("region", "change", "words"),
    [
        ("national", {"代表10": {"is_chief": False}}, "职工方还没有首席代表"),
        (
            "shandong",
            {"代表11": {"is_frontline": False}, "代表12": {"is_frontline": False}},
            "应不少于3人的1/3",
        ),
        ("national", {"代表21": {"left_on": date(2024, 4, 1)}}, "应不少于3人"),
        ("national", {"代表21": {"left_on": date(2024, 4, 1)}}, "双方代表人数应当对等"),
        ("national", {"代表21": {"left_on": date(2024, 4, 1)}}, "应于2024-04-16前补足"),
        (
            "national",
            {"代表11": {"is_external": True}, "代表12": {"is_external": True}},
            "外聘代表2人",
        ),
    ],
)
def test_what_is_missing_at_the_table_is_told(
    store: Store, region: str, change: dict[str, dict[str, object]], words: str
) -> None:
    _settle_in(store, region)
    case = _negotiation(store)
    _seat_both_sides(store, case)
    with store.change("改"):
        for one in store.find(Delegate, negotiation=case.id):
            values = change.get(one.person_name, {})
            store.save(replace(one, **values))  # type: ignore[arg-type]

    found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

    assert words in "；".join(one.text for one in found)
    assert {one.level for one in found} == {"warn"}


def test_a_full_table_needs_no_word(store: Store) -> None:
    for region in ("national", "shandong", "henan"):
        _settle_in(store, region)
        case = _negotiation(store, title=f"{region}的协商")
        _seat_both_sides(store, case)

        found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

        assert found == []


def test_a_seat_filled_in_time_is_no_vacancy(store: Store) -> None:
    case = _negotiation(store)
    _seat_both_sides(store, case)
    gone = store.find(Delegate, person_name="代表21")[0]
    _save(
        store,
        replace(gone, left_on=date(2024, 4, 1)),
        _delegate(case, "2", "新代表", elected_on=date(2024, 4, 9)),
    )

    found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

    assert found == []


@pytest.mark.parametrize(("female", "is_told"), [(10, True), (9, False)])
def test_many_women_need_a_woman_at_the_table(store: Store, female: int, is_told: bool) -> None:
    _settle_in(store, "henan")
    _save(store, Unit(name="云溪鑫恒化工有限公司"))
    unit = store.all(Unit)[0]
    _save(
        store,
        UnitYear(unit=unit.id, as_of=date(2024, 1, 1), workers_total=100, workers_female=female),
    )
    case = _negotiation(store, unit=unit.id)
    _seat_both_sides(store, case)

    found = [
        one.text
        for one in bench_findings(store, case, store.find(Delegate, negotiation=case.id))
        if "女代表" in one.text
    ]

    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("meeting", "level", "words"),
    [
        ({"recorder": "代表10"}, "error", "记录员不能是协商代表"),
        ({"host_side": "2"}, "warn", "首次会议由提出要约的职工方主持"),
        ({"attended_workers": 4}, "warn", "实到4人多于职工方代表3人"),
        ({"next_on": date(2024, 4, 1)}, "error", "下次会议日期早于本次会议日期"),
        ({"held_on": date(2024, 4, 10)}, "warn", "资料应在2024-03-31前提供"),
    ],
)
def test_meetings_keep_their_rules(
    store: Store, meeting: dict[str, object], level: str, words: str
) -> None:
    _settle_in(store, "shandong")
    case = _negotiation(store, data_given_on=date(2024, 4, 1))
    _seat_both_sides(store, case)

    assert words in _texts(_meeting(case, 1, **meeting), store, level)


def test_hosts_take_turns(store: Store) -> None:
    case = _negotiation(store, offer_side="2")
    _save(store, _meeting(case, 1, host_side="2"))

    assert "双方轮流" in _texts(_meeting(case, 2, host_side="2"), store, "warn")
    assert "轮流" not in _texts(_meeting(case, 2, host_side="1"), store, "warn")
    assert "还没有第2次会议" in _texts(_meeting(case, 3), store, "warn")


def test_surveys_cannot_bring_back_more_than_was_handed_out(store: Store) -> None:
    survey = TopicSurvey(
        method="1", held_on=date(2024, 3, 1), issued=30, returned=31, valid=32, campaign=None
    )

    assert _texts(survey, store, "error") == "回收31份大于发放30份；有效32份大于回收31份"


def test_a_topic_has_no_more_supporters_than_valid_questionnaires(store: Store) -> None:
    case = _negotiation(store)
    survey = TopicSurvey(
        negotiation=case.id, method="1", held_on=date(2024, 3, 1), issued=30, returned=30, valid=28
    )
    _save(store, survey)
    topic = Topic(negotiation=case.id, kind="3", demand="增长百分之七", support_count=29)

    assert "支持29人多于有效问卷28份" in _texts(topic, store, "warn")


def test_a_failed_item_needs_its_problem(store: Store) -> None:
    check = PerformanceCheck(
        unit_name="甲厂",
        checked_on=date(2024, 11, 5),
        checkers="苏小禾",
        method="2",
        overtime_paid="2",
        result="1",
    )

    assert "请写明存在的问题" in _texts(check, store, "error")
    told = _texts(replace(check, problems="未付加班工资"), store, "warn")
    assert "请填写整改期限" in told
    assert "还有6个检查项没有填" in told
    assert "结论却是履行良好" in told


def test_checks_live_through_their_stages() -> None:
    check = PerformanceCheck(unit_name="甲厂", checked_on=date(2024, 11, 5))
    day = date(2024, 12, 31)

    names = [
        check.about.state_of(one, day).name  # type: ignore[union-attr]
        for one in (
            check,
            replace(check, problems="欠薪"),
            replace(check, problems="欠薪", rectified_on=date(2024, 11, 20)),
            replace(check, problems="欠薪", rectified_on=date(2025, 1, 20)),
        )
    ]

    assert names == ["无问题", "未整改", "已整改", "未整改"]


def test_the_name_and_the_enterprise_follow_from_the_rest(store: Store) -> None:
    case = _negotiation(store, title="", unit_name="", employer_party="甲厂")

    assert (case.title, case.unit_name) == ("甲厂2024年工资集体协商", "甲厂")


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"offer_on": None, "received_on": None}, "0"),
        ({}, "1"),
        ({"replied_on": date(2024, 3, 20), "reply_result": "1"}, "2"),
        ({"replied_on": date(2024, 3, 20), "reply_result": "2"}, "21"),
        ({"reply_result": "4"}, "22"),
        ({"started_on": date(2024, 4, 1)}, "3"),
        ({"suspended_on": date(2024, 4, 1), "suspend_reason": "停产"}, "4"),
        ({"drafted_on": date(2024, 4, 1)}, "5"),
        ({"status": "13"}, "13"),
    ],
)
def test_the_status_follows_the_days(store: Store, values: dict[str, object], status: str) -> None:
    assert _negotiation(store, **values).status == status


def test_a_contract_must_not_fall_below_the_local_wage(store: Store) -> None:
    rule = LocalRule(rule="nego_min_wage", value="2010", valid_from=date(2023, 10, 1))
    _save(store, rule)
    contract = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2024, 5, 20),
        valid_from=date(2024, 5, 20),
        valid_to=date(2025, 5, 19),
        min_wage=200_999,
    )

    assert "低于当地最低工资标准2010元" in _texts(contract, store, "error")
    assert _texts(replace(contract, min_wage=201_000), store, "error") == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"filed_on": date(2024, 5, 31)}, "应于2024-05-30前报送（10日"),
        (
            {"effective_on": date(2024, 6, 20), "published_on": date(2024, 6, 28)},
            "应于2024-06-27前公布（7日，山东省",
        ),
        (
            {"received_on": date(2024, 5, 27), "effective_on": date(2024, 6, 1)},
            "未提异议的，到2024-06-11才生效",
        ),
        (
            {"effective_on": date(2024, 6, 20), "review_result": "2"},
            "审查有异议，修改重报以前不生效",
        ),
    ],
)
def test_days_of_a_contract_keep_the_terms(
    store: Store, values: dict[str, object], words: str
) -> None:
    _settle_in(store, "shandong")
    contract = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2024, 5, 20),
        valid_from=date(2024, 5, 20),
        valid_to=date(2025, 5, 19),
    )

    assert words in _texts(replace(contract, **values), store, "warn")  # type: ignore[arg-type]


def test_the_answer_that_is_due_stands_with_its_rule(store: Store) -> None:
    _settle_in(store, "shandong")
    case = _negotiation(store)

    before = _stages(store, case, date(2024, 3, 22))["reply"]
    after = _stages(store, case, date(2024, 3, 28))["reply"]

    rule = "应于3月25日前答复（10日，山东省企业工资集体协商条例）"
    assert [one.words for one in before.dues] == [f"{rule}，还有3天"]
    assert not before.is_late
    assert [one.words for one in after.dues] == [f"{rule}，已超期3天"]
    assert after.is_late
    assert after.state == "next"


def test_a_late_answer_is_told_but_no_longer_overdue(store: Store) -> None:
    _settle_in(store, "shandong")
    case = _negotiation(store, replied_on=date(2024, 3, 27), reply_result="1")

    stages = stages_of(store, read_case(store, case), date(2024, 4, 30))

    assert "晚了2天" in stages[1].dues[0].words
    assert overdue(stages) == ()
    assert current(stages) == stages[2]


def test_a_stage_that_was_passed_by_is_marked_as_not_recorded(store: Store) -> None:
    case = _negotiation(
        store,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        drafted_on=date(2024, 4, 20),
    )

    found = _stages(store, case, date(2024, 4, 30))

    states = {code: stage.state for code, stage in found.items()}
    assert states["data"] == states["meetings"] == states["delegates"] == "missed"
    assert states["vote"] == "next"


def test_a_refused_offer_waits_for_nothing(store: Store) -> None:
    case = _negotiation(store, replied_on=date(2024, 3, 20), reply_result="2")

    stages = stages_of(store, read_case(store, case), date(2025, 4, 30))

    assert current(stages) is None
    assert overdue(stages) == ()


def _signed(store: Store, **values: object) -> Negotiation:
    case = _negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")
    given: dict[str, object] = {
        "negotiation": case.id,
        "unit_name": "云溪鑫恒化工有限公司",
        "kind": "2",
        "signed_on": date(2024, 5, 20),
        "valid_from": date(2024, 5, 20),
        "valid_to": date(2025, 5, 19),
    }
    _save(store, Contract(**{**given, **values}))  # type: ignore[arg-type]
    return case


@pytest.mark.parametrize(
    ("today", "proposal", "words"),
    [
        # 15 days after Monday 27 May end on Tuesday 11 June.
        (date(2024, 6, 11), None, "还有0天"),
        (date(2024, 6, 12), date(2024, 6, 11), "请确认"),
    ],
)
def test_a_contract_nobody_objected_to_is_proposed_as_effective(
    store: Store, today: date, proposal: date | None, words: str
) -> None:
    case = _signed(store, filed_on=date(2024, 5, 24), received_on=date(2024, 5, 27))

    found = _stages(store, case, today)["effect"]

    assert found.proposal == proposal
    assert words in found.notes[0]
    assert "15日，劳动合同法第五十四条" in found.notes[0]


def test_an_objection_stops_the_proposal(store: Store) -> None:
    case = _signed(
        store,
        filed_on=date(2024, 5, 24),
        received_on=date(2024, 5, 27),
        review_result="2",
    )

    found = _stages(store, case, date(2024, 7, 1))["effect"]

    assert found.proposal is None
    assert found.notes == ("人社部门有异议，修改后重新报送",)
    assert status_of(read_case(store, case), date(2024, 7, 1)) == "24"


@pytest.mark.parametrize(
    ("values", "day", "status"),
    [
        ({}, date(2024, 5, 21), "7"),
        ({}, date(2024, 5, 19), "2"),
        ({"filed_on": date(2024, 5, 24)}, date(2024, 5, 25), "8"),
        (
            {"filed_on": date(2024, 5, 24), "effective_on": date(2024, 6, 11)},
            date(2024, 6, 20),
            "9",
        ),
        ({"published_on": date(2024, 6, 12)}, date(2024, 6, 20), "11"),
        ({"published_on": date(2024, 6, 12)}, date(2024, 6, 11), "7"),
        (
            {"published_on": date(2024, 5, 22), "valid_from": date(2024, 6, 1)},
            date(2024, 5, 25),
            "10",
        ),
        ({"published_on": date(2024, 6, 12)}, date(2025, 5, 20), "12"),
        ({"ended_on": date(2024, 10, 15)}, date(2024, 10, 15), "13"),
    ],
)
def test_the_status_goes_on_with_the_contract(
    store: Store, values: dict[str, object], day: date, status: str
) -> None:
    case = _signed(store, **values)

    assert status_of(read_case(store, case), day) == status


def test_a_vote_that_failed_asks_for_another_round(store: Store) -> None:
    case = _negotiation(store, drafted_on=date(2024, 4, 20))
    vote = NegotiationVote(
        negotiation=case.id,
        body="2",
        held_on=date(2024, 4, 25),
        should_attend=40,
        present=30,
        agree=20,
    )
    _save(store, vote)
    failed = status_of(read_case(store, case), date(2024, 4, 30))

    _save(store, _meeting(case, 1, held_on=date(2024, 4, 28)))
    again = status_of(read_case(store, case), date(2024, 4, 30))

    assert (failed, again) == ("23", "5")
    assert "没有超过应到40人" in _stages(store, case, date(2024, 4, 30))["vote"].notes[0]


def test_every_enterprise_that_votes_alone_must_agree(store: Store) -> None:
    case = _negotiation(store, scope="3")
    for name, agree in (("甲厂", 30), ("乙厂", 10)):
        vote = NegotiationVote(
            negotiation=case.id,
            body="2",
            unit_name=name,
            held_on=date(2024, 4, 25),
            should_attend=40,
            present=35,
            agree=agree,
        )
        _save(store, vote)
    before = read_case(store, case).has_passed

    second = NegotiationVote(
        negotiation=case.id,
        body="2",
        unit_name="乙厂",
        held_on=date(2024, 5, 5),
        should_attend=40,
        present=35,
        agree=31,
    )
    _save(store, second)

    assert not before
    assert read_case(store, case).has_passed


def test_a_day_of_all_contracts_is_filled_in_at_once_and_moves_the_status(store: Store) -> None:
    case = _signed(store)
    _save(
        store,
        Contract(
            negotiation=case.id,
            unit_name="乙厂",
            kind="2",
            signed_on=date(2024, 5, 20),
            valid_to=date(2025, 5, 19),
        ),
    )
    day = date(2024, 5, 24)

    changed = with_day(read_case(store, case), ("cb_contract", "filed_on"), day, today=day)

    assert [one.filed_on for one in changed if isinstance(one, Contract)] == [day, day]
    assert [one.status for one in changed if isinstance(one, Negotiation)] == ["8"]


def test_the_first_meeting_begins_the_negotiation(store: Store) -> None:
    case = _negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")
    _save(store, _meeting(case, 1))

    moved = moved_on(read_case(store, case), date(2024, 4, 30))

    assert (moved.started_on, moved.status) == (date(2024, 4, 13), "3")


def test_one_negotiation_of_the_area_becomes_a_contract_of_each_enterprise(store: Store) -> None:
    _settle_in(store, "shandong")
    _save(store, *(Unit(name=name) for name in ("甲厂", "乙厂", "丙厂")))
    first, second, third = store.all(Unit)
    for unit, sealed in ((first, date(2024, 5, 18)), (second, date(2024, 5, 19)), (third, None)):
        _save(
            store,
            Coverage(
                unit=unit.id,
                unit_name=unit.name,
                year=2024,
                workers_total=50,
                workers_covered=48 if sealed else None,
                sealed_on=sealed,
            ),
        )
    imported = Contract(
        unit=second.id,
        unit_name="乙厂",
        kind="2",
        scope="3",
        signed_on=date(2024, 5, 19),
        valid_to=date(2025, 5, 18),
        workers_covered=47,
    )
    _save(store, imported)
    case = read_case(store, _negotiation(store, scope="3", title="区域协商", unit_name=""))

    found = signatories(store, case, "2")
    start = date(2024, 5, 20)
    terms = Terms(
        kind="2", title="区域合同", signed_on=start, valid_from=start, valid_to=usual_end(start)
    )
    made = contracts_for(case, found[:2], terms)

    assert needs_seal(store, case)
    assert [(one.unit_name, one.is_sealed) for one in found] == [
        ("甲厂", True),
        ("乙厂", True),
        ("丙厂", False),
    ]
    assert (made[0].unit_name, made[0].workers_covered, made[0].valid_to) == (
        "甲厂",
        48,
        date(2025, 5, 19),
    )
    assert (made[1].id, made[1].workers_covered) == (store.all(Contract)[0].id, 47)
    assert {one.negotiation for one in made} == {case.negotiation.id}
