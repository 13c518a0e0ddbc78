"""Word to the clerk when a change touches what a paper already reported."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QObject, QTimer

from models.filing import codes_touched, differences
from models.records.reported import FiledFigure, FiledPaper
from ui.office import Office

# The clerk goes on typing; the figures are counted again once she pauses.
PAUSE_MILLISECONDS = 2_000
NAMED = 2
OWN_TABLES = frozenset({FiledPaper.about.table, FiledFigure.about.table})


class FilingWatch(QObject):
    """Knows where filed papers differ from the records, and says when a change adds to it."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self._tables: set[str] = set()
        self._known: dict[int | None, dict[str, str]] = {}
        self._steps: Iterator[FiledPaper] = self._look(frozenset())
        self._hit: list[FiledPaper] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)
        self._timer.start(PAUSE_MILLISECONDS)
        office.changed.connect(self._note)
        office.closing.connect(self._timer.stop)

    def settle(self) -> None:
        """Look at every paper at once that is still to be looked at."""
        while self._timer.isActive():
            self._timer.stop()
            self._step()

    def _note(self, tables: Collection[str]) -> None:
        self._tables |= set(tables)
        self._timer.start(PAUSE_MILLISECONDS)

    def _step(self) -> None:
        """Look at the next paper; between two papers the window does what it has to."""
        paper = next(self._steps, None)
        if paper is None and self._tables:
            self._steps = self._look(frozenset(self._tables))
            self._tables.clear()
            paper = next(self._steps, None)
        if paper is not None:
            self._timer.start(0)
        elif self._hit:
            self._say()

    def _look(self, tables: frozenset[str]) -> Iterator[FiledPaper]:
        """Yield each paper once it was held against the records, the first time without a word."""
        store = self._office.store
        for paper in store.all(FiledPaper):
            filed = store.find(FiledFigure, paper=paper.id)
            before = self._known.get(paper.id)
            every = frozenset(one.figure for one in filed)
            codes = every if before is None else codes_touched(filed, tables - OWN_TABLES)
            found = {one.filed.figure: one.words for one in differences(store, paper, codes)}
            kept = {code: words for code, words in (before or {}).items() if code not in codes}
            self._known[paper.id] = {**kept, **found}
            if before is not None and not found.items() <= before.items():
                self._hit.append(paper)
            yield paper

    def _say(self) -> None:
        titles = "、".join(f"《{one.title}》" for one in self._hit[:NAMED])
        rest = "等" if len(self._hit) > NAMED else ""
        self._office.say(
            f"影响{len(self._hit)}份已上报材料：{titles}{rest}，到“年度总结”的“已上报”里核对"
        )
        self._hit = []
