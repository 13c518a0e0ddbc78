"""Somebody who types a visit into the real window until the program is killed.

Started as a process of its own: python -m tests.kills.typist OFFICE PAUSE. It prints "kept N"
whenever the journal holds N letters of the minutes.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from models.records.service import Visit
from tests.keyboard import type_text
from ui.app import make_app
from ui.forms import journal
from ui.forms.form import RecordForm
from ui.window.main_window import MainWindow

UNIT = "云溪宏达铸造厂"
HALF_A_DAY = "2024-3-"
LETTER = "谈"
# Nobody killed it: whoever waits for its words is to hear that it ended.
LONGEST_MILLISECONDS = 60_000


def main(office: Path, pause: int) -> int:
    """Open the office file in the real window and type without end."""
    journal.PAUSE_MILLISECONDS = pause
    app = make_app()
    window = MainWindow()
    window.show()
    window.open_office(office)
    typist = Typist(_empty_form(window))
    typist.start()
    QTimer.singleShot(LONGEST_MILLISECONDS, app.quit)
    return app.exec()


class Typist:
    """Fills three fields, then goes on writing the minutes letter by letter."""

    def __init__(self, form: RecordForm) -> None:
        self._form = form
        minutes = form.cell("content").editor.control
        assert isinstance(minutes, QPlainTextEdit)
        self._minutes = minutes
        self._told = 0
        self._timer = QTimer(form)
        self._timer.timeout.connect(self._type_on)

    def start(self) -> None:
        """Begin to type."""
        type_text(self._form.cell("unit_name").editor.control, UNIT)
        type_text(self._form.cell("visited_on").editor.control, HALF_A_DAY)
        self._timer.start(1)

    def _type_on(self) -> None:
        if self._form.is_kept:
            self._tell()
        type_text(self._minutes, LETTER)

    def _tell(self) -> None:
        letters = len(self._minutes.toPlainText())
        if letters > self._told:
            self._told = letters
            print(f"kept {letters}", flush=True)


def _empty_form(window: MainWindow) -> RecordForm:
    assert window.desk is not None
    page = window.desk.show_list(Visit)
    assert page is not None
    buttons = page.findChildren(QPushButton)
    new = next(one for one in buttons if one.text().startswith("新增"))
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    return page.form


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
