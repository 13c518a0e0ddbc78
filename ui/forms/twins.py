"""Beside a new record: the same one lies in the recycle bin, and may be taken from there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from models import bringing_back
from models.errors import Problem
from models.records.base import Record
from models.recycle_bin import Binned
from ui import messages
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

PERSONS = frozenset({"名", "人"})


class TwinStrip(QFrame):
    """Says that a deleted record is the same, before a second one comes into being."""

    restored = Signal(object)
    added = Signal()

    def __init__(self, office: Office, finish: Callable[[], None]) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._office = office
        self._finish = finish
        self._twin: Binned | None = None
        self._typed: Record | None = None
        self._declined: tuple[str, int] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._restore = icon_button("恢复它", "restore", role="main")
        self._add = icon_button("仍然新增", "add")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._restore)
        row.addWidget(self._add)
        self._restore.clicked.connect(self._bring_back)
        self._add.clicked.connect(self._decline)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now, blank for nothing."""
        return "" if self.isHidden() else self._words.text()

    def stops(self, record: Record) -> bool:
        """Whether the clerk is to look at the same record in the bin before this one is added."""
        twin = bringing_back.twin_of(self._office.store, record) if record.id is None else None
        if twin is None or twin.row.key == self._declined:
            self.hide()
            return False
        self._twin, self._typed = twin, record
        same = "同一个人" if record.about.measure in PERSONS else f"同样的{record.about.label}"
        self._words.setText(
            f"回收站里有{same}：{twin.title}（{twin.step.made_at[:10]} 删除）。"
            "恢复它，刚才填的内容会改到它上面。"
        )
        self.show()
        self._restore.setFocus()
        return True

    def forget(self) -> None:
        """Begin anew: another record is shown."""
        self._twin = self._typed = self._declined = None
        self.hide()

    def _decline(self) -> None:
        self._declined = self._twin.row.key if self._twin else None
        self.hide()
        self.added.emit()

    def _bring_back(self) -> None:
        if self._twin is None or self._typed is None:
            return
        try:
            saved = bringing_back.bring_back_changed(
                self._office.store, self._twin, self._typed, also=self._finish
            )
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        label, title = type(saved).about.label, self._twin.title
        self.restored.emit(saved)
        self._office.say(f"已恢复{label}“{title}”，刚才填的内容已改到它上面")
