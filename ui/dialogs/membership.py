"""One change in the membership of one member or of many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models import codes
from models.errors import Problem
from models.fields import fields_of
from models.reading import Refused
from models.records.members import Member, MemberChange
from models.rules import checking
from models.rules.findings import Finding
from ui import messages, theme
from ui.buttons import icon_button
from ui.editors import editor_for
from ui.form import FieldCell
from ui.office import Office

ASKED = ("kind", "changed_on", "reason", "other_union", "document")
MOST_NAMES = 5
WIDTH_CHARS = 46


class MembershipDialog(QDialog):
    """Asks what changed and when, and writes it for every chosen member as one step."""

    def __init__(
        self,
        members: Sequence[Member],
        presets: Mapping[str, object],
        office: Office,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._members = members
        self._office = office
        self.setWindowTitle("办理会籍变动")
        self._cells = {
            name: FieldCell(editor_for(fields_of(MemberChange)[name], office.store))
            for name in ASKED
        }
        empty = MemberChange()
        for name, cell in self._cells.items():
            cell.editor.show_value(presets.get(name, getattr(empty, name)))
        self._build()
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def save(self) -> None:
        """Write the change for every member, or say at the fields why not."""
        values = self._read()
        if values is None:
            return
        changes = [replace(MemberChange(**values), member=one.id) for one in self._members]  # type: ignore[arg-type]
        wrong = self._wrong(changes)
        for finding in wrong:
            self._cells[finding.field].say("error", finding.text)
        if wrong:
            return
        words = codes.table("member_change_type").label(changes[0].kind)
        store = self._office.store
        try:
            with store.change(f"{words} {self._names()}"):
                for one in changes:
                    store.save(one)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已登记{words}：{self._names()}，可以用 Ctrl+Z 撤销")
        self.accept()

    def _build(self) -> None:
        who = QLabel(self._names())
        who.setWordWrap(True)
        theme.mark(who, "title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        for row, cell in enumerate(self._cells.values()):
            label = QLabel(cell.editor.field.label)
            label.setBuddy(cell.editor.control)
            label.setMinimumHeight(cell.editor.control.sizeHint().height())
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, row, 1)
        grid.setColumnStretch(1, 1)
        save = icon_button("保存 F6", "tick", role="main")
        save.clicked.connect(self.save)
        cancel = icon_button("取消", "clear")
        cancel.clicked.connect(self.reject)
        for keys in ("F6", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(12))
        outer.addWidget(who)
        outer.addLayout(grid)
        outer.addLayout(buttons)

    def _names(self) -> str:
        names = "、".join(one.name for one in self._members[:MOST_NAMES])
        more = f"等{len(self._members)}人" if len(self._members) > MOST_NAMES else ""
        return f"{names}{more}"

    def _read(self) -> dict[str, object] | None:
        values: dict[str, object] = {}
        for name, cell in self._cells.items():
            try:
                values[name] = cell.editor.read(self._office.year).value
                cell.say("", "")
            except Refused as refusal:
                cell.say("error", str(refusal))
        return values if len(values) == len(self._cells) else None

    def _wrong(self, changes: Sequence[MemberChange]) -> list[Finding]:
        """Return the first member's errors that stand at a field of this box."""
        for one in changes:
            found = checking.check(one, self._office.store)
            errors = [each for each in found if each.level == "error" and each.field in self._cells]
            if errors:
                return errors
        return []
