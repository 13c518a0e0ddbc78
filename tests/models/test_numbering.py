"""The next number of a register is one above the highest of its year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.numbering import next_certificate_number, next_document_number
from models.records.papers import Certificate, Document
from models.store import Store
from tests.town import build_town


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = build_town(tmp_path / "town.db")
    yield made
    made.close()


def register(store: Store, *numbers: str) -> None:
    with store.change("登记发文"):
        for number in numbers:
            store.save(Document(doc_no=number, issued_on=date(2024, 7, 1), kind="1", title="通知"))


def award(store: Store, number: str) -> None:
    with store.change("登记证书"):
        given = Certificate(
            number=number,
            kind="1",
            holder_kind="1",
            holder="某某",
            honour="先进个人",
            awarded_on=date(2024, 12, 20),
        )
        store.save(given)


def test_certificates_are_numbered_through_the_year(store: Store) -> None:
    assert next_certificate_number(store, 2024) == "2024-004"
    assert next_certificate_number(store, 2025) == "2025-001"


def test_the_highest_number_counts_not_the_last_or_the_longest(store: Store) -> None:
    award(store, "2024-0120")
    award(store, "2024-020")
    award(store, "2023-500")
    award(store, "先进2024-900")

    assert next_certificate_number(store, 2024) == "2024-121"


def test_beyond_three_digits_the_number_grows(store: Store) -> None:
    award(store, "2024-999")

    assert next_certificate_number(store, 2024) == "2024-1000"


def test_documents_are_numbered_under_the_towns_prefix(store: Store) -> None:
    register(store, "云溪镇工发〔2024〕68号", "云溪镇工发〔2024〕9号")

    assert next_document_number(store, 2024) == "云溪镇工发〔2024〕69号"
    assert next_document_number(store, 2025) == "云溪镇工发〔2025〕1号"


def test_other_prefixes_and_years_do_not_count(store: Store) -> None:
    register(store, "云河县工发〔2024〕90号", "云溪镇工发〔2023〕80号", "云溪镇工发2024年70号")

    assert next_document_number(store, 2024) == "云溪镇工发〔2024〕6号"


def test_a_town_without_a_prefix_gets_no_number(store: Store) -> None:
    with store.change("清空发文代字"):
        store.save(replace(store.town(), doc_prefix=""))

    assert next_document_number(store, 2024) == ""
