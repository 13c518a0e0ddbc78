"""The head of a batch: what is given, from which money, by whose decision."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.fields import fields_of
from models.reading import Refused
from models.records.aid import AidBatch
from models.records.base import with_values
from models.store import Store
from ui.forms.cell import FieldCell
from ui.forms.choosers import editor_for
from ui.look import theme

ROWS = (
    (("title", 3), ("decided_by", 3)),
    (("kind", 1), ("fund_source", 1), ("way", 1), ("planned_on", 1)),
)


class HeadEditor(QWidget):
    """Two rows of fields over the lines of a batch."""

    edited = Signal()
    settled = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._batch = AidBatch()
        self._cells: dict[str, FieldCell] = {}
        self._base: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        for row, places in enumerate(ROWS):
            column = 0
            for name, span in places:
                grid.addWidget(self._make_label(name, store), row, column)
                grid.addWidget(self._cells[name], row, column + 1, 1, span)
                column += span + 1
        for column in (1, 3, 5, 7):
            grid.setColumnStretch(column, 1)

    def show_batch(self, batch: AidBatch, *, is_locked: bool) -> None:
        """Show a batch; a locked one cannot be typed into."""
        self._batch = batch
        for name, cell in self._cells.items():
            cell.editor.show_value(getattr(batch, name))
            cell.say("", "")
            cell.setEnabled(not is_locked)
        self._base = self.raw()

    @property
    def base(self) -> dict[str, str]:
        """What stood in the fields before anything was typed."""
        return self._base

    def raw(self) -> dict[str, str]:
        """Return what stands in the fields letter for letter."""
        return {name: cell.editor.raw() for name, cell in self._cells.items()}

    def take_raw(self, texts: Mapping[str, str]) -> None:
        """Put back what stood in the fields."""
        for name, text in texts.items():
            if name in self._cells:
                self._cells[name].editor.take_raw(text)

    def read(self, year: int) -> AidBatch | None:
        """Return the batch as typed, None when a field cannot be read."""
        values: dict[str, object] = {}
        for name, cell in self._cells.items():
            try:
                values[name] = cell.editor.read(year).value
            except Refused as refusal:
                cell.say("error", str(refusal))
        if len(values) < len(self._cells):
            return None
        return with_values(self._batch, **values)

    def say(self, name: str, text: str) -> None:
        """Show what is wrong with a field and put the cursor there."""
        if name in self._cells:
            self._cells[name].say("error", text)
            self._cells[name].editor.control.setFocus()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._cells["title"].editor.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_label(self, name: str, store: Store) -> QLabel:
        field = fields_of(AidBatch)[name]
        cell = self._cells[name] = FieldCell(editor_for(field, store))
        star = f'<span style="color:{theme.now().accent}">* </span>' if field.required else ""
        label = QLabel(star + field.label)
        theme.mark(label, "label")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, theme.px(7), 0, 0)
        label.setBuddy(cell.editor.control)
        cell.editor.control.setAccessibleName(field.label)
        cell.editor.changed.connect(self.edited)
        cell.editor.left.connect(self._settle)
        cell.editor.done.connect(lambda: self._go_on_from(name))
        return label

    def _settle(self) -> None:
        for cell in self._cells.values():
            cell.say("", "")
        self.settled.emit()

    def _go_on_from(self, name: str) -> None:
        names = list(self._cells)
        after = names[names.index(name) + 1 :]
        if after:
            self._cells[after[0]].editor.control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.settled.emit()
