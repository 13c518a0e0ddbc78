"""The clerk builds a query: lines of conditions, and how many records meet them, at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.asking.queries import count
from models.errors import Problem
from models.queries.conditions import Condition, Moment, Query
from models.queries.words import words_of
from models.reading import Refused
from models.saved_queries import save_query
from ui import keys, messages
from ui.dialogs.query_row import ConditionRow
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

PAUSE_MILLISECONDS = 150
WIDTH_CHARS, HEIGHT = 72.0, 460
# Room for what is looked at: 最近一份集体合同的有效期止, or less where the window is narrow.
WIDE_CHARS, NARROW_CHARS = 18.5, 14.0

Take = Callable[[Query], None]


class QueryDialog(QDialog):
    """Several conditions on the records of one type; the list is narrowed to what they find."""

    def __init__(self, query: Query, office: Office, parent: QWidget, take: Take) -> None:
        super().__init__(parent)
        self._office = office
        self._take = take
        self._query = query
        self._rows: list[ConditionRow] = []
        label = query.record_type.about.label
        self.setWindowTitle(f"查询{label}")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._follow_pause)
        self._build()
        self._take_room(parent)
        for one in query.conditions:
            self._add_row().show_condition(one)
        if not self._rows:
            self.add_row()
        self._rows[0].subject.setFocus()
        self._count()

    @property
    def rows(self) -> list[ConditionRow]:
        """The lines of conditions."""
        return self._rows

    @property
    def count_words(self) -> str:
        """How many records meet the conditions, as the dialog says it."""
        return self._found.text()

    def add_row(self) -> ConditionRow:
        """Offer one more line and go to it."""
        row = self._add_row()
        row.subject.setFocus()
        self._timer.start()
        return row

    def ask_about(self, key: str) -> None:
        """Offer a line about one field, ready for what it is compared with."""
        row = self._rows[-1] if self._rows[-1].is_blank else self._add_row()
        row.ask_about(key)
        row.focus_first_gap()

    def apply(self) -> None:
        """Narrow the list to what the conditions find."""
        query = self._read_all()
        if query is not None:
            self.accept()
            self._take(query)

    def save(self) -> None:
        """Keep the query under the name that was typed."""
        query = self._read_all()
        if query is None:
            return
        try:
            kept = save_query(self._office.store, query, self._name.text())
        except Problem as problem:
            self._name.setFocus()
            messages.show_problem(self, problem)
            return
        self._query = replace(query, name=kept.name)
        self._office.say(f"已保存查询“{kept.name}”，在“查询”里随时可用")
        self._saved.setText(f"✔ 已保存“{kept.name}”")

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(12))
        outer.addLayout(self._make_head())
        outer.addWidget(self._make_lines(), 1)
        outer.addLayout(self._make_result())
        outer.addLayout(self._make_answers())
        keys.bind_everywhere(self, "save", self.apply)

    def _take_room(self, parent: QWidget) -> None:
        room = parent.window().size()
        width, height = theme.chars(WIDTH_CHARS), theme.px(HEIGHT)
        self.resize(min(width, room.width()), min(height, room.height()))

    def _make_head(self) -> QHBoxLayout:
        self._matches = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        about = self._query.record_type.about
        row.addWidget(QLabel(f"找出{about.label}："))
        for place, words in enumerate(("全部满足", "满足任一")):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(bool(place) is self._query.is_any)
            theme.mark(button, "sub")
            self._matches.addButton(button, place)
            row.addWidget(button)
        self._matches.idClicked.connect(lambda _place: self._timer.start())
        row.addStretch()
        return row

    def _make_lines(self) -> QScrollArea:
        lines = QWidget()
        theme.mark(lines, "clear")
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, theme.px(4), 0)
        self._lines.setSpacing(theme.px(8))
        more = icon_button("加一条", "add", role="link")
        more.setAutoDefault(False)
        more.clicked.connect(self.add_row)
        end = QHBoxLayout()
        end.addWidget(more)
        end.addStretch()
        self._lines.addLayout(end)
        self._lines.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(lines)
        return area

    def _make_result(self) -> QVBoxLayout:
        self._found = QLabel()
        theme.mark(self._found, "title")
        self._words = QLabel()
        self._words.setWordWrap(True)
        theme.mark(self._words, "muted")
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(self._found)
        column.addWidget(self._words)
        return column

    def _make_answers(self) -> QHBoxLayout:
        label = QLabel("名称")
        self._name = QLineEdit(self._query.name)
        self._name.setPlaceholderText("常用的起个名字")
        self._name.setAccessibleName("查询的名称")
        self._name.setMaxLength(30)
        self._name.setFixedWidth(theme.chars(12))
        label.setObjectName("name")
        label.setBuddy(self._name)
        self._saved = QLabel()
        theme.mark(self._saved, "ok")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self._name)
        row.addWidget(self._button("保存查询", "good", self.save))
        row.addWidget(self._saved, 1)
        row.addWidget(self._button(keys.label("取消", "give_up"), "clear", self.reject))
        row.addWidget(self._button(keys.label("用它筛选", "save"), "filter", self.apply, "main"))
        return row

    def _button(
        self, label: str, icon: str, run: Callable[[], None], role: str = ""
    ) -> QPushButton:
        button = icon_button(label, icon, role=role)
        # Enter belongs to the lines of the query: it goes to the next field.
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _add_row(self) -> ConditionRow:
        is_wide = self.width() >= theme.chars(WIDTH_CHARS)
        chars = WIDE_CHARS if is_wide else NARROW_CHARS
        row = ConditionRow(self._query.record_type, self._office.store, chars=chars)
        row.changed.connect(self._timer.start)
        row.removed.connect(lambda: self._remove(row))
        row.done.connect(lambda: self._follow_done(row))
        self._rows.append(row)
        self._lines.insertWidget(len(self._rows) - 1, row)
        # A line that is not shown yet could not get the cursor.
        row.show()
        return row

    def _remove(self, row: ConditionRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self.add_row()
        self._timer.start()

    def _follow_done(self, row: ConditionRow) -> None:
        place = self._rows.index(row) + 1
        if place < len(self._rows):
            self._rows[place].subject.setFocus()
        else:
            row.focusNextPrevChild(True)

    @property
    def _moment(self) -> Moment:
        return Moment(self._office.day, self._office.year)

    def _query_of(self, conditions: list[Condition]) -> Query:
        is_any = self._matches.checkedId() == 1
        return replace(self._query, conditions=tuple(conditions), is_any=is_any)

    def _read_all(self) -> Query | None:
        """Return the query, None after showing what is missing and going there."""
        conditions = []
        for row in self._rows:
            if row.is_blank and len(self._rows) > 1:
                continue
            try:
                conditions.append(row.read())
            except Refused as refused:
                row.say_problem("请先选看什么" if row.is_blank else str(refused))
                row.focus_first_gap()
                return None
            row.say_problem("")
        if not conditions:
            self._rows[0].say_problem("请先选看什么")
            self._rows[0].focus_first_gap()
            return None
        return self._query_of(conditions)

    def _follow_pause(self) -> None:
        # Lines still tell that they were left while the box is going away.
        if self.isVisible():
            self._count()

    def _count(self) -> None:
        """Say how many records meet what can be read of the lines."""
        conditions: list[Condition] = []
        missing = 0
        for row in self._rows:
            try:
                conditions.append(row.read())
            except Refused:
                missing += not row.is_blank
            else:
                row.say_problem("")
        store, query = self._office.store, self._query_of(conditions)
        total = store.count(query.record_type)
        found = count(store, query, self._moment) if conditions else total
        self._found.setText(f"符合 {found:,} / {total:,}")
        said = words_of(query, store, self._moment) if conditions else "还没有条件"
        self._words.setText(f"{said}（还有{missing}条没有填完）" if missing else said)
        self._saved.clear()
