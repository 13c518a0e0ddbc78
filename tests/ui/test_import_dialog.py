"""Importing shows what would happen, does it once, and takes it back."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.backup import local_copies
from models.records.bargaining import Contract
from models.records.units import Unit
from models.store import Store
from tests.desk_fixtures import StoppedFirst
from tests.door import ReadyDoor
from ui import jobs
from ui.dialogs.empty_list import EmptyListDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.look.combo import CalmCombo
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HEADINGS = ("序号", "单位名称", "统一社会信用代码", "单位类别", "法定代表人", "联系电话")


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, door: ReadyDoor) -> ImportDialog:
    assert window.office is not None
    made = ImportDialog(window.office, window)
    qtbot.addWidget(made, before_close_func=lambda _dialog: door.answers.append("关掉"))
    made.show()
    return made


@pytest.fixture
def store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


def _workbook(path: Path, rows: list[tuple[object, ...]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "企业名单"
    sheet.append(("云溪镇企业台账",))
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def units(tmp_path: Path) -> Path:
    return _workbook(
        tmp_path / "企业名单.xlsx",
        [
            (1, "云溪新星印刷厂", None, "企业", "某某", "13900001111"),
            (2, "云溪惠民超市", None, "超市商场", "某某己", "13900000005"),
            (3, None, None, "企业", "某某", "13900001113"),
            (4, "云溪东方木业有限公司", None, "不知道", "某某", "13900001114"),
        ],
    )


def _button(dialog: ImportDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def _choose(qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, path: Path) -> None:
    door.files = [path]
    qtbot.mouseClick(_button(dialog, "选择文件…"), Qt.MouseButton.LeftButton)


def test_the_preview_shows_a_verdict_for_every_row_and_writes_nothing(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, store: Store
) -> None:
    _choose(qtbot, dialog, door, units)

    plan = dialog.previews[0].sheet
    assert plan.record_type
    assert len(plan.rows) >= 3
    assert "共认出" in dialog.words
    assert store.count(Unit) == 10


def test_importing_writes_and_keeps_a_copy_from_before(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, store: Store
) -> None:
    _choose(qtbot, dialog, door, units)

    qtbot.mouseClick(_button(dialog, "导入"), Qt.MouseButton.LeftButton)

    assert store.count(Unit, name="云溪新星印刷厂") == 1
    assert len(local_copies(store.path)) == 1
    assert dialog.words.startswith("已导入：新增")


def test_the_import_is_taken_back_from_the_dialog(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, store: Store
) -> None:
    _choose(qtbot, dialog, door, units)
    qtbot.mouseClick(_button(dialog, "导入"), Qt.MouseButton.LeftButton)

    qtbot.mouseClick(_button(dialog, "撤销这次导入"), Qt.MouseButton.LeftButton)

    assert store.count(Unit) == 10
    assert dialog.words.startswith("已撤销这次导入，台账和导入前一样。")
    assert _button(dialog, "导入").isEnabled()


def test_the_same_list_again_has_nothing_to_import(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, store: Store
) -> None:
    _choose(qtbot, dialog, door, units)
    qtbot.mouseClick(_button(dialog, "导入"), Qt.MouseButton.LeftButton)
    before = store.count(Unit)

    _choose(qtbot, dialog, door, units)

    assert not _button(dialog, "导入").isEnabled()
    assert store.count(Unit) == before


def test_a_wrong_file_gets_one_sentence_and_changes_nothing(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    wrong = tmp_path / "照片.xlsx"
    wrong.write_bytes(b"\x89PNG not a workbook")

    _choose(qtbot, dialog, door, wrong)

    assert dialog.problem_words.startswith("照片.xlsx：")
    assert not _button(dialog, "导入").isEnabled()
    assert store.count(Contract) == 7


def test_what_was_refused_is_saved_as_a_workbook(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, tmp_path: Path
) -> None:
    _choose(qtbot, dialog, door, units)
    door.target = tmp_path / "问题.xlsx"

    qtbot.mouseClick(_button(dialog, "错误行存成 Excel"), Qt.MouseButton.LeftButton)

    sheet = load_workbook(door.target).active
    assert sheet is not None
    assert sheet.max_row > 1


def test_the_numbers_on_the_other_pages_follow_the_import(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, window: MainWindow
) -> None:
    assert window.desk is not None
    window.desk.show_area(1)
    _choose(qtbot, dialog, door, units)

    qtbot.mouseClick(_button(dialog, "导入"), Qt.MouseButton.LeftButton)

    names = [one.text() for one in window.desk.page.findChildren(QPushButton)]
    assert any(name.startswith("单位 1") and name != "单位 10" for name in names)


def test_a_list_without_a_year_asks_for_it_and_takes_the_one_chosen(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("考核指标", "年度目标", "计量单位"), ("新建基层工会数", 9, "家")):
        sheet.append(row)
    book.save(tmp_path / "任务.xlsx")
    _choose(qtbot, dialog, door, tmp_path / "任务.xlsx")
    asked = [one.subject for one in dialog.previews[0].sheet.questions]
    combo = next(one for one in dialog.findChildren(CalmCombo) if one.findText("都算2022年") >= 0)

    combo.setCurrentIndex(combo.findText("都算2022年"))
    combo.activated.emit(combo.currentIndex())

    assert asked == ["year"]
    assert dialog.previews[0].sheet.rows[0].verdict == "new"


def test_an_empty_list_is_found_saved_and_imports_when_filled_in(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    door.target = tmp_path / "单位空表.xlsx"

    qtbot.mouseClick(_button(dialog, "下载空表…"), Qt.MouseButton.LeftButton)
    empty = dialog.findChild(EmptyListDialog)
    assert empty is not None
    search = empty.findChild(QLineEdit)
    assert search is not None
    qtbot.keyClicks(search, "dwtz")
    save = next(one for one in empty.findChildren(QPushButton) if one.text() == "保存空表…")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)

    assert empty.words == f"已保存：{door.target}"
    book = load_workbook(door.target)
    page = book.worksheets[0]
    assert page["A1"].value == "2024年度单位台账"
    names = {str(cell.value): cell.column for cell in page[3]}
    page.cell(5, names["*单位名称"]).value = "云溪填表厂"
    book.save(door.target)
    empty.reject()
    _choose(qtbot, dialog, door, door.target)
    qtbot.mouseClick(_button(dialog, "导入"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(store.find(Unit, name="云溪填表厂")))


def test_no_kind_by_that_name_cannot_be_saved(qtbot: QtBot, dialog: ImportDialog) -> None:
    dialog.offer_empty_lists()
    empty = dialog.findChild(EmptyListDialog)
    assert empty is not None
    search = empty.findChild(QLineEdit)
    assert search is not None

    qtbot.keyClicks(search, "qqqq")

    save = next(one for one in empty.findChildren(QPushButton) if one.text() == "保存空表…")
    assert not save.isEnabled()


def test_files_are_read_so_that_units_come_before_what_names_them(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor, units: Path, tmp_path: Path
) -> None:
    contracts = Workbook()
    sheet = contracts.active
    assert sheet is not None
    sheet.append(("企业名称", "合同种类", "签订日期", "有效期起", "有效期止"))
    sheet.append(("云溪新星印刷厂", "工资", "2024-03-01", "2024-03-01", "2025-02-28"))
    contracts.save(tmp_path / "合同.xlsx")
    door.files = [tmp_path / "合同.xlsx", units]

    qtbot.mouseClick(_button(dialog, "选择文件…"), Qt.MouseButton.LeftButton)

    assert [one.sheet.record_type for one in dialog.previews] == ["unit", "cb_contract"]


def test_reading_can_be_cancelled_and_nothing_is_offered(
    qtbot: QtBot,
    dialog: ImportDialog,
    door: ReadyDoor,
    units: Path,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = store.count(Unit)
    monkeypatch.setattr(jobs, "executor", StoppedFirst())

    _choose(qtbot, dialog, door, units)

    assert dialog.previews == []
    assert not _button(dialog, "导入").isEnabled()
    assert store.count(Unit) == before
    assert door.said == []


def test_a_matrix_tells_its_columns_by_their_months(
    qtbot: QtBot, dialog: ImportDialog, door: ReadyDoor
) -> None:
    _choose(qtbot, dialog, door, next(SAMPLES.glob("14_*.xlsx")))

    shown = [one.text() for one in dialog.previews[0].findChildren(QLabel)]

    used = [one.read_as for one in dialog.previews[0].sheet.columns if one.read_as]
    assert "1月应缴、1月实缴、2月应缴" in "、".join(used)
    assert any("“合计应缴”、“合计实缴”、“欠缴”" in text for text in shown)
