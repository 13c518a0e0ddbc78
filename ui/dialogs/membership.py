"""One change in the membership of one member or of many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from models import codes
from models.errors import Problem
from models.records.members import Member, MemberChange
from models.rules import checking
from ui import messages
from ui.dialogs.opening import lay_out
from ui.forms.asked_fields import AskedFields
from ui.look import theme
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
        self._asked = AskedFields(MemberChange, ASKED, presets, office)
        self._build()
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def save(self) -> None:
        """Write the change for every member, or say at the fields why not."""
        values = self._asked.read()
        if values is None:
            return
        changes = [replace(MemberChange(**values), member=one.id) for one in self._members]  # type: ignore[arg-type]
        if any(self._asked.say_errors(checking.check(one, self._office.store)) for one in changes):
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
        lay_out(self, (who, self._asked), "保存", self.save)

    def _names(self) -> str:
        names = "、".join(one.name for one in self._members[:MOST_NAMES])
        more = f"等{len(self._members)}人" if len(self._members) > MOST_NAMES else ""
        return f"{names}{more}"
