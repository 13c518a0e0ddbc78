"""What a query finds, says and keeps: one statement of SQL against a slow walk in Python."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import clock, codes
from models.asking.queries import count, ids
from models.attachments import attach
from models.fields import (
    Choice,
    Choices,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Number,
    PartialDay,
    Share,
    Year,
    fields_of,
)
from models.practice import build_practice_town
from models.queries import presets
from models.queries.conditions import Condition, Moment, Query
from models.queries.presets import presets_of, tables_with_presets
from models.queries.relations import Relation, Takes, relation_of, relations_of, value_field
from models.queries.subjects import DATES, Kind, Subject, subject_of, subjects_of
from models.queries.text import read_query, write_query
from models.queries.words import words_of
from models.records import BY_TABLE, RECORDS
from models.records.aid import AidItem
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.elections import Post
from models.records.hardship import Pairing, Review
from models.records.hardship_file import HardshipFile
from models.records.health import HealthExam
from models.records.members import Member, MemberChange
from models.records.service import Visit, VisitTalk
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from tests.models.asking import Plainly
from tests.models.conftest import TOWN

MOMENT = Moment(date(2024, 12, 10), 2024)
TYPES: tuple[type[Record], ...] = (
    *(Unit, UnitYear, Union, UnionUnit, Member, MemberChange, Post, Contract),
    *(HardshipFile, Review, Pairing, AidItem, Visit, VisitTalk, HealthExam),
)
NAMES = ("甲厂", "乙（云溪）厂", "乙(云溪)厂", "丙 Works", "丙works", "丁厂", "张三", "欧阳·四")
WORDS = (*NAMES, "ABC-1", "abc", "第1条\n第2条", "3701", "厂", "A", "%", "_")
RECORDS_OF_A_TYPE = 14
TIMES = 3
YEARS = (2022, 2023, 2024, 2025)


def _some_date(chance: random.Random) -> PartialDate:
    year, month = chance.choice(YEARS), chance.choice((1, 2, 11, 12))
    day = chance.choice((1, 9, 10, 11, 28))
    return PartialDate(*(year, month, day)[: chance.choice((1, 2, 3, 3, 3))])


def _some_value(chance: random.Random, field: Field) -> Any:
    """Return something that a field of this kind may hold."""
    if isinstance(field, Flag):
        return chance.random() < 0.5
    if isinstance(field, Link):
        return chance.randint(1, RECORDS_OF_A_TYPE) if BY_TABLE[field.to] in TYPES else None
    return field.empty if chance.random() < 0.3 else _filled(chance, field)


def _filled(chance: random.Random, field: Field) -> Any:
    match field:
        case Choice(codes=table):
            return chance.choice(codes.table(table).lines[:4]).code
        case Choices(codes=table):
            lines = codes.table(table).lines[:4]
            return tuple(one.code for one in chance.sample(lines, min(2, len(lines))))
        case Year():
            return chance.choice(YEARS)
        case Share() | Number(places=1 | 2):
            return Decimal(chance.choice((0, 150, 250))).scaleb(
                -2 if isinstance(field, Share) else -field.places
            )
        case Number() | Money():
            return chance.choice((0, 1, 24, 25, 26, 12_345))
        case Month():
            return PartialDate(chance.choice(YEARS), chance.choice((1, 11, 12)))
        case PartialDay():
            return _some_date(chance)
    return _some_date(chance).first() if isinstance(field, DATES) else chance.choice(WORDS)


def _some_record(chance: random.Random, record_type: type[Record]) -> Record:
    fields = fields_of(record_type).items()
    values = {name: _some_value(chance, field) for name, field in fields}
    for name in list(values):
        # Half of those that name a unit are tied to it, some by name alone, some not at all.
        if f"{name}_name" in values and chance.random() < 0.5:
            values[name] = None
    return replace(record_type(), **values)


@pytest.fixture(scope="module")
def random_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    chance = random.Random("查询")
    folder = tmp_path_factory.mktemp("random")
    paper = folder / "扫描.pdf"
    paper.write_bytes(b"pdf")
    with Store.create(folder / "空谷镇.db", TOWN) as store:
        with store.change("登记"):
            store.connection.execute("PRAGMA defer_foreign_keys = ON")
            for one in TYPES:
                made = [_some_record(chance, one) for _ in range(RECORDS_OF_A_TYPE)]
                store.insert_all(made)
        for one in (Unit, Member, Visit):
            attach(store, store.all(one)[3], [paper])
        yield store


def _some_compared(chance: random.Random, subject: Subject, relation: Relation) -> Any:
    """Return something that a subject can be compared with."""
    match relation.takes:
        case Takes.NOTHING:
            return None
        case Takes.WORDS:
            return chance.choice(WORDS)
        case Takes.DAYS:
            return chance.choice((0, 1, 30, 400))
        case Takes.MONTHS | Takes.COUNT | Takes.AGE:
            return chance.choice((1, 2, 12))
    if subject.kind is Kind.STAGE:
        name = chance.choice([one.name for one in subject.owner.about.states])
        return (name,) if relation.takes is Takes.MANY else name
    field = value_field(subject, relation)
    assert field is not None
    found = [_kept(chance, field) for _ in range(2)]
    if relation.takes is Takes.TWO:
        return tuple(found)
    return tuple(str(found[0]).split("|")) if relation.takes is Takes.MANY else found[0]


@st.composite
def conditions(draw: st.DrawFn, record_type: type[Record]) -> Condition:
    """Anything that the records of a type can be asked."""
    subject = draw(st.sampled_from(subjects_of(record_type)))
    relation = draw(st.sampled_from(relations_of(subject)))
    chance = random.Random(draw(st.integers(0, 10_000)))
    return Condition(subject.key, relation.code, _some_compared(chance, subject, relation))


def _kept(chance: random.Random, field: Field) -> str | int:
    while True:
        kept = field.keep(_some_value(chance, field))
        if isinstance(field, Link):
            return chance.randint(1, RECORDS_OF_A_TYPE)
        if kept not in (None, ""):
            assert isinstance(kept, str | int)
            return kept


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Any query on the random records."""
    record_type = draw(st.sampled_from(TYPES))
    asked = draw(st.lists(conditions(record_type), min_size=1, max_size=3))
    return Query(record_type, tuple(asked), draw(st.booleans()))


