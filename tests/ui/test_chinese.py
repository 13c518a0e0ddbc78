"""Everything that Qt or we say to the clerk is Chinese."""

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.widgets import texts
from ui.dialogs.about import AboutDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.manual import ManualDialog
from ui.dialogs.reports import ReportDialog
from ui.window.main_window import MainWindow

# Names of things and keys that are written with Latin letters in Chinese, too.
LATIN = re.compile(
    r"Excel|Word|PDF|USB|GB|MB|Esc|Ctrl|Shift|Alt|PgUp|PgDn|Tab|F\d+|Del|[A-Z]\b|U盘|\.xlsx|\.db|\.ghbak|Qt|%|[a-z]+\.(db|xlsx)"
    r"|<[^>]*>|/[\w/.-]*|A4|color|span"
)


def _english(words: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2,}", LATIN.sub("", words)))


@pytest.mark.parametrize("number", range(6))
def test_every_tab_speaks_chinese(window: MainWindow, number: int) -> None:
    assert window.desk is not None

    window.desk.show_area(number)

    assert [words for words in texts(window) if _english(words)] == []


def test_every_list_and_form_speaks_chinese(window: MainWindow) -> None:
    assert window.desk is not None
    for number in (1, 2, 3):
        window.desk.show_area(number)
        lists = window.desk.page
        for place in range(len(lists.titles)):  # type: ignore[attr-defined]
            lists.show_list(place)  # type: ignore[attr-defined]

            assert [words for words in texts(lists) if _english(words)] == []


def test_the_first_page_speaks_chinese(fresh: MainWindow) -> None:
    fresh.show_first_run()

    assert [words for words in texts(fresh) if _english(words)] == []


def test_the_dialogs_speak_chinese(qtbot: QtBot, window: MainWindow) -> None:
    assert window.office is not None
    unit = window.office.store.town()
    dialogs: list[QWidget] = [
        ImportDialog(window.office, window),
        ReportDialog(window.office, window),
        HistoryDialog(unit, window.office, window),
        ManualDialog(window),
    ]

    for dialog in dialogs:
        assert [words for words in texts(dialog) if _english(words)] == []
        dialog.deleteLater()


def test_the_menus_speak_chinese(window: MainWindow) -> None:
    words = [action.text() for action in window.findChildren(QAction)]

    assert [one for one in words if _english(one)] == []


def test_the_standard_buttons_of_qt_are_translated(qtbot: QtBot) -> None:
    button = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(button.Ok | button.Cancel | button.Save | button.Discard | button.Help)
    qtbot.addWidget(box)

    words = [one.text() for one in box.findChildren(QPushButton)]

    assert len(words) == 5
    assert all(re.search(r"[一-鿿]", one) for one in words)


def test_the_message_box_and_the_file_dialog_are_translated(qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Yes)
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    for one in (box, files):
        qtbot.addWidget(one)

    assert box.button(QMessageBox.StandardButton.Yes).text().startswith("是")
    assert any("取消" in words for words in texts(files))


def test_the_menu_of_a_text_field_is_translated(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)

    menu = line.createStandardContextMenu()

    words = [action.text() for action in menu.actions() if action.text()]
    assert words
    assert all(re.search(r"[一-鿿]", one) for one in words)
    menu.deleteLater()


def test_numbers_and_days_follow_china(app: QApplication) -> None:
    assert QLocale().language() == QLocale.Language.Chinese


def test_rare_characters_of_names_have_a_glyph(app: QApplication) -> None:
    layout = QTextLayout("堃喆㙓𠮷𬬭", app.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]

    assert glyphs
    assert 0 not in glyphs


def test_about_names_the_licences_of_qt_and_the_fonts(qtbot: QtBot, window: MainWindow) -> None:
    about = AboutDialog(window)
    qtbot.addWidget(about)

    words = about.findChild(QTextBrowser).toPlainText()
    for name in ("LGPL", "Noto Sans SC", "Fandol", "BabelStone", "OFL"):
        assert name in words
