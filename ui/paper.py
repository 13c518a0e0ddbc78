"""A document on the screen exactly as it prints, with page edges and clickable figures."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from ui.look import theme

WIDEST = 1.6
CSS_POINTS = 0.75


class Box(Protocol):
    """Where a figure stands, in points from the top left corner of a page."""

    @property
    def code(self) -> str:
        """The figure's code."""

    @property
    def page(self) -> int:
        """The page, counted from 0."""

    @property
    def left(self) -> float:
        """The left edge."""

    @property
    def top(self) -> float:
        """The upper edge."""

    @property
    def width(self) -> float:
        """The width."""

    @property
    def height(self) -> float:
        """The height."""


class _Sheets(QWidget):
    """The pages one under the other."""

    figure_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pdf = QPdfDocument(self)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self._boxes: Sequence[Box] = ()
        self._chosen = ""
        self._under = ""
        self._images: dict[int, QImage] = {}
        self._scale = 1.0
        self.setMouseTracking(True)

    @property
    def pdf(self) -> QPdfDocument:
        return self._pdf

    def show_pdf(self, pdf: bytes, boxes: Sequence[Box]) -> None:
        self._pdf.close()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._pdf.load(self._buffer)
        self._boxes = boxes
        self._images.clear()
        self.update()

    def mark(self, code: str) -> None:
        self._chosen = code
        self.update()

    def fit(self, width: int) -> None:
        """Scale the pages so that the widest has this width, within reason."""
        gap = theme.px(16)
        points = max((self._pdf.pagePointSize(n).width() for n in self._pages()), default=595.0)
        scale = (width - 2 * gap) / points
        scale = max(min(scale, WIDEST * theme.zoom() / CSS_POINTS), 0.2)
        if scale != self._scale:
            self._scale = scale
            self._images.clear()
        height = gap + sum(self._size(n).height() + gap for n in self._pages())
        self.setFixedHeight(max(height, gap))
        self.update()

    def top_of(self, page: int) -> int:
        gap = theme.px(16)
        return gap + sum(self._size(n).height() + gap for n in range(page))

    def place_of(self, box: Box) -> QRectF:
        left = (self.width() - self._size(box.page).width()) / 2
        corner = QPointF(left, self.top_of(box.page))
        scale = self._scale
        return QRectF(
            corner.x() + box.left * scale,
            corner.y() + box.top * scale,
            box.width * scale,
            box.height * scale,
        )

    @property
    def boxes(self) -> Sequence[Box]:
        return self._boxes

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for page in self._pages():
            size = self._size(page)
            place = QRectF(
                (self.width() - size.width()) / 2, self.top_of(page), size.width(), size.height()
            )
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(place, QColor(theme.now().surface))
            painter.drawImage(place, self._image(page, size))
            painter.setPen(QPen(QColor(theme.now().edge), 1))
            painter.drawRect(place)
        for box in self._boxes:
            self._paint_box(painter, box)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        code = self._code_at(event.position())
        if code != self._under:
            self._under = code
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(hand if code else arrow)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        code = self._code_at(event.position())
        if code and event.button() == Qt.MouseButton.LeftButton:
            self.figure_chosen.emit(code)

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        place = self.place_of(box)
        if box.code in (self._chosen, self._under):
            tint = QColor(theme.now().link)
            tint.setAlpha(48 if box.code == self._chosen else 24)
            painter.fillRect(place, tint)
        painter.setPen(QPen(QColor(theme.now().link), 1.5))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _code_at(self, point: QPointF) -> str:
        grace = theme.px(2)
        for box in self._boxes:
            if self.place_of(box).adjusted(-grace, -grace, grace, grace).contains(point):
                return box.code
        return ""

    def _pages(self) -> range:
        return range(max(self._pdf.pageCount(), 0))

    def _size(self, page: int) -> QSize:
        return (self._pdf.pagePointSize(page) * self._scale).toSize()

    def _image(self, page: int, size: QSize) -> QImage:
        if page not in self._images:
            ratio = self.devicePixelRatioF()
            self._images[page] = self._pdf.render(page, size * ratio)
        return self._images[page]


class PaperView(QScrollArea):
    """Shows a PDF as wide as there is room."""

    figure_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(theme.chars(20))
        self._sheets.figure_chosen.connect(self.figure_chosen)

    @property
    def pdf(self) -> QPdfDocument:
        """The document that is shown."""
        return self._sheets.pdf

    @property
    def sheets(self) -> QWidget:
        """The widget on which the pages are drawn."""
        return self._sheets

    def show_pdf(self, pdf: bytes, boxes: Sequence[Box] = ()) -> None:
        """Show a document; where the reader was stays."""
        place = self.verticalScrollBar().value()
        self._sheets.show_pdf(pdf, boxes)
        self._sheets.fit(self.viewport().width())
        self.verticalScrollBar().setValue(place)

    def mark(self, code: str) -> None:
        """Mark every place where a figure stands."""
        self._sheets.mark(code)

    def show_figure(self, code: str) -> None:
        """Mark a figure and scroll to where it first stands."""
        self.mark(code)
        for box in self._sheets.boxes:
            if box.code == code:
                place = self._sheets.place_of(box).center().toPoint()
                self.ensureVisible(place.x(), place.y(), 0, theme.px(120))
                return

    def places_of(self, code: str) -> list[QRectF]:
        """Return where a figure stands on the sheets now."""
        return [self._sheets.place_of(box) for box in self._sheets.boxes if box.code == code]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheets.fit(self.viewport().width())
