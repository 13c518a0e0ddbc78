"""The list under a line of text: what is offered, with headings and what else can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.forms.editors import Line
from ui.look import theme

Kind: TypeAlias = Literal["pick", "heading", "note", "deed"]
Index: TypeAlias = QModelIndex | QPersistentModelIndex

TEXT, DETAIL, KIND = (Qt.ItemDataRole.UserRole + number for number in range(3))
BESIDE = "　"
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
MOST_ROWS = 12
EDGE, GAP, ABOVE = 10, 24, 5
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Offer:
    """One row; headings and notes are read, picks and deeds are chosen."""

    text: str
    detail: str = ""
    kind: Kind = "pick"

    @property
    def words(self) -> str:
        """The whole row as it is read out."""
        return f"{self.text}{BESIDE}{self.detail}" if self.detail else self.text

    @property
    def is_chosen(self) -> bool:
        """Whether it can be chosen at all."""
        return self.kind in ("pick", "deed")


class OfferList(QObject):
    """Opens under a line while the clerk types there; ↑↓ and Enter choose a row."""

    chosen = Signal(int)
    escaped = Signal()

    def __init__(self, line: Line, *, most_rows: int = MOST_ROWS) -> None:
        super().__init__(line)
        self._line = line
        self._offers: tuple[Offer, ...] = ()
        self._most_rows = most_rows
        self._rows = QStandardItemModel(self)
        self._made: QCompleter | None = None

    @property
    def words(self) -> list[str]:
        """What the list says now, row by row."""
        return [one.words for one in self._offers]

    @property
    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._made is not None and self._made.popup().isVisible()

    def show(self, offers: Sequence[Offer]) -> None:
        """Offer these rows, the first that can be chosen at hand; none close the list."""
        self._offers = tuple(offers)
        self._rows.clear()
        for offer in offers:
            self._rows.appendRow(_item(offer))
        if not offers:
            self.hide()
            return
        completer, popup = self._completer, self._completer.popup()
        completer.complete(self._place(popup))
        picks = (number for number, one in enumerate(offers) if one.kind == "pick")
        first = next(picks, -1)
        # A deed is never at hand by itself: Enter must not start anything that nobody chose.
        self._go_to(first)
        popup.scrollToTop()

    def hide(self) -> None:
        """Close the list."""
        if self._made is not None:
            self._made.popup().hide()

    @property
    def _completer(self) -> QCompleter:
        # A form has dozens of lists, of which most are never opened.
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> QCompleter:
        line = self._line
        completer = QCompleter(self._rows, line)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setWidget(line)
        completer.setMaxVisibleItems(self._most_rows)
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        popup = completer.popup()
        popup.setItemDelegate(_OfferPainter(popup))
        popup.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.installEventFilter(self)
        line.use_popup(popup)
        return completer

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.escaped.emit()
        elif event.key() in STEPS:
            self._step(STEPS[event.key()])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Go to the next row that can be chosen, round from the last to the first."""
        rows = [number for number, one in enumerate(self._offers) if one.is_chosen]
        if not rows:
            return
        row = self._completer.popup().currentIndex().row()
        place = rows.index(row) + by if row in rows else min(by, 0)
        self._go_to(rows[place % len(rows)])

    def _go_to(self, row: int) -> None:
        index = self._completer.completionModel().index(row, 0)
        self._completer.popup().setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.row()
        if 0 <= row < len(self._offers) and self._offers[row].is_chosen:
            self.chosen.emit(row)

    def _place(self, popup: QAbstractItemView) -> QRect:
        """Return the line's own place, as wide as its longest row needs and the screen allows."""
        line = self._line
        bar = popup.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = popup.sizeHintForColumn(0) + bar + theme.px(2 * EDGE)
        # Where there is no room at the right the list moves to the left by itself.
        most = line.screen().availableGeometry().width() - theme.px(2 * EDGE)
        width = max(line.width(), min(needed, most))
        return QRect(0, 0, width, line.height())


class _OfferPainter(QStyledItemDelegate):
    """Draws the words at the left and what tells them from namesakes at the right."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect  # type: ignore[attr-defined]
        place = place.adjusted(theme.px(EDGE), 0, -theme.px(EDGE), 0)
        kind: Kind = index.data(KIND)
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        metrics = painter.fontMetrics()
        text, detail = _shared(metrics, index.data(TEXT), index.data(DETAIL), place.width())
        painter.setPen(_colour("muted", is_selected=is_selected))
        painter.drawText(place, _RIGHT, detail)
        painter.setPen(_colour(_TONES[kind], is_selected=is_selected))
        painter.drawText(place, _LEFT, text)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        detail = index.data(DETAIL)
        beside = metrics.horizontalAdvance(detail) + theme.px(GAP) if detail else 0
        width = metrics.horizontalAdvance(index.data(TEXT)) + beside + theme.px(2 * EDGE)
        return QSize(width, metrics.height() + theme.px(2 * ABOVE))


_TONES: dict[Kind, str] = {"pick": "", "heading": "muted", "note": "muted", "deed": "link"}


def _shared(metrics: QFontMetrics, text: str, detail: str, width: int) -> tuple[str, str]:
    """Return both as they fit side by side; on a narrow screen the detail gives way first."""
    gap = theme.px(GAP) if detail else 0
    room = max(width - gap - metrics.horizontalAdvance(text), width // 3 if detail else 0)
    middle = Qt.TextElideMode.ElideMiddle
    beside = metrics.elidedText(detail, middle, room)
    taken = gap + metrics.horizontalAdvance(beside)
    return metrics.elidedText(text, middle, width - taken), beside


def _item(offer: Offer) -> QStandardItem:
    item = QStandardItem(offer.words)
    item.setData(offer.text, TEXT)
    item.setData(offer.detail, DETAIL)
    item.setData(offer.kind, KIND)
    item.setToolTip(offer.words)
    item.setEnabled(offer.is_chosen)
    return item


def _colour(tone: str, *, is_selected: bool) -> QColor:
    colour = theme.now().tone(tone)
    return QColor(theme.now().on_selection(colour) if is_selected else colour)
