"""Some fields of a record asked in a box, each with what is wrong directly under it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from models.fields import fields_of
from models.reading import Refused
from models.records.base import Record
from models.rules.findings import Finding
from ui.forms.cell import FieldCell, required_star
from ui.forms.choosers import editor_for
from ui.look import theme
from ui.office import Office


class AskedFields(QWidget):
    """The editors of a few fields of a record type, one under the other."""

    def __init__(
        self,
        record_type: type[Record],
        names: Sequence[str],
        presets: Mapping[str, object],
        office: Office,
    ) -> None:
        super().__init__()
        self._office = office
        fields = fields_of(record_type)
        empty = record_type()
        self.cells = {name: FieldCell(editor_for(fields[name], office.store)) for name in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        for row, (name, cell) in enumerate(self.cells.items()):
            cell.editor.show_value(presets.get(name, getattr(empty, name)))
            label = QLabel(f"{required_star(cell.editor.field)}{cell.editor.field.label}")
            theme.mark(label, "label")
            label.setBuddy(cell.editor.control)
            # The words of a line editor stand this far below its edge.
            label.setContentsMargins(0, theme.px(7), 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(cell, row, 1)
            cell.editor.done.connect(lambda: self.focusNextPrevChild(True))
        grid.setColumnStretch(1, 1)

    def read(self) -> dict[str, object] | None:
        """Return what was typed, None when something cannot be read; that is said at its field."""
        values: dict[str, object] = {}
        for name, cell in self.cells.items():
            try:
                values[name] = cell.editor.read(self._office.year).value
                cell.say("", "")
            except Refused as refusal:
                cell.say("error", str(refusal))
        return values if len(values) == len(self.cells) else None

    def say_errors(self, findings: Sequence[Finding]) -> bool:
        """Show the errors that stand at these fields; whether there were any."""
        errors = [one for one in findings if one.level == "error" and one.field in self.cells]
        for one in errors:
            self.cells[one.field].say("error", one.text)
        return bool(errors)
