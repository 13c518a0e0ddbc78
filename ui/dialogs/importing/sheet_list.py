"""The sheets of all chosen files, one below the other, with what would become of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from models.sheets.plan import SAID, ImportPlan, SheetPlan
from models.sheets.recognising import EMPTY
from ui.look import theme

WIDTH_CHARS = 17
NOT_TAKEN = "不导入"
STATE, TONE = (Qt.ItemDataRole.UserRole + number for number in range(2))
EDGE, ABOVE, BETWEEN = 8, 6, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet of one file."""

    plan: ImportPlan
    sheet: SheetPlan

    @property
    def name(self) -> str:
        """What it is called among the others."""
        alone = sum(1 for one in self.plan.sheets if one.refusal != EMPTY) < 2
        return self.plan.path.stem if alone else f"{self.plan.path.stem} · {self.sheet.sheet}"

    @property
    def words(self) -> str:
        """What would become of it, in a few words."""
        if self.sheet.layout.is_left_out:
            return NOT_TAKEN
        said = [f"{SAID[verdict]}{n}" for verdict, n in self.sheet.counts.items() if n]
        if self.waiting:
            said.append(f"要问{self.waiting}")
        if not said:
            said.append("没认出来" if not self.sheet.kind else "缺少要紧的列")
        return "　".join([*(["隐藏的表"] if self.sheet.is_hidden else []), *said])

    @property
    def waiting(self) -> int:
        """How many questions are open."""
        return sum(1 for one in self.sheet.questions if one.is_open)

    @property
    def needs_a_look(self) -> bool:
        """Whether the clerk has to say something before it is as it should be."""
        is_wanted = not self.sheet.layout.is_left_out
        return is_wanted and bool(self.waiting or self.sheet.refusal)

    @property
    def tone(self) -> str:
        """The colour in which its state is written."""
        counts = self.sheet.counts
        if self.sheet.layout.is_left_out:
            return "muted"
        if self.sheet.refusal or counts["error"] or counts["conflict"]:
            return "error"
        return "warn" if self.waiting else "ok"


class SheetList(QListWidget):
    """Which sheet is looked at; there is no need for it when there is only one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("要导入的工作表")
        self.setFixedWidth(theme.chars(WIDTH_CHARS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_TwoLines(self))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the sheets, and keep the place of the one that is looked at."""
        place = max(self.currentRow(), 0)
        with QSignalBlocker(self):
            self.clear()
            for one in entries:
                item = QListWidgetItem(one.name, self)
                item.setData(STATE, one.words)
                item.setData(TONE, one.tone)
                item.setToolTip(
                    "\n".join(
                        filter(None, (one.plan.path.name, one.sheet.sheet, one.sheet.refusal))
                    )
                )
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name} {one.words}")
            self.setCurrentRow(min(place, len(entries) - 1))
        self.setVisible(len(entries) > 1)


class _TwoLines(QStyledItemDelegate):
    """The name of a sheet over its state."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        name, state = (QFontMetrics(theme.font_of(one)) for one in ("table", "help"))
        height = name.height() + state.height() + theme.px(2 * ABOVE + BETWEEN)
        return QSize(theme.chars(WIDTH_CHARS) // 2, height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        room: QRect = option.rect  # type: ignore[attr-defined]
        room = room.adjusted(theme.px(EDGE), theme.px(ABOVE), -theme.px(EDGE), -theme.px(ABOVE))
        painter.save()
        for words, size, tone, side in (
            (index.data(), "table", "", Qt.AlignmentFlag.AlignTop),
            (index.data(STATE), "help", index.data(TONE), Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(theme.font_of(size))
            painter.setPen(_colour(tone, is_selected=is_selected))
            text = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | side), text)
        painter.restore()


def _colour(tone: str, *, is_selected: bool) -> QColor:
    worn = theme.now()
    colour = worn.tone(tone)
    return QColor(worn.on_selection(colour) if is_selected else colour)
