"""A list of very many rows opens at once, keeps its columns as the clerk left them, and stays put."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.records.base import Record
from models.records.units import Unit
from models.store import Store
from ui.dialogs.columns import ColumnsDialog
from ui.lists.columns import further_columns
from ui.office import Office
from ui.page import MANY, RecordPage
from ui.page_spec import PageSpec

Make = Callable[[], RecordPage]


@pytest.fixture
def make(qtbot: QtBot, office: Office) -> Make:
    def build(record_type: type[Record] = Unit) -> RecordPage:
        page = RecordPage(PageSpec(record_type), office)
        qtbot.addWidget(page)
        page.resize(1300, 600)
        page.show()
        qtbot.waitExposed(page)
        return page

    return build


def _titles(page: RecordPage) -> list[str]:
    return [one.title for one in page.table.records.columns]


def _dialog(page: RecordPage) -> ColumnsDialog:
    command = next(one for one in page.commands() if one.label == "选择列…")
    command.run()
    found = page.window().findChildren(ColumnsDialog)
    return found[-1]


def _tick(dialog: ColumnsDialog, title: str, *, is_on: bool = True) -> None:
    item = dialog.columns.findItems(title, Qt.MatchFlag.MatchExactly)[0]
    item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)


def _confirm(dialog: ColumnsDialog) -> None:
    buttons = dialog.findChildren(QPushButton)
    button = next(one for one in buttons if one.text().startswith("确定"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _add_many(store: Store) -> int:
    with store.change("导入"):
        store.insert_all([Unit(name=f"第{number}厂") for number in range(MANY + 500)])
    return store.count(Unit)


def test_the_beginning_of_a_long_list_is_seen_before_the_rest_is_read(
    qtbot: QtBot, office: Office, store: Store
) -> None:
    total = _add_many(store)

    page = RecordPage(PageSpec(Unit), office)
    qtbot.addWidget(page)
    seen_first = page.table.records.rowCount()
    page.show()
    qtbot.waitUntil(lambda: page.table.records.rowCount() == total)

    assert 0 < seen_first < 100


def test_a_record_at_the_end_of_a_long_list_is_found_at_once(
    qtbot: QtBot, make: Make, store: Store
) -> None:
    _add_many(store)
    last = store.all(Unit)[-1]
    page = make()

    assert page.show_record(last.id or 0)
    assert page.form.record == last
    assert page.table.chosen == last


def test_a_further_column_is_shown_and_remembered(make: Make, store: Store) -> None:
    page = make()
    assert "联系电话" not in _titles(page) or "邮政编码" not in _titles(page)
    dialog = _dialog(page)
    _tick(dialog, "邮政编码")
    _confirm(dialog)

    again = make()

    assert "邮政编码" in _titles(page)
    assert _titles(again) == _titles(page)


def test_the_order_of_columns_is_changed_by_keys_and_put_back(make: Make) -> None:
    page = make()
    usual = _titles(page)
    dialog = _dialog(page)
    dialog.columns.setCurrentRow(0)
    dialog.move_column(1)
    _confirm(dialog)
    swapped = _titles(page)
    dialog = _dialog(page)
    dialog.show_usual()
    _confirm(dialog)

    assert swapped == [usual[1], usual[0], *usual[2:]]
    assert _titles(page) == usual
    assert _titles(make()) == usual


def test_a_list_without_any_column_is_refused(qtbot: QtBot, make: Make, office: Office) -> None:
    page = make()
    usual = _titles(page)
    dialog = _dialog(page)
    for title in usual:
        _tick(dialog, title, is_on=False)

    with qtbot.waitSignal(office.said) as said:
        _confirm(dialog)

    assert said.args == ["至少要留一列"]
    assert _titles(page) == usual


def test_the_sort_is_remembered_and_turned_off_again(make: Make) -> None:
    page = make()
    own_order = list(page.table.records.ids)
    page.table.sort_by("name", descending=True)
    by_name = list(page.table.records.ids)

    again = make()
    remembered = list(again.table.records.ids)
    again.table.unsort()

    assert by_name != own_order
    assert remembered == by_name
    assert list(again.table.records.ids) == own_order
    assert list(make().table.records.ids) == own_order


def test_a_width_given_by_the_mouse_is_remembered(qtbot: QtBot, make: Make) -> None:
    page = make()
    header = page.table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(1) - 2, header.height() // 2)

    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(25, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(60, 0))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    after = page.table.columnWidth(0)

    assert list(page.table.widths) == [page.table.records.columns[0].key]
    assert abs(make().table.columnWidth(0) - after) <= 2


def test_the_first_column_stays_when_the_list_is_scrolled_sideways(
    make: Make, office: Office
) -> None:
    page = make()
    further = further_columns(Unit, office.store)
    page.table.show_columns([*page.table.records.columns, *further])
    bar = page.table.horizontalScrollBar()
    seen_at_rest = page.table.frozen.isVisible()
    bar.setValue(bar.maximum())
    frozen = page.table.frozen

    assert not seen_at_rest
    assert frozen.isVisible()
    assert not frozen.isColumnHidden(0)
    assert frozen.isColumnHidden(1)
    assert frozen.geometry().left() <= page.table.frameWidth()

    place = frozen.visualRect(page.table.records.index(2, 0)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert page.table.chosen == page.table.records.records[2]
    page.table.freeze(0)
    assert not frozen.isVisible()


def test_what_is_selected_stays_selected_when_the_list_is_read_again(
    make: Make, store: Store
) -> None:
    page = make()
    page.table.selectAll()
    kept = page.table.selected_ids
    with store.change("试验"):
        store.save(Unit(name="新厂"))

    assert page.table.selected_ids == kept
    assert page.table.selected_count == len(kept)
    assert len(page.table.records.ids) == len(kept) + 1
