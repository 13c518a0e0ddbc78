"""Applications and replies, elections with their votes, offices held, and legal certificates."""

from dataclasses import replace
from datetime import date

import pytest

from models.records.elections import Application, Candidate
from models.records.local import LocalRule
from models.records.unions import Union, UnionTerm
from models.rules import checking
from models.rules.elections import decided, delegates_for, seats_for
from models.store import Store
from tests.models.electing import (
    APRIL,
    BALLOT,
    JUNE,
    MAY,
    NAME,
    figure_of,
    findings_of,
    keep_one,
    new_union,
)


def _candidates(*votes: int | None) -> list[Candidate]:
    return [Candidate(election=1, person_name=f"{n}号", yes=yes) for n, yes in enumerate(votes)]


@pytest.mark.parametrize(
    ("votes", "results"),
    [
        ((20, 18, 17), ["1", "1", "2"]),
        ((20, 15, 10), ["1", "2", "2"]),
        ((16, 15, 15), ["1", "2", "2"]),
        ((20, 18, 18), ["1", "3", "3"]),
        ((18, 18, 17), ["1", "1", "2"]),
        ((18, 18, 18), ["3", "3", "3"]),
        ((20, None, 17), ["1", "", "1"]),
    ],
)
def test_most_votes_above_half_of_those_entitled_are_elected(
    votes: tuple[int | None, ...], results: list[str]
) -> None:
    assert [one.result for one in decided(BALLOT, _candidates(*votes))] == results


def test_each_vote_that_is_entered_decides_anew_and_is_undone_with_it(store: Store) -> None:
    election = keep_one(store, replace(BALLOT, union=new_union(store).id))
    for one in _candidates(20, 18):
        keep_one(store, replace(one, election=election.id))
    before = [one.result for one in store.all(Candidate)]

    keep_one(store, Candidate(election=election.id, person_name="新人", yes=19))
    after = [one.result for one in store.all(Candidate)]
    keep_one(store, replace(election, seats=3))
    with_three = [one.result for one in store.all(Candidate)]
    store.undo()
    store.undo()

    assert (before, after, with_three) == (["1", "1"], ["1", "2", "1"], ["1", "1", "1"])
    assert [one.result for one in store.all(Candidate)] == before


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"present": 31, "issued": 31, "returned": 28}, ("error", "present")),
        ({"returned": 29, "valid": 28}, ("error", "returned")),
        ({"valid": 28}, ("error", "invalid")),
        ({"seats": 31}, ("error", "seats")),
        (
            {"present": 19, "issued": 19, "returned": 19, "valid": 18},
            ("warn", "present"),
        ),
        ({"published_from": date(2024, 5, 12), "published_to": JUNE}, ("warn", "published_to")),
        ({"published_from": date(2024, 5, 12), "published_to": MAY}, None),
        ({"published_from": date(2024, 5, 15), "published_to": MAY}, ("warn", "published_to")),
        ({"present": 20, "issued": 20, "returned": 20, "valid": 19}, None),
    ],
)
def test_heads_and_votes_of_an_election_are_checked(
    store: Store, changed: dict[str, object], finding: tuple[str, str] | None
) -> None:
    found = findings_of(replace(BALLOT, **changed), store)  # type: ignore[arg-type]

    assert found == ([finding] if finding else [])


def test_the_least_attendance_is_a_local_rule(store: Store) -> None:
    few = replace(BALLOT, present=19, issued=19, returned=19, valid=18)
    keep_one(store, LocalRule(rule="attend_min", value="3/5", valid_from=date(2024, 1, 1)))

    assert findings_of(few, store) == []


def test_votes_must_add_up_to_the_valid_ones(store: Store) -> None:
    election = keep_one(store, replace(BALLOT, union=new_union(store).id))
    one = Candidate(election=election.id, person_name="甲", kind="1", yes=20, no=5, abstain=2)

    assert findings_of(one, store) == []
    assert findings_of(replace(one, abstain=1), store) == [("error", "abstain")]
    assert findings_of(replace(one, yes=28), store) == [("error", "yes")]
    assert findings_of(replace(one, kind="2", no=None, abstain=None), store) == []


def test_too_few_names_for_the_seats_are_doubted(store: Store) -> None:
    election = keep_one(store, replace(BALLOT, union=new_union(store).id))
    for one in _candidates(20, 18):
        keep_one(store, replace(one, election=election.id))
    without_surplus = findings_of(election, store)
    keep_one(store, Candidate(election=election.id, person_name="新人", yes=3))

    assert ("warn", "seats") in without_surplus
    assert ("warn", "seats") not in findings_of(election, store)


def test_seats_and_delegates_follow_the_bands_of_members(store: Store) -> None:
    union = new_union(store, members_total=150)
    election = replace(BALLOT, union=union.id, seats=9)

    assert (seats_for(store, 150), seats_for(store, None)) == ((3, 7), None)
    assert (delegates_for(150), delegates_for(60000)) == ((30, 40), (180, 240))
    assert ("warn", "seats") in findings_of(election, store)

    keep_one(store, LocalRule(rule="committee_odd_seats", value="1", valid_from=date(2024, 1, 1)))
    assert seats_for(store, 150, MAY) == (5, 7)


