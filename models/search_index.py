"""What the records of an open file mention, held in memory and kept true after every operation."""

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from threading import RLock

from models.records import BY_TABLE
from models.search_table import FOREVER, Ranks, TableIndex
from models.values.pinyin import BETWEEN
from models.values.text import name_key

LONGEST = 100
# So many changed rows are searched beside a table before it is read again.
MOST_CHANGED = 1_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; the lower its rank, the better it answers."""

    table: str
    id: int
    rank: int


class SearchIndex:
    """Every searchable table of a file; each is read when it is first asked for."""

    def __init__(self) -> None:
        self._tables: dict[str, TableIndex] = {}
        self._changed: dict[str, set[int]] = {}
        self._beside: dict[str, TableIndex] = {}
        # A job may change rows on its own thread while the clerk is typing.
        self._lock = RLock()

    def touch(self, rows: Iterable[tuple[str, int]]) -> None:
        """Note which rows an operation changed."""
        with self._lock:
            for table, row_id in rows:
                if table in self._tables:
                    self._changed.setdefault(table, set()).add(row_id)
                    self._beside.pop(table, None)
            for table in [one for one, ids in self._changed.items() if len(ids) > MOST_CHANGED]:
                del self._tables[table], self._changed[table]

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        with self._lock:
            self._tables.clear()
            self._changed.clear()
            self._beside.clear()

    def warm(self, connection: sqlite3.Connection, seconds: float) -> bool:
        """Read ahead for a while; whether everything was read."""
        until = time.perf_counter() + seconds
        with self._lock:
            return all(
                time.perf_counter() < until and self._main(table).build(connection, until)
                for table in SEARCHABLE
            )

    def search(
        self, connection: sqlite3.Connection, text: str, tables: Iterable[str], limit: int
    ) -> list[Hit]:
        """Return the records that mention all words of a text, the best ones first."""
        words = words_of(text)
        chosen = [table for table in tables if table in SEARCHABLE] if words else []
        hits = []
        with self._lock:
            for place, table in enumerate(chosen):
                if len(words) == 1:
                    ranks = self._first_with(connection, table, words[0], limit)
                else:
                    ranks = self._all_with(connection, table, words)
                hits.extend((rank, place, row_id) for row_id, rank in ranks.items())
        hits.sort()
        return [Hit(chosen[place], row_id, rank) for rank, place, row_id in hits[:limit]]

    def matching_ids(self, connection: sqlite3.Connection, table: str, text: str) -> frozenset[int]:
        """Return the ids of all records of a table that mention all words of a text."""
        words = words_of(text)
        if not words or table not in SEARCHABLE:
            return frozenset()
        with self._lock:
            return frozenset(self._all_with(connection, table, words))

    def _all_with(self, connection: sqlite3.Connection, table: str, words: list[str]) -> Ranks:
        main, beside, changed = self._parts(connection, table)
        found = _mentioning_all(main, words)
        if not changed:
            return found
        kept = {row_id: rank for row_id, rank in found.items() if row_id not in changed}
        return kept | _mentioning_all(beside, words)

    def _first_with(
        self, connection: sqlite3.Connection, table: str, word: str, limit: int
    ) -> Ranks:
        main, beside, changed = self._parts(connection, table)
        found = main.first_with(word, limit)
        if not changed:
            return found
        kept = {row_id: rank for row_id, rank in found.items() if row_id not in changed}
        if len(kept) < min(limit, len(found)):
            return self._all_with(connection, table, [word])
        return kept | beside.all_with(word)

    def _parts(
        self, connection: sqlite3.Connection, table: str
    ) -> tuple[TableIndex, TableIndex, set[int]]:
        """Return the table as it was read, the rows changed since, and which those are."""
        main = self._main(table)
        main.build(connection, FOREVER)
        changed = self._changed.get(table, set())
        beside = self._beside.get(table)
        if beside is None:
            beside = self._beside[table] = TableIndex(table, changed)
            beside.build(connection)
        return main, beside, changed

    def _main(self, table: str) -> TableIndex:
        if table not in self._tables:
            self._tables[table] = TableIndex(table)
        return self._tables[table]


def words_of(text: str) -> list[str]:
    """Return the words of which a record must mention every one, as they are kept."""
    parts = text[:LONGEST].replace(BETWEEN, " ").split()
    return list(dict.fromkeys(filter(None, map(name_key, parts))))


def _mentioning_all(index: TableIndex, words: list[str]) -> Ranks:
    found = index.all_with(words[0])
    for word in words[1:]:
        further = index.all_with(word) if found else {}
        found = {row: rank + further[row] for row, rank in found.items() if row in further}
    return found


SEARCHABLE = tuple(table for table, one in BY_TABLE.items() if one.about.search)
