"""The fifth shape: lists that come in and forms that go out remember how they were understood."""

from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = "migrations/0005_sheets.sql"


def apply(database: "Database") -> None:
    """Make the tables of version 5; which files an import took in has no history."""
    statements = path(STATEMENTS).read_text(encoding="utf-8")
    for statement in statements.split(";\n\n"):
        database.execute(statement.strip().removesuffix(";"))
