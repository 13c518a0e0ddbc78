"""What one click settles about a row: whose record it is, a transfer, a return."""

from functools import partial

from PySide6.QtCore import Signal
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
    """The offers of a row, each a button; some ask for a day, some have a record to look at."""

    settled = Signal(object, str)
    record_asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.hide()

    def show_offers(self, row: RowPlan) -> None:
        """Offer what settles a row."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for offer in row.offers:
            self._column.addWidget(self._line(offer))
        self.setVisible(bool(row.offers))

    def _line(self, offer: Offer) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = QLabel(offer.words)
        words.setWordWrap(True)
        take = QPushButton("就按这样")
        take.setAutoDefault(False)
        take.setAccessibleName(offer.words)
        row.addWidget(words, 1)
        if offer.known:
            look = link_button("看记录")
            look.setAutoDefault(False)
            look.clicked.connect(partial(self.record_asked.emit, *offer.known))
            row.addWidget(look)
        if offer.asks_day:
            day = self._day(take)
            row.addWidget(day)
            take.clicked.connect(lambda: self._settle_on(offer, day))
        else:
            take.clicked.connect(lambda: self.settled.emit(offer, offer.decided()))
        row.addWidget(take)
        return line

    def _day(self, take: QPushButton) -> QLineEdit:
        day = QLineEdit(clock.today().isoformat())
        day.setAccessibleName("日期")
        day.setToolTip("这件事的日期，如2024-05-06")
        day.setFixedWidth(theme.chars(DAY_CHARS))
        day.returnPressed.connect(take.click)
        day.textEdited.connect(lambda _text: theme.show_state(day, ""))
        return day

    def _settle_on(self, offer: Offer, line: QLineEdit) -> None:
        try:
            day = read_day(line.text()).value
        except Refused as refusal:
            theme.show_state(line, "error")
            line.setToolTip(str(refusal))
            line.setFocus()
            return
        self.settled.emit(offer, offer.decided(day))
