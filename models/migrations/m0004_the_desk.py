"""The fourth shape: what the clerk has begun, asks again and again, and has closed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# What was typed and not saved yet; no history, no copy of it leaves with an export.
JOURNAL = """
CREATE TABLE "form_journal" (
  place TEXT NOT NULL, row_id INTEGER NOT NULL, typed TEXT NOT NULL, typed_at TEXT NOT NULL,
  PRIMARY KEY (place, row_id)
) STRICT, WITHOUT ROWID
"""

# Which rows an operation deleted: what the recycle bin lists.
DELETIONS = """
CREATE INDEX "image_deletion" ON "image" (operation, table_name, row_id) WHERE after IS NULL
"""
DELETIONS_BY_TABLE = """
CREATE INDEX "image_deletion_table" ON "image" (table_name, id) WHERE after IS NULL
"""
# Operations of which images were purged; the hash is that of the images that are left.
PURGED = """
CREATE TABLE "purged" (
  operation INTEGER PRIMARY KEY REFERENCES "operation" (id),
  purge INTEGER NOT NULL REFERENCES "operation" (id),
  images INTEGER NOT NULL, images_sha256 TEXT NOT NULL
) STRICT
"""

# How words sound is told from the words themselves, when they are searched.
SOUNDS = ("pinyin", "initials")


def apply(database: "Database") -> None:
    """Make the tables of version 4 and the columns that older tables lack."""
    from models import schema

    for statement in (JOURNAL, DELETIONS, DELETIONS_BY_TABLE, PURGED):
        database.execute(statement.strip())
    for column in SOUNDS:
        database.execute(f'ALTER TABLE "search_entry" DROP COLUMN "{column}"')
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
