"""History triggers, generated from the tables as they are in the file."""

import sqlite3

UNTRACKED = frozenset({"operation", "image", "copy_log", "search_entry", "sqlite_sequence"})
# Refusing aloud: under INSERT OR IGNORE a mere NOT NULL would drop the image and keep the row.
OPEN = (
    "coalesce((SELECT max(id) FROM operation WHERE images_sha256 IS NULL),"
    " RAISE(ABORT, 'no operation is open'))"
)


def create_triggers(connection: sqlite3.Connection) -> None:
    """Give every tracked table triggers that write before and after images."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in found.fetchall():
        if table not in UNTRACKED:
            _track(connection, table)


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Remove the history triggers before tables change their shape."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history\\_%' ESCAPE '\\'"
    )
    for (name,) in found.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def _track(connection: sqlite3.Connection, table: str) -> None:
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    old, new = _image("OLD", columns), _image("NEW", columns)
    for event, row, before, after in (
        ("INSERT", "NEW", "NULL", new),
        ("UPDATE", "NEW", old, new),
        ("DELETE", "OLD", old, "NULL"),
    ):
        changed = f"WHEN {old} IS NOT {new} " if event == "UPDATE" else ""
        connection.execute(
            f'CREATE TRIGGER "history_{table}_{event.lower()}" AFTER {event} ON "{table}" {changed}'
            f"BEGIN INSERT INTO image (operation, table_name, row_id, before, after) "
            f"VALUES ({OPEN}, '{table}', {row}.id, {before}, {after}); END"
        )


def _image(row: str, columns: list[str]) -> str:
    pairs = ", ".join(f"'{name}', {row}.\"{name}\"" for name in columns)
    return f"json_object({pairs})"
