"""The button 查询 of a list: questions that stand ready, those kept by name, and one's own."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from shiboken6 import isValid

from models.asking.queries import count, ids
from models.errors import Problem
from models.queries.conditions import Moment, Query
from models.queries.presets import presets_of
from models.queries.words import words_of
from models.reading import Refused
from models.records.base import Record
from models.records.queries import SavedQuery
from models.saved_queries import query_of, saved_queries
from models.store import Store
from ui import keys, messages
from ui.look import icons, theme
from ui.office import Office


class QueryButton(QPushButton):
    """Opens the questions that can be asked of a list, and holds the one that is asked now."""

    chosen = Signal()

    def __init__(self, record_type: type[Record], office: Office) -> None:
        super().__init__(icons.spaced_icon("filter"), "查询")
        self._type = record_type
        self._office = office
        self._query: Query | None = None
        self._found: tuple[Moment, frozenset[int]] | None = None
        self._waiting: list[tuple[QAction, Query]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._count_next)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._timer.stop)
        self.setMenu(self._menu)
        self.setIconSize(icons.spaced_size())
        self.setAccessibleName(f"查询{record_type.about.label}")
        self.setToolTip(f"按条件找{record_type.about.label}（{keys.printed('query')}）")
        theme.mark(self, "menu")
        office.changed.connect(self._forget)

    @property
    def query(self) -> Query | None:
        """What is asked now, None for nothing."""
        return self._query

    @property
    def is_any(self) -> bool:
        """Whether one of the conditions is enough."""
        return self._query is not None and self._query.is_any

    @property
    def words(self) -> str:
        """What is asked now, in words."""
        return "" if self._query is None else words_of(self._query, *self._asking)

    def take(self, query: Query | None) -> None:
        """Ask this from now on, or nothing."""
        self._query = query
        self._found = None

    def choose(self, query: Query) -> None:
        """Ask this and tell the list."""
        self.take(query)
        self.chosen.emit()

    def ids(self) -> frozenset[int] | None:
        """Return the numbers of the records that are meant, None when nothing is asked."""
        if self._query is None:
            return None
        store, moment = self._asking
        if self._found is None or self._found[0] != moment:
            self._found = (moment, ids(store, self._query, moment))
        return self._found[1]

    def edit(self) -> None:
        """Let the clerk change what is asked now, or ask something of her own."""
        self._office.ask_query(self._query or Query(self._type, ()), self.choose)

    def ask_about(self, key: str) -> None:
        """Let the clerk ask about one column, besides what is asked now."""
        asked = self._query or Query(self._type, ())
        self._office.ask_query(asked, self.choose, key)

    @property
    def _asking(self) -> tuple[Store, Moment]:
        return self._office.store, Moment(self._office.day, self._office.year)

    def _forget(self, _tables: frozenset[str]) -> None:
        self._found = None

    def _fill(self) -> None:
        self._menu.clear()
        self._waiting = []
        self._head("常用")
        for query in presets_of(self._type):
            self._offer(query)
        kept = saved_queries(self._office.store, self._type)
        if kept:
            self._head("我保存的")
        for one in kept:
            self._offer_kept(one)
        self._menu.addSeparator()
        words = f"自己定条件…\t{keys.printed('query')}"
        own = self._menu.addAction(icons.icon("add"), words)
        own.triggered.connect(lambda: self._office.ask_query(Query(self._type, ()), self.choose))
        if self._query is not None:
            change = self._menu.addAction(icons.icon("edit"), "改现在的条件…")
            change.triggered.connect(self.edit)
        if kept:
            manage = self._menu.addAction("管理…")
            manage.triggered.connect(lambda: self._office.manage_queries(self._type, self.choose))
        self._timer.start()

    def _head(self, words: str) -> None:
        self._menu.addAction(words).setEnabled(False)

    def _offer(self, query: Query) -> None:
        action = self._menu.addAction(query.name)
        action.setToolTip(words_of(query, *self._asking))
        action.triggered.connect(lambda: self.choose(query))
        self._waiting.append((action, query))

    def _offer_kept(self, kept: SavedQuery) -> None:
        try:
            self._offer(query_of(kept))
        except Refused as refused:
            reason = str(refused)
            action = self._menu.addAction(f"{kept.name}（读不出来）")
            action.triggered.connect(lambda: self._say_unreadable(kept.name, reason))

    def _count_next(self) -> None:
        """Count one question at a time, so that the menu stands at once."""
        if not self._waiting:
            self._timer.stop()
            return
        action, query = self._waiting.pop(0)
        if isValid(action):
            store, moment = self._asking
            found = count(store, query, moment)
            action.setText(f"{query.name}\t{found:,}")

    def _say_unreadable(self, name: str, reason: str) -> None:
        advice = "请在“查询”的“管理…”里删除它，再重新定条件保存。"
        messages.show_problem(self.window(), Problem(f"查询“{name}”读不出来：{reason}", advice))
