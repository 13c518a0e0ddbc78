"""The log of all that was done to a file, read page by page."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models import history
from models.history import Operation
from models.records import BY_TABLE

AT_ONCE = 200
# What the clerk calls the kinds of steps, and the kinds themselves.
KINDS = {
    "change": "登记和修改",
    "import": "导入",
    "undo": "撤销",
    "redo": "重做",
    history.CLOSING: "结账",
    history.PURGE: "彻底删除",
    history.SETUP: "建账",
}
CAN_BE_UNDONE = frozenset({"change", "import", "redo"})
REVERSING = {"undo": "撤销：", "redo": "重做："}


@dataclass(frozen=True, slots=True)
class Step:
    """One operation as it stands in the log."""

    operation: Operation
    rows: int
    is_redone: bool
    is_purged: bool

    @property
    def words(self) -> str:
        """What was done; an undoing names what it took back."""
        return REVERSING.get(self.operation.kind, "") + self.operation.label

    @property
    def kind(self) -> str:
        """The kind of the step in the clerk's words."""
        return KINDS.get(self.operation.kind, self.operation.kind)

    @property
    def state(self) -> str:
        """What became of the step since."""
        if self.is_purged:
            return "有记录已彻底删除"
        if self.operation.is_undone:
            return "又取消了" if self.operation.kind in REVERSING else self._undone_words
        return ""

    @property
    def can_be_undone(self) -> bool:
        """Whether the step is of a kind that can be taken back, and was not yet."""
        is_right = self.operation.kind in CAN_BE_UNDONE
        return is_right and not self.operation.is_undone and not self.is_purged

    @property
    def _undone_words(self) -> str:
        return "撤销后又重做" if self.is_redone else "已撤销"


class OperationLog:
    """The steps of a file, latest first, narrowed by words, kind and day."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        words: str = "",
        kind: str = "",
        since: date | None = None,
    ) -> None:
        self._connection = connection
        escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        self._values = {
            "words": f"%{escaped}%",
            "kind": kind,
            "since": since.isoformat() if since else "",
        }
        self._below: int | None = None

    def more(self, count: int = AT_ONCE) -> list[Step]:
        """Return the next steps, none when there are no more."""
        found = self._connection.execute(
            "SELECT o.id, o.label, o.made_at, o.kind, o.reversed_by IS NOT NULL,"
            " (SELECT count(*) FROM image i WHERE i.operation = o.id),"
            " EXISTS (SELECT 1 FROM operation u WHERE u.id = o.reversed_by"
            " AND u.reversed_by IS NOT NULL),"
            " EXISTS (SELECT 1 FROM purged p WHERE p.operation = o.id)"
            " FROM operation o WHERE (:below IS NULL OR o.id < :below)"
            " AND (:kind = '' OR o.kind = :kind) AND o.made_at >= :since"
            " AND (o.label LIKE :words ESCAPE '\\' OR o.made_at LIKE :words ESCAPE '\\')"
            " ORDER BY o.id DESC LIMIT :count",
            {**self._values, "below": self._below, "count": count},
        )
        steps = [
            Step(
                Operation(row[0], row[1], row[2], row[3], bool(row[4])),
                row[5],
                bool(row[6]),
                bool(row[7]),
            )
            for row in found
        ]
        if steps:
            self._below = steps[-1].operation.id
        return steps


def latest_undoable(connection: sqlite3.Connection, count: int) -> list[Operation]:
    """Return the last steps that can be taken back, latest first."""
    log = OperationLog(connection)
    found: list[Operation] = []
    while len(found) < count and (steps := log.more()):
        found.extend(one.operation for one in steps if one.can_be_undone)
    return found[:count]


def living_rows(connection: sqlite3.Connection, operation: int) -> dict[str, frozenset[int]]:
    """Return the rows that a step touched and that are still there, by table."""
    return dict(_living(connection, operation))


def _living(connection: sqlite3.Connection, operation: int) -> Iterator[tuple[str, frozenset[int]]]:
    tables = connection.execute(
        "SELECT DISTINCT table_name FROM image WHERE operation = ?", (operation,)
    ).fetchall()
    for (table,) in tables:
        if table in BY_TABLE:
            found = connection.execute(
                "SELECT DISTINCT row_id FROM image WHERE operation = ? AND table_name = ?"
                f' AND row_id IN (SELECT id FROM "{table}")',
                (operation, table),
            )
            ids = frozenset(row[0] for row in found)
            if ids:
                yield table, ids
