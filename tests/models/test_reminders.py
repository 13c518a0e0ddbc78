"""What is late and what falls due soon, on the day it is asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.records.appeals import Appeal
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.diary import IncomingDocument
from models.records.elections import LegalCertificate
from models.records.hardship import Pairing, Review
from models.records.hardship_file import HardshipFile
from models.records.local import LocalRule
from models.records.mutual import MutualPolicy
from models.records.safety import Hazard, SafetyCheck
from models.records.unions import Union, UnionTerm
from models.reminders import reminders
from models.store import Store
from models.values.dates import PartialDate

DAY = date(2024, 10, 15)
Said = Callable[..., list[str]]


@pytest.fixture
def said(store: Store) -> Said:
    def words(day: date = DAY) -> list[str]:
        return [one.words for one in reminders(store, day)]

    return words


def keep(store: Store, *records: Record) -> list[int]:
    """Save past the checks: what is late is often not quite right."""
    with store.change("登记"):
        return [store.insert_all([one])[0] for one in records]


def test_nothing_is_due_in_an_empty_office(store: Store, said: Said) -> None:
    assert reminders(store, DAY) == []
    assert said() == []


def test_an_issue_is_late_once_its_days_are_over(store: Store, said: Said) -> None:
    appeal = Appeal(received_on=date(2024, 9, 1), urgency="1", due_on=date(2024, 9, 16))
    keep(store, appeal)

    assert said(date(2024, 9, 16)) == []
    assert said(date(2024, 9, 17)) == ["职工诉求：1件超过办结期限"]


def test_hazards_papers_and_their_records(store: Store) -> None:
    (check,) = keep(store, SafetyCheck(on_date=date(2024, 9, 1)))
    hazard = Hazard(safety_check=check, due_on=date(2024, 10, 1), place="车间")
    ids = keep(store, hazard, replace(hazard, fixed_on=date(2024, 9, 20)))
    paper = IncomingDocument(title="通知", due_on=date(2024, 10, 14))
    late = keep(store, paper, replace(paper, done_on=date(2024, 10, 2)))

    found = reminders(store, DAY)

    assert [(one.words, one.ids, one.is_late) for one in found] == [
        ("隐患：1处超过整改期限", frozenset(ids[:1]), True),
        ("收文：1件过了办理时限", frozenset(late[:1]), True),
    ]


def test_the_last_term_of_a_union_tells_when_to_elect(store: Store, said: Said) -> None:
    (union,) = keep(store, Union(name="甲厂工会", founded_on=None))
    keep(
        store,
        UnionTerm(
            union=union, session_no=1, elected_on=date(2019, 3, 1), expires_on=date(2024, 3, 1)
        ),
    )
    over = said()
    keep(
        store,
        UnionTerm(
            union=union, session_no=2, elected_on=date(2024, 2, 1), expires_on=date(2027, 2, 1)
        ),
    )

    assert over == ["届次：1家工会已经届满，还没有换届"]
    assert said() == []
    assert said(date(2026, 9, 1)) == ["届次：1家工会将在2027-02-28前届满"]


def test_a_contract_that_was_renewed_needs_no_word(store: Store, said: Said) -> None:
    contract = Contract(
        unit_name="甲厂",
        kind="2",
        signed_on=date(2024, 1, 1),
        valid_from=date(2024, 1, 1),
        valid_to=date(2024, 12, 31),
    )
    keep(store, contract)
    before = said()
    keep(store, replace(contract, valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31)))

    assert before == ["集体合同：1份将在2025-01-13前到期，要续签"]
    assert said() == []


def test_the_offices_own_term_decides_when_a_renewal_is_due(store: Store, said: Said) -> None:
    policy = MutualPolicy(
        unit_name="甲厂", plan_name="住院", start_on=date(2023, 12, 1), end_on=date(2024, 11, 30)
    )
    keep(store, policy)
    before = said()
    keep(store, LocalRule(rule="mutual_renew_days", value="60", valid_from=date(2024, 1, 1)))

    assert before == []
    assert said() == ["互助保障：1份将在2024-12-14前到期，要续保"]


def test_certificates_and_hardship_files(store: Store, said: Said) -> None:
    keep(store, LegalCertificate(valid_from=date(2019, 11, 1), valid_to=date(2024, 11, 1)))
    (file,) = keep(store, HardshipFile(status="3", filed_on=PartialDate(2023, 5, 1)))
    keep(
        store, Pairing(household=file, from_on=PartialDate(2023, 6), to_on=PartialDate(2024, 6, 1))
    )

    found = said()
    keep(store, Review(household=file, reviewed_on=date(2024, 9, 1)))
    keep(store, Pairing(household=file, from_on=date(2024, 7, 1)))

    assert found == [
        "结对帮扶：1户在档的结对已经到期",
        "法人证书：1份将在2024-11-14前到期，要换领",
        "困难职工：1户2024年还没有复核",
    ]
    assert said() == ["法人证书：1份将在2024-11-14前到期，要换领"]
