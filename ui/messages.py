"""The only door through which boxes come up before the clerk; tests put their own door here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from typing_extensions import override

from models.errors import Problem

PROGRAM = "工会案头"


class Door(Protocol):
    """What can come up before the clerk and wait for an answer."""

    def tell(self, parent: QWidget | None, text: str, *, detail: str) -> None:
        """Show one sentence and wait until it was read."""

    def choose(
        self, parent: QWidget | None, text: str, *, detail: str, answers: Sequence[str]
    ) -> int:
        """Let the clerk choose one of the answers; the last is what Esc means."""

    def open_files(self, parent: QWidget | None, title: str, *, kinds: str) -> list[Path]:
        """Let the clerk choose files that exist."""

    def save_file(
        self, parent: QWidget | None, title: str, *, proposal: Path, kinds: str
    ) -> Path | None:
        """Let the clerk choose where a file is to be written."""

    def choose_folder(self, parent: QWidget | None, title: str, *, start: Path) -> Path | None:
        """Let the clerk choose a folder."""


class Boxes(Door):
    """The real boxes on the screen."""

    @override
    def tell(self, parent: QWidget | None, text: str, *, detail: str) -> None:
        self.choose(parent, text, detail=detail, answers=("知道了",))

    @override
    def choose(
        self, parent: QWidget | None, text: str, *, detail: str, answers: Sequence[str]
    ) -> int:
        box = QMessageBox(parent)
        box.setWindowTitle(PROGRAM)
        box.setText(text)
        box.setInformativeText(detail)
        buttons = [_add(box, answer) for answer in answers]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((n for n, one in enumerate(buttons) if one is clicked), len(buttons) - 1)

    @override
    def open_files(self, parent: QWidget | None, title: str, *, kinds: str) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(name) for name in names]

    @override
    def save_file(
        self, parent: QWidget | None, title: str, *, proposal: Path, kinds: str
    ) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
        return Path(name) if name else None

    @override
    def choose_folder(self, parent: QWidget | None, title: str, *, start: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None


def _add(box: QMessageBox, answer: str) -> QPushButton:
    return box.addButton(answer, QMessageBox.ButtonRole.ActionRole)


door: Door = Boxes()


def show_problem(parent: QWidget | None, problem: Problem) -> None:
    """Tell the clerk what went wrong and what to do about it."""
    door.tell(parent, problem.message, detail=problem.advice)


def confirm(parent: QWidget | None, text: str, *, detail: str = "", yes: str) -> bool:
    """Ask before something that cannot be taken back; the other answer is always 取消."""
    return door.choose(parent, text, detail=detail, answers=(yes, "取消")) == 0


def choose(parent: QWidget | None, text: str, *, detail: str = "", answers: Sequence[str]) -> int:
    """Let the clerk choose one of several answers; the last one changes nothing."""
    return door.choose(parent, text, detail=detail, answers=answers)
