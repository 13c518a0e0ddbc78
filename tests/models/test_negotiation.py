"""The terms of a negotiation by the rules of several places, reckoned by hand."""

from datetime import date

import pytest

from models.records.local import LocalRule
from models.rules.negotiation_terms import suspension_term, term, term_before, total_term
from models.store import Store
from tests.models.negotiating import (
    know_holidays,
    negotiation,
    save,
    settle_in,
)


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
    settle_in(store, region)
    know_holidays(store)

    found = term(store, "nego_reply_days", received)

    assert found is not None
    assert found.day == last


def test_working_days_follow_the_calendar_where_no_change_is_known(store: Store) -> None:
    settle_in(store, "henan")

    found = term(store, "nego_reply_days", date(2024, 4, 26))

    assert found is not None
    assert (found.day, found.words.split("，")[0]) == (date(2024, 5, 10), "10个工作日")


def test_a_rule_of_the_office_comes_before_that_of_its_region(store: Store) -> None:
    settle_in(store, "shandong")
    rule = LocalRule(
        rule="nego_reply_days", value="7", valid_from=date(2024, 1, 1), document="县总〔2024〕3号"
    )
    save(store, rule)

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
    settle_in(store, region)
    know_holidays(store)

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
    settle_in(store, region)
    case = negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")

    found = total_term(store, case, date(2024, 4, 12))

    assert (found.day if found else None) == last


def test_thirty_working_days_run_from_the_first_meeting(store: Store) -> None:
    settle_in(store, "ningbo")
    case = negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")

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
    settle_in(store, region)
    case = negotiation(
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
    settle_in(store, "ningbo")
    case = negotiation(
        store,
        suspended_on=date(2024, 6, 10),
        resumed_on=date(2024, 6, 17),
        suspend_reason="停电检修",
    )

    found = total_term(store, case, date(2024, 6, 3))

    assert found is not None
    assert found.day == date(2024, 7, 22)


def test_a_suspended_negotiation_has_no_term_but_to_be_resumed(store: Store) -> None:
    settle_in(store, "hangzhou")
    case = negotiation(
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
