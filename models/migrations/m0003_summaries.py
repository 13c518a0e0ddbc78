"""The third shape: summaries with their versions, decisions about figures, papers that left."""

from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = "migrations/0003_summaries.sql"


def apply(database: "Database") -> None:
    """Make the tables of version 3 and the columns that older tables lack."""
    statements = path(STATEMENTS).read_text(encoding="utf-8")
    for statement in statements.split(";\n\n"):
        database.execute(statement.strip().removesuffix(";"))
