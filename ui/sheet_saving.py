"""Saving what a page or a dialog shows as an Excel workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtWidgets import QPushButton, QWidget

from models.computer import documents_folder
from reports.workbook import Sheet, write_table
from ui import jobs, messages
from ui.look.buttons import icon_button
from ui.office import Office
from ui.printing import file_name

Sheets: TypeAlias = Sequence[Sheet]
LABEL, KINDS = "导出 Excel", "Excel 工作簿 (*.xlsx)"


def export_button(
    office: Office, name: Callable[[], str], sheets: Callable[[], Sheets]
) -> QPushButton:
    """Return the button that saves what is shown beside it."""
    button = icon_button(LABEL, "export")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: save_sheets(button.window(), office, name(), sheets()))
    return button


def save_sheets(parent: QWidget, office: Office, name: str, sheets: Sheets) -> None:
    """Ask for a place and write sheets there, their rows being made apart from the window."""
    save_made_sheets(parent, office, name, lambda: sheets)


def save_made_sheets(
    parent: QWidget, office: Office, name: str, make: Callable[[], Sheets]
) -> None:
    """Ask for a place and write sheets there that take a while to make."""
    proposal = documents_folder() / f"{file_name(name)}.xlsx"
    path = messages.door.save_file(parent, LABEL, proposal=proposal, kinds=KINDS)
    if path is None:
        return
    author = office.store.town().union_name

    def work(_progress: jobs.Progress) -> Path:
        return write_table(path, make(), author)

    jobs.run(parent, "正在导出…", work, lambda saved: office.say(f"已导出 {saved}"))
