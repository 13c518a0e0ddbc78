"""What delegates, votes, meetings, surveys, checks and contracts may not say."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import Problem
from models.records.bargaining import Contract
from models.records.local import LocalRule
from models.records.negotiation import (
    Delegate,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import PerformanceCheck
from models.records.units import Unit, UnitYear
from models.rules.negotiation_delegates import bench_findings
from models.rules.negotiation_votes import outcome_of
from models.store import Store
from tests.models.negotiating import (
    delegate,
    meeting,
    negotiation,
    save,
    seat_both_sides,
    settle_in,
    texts,
)


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
    save(store, rule)
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
    case = negotiation(store)
    vote = NegotiationVote(
        negotiation=case.id,
        body="3",
        held_on=date(2024, 5, 8),
        should_attend=90,
        present=80,
        agree=60,
    )

    assert words in texts(replace(vote, **values), store, "error")  # type: ignore[arg-type]


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
    case = negotiation(store)
    save(
        store,
        delegate(case, "1", "代表10", is_chief=True, elected_how="1"),
        delegate(case, "1", "代表11", unit_name="甲厂"),
        meeting(case, 1, recorder="苏小禾"),
    )
    wrong = replace(delegate(case, side, "某某"), **values)  # type: ignore[arg-type]

    assert words in texts(wrong, store, "error")
    with pytest.raises(Problem), store.change("新增"):
        store.save(wrong)


def test_namesakes_with_different_numbers_may_sit_on_both_sides(store: Store) -> None:
    case = negotiation(store)
    first, second = "37039919800101001X", "370399198505050019"
    save(store, delegate(case, "1", "李明", id_number=first, unit_name="甲厂"))

    other = delegate(case, "2", "李明", id_number=second, unit_name="甲厂")

    assert "双方" not in texts(other, store, "error")


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
    settle_in(store, region)
    case = negotiation(store)
    seat_both_sides(store, case)
    with store.change("改"):
        for one in store.find(Delegate, negotiation=case.id):
            values = change.get(one.person_name, {})
            store.save(replace(one, **values))  # type: ignore[arg-type]

    found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

    assert words in "；".join(one.text for one in found)
    assert {one.level for one in found} == {"warn"}


def test_a_full_table_needs_no_word(store: Store) -> None:
    for region in ("national", "shandong", "henan"):
        settle_in(store, region)
        case = negotiation(store, title=f"{region}的协商")
        seat_both_sides(store, case)

        found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

        assert found == []


def test_a_seat_filled_in_time_is_no_vacancy(store: Store) -> None:
    case = negotiation(store)
    seat_both_sides(store, case)
    gone = store.find(Delegate, person_name="代表21")[0]
    save(
        store,
        replace(gone, left_on=date(2024, 4, 1)),
        delegate(case, "2", "新代表", elected_on=date(2024, 4, 9)),
    )

    found = list(bench_findings(store, case, store.find(Delegate, negotiation=case.id)))

    assert found == []


@pytest.mark.parametrize(("female", "is_told"), [(10, True), (9, False)])
def test_many_women_need_a_woman_at_the_table(store: Store, female: int, is_told: bool) -> None:
    settle_in(store, "henan")
    save(store, Unit(name="云溪鑫恒化工有限公司"))
    unit = store.all(Unit)[0]
    save(
        store,
        UnitYear(unit=unit.id, as_of=date(2024, 1, 1), workers_total=100, workers_female=female),
    )
    case = negotiation(store, unit=unit.id)
    seat_both_sides(store, case)

    found = [
        one.text
        for one in bench_findings(store, case, store.find(Delegate, negotiation=case.id))
        if "女代表" in one.text
    ]

    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("values", "level", "words"),
    [
        ({"recorder": "代表10"}, "error", "记录员不能是协商代表"),
        ({"host_side": "2"}, "warn", "首次会议由提出要约的职工方主持"),
        ({"attended_workers": 4}, "warn", "实到4人多于职工方代表3人"),
        ({"next_on": date(2024, 4, 1)}, "error", "下次会议日期早于本次会议日期"),
        ({"held_on": date(2024, 4, 10)}, "warn", "资料应在2024-03-31前提供"),
    ],
)
def test_meetings_keep_their_rules(
    store: Store, values: dict[str, object], level: str, words: str
) -> None:
    settle_in(store, "shandong")
    case = negotiation(store, data_given_on=date(2024, 4, 1))
    seat_both_sides(store, case)

    assert words in texts(meeting(case, 1, **values), store, level)


def test_hosts_take_turns(store: Store) -> None:
    case = negotiation(store, offer_side="2")
    save(store, meeting(case, 1, host_side="2"))

    assert "双方轮流" in texts(meeting(case, 2, host_side="2"), store, "warn")
    assert "轮流" not in texts(meeting(case, 2, host_side="1"), store, "warn")
    assert "还没有第2次会议" in texts(meeting(case, 3), store, "warn")


def test_surveys_cannot_bring_back_more_than_was_handed_out(store: Store) -> None:
    survey = TopicSurvey(
        method="1", held_on=date(2024, 3, 1), issued=30, returned=31, valid=32, campaign=None
    )

    assert texts(survey, store, "error") == "回收31份大于发放30份；有效32份大于回收31份"


def test_a_topic_has_no_more_supporters_than_valid_questionnaires(store: Store) -> None:
    case = negotiation(store)
    survey = TopicSurvey(
        negotiation=case.id, method="1", held_on=date(2024, 3, 1), issued=30, returned=30, valid=28
    )
    save(store, survey)
    topic = Topic(negotiation=case.id, kind="3", demand="增长百分之七", support_count=29)

    assert "支持29人多于有效问卷28份" in texts(topic, store, "warn")


def test_a_failed_item_needs_its_problem(store: Store) -> None:
    check = PerformanceCheck(
        unit_name="甲厂",
        checked_on=date(2024, 11, 5),
        checkers="苏小禾",
        method="2",
        overtime_paid="2",
        result="1",
    )

    assert "请写明存在的问题" in texts(check, store, "error")
    told = texts(replace(check, problems="未付加班工资"), store, "warn")
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
    case = negotiation(store, title="", unit_name="", employer_party="甲厂")

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
    assert negotiation(store, **values).status == status


def test_a_contract_must_not_fall_below_the_local_wage(store: Store) -> None:
    rule = LocalRule(rule="nego_min_wage", value="2010", valid_from=date(2023, 10, 1))
    save(store, rule)
    contract = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2024, 5, 20),
        valid_from=date(2024, 5, 20),
        valid_to=date(2025, 5, 19),
        min_wage=200_999,
    )

    assert "低于当地最低工资标准2010元" in texts(contract, store, "error")
    assert texts(replace(contract, min_wage=201_000), store, "error") == ""


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
    settle_in(store, "shandong")
    contract = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2024, 5, 20),
        valid_from=date(2024, 5, 20),
        valid_to=date(2025, 5, 19),
    )

    assert words in texts(replace(contract, **values), store, "warn")  # type: ignore[arg-type]


def test_a_new_chief_may_follow_one_who_left(store: Store) -> None:
    case = negotiation(store)
    gone = delegate(case, "1", "代表10", is_chief=True, elected_how="1", left_on=date(2024, 4, 1))
    save(store, gone)

    successor = delegate(case, "1", "代表13", is_chief=True, elected_how="1")

    assert texts(successor, store, "error") == ""


def test_a_contract_is_signed_after_the_vote_and_before_the_last_one_ends(store: Store) -> None:
    case = negotiation(store)
    vote = NegotiationVote(
        negotiation=case.id,
        body="2",
        held_on=date(2024, 6, 3),
        should_attend=40,
        present=36,
        agree=33,
    )
    earlier = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2023, 5, 20),
        valid_from=date(2023, 6, 1),
        valid_to=date(2024, 5, 31),
    )
    save(store, vote, earlier)
    later = replace(
        earlier,
        previous=store.all(Contract)[0].id,
        negotiation=case.id,
        signed_on=date(2024, 6, 2),
        valid_from=date(2024, 6, 2),
        valid_to=date(2025, 6, 1),
    )

    told = texts(later, store, "warn")

    assert "签订日期早于职代会审议2024-06-03" in told
    assert "上一份合同2024-05-31已期满，应从2024-03-02起着手续签（期满前90日" in told
