"""The one search box over everything."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui import keys
from ui.forms.editors import Line
from ui.forms.offers import Offer, OfferList
from ui.look import icons, theme
from ui.office import Office
from ui.reading_ahead import ReadingAhead, is_read
from ui.window.search_places import Place, menu_places
from ui.window.search_results import Doors, Result, results_of

MOST_ROWS = 16
PREPARING = Offer("正在准备查找，请稍候…", kind="note")


class SearchBox(Line):
    """Finds records by 汉字, 拼音, 首字母 or digits, and places by their names."""

    hit_chosen = Signal(str, int)
    list_chosen = Signal(str, str)
    bin_asked = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._ahead = ReadingAhead(office)
        self._places: Sequence[Place] = ()
        self._listed: Collection[str] = ()
        self._results: list[Result] = []
        self._came_from: QWidget | None = None
        self.setPlaceholderText(keys.label("查找单位、工会、会员、文号、功能… ", "search"))
        self.setToolTip("可输汉字、全拼、首字母、证件或电话尾号；几个词用空格隔开，如：宏达 张")
        self.setAccessibleName("查找")
        self.setClearButtonEnabled(True)
        self.addAction(
            icons.icon("search", theme.now().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._list = OfferList(self, most_rows=MOST_ROWS)
        self._list.chosen.connect(self._follow)
        self._list.escaped.connect(self._go_back)
        self.textEdited.connect(self._find)
        self.asked.connect(self._find_again)
        self.entered.connect(self._follow_first)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note_focus)

    @property
    def offered(self) -> list[str]:
        """What the drop-down list says now."""
        return self._list.words

    def offer_places(self, places: Sequence[Place], listed: Collection[str]) -> None:
        """Find these places too, and list the rest of the hits in the lists of these tables."""
        self._places = places
        self._listed = listed

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def _find(self, text: str) -> None:
        if text.strip() and not is_read(self._office.store, self, self._find_again):
            self._results = [Result(PREPARING)]
            self._list.show([PREPARING])
            return
        known = {one.name for one in self._places}
        menus = (one for one in menu_places(self.window()) if one.name not in known)
        places = (*self._places, *menus)
        doors = Doors(
            self.hit_chosen.emit, self.list_chosen.emit, self.bin_asked.emit, self._listed
        )
        self._results = results_of(self._office.store, text, places=places, doors=doors)
        self._list.show([one.offer for one in self._results])

    def _find_again(self) -> None:
        self._find(self.text())

    def _follow(self, row: int) -> None:
        run = self._results[row].run
        if run is not None:
            self.clear()
            self._list.hide()
            run()

    def _follow_first(self) -> None:
        if not self.text().strip():
            return
        self._find_again()
        for row, one in enumerate(self._results):
            if one.run is not None and one.offer.kind == "pick":
                self._follow(row)
                return

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None and before is not self:
            self._came_from = before

    def _go_back(self) -> None:
        """Forget what was typed and put the cursor where it was before."""
        self.clear()
        self._list.hide()
        place = self._came_from
        if place is not None and isValid(place) and place.isVisible():
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)
