"""What stands above a summary: its span and length, its settings, and the ways out."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from models import codes
from models.records.summary import SummaryPaper
from models.values.dates import say_day
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.flow import FlowLayout

WHOLE_YEAR = "全年"
STANDARD = "2"


class SummaryBar(QWidget):
    """One row: which summary it is at the left, what leaves the program at the right."""

    span_chosen = Signal(str)
    length_chosen = Signal(str)
    settings_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    word_asked = Signal()
    evidence_asked = Signal()
    reader_asked = Signal()
    read_back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.spans, self.lengths = CalmCombo(), CalmCombo()
        self.spans.addItem(WHOLE_YEAR, "")
        for line in codes.table("paper_span").lines:
            self.spans.addItem(line.name, line.code)
        for line in codes.table("paper_length").lines:
            self.lengths.addItem(line.name, line.code)
        self.settings = QPushButton("设置…")
        self._until = QLabel()
        theme.mark(self._until, "muted")
        self.print = icon_button("打印", "print")
        self.pdf = icon_button("导出 PDF", "export")
        self.word = icon_button("导出 Word", "export")
        self.more = QPushButton("更多")
        theme.mark(self.more, "menu")
        self._build()
        self._connect()

    def show_paper(self, paper: SummaryPaper, as_of: date) -> None:
        """Show the settings of a summary, and the day on which it counts."""
        self._until.setText(f"截至{say_day(as_of)}")
        for combo, value in ((self.spans, paper.span), (self.lengths, paper.length or STANDARD)):
            blocked = QSignalBlocker(combo)
            combo.setCurrentIndex(max(combo.findData(value), 0))
            blocked.unblock()

    def _build(self) -> None:
        row = FlowLayout(self, gap=theme.px(8))
        for name, combo in (("时段", self.spans), ("篇幅", self.lengths)):
            label = QLabel(name)
            label.setBuddy(combo)
            theme.mark(label, "label")
            combo.setAccessibleName(name)
            row.addWidget(label)
            row.addWidget(combo)
        row.addWidget(self.settings)
        row.addWidget(self._until)
        row.add_spring()
        menu = QMenu(self.more)
        menu.addAction("数据来源表…", self.evidence_asked.emit)
        menu.addAction("读回 Word 文件…", self.read_back_asked.emit)
        menu.addAction("用阅读器打开", self.reader_asked.emit)
        self.more.setMenu(menu)
        for button in (self.word, self.pdf, self.print, self.more):
            row.addWidget(button)

    def _connect(self) -> None:
        self.spans.activated.connect(
            lambda _row: self.span_chosen.emit(str(self.spans.currentData()))
        )
        self.lengths.activated.connect(
            lambda _row: self.length_chosen.emit(str(self.lengths.currentData()))
        )
        self.settings.clicked.connect(self.settings_asked)
        self.print.clicked.connect(self.print_asked)
        self.pdf.clicked.connect(self.pdf_asked)
        self.word.clicked.connect(self.word_asked)
