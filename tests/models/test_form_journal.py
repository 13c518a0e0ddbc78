"""What is being typed is kept beside the history and never in anybody's way."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.backup.snapshot import take_snapshot
from models.errors import Problem
from models.form_journal import FormJournal
from models.records.units import Unit
from models.store import Store
from models.typed import PICKED, TypedForm, typed_from

TYPED = TypedForm(
    table="unit",
    record=None,
    title="云溪印刷厂",
    texts={"name": "云溪印刷厂", "credit_code": "9137"},
    base={"name": "", "credit_code": ""},
)


@pytest.fixture
def journal(store: Store) -> FormJournal:
    return FormJournal(store.connection)


def _later(store: Store) -> FormJournal:
    """Return the journal as the next opening of the file has it."""
    return FormJournal(store.connection)


def test_what_was_typed_is_there_after_the_next_opening(store: Store, journal: FormJournal) -> None:
    journal.write(journal.new_place("unit"), TYPED)

    left = _later(store).left_over()

    assert [one.typed for one in left] == [TYPED]
    assert journal.left_over() == []


def test_two_forms_of_one_kind_do_not_overwrite_each_other(
    store: Store, journal: FormJournal
) -> None:
    first, second = journal.new_place("unit"), journal.new_place("unit")
    journal.write(first, TYPED)
    journal.write(second, TYPED)
    journal.write(first, TYPED)

    assert len(_later(store).left_over()) == 2


def test_a_later_opening_does_not_overwrite_what_was_left(
    store: Store, journal: FormJournal
) -> None:
    journal.write(journal.new_place("unit"), TYPED)
    later = _later(store)
    later.write(later.new_place("unit"), TYPED)

    assert len(_later(store).left_over()) == 2


def test_what_was_saved_is_forgotten_with_the_save(store: Store, journal: FormJournal) -> None:
    place = journal.new_place("unit")
    journal.write(place, TYPED)
    with store.change("新增"):
        store.save(Unit(name="云溪印刷厂"))
        journal.forget(place)

    assert _later(store).left_over() == []


def test_what_could_not_be_saved_stays_in_the_journal(store: Store, journal: FormJournal) -> None:
    place = journal.new_place("unit")
    journal.write(place, TYPED)

    def save_one_that_is_refused() -> None:
        with store.change("新增"):
            journal.forget(place)
            store.save(Unit(name="云溪印刷厂"))
            store.save(Unit(name=""))

    with pytest.raises(Problem):
        save_one_that_is_refused()

    assert [one.typed for one in _later(store).left_over()] == [TYPED]


def test_the_journal_is_no_operation(store: Store, journal: FormJournal) -> None:
    before = store.operations()
    journal.write(journal.new_place("unit"), TYPED)

    assert store.operations() == before


def test_nothing_is_written_while_an_operation_is_open(store: Store, journal: FormJournal) -> None:
    with store.change("新增"):
        assert not journal.write(journal.new_place("unit"), TYPED)
        store.save(Unit(name="云溪印刷厂"))

    assert _later(store).left_over() == []


def test_a_copy_of_the_file_is_without_it(
    store: Store, journal: FormJournal, tmp_path: Path
) -> None:
    journal.write(journal.new_place("unit"), TYPED)
    path = tmp_path / "副本.db"

    snapshot = take_snapshot(store.connection, path)

    assert snapshot.tables["form_journal"].rows == 0
    assert "云溪印刷厂".encode() not in path.read_bytes()
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("SELECT count(*) FROM form_journal").fetchone() == (0,)


def test_a_file_that_may_only_be_read_is_left_alone(store: Store) -> None:
    path = store.path
    store.close()
    with Store.open(path, read_only=True) as reading:
        journal = FormJournal(reading.connection)

        journal.write(journal.new_place("unit"), TYPED)

        assert _later(reading).left_over() == []


def test_a_full_disk_is_told_as_a_problem(store: Store, journal: FormJournal) -> None:
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    long = TypedForm(table="unit", record=None, title="", texts={"remark": "长" * 90_000}, base={})

    with pytest.raises(Problem, match="磁盘空间不足"):
        journal.write(journal.new_place("unit"), long)


def test_every_letter_comes_back(journal: FormJournal) -> None:
    texts = {
        "name": f"张三{PICKED}17",
        "remark": "第一行\n\t“引号” \\ 𬭎 \u0000",
        "id_no": " 3703991985010 ",
    }
    typed = TypedForm(table="visit", record=5, title="", texts=texts, base={}, scope={"unit": 3})

    assert typed_from(typed.as_text()) == typed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "null",
        json.dumps({"table": "gone"}),
        '{"table": "unit", "record": "x"}',
    ],
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    assert typed_from(text) is None


def test_what_changed_is_told_field_by_field() -> None:
    typed = TypedForm(
        table="unit",
        record=4,
        title="云溪印刷厂",
        texts={"name": "云溪印刷厂", "credit_code": "9137", "kind": f"企业{PICKED}1"},
        base={"name": "云溪印刷厂", "credit_code": "", "kind": ""},
    )

    assert typed.changed == ("credit_code", "kind")
    assert typed.lines()[0] == ("统一社会信用代码", "", "9137")
    assert typed.words == "单位 云溪印刷厂"
