"""The quiet question after a summary left the program: was it handed in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ui.dialogs.filing import FilingDialog, offer_of
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.look.buttons import link_button
from ui.office import Office
from ui.pages.summary.writing import Writing

# The codes of filed_kind for the ways out of the program.
KINDS = {"print": "1", "pdf": "2", "docx": "3"}
DONE = {"print": "打印", "pdf": "导出 PDF", "docx": "导出 Word"}


class HandingIn(QFrame):
    """A line that offers to enter the summary as handed in; it never asks twice for one file."""

    def __init__(self, writing: Writing, office: Office) -> None:
        super().__init__()
        theme.mark(self, "tint")
        self._writing = writing
        self._office = office
        self._left: tuple[str, Path | None, bytes] | None = None
        self._words = QLabel()
        file_it = link_button("登记为已上报…")
        file_it.clicked.connect(self._ask)
        dismiss = link_button("不登记")
        dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.addWidget(self._words, 1)
        row.addWidget(file_it, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def offer(self, kind: str, path: Path | None, content: bytes) -> None:
        """Show the line for a summary that was printed or written to a file."""
        self._left = (kind, path, content)
        self._words.setText(f"已{DONE[kind]}。交出去的话登记一下，里面的数字以后能和台账核对。")
        self.show()

    def _ask(self) -> None:
        if self._left is None:
            return
        kind, path, content = self._left
        dialog = FilingDialog(
            offer_of(self._writing.draft, KINDS[kind], path, content), self._office, self.window()
        )
        dialog.accepted.connect(self.hide)
        open_dialog(dialog)
