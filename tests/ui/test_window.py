"""The window opens a file, says what it is, and does not let changes go without a copy."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.backup import back_up
from models.computer import last_file
from models.records.town import Town
from models.records.units import Unit
from models.store import Store
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.app import open_first
from ui.look import theme
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs


def _desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def _store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


def _add_unit(window: MainWindow, name: str) -> None:
    store = _store(window)
    with store.change(f"新增单位 {name}"):
        store.save(Unit(name=name))


def test_the_title_tells_town_year_and_file(window: MainWindow) -> None:
    assert window.windowTitle() == "云溪镇 · 2024年度 · 云溪镇工会台账.db"


def test_the_tabs_stand_in_the_order_of_the_summary(window: MainWindow) -> None:
    tabs = _desk(window).tabs

    names = [tabs.tabText(number) for number in range(tabs.count())]

    assert names == [
        "首页",
        *("单位与工会", "会员", "集体协商", "民主与创新", "服务职工", "困难帮扶"),
        *("维权调解", "安全健康", "工会经费", "互助保障", "活动荣誉"),
        *("文书", "年度总结", "备份"),
    ]


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1920, 1.5)])
def test_all_tabs_stand_side_by_side(
    window: MainWindow, program: QApplication, width: int, scale: float
) -> None:
    theme.apply(program, scale=scale)
    tabs = _desk(window).tabs

    needed = sum(tabs.tabSizeHint(number).width() for number in range(tabs.count()))

    theme.apply(program, scale=1.0)
    assert needed <= width
    assert all(not tabs.tabIcon(number).isNull() for number in range(tabs.count()))


def test_choosing_a_year_changes_title_and_figures(qtbot: QtBot, window: MainWindow) -> None:
    assert window.office is not None

    window.office.set_year(2023)

    assert "2023年度" in window.windowTitle()


def test_the_search_box_finds_by_initials_and_opens_the_record(
    qtbot: QtBot, window: MainWindow
) -> None:
    box = _desk(window).top_bar.search
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(box, "rffz")

    qtbot.keyClick(box.findChild(QCompleter).popup(), Qt.Key.Key_Return)

    page = _desk(window).page
    assert isinstance(page, SubTabs)
    assert page.page is not None
    assert isinstance(page.page.form.record, Unit)
    assert page.page.form.record.name == "云溪瑞丰纺织有限公司"


def test_a_search_without_hits_says_so(window: MainWindow) -> None:
    box = _desk(window).top_bar.search

    type_text(box, "qqqq")

    assert box.offered == ["没有找到“qqqq”", "到回收站里找“qqqq”"]


def test_undo_and_redo_name_what_they_do(window: MainWindow) -> None:
    _add_unit(window, "云溪新星印刷厂")
    actions = window.findChildren(QAction)
    undo = next(one for one in actions if one.text().startswith("撤销 "))
    redo = next(one for one in actions if one.text().startswith("重做"))
    assert undo.text() == "撤销 新增单位 云溪新星印刷厂"

    undo.trigger()
    after_undo = _store(window).count(Unit)
    redo.trigger()

    assert after_undo == 10
    assert _store(window).count(Unit) == 11


def test_the_status_bar_tells_the_count_and_the_changes_since_the_last_copy(
    window: MainWindow, tmp_path: Path
) -> None:
    _desk(window).show_area(1)
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up(_store(window).connection, stick, town="云溪镇")
    _add_unit(window, "云溪新星印刷厂")

    words = window.status_words

    assert "单位 11家" in words
    assert "上次备份" in words
    assert "此后修改 1 次" in words


def test_closing_with_changes_since_the_last_copy_asks_once(
    window: MainWindow, door: ReadyDoor
) -> None:
    _add_unit(window, "云溪新星印刷厂")
    door.answers = ["先不退出"]

    first = window.close()
    second = window.close()

    assert not first
    assert second
    assert len([words for words in door.said if "备份到U盘" in words]) == 1


def test_closing_right_after_a_copy_asks_nothing(
    window: MainWindow, door: ReadyDoor, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up(_store(window).connection, stick, town="云溪镇")

    assert window.close()

    assert door.said == []


def test_answering_with_a_backup_leads_to_the_backup_page(
    window: MainWindow, door: ReadyDoor
) -> None:
    _add_unit(window, "云溪新星印刷厂")
    door.answers = ["备份到U盘"]

    closed = window.close()

    assert not closed
    assert _desk(window).tabs.tabText(_desk(window).tabs.currentIndex()) == "备份"


def test_a_closed_file_can_be_opened_by_others(window: MainWindow, town_path: Path) -> None:
    window.show_first_run()

    store = Store.open(town_path)

    assert store.count(Unit) == 10
    store.close()


def test_a_file_that_is_no_office_file_is_refused_in_words(
    window: MainWindow, door: ReadyDoor, tmp_path: Path
) -> None:
    wrong = tmp_path / "照片.db"
    wrong.write_bytes(b"not an office file" * 100)

    window.open_office(wrong)

    assert door.said
    assert window.office is None


def test_without_a_file_the_first_page_has_four_doors(
    qtbot: QtBot, fresh: MainWindow, tmp_path: Path
) -> None:
    open_first(fresh, None, demo=False)

    words = [one.text() for one in fresh.first_run.findChildren(QPushButton)]

    assert "新建" in words
    assert any(one.startswith("打开练习镇") for one in words)
    assert any(one.startswith("打开已有台账") for one in words)
    assert any(one.startswith("从备份恢复") for one in words)
    assert fresh.first_run.folder == tmp_path / "工会案头"


def test_a_new_office_asks_only_for_town_and_parent_union(
    qtbot: QtBot, fresh: MainWindow, door: ReadyDoor, tmp_path: Path
) -> None:
    open_first(fresh, None, demo=False)
    fresh.first_run.use_folder(tmp_path / "台账")
    fresh.activateWindow()
    fields = fresh.first_run.findChildren(QLineEdit)
    for field, text in zip(fields, ("清河镇", "清河县总工会"), strict=True):
        field.setFocus()
        type_text(field, text)
    make = next(one for one in fresh.first_run.findChildren(QPushButton) if one.text() == "新建")

    qtbot.mouseClick(make, Qt.MouseButton.LeftButton)

    path = tmp_path / "台账" / "清河镇工会台账.db"
    assert path.exists()
    assert last_file() == path
    assert fresh.office is not None
    assert fresh.office.store.all(Town)[0].union_name == "清河镇总工会"
    assert door.said == []


def test_a_new_office_without_its_town_is_not_made(qtbot: QtBot, fresh: MainWindow) -> None:
    open_first(fresh, None, demo=False)
    make = next(one for one in fresh.first_run.findChildren(QPushButton) if one.text() == "新建")

    qtbot.mouseClick(make, Qt.MouseButton.LeftButton)

    assert fresh.office is None


def test_the_window_paints_before_it_opens_a_file(qtbot: QtBot, town_path: Path) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    opened = []
    made.painted.connect(lambda: opened.append(made.office))

    with qtbot.waitSignal(made.painted):
        made.show()

    assert opened == [None]


def test_the_practice_town_opens_marked_as_practice(fresh: MainWindow, door: ReadyDoor) -> None:
    open_first(fresh, None, demo=True)

    assert fresh.windowTitle().endswith("练习")
    assert last_file() is None
    assert fresh.close()
    assert door.said == []


def test_zooming_keeps_the_tab(window: MainWindow) -> None:
    _desk(window).show_area(2)

    window.choose_zoom(1.25)

    assert _desk(window).tabs.currentIndex() == 2
    window.choose_zoom(1.0)
