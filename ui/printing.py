"""Pages go to the printer as they are: at its resolution, full size, nothing fitted."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSize, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter

from models.errors import Problem

POINTS_AN_INCH = 72
STRIP_PIXELS = 4_000_000


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


def file_name(name: str) -> str:
    """Return a document's name without what no file name may hold."""
    return "".join("_" if one in '\\/:*?"<>|' else one for one in name).strip() or "文档"


def _print_page(document: QPdfDocument, page: int, painter: QPainter, resolution: int) -> None:
    """Draw a page in strips, so that a high resolution needs little memory."""
    points = document.pagePointSize(page)
    scale = resolution / POINTS_AN_INCH
    whole = QSize(round(points.width() * scale), round(points.height() * scale))
    height = max(STRIP_PIXELS // whole.width(), 1)
    for top in range(0, whole.height(), height):
        strip = QRect(0, top, whole.width(), min(height, whole.height() - top))
        painter.drawImage(QRectF(strip), _render(document, page, whole, strip))


def _render(document: QPdfDocument, page: int, whole: QSize, strip: QRect) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(strip)
    image = document.render(page, strip.size(), options)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
