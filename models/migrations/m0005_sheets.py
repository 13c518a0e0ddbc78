"""The fifth shape: lists that come in and forms that go out remember how they were understood."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Which files an import operation took in; it stays when the import is taken back.
IMPORT_BATCH = """
CREATE TABLE "import_batch" (
  operation INTEGER PRIMARY KEY REFERENCES "operation" (id),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  imported_by TEXT NOT NULL, counts TEXT NOT NULL
) STRICT
"""


def apply(database: "Database") -> None:
    """Make the tables of version 5 and the columns that older tables lack."""
    from models import schema

    database.execute(IMPORT_BATCH.strip())
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
