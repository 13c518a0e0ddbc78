"""What the clerk corrects in the import dialog is read again at once, and remembered."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.records.layouts import ListLayout, WordAlias
from models.records.members import Member
from models.records.town import UnitAlias
from models.sheets.plan import SheetPlan
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit
from tests.desk_fixtures import StoppedFirst
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui import jobs
from ui.dialogs.import_log import ImportLogDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.importing.picks import WordPick
from ui.dialogs.importing.questions_panel import TextAnswer
from ui.look.combo import CalmCombo
from ui.window.main_window import MainWindow

KNOWN = ("姓名", "证件号码", "民族", "工作单位")
STRANGE = ("谁", "哪个号", "男女")


def id_no(number: int) -> str:
    bare = f"37039919800101{number:03}"
    return bare + check_digit(bare)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, door: ReadyDoor) -> ImportDialog:
    assert window.office is not None
    made = ImportDialog(window.office, window)
    qtbot.addWidget(made, before_close_func=lambda _dialog: door.answers.append("关掉"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


def _list(path: Path, *rows: Sequence[object], sheet: str = "名单") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def _choose(dialog: ImportDialog, door: ReadyDoor, *paths: Path) -> None:
    door.files = list(paths)
    _press(dialog, "选择文件")


def _press(place: QWidget, words: str) -> None:
    buttons: list[QPushButton] = place.findChildren(QPushButton)
    seen = [one for one in buttons if one.isVisible()]
    exact = [one for one in seen if one.text() == words]
    button = next(one for one in exact or seen if words in one.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _pick(pick: QWidget, words: str) -> None:
    line = pick.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    type_text(line, words)
    popup = line.findChildren(QCompleter)[0].popup()
    QTest.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Return)


def _sheet(dialog: ImportDialog, row: int = 0) -> SheetPlan:
    return dialog.previews[row].sheet


def _kind(dialog: ImportDialog) -> WordPick:
    picks: list[WordPick] = dialog.pages[0].findChildren(WordPick)
    return next(one for one in picks if one.control.accessibleName() == "认成")


def _asked(dialog: ImportDialog, subject: str, word: str = "") -> QWidget:
    answers = dialog.pages[0].questions.answers
    return next(
        one for (what, _code, name), one in answers.items() if (what, name) == (subject, word)
    )


def test_a_list_that_nobody_knows_becomes_members_when_kind_and_columns_are_told(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    _choose(dialog, door, _list(tmp_path / "甲厂.xlsx", STRANGE, ("李一", id_no(1), "男")))
    assert _sheet(dialog).rows == []

    _pick(_kind(dialog), "会员信息")
    assert "证件号码" in _sheet(dialog).refusal
    _pick(dialog.pages[0].columns.picks["A"], "姓名")
    _press(dialog.pages[0].columns, "证件号码")
    _press(dialog, "导入")

    assert [(one.name, one.id_no) for one in store.find(Member, id_no=id_no(1))] == [
        ("李一", id_no(1))
    ]
    assert [one.file_name for one in store.all(ListLayout)] == ["甲厂.xlsx"]


def test_what_was_told_of_one_factory_goes_for_the_others_that_are_open(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    paths = [
        _list(tmp_path / f"{n}厂.xlsx", STRANGE, (f"李{n}", id_no(n), "男")) for n in range(1, 4)
    ]
    _choose(dialog, door, *paths)

    _pick(_kind(dialog), "会员信息")
    _pick(dialog.pages[0].columns.picks["A"], "姓名")
    _pick(dialog.pages[0].columns.picks["B"], "证件号码")

    assert [len(one.sheet.rows) for one in dialog.previews] == [1, 1, 1]
    assert _sheet(dialog, 2).remembered == "照“1厂.xlsx”的对应"
    _press(dialog, "导入")
    assert store.count(Member, name="李3") == 1


def test_the_next_list_of_that_make_needs_no_telling_until_it_is_forgotten(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    _choose(dialog, door, _list(tmp_path / "甲厂.xlsx", STRANGE, ("李一", id_no(1), "男")))
    _pick(_kind(dialog), "会员信息")
    _pick(dialog.pages[0].columns.picks["A"], "姓名")
    _pick(dialog.pages[0].columns.picks["B"], "证件号码")
    _press(dialog, "导入")

    turned = (STRANGE[2], STRANGE[0], STRANGE[1])
    _choose(dialog, door, _list(tmp_path / "乙厂.xlsx", turned, ("女", "李二", id_no(2))))
    assert "甲厂.xlsx" in _sheet(dialog).remembered
    assert [row.verdict for row in _sheet(dialog).rows] == ["new"]
    _press(dialog, "忘掉这份对应")

    assert _sheet(dialog).remembered == ""
    assert _sheet(dialog).rows == []
    assert store.all(ListLayout) == []


def test_a_word_and_a_short_name_are_asked_once(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    rows = (("李一", id_no(1), "回汉", "鑫恒"), ("李二", id_no(2), "回汉", "鑫恒"))
    _choose(dialog, door, _list(tmp_path / "会员名单.xlsx", KNOWN, *rows))
    assert "有2处要问您" in dialog.words

    _press(dialog, "要问的 2")
    _pick(_asked(dialog, "word", "回汉"), "回族")
    _press(dialog.pages[0].questions, "云溪鑫恒化工有限公司")

    assert [row.verdict for row in _sheet(dialog).rows] == ["new", "new"]
    assert "要问" not in dialog.words
    _press(dialog, "导入")
    (kept,) = store.find(Member, id_no=id_no(2))
    assert store.title_of_id("unit", kept.unit) == "云溪鑫恒化工有限公司"
    assert [(one.word, one.meaning) for one in store.all(WordAlias)] == [("回汉", "回族")]
    assert "鑫恒" in {one.alias for one in store.all(UnitAlias)}


def test_a_year_that_the_list_does_not_say_is_one_click(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    head = ("考核指标", "年度目标", "计量单位")
    _choose(dialog, door, _list(tmp_path / "任务.xlsx", head, ("新建基层工会数", 9, "家")))

    _press(dialog.pages[0].questions, "2022年")

    assert [row.verdict for row in _sheet(dialog).rows] == ["new"]


def test_a_unit_that_no_column_names_is_told_for_all_rows(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    head = ("合同类型", "签订时间", "有效期起", "有效期止")
    row = ("工资专项集体合同", "2024-03-01", "2024-03-01", "2025-02-28")
    _choose(dialog, door, _list(tmp_path / "集体合同台账.xlsx", head, row))
    assert "企业名称" in _sheet(dialog).refusal

    _pick(_asked(dialog, "value"), "东岭蔬菜专业合作社")

    assert [one.verdict for one in _sheet(dialog).rows] == ["new"]
    assert "东岭蔬菜专业合作社" in _sheet(dialog).rows[0].title


def test_a_field_that_the_list_lacks_can_be_added_for_all_rows(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    _choose(dialog, door, _list(tmp_path / "会员名单.xlsx", KNOWN, ("李一", id_no(1), "汉族", "")))
    _press(dialog, "要问的")
    panel = dialog.pages[0].questions
    added = next(
        one for one in panel.findChildren(WordPick) if "每行都一样" in one.control.accessibleName()
    )

    _pick(added, "入会日期")
    value = next(one for one in panel.findChildren(TextAnswer) if one.isVisible())
    type_text(value, "2024-05-01")
    _press(panel, "补上")
    _press(dialog, "导入")

    (kept,) = store.find(Member, id_no=id_no(1))
    assert kept.joined_on == PartialDate(2024, 5, 1)


def test_a_list_without_a_header_loses_no_row(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    _choose(dialog, door, _list(tmp_path / "名单.xlsx", *((f"李{n}", id_no(n)) for n in range(3))))
    _pick(_kind(dialog), "会员信息")

    lines = next(
        one for one in dialog.findChildren(CalmCombo) if one.accessibleName() == "表头在第几行"
    )
    lines.setCurrentIndex(lines.findData(0))
    lines.activated.emit(lines.currentIndex())
    _pick(dialog.pages[0].columns.picks["A"], "姓名")
    _pick(dialog.pages[0].columns.picks["B"], "证件号码")

    assert [(one.row, one.title) for one in _sheet(dialog).rows] == [
        (1, "李0"),
        (2, "李1"),
        (3, "李2"),
    ]


def test_a_sheet_that_is_not_wanted_stays_out_and_a_hidden_one_is_named(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    path = _list(tmp_path / "会员名单.xlsx", KNOWN, ("李一", id_no(1), "汉族", ""))
    book = Workbook()
    for number, name in enumerate(("在用的", "旧的")):
        page = book.create_sheet(name)
        page.append(KNOWN)
        page.append((f"李{number}", id_no(number), "汉族", ""))
    del book["Sheet"]
    book["旧的"].sheet_state = "hidden"
    book.save(path)
    _choose(dialog, door, path)
    assert "旧的" in "".join(dialog.plans[0].notices)

    _pick(_kind(dialog), "不导入这张")

    assert "不导入" in _sheet(dialog).refusal
    assert [len(one.sheet.rows) for one in dialog.previews] == [0, 1]
    assert "隐藏" in dialog.sheet_words[1]


def test_what_is_imported_can_only_be_looked_at(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    _choose(dialog, door, _list(tmp_path / "会员名单.xlsx", KNOWN, ("李一", id_no(1), "汉族", "")))
    _press(dialog, "导入")

    assert not _kind(dialog).isEnabled()
    _choose(dialog, door, _list(tmp_path / "乙.xlsx", KNOWN, ("李二", id_no(2), "汉族", "")))
    assert _kind(dialog).isEnabled()


def test_answers_are_not_lost_by_a_key(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    rows = (("李一", id_no(1), "回汉", ""),)
    _choose(dialog, door, _list(tmp_path / "会员名单.xlsx", KNOWN, *rows))
    _pick(_asked(dialog, "word", "回汉"), "回族")

    door.answers = ["取消"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    door.answers = ["取消"]
    dialog.close()
    assert dialog.isVisible()
    door.answers = ["关掉"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_an_answer_whose_planning_is_stopped_is_not_shown_as_taken(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choose(dialog, door, _list(tmp_path / "名单.xlsx", KNOWN, ("李一", id_no(1), "回汉", "")))
    combos: list[CalmCombo] = dialog.findChildren(CalmCombo)
    years = next(one for one in combos if one.findText("都算2022年") >= 0)
    monkeypatch.setattr(jobs, "executor", StoppedFirst())

    _pick(_kind(dialog), "单位台账")
    _pick(_asked(dialog, "word", "回汉"), "回族")
    years.setCurrentIndex(years.findText("都算2022年"))
    years.activated.emit(years.currentIndex())

    asked = _asked(dialog, "word", "回汉")
    assert isinstance(asked, WordPick)
    assert (asked.value, asked.read().value) == ("", "")
    assert _kind(dialog).value == "member"
    assert years.currentData() is None
    assert _sheet(dialog).kind == "member"


def test_what_is_shown_after_an_import_is_what_went_in(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    union = "云溪新厂有限公司工会委员会"
    unions = _list(
        tmp_path / "工会.xlsx",
        ("企业名称", "工会名称", "成立时间", "工会主席", "会员数"),
        ("云溪新厂有限公司", union, "2015-03-04", "李一", 8),
    )
    terms = _list(
        tmp_path / "届次.xlsx",
        ("工会名称", "届次", "当选日期", "届满日期"),
        (union, "第一届", "2021-05-06", "2026-05-06"),
    )
    _choose(dialog, door, unions, terms)
    before = dialog.sheet_words

    _press(dialog, "导入")

    assert "错误1" in before[1]
    assert dialog.words.startswith("已导入：新增2条")
    assert ["新增1" in words for words in dialog.sheet_words] == [True, True]
    assert [one.sheet.rows[0].verdict for one in dialog.previews] == ["new", "new"]


def test_an_import_taken_back_in_the_log_is_planned_anew(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path, store: Store
) -> None:
    _choose(dialog, door, _list(tmp_path / "名单.xlsx", KNOWN, ("李一", id_no(1), "汉族", "")))
    _press(dialog, "导入")

    _press(dialog, "导入记录…")
    log = dialog.findChild(ImportLogDialog)
    assert log is not None
    log.table.selectRow(0)
    _press(log, "撤销这次导入")
    log.close()

    assert store.count(Member, id_no=id_no(1)) == 0
    assert dialog.words.startswith("已撤销这次导入")
    assert _kind(dialog).isEnabled()


def test_the_next_list_that_waits_is_one_click_away(
    dialog: ImportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    good = (("李一", id_no(1), "汉族", ""),)
    paths = [
        _list(tmp_path / "1.xlsx", KNOWN, *good),
        _list(tmp_path / "2.xlsx", KNOWN, ("李二", id_no(2), "回汉", "")),
        _list(tmp_path / "3.xlsx", KNOWN, ("李三", id_no(3), "汉族", "")),
    ]
    _choose(dialog, door, *paths)

    _press(dialog, "下一张要看的表")
    (shown,) = [one for one in dialog.pages if one.isVisible()]
    assert shown.plan.path.name == "2.xlsx"
    _press(shown.questions, "回族")

    nexts = [one for one in dialog.findChildren(QPushButton) if one.text() == "下一张要看的表"]
    assert not nexts[0].isVisible()
