"""The one search box over everything."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from models.records import BY_TABLE
from models.search_index import Hit
from ui import icons, theme
from ui.forms.editors import Line
from ui.office import Office

MOST_HITS = 12
MOST_FOUND = 400
ORDER = tuple(dict.fromkeys(("unit", "union_org", *BY_TABLE)))


class SearchBox(Line):
    """Finds units, unions, people and documents by 汉字, 拼音, 首字母 or digits."""

    hit_chosen = Signal(str, int)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._hits: list[Hit] = []
        self.setPlaceholderText("查找单位、工会、文号…（拼音首字母可）  Ctrl+K")
        self.setAccessibleName("查找")
        self.setClearButtonEnabled(True)
        self.addAction(
            icons.icon("search", theme.now().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(MOST_HITS)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.use_popup(self._completer.popup())
        self.textEdited.connect(self._find)
        self.entered.connect(self._choose_first)

    @property
    def offered(self) -> list[str]:
        """What the drop-down list says now."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def _find(self, text: str) -> None:
        store = self._office.store
        found = store.search(text, limit=MOST_FOUND)
        # Units and unions come before the lists that only mention them.
        self._hits = sorted(found, key=lambda hit: ORDER.index(hit.table))[:MOST_HITS]
        self._rows.clear()
        for hit in self._hits:
            label = BY_TABLE[hit.table].about.label
            self._rows.appendRow(QStandardItem(f"{label} · {store.title_of_id(hit.table, hit.id)}"))
        if not self._hits and text.strip():
            nothing = QStandardItem(f"没有找到“{text.strip()}”")
            nothing.setEnabled(False)
            self._rows.appendRow(nothing)
        if not self._rows.rowCount():
            self._completer.popup().hide()
            return
        self._completer.complete()
        if self._hits:
            self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._hits):
            hit = self._hits[index.row()]
            self.clear()
            self.hit_chosen.emit(hit.table, hit.id)

    def _choose_first(self) -> None:
        if self._hits and self.text().strip():
            hit = self._hits[0]
            self.clear()
            self.hit_chosen.emit(hit.table, hit.id)
