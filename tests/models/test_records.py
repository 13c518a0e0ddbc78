"""What record types say about themselves holds together."""

from collections import Counter
from dataclasses import MISSING, fields
from types import UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from models import codes
from models.fields import Choice, Choices, Field, Flag, Link, Number, Text, fields_of
from models.records import BY_TABLE, RECORDS
from models.records.base import Record
from models.values.text import name_key

each_record = pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
EACH_FIELD = [
    pytest.param(one, name, field, id=f"{one.about.table}.{name}")
    for one in RECORDS
    for name, field in fields_of(one).items()
]
each_field = pytest.mark.parametrize(("record_type", "name", "field"), EACH_FIELD)


def test_every_record_type_has_its_own_table_and_label() -> None:
    assert len(BY_TABLE) == len(RECORDS)
    assert len({one.about.label for one in RECORDS}) == len(RECORDS)


@each_record
def test_every_attribute_is_a_declared_field(record_type: type[Record]) -> None:
    assert [one.name for one in fields(record_type)] == ["id", *fields_of(record_type)]


@each_record
def test_labels_are_there_and_used_once(record_type: type[Record]) -> None:
    labels = [field.label for field in fields_of(record_type).values()]

    assert all(label == label.strip() and label for label in labels)
    assert [label for label, times in Counter(labels).items() if times > 1] == []
    assert record_type.about.label
    assert record_type.about.measure


@each_record
def test_a_list_can_tell_its_columns_apart(record_type: type[Record]) -> None:
    owner: dict[str, str] = {}
    for name, field in fields_of(record_type).items():
        if isinstance(field, Link) and not field.headings:
            continue
        for heading in {name_key(one) for one in (field.label, *field.headings)}:
            assert owner.setdefault(heading, name) == name, heading


@each_record
def test_what_a_type_says_about_its_fields_names_existing_ones(record_type: type[Record]) -> None:
    about, known = record_type.about, set(fields_of(record_type))
    named = {
        *(*about.titles, *about.columns, *about.order, *about.search),
        *(name for key in about.keys for name in key),
        *([about.year] if about.year else []),
    }

    assert named <= known
    assert about.titles
    assert about.columns
    assert about.keys
    for listed in (about.titles, about.columns, about.order, about.search, *about.keys):
        assert len(set(listed)) == len(listed)


@each_record
def test_a_record_can_be_made_without_filling_anything_in(record_type: type[Record]) -> None:
    empty = record_type()

    assert empty.id is None
    for name, field in fields_of(record_type).items():
        assert field.is_blank(getattr(empty, name)), name


@each_record
def test_a_year_comes_from_a_year_or_a_day(record_type: type[Record]) -> None:
    year = record_type.about.year
    if year:
        assert type(fields_of(record_type)[year]).__name__ in {"Year", "Day", "PartialDay", "Month"}


@each_field
def test_the_python_type_fits_the_empty_value(
    record_type: type[Record], name: str, field: Field
) -> None:
    hint = get_type_hints(record_type)[name]
    default = next(one.default for one in fields(record_type) if one.name == name)
    optional = get_origin(hint) is UnionType and type(None) in get_args(hint)

    assert default is not MISSING
    assert default == field.empty
    assert optional == (field.empty is None)
    if isinstance(field, Flag):
        assert hint is bool
    if isinstance(field, Number):
        assert ("Decimal" in str(hint)) == (field.places > 0)


@each_field
def test_what_a_field_needs_exists(record_type: type[Record], name: str, field: Field) -> None:
    if isinstance(field, Link):
        assert field.to in BY_TABLE
        assert field.required or not field.is_part
    if isinstance(field, Choice | Choices):
        assert codes.table(field.codes).lines
    if isinstance(field, Text):
        assert 0 < field.limit <= 2_000


def test_tables_are_made_after_those_they_link_to() -> None:
    made: set[str] = set()
    for one in RECORDS:
        made.add(one.about.table)
        for field in fields_of(one).values():
            if isinstance(field, Link):
                assert field.to in made


def test_parts_never_go_in_circles() -> None:
    for one in RECORDS:
        table, passed = one.about.table, set[str]()
        while table not in passed:
            passed.add(table)
            wholes = [
                field.to
                for field in fields_of(BY_TABLE[table]).values()
                if isinstance(field, Link) and field.is_part
            ]
            assert len(wholes) <= 1
            if not wholes:
                break
            table = wholes[0]
        else:
            pytest.fail(f"{table} is a part of itself")
