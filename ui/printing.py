"""Pages go to the printer as they are: at its resolution, full size, nothing fitted."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.errors import Problem

POINTS_AN_INCH = 72
FINEST = 600


def set_paper(printer: QPrinter, document: QPdfDocument) -> None:
    """Tell the printer the document's paper: its size, its orientation, no margins."""
    points = document.pagePointSize(0)
    is_wide = points.width() > points.height()
    upright = points.transposed() if is_wide else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    landscape, portrait = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, landscape if is_wide else portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def print_pages(document: QPdfDocument, printer: QPrinter, pages: Sequence[int]) -> None:
    """Print these pages, counted from 0, at full size."""
    set_paper(printer, document)
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem("打印机没有响应，没有打印", "请检查打印机是否打开、是否有纸，再试一次。")
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise Problem("打印中断了", "请检查打印机，再从这一页接着打印。")
            _print_page(document, page, painter, printer.resolution())
    finally:
        painter.end()


def open_in_reader(pdf: bytes, name: str) -> None:
    """Open a document in the PC's own PDF reader."""
    folder = Path(tempfile.mkdtemp(prefix="union-desk-"))
    path = folder / f"{file_name(name)}.pdf"
    path.write_bytes(pdf)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise Problem("这台电脑上没有能打开 PDF 的程序", "请先装一个阅读器，或直接在这里打印。")


def open_file(path: Path) -> None:
    """Open a file in the program that the PC has for its kind."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise Problem(f"这台电脑上没有能打开“{path.name}”的程序", f"文件已经存好，在 {path.parent}")


def file_name(name: str) -> str:
    """Return a document's name without what no file name may hold."""
    return "".join("_" if one in '\\/:*?"<>|' else one for one in name).strip() or "文档"


def _print_page(document: QPdfDocument, page: int, painter: QPainter, resolution: int) -> None:
    """Draw a page at full size; finer than FINEST no eye sees, and memory would run out."""
    points = document.pagePointSize(page)
    drawn = min(resolution, FINEST)
    pixels = QSize(_pixels(points.width(), drawn), _pixels(points.height(), drawn))
    # Qt's own rendering of strips (scaledClipRect) is 0.15 % too small (Qt 6.8): whole pages only.
    image = document.render(page, pixels)
    white = QPainter(image)
    white.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
    white.fillRect(image.rect(), Qt.GlobalColor.white)
    white.end()
    scale = resolution / POINTS_AN_INCH
    painter.drawImage(QRectF(0, 0, points.width() * scale, points.height() * scale), image)


def _pixels(points: float, resolution: int) -> int:
    return round(points * resolution / POINTS_AN_INCH)
