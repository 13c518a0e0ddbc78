"""The sheets of all chosen files, one below the other, with what would become of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.sheets.plan import SAID, ImportPlan, SheetPlan
from ui.look import theme

WIDTH_CHARS = 17


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet of one file."""

    plan: ImportPlan
    sheet: SheetPlan

    @property
    def name(self) -> str:
        """What it is called among the others."""
        alone = sum(1 for one in self.plan.sheets if one.columns or one.rows) < 2
        return self.plan.path.stem if alone else f"{self.plan.path.stem} · {self.sheet.sheet}"

    @property
    def words(self) -> str:
        """What would become of it."""
        waiting = sum(1 for one in self.sheet.questions if one.is_open)
        said = [f"{SAID[verdict]}{n}" for verdict, n in self.sheet.counts.items() if n]
        if waiting:
            said.append(f"要问{waiting}")
        hidden = "（隐藏的工作表）" if self.sheet.is_hidden else ""
        return hidden + ("　".join(said) if self.sheet.rows else self.sheet.refusal)

    @property
    def tone(self) -> str:
        """The colour in which its state is written."""
        counts = self.sheet.counts
        if self.sheet.layout.is_left_out:
            return "muted"
        if self.sheet.refusal or counts["error"] or counts["conflict"]:
            return "error"
        return "warn" if any(one.is_open for one in self.sheet.questions) else "muted"


class SheetList(QListWidget):
    """Which sheet is looked at; there is no need for it when there is only one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("要导入的工作表")
        self.setWordWrap(True)
        self.setFixedWidth(theme.chars(WIDTH_CHARS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the sheets, and keep the place of the one that is looked at."""
        place = max(self.currentRow(), 0)
        with QSignalBlocker(self):
            self.clear()
            for one in entries:
                item = QListWidgetItem(f"{one.name}\n{one.words}", self)
                item.setForeground(QColor(theme.now().tone(one.tone)))
                item.setToolTip(f"{one.plan.path.name}　{one.sheet.sheet}\n{one.words}")
            self.setCurrentRow(min(place, len(entries) - 1))
        self.setVisible(len(entries) > 1)
