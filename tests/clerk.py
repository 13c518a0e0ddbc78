"""The clerk: works the whole window by the words that stand on it."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QCompleter,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from models.figures.catalogue import compute
from models.periods import year_period
from models.store import Store
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.reports import ReportDialog
from ui.forms.form import RecordForm
from ui.page import RecordPage
from ui.pages.backup import BackupPage
from ui.pages.home import FigureTile
from ui.pages.summary.page import SummaryPage
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

# How often the loop may turn until a box is in front.
TURNS = 100


def _come_to_front(window: QWidget) -> None:
    """Wait until a window that was opened, or uncovered, is the active one, as desktops make it."""
    for _turn in range(TURNS):
        if QApplication.activeWindow() is window or not window.isVisible():
            return
        window.activateWindow()
        QTest.qWait(1)


class Clerk:
    """Somebody at the desk, who knows words and places but no code."""

    def __init__(self, window: MainWindow, door: ReadyDoor) -> None:
        self.window = window
        self.door = door

    @property
    def desk(self) -> Desk:
        """The tabs."""
        assert self.window.desk is not None, "no office file is open"
        return self.window.desk

    @property
    def store(self) -> Store:
        """What the file holds."""
        assert self.window.office is not None, "no office file is open"
        return self.window.office.store

    @property
    def page(self) -> RecordPage:
        """The list that is open."""
        lists = self.desk.page
        assert isinstance(lists, SubTabs)
        assert lists.page is not None
        return lists.page

    @property
    def summary(self) -> SummaryPage:
        """The summary that is open."""
        tab = self.desk.page
        assert isinstance(tab, SubTabs)
        assert isinstance(tab.own_page, SummaryPage)
        return tab.own_page

    @property
    def backups(self) -> BackupPage:
        """The backup page that is open."""
        assert isinstance(self.desk.page, BackupPage)
        return self.desk.page

    def opens_tab(self, tab: str, sub_tab: str = "") -> None:
        """Click on a tab, then on one of its lists."""
        tabs = self.desk.tabs
        number = [tabs.tabText(n) for n in range(tabs.count())].index(tab)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(number).center())
        if sub_tab:
            self.presses(sub_tab)

    def presses(self, words: str, *, within: QWidget | None = None) -> None:
        """Click on the button that begins with these words."""
        place = within or QApplication.activeModalWidget() or self.window
        _come_to_front(place.window())
        found = [
            button
            for button in place.findChildren(QPushButton)
            if button.text().startswith(words) and button.isVisible()
        ]
        assert found, f"no button “{words}” can be seen"
        found.sort(key=lambda one: f"{one.text()} ".startswith(f"{words} "), reverse=True)
        assert found[0].isEnabled(), f"“{words}” cannot be pressed"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def fills(self, **fields: str) -> None:
        """Type into the fields of the open form, named by their labels."""
        form = self._form()
        for label, text in fields.items():
            self._fill(self._control(form, label), text)

    def adds(self, **fields: str) -> None:
        """Enter a new record into the open list and save it."""
        self.presses("新增")
        self.fills(**fields)
        self.presses("保存 F6")
        assert self.sees("已保存"), fields

    def corrects(self, **fields: str) -> None:
        """Type other values into the open form and save it."""
        self.fills(**fields)
        self.presses("保存 F6")

    def reads_under(self, label: str) -> str:
        """Return what stands under a field."""
        control = self._control(self._form(), label)
        cell = control.parentWidget().parentWidget()
        notes = [one.text() for one in cell.findChildren(QLabel) if one.isVisibleTo(cell)]
        return " ".join(notes)

    def sees(self, words: str) -> bool:
        """Whether a text can be seen anywhere on the window."""
        place = QApplication.activeModalWidget() or self.window
        labels = (one.text() for one in place.findChildren(QLabel) if one.isVisible())
        buttons = (one.text() for one in place.findChildren(QPushButton) if one.isVisible())
        return any(words in text for text in (*labels, *buttons, self.window.status_words))

    def lists(self) -> list[str]:
        """Return the first column of the open list."""
        records = self.page.table.records
        return [str(records.index(row, 0).data()) for row in range(records.rowCount())]

    def reads_cell(self, title: str, row: int = 0) -> str:
        """Return what the open list says in a row under a column's title."""
        records = self.page.table.records
        column = [one.title for one in records.columns].index(title)
        return str(records.index(row, column).data())

    def prints_roster(self) -> str:
        """Print the open list and return the words of its first page."""
        self.presses("打印名册")
        dialog = self.window.findChildren(ReportDialog)[-1]
        document = pypdfium2.PdfDocument(dialog.panel.pdf)
        words: str = document[0].get_textpage().get_text_range()
        document.close()
        dialog.reject()
        return words

    def chooses(self, name: str) -> None:
        """Click on the row of that name."""
        table = self.page.table
        index = table.records.index(self.lists().index(name), 0)
        table.scrollTo(index)
        place = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def clicks_card(self, words: str) -> None:
        """Click on a figure of the first page."""
        cards = self.desk.page.findChildren(FigureTile)
        card = next(one for one in cards if words in one.accessibleName())
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    def clicks_number(self, code: str) -> str:
        """Click on a number of the summary and return what the panel says about it."""
        editor = self.summary.editor
        editor.choose_figure(code)
        place = editor.figure_rects(code)[0].center().toPoint()
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return self.summary.figure_panel.words

    def reads_figure(self, code: str, year: int = 2024) -> str:
        """Return what a figure of the year says, with its unit."""
        return compute(self.store, year_period(year))[code].exact

    def imports(self, *paths: Path) -> ImportDialog:
        """Take lists in, and return the dialog as it stands afterwards."""
        self.presses("导入 Excel")
        dialog = self.desk.findChild(ImportDialog)
        self.door.files = list(paths)
        self.presses("选择文件", within=dialog)
        self.presses("导入", within=dialog)
        return dialog

    def closes(self, dialog: QDialog) -> None:
        """Close a dialog with Esc; where something was typed the first Esc only puts that back."""
        for _press in range(2):
            if isValid(dialog) and dialog.isVisible():
                _come_to_front(dialog)
                QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def takes_back(self) -> None:
        """Press Ctrl+Z."""
        control = Qt.KeyboardModifier.ControlModifier
        _come_to_front(self.window)
        self.page.table.setFocus()
        QTest.keyClick(self.page.table, Qt.Key.Key_Z, control)

    def _form(self) -> QWidget:
        """Return the form that can be seen, or the box that asks a few things by itself."""
        place = QApplication.activeModalWidget() or self.page
        return next((one for one in place.findChildren(RecordForm) if one.isVisible()), place)

    def _control(self, form: QWidget, label: str) -> QWidget:
        for one in form.findChildren(QLabel):
            words = one.text().rpartition("</span>")[2].replace("<br>", "")
            if words == label and one.buddy() is not None:
                return one.buddy()
        raise AssertionError(f"the form has no field “{label}”")

    def _fill(self, control: QWidget, text: str) -> None:
        control.setFocus()
        if isinstance(control, QCheckBox):
            control.setChecked(text == "是")
            return
        if isinstance(control, QPlainTextEdit):
            control.clear()
        elif isinstance(control, QLineEdit):
            control.selectAll()
            QTest.keyClick(control, Qt.Key.Key_Delete)
        type_text(control, text)
        offered = control.findChild(QCompleter)
        if offered is not None and offered.popup().isVisible():
            QTest.keyClick(offered.popup(), Qt.Key.Key_Return)
