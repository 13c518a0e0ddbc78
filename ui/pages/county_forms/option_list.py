"""One box to search by words, and below it everything that a place may be filled from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from models.county_forms.sources import Source
from ui.forms.options import answers_to
from ui.look import theme
from ui.look.find_line import find_line
from ui.pages.county_forms.choices import Option

SOURCE = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT = 26
PROPOSED = "可能是"
TYPED = "照写"
# A group longer than this is closed until it is searched or opened, but for the first.
LONG_GROUP = 20
FIRST_GROUP = 1
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS: Mapping[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class OptionList(QWidget):
    """A tree of options; the arrow keys move in it while the cursor stays in the box."""

    chosen = Signal()
    taken = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options: Sequence[Option] = ()
        self._can_be_text = True
        self.box = find_line("找：输汉字或拼音首字母", "找填什么")
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("可以填的内容")
        self.tree.setIndentation(theme.px(12))
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.box)
        column.addWidget(self.tree, 1)
        self.box.textEdited.connect(lambda _text: self._narrow())
        self.box.installEventFilter(self)
        self.tree.installEventFilter(self)
        self.tree.currentItemChanged.connect(lambda _new, _old: self.chosen.emit())
        self.tree.itemDoubleClicked.connect(lambda item, _column: self._take(item))

    @property
    def source(self) -> Source | None:
        """Where the marked option comes from."""
        item = self.tree.currentItem()
        found = item.data(0, SOURCE) if item is not None else None
        return found if isinstance(found, Source) else None

    def offer(
        self, options: Sequence[Option], proposed: Sequence[Option], *, can_be_text: bool
    ) -> None:
        """Show what may be chosen, with what is proposed above it; the box is cleared."""
        self.box.clear()
        self._can_be_text = can_be_text
        if options is not self._options:
            self._options = options
            self._fill(options)
        self._propose(proposed)
        self._narrow()

    def propose(self, proposed: Sequence[Option]) -> None:
        """Show other proposals above what may be chosen; what is marked stays marked."""
        source = self.source
        self._propose(proposed)
        self._narrow()
        if source is not None and not self.box.text().strip():
            self.choose(source)

    def choose(self, source: Source | None) -> None:
        """Mark what comes from there, the proposal where nothing does."""
        for item in self._leaves():
            kept = item.data(0, SOURCE)
            if source is not None and _is_alike(kept, source):
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)
                return
        self._mark_first()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._take(self.tree.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in STEPS:
                self._step(STEPS[event.key()])
                return True
        return super().eventFilter(watched, event)

    def _fill(self, options: Sequence[Option]) -> None:
        self.tree.clear()
        self._add_group(PROPOSED)
        groups: dict[str, QTreeWidgetItem] = {}
        for one in options:
            if one.group not in groups:
                groups[one.group] = self._add_group(one.group)
            _add_leaf(groups[one.group], one)
        self._add_group(TYPED)

    def _add_group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, QColor(theme.now().muted))
        group.setSizeHint(0, QSize(0, theme.px(ROW_HEIGHT)))
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _group(self, title: str) -> QTreeWidgetItem:
        found = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return next(one for one in found if one.text(0) == title)

    def _propose(self, proposed: Sequence[Option]) -> None:
        if not self.tree.topLevelItemCount():
            self._fill(())
        group = self._group(PROPOSED)
        group.takeChildren()
        for one in proposed:
            _add_leaf(group, one)
        group.setExpanded(True)

    def _narrow(self) -> None:
        """Show the options that answer to what was typed, and mark the first of them."""
        typed = self.box.text().strip()
        self._offer_text(typed)
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            leaves = [group.child(row) for row in range(group.childCount())]
            is_own = group.text(0) == TYPED
            for leaf in leaves:
                passes = is_own or not typed or answers_to(leaf.text(0), typed)
                leaf.setHidden(not passes)
            shown = [one for one in leaves if not one.isHidden()]
            group.setHidden(not shown)
            is_open = number <= FIRST_GROUP or len(leaves) <= LONG_GROUP
            group.setExpanded(bool(shown) if typed else is_open)
        if typed:
            self._mark_first()

    def _offer_text(self, typed: str) -> None:
        """Offer what was typed as a text that always stands there."""
        group = self._group(TYPED)
        group.takeChildren()
        if typed and self._can_be_text:
            source = Source(kind="constant", content=typed)
            _add_leaf(group, Option(source, f"固定写“{typed}”", TYPED))
        group.setExpanded(True)

    def _mark_first(self) -> None:
        """Mark what answers best: what begins as typed before what holds it, own words last."""
        shown = [one for one in self._leaves() if not one.isHidden()]
        typed = self.box.text().strip()
        real = [one for one in shown if one.parent().text(0) != TYPED]
        exact = [one for one in real if one.text(0).startswith(typed)]
        # What is only like the place's name is not marked: nobody takes it unawares.
        best = (exact or real or shown) if typed else []
        self.tree.setCurrentItem(best[0] if best else None)  # type: ignore[arg-type]
        if best:
            self.tree.scrollToItem(best[0])

    def _step(self, by: int) -> None:
        """Mark another option; headings are passed over, and what was closed opens."""
        shown = [one for one in self._leaves() if not one.isHidden()]
        if not shown:
            return
        now = self.tree.currentItem()
        place = shown.index(now) if now in shown else -1 if by > 0 else len(shown)
        item = shown[min(max(place + by, 0), len(shown) - 1)]
        item.parent().setExpanded(True)
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)

    def _leaves(self) -> list[QTreeWidgetItem]:
        groups = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [group.child(row) for group in groups for row in range(group.childCount())]

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, SOURCE) is not None:
            self.taken.emit()


def _add_leaf(group: QTreeWidgetItem, option: Option) -> None:
    leaf = QTreeWidgetItem(group, [option.label])
    leaf.setData(0, SOURCE, option.source)
    leaf.setToolTip(0, option.label)
    leaf.setSizeHint(0, QSize(0, theme.px(ROW_HEIGHT)))


def _is_alike(kept: object, source: Source) -> bool:
    """Whether an option is of the same content, whatever was said about its year and writing."""
    return (
        isinstance(kept, Source)
        and kept.kind == source.kind
        and kept.content == source.content
        and kept.table_name == source.table_name
    )
