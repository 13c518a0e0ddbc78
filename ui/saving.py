"""Writing a finished file where the clerk wants it."""

from PySide6.QtWidgets import QWidget

from models.computer import documents_folder
from models.errors import Problem
from reports.files import write_whole
from ui import messages
from ui.office import Office
from ui.printing import file_name


def save_pdf(parent: QWidget, office: Office, pdf: bytes, *, name: str) -> None:
    """Ask for a place and write a PDF there."""
    proposal = documents_folder() / f"{file_name(name)}.pdf"
    path = messages.door.save_file(
        parent, "另存为 PDF", proposal=proposal, kinds="PDF 文件 (*.pdf)"
    )
    if path is None:
        return
    try:
        write_whole(path, pdf)
    except Problem as problem:
        messages.show_problem(parent, problem)
        return
    office.say(f"已保存到 {path}")
