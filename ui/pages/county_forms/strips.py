"""What the clerk should know about a form: what of its mapping is lost, and for whom it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from models.county_forms.finding import Found
from models.records import BY_TABLE
from models.records.county_forms import CountyFormCell
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.flow import FlowLayout


class LostStrip(QFrame):
    """Names the first lost place; the clerk says where it is now, or lets it go."""

    moved = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._mapped: CountyFormCell | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        move, drop = link_button("就是选中的这一格"), link_button("不要了")
        row = FlowLayout(self, gap=theme.px(4))
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        for widget in (self._words, move, drop):
            row.addWidget(widget)
        move.clicked.connect(lambda: self.moved.emit(self._mapped))
        drop.clicked.connect(lambda: self.dropped.emit(self._mapped))
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the lost place."""
        return self._words.text()

    def show_lost(self, lost: Sequence[Found]) -> None:
        """Name the first of these, or nothing."""
        self.setVisible(bool(lost))
        if not lost:
            return
        first = lost[0]
        self._mapped = first.mapped
        more = f"（还有{len(lost) - 1}处）" if len(lost) > 1 else ""
        self._words.setText(f"原来对应“{first.mapped.label}”的格子：{first.words}{more}")


class GuessStrip(QFrame):
    """Says that a form looks as if it were filled for one record each, and offers just that."""

    agreed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._table = ""
        self._words, self._agree = QLabel(), link_button("")
        row = FlowLayout(self, gap=theme.px(4))
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        row.addWidget(self._words)
        row.addWidget(self._agree)
        self._agree.clicked.connect(lambda: self.agreed.emit(self._table))
        self.hide()

    def show_guess(self, table: str) -> None:
        """Name the kind of record, or nothing."""
        self._table = table
        self.setVisible(bool(table))
        if table:
            label = BY_TABLE[table].about.label
            self._words.setText(f"这张表的格子像是“{label}”的栏目，多半是一条记录填一张。")
            self._agree.setText(f"改成每个{label}一张")


class YearStrip(QFrame):
    """Says that a form prints another year than it is filled for, and offers to fill its own."""

    agreed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._year = 0
        self._words, self._agree = QLabel(), link_button("")
        row = FlowLayout(self, gap=theme.px(4))
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        row.addWidget(self._words)
        row.addWidget(self._agree)
        self._agree.clicked.connect(lambda: self.agreed.emit(self._year))
        self.hide()

    def show_years(self, printed: int | None, filled: int) -> None:
        """Tell the two years where they differ."""
        self._year = printed or filled
        self.setVisible(self._year != filled)
        self._words.setText(f"表上印的是{self._year}年，现在填的是{filled}年的数。")
        self._agree.setText(f"改填{self._year}年的数")
