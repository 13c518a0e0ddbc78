"""The first page: what is due, the targets, and the year's figures that open their records."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import store_ids
from models.backup import changes_since_copy, last_copy
from models.fields import fields_of
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records import RECORDS
from models.records.units import MaintenanceItem, Unit
from models.reminders import Reminder, reminders
from models.targets import Progress, progress, target_codes
from reports.workbook import Sheet
from ui.lists.view_sheets import sheet_of_lines
from ui.look import theme
from ui.look.buttons import icon_button, link_button
from ui.office import Office
from ui.sheet_saving import export_button
from ui.unfinished import draft_line, left_over_doors

CARDS = (
    "maint_rate",
    "unions_total",
    "unions_new",
    "members_active",
    "union_replies",
    "cb_units_signed",
    "cb_rate",
    "cb_workers",
    "dm_rate",
    "comp_sessions",
    "visit_units",
    "issues_solved",
    "hard_paired",
    "ankang_people",
    "fund_tax_rate",
)
CARDS_ABREAST = 5


class FigureTile(QFrame):
    """A number that opens its records, by mouse or by key."""

    clicked = Signal()

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        theme.mark(self, "door" if figure.records else "card")
        self.setAccessibleName(f"{figure.definition.label} {figure.exact}")
        self.setToolTip(figure.definition.basis)
        self._is_door = bool(figure.records)
        if self._is_door:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        value = QLabel(figure.exact if figure.is_there else "—")
        theme.mark(value, "figure" if figure.is_there else "nothing")
        is_counted = isinstance(figure.denominator, int) and figure.denominator
        part = f"（{figure.numerator}/{figure.denominator}）" if is_counted else ""
        label = QLabel(figure.definition.label + part)
        theme.mark(label, "muted")
        label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(2))
        column.addWidget(value)
        column.addWidget(label)
        column.addStretch()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self._is_door)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_door and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class HomePage(QScrollArea):
    """This year at a glance."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_stale = True
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        office.changed.connect(self._note_change)
        office.year_changed.connect(self._note_change)
        office.left_over_changed.connect(self._note_change)

    def refresh(self) -> None:
        """Count again and show what is true now."""
        self._is_stale = False
        store, year = self._office.store, self._office.year
        figures = compute(store, year_period(year), {*CARDS, *target_codes(store, year)})
        body = QWidget()
        theme.mark(body, "canvas")
        column = QVBoxLayout(body)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        if not self._office.store.count(Unit):
            column.addWidget(self._make_advice())
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._make_undone(figures), 1)
        row.addWidget(self._make_targets(figures), 1)
        column.addLayout(row)
        head = QHBoxLayout()
        head.addWidget(_heading(f"{self._office.year}年的数字，点开就是它背后的名单"), 1)
        name = f"{self._office.year}年任务和数字"
        head.addWidget(export_button(self._office, lambda: name, lambda: self._sheets(figures)))
        column.addLayout(head)
        column.addLayout(self._make_cards(figures))
        column.addStretch()
        self.setWidget(body)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _note_change(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _make_advice(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "tint")
        words = QLabel("台账还是空的。先把企业名单、工会名单的 Excel 导入进来，数字和总结就有了。")
        words.setWordWrap(True)
        button = icon_button("导入 Excel", "import", role="main")
        button.clicked.connect(self._office.import_asked)
        row = QHBoxLayout(frame)
        row.setContentsMargins(*(theme.px(12),) * 4)
        row.addWidget(words, 1)
        row.addWidget(button)
        return frame

    def _sheets(self, figures: Mapping[str, Figure]) -> list[Sheet]:
        """Return what is due, the targets and the figures of this page."""
        office = self._office
        cards = [(one.definition.label, one.exact, one.definition.basis) for one in _cards(figures)]
        due = [
            (one.words, "超期" if one.is_late else "将到期")
            for one in reminders(office.store, office.day)
        ]
        targets = [
            (one.target.indicator, _plain(one.target.target), _plain(one.done), one.words)
            for one in progress(office.store, figures, office.year)
        ]
        year = f"{office.year}年"
        return [
            sheet_of_lines(f"{year}的数字", ("指标", "数值", "口径"), cards, numbers=(1,)),
            sheet_of_lines(
                f"{year}上级任务", ("任务", "任务数", "完成数", "进展"), targets, numbers=(1, 2)
            ),
            sheet_of_lines("到期提醒", ("事项", "期限"), due),
        ]

    def _make_cards(self, figures: Mapping[str, Figure]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        for number, figure in enumerate(_cards(figures)):
            card = self._make_card(figure)
            grid.addWidget(card, number // CARDS_ABREAST, number % CARDS_ABREAST)
            grid.setColumnStretch(number % CARDS_ABREAST, 1)
        return grid

    def _make_card(self, figure: Figure) -> "FigureTile":
        card = FigureTile(figure)
        card.clicked.connect(lambda: self._open_figure(figure))
        return card

    def _open_figure(self, figure: Figure) -> None:
        records = figure.records
        ids = frozenset(one.id for one in records if one.id is not None)
        words = f"{figure.definition.label} {figure.exact}"
        self._office.open_list(records[0].about.table, ids, words)

    def _make_targets(self, figures: Mapping[str, Figure]) -> QFrame:
        frame, column = _card("上级任务")
        states = progress(self._office.store, figures, self._office.year)
        for state in states:
            column.addLayout(self._make_target(state))
        if not states:
            column.addWidget(_muted(f"还没有登记{self._office.year}年的上级任务。"))
            door = link_button("登记上级任务")
            door.clicked.connect(lambda: self._office.start_record("task_target"))
            column.addWidget(door)
        column.addStretch()
        return frame

    def _make_target(self, state: Progress) -> QVBoxLayout:
        name = link_button(state.target.indicator)
        record_id = state.target.id or 0
        name.clicked.connect(lambda: self._office.open_record("task_target", record_id))
        words = QLabel(state.words)
        is_met = state.gap is not None and state.gap <= 0
        theme.mark(words, "ok" if is_met else "muted")
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch()
        head.addWidget(words)
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setMaximum(1000)
        bar.setValue(min(int((state.share or 0) * 10), 1000))
        theme.show_state(bar, "reached" if is_met else "short")
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addWidget(bar)
        return column

    def _make_undone(self, figures: Mapping[str, Figure]) -> QFrame:
        frame, column = _card("还没做完的")
        drafts = draft_line(self._office)
        begun = [*left_over_doors(self._office), *([drafts] if drafts else [])]
        for widget in begun:
            column.addWidget(widget)
        due = reminders(self._office.store, self._office.day)
        for one in due:
            column.addLayout(self._make_reminder(one))
        doors = [*self._unlinked(), *self._unmaintained(), *self._unsigned(figures)]
        for words, table, ids in doors:
            column.addWidget(self._make_door(words, table, ids))
        copy_words = self._copy_words()
        if copy_words:
            button = link_button(copy_words)
            button.clicked.connect(lambda: self._office.open_page("backup"))
            column.addWidget(button)
        if not (begun or due or doors or copy_words):
            column.addWidget(_muted("没有要补的事。"))
        column.addStretch()
        return frame

    def _make_reminder(self, one: Reminder) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        mark = QLabel("超期" if one.is_late else "将到期")
        theme.mark(mark, "error" if one.is_late else "muted")
        row.addWidget(self._make_door(one.words, one.table, one.ids))
        row.addStretch()
        row.addWidget(mark)
        return row

    def _make_door(self, words: str, table: str, ids: frozenset[int]) -> QPushButton:
        button = link_button(words)
        button.clicked.connect(lambda: self._office.open_list(table, ids, words))
        return button

    def _unlinked(self) -> list[tuple[str, str, frozenset[int]]]:
        """Return the lists with names that are not tied to a unit of the file."""
        found = []
        for record_type in RECORDS:
            fields = fields_of(record_type)
            if not ("unit" in fields and "unit_name" in fields and fields["unit_name"].required):
                continue
            about = record_type.about
            connection = self._office.store.connection
            ids = store_ids.unlinked(connection, about.table, "unit", "unit_name")
            if ids:
                words = f"{about.label}：{len(ids)}{about.measure}没有对应到单位台账"
                found.append((words, about.table, ids))
        return found

    def _unmaintained(self) -> list[tuple[str, str, frozenset[int]]]:
        ids = _ids(self._office.store.find(MaintenanceItem, result="", is_preset=True))
        words = f"数据库维护：{len(ids)}家预置单位还没有维护结果"
        return [(words, "maint_item", ids)] if ids else []

    def _unsigned(self, figures: Mapping[str, Figure]) -> list[tuple[str, str, frozenset[int]]]:
        others = figures["cb_rate"].others
        if not others:
            return []
        words = f"集体协商：范围内还有{len(others)}家没有签订工资专项集体合同"
        return [(words, others[0].about.table, _ids(others))]

    def _copy_words(self) -> str:
        connection = self._office.store.connection
        if last_copy(connection) is None:
            return "这份台账还没有备份到U盘"
        changes = changes_since_copy(connection)
        return f"上次备份后又改了{changes}次，该备份到U盘了" if changes else ""


def _cards(figures: Mapping[str, Figure]) -> list[Figure]:
    return [figures[code] for code in CARDS]


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _ids(records: Sequence[object]) -> frozenset[int]:
    found = (getattr(one, "id", None) for one in records)
    return frozenset(one for one in found if isinstance(one, int))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    theme.mark(label, "section")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    theme.mark(label, "muted")
    return label


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    theme.mark(frame, "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(*(theme.px(16),) * 4)
    column.setSpacing(theme.px(8))
    column.addWidget(_heading(title))
    return frame, column
