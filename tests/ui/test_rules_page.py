"""The local rules at a glance, and giving one the office's own value."""

from dataclasses import replace
from datetime import date

import pytest

from models.records.local import LocalRule
from models.rules.local import limit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.pages.rules import RulesPage
from ui.record_boxes import NewRecordDialog
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

REPLY = "要约答复期限（收到要约起）"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    clerk = Clerk(window, door)
    clerk.opens_tab("文书", "规定一览")
    return clerk


def _page(clerk: Clerk) -> RulesPage:
    lists = clerk.desk.page
    assert isinstance(lists, SubTabs)
    page = lists.own_page
    assert isinstance(page, RulesPage)
    return page


def _row(page: RulesPage, name: str) -> list[str]:
    table = page.table
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(table.columnCount())]
        texts = [cell.text() if cell else "" for cell in cells]
        if texts[0] == name:
            table.selectRow(row)
            return texts
    raise AssertionError(name)


def test_a_preset_gives_way_to_the_offices_own_value(clerk: Clerk) -> None:
    page = _page(clerk)
    before = _row(page, REPLY)
    clerk.presses("登记本地标准")
    dialog = clerk.window.findChildren(NewRecordDialog)[-1]
    chosen = dialog.form.cell("rule").editor.read().value
    clerk.fills(数值="12个工作日", 施行日期="2024-3-1", 依据="县总工会2024年3号文")
    dialog.form.save()
    after = _row(page, REPLY)

    assert before[1:4] == ["20", "日", "国家规定"]
    assert chosen == "nego_reply_days"
    assert after[1:] == ["12个工作日", "日", "本镇登记", "县总工会2024年3号文"]
    assert clerk.store.count(LocalRule) == 1
    earlier = limit(clerk.store, "nego_reply_days", date(2024, 2, 1))
    assert earlier is not None
    assert earlier.whole == 20


def test_the_region_of_the_township_decides_the_presets(clerk: Clerk) -> None:
    with clerk.store.change("改为山东"):
        clerk.store.save(replace(clerk.store.town(), rule_region="shandong"))

    assert _row(_page(clerk), REPLY)[1:4] == ["10", "日", "山东"]
