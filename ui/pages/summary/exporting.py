"""Ways out of the program for a summary: the printer, PDF, Word, the reader of the PC."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.computer import documents_folder
from models.errors import Problem
from reports.blocks import Document
from reports.catalogue import find_report
from reports.files import write_whole
from reports.summary.annual import document_of
from ui import messages
from ui.dialogs.read_back import choose_and_read_back
from ui.office import Office
from ui.pages.summary.versioning import Versioning
from ui.pages.summary.writing import Writing
from ui.printing import file_name, open_in_reader

EVIDENCE = "summary-evidence"
KINDS = {"pdf": "PDF", "docx": "Word"}


class Exporting(QObject):
    """Writes the summary as it stands; what leaves is kept as a version."""

    exported = Signal(str, object, object)

    def __init__(
        self, parent: QWidget, writing: Writing, versioning: Versioning, office: Office
    ) -> None:
        super().__init__(parent)
        self._page = parent
        self._writing = writing
        self._versioning = versioning
        self._office = office

    def print(self) -> None:
        """Show the summary as it prints, ready for the printer."""
        document = self._document()
        try:
            pdf = pdf_of(document)
        except Problem as problem:
            messages.show_problem(self._page, problem)
            return
        self._versioning.keep_if_new("打印")
        self._office.preview(document)
        self.exported.emit("print", None, pdf)

    def save_pdf(self) -> None:
        """Write a PDF file."""
        document = self._document()
        self._save(document, "pdf", lambda: pdf_of(document))

    def save_word(self) -> None:
        """Write a file that Word and WPS open."""
        document = self._document()
        self._save(document, "docx", lambda: word_of(document))

    def show_evidence(self) -> None:
        """Show the annex that proves every figure, ready for the printer."""
        report = find_report(EVIDENCE)
        request = report.request(self._writing.draft.period)
        self._office.preview(report.document(self._office.store, request))

    def read_back(self) -> None:
        """Ask for an edited Word file and show what was changed in it."""
        choose_and_read_back(self._writing.figures, self._office, self._page.window())

    def open_reader(self) -> None:
        """Open the summary in the PC's own reader."""
        document = self._document()
        try:
            open_in_reader(pdf_of(document), document.name)
        except Problem as problem:
            messages.show_problem(self._page, problem)

    def _document(self) -> Document:
        return document_of(self._writing.draft)

    def _save(self, document: Document, suffix: str, make: Callable[[], bytes]) -> None:
        path = self._ask_path(document.name, suffix)
        if path is None:
            return
        try:
            content = make()
            write_whole(path, content)
        except Problem as problem:
            messages.show_problem(self._page, problem)
            return
        self._versioning.keep_if_new(f"导出 {KINDS[suffix]}")
        self._office.say(f"已保存到 {path}")
        self.exported.emit(suffix, path, content)

    def _ask_path(self, name: str, suffix: str) -> Path | None:
        kind = KINDS[suffix]
        return messages.door.save_file(
            self._page,
            f"另存为 {kind}",
            proposal=documents_folder() / f"{file_name(name)}.{suffix}",
            kinds=f"{kind} 文件 (*.{suffix})",
        )


def pdf_of(document: Document) -> bytes:
    """Return a document as a PDF."""
    # reportlab takes a while to load, and is only needed once a paper is made.
    from reports.pdf.render import render

    return render(document).pdf


def word_of(document: Document) -> bytes:
    """Return a document as a Word file."""
    # python-docx too is loaded only when it is needed.
    from reports.docx.writing import render_docx

    return render_docx(document)
