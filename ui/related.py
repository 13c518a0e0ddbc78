"""What hangs on a record: a strip of counted doors to its parts and mentions."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from models.fields import Link, fields_of
from models.filing import papers_with
from models.records import RECORDS
from models.records.base import Record
from models.records.reported import FiledPaper
from ui.layouts import LAYOUTS
from ui.look import theme
from ui.look.buttons import link_button
from ui.office import Office

DOORS_ABREAST = 5
MOST_DOORS = 10


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
    """The doors under a form, each with how many records are behind it.

    Parts come first, then what has records; what does not fit is behind one more door.
    """

    asked = Signal(object)

    def __init__(self, record_type: type[Record], office: Office) -> None:
        super().__init__()
        self._office = office
        self._relations = relations_of(record_type)
        self._names = _names(self._relations)
        self._shown: list[Relation] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(4))
        rule = QFrame()
        theme.mark(rule, "rule")
        outer.addWidget(rule)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(4))
        grid.setVerticalSpacing(0)
        title = QLabel("相关")
        theme.mark(title, "section")
        grid.addWidget(title, 0, 0)
        self._doors = [self._make_door(place) for place in range(MOST_DOORS)]
        self._others = link_button("其他")
        self._menu = QMenu(self._others)
        self._others.setMenu(self._menu)
        for row in range(MOST_DOORS // DOORS_ABREAST):
            grid.addLayout(self._make_row(row), row, 1)
        outer.addLayout(grid)
        self._papers: list[FiledPaper] = []
        self._filed = link_button("")
        self._filed.setToolTip("这些材料里的数字计入了这条记录，改动以后会和上报的不一样")
        self._filed.clicked.connect(self._open_papers)
        outer.addWidget(self._filed, 0, Qt.AlignmentFlag.AlignLeft)

    def show_record(self, record: Record) -> None:
        """Count what hangs on this record; a record not saved yet has nothing."""
        self._papers = papers_with(self._office.store, record) if record.id is not None else []
        self._filed.setText(f"计入已上报材料 {len(self._papers)}份")
        self._filed.setVisible(bool(self._papers))
        has_doors = bool(self._relations) or bool(self._papers)
        self.setVisible(has_doors and record.id is not None)
        if record.id is None:
            return
        counts = {
            one: self._office.store.count(one.record_type, **{one.field: record.id})
            for one in self._relations
        }
        ranked = sorted(self._relations, key=lambda one: not (_is_part(one) or counts[one]))
        self._shown = ranked[:MOST_DOORS]
        for place, door in enumerate(self._doors):
            door.setVisible(place < len(self._shown))
            if place < len(self._shown):
                one = self._shown[place]
                door.setText(f"{self._names[one]} {counts[one]}")
        self._fill_menu(ranked[MOST_DOORS:], counts)

    def _open_papers(self) -> None:
        ids = frozenset(one.id for one in self._papers if one.id is not None)
        self._office.open_list(FiledPaper.about.table, ids, "计入了这条记录的材料")

    def _make_door(self, place: int) -> QPushButton:
        door = link_button("")
        door.clicked.connect(lambda: self.asked.emit(self._shown[place]))
        return door

    def _make_row(self, row: int) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(theme.px(4))
        start = row * DOORS_ABREAST
        for door in self._doors[start : start + DOORS_ABREAST]:
            layout.addWidget(door)
        if start + DOORS_ABREAST == MOST_DOORS:
            layout.addWidget(self._others)
        layout.addStretch()
        return layout

    def _fill_menu(self, others: list[Relation], counts: dict[Relation, int]) -> None:
        self._menu.clear()
        self._others.setVisible(bool(others))
        for one in others:
            action = self._menu.addAction(f"{self._names[one]} {counts[one]}")
            action.triggered.connect(lambda _on=False, one=one: self.asked.emit(one))


def _is_part(relation: Relation) -> bool:
    kind = fields_of(relation.record_type)[relation.field]
    return isinstance(kind, Link) and kind.is_part


def _names(relations: tuple[Relation, ...]) -> dict[Relation, str]:
    """Return what the doors are called; two links of one type are told apart by their labels."""
    counted = Counter(one.record_type for one in relations)
    found = {}
    for one in relations:
        about = one.record_type.about
        name = about.label.removeprefix("单位").removesuffix("年度情况")
        if counted[one.record_type] > 1:
            name = f"{name}（{fields_of(one.record_type)[one.field].label}）"
        found[one] = name
    return found
