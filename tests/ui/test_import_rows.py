"""The rows of a list are looked at side by side, mended, decided and left out before the import."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.members import Member
from models.store import Store
from tests.door import ReadyDoor
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.record_boxes import RecordDialog
from ui.window.main_window import MainWindow

HEADINGS = ("姓名", "证件号码", "出生日期", "移动电话", "学历")
MAN, WOMAN, OTHER = "370399197804055810", "370399197804055802", "370399198104232817"


@pytest.fixture
def store(window: MainWindow) -> Store:
    assert window.office is not None
    kept = window.office.store
    with kept.change("登记会员"):
        kept.save(Member(name="张三", id_no=MAN, mobile="13900000001"))
        kept.save(Member(name="李四", id_no=WOMAN, mobile="13900000002"))
    return kept


@pytest.fixture
def dialog(
    qtbot: QtBot, window: MainWindow, door: ReadyDoor, tmp_path: Path, store: Store
) -> ImportDialog:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        HEADINGS,
        ("张三", int(MAN[:15] + "000"), "1978-04-05", "13811110001", "本科"),
        ("李四", WOMAN, None, None, "大专"),
        ("王五", OTHER[:-1] + "1", None, "13811110003", "大专"),
        ("赵六", "370399199001011231", None, "13811110004", "大专"),
    ):
        sheet.append(row)
    book.save(tmp_path / "会员花名册.xlsx")
    assert window.office is not None
    made = ImportDialog(window.office, window)
    qtbot.addWidget(made, before_close_func=lambda _dialog: door.answers.append("关掉"))
    made.show()
    made.read_files([tmp_path / "会员花名册.xlsx"])
    return made


def _preview(dialog: ImportDialog) -> SheetPreview:
    return dialog.previews[0]


def _verdicts(dialog: ImportDialog) -> list[str]:
    return [row.verdict for row in _preview(dialog).sheet.rows]


def _click(qtbot: QtBot, dialog: ImportDialog, words: str) -> None:
    def shown() -> list[QPushButton]:
        buttons = dialog.findChildren(QPushButton)
        seen = [one for one in buttons if one.text().startswith(words) and one.isVisible()]
        return sorted(seen, key=lambda one: one.text() != words)

    qtbot.waitUntil(lambda: bool(shown()))
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def _line(dialog: ImportDialog, label: str) -> tuple[str, str, str, str]:
    lines = _preview(dialog).detail.comparison.lines
    found = next(one for one in lines if one.label == label)
    return found.before, found.listed, found.after, found.how


def test_the_chosen_row_stands_beside_its_record(dialog: ImportDialog) -> None:
    _preview(dialog).rows.choose(3)

    assert _line(dialog, "学历") == ("", "大专", "大专", "filled")
    assert _line(dialog, "移动电话") == ("13900000002", "", "13900000002", "")


def test_rows_are_narrowed_by_verdict_and_by_words(qtbot: QtBot, dialog: ImportDialog) -> None:
    preview = _preview(dialog)

    _click(qtbot, dialog, "错误 2")
    assert [one.title for one in preview.rows.rows] == ["张三", "王五"]
    qtbot.keyClicks(preview.narrowing.find_line, "13811110003")

    assert [one.title for one in preview.rows.rows] == ["王五"]


def test_the_person_whom_a_lost_number_points_to_is_taken_with_one_click(
    qtbot: QtBot, dialog: ImportDialog, store: Store
) -> None:
    _preview(dialog).rows.choose(2)
    assert _verdicts(dialog)[0] == "error"

    _click(qtbot, dialog, "就按这样")
    assert _verdicts(dialog)[0] == "update"
    _click(qtbot, dialog, "导入")

    assert store.find(Member, id_no=MAN)[0].mobile == "13811110001"


def test_a_cell_is_typed_over_by_keys_and_may_be_put_back(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    preview = _preview(dialog)
    preview.rows.choose(4)

    qtbot.keyClick(preview.rows, Qt.Key.Key_F2)
    editor = preview.detail.comparison.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, OTHER)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: _verdicts(dialog)[2] == "new")
    current = _preview(dialog).rows.current
    assert current is not None
    assert current.row == 4
    _click(qtbot, dialog, "改回表里的")
    assert _verdicts(dialog)[2] == "error"


def test_ticked_off_rows_stay_out_until_they_are_ticked_again(
    qtbot: QtBot, dialog: ImportDialog, store: Store
) -> None:
    rows = _preview(dialog).rows
    rows.choose(5)
    before = store.count(Member)

    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert _verdicts(dialog)[3] == "left_out"
    _click(qtbot, dialog, "导入")

    assert store.count(Member) == before
    assert store.find(Member, name="赵六") == []


def test_the_tick_before_a_row_leaves_it_out_with_a_click(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    rows = _preview(dialog).rows
    place = rows.visualRect(rows.model().index(3, 0))

    at = QPoint(place.left() + place.height() // 3, place.center().y())
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert _verdicts(dialog)[3] == "left_out"


def test_blank_cells_empty_only_the_fields_that_were_ticked(
    qtbot: QtBot, dialog: ImportDialog, store: Store
) -> None:
    menu = next(
        one.menu()
        for one in dialog.findChildren(QPushButton)
        if one.text().startswith("空格子不改台账")
    )
    menu.aboutToShow.emit()
    (action,) = [one for one in menu.actions() if one.text().startswith("移动电话")]
    assert "1行" in action.text()

    action.trigger()
    _click(qtbot, dialog, "导入")

    assert store.find(Member, id_no=WOMAN)[0].mobile == ""


def test_planning_again_keeps_what_was_looked_at(qtbot: QtBot, dialog: ImportDialog) -> None:
    _click(qtbot, dialog, "错误 2")
    _preview(dialog).rows.choose(2)

    _click(qtbot, dialog, "就按这样")

    preview = _preview(dialog)
    assert [one.title for one in preview.rows.rows] == ["王五"]
    assert preview.rows.current is not None
    assert preview.rows.current.title == "王五"


def test_the_known_record_opens_over_the_preview(qtbot: QtBot, dialog: ImportDialog) -> None:
    _preview(dialog).rows.choose(3)

    _click(qtbot, dialog, "打开台账里的记录")

    window = dialog.parentWidget().window()
    boxes = [*dialog.findChildren(RecordDialog), *window.findChildren(RecordDialog)]
    assert boxes[0].form.record is not None
    assert boxes[0].form.record.id == _known_id(dialog)
    boxes[0].reject()


def _known_id(dialog: ImportDialog) -> int:
    current = _preview(dialog).rows.current
    assert current is not None
    assert current.known is not None
    return current.known[1]


def test_what_is_imported_can_only_be_looked_at(qtbot: QtBot, dialog: ImportDialog) -> None:
    _click(qtbot, dialog, "导入")
    preview = _preview(dialog)
    preview.rows.choose(5)

    qtbot.keyClick(preview.rows, Qt.Key.Key_Space)
    qtbot.keyClick(preview.rows, Qt.Key.Key_F2)

    assert _verdicts(dialog)[3] == "new"
    assert preview.detail.comparison.findChild(QLineEdit) is None


def test_what_is_offered_alike_is_settled_for_all_rows_with_one_click(
    qtbot: QtBot, window: MainWindow, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        HEADINGS,
        ("张三", int(MAN[:15] + "000"), "1978-04-05", "13811110001", "本科"),
        ("李四", int(WOMAN[:15] + "000"), None, "13811110002", "大专"),
    ):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    assert window.office is not None
    dialog = ImportDialog(window.office, window)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: door.answers.append("关掉"))
    dialog.show()
    dialog.read_files([tmp_path / "名单.xlsx"])
    assert _verdicts(dialog) == ["error", "error"]

    _click(qtbot, dialog, "2行都这样")
    _click(qtbot, dialog, "导入")

    assert sorted(one.mobile for one in store.all(Member) if one.id_no in (MAN, WOMAN)) == [
        "13811110001",
        "13811110002",
    ]


def test_a_day_that_cannot_be_read_settles_nothing(
    qtbot: QtBot, window: MainWindow, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    (member,) = store.find(Member, id_no=MAN)
    with store.change("退会"):
        store.save(replace(member, status="retained"))
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, ("张三", MAN, None, None, None)):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    assert window.office is not None
    dialog = ImportDialog(window.office, window)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: door.answers.append("关掉"))
    dialog.show()
    dialog.read_files([tmp_path / "名单.xlsx"])

    def days() -> list[QLineEdit]:
        lines = dialog.findChildren(QLineEdit)
        return [one for one in lines if one.accessibleName() == "办理日期" and one.isVisible()]

    qtbot.waitUntil(lambda: bool(days()))
    (day,) = days()

    day.setText("2024-13-45")
    _click(qtbot, dialog, "就按这样")
    assert _verdicts(dialog) == ["duplicate"]
    day.setText("2024-05-06")
    _click(qtbot, dialog, "就按这样")

    assert _verdicts(dialog) == ["update"]
