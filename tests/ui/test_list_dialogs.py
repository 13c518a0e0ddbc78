"""The boxes that work on many rows fit their screens; the menu of a list opens by its key."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
)
from pytestqt.qtbot import QtBot

from models.records.members import Member
from models.records.units import Unit
from models.sheets.pasting import PasteRequest, read_block
from tests.desk_fixtures import LARGE, SMALL
from tests.widgets import clipped
from ui.dialogs.batch import REPLACE, BatchDialog, names_in_form
from ui.dialogs.column_filter import ColumnFilterDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.paste import PasteDialog
from ui.look import theme
from ui.office import Office
from ui.page import RecordPage
from ui.page_spec import PageSpec

BLOCK = "单位名称\t电话\t不认识的列\n云溪新厂\t一二三\t某某\n"


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> RecordPage:
    made = RecordPage(PageSpec(Unit), office)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    qtbot.waitUntil(lambda: made.table.records.rowCount() == 10)
    return made


def dialogs_of(page: RecordPage) -> list[QDialog]:
    block = read_block("", BLOCK)
    assert block is not None
    batch = BatchDialog(page.context, page.table.records.ids, name="name")
    batch.ways.setCurrentText(REPLACE)
    batch.ways.activated.emit(batch.ways.currentIndex())
    request = PasteRequest(record_type=Unit, table=block, shown=("name",), year=2024)
    return [
        batch,
        PasteDialog(page.context, request),
        ExportDialog(page.context),
        ColumnFilterDialog(page.context, 0),
    ]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_the_boxes_fit_at_every_zoom(
    size: tuple[int, int, float], app: QApplication, qtbot: QtBot, office: Office
) -> None:
    theme.apply(app, scale=size[2])
    page = RecordPage(PageSpec(Unit), office)
    qtbot.addWidget(page)
    page.resize(*size[:2])
    page.show()
    qtbot.waitUntil(lambda: page.table.records.rowCount() == 10)
    found = {}

    for dialog in dialogs_of(page):
        dialog.show()
        qtbot.wait(1)
        found[type(dialog).__name__] = clipped(dialog)
        dialog.close()

    assert {name: cut for name, cut in found.items() if cut} == {}


def test_every_field_of_the_boxes_says_its_name(page: RecordPage) -> None:
    for dialog in dialogs_of(page):
        dialog.show()
        fields = [
            *dialog.findChildren(QLineEdit),
            *dialog.findChildren(QComboBox),
            *dialog.findChildren(QAbstractItemView),
        ]
        silent = [
            one
            for one in fields
            if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
            if not (one.accessibleName() or isinstance(one.parent(), QComboBox))
        ]
        assert silent == []
        dialog.close()


def test_what_a_form_hides_is_not_changed_in_one_go() -> None:
    offered = names_in_form(Member, ())

    assert offered[:2] == ["name", "sex"]
    assert "status" not in offered


def test_the_menu_key_opens_the_menu_of_the_rows(page: RecordPage) -> None:
    table = page.table
    table.setFocus()
    table.selectRow(2)
    place = table.visualRect(table.currentIndex()).center()

    QApplication.sendEvent(
        table,
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, place, table.viewport().mapToGlobal(place)
        ),
    )

    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert any(one.text().startswith("批量修改") for one in menu.actions())
    menu.close()


def test_a_cell_of_the_preview_is_typed_over_by_keys(page: RecordPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("单位名称\t联系电话\n云溪新厂\t一二三\n")
    QApplication.clipboard().setMimeData(data)
    next(one for one in page.commands() if one.label.startswith("粘贴")).run()
    dialog = page.findChildren(PasteDialog)[-1]
    assert dialog.paste.count == 0
    table = dialog.table
    table.setFocus()
    table.setCurrentIndex(table.cells.index(0, 3))

    QTest.keyClick(table, Qt.Key.Key_F2)
    (editor,) = table.findChildren(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "13900001234")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: dialog.paste.count == 1)
    dialog.reject()


def test_a_heading_far_right_offers_its_own_column(page: RecordPage) -> None:
    header = page.table.horizontalHeader()
    last = page.table.records.columns[-1].title

    header.customContextMenuRequested.emit(
        QPoint(header.sectionViewportPosition(header.count() - 1) + 5, 5)
    )

    (menu,) = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert menu.actions()[0].text() == f"按“{last}”升序"
    menu.close()
