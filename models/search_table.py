"""The records of one table by their words, held in memory."""

import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator
from heapq import merge
from itertools import chain
from operator import itemgetter

from models.search_texts import Numbers, Texts, add_sounds
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
        self._names, self._others, self._numbers = Texts(), Texts(), Numbers()
        self._name_sounds, self._other_sounds = Texts(), Texts()
        self.rows = 0
        self.is_ready = False

    def build(self, connection: sqlite3.Connection, until: float = FOREVER) -> bool:
        """Go on reading until it is done or a moment of time.thread_time(); whether it is done."""
        while not self.is_ready:
            found = self._read(connection)
            self._take(found)
            if not found:
                self._close()
            elif time.thread_time() > until:
                break
        return self.is_ready

    def named(self, word: str) -> set[int]:
        """Return every row of which the name holds a word."""
        return _rows(self._names, self._name_sounds, word)

    def mentioning(self, word: str) -> set[int]:
        """Return every row that mentions a word anywhere."""
        found = self.named(word)
        found |= _rows(self._others, self._other_sounds, word)
        found |= self._numbers.owners_of_all(self._numbers.all_with(word))
        return found

    def first_with(self, word: str, enough: int) -> Ranks:
        """Return rows that mention a word, with how well: all of them, or the best that suffice."""
        ranks: Ranks = {}
        for texts, sounds, worse in (
            (self._names, self._name_sounds, 0),
            (self._others, self._other_sounds, ELSEWHERE),
        ):
            written, spoken = texts.first_with(word, enough), sounds.first_with(word, enough)
            found = merge(written, _owners(sounds, spoken), key=itemgetter(0))
            if _add(ranks, texts, found, worse=worse, enough=enough):
                return ranks
            if max(len(written), len(spoken)) > enough:
                # Many of the texts that were found stand for the same few rows.
                return self.first_with(word, enough * 10)
        numbers = self._numbers.each_with(word)
        _add(ranks, self._numbers, numbers, worse=ELSEWHERE, enough=enough)
        return ranks

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


def _rows(texts: Texts, sounds: Texts, word: str) -> set[int]:
    found = texts.owners_of_all(texts.all_with(word))
    spoken = sounds.owners_of_all(sounds.all_with(word))
    return found | texts.owners_of_all(spoken) if spoken else found


def _add(
    ranks: Ranks, texts: Texts, found: Iterable[tuple[int, int]], *, worse: int, enough: int
) -> bool:
    """Add the rows of texts, the best ones first; whether there are enough now."""
    for closeness, number in found:
        if len(ranks) >= enough:
            return True
        for row in texts.owners(number):
            ranks.setdefault(row, worse + closeness)
    return len(ranks) >= enough
