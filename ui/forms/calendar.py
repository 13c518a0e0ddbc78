"""The calendar that comes up beside a date: arrows and pages move, Enter picks, Esc leaves."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models import clock
from ui import keys
from ui.look import theme
from ui.look.buttons import link_button

_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")


def weekday(day: date) -> str:
    """Return the day of the week in words."""
    return _WEEKDAYS[day.weekday()]


class Calendar(QFrame):
    """A month to pick a day from; it closes when one is picked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.mark(self, "card")
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        self._month.setNavigationBarVisible(False)
        self._calm_the_weekend()
        today = link_button(f"今天 {clock.today().isoformat()}")
        hint = QLabel("回车选定　Esc 关闭")
        theme.mark(hint, "help")
        foot = QHBoxLayout()
        foot.addWidget(today)
        foot.addStretch()
        foot.addWidget(hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(8),) * 4)
        outer.addLayout(self._make_head())
        outer.addWidget(self._month)
        outer.addLayout(foot)
        self._month.currentPageChanged.connect(self._name_month)
        self._month.clicked.connect(self._pick)
        self._month.activated.connect(self._pick)
        today.clicked.connect(lambda: self._pick(_qt_day(clock.today())))
        keys.bind_everywhere(self, "give_up", self.close)

    def show_day(self, day: date, beside: QWidget) -> None:
        """Come up under a widget with a day chosen."""
        self._month.setSelectedDate(_qt_day(day))
        self._name_month(self._month.yearShown(), self._month.monthShown())
        self.adjustSize()
        below = beside.mapToGlobal(QPoint(0, beside.height() + theme.px(4)))
        screen = beside.screen().availableGeometry()
        if below.y() + self.height() > screen.bottom():
            below.setY(beside.mapToGlobal(QPoint(0, 0)).y() - self.height() - theme.px(4))
        below.setX(min(below.x(), screen.right() - self.width()))
        self.move(below)
        self.show()
        self._month.setFocus()

    def _make_head(self) -> QHBoxLayout:
        month = self._month
        self._named = QLabel()
        self._named.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._named, "section")
        head = QHBoxLayout()
        head.setSpacing(0)
        for words, go in (("上年", month.showPreviousYear), ("上月", month.showPreviousMonth)):
            head.addWidget(_turner(words, go))
        head.addWidget(self._named, 1)
        for words, go in (("下月", month.showNextMonth), ("下年", month.showNextYear)):
            head.addWidget(_turner(words, go))
        return head

    def _name_month(self, year: int, month: int) -> None:
        self._named.setText(f"{year}年{month}月")

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    def _calm_the_weekend(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.now().ink))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(day, plain)


def _turner(words: str, go: Callable[[], None]) -> QPushButton:
    button = link_button(words)
    # The cursor stays among the days, where the arrows and pages do the same.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(go)
    return button


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
