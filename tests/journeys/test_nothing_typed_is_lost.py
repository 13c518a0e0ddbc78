"""Interrupted by the phone, by the power or by a crash: what was typed is there again."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from models import clock
from models.records.base import Record
from models.records.drafts import Draft
from models.records.service import Visit
from models.records.units import Unit
from models.store import Store
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.kills.killing import letters_kept, typing
from tests.kills.typist import HALF_A_DAY, LETTER, UNIT
from ui.dialogs.typed import TypedDialog
from ui.forms import journal
from ui.forms.form import RecordForm
from ui.record_boxes import RecordDialog, RelatedDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the journal be written with the next turn of the event loop."""
    monkeypatch.setattr(journal, "PAUSE_MILLISECONDS", 0)


def _raw(form: RecordForm, name: str) -> str:
    return form.cell(name).editor.raw()


def _unit(clerk: Clerk, name: str) -> Unit:
    return clerk.store.find(Unit, name=name)[0]


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text() if item is not None else ""


def _related_box() -> RelatedDialog:
    box = QApplication.activeModalWidget()
    assert isinstance(box, RelatedDialog)
    return box


def _begins_a_visit(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "走访")
    clerk.presses("新增")
    clerk.fills(走访企业=UNIT, 走访日期="2024-3-", 纪要="同一线职工座谈")


def _crashes(qtbot: QtBot, clerk: Clerk, form: RecordForm) -> Path:
    """Return the office file as the disk holds it once the journal was written."""
    qtbot.waitUntil(lambda: form.is_kept)
    left = clerk.store.path.with_name("断电以后.db")
    shutil.copyfile(clerk.store.path, left)
    form.leave()
    return left


def _opens(clerk: Clerk, path: Path) -> None:
    clerk.window.open_office(path)


