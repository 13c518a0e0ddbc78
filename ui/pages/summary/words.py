"""The paragraphs that the clerk adds to the sections of a summary."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from models import clock
from models.records.summary import SummaryText
from reports.summary.library import SECTIONS
from ui import theme
from ui.office import Office


class WordsPanel(QWidget):
    """One box for each section; what is written stays when the numbers change."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._boxes: dict[str, QPlainTextEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        hint = QLabel("写在这里的话会排在各部分的最后，重新生成时不会丢。")
        hint.setWordWrap(True)
        theme.mark(hint, "muted")
        column.addWidget(hint)
        for section in SECTIONS:
            column.addWidget(self._make_box(section.code, section.label), 1)
        column.addLayout(self._make_footer())
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+S", "F6"):
            QShortcut(QKeySequence(keys), self, self.save, context=within)
        self._year = office.year

    def refresh(self) -> None:
        """Show what is kept for the year, unless the clerk is writing."""
        if self._is_changed():
            if self._year == self._office.year:
                return
            self.save()
        self._year = self._office.year
        kept = self._kept()
        for code, box in self._boxes.items():
            box.setPlainText(kept[code].words if code in kept else "")

    def keep(self) -> None:
        """Save what is not saved yet, before the page goes away."""
        if self._is_changed():
            self.save()

    def save(self) -> None:
        """Keep what was written."""
        kept = self._kept()
        with self._office.store.change(f"修改{self._year}年总结补充文字"):
            for code, box in self._boxes.items():
                self._save_one(code, box.toPlainText().strip(), kept.get(code))
        self._state.setText(f"已保存 {clock.now():%H:%M}")

    def _save_one(self, code: str, words: str, old: SummaryText | None) -> None:
        store = self._office.store
        if words:
            record_id = old.id if old else None
            store.save(SummaryText(id=record_id, year=self._year, section=code, words=words))
        elif old is not None:
            store.delete(old)

    def _kept(self) -> dict[str, SummaryText]:
        found = self._office.store.find(SummaryText, year=self._year)
        return {one.section: one for one in found}

    def _is_changed(self) -> bool:
        kept = self._kept()
        return any(
            box.toPlainText().strip() != (kept[code].words if code in kept else "")
            for code, box in self._boxes.items()
        )

    def _make_box(self, code: str, label: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        name = QLabel(label)
        theme.mark(name, "section")
        box = self._boxes[code] = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setAccessibleName(label)
        box.setMinimumHeight(theme.px(48))
        name.setBuddy(box)
        box.textChanged.connect(self._note_change)
        column.addWidget(name)
        column.addWidget(box, 1)
        return holder

    def _make_footer(self) -> QHBoxLayout:
        self._state = QLabel()
        theme.mark(self._state, "muted")
        button = QPushButton("保存 F6")
        theme.mark(button, "main")
        button.clicked.connect(self.save)
        footer = QHBoxLayout()
        footer.addWidget(self._state, 1)
        footer.addWidget(button)
        return footer

    def _note_change(self) -> None:
        self._state.setText("改过，还没有保存" if self._is_changed() else "")
