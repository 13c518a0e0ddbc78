"""Closed years in the store: nothing that belongs to one may change."""

import json
import sqlite3
from collections.abc import Collection, Iterator

from models.errors import Problem
from models.fields import fields_of
from models.history import Row
from models.records import BY_TABLE
from models.records.closing import YearClosing
from models.rules.after_closing import has_year, may_still_change, owner_fields, year_field

TABLE = YearClosing.about.table


def closed_years(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the years that are closed now."""
    found = connection.execute(f'SELECT year FROM "{TABLE}" WHERE reopened_on IS NULL')
    return frozenset(row[0] for row in found)


def refuse_closed(
    connection: sqlite3.Connection,
    operation: int,
    *,
    tables: Collection[str],
    closed: Collection[int],
) -> None:
    """Raise a Problem when an operation touched a record of a closed year."""
    if not closed:
        return
    for table in tables:
        if table not in BY_TABLE or not has_year(table):
            continue
        for before, after in _suspects(connection, operation, table, closed):
            year = refusing_year(connection, table, (before, after), closed)
            if year is not None:
                raise _refusal(year, table, after or before or {})


def refusing_year(
    connection: sqlite3.Connection,
    table: str,
    change: tuple[Row | None, Row | None],
    closed: Collection[int],
) -> int | None:
    """Return the closed year that refuses a change of a row from one image to another."""
    before, after = change
    years = {_year_of(connection, table, row) for row in change if row}
    hit = sorted((one for one in years if one in closed), key=str)
    may_change = (
        before and after and len(years) == 1 and may_still_change(table, before, after, closed)
    )
    return hit[0] if hit and not may_change else None


def _suspects(
    connection: sqlite3.Connection, operation: int, table: str, closed: Collection[int]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield the images that may be of a closed year; parts are looked at one by one."""
    narrowed = ""
    if not owner_fields(table):
        years = ", ".join(f"'{int(year)}'" for year in closed)
        place = f"'$.{year_field(table)}'"
        narrowed = (
            f" AND (substr(json_extract(before, {place}), 1, 4) IN ({years})"
            f" OR substr(json_extract(after, {place}), 1, 4) IN ({years}))"
        )
    found = connection.execute(
        f"SELECT before, after FROM image WHERE operation = ? AND table_name = ?{narrowed}",
        (operation, table),
    )
    for before, after in found:
        yield json.loads(before) if before else None, json.loads(after) if after else None


def _year_of(connection: sqlite3.Connection, table: str, row: Row) -> int | None:
    """Return the year of a row, else that of what it belongs to."""
    name = year_field(table)
    if name and row.get(name):
        return int(str(row[name])[:4])
    for field, owner_table in owner_fields(table):
        cursor = connection.execute(f'SELECT * FROM "{owner_table}" WHERE id = ?', (row[field],))
        owner = cursor.fetchone()
        if owner is not None and has_year(owner_table):
            names = (column[0] for column in cursor.description)
            return _year_of(connection, owner_table, dict(zip(names, owner, strict=True)))
    return None


def _refusal(year: int | None, table: str, row: Row) -> Problem:
    about = BY_TABLE[table].about
    fields = fields_of(BY_TABLE[table])
    shown = (fields[name].show(fields[name].load(row.get(name))) for name in about.titles)
    title = " ".join(text for text in shown if text)
    return Problem(
        f"{year}年度已经结账，不能改；要改先反结账",
        f"涉及{about.label}“{title}”。反结账在“编辑”菜单的“年度结账”里，要写明原因。",
    )
