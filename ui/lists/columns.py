"""What the columns of a list are, and what each cell says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from models.fields import Field, Flag, Link, Note, fields_of
from models.figures.local_figures import label_of
from models.pointers import FigureCode
from models.records.base import Record
from models.store import Store

NOTHING = "—"
UNORDERED = frozenset({str, tuple, bool})
Alignment = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says; a tone of "error" shows its word in red, "muted" in grey."""

    text: str
    tone: Literal["", "error", "muted", "ok"] = ""
    order: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list; `names` are the fields that it shows."""

    title: str
    cell: Callable[[Any], CellText]
    align: Alignment = "left"
    width: float = 6
    names: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """What tells the column from the others, also in what is remembered of it."""
        return self.names[0] if self.names else self.title


def columns_of(
    record_type: type[Record], store: Store, leave_out: Sequence[str] = ()
) -> list[Column]:
    """Return the columns that a record type declares for its lists."""
    names = (name for name in record_type.about.columns if name not in leave_out)
    return _columns(record_type, store, names)


def further_columns(
    record_type: type[Record], store: Store, leave_out: Sequence[str] = ()
) -> list[Column]:
    """Return the columns that a list of a record type can show when it is asked to."""
    declared = (*record_type.about.columns, *leave_out)
    kinds = fields_of(record_type).items()
    names = (name for name, kind in kinds if name not in declared and not isinstance(kind, Note))
    return _columns(record_type, store, names)


def _columns(record_type: type[Record], store: Store, names: Iterable[str]) -> list[Column]:
    fields = fields_of(record_type)
    return [_column(name, fields[name], store) for name in names]


def _column(name: str, kind: Field, store: Store) -> Column:
    titles: dict[int, str] = {}

    def link_text(value: int) -> str:
        if value not in titles:
            titles[value] = store.title_of_id(kind.to, value) if isinstance(kind, Link) else ""
        return titles[value]

    def cell(record: Record) -> CellText:
        value = getattr(record, name)
        if isinstance(kind, Flag):
            return CellText("是") if value else CellText(NOTHING, "muted")
        if kind.is_blank(value):
            return CellText(NOTHING, "muted")
        if isinstance(kind, Link):
            return CellText(link_text(value))
        if isinstance(kind, FigureCode):
            return CellText(label_of(store, value))
        return CellText(" ".join(kind.show(value).split()), order=_order(value))

    align: Alignment = "right" if kind.align == "right" and not isinstance(kind, Link) else "left"
    width = max(kind.width / 2, len(kind.label) + 1.0)
    return Column(kind.label, cell, align, 14 if isinstance(kind, Link) else width, (name,))


def _order(value: object) -> object:
    return None if type(value) in UNORDERED else value
