"""Households in hardship for tests, and what the checks say of a record."""

from datetime import date

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.aid import AidBatch
from models.records.base import Record
from models.records.hardship_file import HardshipFile
from models.rules import checking
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit

YUAN = 100


def id_number(serial: int, born: str = "19750412") -> str:
    first = f"370399{born}{serial:03d}"
    return first + check_digit(first)


def keep(store: Store, *records: Record) -> list[Record]:
    with store.change("登记"):
        return [store.save(one) for one in records]


def file_of(store: Store, name: str, serial: int, **values: object) -> HardshipFile:
    given: dict[str, object] = {
        "person_name": name,
        "id_no": id_number(serial),
        "status": "3",
        "filed_on": PartialDate(2023, 3, 1),
        **values,
    }
    (saved,) = keep(store, HardshipFile(**given))  # type: ignore[arg-type]
    assert isinstance(saved, HardshipFile)
    return saved


def batch_of(store: Store, kind: str = "1", **values: object) -> AidBatch:
    given: dict[str, object] = {
        "title": "春节送温暖",
        "year": 2024,
        "kind": kind,
        "planned_on": date(2024, 2, 2),
        **values,
    }
    (saved,) = keep(store, AidBatch(**given))  # type: ignore[arg-type]
    assert isinstance(saved, AidBatch)
    return saved


def said(record: Record, store: Store, level: str = "error") -> dict[str, str]:
    found = checking.check_entry(checking.complete(record), store)
    return {one.field: one.text for one in found if one.level == level}


def value_of(store: Store, code: str, year: int = 2024) -> object:
    return compute(store, year_period(year))[code].value
