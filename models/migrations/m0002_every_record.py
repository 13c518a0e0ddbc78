"""The second shape: every record that a township federation keeps, and attachments."""

from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = "migrations/0002_every_record.sql"


def apply(database: "Database") -> None:
    """Make the tables of version 2 and the columns that older tables lack."""
    statements = path(STATEMENTS).read_text(encoding="utf-8")
    for statement in statements.split(";\n\n"):
        database.execute(statement.strip().removesuffix(";"))
