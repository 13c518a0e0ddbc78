"""Today's shape of the office file, derived from the record types."""

from models.fields import Field, Flag, Link, fields_of
from models.records import BY_TABLE, RECORDS
from models.records.base import Record


def create_statements() -> tuple[str, ...]:
    """Return the SQL that makes every record table and its indexes, in order."""
    return tuple(statement for one in RECORDS for statement in _table(one))


def statements_by_table() -> dict[str, list[str]]:
    """Return the SQL of each record table, by table."""
    return {one.about.table: _table(one) for one in RECORDS}


def columns_of(table: str) -> dict[str, str]:
    """Return the SQL of each column of a table, by name."""
    return {name: _column(name, field) for name, field in fields_of(BY_TABLE[table]).items()}


def _table(record_type: type[Record]) -> list[str]:
    table = record_type.about.table
    columns = ["id INTEGER PRIMARY KEY AUTOINCREMENT"]
    indexes = []
    for name, field in fields_of(record_type).items():
        columns.append(_column(name, field))
        if isinstance(field, Link):
            indexes.append(_index(table, (name,)))
    indexes.extend(_index(table, names) for names in record_type.about.indexes)
    body = ",\n  ".join(columns)
    return [f'CREATE TABLE "{table}" (\n  {body}\n) STRICT', *indexes]


def _index(table: str, names: tuple[str, ...]) -> str:
    """Return the SQL of an index; indexes and tables share one room of names."""
    name = f"{table}_{'_'.join(names)}"
    if name in BY_TABLE:
        name = f"{name}_link"
    columns = ", ".join(f'"{one}"' for one in names)
    return f'CREATE INDEX "{name}" ON "{table}" ({columns})'


def _column(name: str, field: Field) -> str:
    column = f'"{name}" {field.keeps_as}'
    if isinstance(field, Flag):
        return f"{column} NOT NULL DEFAULT 0"
    if isinstance(field, Link):
        return f'{column} REFERENCES "{field.to}" (id) ON DELETE RESTRICT'
    if field.empty in ("", ()):
        return f"{column} NOT NULL DEFAULT ''"
    return column
