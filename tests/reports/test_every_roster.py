"""Every record type prints as a plain roster, and shows no more of people than it may."""

import pytest

from models.fields import PersonId, Phone, fields_of
from models.periods import year_period
from models.records import RECORDS
from models.records.base import Record
from models.records.drafts import Draft
from models.store import Store
from models.values.person_id import masked
from reports.blocks import Document
from reports.catalogue import find_report
from reports.rosters.plain import TYPE
from tests.models.filled import filled
from tests.reports.showing import page_texts, table_of

PERIOD = year_period(2024)
PERSON_ID, PHONE = "37039919800101001X", "13900000001"
LISTED = [one for one in RECORDS if one is not Draft]
each_record = pytest.mark.parametrize("record_type", LISTED, ids=lambda one: one.about.table)


def printed(store: Store, record_type: type[Record], profile: str = "") -> Document:
    report = find_report("roster")
    request = report.request(PERIOD, profile=profile, values={"type": record_type.about.table})
    return report.document(store, request)


@pytest.fixture
def office(empty_town: Store, record_type: type[Record]) -> Store:
    with empty_town.change("登记"):
        empty_town.insert_all([filled(empty_town, record_type)])
    return empty_town


@each_record
def test_every_list_prints_with_its_columns(office: Store, record_type: type[Record]) -> None:
    roster = printed(office, record_type)
    table = table_of(roster)

    assert [one.key for one in table.columns][-len(record_type.about.columns) :] == list(
        record_type.about.columns
    )
    assert len(table.rows) == office.count(record_type)
    assert "".join(page_texts(roster)).strip()


@each_record
def test_identity_numbers_are_masked_in_the_office_and_never_posted(
    office: Store, record_type: type[Record]
) -> None:
    fields = fields_of(record_type)
    columns = record_type.about.columns
    has_number = any(isinstance(fields[name], PersonId) for name in columns)
    has_phone = any(isinstance(fields[name], Phone) for name in columns)

    for profile, shown in (("内部", masked(PERSON_ID)), ("上报", PERSON_ID), ("公示", "")):
        rows = table_of(printed(office, record_type, profile)).rows
        text = " ".join(" ".join(one) for one in rows)
        assert (shown in text) or not has_number
        assert PERSON_ID not in text or (profile == "上报" and has_number)
        assert (PHONE in text) == (has_phone and profile != "公示")


def test_the_choice_of_lists_names_every_type_but_drafts() -> None:
    assert list(TYPE.choices) == [one.about.table for one in LISTED]
