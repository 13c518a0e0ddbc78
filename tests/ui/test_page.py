"""A page of records narrows, says so in words, adds, deletes and shows what hangs on a record."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Campaign, CampaignStep
from models.records.base import Record
from models.records.papers import Target
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.office import Office
from ui.page import RecordPage
from ui.page_spec import PageSpec
from ui.record_boxes import RelatedDialog
from ui.related import Relation, relations_of

Make = Callable[[type[Record]], RecordPage]


@pytest.fixture
def make(qtbot: QtBot, office: Office) -> Make:
    def build(record_type: type[Record]) -> RecordPage:
        page = RecordPage(PageSpec(record_type), office)
        qtbot.addWidget(page)
        page.resize(1300, 600)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        return page

    return build


def _button(page: RecordPage, words: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton) if one.text().startswith(words)]
    return found[0]


def _names(page: RecordPage) -> list[str]:
    return [str(page.table.records.index(row, 0).data()) for row in _rows(page)]


def _rows(page: RecordPage) -> range:
    return range(page.table.records.rowCount())


def test_the_first_record_is_shown_in_the_form(make: Make) -> None:
    page = make(Unit)

    assert page.form.record == page.table.records.records[0]


def test_a_click_on_a_row_shows_its_record(qtbot: QtBot, make: Make) -> None:
    page = make(Unit)
    place = page.table.visualRect(page.table.records.index(3, 0)).center()

    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert page.form.record == page.table.records.records[3]


def test_typing_initials_narrows_the_list_and_the_banner_says_so(make: Make) -> None:
    page = make(Unit)

    type_text(page.filter_box, "hdzz")

    assert _names(page) == ["云溪宏达铸造厂"]
    assert page.banner.words == "已筛选 1 / 10：含“hdzz”"
    assert page.banner.isVisible()


def test_clearing_the_banner_shows_everything_again(qtbot: QtBot, make: Make) -> None:
    page = make(Unit)
    type_text(page.filter_box, "hdzz")

    qtbot.mouseClick(_button(page, "清除"), Qt.MouseButton.LeftButton)

    assert len(_rows(page)) == 10
    assert not page.banner.isVisible()


def test_yearly_records_follow_the_year_of_the_window(make: Make, office: Office) -> None:
    page = make(UnitYear)
    assert page.banner.words == "已筛选 10 / 20：2024年度"

    office.set_year(2023)

    years = {
        record.as_of.year
        for record in page.table.records.records
        if isinstance(record, UnitYear) and record.as_of
    }
    assert years == {2023}
    assert page.banner.words == "已筛选 10 / 20：2023年度"


def test_a_new_record_appears_in_the_list_and_is_chosen(qtbot: QtBot, make: Make) -> None:
    page = make(Unit)
    qtbot.mouseClick(_button(page, "新增"), Qt.MouseButton.LeftButton)
    type_text(page.form.cell("name").editor.control, "云溪新星印刷厂")

    page.form.save()

    assert "云溪新星印刷厂" in _names(page)
    assert page.table.chosen == page.form.record


def test_a_record_that_the_filter_hides_is_announced_after_saving(
    qtbot: QtBot, make: Make, office: Office
) -> None:
    page = make(Target)
    page.start_new()
    for name, text in (("indicator", "去年的任务"), ("target", "3"), ("year", "2023")):
        line = page.form.cell(name).editor.control
        line.setFocus()
        line.clear()  # type: ignore[attr-defined]
        type_text(line, text)

    with qtbot.waitSignal(office.offered) as offered:
        page.form.save()
    words, label, show_it = offered.args
    is_hidden = page.table.records.row_of(page.form.record.id) < 0
    show_it()

    assert is_hidden
    assert (words, label) == ("已保存，但不在当前筛选范围内", "显示它")
    assert page.table.chosen == page.form.record


def test_deleting_names_the_record_and_what_goes_with_it(
    make: Make, store: Store, door: ReadyDoor
) -> None:
    page = make(Campaign)
    door.answers = ["删除"]

    page.delete_selected()

    assert "云溪镇2024年区域性工资集体协商" in door.said[0]
    assert "五步台账3次" in door.said[0]
    assert store.count(CampaignStep) == 0


def test_deleting_what_others_use_is_refused_with_what_uses_it(
    make: Make, store: Store, door: ReadyDoor
) -> None:
    page = make(Unit)
    door.answers = ["删除"]

    page.delete_selected()

    assert "不能删除“云溪鑫恒化工有限公司”" in door.said[1]
    assert "集体合同1份" in door.said[1]
    assert store.count(Unit) == 10


def test_deleting_nothing_after_a_second_thought(make: Make, store: Store, door: ReadyDoor) -> None:
    page = make(Target)
    door.answers = ["取消"]

    page.delete_selected()

    assert store.count(Target) == 3


def test_an_unsaved_form_asks_before_another_row_is_shown(
    qtbot: QtBot, make: Make, door: ReadyDoor
) -> None:
    page = make(Unit)
    first = page.form.record
    type_text(page.form.cell("contact").editor.control, "某某")
    door.answers = ["取消"]

    page.table.choose(page.table.records.records[2].id)

    qtbot.waitUntil(lambda: page.table.chosen == first)
    assert page.form.record == first
    assert page.form.is_changed


def test_a_change_elsewhere_shows_at_once(make: Make, store: Store) -> None:
    page = make(Unit)

    with store.change("新增单位"):
        store.save(Unit(name="别处来的厂"))

    assert "别处来的厂" in _names(page)


def test_an_empty_list_says_what_to_do_next(qtbot: QtBot, office: Office, store: Store) -> None:
    with store.change("清空"):
        for one in store.all(Target):
            store.delete(one)
    page = RecordPage(PageSpec(Target, advice="先登记任务。"), office)
    qtbot.addWidget(page)
    page.show()

    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert "还没有上级任务" in shown
    assert "先登记任务。在 Excel 里复制几行，到这里按 Ctrl+V 粘贴也行。" in shown


def test_what_hangs_on_a_record_is_counted_under_its_form(make: Make) -> None:
    page = make(Unit)

    doors = {one.text() for one in page.form.findChildren(QPushButton) if one.isVisible()}

    assert {"年度数据 2", "集体合同 1", "基层工会 1"} <= doors


def test_every_part_of_a_record_has_a_door() -> None:
    assert [one.record_type for one in relations_of(Campaign)][:1] != []
    assert {one.record_type for one in relations_of(Union)} >= {UnionUnit}


def test_a_record_added_behind_a_door_is_linked_already(
    qtbot: QtBot, office: Office, store: Store, make: Make
) -> None:
    page = make(Campaign)
    campaign = page.form.record
    dialog = RelatedDialog(Relation(CampaignStep, "campaign"), campaign, office, page)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.page.form
    dialog.page.start_new()
    for name, text in (("step", "4"), ("acted_on", "4.1"), ("content", "签订合同")):
        form.cell(name).editor.control.setFocus()
        type_text(form.cell(name).editor.control, text)

    assert form.save()

    added = store.find(CampaignStep, step="4")[0]
    assert added.campaign == campaign.id


def test_scrolling_through_the_list_by_keys_follows_in_the_form(qtbot: QtBot, make: Make) -> None:
    page = make(Unit)
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    assert page.form.record == page.table.records.records[1]


def test_the_first_escape_puts_back_the_second_closes(
    qtbot: QtBot, office: Office, make: Make
) -> None:
    page = make(Campaign)
    dialog = RelatedDialog(Relation(CampaignStep, "campaign"), page.form.record, office, page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    content = dialog.page.form.cell("content").editor.control
    content.setFocus()
    type_text(content, "改")

    qtbot.keyClick(content, Qt.Key.Key_Escape)
    after_first = dialog.isVisible()
    qtbot.keyClick(dialog.page.table, Qt.Key.Key_Escape)

    assert after_first
    assert not dialog.isVisible()
