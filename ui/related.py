"""What hangs on a record: a strip of counted doors to its parts and mentions."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from models.fields import Link, fields_of
from models.records import RECORDS
from models.records.base import Record
from ui import theme
from ui.buttons import link_button
from ui.layouts import LAYOUTS
from ui.office import Office

DOORS_ABREAST = 5


@dataclass(frozen=True, slots=True)
class Relation:
    """Records of one type that point at another record through one field."""

    record_type: type[Record]
    field: str


def relations_of(record_type: type[Record]) -> tuple[Relation, ...]:
    """Return the types with a form that point at this one, parts first."""
    found = [
        (not kind.is_part, Relation(other, name))
        for other in RECORDS
        if other in LAYOUTS and other is not record_type
        for name, kind in fields_of(other).items()
        if isinstance(kind, Link) and kind.to == record_type.about.table
    ]
    return tuple(relation for _, relation in sorted(found, key=lambda pair: pair[0]))


class RelatedStrip(QFrame):
    """The doors under a form, each with how many records are behind it."""

    asked = Signal(object)

    def __init__(self, record_type: type[Record], office: Office) -> None:
        super().__init__()
        self._office = office
        self._doors: list[tuple[Relation, QPushButton]] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(4))
        rule = QFrame()
        theme.mark(rule, "rule")
        outer.addWidget(rule)
        relations = relations_of(record_type)
        doors = QGridLayout()
        doors.setHorizontalSpacing(theme.px(4))
        doors.setVerticalSpacing(0)
        title = QLabel("相关")
        theme.mark(title, "section")
        doors.addWidget(title, 0, 0)
        for row, start in enumerate(range(0, len(relations), DOORS_ABREAST)):
            doors.addLayout(self._make_row(relations[start : start + DOORS_ABREAST]), row, 1)
        outer.addLayout(doors)
        self._has_doors = bool(relations)

    def show_record(self, record: Record) -> None:
        """Count what hangs on this record; a record not saved yet has nothing."""
        self.setVisible(self._has_doors and record.id is not None)
        if record.id is None:
            return
        for relation, door in self._doors:
            count = self._office.store.count(relation.record_type, **{relation.field: record.id})
            door.setText(f"{_short(relation)} {count}")

    def _make_row(self, relations: tuple[Relation, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for relation in relations:
            door = link_button(_short(relation))
            door.clicked.connect(lambda _=False, one=relation: self.asked.emit(one))
            self._doors.append((relation, door))
            row.addWidget(door)
        row.addStretch()
        return row


def _short(relation: Relation) -> str:
    return relation.record_type.about.label.removeprefix("单位").removesuffix("年度情况")