@pytest.mark.parametrize(
    ("members", "delegates", "found"),
    [
        (150, 35, []),
        (150, 20, [("warn", "delegates_total")]),
        (60, None, [("warn", "meeting_type")]),
    ],
)
def test_a_congress_needs_enough_members_and_delegates(
    store: Store, members: int, delegates: int | None, found: list[tuple[str, str]]
) -> None:
    term = UnionTerm(
        union=1,
        session_no=1,
        elected_on=MAY,
        years="3",
        expires_on=date(2027, 5, 20),
        meeting_type="2",
        members_total=members,
        delegates_total=delegates,
    )

    assert findings_of(term, store) == found


@pytest.mark.parametrize(
    ("days", "status"),
    [
        ({}, "draft"),
        ({"request_on": APRIL}, "reported"),
        ({"request_on": APRIL, "received_on": APRIL}, "under_review"),
        ({"request_on": APRIL, "reply_on": MAY}, "replied"),
    ],
)
def test_an_application_is_as_far_as_its_days_say(days: dict[str, date], status: str) -> None:
    found = checking.complete(Application(union_name=NAME, kind="02", **days))  # type: ignore[arg-type]

    assert (found.status, found.title) == (status, f"关于{NAME}换届的请示")


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"received_on": date(2024, 3, 1)}, ("error", "received_on")),
        ({"reply_on": date(2024, 3, 1)}, ("error", "reply_on")),
        ({"reply_no": ""}, ("warn", "reply_no")),
        ({"kind": "03", "reply_on": MAY}, ("warn", "reply_on")),
        ({"extended_to": MAY}, ("warn", "extended_to")),
    ],
)
def test_an_application_is_checked(
    store: Store, changed: dict[str, object], finding: tuple[str, str]
) -> None:
    case = Application(
        union_name=NAME,
        kind="01",
        request_on=APRIL,
        reply_no="镇工复1号",
        reply_on=date(2024, 4, 10),
        status="replied",
    )

    assert findings_of(case, store) == []
    assert findings_of(replace(case, **changed), store) == [finding]  # type: ignore[arg-type]


def test_a_reply_that_puts_the_election_off_moves_the_last_term(store: Store) -> None:
    union = new_union(store)
    terms = [
        keep_one(store, UnionTerm(union=union.id, session_no=n, elected_on=day, years="3"))
        for n, day in ((1, date(2018, 5, 1)), (2, date(2021, 5, 1)))
    ]
    case = Application(union=union.id, union_name=NAME, kind="05", request_on=APRIL)

    keep_one(store, replace(case, extended_to=date(2024, 9, 1), reply_no="1号", reply_on=MAY))
    late = findings_of(
        replace(case, extended_to=date(2025, 1, 1), reply_no="1号", reply_on=MAY), store
    )

    moved = [store.get(UnionTerm, one.id or 0).extended_to for one in terms]
    assert moved == [None, date(2024, 9, 1)]
    assert ("warn", "extended_to") in late


def test_a_refused_application_stays_refused_and_a_reply_moves_it_on() -> None:
    case = Application(union_name=NAME, kind="01", request_on=APRIL, reply_on=MAY)

    found = [checking.complete(replace(case, status=one)).status for one in ("reported", "refused")]
    answered_by_hand = checking.complete(replace(case, reply_on=None, status="replied")).status

    assert found == ["replied", "refused"]
    assert answered_by_hand == "replied"


def test_a_reply_is_known_to_the_union_and_the_term_that_it_is_about(store: Store) -> None:
    union = new_union(store)
    term = keep_one(store, UnionTerm(union=union.id, session_no=1, elected_on=APRIL, years="3"))
    case = Application(union=union.id, union_name=NAME, request_on=APRIL, reply_on=MAY)

    keep_one(store, replace(case, kind="01", reply_no="1号"))
    result = keep_one(store, replace(case, kind="03", reply_no="2号"))
    with store.change("删除"):
        store.delete(result)

    kept = store.get(UnionTerm, term.id or 0)
    assert store.get(Union, union.id or 0).reply_no == "1号"
    assert (kept.reply_no, kept.reply_on) == ("2号", MAY)


def test_answered_and_waiting_applications_are_counted(store: Store) -> None:
    case = Application(union_name=NAME, kind="01", request_on=APRIL)
    keep_one(store, replace(case, reply_no="1号", reply_on=MAY))
    keep_one(store, replace(case, kind="02"))
    keep_one(store, replace(case, kind="07", status="refused"))

    assert figure_of(store, "applications_replied").value == 1
    assert figure_of(store, "applications_waiting").value == 1
    assert figure_of(store, "applications_waiting", APRIL).value == 2
