"""The fourth shape: what the clerk has begun, asks again and again, deleted and closed.

Searching spells words by itself, so that their sounds are kept no more.
"""

from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = "migrations/0004_the_desk.sql"


def apply(database: "Database") -> None:
    """Make the tables of version 4; the journal of forms has no history."""
    statements = path(STATEMENTS).read_text(encoding="utf-8")
    for statement in statements.split(";\n\n"):
        database.execute(statement.strip().removesuffix(";"))
