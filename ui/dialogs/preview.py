"""How a document will print, and printing it."""

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from models.errors import Problem
from ui import messages
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo, CalmNumber
from ui.office import Office
from ui.paper import PaperView
from ui.printing import open_in_reader, print_pages
from ui.saving import save_pdf

DUPLEX = (
    ("单面", QPrinter.DuplexMode.DuplexNone),
    ("双面，长边翻页", QPrinter.DuplexMode.DuplexLongSide),
    ("双面，短边翻页", QPrinter.DuplexMode.DuplexShortSide),
)
NO_PRINTER = "没有装打印机"


class PrintPanel(QFrame):
    """The paper at the left, the printer's settings at the right."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._name = ""
        self._pdf = b""
        self.paper = PaperView()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.paper, 1)
        row.addWidget(self._make_settings())
        self._connect()

    @property
    def pdf(self) -> bytes:
        """The document that is shown."""
        return self._pdf

    def show_pdf(self, pdf: bytes, name: str) -> None:
        """Show a document and let it be printed."""
        self._pdf = pdf
        self._name = name
        self.paper.show_pdf(pdf)
        count = max(self.paper.pdf.pageCount(), 1)
        self._pages.setText(f"共{count}页，A4，按原大小打印")
        for box, value in ((self._first, 1), (self._last, count)):
            box.setMaximum(count)
            box.setValue(value)
        self._set_ready(ready=True)

    def show_nothing(self, reason: str) -> None:
        """Say why there is nothing to print."""
        self._pages.setText(reason)
        self._set_ready(ready=False)

    def _make_settings(self) -> QFrame:
        panel = QFrame()
        theme.mark(panel, "card")
        panel.setFixedWidth(theme.chars(18))
        column = QVBoxLayout(panel)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        self._pages = QLabel()
        self._pages.setWordWrap(True)
        theme.mark(self._pages, "muted")
        column.addWidget(self._pages)
        column.addLayout(self._make_fields())
        self._note = QLabel()
        self._note.setWordWrap(True)
        theme.mark(self._note, "help")
        column.addWidget(self._note)
        column.addStretch()
        self._print = icon_button("打印", "print", role="main")
        self._save = icon_button("另存为 PDF", "export")
        self._open = icon_button("用阅读器打开", "reader")
        for button in (self._open, self._save, self._print):
            column.addWidget(button)
        return panel

    def _make_fields(self) -> QFormLayout:
        self._printers = CalmCombo()
        self._printers.addItems(QPrinterInfo.availablePrinterNames() or [NO_PRINTER])
        default = self._printers.findText(QPrinterInfo.defaultPrinterName())
        self._printers.setCurrentIndex(max(default, 0))
        self._printers.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._first, self._last, self._copies = CalmNumber(), CalmNumber(), CalmNumber()
        self._copies.setMaximum(999)
        self._duplex = CalmCombo()
        self._duplex.addItems([words for words, _ in DUPLEX])
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            ("打印机", self._printers),
            ("从第几页", self._first),
            ("到第几页", self._last),
            ("份数", self._copies),
            ("单双面", self._duplex),
        ):
            form.addRow(label, field)
        return form

    def _connect(self) -> None:
        self._print.clicked.connect(self._send)
        self._save.clicked.connect(self._save_pdf)
        self._open.clicked.connect(self._open_reader)

    def _set_ready(self, *, ready: bool) -> None:
        has_printer = self._printers.currentText() != NO_PRINTER
        self._print.setEnabled(ready and has_printer)
        self._note.setText(
            "" if has_printer else "这台电脑还没有装打印机，可以另存为 PDF 带走打印。"
        )
        self._save.setEnabled(ready)
        self._open.setEnabled(ready)

    def _send(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self._printers.currentText())
        printer.setDocName(self._name)
        printer.setCopyCount(self._copies.value())
        printer.setDuplex(DUPLEX[self._duplex.currentIndex()][1])
        first, last = self._first.value() - 1, self._last.value()
        try:
            print_pages(self.paper.pdf, printer, range(first, max(last, first + 1)))
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已送往打印机：{self._name}")

    def _save_pdf(self) -> None:
        save_pdf(self, self._office, self._pdf, name=self._name)

    def _open_reader(self) -> None:
        try:
            open_in_reader(self._pdf, self._name)
        except Problem as problem:
            messages.show_problem(self, problem)
