"""A batch that is half filled in is kept like any form: in the journal, over a zoom, after a crash."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.records.aid import AidBatch, AidItem
from models.store import Store
from models.values.dates import PartialDate
from tests.door import ReadyDoor
from ui.forms import journal
from ui.pages.aid.page import AidPage
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "PAUSE_MILLISECONDS", 0)


def _page(window: MainWindow) -> AidPage:
    assert window.desk is not None
    window.desk.show_page("hardship")
    lists = window.desk.page
    assert isinstance(lists, SubTabs)
    lists.show_list(lists.titles.index("发放批次"))
    assert isinstance(lists.own_page, AidPage)
    return lists.own_page


def _store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


def _add_person(page: AidPage, name: str, amount: int) -> None:
    place = page.panel.sheet.add_person()
    page.panel.sheet.name_person(place, name)
    page.panel.sheet.change(place, amount=amount)
    page.panel.show_typed({"title": "春节慰问", "planned_on": "2024-2-"})


def _names(page: AidPage) -> list[tuple[str, int | None]]:
    return [(one.household_name, one.amount) for one in page.panel.sheet.items]


def _is_kept(window: MainWindow) -> bool:
    found = _store(window).connection.execute("SELECT count(*) FROM form_journal").fetchone()
    return found == (1,)


def _presses(window: MainWindow, words: str) -> None:
    buttons = window.findChildren(QPushButton)
    next(one for one in buttons if one.text() == words and one.isVisible()).click()


def _sees(window: MainWindow, words: str) -> bool:
    return any(words in one.text() for one in window.findChildren(QLabel) if one.isVisible())


def test_a_batch_that_was_not_saved_is_offered_after_a_crash(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = _page(window)
    page.start_new()
    _add_person(page, "柳青", 50_000)
    _add_person(page, "方舟", 80_000)
    qtbot.waitUntil(lambda: _is_kept(window))
    left = tmp_path / "断电以后.db"
    shutil.copyfile(_store(window).path, left)
    page.panel.given_up.emit()
    window.open_office(left)
    assert _sees(window, "发放批次 春节慰问（填了4项")

    _presses(window, "接着填")

    page = _page(window)
    assert _names(page) == [("柳青", 50_000), ("方舟", 80_000)]
    assert page.panel.head.raw()["planned_on"] == "2024-2-"
    assert page.panel.is_changed
    page.panel.given_up.emit()


def test_a_saved_batch_with_lines_added_and_taken_out_comes_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    store = _store(window)
    with store.change("登记批次"):
        head = AidBatch(year=2024, title="中秋慰问", kind="1", planned_on=PartialDate(2024, 9, 10))
        (batch,) = store.insert_all([head])
        for name in ("柳青", "方舟"):
            store.insert_all([AidItem(batch=batch, household_name=name, amount=50_000)])
    page = _page(window)
    page.panel.sheet.remove(0)
    _add_person(page, "田野", 60_000)
    qtbot.waitUntil(lambda: _is_kept(window))
    left = tmp_path / "断电以后.db"
    shutil.copyfile(store.path, left)
    page.panel.given_up.emit()
    window.open_office(left)

    _presses(window, "接着填")

    page = _page(window)
    assert _names(page) == [("方舟", 50_000), ("田野", 60_000)]
    assert [one.household_name for one in page.panel.sheet.removed] == ["柳青"]
    assert page.panel.sheet.items[0].id is not None
    page.panel.given_up.emit()


def test_a_batch_is_carried_over_a_zoom_without_a_question(
    window: MainWindow, door: ReadyDoor
) -> None:
    page = _page(window)
    page.start_new()
    _add_person(page, "柳青", 50_000)

    window.choose_zoom(1.25)

    page = _page(window)
    assert _names(page) == [("柳青", 50_000)]
    assert door.said == []
    page.panel.given_up.emit()


def test_the_journal_is_empty_once_a_batch_is_saved_or_given_up(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = _page(window)
    page.start_new()
    _add_person(page, "柳青", 50_000)
    qtbot.waitUntil(lambda: _is_kept(window))

    page.panel.given_up.emit()

    assert not _is_kept(window)
