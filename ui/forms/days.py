"""The editor of a day: any writing is taken, a calendar helps, the day of the week is told."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from models import clock
from models.fields import Field
from models.reading import Refused
from models.values.dates import PartialDate, say_day
from ui import keys
from ui.forms.calendar import Calendar, weekday
from ui.forms.editors import Line, LineEditor
from ui.look import icons, theme


class DayLine(Line):
    """A line with a remark at its right that is there while nobody types."""

    def __init__(self) -> None:
        super().__init__()
        self.remark = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.remark and not self.hasFocus():
            self._paint_remark()

    def _paint_remark(self) -> None:
        font = theme.font_of("help")
        metrics = QFontMetrics(font)
        button = theme.px(32)
        taken = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(16)
        room = QRect(taken, 0, self.width() - taken - button, self.height())
        words = [one for one in (self.remark, self.remark.partition("日 ")[2]) if one]
        fitting = [one for one in words if metrics.horizontalAdvance(one) <= room.width()]
        if fitting:
            painter = QPainter(self)
            painter.setFont(font)
            painter.setPen(QColor(theme.now().muted))
            place = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(place), fitting[0])


class DayEditor(LineEditor):
    """A day typed in any writing or picked from a calendar."""

    def __init__(self, field: Field) -> None:
        self._day_line = DayLine()
        super().__init__(field, self._day_line)
        self._usual_day: Callable[[], date] = clock.today
        self._calendar: Calendar | None = None
        words = f"打开日历（{keys.printed('pick')}）"
        opener = QAction(icons.icon("calendar", theme.now().muted), words, self._day_line)
        self._day_line.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        opener.triggered.connect(self.open_calendar)
        self._day_line.asked.connect(self.open_calendar)

    @property
    def remark(self) -> str:
        """The day in words with its weekday, blank when no day stands there."""
        return self._day_line.remark

    def start_at(self, usual_day: Callable[[], date]) -> None:
        """Open the calendar of a blank field at this day."""
        self._usual_day = usual_day

    def open_calendar(self) -> None:
        """Let the clerk pick a day from a month."""
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.picked.connect(self._take)
        self._calendar.show_day(_day_of(self._value()) or self._usual_day(), self._day_line)

    @override
    def show_value(self, value: object) -> None:
        super().show_value(value)
        self._tell()

    @override
    def tidy(self, default_year: int | None = None) -> None:
        super().tidy(default_year)
        self._tell()

    @override
    def take_raw(self, text: str) -> None:
        super().take_raw(text)
        self._tell()

    def _value(self) -> object:
        try:
            return self.read(clock.today().year).value
        except Refused:
            return None

    def _tell(self) -> None:
        day = _day_of(self._value())
        self._day_line.remark = f"{say_day(day)} {weekday(day)}" if day else ""
        self._day_line.setToolTip(self._day_line.remark)

    def _take(self, day: date) -> None:
        shown = PartialDate(day.year, day.month, day.day).iso
        self._day_line.setFocus(Qt.FocusReason.TabFocusReason)
        self._day_line.setText(shown)
        self._tell()
        self.changed.emit()
        self.done.emit()


def _day_of(value: object) -> date | None:
    if isinstance(value, PartialDate):
        return value.first() if value.day is not None else None
    return value if isinstance(value, date) else None
