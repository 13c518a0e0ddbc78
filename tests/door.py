"""The message door of the tests: it answers at once and remembers what was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.messages import Door


@dataclass
class ReadyDoor(Door):
    """Answers with what the test has laid ready; a question without an answer fails the test."""

    said: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    target: Path | None = None
    folder: Path | None = None

    @override
    def tell(self, parent: QWidget | None, text: str, *, detail: str) -> None:
        self.said.append(f"{text} {detail}".strip())

    @override
    def choose(
        self, parent: QWidget | None, text: str, *, detail: str, answers: Sequence[str]
    ) -> int:
        self.said.append(f"{text} {detail}".strip())
        return list(answers).index(self.answers.pop(0))

    @override
    def open_files(self, parent: QWidget | None, title: str, *, kinds: str) -> list[Path]:
        return self.files

    @override
    def save_file(
        self, parent: QWidget | None, title: str, *, proposal: Path, kinds: str
    ) -> Path | None:
        return self.target

    @override
    def choose_folder(self, parent: QWidget | None, title: str, *, start: Path) -> Path | None:
        return self.folder
