"""An office file as plain rows, to count figures without any of the program's own counting."""

import csv
import sqlite3
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from resources import path

Row = Mapping[str, Any]
Quantity = int | Decimal
Rate = tuple[Quantity, Quantity]
Answer = Quantity | Rate | None
Recount = Callable[["Town"], Answer]


@dataclass
class File:
    """The rows of an office file, read with nothing but SQL."""

    connection: sqlite3.Connection
    _read: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        """Return all rows of a table in the order of entry."""
        if table not in self._read:
            found = self.connection.execute(f'SELECT * FROM "{table}" ORDER BY id')
            names = [one[0] for one in found.description]
            self._read[table] = [dict(zip(names, row, strict=True)) for row in found]
        return self._read[table]


@dataclass
class Town:
    """A file as it is counted for a span of days; days are the ISO texts that the file keeps."""

    file: File
    first: str
    last: str
    as_of: str
    _names: dict[str, int | None] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The calendar year in which the span ends."""
        return int(self.last[:4])

    def rows(self, table: str) -> list[Row]:
        """Return all rows of a table."""
        return self.file.rows(table)

    def inside(self, text: str | None) -> bool:
        """Whether a day, month or year begins within the span and not after the cut-off."""
        return bool(text) and self.first <= begin(text) <= min(self.last, self.as_of)

    def reached(self, text: str | None) -> bool:
        """Whether a day, month or year has begun by the cut-off."""
        return bool(text) and begin(text) <= self.as_of

    def during(self, table: str, day: str, **equals: object) -> list[Row]:
        """Return the rows of a table whose day is in the span and that have some values."""
        return [
            row
            for row in self.rows(table)
            if self.inside(row[day])
            and all(
                row[name] in value if isinstance(value, (set, tuple)) else row[name] == value
                for name, value in equals.items()
            )
        ]

    def of_year(self, table: str) -> list[Row]:
        """Return the rows of a table that are about the year in which the span ends."""
        return [row for row in self.rows(table) if row["year"] == self.year]

    def unit(self, row: Row) -> object:
        """Return the unit that a row is about: by its number, by a name only one unit has, or the name."""
        if row["unit"] is not None:
            return row["unit"]
        if not self._names:
            for unit in self.rows("unit"):
                name = plain(unit["name"])
                self._names[name] = None if name in self._names else unit["id"]
        name = plain(row["unit_name"])
        return self._names.get(name) or name

    def units(self, rows: Iterable[Row]) -> set[object]:
        """Return the different units that rows are about."""
        return {self.unit(row) for row in rows}

    def each_unit(self, rows: Iterable[Row]) -> dict[object, list[Row]]:
        """Return rows by the unit that they are about."""
        return by(rows, self.unit)

    def rule(self, name: str, day: str | None) -> str:
        """Return the words of a local rule on a day, blank where there is none."""
        own = [
            row
            for row in self.rows("local_rule")
            if row["rule"] == name and not (row["valid_from"] and day and row["valid_from"] > day)
        ]
        if own:
            return str(max(own, key=lambda row: row["valid_from"] or "")["value"])
        region = self.rows("town")[0]["rule_region"] or "national"
        preset = next(one for one in table("local_rule") if one["code"] == name)
        return preset[region] or preset["national"]

    def is_workday(self, day: date) -> bool:
        """Whether a day is worked."""
        for row in self.rows("workday_change"):
            if row["day"] == day.isoformat():
                return bool(row["is_workday"])
        return day.weekday() < 5

    def deadline(self, rule: str, start: str | None) -> str | None:
        """Return the last day of a term that begins on a day."""
        words = self.rule(rule, start) if start else ""
        if not start or not words:
            return None
        day, length = date.fromisoformat(start), int(words.rstrip("个工作日月"))
        if "工作日" in words:
            while length:
                day += timedelta(days=1)
                length -= self.is_workday(day)
            return day.isoformat()
        day = months_later(day, length) if "月" in words else day + timedelta(days=length)
        while not self.is_workday(day):
            day += timedelta(days=1)
        return day.isoformat()


def begin(text: str | None) -> str:
    """Return the first day that a day, month or year may mean."""
    return (text or "") + {4: "-01-01", 7: "-01"}.get(len(text or ""), "")


def end(text: str) -> str:
    """Return the last day that a day, month or year may mean."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return f"{text}-{monthrange(year, month)[1]:02}"
    return text


def plain(name: str) -> str:
    """Return a name without blanks and with one kind of brackets."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def table(name: str) -> list[dict[str, str]]:
    """Return the lines of a code table."""
    with path(f"codes/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def by(rows: Iterable[Row], key: Callable[[Row], object]) -> dict[object, list[Row]]:
    """Return rows in groups."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def total(rows: Iterable[Row], name: str, blank: int = 0) -> int:
    """Return the sum of a column; a blank or zero counts as what is told."""
    return sum(row[name] or blank for row in rows)


def yuan(fen: int) -> Decimal:
    """Return an amount of fen in yuan."""
    return Decimal(fen) / 100


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, the last of the month where there is none such."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def runs(row: Row, day: str, start: str, stop: str) -> bool:
    """Whether something that lasts from one day to another lasts on a day; blank ends are open."""
    return not (row[start] and begin(row[start]) > day) and not (row[stop] and end(row[stop]) < day)


def exact(words: str) -> Fraction:
    """Return the number that a rule states."""
    if words.endswith("%"):
        return Fraction(words.rstrip("%")) / 100
    return Fraction(words.rstrip("个工作日月"))


def part(rows: Sequence[Row], holds: Callable[[Row], object]) -> Rate:
    """Return how many rows fit, and how many there are."""
    return sum(1 for row in rows if holds(row)), len(rows)
