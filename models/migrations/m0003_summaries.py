"""The third shape: summaries with their versions, decisions about figures, papers that left."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def apply(database: "Database") -> None:
    """Make the tables of version 3 and the columns that older tables lack."""
    from models import schema

    known = set(database.table_names())
    for table, statements in schema.statements_by_table().items():
        if table not in known:
            for statement in statements:
                database.execute(statement)
            continue
        present = {column.name for column in database.table(table).columns}
        for name, column in schema.columns_of(table).items():
            if name not in present:
                database.execute(f'ALTER TABLE "{table}" ADD COLUMN {column}')