@given(query=queries())
def test_any_query_finds_what_a_walk_over_all_records_finds(
    random_store: Store, query: Query
) -> None:
    plainly = Plainly(random_store, MOMENT)

    found = ids(random_store, query, MOMENT)

    assert found == plainly.ids(query), words_of(query, random_store, MOMENT)
    assert count(random_store, query, MOMENT) == len(found)


def _near(record_type: type[Record]) -> list[Subject]:
    """Return what can be asked of a type; of the many things a step away, some."""
    subjects = subjects_of(record_type)
    own = [one for one in subjects if one.step is None]
    return [*own, *[one for one in subjects if one.step is not None][::9]]


@pytest.mark.parametrize("record_type", TYPES, ids=lambda one: one.about.table)
def test_every_way_to_ask_finds_what_a_walk_over_all_records_finds(
    random_store: Store, record_type: type[Record]
) -> None:
    plainly = Plainly(random_store, MOMENT)
    chance = random.Random(record_type.about.table)

    for subject in _near(record_type):
        for relation in relations_of(subject):
            for _ in range(TIMES if relation.takes else 1):
                value = _some_compared(chance, subject, relation)
                asked = Condition(subject.key, relation.code, value)
                query = Query(record_type, (asked,))
                assert ids(random_store, query, MOMENT) == plainly.ids(query), asked


@given(query=queries())
def test_any_query_comes_back_from_its_text(query: Query) -> None:
    assert read_query(query.record_type, write_query(query)) == query


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with build_practice_town(tmp_path_factory.mktemp("practice") / "练习镇.db") as store:
        yield store


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_every_preset_finds_what_a_walk_over_the_practice_town_finds(
    practice: Store, record_type: type[Record]
) -> None:
    plainly = Plainly(practice, MOMENT)

    for query in presets_of(record_type):
        assert ids(practice, query, MOMENT) == plainly.ids(query), query.name
        assert read_query(record_type, write_query(query), name=query.name) == query
        assert words_of(query, practice, MOMENT)


