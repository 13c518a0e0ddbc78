"""The records of one table by their words, held in memory."""

import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from models.search_texts import Endings, Texts, add_sounds
from models.values.pinyin import BETWEEN

ROWS_AT_ONCE = 1_000
# Any mention of a name is worth more than any other mention.
ELSEWHERE = 3
FOREVER = float("inf")
Ranks = dict[int, int]


class TableIndex:
    """Finds rows of one table; it is made in steps, so that nobody waits for the whole of it."""

    def __init__(self, table: str, only: Collection[int] | None = None) -> None:
        self._table = table
        self._left = None if only is None else sorted(only)
        self._last_read = -1
        self._names, self._others, self._numbers = Texts(), Texts(), Endings()
        self._name_sounds, self._other_sounds = Texts(), Texts()
        self.rows = 0
        self.is_ready = False

    def build(self, connection: sqlite3.Connection, until: float = FOREVER) -> bool:
        """Go on reading until it is done or a moment of time.perf_counter(); whether it is done."""
        while not self.is_ready:
            found = self._read(connection)
            self._take(found)
            if not found:
                self._close()
            elif time.perf_counter() > until:
                break
        return self.is_ready

    def all_with(self, word: str) -> Ranks:
        """Return every row that mentions a word, with how well it does."""
        ranks: Ranks = {}
        for texts, sounds, worse in self._parts():
            pairs = chain(texts.all_with(word), _owners(sounds, sounds.all_with(word)))
            _add(ranks, texts, worse, pairs)
        return ranks

    def first_with(self, word: str, enough: int) -> Ranks:
        """Return rows that mention a word, with how well: all of them, or the best that suffice."""
        ranks: Ranks = {}
        for texts, sounds, worse in self._parts():
            if len(ranks) >= enough:
                break
            found = chain(
                texts.first_with(word, enough), _owners(sounds, sounds.first_with(word, enough))
            )
            _add(ranks, texts, worse, found)
        return ranks

    def _parts(self) -> Iterator[tuple[Texts, Texts, int]]:
        yield self._names, self._name_sounds, 0
        yield self._others, self._other_sounds, ELSEWHERE
        yield self._numbers, _SILENT, ELSEWHERE

    def _read(self, connection: sqlite3.Connection) -> list[tuple[int, str]]:
        if self._left is None:
            found = connection.execute(
                "SELECT row_id, words FROM search_entry WHERE table_name = ? AND row_id > ?"
                " ORDER BY row_id LIMIT ?",
                (self._table, self._last_read, ROWS_AT_ONCE),
            ).fetchall()
            self._last_read = found[-1][0] if found else self._last_read
            return found
        return list(chain.from_iterable(self._read_left(connection)))

    def _read_left(self, connection: sqlite3.Connection) -> Iterator[list[tuple[int, str]]]:
        left, self._left = self._left or [], []
        for row_id in left:
            yield connection.execute(
                "SELECT row_id, words FROM search_entry WHERE table_name = ? AND row_id = ?",
                (self._table, row_id),
            ).fetchall()

    def _take(self, rows: list[tuple[int, str]]) -> None:
        self.rows += len(rows)
        for row_id, words in rows:
            name, *others = words.split(BETWEEN)
            if name:
                self._names.add(name, row_id)
            for one in others:
                if one.isascii():
                    self._numbers.add(one, row_id)
                else:
                    self._others.add(one, row_id)
        for texts, sounds in (
            (self._names, self._name_sounds),
            (self._others, self._other_sounds),
        ):
            first, fresh = texts.settle()
            add_sounds(sounds, enumerate(fresh, first))
            sounds.settle()
        self._numbers.settle()

    def _close(self) -> None:
        for texts in (
            *(self._names, self._others, self._numbers),
            *(self._name_sounds, self._other_sounds),
        ):
            texts.close()
        self.is_ready = True


def _owners(sounds: Texts, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield instead of sounds the texts that sound so."""
    for closeness, sound in found:
        for number in sounds.owners(sound):
            yield closeness, number


def _add(ranks: Ranks, texts: Texts, worse: int, found: Iterable[tuple[int, int]]) -> None:
    for closeness, number in found:
        rank = worse + closeness
        for row in texts.owners(number):
            if rank < ranks.get(row, rank + 1):
                ranks[row] = rank


_SILENT = Texts()
