"""One stage on the page: its name and state, its days with their buttons, its terms and tables."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from models.negotiation_case import Case
from models.negotiation_stages import Entry, Stage
from ui.lists.table import RecordTable
from ui.look import theme
from ui.look.buttons import link_button
from ui.pages.negotiation.parts import Parts, parts_of, summary_of

MOST_ROWS = 6
STATE_WORDS = {
    "done": ("已完成", "ok"),
    "next": ("下一步", "mark"),
    "open": ("", "muted"),
    "missed": ("未登记", "warn"),
    "stopped": ("", "muted"),
}


class StageRow(QFrame):
    """A stage of one negotiation; everything the clerk does in it is told to the page."""

    today_pressed = Signal(object)
    other_day_asked = Signal(object)
    part_opened = Signal(object, object)
    part_added = Signal(object)
    acted = Signal(str)
    unfolded = Signal(str, bool)

    def __init__(
        self, stage: Stage, case: Case, actions: tuple[tuple[str, str], ...], *, is_open: bool
    ) -> None:
        super().__init__()
        self._stage = stage
        self._case = case
        self._main: QPushButton | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setColumnMinimumWidth(0, theme.chars(8))
        grid.setColumnStretch(1, 1)
        grid.addLayout(self._make_name(), 0, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(4))
        # The first line stands on the same line as the larger name beside it.
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        grid.addLayout(self._column, 0, 1)
        self._fill(actions, is_open=is_open)
        grid.addWidget(self._make_fold(is_open=is_open), 0, 2, Qt.AlignmentFlag.AlignTop)

    @property
    def stage(self) -> Stage:
        """The stage that is shown."""
        return self._stage

    @property
    def main_button(self) -> QPushButton | None:
        """The button for what comes next, None when nothing of this stage does."""
        return self._main

    def _make_name(self) -> QHBoxLayout:
        name = QLabel(self._stage.title)
        theme.mark(name, "plain")
        words, look = STATE_WORDS[self._stage.state]
        if self._stage.code == "perform" and self._stage.state == "next":
            words = "进行中"
        if self._stage.is_late:
            words, look = "超期", "error"
        state = QLabel(words)
        theme.mark(state, look)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(name)
        if words:
            row.addWidget(state)
        row.addStretch()
        return row

    def _make_fold(self, *, is_open: bool) -> QPushButton:
        button = link_button("收起" if is_open else "展开")
        button.setAccessibleName(f"{button.text()}{self._stage.title}")
        button.clicked.connect(lambda: self.unfolded.emit(self._stage.code, not is_open))
        return button

    def _fill(self, actions: tuple[tuple[str, str], ...], *, is_open: bool) -> None:
        if is_open:
            self._add_entries()
        else:
            self._add_summary()
        if is_open and self._stage.result:
            self._say(self._stage.result, "ok" if self._stage.is_done else "")
        for due in self._stage.dues:
            self._say(due.words, "error" if due.is_late else "help")
        if is_open or self._stage.state != "open":
            for note in self._stage.notes:
                self._say(note, "warn" if self._stage.state != "done" else "help")
        if is_open:
            self._add_tables()
            self._add_actions(actions)
        self._column.addStretch()

    def _add_summary(self) -> None:
        days = [f"{one.label} {one.words}" for one in self._stage.entries if one.words]
        parts = summary_of(self._stage.code, self._case)
        words = "　".join(one for one in (*days, self._stage.result, parts) if one)
        if words:
            self._say(words, "")

    def _add_entries(self) -> None:
        for entry in self._stage.entries:
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            label = QLabel(entry.label)
            theme.mark(label, "label")
            label.setMinimumWidth(theme.chars(8))
            row.addWidget(label)
            if entry.days:
                row.addWidget(self._link(entry.words, entry, f"修改{entry.label}"))
            if entry.day is None:
                has_button = self._stage.code != "effect"
                if has_button:
                    row.addWidget(self._today_button(entry))
                words = "其他日期…" if has_button else "填写日期…"
                row.addWidget(self._link(words, entry, f"填写{entry.label}"))
            row.addStretch()
            self._column.addLayout(row)

    def _today_button(self, entry: Entry) -> QPushButton:
        button = QPushButton(entry.press or f"今天{entry.verb}")
        if self._stage.state == "next" and self._main is None and not self._needs_parts():
            theme.mark(button, "main")
            self._main = button
        button.clicked.connect(lambda: self.today_pressed.emit(entry))
        return button

    def _needs_parts(self) -> bool:
        """Whether the parts come first: no list can be published before there are delegates."""
        return self._stage.code == "delegates"

    def _link(self, words: str, entry: Entry, name: str) -> QPushButton:
        button = link_button(words)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.other_day_asked.emit(entry))
        return button

    def _say(self, words: str, look: str) -> None:
        label = QLabel(words)
        label.setWordWrap(True)
        if look:
            theme.mark(label, look)
        self._column.addWidget(label)

    def _add_tables(self) -> None:
        found = parts_of(self._stage.code, self._case)
        if self._stage.code == "delegates":
            abreast = QHBoxLayout()
            abreast.setSpacing(theme.px(16))
            for parts in found:
                abreast.addLayout(self._make_table(parts), 1)
            self._column.addLayout(abreast)
            return
        for parts in found:
            self._column.addLayout(self._make_table(parts))

    def _make_table(self, parts: Parts) -> QVBoxLayout:
        title = QLabel(parts.title)
        theme.mark(title, "section")
        add = self._add_button(parts)
        top = QHBoxLayout()
        top.setSpacing(theme.px(8))
        top.addWidget(title)
        top.addWidget(add)
        top.addStretch()
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        if not parts.rows:
            return column
        table = RecordTable(parts.columns)
        see = link_button("查看和修改")
        see.clicked.connect(lambda: self.part_opened.emit(parts, table.chosen or parts.rows[0]))
        top.insertWidget(2, see)
        table.show_records(parts.rows, parts.columns)
        table.setAccessibleName(parts.title)
        table.setFixedHeight(_height_of(table, len(parts.rows)))
        table.opened.connect(lambda record: self.part_opened.emit(parts, record))
        column.addWidget(table)
        return column

    def _add_button(self, parts: Parts) -> QPushButton:
        is_main = (
            self._stage.state == "next"
            and self._stage.code in {"delegates", "meetings", "vote"}
            and self._main is None
            and parts.add != "新增议题"
        )
        if not is_main:
            button = link_button(parts.add)
        else:
            button = QPushButton(parts.add)
            theme.mark(button, "main")
            self._main = button
        button.clicked.connect(lambda: self.part_added.emit(parts))
        return button

    def _add_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        if not actions:
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for name, words in actions:
            is_main = self._stage.state == "next" and self._main is None and name in MAIN_ACTIONS
            button = QPushButton(words) if is_main else link_button(words)
            if is_main:
                theme.mark(button, "main")
                self._main = button
            button.clicked.connect(lambda _=False, name=name: self.acted.emit(name))
            row.addWidget(button)
        row.addStretch()
        self._column.addLayout(row)


MAIN_ACTIONS = frozenset({"sign", "confirm", "no-objection"})


def _height_of(table: RecordTable, rows: int) -> int:
    shown = min(max(rows, 1), MOST_ROWS)
    header = table.horizontalHeader().sizeHint().height()
    return header + table.verticalHeader().defaultSectionSize() * shown + theme.px(4)