def test_presets_name_existing_types_and_no_name_twice() -> None:
    assert tables_with_presets() <= set(BY_TABLE)
    for one in RECORDS:
        names = [query.name for query in presets_of(one)]
        assert len(set(names)) == len(names)


def test_units_that_ended_are_those_of_the_code_table() -> None:
    assert frozenset(presets.ENDED) == codes.table("operating_status").codes_where("ended")


def test_some_presets_find_something_in_the_practice_town(practice: Store) -> None:
    asked = ((HardshipFile, "从未帮扶过"), (Unit, "未建会且25人以上"), (Member, "未参加体检"))
    found = {
        name: count(practice, next(one for one in presets_of(kind) if one.name == name), MOMENT)
        for kind, name in asked
    }

    assert all(0 < found[name] < practice.count(kind) for kind, name in asked), found


def _asked(record_type: type[Record], *conditions: Condition) -> Query:
    return Query(record_type, conditions)


def test_a_day_known_to_the_month_counts_only_when_all_of_it_is_meant(store: Store) -> None:
    with store.change("登记"):
        whole, part = store.insert_all(
            [
                Member(name="甲", joined_on=PartialDate(2024, 3, 5)),
                Member(name="乙", joined_on=PartialDate(2024)),
            ]
        )

    def found(relation: str, value: str) -> frozenset[int]:
        return ids(store, _asked(Member, Condition("joined_on", relation, value)), MOMENT)

    assert found("equals", "2024-03") == {whole}
    assert found("equals", "2024") == {whole, part}
    assert found("below", "2024-06") == {whole}
    assert found("below", "2025") == {whole, part}
    assert found("most", "2024-12-31") == {whole, part}
    assert found("differs", "2024-03") == {part}


def test_a_record_that_names_a_unit_without_the_link_counts_for_it(store: Store) -> None:
    with store.change("登记"):
        visited, other = store.insert_all([Unit(name="甲厂"), Unit(name="乙厂")])
        store.insert_all([Visit(unit_name="甲厂", visited_on=date(2024, 3, 1))])

    found = ids(store, _asked(Unit, Condition("@visit.unit", "year_none")), MOMENT)

    assert (visited, found) == (visited, frozenset({other}))


def test_what_was_not_changed_for_a_year_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_to(year: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: datetime(year, 3, 10, tzinfo=UTC))

    query = _asked(Unit, Condition("@changed", "stale", 12))
    go_to(2023)
    with Store.create(tmp_path / "空谷镇.db", TOWN) as store:
        with store.change("登记"):
            old, touched = store.insert_all([Unit(name="甲厂"), Unit(name="乙厂")])
        at_once = ids(store, query, MOMENT)
        go_to(2025)
        with store.change("改"):
            store.save(replace(store.get(Unit, touched), name="丙厂"))
        later = ids(store, query, MOMENT)

    assert at_once == frozenset()
    assert later == {old}


def test_what_denies_finds_those_of_whom_nothing_is_known(store: Store) -> None:
    with store.change("登记"):
        man, unknown = store.insert_all([Member(name="甲", sex="1"), Member(name="乙")])
    asked = Condition("sex", "is_not", "1")

    assert man not in ids(store, _asked(Member, asked), MOMENT)
    assert ids(store, _asked(Member, asked), MOMENT) == {unknown}


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_everything_that_can_be_asked_is_found_by_its_key_and_told_apart(
    record_type: type[Record],
) -> None:
    subjects = subjects_of(record_type)

    assert len({one.label for one in subjects}) == len(subjects)
    for one in subjects:
        assert subject_of(record_type, one.key) == one
        for relation in relations_of(one):
            assert relation_of(one, relation.code) == relation
            assert not relation.opposite_of or relation_of(one, relation.opposite_of)


FAR = 10**12
FAR_AWAY = [
    Condition("birth", "aged", FAR),
    Condition("joined_on", "recent", FAR),
    Condition("@changed", "stale", FAR),
    Condition("@aid_item.person", "at_least", FAR),
]


@pytest.mark.parametrize("condition", FAR_AWAY, ids=str)
def test_numbers_beyond_all_times_are_answered(store: Store, condition: Condition) -> None:
    with store.change("登记"):
        store.insert_all([Member(name="甲")])

    assert ids(store, _asked(Member, condition), MOMENT) == frozenset()
