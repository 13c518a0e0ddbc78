"""The journal of what is being typed: written beside the history, read after a crash."""

import secrets
import sqlite3
from dataclasses import dataclass
from itertools import count

from models import clock
from models.storage_problem import problem_from
from models.typed import TypedForm, typed_from


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A form that was neither saved nor given up when the program ended, and when it was typed."""

    place: str
    typed: TypedForm
    typed_at: str


class FormJournal:
    """What is typed in the forms of one open office file.

    Every form has a place of its own, which names this opening of the file: no form writes over
    another one, and what an earlier opening left is never written over at all. `is_failing` is kept for
    whoever tells the clerk, so that a full disk is told once.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._session = secrets.token_hex(4)
        self._numbers = count(1)
        self._is_read_only = False
        self.is_failing = False

    def new_place(self, table: str) -> str:
        """Return a place for one more form."""
        return f"{table} {self._session} {next(self._numbers)}"

    def write(self, place: str, typed: TypedForm) -> bool:
        """Keep what stands in a form; False while an operation is open, which it must not join.

        One statement is its own transaction: it can neither end up inside somebody else's
        half-done change nor keep one from starting.
        """
        if self._connection.in_transaction:
            return False
        self._run(
            "INSERT INTO form_journal (place, row_id, typed, typed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET typed = excluded.typed, typed_at = excluded.typed_at",
            (place, typed.record or 0, typed.as_text(), clock.stamp()),
        )
        return True

    def forget(self, place: str) -> None:
        """Drop what was kept for a form: it was saved, put aside or given up.

        Inside a change it goes with the change: both happen or neither does.
        """
        known = self._connection.execute("SELECT 1 FROM form_journal WHERE place = ?", (place,))
        if known.fetchone():
            self._run("DELETE FROM form_journal WHERE place = ?", (place,))

    def left_over(self) -> list[LeftOver]:
        """Return what earlier openings of the file left, oldest first."""
        found = self._connection.execute(
            "SELECT place, typed, typed_at FROM form_journal ORDER BY typed_at, place"
        )
        read = [(place, typed_from(text), typed_at) for place, text, typed_at in found]
        return [
            LeftOver(place, typed, typed_at)
            for place, typed, typed_at in read
            if typed is not None and place.split(" ")[1] != self._session
        ]

    def _run(self, statement: str, values: tuple[str | int, ...]) -> None:
        if self._is_read_only:
            return
        try:
            self._connection.execute(statement, values)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
                self._is_read_only = True
                return
            raise (problem_from(error) or error) from error


def empty(connection: sqlite3.Connection) -> None:
    """Take the journal out of a copy of the file: it belongs to the desk, not to the records."""
    connection.execute("PRAGMA secure_delete=ON")
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'form_journal'")
    if known.fetchone():
        connection.execute("DELETE FROM form_journal")
        connection.commit()
