"""The fields of a form under their sections' names, in two columns, and how to walk through them."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from models.fields import Choice, Choices, CreditCode, Field, Link, Note, PersonId, Text, fields_of
from models.pointers import RecordNumber
from models.records.base import Record
from models.store import Store
from ui.forms.cell import FieldCell, make_label
from ui.forms.choosers import chooser_for, editor_for
from ui.layouts import Layout, Section
from ui.look import theme

_WIDE = Note | Text | Link | Choice | Choices | CreditCode | PersonId | RecordNumber
LEAST_HEIGHT = 120


class FormBody(QScrollArea):
    """Every field of a record type; it scrolls to what it is asked to show."""

    section_seen = Signal(int)

    def __init__(self, record_type: type[Record], layout: Layout, store: Store) -> None:
        super().__init__()
        self.cells: dict[str, FieldCell] = {}
        self._fields = fields_of(record_type)
        self._store = store
        self._titles: list[QLabel] = []
        self._section_of: dict[str, int] = {}
        self._build(layout)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_section())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def names(self) -> list[str]:
        """The fields that can be typed into, in the order of the eye."""
        return [name for name, cell in self.cells.items() if cell.is_reachable]

    def count_sections(self, problems: Iterable[str]) -> list[int]:
        """Return how many of these fields stand in each section."""
        counts = [0] * len(self._titles)
        for name in problems:
            counts[self._section_of[name]] += 1
        return counts

    def name_of(self, widget: QWidget | None) -> str | None:
        """Return the field in which a widget stands, None when it is in no field."""
        while widget is not None and not isinstance(widget, FieldCell):
            widget = widget.parentWidget()
        return next((name for name, cell in self.cells.items() if cell is widget), None)

    def beside(self, name: str, *, step: int) -> str | None:
        """Return the field after (1) or before (-1) a field, None at the ends."""
        names = list(self.cells)
        reachable = set(self.names)
        place = names.index(name) + step
        while 0 <= place < len(names) and names[place] not in reachable:
            place += step
        return names[place] if 0 <= place < len(names) else None

    def go_to(self, name: str) -> None:
        """Put the cursor into a field, its text selected, and bring it into view."""
        self.cells[name].editor.control.setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal(name)

    def go_to_section(self, number: int) -> None:
        """Bring a section to the top and put the cursor into its first field."""
        number = min(max(number, 0), len(self._titles) - 1)
        first = next((one for one in self.names if self._section_of[one] >= number), None)
        self.verticalScrollBar().setValue(self._titles[number].y())
        if first is not None:
            self.go_to(first)
        self.section_seen.emit(number)

    def reveal(self, name: str) -> None:
        """Bring a field into view with what is said under it; a first field with its section."""
        cell = self.cells[name]
        # Words that were just put under a field have no place before the layout has run.
        self._grid.activate()
        self.ensureWidgetVisible(cell, 0, theme.px(24))
        self._tell_section()

    @override
    def sizeHint(self) -> QSize:
        # The fields scroll; a page that asks how high it must be is not to count all of them.
        return QSize(super().sizeHint().width(), theme.px(LEAST_HEIGHT))

    def _build(self, layout: Layout) -> None:
        body = QWidget()
        theme.mark(body, "clear")
        grid = self._grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for number, section in enumerate(layout.sections):
            self._add_section(grid, number, section)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setMinimumWidth(body.minimumSizeHint().width() + theme.px(16))
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))

    def _add_section(self, grid: QGridLayout, number: int, section: Section) -> None:
        title = QLabel(section.title)
        theme.mark(title, "section")
        self._titles.append(title)
        grid.addWidget(title, grid.rowCount(), 0, 1, 4)
        for names in section.rows:
            row = grid.rowCount()
            for place, name in enumerate(names):
                self._section_of[name] = number
                field = self._fields[name]
                cell = self.cells[name] = self._make_cell(field)
                is_wide = len(names) == 1 and isinstance(field, _WIDE)
                grid.addWidget(make_label(cell), row, place * 2)
                grid.addWidget(cell, row, place * 2 + 1, 1, 3 if is_wide else 1)

    def _make_cell(self, field: Field) -> FieldCell:
        return FieldCell(chooser_for(field, self._store) or editor_for(field, self._store))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._tell_section()

    def _tell_section(self) -> None:
        self.section_seen.emit(self._section_in_view())

    def _section_in_view(self) -> int:
        """Return the section of the field with the cursor while it can be seen, else the top one."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        name = self.name_of(self.window().focusWidget())
        if name is not None and top <= self.cells[name].y() < bottom:
            return self._section_of[name]
        above = [n for n, title in enumerate(self._titles) if title.y() <= top + title.height()]
        return above[-1] if above else 0
