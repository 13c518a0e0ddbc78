"""All numbers of the period by field of work, with a box to search them by words or initials."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.figures.catalogue import AREAS, Area, Figures
from models.figures.figure import Figure
from models.figures.telling import DECIDED
from ui.forms.options import answers_to
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.find_line import find_line

CODE = int(Qt.ItemDataRole.UserRole)
WITHOUT_RECORDS = "没有记录的"
# So long may one stretch of counting hold the window up.
STRETCH_MILLISECONDS = 50
ROW_HEIGHT = 26


class FigureList(QWidget):
    """A tree of numbers; they are counted bit by bit while the window stays alive."""

    chosen = Signal(str)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._figures: Mapping[str, Figure] = {}
        self._waiting: Iterator[tuple[str, str]] = iter(())
        self._is_stale = False
        self._place = 0
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_on)
        self._build()

    @property
    def box(self) -> QLineEdit:
        """Where the clerk types what she looks for."""
        return self._box

    @property
    def tree(self) -> QTreeWidget:
        """The numbers by field of work."""
        return self._tree

    @property
    def shown_codes(self) -> list[str]:
        """The codes of the numbers that can be seen, from top to bottom."""
        return [
            str(group.child(row).data(0, CODE))
            for group in self._groups.values()
            if group.isExpanded() and not group.isHidden()
            for row in range(group.childCount())
            if not group.child(row).isHidden()
        ]

    @property
    def is_counting(self) -> bool:
        """Whether numbers are still to come."""
        return self._is_stale or self._timer.isActive()

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take newly counted figures; they are listed once the list can be seen."""
        self._figures = figures
        self._is_stale = True
        self._timer.stop()
        if self.isVisible():
            self._start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._is_stale = self.is_counting
        self._timer.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        self._box = find_line("找数字：汉字、拼音首字母", "找数字")
        self._box.textChanged.connect(lambda _text: self._narrow())
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        theme.mark(self._hint, "muted")
        self._tree = QTreeWidget()
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName("全部数字")
        self._tree.setIndentation(theme.px(12))
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.itemActivated.connect(self._choose)
        self._tree.itemClicked.connect(self._choose)
        self._export = link_button("导出 Excel")
        self._export.setToolTip("把下面列出的数字存成表格，连同单位、口径和时段")
        self._export.clicked.connect(self.export_asked)
        self._export.setEnabled(False)
        head = QHBoxLayout()
        head.addWidget(self._box, 1)
        head.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._tree, 1)

    def _start(self) -> None:
        self._is_stale = False
        self._place = self._tree.verticalScrollBar().value()
        self._tree.clear()
        self._groups = {}
        areas = _areas_of(self._figures)
        for title in (*(one.title for one in areas), WITHOUT_RECORDS):
            self._groups[title] = self._make_group(title)
        known = set(self._figures)
        self._waiting = iter(
            [
                (area.title, one.code)
                for area in areas
                for one in area.definitions
                if one.code in known
            ]
        )
        self._hint.setText("正在数……")
        self._export.setEnabled(False)
        self._timer.start()
        self._count_on()

    def _make_group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._tree, [title])
        group.setSizeHint(0, QSize(0, theme.px(ROW_HEIGHT)))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, QColor(theme.now().muted))
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setExpanded(title != WITHOUT_RECORDS)
        group.setHidden(True)
        return group

    def _count_on(self) -> None:
        """Count for a moment, then let the window breathe."""
        watch = QElapsedTimer()
        watch.start()
        for title, code in self._waiting:
            self._add(title, self._figures[code])
            if watch.hasExpired(STRETCH_MILLISECONDS):
                return
        self._timer.stop()
        self._narrow()
        self._tree.verticalScrollBar().setValue(self._place)

    def _add(self, title: str, figure: Figure) -> None:
        group = self._groups[title if figure.is_there or figure.is_decided else WITHOUT_RECORDS]
        mark = DECIDED if figure.is_decided else ""
        value = figure.exact if figure.value is not None else ""
        item = QTreeWidgetItem(group, [figure.definition.label, f"{value}{mark}"])
        item.setData(0, CODE, figure.code)
        item.setSizeHint(0, QSize(0, theme.px(ROW_HEIGHT)))
        item.setToolTip(0, f"{figure.definition.label}：{figure.definition.basis}")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not figure.is_there:
            for column in (0, 1):
                item.setForeground(column, QColor(theme.now().muted))
        is_shown = self._answers(item)
        item.setHidden(not is_shown)
        if is_shown:
            group.setHidden(False)

    def _answers(self, item: QTreeWidgetItem) -> bool:
        typed = self._box.text().strip()
        return not typed or answers_to(item.text(0), typed)

    def _narrow(self) -> None:
        """Show the numbers that answer to what was typed, and say how many there are."""
        shown = 0
        is_searching = bool(self._box.text().strip())
        has_any = self._has_any()
        for title, group in self._groups.items():
            items = [group.child(row) for row in range(group.childCount())]
            passing = [one for one in items if self._answers(one)]
            for one in items:
                one.setHidden(one not in passing)
            group.setHidden(not passing)
            group.setExpanded(is_searching or title != WITHOUT_RECORDS or not has_any)
            shown += len(passing)
        if self.is_counting:
            return
        self._hint.setText(self._words(shown, is_searching=is_searching))
        self._export.setEnabled(shown > 0)

    def _words(self, shown: int, *, is_searching: bool) -> str:
        if is_searching and not shown:
            return "没有这样的数字。换个词，或在“自定指标”里定义一个。"
        if is_searching:
            return f"找到{shown}个，点一个看它是怎么来的。"
        if not self._has_any():
            return "这个时段的台账里还没有记录。点开一个数字，看在哪里登记。"
        decided = f"带{DECIDED}的有改定、不计、另计或基数。" if self._any_decided() else ""
        return f"点左边文稿里的数字，或从这里选。{decided}"

    def _has_any(self) -> bool:
        """Whether anything has been entered that a number counts."""
        return any(
            group.childCount() > 0
            for title, group in self._groups.items()
            if title != WITHOUT_RECORDS
        )

    def _any_decided(self) -> bool:
        return any(
            group.child(row).text(1).endswith(DECIDED)
            for group in self._groups.values()
            for row in range(group.childCount())
        )

    def _choose(self, item: QTreeWidgetItem) -> None:
        code = item.data(0, CODE)
        if code:
            self.chosen.emit(str(code))


def _areas_of(figures: Mapping[str, Figure]) -> Sequence[Area]:
    return figures.areas if isinstance(figures, Figures) else AREAS
