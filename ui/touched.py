"""The records that a step touched, shown in their list."""

from PySide6.QtWidgets import QDialog

from models.history import Operation
from models.records import BY_TABLE
from models.store_binned import owner_links
from models.store_operations import living_rows
from ui.office import Office

NONE_LEFT = "这一步动过的记录现在都不在了，可到回收站找"


def open_touched(box: QDialog, office: Office, operation: Operation) -> None:
    """Close a box and show what an operation touched and is still there, or say that nothing is."""
    rows = living_rows(office.store.connection, operation.id)
    if not rows:
        office.say(NONE_LEFT)
        return
    tables = [table for table in BY_TABLE if table in rows]
    table = max(tables, key=lambda one: (not _is_part(one), len(rows[one])))
    box.accept()
    if len(rows[table]) == 1:
        office.open_record(table, next(iter(rows[table])))
    else:
        office.open_list(table, rows[table], f"“{operation.label}”的记录")


def _is_part(table: str) -> bool:
    return bool(owner_links(table)) or table == "attachment"
