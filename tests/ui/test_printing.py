"""What the printer gets is the paper itself: same place, same size, nothing fitted."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPageLayout
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from models.errors import Problem
from models.periods import year_period
from models.store import Store
from reports.catalogue import find_report
from reports.pdf.render import render
from ui.printing import file_name, open_in_reader, print_pages, set_paper

RESOLUTION = 300
SCALE = 4
A4_POINTS = {False: (595.28, 841.89), True: (841.89, 595.28)}
# 0.2 mm in the pixels of the comparison.
ALLOWED = 0.2 / 25.4 * 72 * SCALE

Edges = tuple[int, int, int, int]


def _ink(path: Path, page: int) -> Edges:
    """The edges of what is drawn on a page, in pixels."""
    document = pypdfium2.PdfDocument(path)
    image = document[page].render(scale=SCALE).to_pil().convert("L")
    box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    document.close()
    assert box is not None
    return box


def _bands(path: Path, page: int) -> list[int]:
    """Where lines of ink begin from top to bottom, in pixels."""
    document = pypdfium2.PdfDocument(path)
    image = document[page].render(scale=SCALE).to_pil().convert("L")
    document.close()
    width, height = image.size
    data = image.point(lambda value: 1 if value < 128 else 0).tobytes()
    inked = [any(data[row * width : (row + 1) * width]) for row in range(height)]
    return [row for row in range(1, height) if inked[row] and not inked[row - 1]]


def _print(source: Path, target: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(RESOLUTION)
    document = QPdfDocument()
    document.load(str(source))
    print_pages(document, printer, range(document.pageCount()))
    document.close()
    return printer


@pytest.fixture(params=["annual-summary", "union-roster", "certificate"])
def source(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Path:
    report = find_report(request.param)
    document = report.document(store, report.request(year_period(2024)))
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(render(document).pdf)
    return path


def test_ink_lands_where_the_pdf_has_it(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    _print(source, target)

    for wanted, got in zip(_ink(source, 0), _ink(target, 0), strict=True):
        assert abs(wanted - got) <= ALLOWED


def test_every_line_lands_where_the_pdf_has_it(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    _print(source, target)

    wanted, got = _bands(source, 0), _bands(target, 0)
    assert len(wanted) == len(got)
    assert all(abs(one - other) <= ALLOWED for one, other in zip(wanted, got, strict=True))


def test_all_pages_are_printed_on_a4_without_margins(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"

    printer = _print(source, target)

    printed, paper = pypdfium2.PdfDocument(target), pypdfium2.PdfDocument(source)
    is_wide = paper[0].get_width() > paper[0].get_height()
    assert len(printed) == len(paper)
    assert printed[0].get_size() == pytest.approx(A4_POINTS[is_wide], abs=1)
    assert printer.fullPage()
    printed.close()
    paper.close()


def test_only_the_chosen_pages_are_printed(store: Store, tmp_path: Path) -> None:
    source, target = tmp_path / "summary.pdf", tmp_path / "second.pdf"
    report = find_report("annual-summary")
    document = report.document(store, report.request(year_period(2024)))
    source.write_bytes(render(document).pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(RESOLUTION)
    pdf = QPdfDocument()
    pdf.load(str(source))

    print_pages(pdf, printer, [1])

    printed = pypdfium2.PdfDocument(target)
    assert len(printed) == 1
    printed.close()
    assert _ink(target, 0) == pytest.approx(_ink(source, 1), abs=ALLOWED)


def test_a_wide_list_turns_the_paper(store: Store, tmp_path: Path) -> None:
    report = find_report("union-roster")
    path = tmp_path / "roster.pdf"
    path.write_bytes(render(report.document(store, report.request(year_period(2024)))).pdf)
    document = QPdfDocument()
    document.load(str(path))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)

    set_paper(printer, document)

    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


class _Reader(QObject):
    """Stands for the PC's own PDF reader."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_the_reader_gets_the_document_under_its_name() -> None:
    reader = _Reader()
    QDesktopServices.setUrlHandler("file", reader, "open")

    open_in_reader(b"%PDF-1.4 paper", "云溪镇总工会2024年工作总结")

    QDesktopServices.unsetUrlHandler("file")
    assert [path.name for path in reader.opened] == ["云溪镇总工会2024年工作总结.pdf"]
    assert reader.opened[0].read_bytes() == b"%PDF-1.4 paper"


def test_a_name_loses_what_no_file_name_may_hold() -> None:
    assert file_name('名册:"1/2"') == "名册__1_2_"


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine")
def test_a_dead_printer_is_told_in_words(tmp_path: Path, store: Store) -> None:
    report = find_report("annual-summary")
    path = tmp_path / "s.pdf"
    path.write_bytes(render(report.document(store, report.request(year_period(2024)))).pdf)
    document = QPdfDocument()
    document.load(str(path))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "out.pdf"))

    with pytest.raises(Problem, match="打印机没有响应"):
        print_pages(document, printer, [0])
