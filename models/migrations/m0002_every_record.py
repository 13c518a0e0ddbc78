"""The second shape: every record that a township federation keeps."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


CONTENTS = (
    """
CREATE TABLE "attachment_content" (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT
""",
    """
CREATE TRIGGER "keep_attachment_content_update" BEFORE UPDATE ON "attachment_content"
BEGIN SELECT RAISE(ABORT, 'contents of attachments never change'); END
""",
    """
CREATE TRIGGER "keep_attachment_content_delete" BEFORE DELETE ON "attachment_content"
BEGIN SELECT RAISE(ABORT, 'contents of attachments never change'); END
""",
)


def apply(database: "Database") -> None:
    """Make the tables of version 2 and the columns that older tables lack."""
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
    for statement in CONTENTS:
        database.execute(statement.strip())
