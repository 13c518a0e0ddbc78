"""What one click settles about a row: whose record it is, a transfer, a return."""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models import clock
from models.lists.offers import Offer
from models.reading import Refused
from models.sheets.plan import RowPlan
from models.values.dates import read_day
from ui.look import theme
from ui.look.buttons import link_button

DAY_CHARS = 7


class Settling(QWidget):
    """The offers of a row, each a button; some ask for a day, some have a record to look at.

    What is offered alike to many rows can be settled for all of them.
    """

    settled = Signal(object, str)
    all_settled = Signal(object, str)
    record_asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.hide()

    def show_offers(self, row: RowPlan, alike: int) -> None:
        """Offer what settles a row; so many rows have an offer alike, and no other."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for offer in row.offers:
            self._column.addWidget(self._line(offer, alike, is_only=len(row.offers) == 1))
        self.setVisible(bool(row.offers))

    def _line(self, offer: Offer, alike: int, *, is_only: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = QLabel(offer.words)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        if offer.known and not is_only:
            look = link_button("看记录")
            look.setAutoDefault(False)
            look.clicked.connect(partial(self.record_asked.emit, *offer.known))
            row.addWidget(look)
        day = _day() if offer.asks_day else None
        take = _button("就按这样", offer.words)
        take.clicked.connect(lambda: self._settle(offer, day, self.settled))
        if day is not None:
            day.returnPressed.connect(take.click)
            row.addWidget(day)
        row.addWidget(take)
        if alike > 1:
            every = _button(f"{alike}行都这样", f"这样的{alike}行都按这样办")
            every.clicked.connect(lambda: self._settle(offer, day, self.all_settled))
            row.addWidget(every)
        return line

    def _settle(self, offer: Offer, line: QLineEdit | None, tell: SignalInstance) -> None:
        if line is None:
            tell.emit(offer, "")
            return
        try:
            day = read_day(line.text()).value
        except Refused as refusal:
            theme.show_state(line, "error")
            line.setToolTip(str(refusal))
            line.setFocus()
            return
        tell.emit(offer, day.isoformat())


def _button(label: str, name: str) -> QPushButton:
    button = QPushButton(label)
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _day() -> QLineEdit:
    day = QLineEdit(clock.today().isoformat())
    day.setAccessibleName("办理日期")
    day.setToolTip("哪一天办的，如2024-05-06")
    day.setFixedWidth(theme.chars(DAY_CHARS))
    day.textEdited.connect(lambda _text: theme.show_state(day, ""))
    return day