def test_a_visit_is_put_aside_and_finished_later(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    counted = clerk.store.count(Visit)
    assert clerk.sees("已暂存走访记录 云溪宏达铸造厂")
    assert clerk.sees("还缺1项：走访日期")
    assert clerk.sees("暂存 1 条，不计入统计")

    clerk.presses(f"{UNIT} 2024-3-（缺1项）")
    assert clerk.sees("暂存 · 缺1项")
    assert _raw(clerk.page.form, "visited_on") == "2024-3-"
    clerk.corrects(走访日期="2024-3-13")

    assert clerk.store.count(Visit) == counted + 1
    assert clerk.store.all(Visit)[-1].content == "同一线职工座谈"
    assert clerk.store.all(Draft) == []
    assert not clerk.sees("暂存 1 条")


def test_finishing_a_draft_is_one_step(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    clerk.presses(f"{UNIT} 2024-3-（缺1项）")
    clerk.corrects(走访日期="2024-3-13")

    clerk.takes_back()

    assert [one.title for one in clerk.store.all(Draft)] == [f"走访记录 {UNIT} 2024-3-"]
    assert clerk.sees("暂存 1 条")


def test_putting_aside_is_a_step_with_a_name(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    QTest.keyClick(clerk.page.form.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert clerk.store.operations(1)[0].label == f"暂存走访记录 {UNIT} 2024-3-"
    clerk.takes_back()
    assert clerk.store.all(Draft) == []


def test_the_first_page_leads_to_what_was_put_aside(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    clerk.opens_tab("首页")
    assert clerk.sees("暂存未完成 1 条")

    clerk.presses("走访记录 1")

    assert clerk.sees("暂存 · 缺1项")
    assert _raw(clerk.page.form, "unit_name") == UNIT


def test_a_draft_is_thrown_away_and_brought_back(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    buttons = clerk.page.findChildren(QPushButton)
    cross = next(one for one in buttons if one.accessibleName().startswith("删除暂存"))

    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert clerk.store.all(Draft) == []
    assert not clerk.sees("暂存 1 条")

    clerk.window.status.take_offer()
    assert len(clerk.store.all(Draft)) == 1
    assert clerk.sees("暂存 1 条")


def test_a_change_is_put_aside_while_the_record_stays_as_it_is(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.chooses("永兴五金制品厂")
    unit = clerk.page.form.record
    clerk.fills(统一社会信用代码="9137")
    clerk.presses("暂存")

    assert clerk.store.get(Unit, unit.id or 0) == unit
    clerk.chooses("云溪惠民超市")
    clerk.presses("永兴五金制品厂（缺1项）")

    assert clerk.page.form.record == unit
    assert _raw(clerk.page.form, "credit_code") == "9137"
    assert clerk.reads_under("统一社会信用代码") != ""


def test_half_a_number_and_what_was_picked_come_back_letter_for_letter(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    clerk.fills(姓名="某某甲", 证件号码="370399198501", 对应单位=UNIT, 学历="本科", 农民工会员="是")
    before = clerk.page.form.typed().texts
    clerk.presses("暂存")
    clerk.presses("某某甲（缺")

    after = clerk.page.form.typed().texts

    assert after == before
    assert after["id_no"] == "370399198501"
    read = clerk.page.form.cell("unit").editor.read().value
    assert read == _unit(clerk, UNIT).id


def test_a_draft_that_is_only_looked_at_asks_nothing_when_it_is_left(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    clerk.presses(f"{UNIT} 2024-3-（缺1项）")

    clerk.presses("新增")

    assert clerk.page.form.record.id is None
    assert len(clerk.store.all(Draft)) == 1


@pytest.mark.parametrize("change", ["zoom", "colours", "year"])
def test_the_look_and_the_year_change_under_a_half_typed_form(clerk: Clerk, change: str) -> None:
    _begins_a_visit(clerk)
    before = clerk.page.form.typed().texts
    if change == "zoom":
        clerk.window.choose_zoom(1.25)
    elif change == "colours":
        clerk.window.choose_colours("高对比度")
    else:
        assert clerk.window.office is not None
        clerk.window.office.set_year(2023)

    assert clerk.page.form.typed().texts == before
    assert clerk.page.form.is_changed
    clerk.corrects(走访日期="2024-3-13")
    assert clerk.store.all(Visit)[-1].unit_name == UNIT


def test_after_a_kill_the_text_is_offered_and_taken_up(
    fresh: MainWindow, door: ReadyDoor, town_path: Path, tmp_path: Path
) -> None:
    with typing(town_path, tmp_path / "typist", pause=20) as said:
        letters_kept(said)
    clerk = Clerk(fresh, door)
    fresh.open_office(town_path)
    counted = clerk.store.count(Visit)
    assert clerk.sees("上次有1份没有保存的表单")
    assert clerk.sees(f"走访记录 {UNIT} {HALF_A_DAY}（填了3项")

    clerk.presses("接着填")

    form = clerk.page.form
    assert _raw(form, "visited_on") == HALF_A_DAY
    assert set(_raw(form, "content")) == {LETTER}
    assert form.is_changed
    assert not clerk.sees("上次有1份没有保存的表单")
    assert clerk.store.count(Visit) == counted
    clerk.corrects(走访日期="2024-3-13")
    assert clerk.store.all(Visit)[-1].unit_name == UNIT
    assert clerk.window.office is not None
    assert clerk.store.connection.execute("SELECT count(*) FROM form_journal").fetchone() == (0,)


@pytest.mark.usefixtures("at_once")
def test_what_was_typed_is_shown_beside_what_is_saved(qtbot: QtBot, clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.chooses("永兴五金制品厂")
    clerk.fills(经营地址="永兴路8号", 统一社会信用代码="9137")
    _opens(clerk, _crashes(qtbot, clerk, clerk.page.form))

    clerk.presses("看看改了什么")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TypedDialog)
    table = dialog.table
    rows = [[_cell(table, row, n) for n in range(3)] for row in range(table.rowCount())]
    assert ["统一社会信用代码", "—", "9137"] in rows
    clerk.presses("接着填", within=dialog)

    assert clerk.page.form.record == _unit(clerk, "永兴五金制品厂")
    assert _raw(clerk.page.form, "credit_code") == "9137"


@pytest.mark.usefixtures("at_once")
def test_what_is_not_wanted_is_gone_after_one_question(
    qtbot: QtBot, clerk: Clerk, door: ReadyDoor
) -> None:
    _begins_a_visit(clerk)
    _opens(clerk, _crashes(qtbot, clerk, clerk.page.form))
    door.answers = ["不要了"]

    clerk.presses("不要了")

    assert not clerk.sees("没有保存的表单")
    assert clerk.window.office is not None
    assert clerk.window.office.journal.left_over() == []


@pytest.mark.usefixtures("at_once")
def test_a_crash_that_nobody_answered_is_offered_again(qtbot: QtBot, clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    left = _crashes(qtbot, clerk, clerk.page.form)
    _opens(clerk, left)
    _opens(clerk, left)

    assert clerk.sees("上次有1份没有保存的表单")


@pytest.mark.usefixtures("at_once")
def test_a_record_deleted_meanwhile_is_offered_as_a_new_one(qtbot: QtBot, clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.adds(单位名称="云溪新星印刷厂")
    unit = clerk.page.form.record
    clerk.fills(统一社会信用代码="9137")
    left = _crashes(qtbot, clerk, clerk.page.form)
    with Store.open(left) as store, store.change("删除"):
        store.delete(unit)
    _opens(clerk, left)
    assert clerk.sees("这条记录已经删除；接着填会作为新的一条")

    clerk.presses("接着填")

    assert clerk.page.form.record.id is None
    assert _raw(clerk.page.form, "name") == "云溪新星印刷厂"
    assert _raw(clerk.page.form, "credit_code") == "9137"


@pytest.mark.usefixtures("at_once")
def test_a_record_changed_meanwhile_keeps_its_other_changes(
    qtbot: QtBot, clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.chooses("永兴五金制品厂")
    unit = clerk.page.form.record
    clerk.fills(统一社会信用代码="9137")
    left = _crashes(qtbot, clerk, clerk.page.form)
    _change_an_hour_later(left, unit, monkeypatch)
    _opens(clerk, left)
    assert clerk.sees("这条记录后来又改过：法定代表人")

    clerk.presses("接着填")

    assert _raw(clerk.page.form, "credit_code") == "9137"
    assert _raw(clerk.page.form, "legal_person") == "某某改"


def _change_an_hour_later(path: Path, unit: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.now() + timedelta(hours=1)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        with Store.open(path) as store, store.change("修改"):
            store.save(replace(unit, legal_person="某某改"))  # type: ignore[call-arg]


@pytest.mark.usefixtures("at_once")
def test_what_was_typed_in_a_box_over_a_form_is_kept_too(qtbot: QtBot, clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.chooses("永兴五金制品厂")
    clerk.presses("年度数据", within=clerk.page)
    clerk.presses("新增")
    clerk.fills(职工人数="31")
    box = _related_box()
    left = _crashes(qtbot, clerk, box.page.form)
    box.close()
    _opens(clerk, left)

    clerk.presses("接着填")

    box = _related_box()
    form = box.page.form
    assert _raw(form, "workers_total") == "31"
    assert form.cell("unit").editor.read().value == _unit(clerk, "永兴五金制品厂").id
    form.leave()
    box.close()


@pytest.mark.usefixtures("at_once")
def test_a_full_disk_is_told_once_and_in_no_box(
    qtbot: QtBot, clerk: Clerk, door: ReadyDoor
) -> None:
    _begins_a_visit(clerk)
    connection = clerk.store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    clerk.fills(纪要="长" * 60_000)
    qtbot.waitUntil(lambda: clerk.sees("没能暂存到磁盘：磁盘空间不足"))
    clerk.window.status.fall_silent()
    clerk.fills(收集的问题="长" * 60_000)
    qtbot.waitUntil(lambda: not clerk.page.form.is_kept)

    assert not clerk.sees("没能暂存到磁盘")
    assert door.said == []
    clerk.page.form.leave()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("way", ["保存 F6", "放弃", "暂存"])
def test_the_journal_is_empty_when_nothing_is_unsaved(qtbot: QtBot, clerk: Clerk, way: str) -> None:
    _begins_a_visit(clerk)
    clerk.fills(走访日期="2024-3-13")
    qtbot.waitUntil(lambda: clerk.page.form.is_kept)

    clerk.presses(way)

    kept = clerk.store.connection.execute("SELECT count(*) FROM form_journal").fetchone()
    assert kept == (0,)


def test_the_town_is_put_aside_and_opened_again_from_the_first_page(clerk: Clerk) -> None:
    clerk.opens_tab("首页")
    actions = clerk.window.findChildren(QAction)
    next(one for one in actions if one.text().startswith("本镇情况")).trigger()
    clerk.fills(工作年度="20")
    clerk.presses("暂存")
    assert QApplication.activeModalWidget() is None
    town = clerk.store.town()

    clerk.presses("本镇情况 1")

    assert clerk.sees("暂存 · 缺1项")
    box = QApplication.activeModalWidget()
    assert isinstance(box, RecordDialog)
    assert _raw(box.form, "year") == "20"
    assert clerk.store.town() == town
    box.form.leave()


def test_a_restore_asks_about_what_is_typed_before_the_file_is_replaced(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    _begins_a_visit(clerk)
    door.answers = ["取消"]
    assert clerk.window.office is not None

    clerk.window.office.restore_asked.emit(tmp_path / "没有.ghbak")
    QApplication.processEvents()

    assert "改过还没有保存" in door.said[0]
    assert _raw(clerk.page.form, "unit_name") == UNIT


def test_a_draft_looked_at_over_a_zoom_is_still_no_change(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    clerk.presses(f"{UNIT} 2024-3-（缺1项）")

    clerk.window.choose_zoom(1.25)

    assert clerk.sees("暂存 · 缺1项")
    assert not clerk.page.form.is_changed


def test_a_draft_is_opened_like_any_record_that_is_named_somewhere(clerk: Clerk) -> None:
    _begins_a_visit(clerk)
    clerk.presses("暂存")
    draft = clerk.store.all(Draft)[0]
    assert clerk.window.office is not None

    clerk.window.office.open_record("form_draft", draft.id or 0)

    assert clerk.sees("暂存 · 缺1项")
