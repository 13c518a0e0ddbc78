"""History triggers, generated from the tables as they are in the file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

PREFIX = "history_"
UNTRACKED = frozenset(
    {
        *(
            "operation",
            "image",
            "purged",
            "import_batch",
            "copy_log",
            "search_entry",
            "form_journal",
        ),
        *("attachment_content", "sqlite_sequence"),
    }
)
# SQLite takes at most 127 arguments in one call, some versions a hundred: 48 names with values.
MOST_COLUMNS = 48
# Refusing aloud: under INSERT OR IGNORE a mere NOT NULL would drop the image and keep the row.
OPEN = (
    "coalesce((SELECT max(id) FROM operation WHERE images_sha256 IS NULL),"
    " RAISE(ABORT, 'no operation is open'))"
)


def create_triggers(database: "Database") -> None:
    """Give every tracked table triggers that write before and after images."""
    for table in sorted(database.table_names()):
        if table not in UNTRACKED:
            _track(database, table)


def drop_triggers(database: "Database") -> None:
    """Remove the history triggers before tables change their shape."""
    for trigger in database.triggers:
        if trigger.name.startswith(PREFIX):
            database.execute(f'DROP TRIGGER "{trigger.name}"')


def _track(database: "Database", table: str) -> None:
    columns = [column.name for column in database.table(table).columns]
    old, new = _image("OLD", columns), _image("NEW", columns)
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)
    for event, row, before, after in (
        ("INSERT", "NEW", "NULL", new),
        ("UPDATE", "NEW", old, new),
        ("DELETE", "OLD", old, "NULL"),
    ):
        changed = f"WHEN {differs} " if event == "UPDATE" else ""
        database.execute(
            f'CREATE TRIGGER "{PREFIX}{table}_{event.lower()}" AFTER {event} ON "{table}" {changed}'
            f"BEGIN INSERT INTO image (operation, table_name, row_id, before, after) "
            f"VALUES ({OPEN}, '{table}', {row}.id, {before}, {after}); END"
        )


def _image(row: str, columns: list[str]) -> str:
    """Return the SQL of a row as JSON; SQLite lets a function have a hundred arguments."""
    if len(columns) <= MOST_COLUMNS:
        return _object(row, columns)
    parts = [columns[at : at + MOST_COLUMNS] for at in range(0, len(columns), MOST_COLUMNS)]
    inner = " || ',' || ".join(
        f"substr({_object(row, one)}, 2, length({_object(row, one)}) - 2)" for one in parts
    )
    return f"'{{' || {inner} || '}}'"


def _object(row: str, columns: list[str]) -> str:
    pairs = ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns)
    return f"json_object({pairs})"
