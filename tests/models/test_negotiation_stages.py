"""The stages of a negotiation tell what is done, next and overdue, and move on."""

from dataclasses import replace
from datetime import date

import pytest

from models.negotiation_case import moved_on, read_case, status_of, with_day
from models.negotiation_contracts import Terms, contracts_for, needs_seal, signatories, usual_end
from models.negotiation_stages import current, overdue, stages_of
from models.records.bargaining import Contract, Coverage
from models.records.negotiation import (
    Negotiation,
    NegotiationVote,
)
from models.records.units import Unit
from models.store import Store
from tests.models.negotiating import (
    meeting,
    negotiation,
    save,
    settle_in,
    signed,
    stages,
)


def test_the_answer_that_is_due_stands_with_its_rule(store: Store) -> None:
    settle_in(store, "shandong")
    case = negotiation(store)

    before = stages(store, case, date(2024, 3, 22))["reply"]
    after = stages(store, case, date(2024, 3, 28))["reply"]

    rule = "应于3月25日前答复（10日，山东省企业工资集体协商条例）"
    assert [one.words for one in before.dues] == [f"{rule}，还有3天"]
    assert not before.is_late
    assert [one.words for one in after.dues] == [f"{rule}，已超期3天"]
    assert after.is_late
    assert after.state == "next"


def test_a_late_answer_is_told_but_no_longer_overdue(store: Store) -> None:
    settle_in(store, "shandong")
    case = negotiation(store, replied_on=date(2024, 3, 27), reply_result="1")

    stages = stages_of(store, read_case(store, case), date(2024, 4, 30))

    assert "晚了2天" in stages[1].dues[0].words
    assert overdue(stages) == ()
    assert current(stages) == stages[2]


def test_a_stage_that_was_passed_by_is_marked_as_not_recorded(store: Store) -> None:
    case = negotiation(
        store,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        drafted_on=date(2024, 4, 20),
    )

    found = stages(store, case, date(2024, 4, 30))

    states = {code: stage.state for code, stage in found.items()}
    assert states["data"] == states["meetings"] == states["delegates"] == "missed"
    assert states["vote"] == "next"


def test_a_refused_offer_waits_for_nothing(store: Store) -> None:
    case = negotiation(store, replied_on=date(2024, 3, 20), reply_result="2")

    stages = stages_of(store, read_case(store, case), date(2025, 4, 30))

    assert current(stages) is None
    assert overdue(stages) == ()


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
    case = signed(store, filed_on=date(2024, 5, 24), received_on=date(2024, 5, 27))

    found = stages(store, case, today)["effect"]

    assert found.proposal == proposal
    assert words in found.notes[0]
    assert "15日，劳动合同法第五十四条" in found.notes[0]


def test_an_objection_stops_the_proposal(store: Store) -> None:
    case = signed(
        store,
        filed_on=date(2024, 5, 24),
        received_on=date(2024, 5, 27),
        review_result="2",
    )

    found = stages(store, case, date(2024, 7, 1))["effect"]

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
    case = signed(store, **values)

    assert status_of(read_case(store, case), day) == status


def test_a_vote_that_failed_asks_for_another_round(store: Store) -> None:
    case = negotiation(store, drafted_on=date(2024, 4, 20))
    vote = NegotiationVote(
        negotiation=case.id,
        body="2",
        held_on=date(2024, 4, 25),
        should_attend=40,
        present=30,
        agree=20,
    )
    save(store, vote)
    failed = status_of(read_case(store, case), date(2024, 4, 30))

    save(store, meeting(case, 1, held_on=date(2024, 4, 28)))
    again = status_of(read_case(store, case), date(2024, 4, 30))

    assert (failed, again) == ("23", "5")
    assert "没有超过应到40人" in stages(store, case, date(2024, 4, 30))["vote"].notes[0]


def test_every_enterprise_that_votes_alone_must_agree(store: Store) -> None:
    case = negotiation(store, scope="3")
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
        save(store, vote)
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
    save(store, second)

    assert not before
    assert read_case(store, case).has_passed


def test_a_day_of_all_contracts_is_filled_in_at_once_and_moves_the_status(store: Store) -> None:
    case = signed(store)
    save(
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
    case = negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")
    save(store, meeting(case, 1))

    moved = moved_on(read_case(store, case), date(2024, 4, 30))

    assert (moved.started_on, moved.status) == (date(2024, 4, 13), "3")


def test_one_negotiation_of_the_area_becomes_a_contract_of_each_enterprise(store: Store) -> None:
    settle_in(store, "shandong")
    save(store, *(Unit(name=name) for name in ("甲厂", "乙厂", "丙厂")))
    first, second, third = store.all(Unit)
    for unit, sealed in ((first, date(2024, 5, 18)), (second, date(2024, 5, 19)), (third, None)):
        save(
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
    save(store, imported)
    case = read_case(store, negotiation(store, scope="3", title="区域协商", unit_name=""))

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


def test_a_contract_that_was_ended_is_to_be_reported(store: Store) -> None:
    settle_in(store, "shandong")
    case = signed(store, published_on=date(2024, 6, 12), ended_on=date(2024, 10, 15))

    found = stages(store, case, date(2024, 10, 20))["perform"]

    assert found.is_done
    assert found.notes == ("解除后应于10月22日前报备（7日，山东省企业工资集体协商条例）",)
    assert overdue(stages_of(store, read_case(store, case), date(2025, 1, 1))) == ()


def test_a_day_goes_to_those_that_lack_it_and_leaves_the_others(store: Store) -> None:
    case = signed(store, filed_on=date(2024, 5, 22))
    for name in ("乙厂", "丙厂"):
        save(store, replace(store.all(Contract)[0], id=None, unit_name=name, filed_on=None))
    case_now = read_case(store, case)
    day = date(2024, 5, 24)

    changed = with_day(case_now, ("cb_contract", "filed_on"), day, today=day)

    filed = [(one.unit_name, one.filed_on) for one in changed if isinstance(one, Contract)]
    assert filed == [("乙厂", day), ("丙厂", day)]
    assert [one.status for one in changed if isinstance(one, Negotiation)] == ["8"]


def test_a_day_that_all_have_is_corrected_in_all(store: Store) -> None:
    case = signed(store, filed_on=date(2024, 5, 22))
    save(store, replace(store.all(Contract)[0], id=None, unit_name="乙厂"))
    day = date(2024, 5, 24)
    place = ("cb_contract", "filed_on")

    corrected = with_day(read_case(store, case), place, day, today=day)
    blanked = with_day(read_case(store, case), place, None, today=day)

    assert [one.filed_on for one in corrected if isinstance(one, Contract)] == [day, day]
    assert [one.filed_on for one in blanked if isinstance(one, Contract)] == [None, None]
    assert [one.status for one in blanked if isinstance(one, Negotiation)] == ["7"]
