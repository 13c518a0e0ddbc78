"""Choosing among hundreds of figures: by field of work, with a search and a set to come back to."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from models.figures.catalogue import Area
from ui.forms.options import answers_to
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.find_line import find_line

CODE = Qt.ItemDataRole.UserRole


class FigureChoice(QFrame):
    """A tree of figures with ticks."""

    changed = Signal()
    usual_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._areas: Sequence[Area] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_head())
        column.addWidget(self._make_search())
        column.addWidget(self._make_tree(), 1)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the ticked figures, in the order of the tree."""
        return tuple(
            str(one.data(0, CODE))
            for one in self._leaves()
            if one.checkState(0) == Qt.CheckState.Checked
        )

    def offer(self, areas: Sequence[Area], chosen: Iterable[str]) -> None:
        """Show these figures with some of them ticked."""
        kept = frozenset(chosen)
        self._areas = areas
        self.tree.blockSignals(True)
        self.tree.clear()
        for area in areas:
            self._add_area(area, kept)
        self.tree.blockSignals(False)
        self._narrow(self.search.text())
        self._count()

    def choose(self, chosen: Iterable[str]) -> None:
        """Tick exactly these figures."""
        self.offer(self._areas, chosen)
        self.changed.emit()

    def _make_head(self) -> QHBoxLayout:
        self._head = QLabel()
        theme.mark(self._head, "section")
        usual, none = link_button("常用"), link_button("清空")
        usual.setToolTip("只选常用的十几项")
        usual.clicked.connect(self.usual_asked)
        none.clicked.connect(lambda: self.choose(()))
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(usual)
        row.addWidget(none)
        return row

    def _make_search(self) -> QLineEdit:
        self.search = find_line("找指标，可输拼音首字母", "找指标")
        self.search.textChanged.connect(self._narrow)
        return self.search

    def _make_tree(self) -> QTreeWidget:
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("要比较的指标")
        self.tree.setIndentation(theme.px(16))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.itemChanged.connect(self._tell)
        return self.tree

    def _add_area(self, area: Area, kept: frozenset[str]) -> None:
        branch = QTreeWidgetItem(self.tree, [area.title])
        branch.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for one in area.definitions:
            leaf = QTreeWidgetItem(branch, [one.label])
            leaf.setData(0, CODE, one.code)
            leaf.setToolTip(0, f"{one.label}（{one.unit}）\n{one.basis}")
            leaf.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            is_kept = one.code in kept
            leaf.setCheckState(0, Qt.CheckState.Checked if is_kept else Qt.CheckState.Unchecked)
        branch.setExpanded(any(one.code in kept for one in area.definitions))

    def _narrow(self, typed: str) -> None:
        """Show only the figures that answer to what is typed."""
        for number in range(self.tree.topLevelItemCount()):
            branch = self.tree.topLevelItem(number)
            leaves = [branch.child(place) for place in range(branch.childCount())]
            for leaf in leaves:
                leaf.setHidden(bool(typed.strip()) and not answers_to(leaf.text(0), typed))
            shown = [leaf for leaf in leaves if not leaf.isHidden()]
            branch.setHidden(not shown)
            if typed.strip():
                branch.setExpanded(bool(shown))

    def _leaves(self) -> Iterable[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            branch = self.tree.topLevelItem(number)
            for place in range(branch.childCount()):
                yield branch.child(place)

    def _tell(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        self._head.setText(f"指标 已选{len(self.codes)}项")
