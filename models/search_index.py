"""What the records of an open file mention, held in memory and kept true after every operation."""

import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import RLock

from models.records import BY_TABLE
from models.search_table import ELSEWHERE, Ranks, TableIndex
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
        until = time.thread_time() + seconds
        with self._lock:
            left = [table for table in SEARCHABLE if not self._main(table).is_ready]
            for number, table in enumerate(left):
                is_read = self._main(table).build(connection, until)
                if not is_read or time.thread_time() > until:
                    return is_read and number + 1 == len(left)
        return True

    def search(
        self, connection: sqlite3.Connection, text: str, tables: Iterable[str], limit: int
    ) -> list[Hit]:
        """Return the records that mention all words of a text, the best ones first."""
        words = words_of(text)
        chosen = [table for table in tables if table in SEARCHABLE] if words else []
        hits: list[tuple[int, int, int]] = []
        with self._lock:
            for place, table in enumerate(chosen):
                self._prepare(connection, table)
                if len(words) == 1:
                    ranks = self._first_with(table, words[0], limit)
                else:
                    ranks = self._ranked(table, words)
                hits.extend((rank, place, row_id) for row_id, rank in ranks.items())
        hits.sort()
        return [Hit(chosen[place], row_id, rank) for rank, place, row_id in hits[:limit]]

    def matching_ids(self, connection: sqlite3.Connection, table: str, text: str) -> frozenset[int]:
        """Return the ids of all records of a table that mention all words of a text."""
        words = words_of(text)
        if not words or table not in SEARCHABLE:
            return frozenset()
        with self._lock:
            self._prepare(connection, table)
            return frozenset(self._mentioning(table, words))

    def _first_with(self, table: str, word: str, limit: int) -> Ranks:
        main, changed = self._tables[table], self._changed.get(table, set())
        found = main.first_with(word, limit)
        if not changed:
            return found
        if not changed.isdisjoint(found):
            found = main.first_with(word, limit + len(changed))
        kept = {row_id: rank for row_id, rank in found.items() if row_id not in changed}
        return kept | self._beside[table].first_with(word, limit)

    def _ranked(self, table: str, words: list[str]) -> Ranks:
        """Return all rows that mention the words; each word that is not in the name costs."""
        ranks = dict.fromkeys(self._mentioning(table, words), 0)
        for word in words if ranks else ():
            named = self._rows(table, word, TableIndex.named)
            for row_id in ranks.keys() - named:
                ranks[row_id] += ELSEWHERE
        return ranks

    def _mentioning(self, table: str, words: list[str]) -> set[int]:
        found = self._rows(table, words[0], TableIndex.mentioning)
        for word in words[1:]:
            if found:
                found &= self._rows(table, word, TableIndex.mentioning)
        return found

    def _rows(self, table: str, word: str, ask: Callable[[TableIndex, str], set[int]]) -> set[int]:
        found = ask(self._tables[table], word)
        if changed := self._changed.get(table):
            found = found - changed | ask(self._beside[table], word)
        return found

    def _prepare(self, connection: sqlite3.Connection, table: str) -> None:
        """Read what is not read yet: the table, and the rows that were changed since."""
        self._main(table).build(connection)
        changed = self._changed.get(table)
        if changed and table not in self._beside:
            self._beside[table] = TableIndex(table, changed)
            self._beside[table].build(connection)

    def _main(self, table: str) -> TableIndex:
        if table not in self._tables:
            self._tables[table] = TableIndex(table)
        return self._tables[table]


def words_of(text: str) -> list[str]:
    """Return the words of which a record must mention every one, as they are kept."""
    parts = text[:LONGEST].replace(BETWEEN, " ").split()
    return list(dict.fromkeys(filter(None, map(name_key, parts))))


SEARCHABLE = tuple(table for table, one in BY_TABLE.items() if one.about.search)
