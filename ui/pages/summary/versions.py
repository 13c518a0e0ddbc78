"""The versions of a summary: kept, compared, brought back; and which figures changed since."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.records.summary import SummaryVersion
from models.summary.comparing import FigureChange
from models.summary.versions import title_of
from ui.look import theme
from ui.look.buttons import icon_button, link_button

VERSION = Qt.ItemDataRole.UserRole
CODE = Qt.ItemDataRole.UserRole


class VersionsPanel(QWidget):
    """The list of versions with what can be done with them."""

    keep_asked = Signal(str)
    compare_asked = Signal(object)
    restore_asked = Signal(object)
    figure_chosen = Signal(str)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.changes = QListWidget()
        self._build()
        self._connect()
        self._show_possible()

    @property
    def words(self) -> str:
        """How many figures changed since the last version."""
        return self._changed.text()

    def show_versions(
        self, versions: Sequence[SummaryVersion], changes: Sequence[FigureChange]
    ) -> None:
        """Show the versions, the latest first, and the figures that changed since that one."""
        chosen = {one.id for one in self._chosen()}
        self.list.clear()
        for one in versions:
            item = QListWidgetItem(title_of(one))
            item.setData(VERSION, one)
            self.list.addItem(item)
            item.setSelected(one.id in chosen)
        if versions and not self.list.selectedItems():
            self.list.setCurrentRow(0)
        self.changes.clear()
        for change in changes:
            row = QListWidgetItem(f"{change.label}　{change.words}")
            row.setData(CODE, change.code)
            self.changes.addItem(row)
        self._nothing.setVisible(not versions)
        self.list.setVisible(bool(versions))
        self._doing.setVisible(bool(versions))
        self._changed.setText(_changed_words(len(versions), len(changes)))
        self.changes.setVisible(bool(changes))
        self._export.setVisible(bool(changes))
        self._show_possible()

    def _build(self) -> None:
        self._label = QLineEdit()
        self._label.setPlaceholderText("说明，如“送审稿”，可以空着")
        self._label.setAccessibleName("版本说明")
        self._keep = icon_button("保存为版本", "add")
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(self._keep)
        self._nothing = QLabel("还没有版本。打印、导出时会自动存一版，也可以现在存。")
        self._nothing.setWordWrap(True)
        theme.mark(self._nothing, "muted")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setSpacing(theme.px(4))
        self.list.setAccessibleName("总结的版本")
        self._compare = QPushButton("与现在比较")
        self._restore = QPushButton("恢复到这一版")
        self._doing = QWidget()
        row = QHBoxLayout(self._doing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._compare)
        row.addWidget(self._restore)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 2)
        column.addWidget(self._doing)
        column.addLayout(self._make_changes())
        column.addWidget(self.changes, 1)
        column.addStretch()

    def _make_changes(self) -> QHBoxLayout:
        """Prepare the list of changed figures, and return the line above it."""
        self._export = link_button("导出 Excel")
        self._export.clicked.connect(self.export_asked)
        self._changed = QLabel()
        self._changed.setWordWrap(True)
        theme.mark(self._changed, "section")
        self.changes.setSpacing(theme.px(4))
        self.changes.setAccessibleName("与上一版不同的数字")
        self.changes.setWordWrap(True)
        self.changes.setResizeMode(QListWidget.ResizeMode.Adjust)
        told = QHBoxLayout()
        told.addWidget(self._changed, 1)
        told.addWidget(self._export)
        return told

    def _connect(self) -> None:
        self._keep.clicked.connect(self._ask_keep)
        self._label.returnPressed.connect(self._ask_keep)
        self._compare.clicked.connect(lambda: self.compare_asked.emit(self._chosen()))
        self._restore.clicked.connect(lambda: self.restore_asked.emit(self._chosen()[0]))
        self.list.itemSelectionChanged.connect(self._show_possible)
        self.list.itemDoubleClicked.connect(
            lambda item: self.compare_asked.emit([item.data(VERSION)])
        )
        self.changes.itemClicked.connect(lambda item: self.figure_chosen.emit(item.data(CODE)))

    def _ask_keep(self) -> None:
        self.keep_asked.emit(self._label.text().strip())
        self._label.clear()

    def _chosen(self) -> list[SummaryVersion]:
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return [self.list.item(row).data(VERSION) for row in rows]

    def _show_possible(self) -> None:
        count = len(self.list.selectedItems())
        self._compare.setText("两版相比" if count == 2 else "与现在比较")
        self._compare.setEnabled(count in (1, 2))
        self._restore.setEnabled(count == 1)


def _changed_words(versions: int, changes: int) -> str:
    if not versions:
        return ""
    return f"{changes} 个数字与上一版不同" if changes else "数字与上一版都相同"
