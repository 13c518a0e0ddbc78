"""What some lines need besides their cells: a proxy, an account, a reason."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models import codes
from models.aid import AidSheet
from models.fields import fields_of
from models.reading import Refused
from models.records.aid import AidItem
from models.rules.aid import PROXY
from ui.forms.editors import LineEditor
from ui.look import theme
from ui.look.flow import FlowLayout

Needs = Callable[[AidSheet, AidItem], bool]


def _by_proxy(_sheet: AidSheet, line: AidItem) -> bool:
    return line.receiver == PROXY


def _to_account(sheet: AidSheet, _line: AidItem) -> bool:
    return sheet.batch.way in codes.table("aid_way").codes_where("to_account")


def _without_file(_sheet: AidSheet, line: AidItem) -> bool:
    return line.household is None


def _with_reason(sheet: AidSheet, line: AidItem) -> bool:
    return bool(line.cap_reason) or sheet.is_over_cap(line)


FIELDS: Mapping[str, Needs] = {
    "cap_reason": _with_reason,
    "no_file_reason": _without_file,
    "proxy_name": _by_proxy,
    "proxy_relation": _by_proxy,
    "proxy_id": _by_proxy,
    "account_holder": _to_account,
    "account_no": _to_account,
}


class LineExtras(QWidget):
    """A row of fields for the line in which the cursor stands; only those that it needs."""

    changed = Signal(str, object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout(self, gap=theme.px(8))
        self._title = QLabel()
        theme.mark(self._title, "section")
        row.addWidget(self._title)
        self._cells: dict[str, LineEditor] = {}
        self._pairs: dict[str, QWidget] = {}
        for name in FIELDS:
            self._pairs[name] = self._pair(*self._make(name))
            row.addWidget(self._pairs[name])
        # The grid keeps its height while the cursor passes lines that need no fields.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_line(self, sheet: AidSheet, place: int) -> None:
        """Show the fields of a line, or nothing when it needs none."""
        if not 0 <= place < len(sheet.items):
            self.hide()
            return
        line = sheet.items[place]
        needed = {name for name, needs in FIELDS.items() if needs(sheet, line)}
        for name, editor in self._cells.items():
            self._pairs[name].setVisible(name in needed)
            editor.setEnabled(not sheet.is_locked)
            if not editor.control.hasFocus():
                editor.show_value(getattr(line, name))
        self._title.setText(f"第{place + 1}行 {line.household_name}".strip())
        self.setVisible(bool(needed))

    def _pair(self, label: QLabel, editor: LineEditor) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(editor, 1)
        pair.hide()
        return pair

    def _make(self, name: str) -> tuple[QLabel, LineEditor]:
        field = fields_of(AidItem)[name]
        label, editor = QLabel(field.label), LineEditor(field)
        theme.mark(label, "label")
        label.setBuddy(editor.control)
        editor.control.setAccessibleName(field.label)
        editor.left.connect(lambda: self._tell(name))
        editor.done.connect(lambda: self._tell(name))
        self._cells[name] = editor
        return label, editor

    def _tell(self, name: str) -> None:
        editor = self._cells[name]
        if not self.isVisible():
            return
        try:
            self.changed.emit(name, editor.read().value)
        except Refused as refusal:
            self.refused.emit(f"{editor.field.label}：{refusal}")
