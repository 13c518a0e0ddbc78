"""The summary page on the screen, and what a clerk's hands do in its text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ui.office import Office
from ui.pages.summary.manuscript import blocks_of, kind_of, section_of
from ui.pages.summary.page import SummaryPage


def shown_page(qtbot: QtBot, office: Office) -> SummaryPage:
    """Return the summary page of an office, as it is seen on a small screen."""
    page = SummaryPage(office)
    qtbot.addWidget(page)
    page.resize(1300, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def button(page: SummaryPage, words: str) -> QPushButton:
    """Return the button that can be seen and says this."""
    found = [one for one in page.findChildren(QPushButton) if one.text() == words]
    return next(one for one in found if one.isVisible())


def press(page: SummaryPage, words: str) -> None:
    """Click on a button."""
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def block_with(page: SummaryPage, words: str) -> QTextBlock:
    """Return the line of the text that reads so."""
    for block in blocks_of(page.editor.document()):
        if words in page.editor.text_of(block):
            return block
    raise AssertionError(f"no line says “{words}”")


def go_behind(page: SummaryPage, words: str) -> None:
    """Put the cursor behind these words."""
    block = block_with(page, words)
    at = page.editor.text_of(block).index(words) + len(words)
    page.editor.choose_words(block, at, at)


def go_to(page: SummaryPage, position: int, end: int | None = None) -> None:
    """Put the cursor somewhere, or select up to an end."""
    cursor = QTextCursor(page.editor.document())
    cursor.setPosition(position)
    if end is not None:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.editor.setTextCursor(cursor)
    page.editor.setFocus()


def text_of(page: SummaryPage) -> str:
    """Return the whole text as it reads in the editor."""
    return "\n".join(page.editor.text_of(one) for one in blocks_of(page.editor.document()))


def lines_in(page: SummaryPage, section: str) -> list[str]:
    """Return the paragraphs of a chapter as they read."""
    return [
        page.editor.text_of(one)
        for one in blocks_of(page.editor.document())
        if section_of(one) == section and kind_of(one) == "paragraph"
    ]


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu or of the menus in it."""
    action(menu, words).trigger()


def action(menu: QMenu, words: str) -> QAction:
    """Return the entry of a menu that begins so."""
    for one in menu.findChildren(QAction):
        if one.text().startswith(words):
            return one
    raise AssertionError(f"the menu has no “{words}”")


def menu_on_figure(page: SummaryPage, code: str) -> QMenu:
    """Return the menu of a figure in the text."""
    page.editor.choose_figure(code)
    return page.menus.menu_at(page.editor.figure_rects(code)[0].center().toPoint())


def menu_on_line(page: SummaryPage, words: str) -> QMenu:
    """Return the menu of the mark beside a line."""
    go_behind(page, words)
    place = page.editor.cursorRect().center()
    place.setX(2)
    return page.menus.menu_at(place)
