"""A chart on the screen: what the printed one shows, drawn by Qt."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from reports.charts import Bar, Chart, Dot, Mark, Stroke, Tone, Words, lay_out, slot_at
from ui.look import theme

# Charts are laid out in points of paper; on the screen a point is this much of a pixel at 100 %.
SCREEN = 1.35
_TONES: dict[Tone, str] = {"black": "ink", "grey": "muted", "light": "edge", "red": "accent"}


class ChartView(QWidget):
    """One figure over the years; a click on a year tells which."""

    year_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.px(160))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def chart(self) -> Chart | None:
        """What is shown."""
        return self._chart

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing."""
        self._chart = chart
        self.setAccessibleName(_spoken(chart) if chart else "")
        self.update()

    def words(self) -> list[str]:
        """Return every text that is drawn, from top to bottom as laid out."""
        return [one.text for one in self.marks() if isinstance(one, Words)]

    def marks(self) -> tuple[Mark, ...]:
        """Return what is drawn, in points."""
        if self._chart is None:
            return ()
        return lay_out(self._chart, self._points(self.width()), self._points(self.height()), _width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(220))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = SCREEN * theme.zoom()
        for mark in self.marks():
            _draw(mark, painter, scale)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._slot(event) is not None else arrow)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        slot = self._slot(event)
        if slot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.year_chosen.emit(slot)

    def _slot(self, event: QMouseEvent) -> int | None:
        if self._chart is None:
            return None
        return slot_at(self._chart, self.width(), event.position().x())

    def _points(self, pixels: int) -> float:
        return pixels / (SCREEN * theme.zoom())


def _font(size: float, *, bold: bool = False) -> QFont:
    font = theme.font_of("plain", bold=bold)
    font.setPixelSize(max(round(size * SCREEN * theme.zoom()), 1))
    return font


def _width(text: str, size: float) -> float:
    return QFontMetricsF(_font(size, bold=True)).horizontalAdvance(text) / (SCREEN * theme.zoom())


def _draw(mark: Mark, painter: QPainter, scale: float) -> None:
    colour = QColor(theme.now().tone(_TONES[mark.tone]))
    match mark:
        case Bar(left, top, width, height):
            painter.fillRect(
                QRectF(left * scale, top * scale, width * scale, height * scale), colour
            )
        case Stroke(points):
            painter.setPen(QPen(colour, mark.width * scale))
            painter.drawPolyline(QPolygonF([QPointF(x * scale, y * scale) for x, y in points]))
        case Dot(x, y, radius):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(x * scale, y * scale), radius * scale, radius * scale)
        case Words():
            _draw_words(mark, painter, scale, colour)


def _draw_words(mark: Words, painter: QPainter, scale: float, colour: QColor) -> None:
    painter.setFont(_font(mark.size, bold=mark.is_title))
    painter.setPen(colour)
    width = painter.fontMetrics().horizontalAdvance(mark.text)
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[mark.anchor]
    painter.drawText(QPointF(mark.x * scale - share * width, mark.baseline * scale), mark.text)


def _spoken(chart: Chart) -> str:
    values = "，".join(f"{one.label}年{one.text or '无数据'}" for one in chart.points)
    return f"{chart.title}：{values}"
