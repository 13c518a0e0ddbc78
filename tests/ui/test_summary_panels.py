"""Beside the summary: outline, checks, last year and versions, each worked by the clerk."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.summary import SummaryPart, SummaryText, SummaryVersion
from models.store import Store
from models.summary.keys import SummaryKey
from models.summary.parts import switch_off
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.ui.summary_desk import (
    button,
    go_behind,
    lines_in,
    menu_on_figure,
    press,
    shown_page,
    text_of,
)
from ui.dialogs.read_back import ReadBackDialog
from ui.office import Office
from ui.pages.summary.comparison import CompareDialog
from ui.pages.summary.page import CHECKS, LAST_YEAR, OUTLINE, VERSIONS, SummaryPage

OWN = "我镇还开展了回头看活动。"


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SummaryPage:
    return shown_page(qtbot, office)


def _item(page: SummaryPage, part: str) -> QTreeWidgetItem:
    page.right.show_number(OUTLINE)
    return page.outline_panel.item_of(part)


def _headings(page: SummaryPage) -> list[str]:
    return [line for line in text_of(page).splitlines() if line[:2] in ("一、", "二、", "三、")]


def _drop(page: SummaryPage, part: str, target: str) -> None:
    """Drag a line of the outline into the lower half of another."""
    tree = page.outline_panel.tree
    tree.setCurrentItem(_item(page, part))
    place = tree.visualItemRect(_item(page, target))
    event = QDropEvent(
        QPointF(place.center().x(), place.bottom()),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)


def _delete_contract(store: Store) -> None:
    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])


def test_a_chapter_is_dragged_behind_another_as_one_step(page: SummaryPage, store: Store) -> None:
    before = _headings(page)

    _drop(page, "organising", "bargaining")

    after = _headings(page)
    assert [one[2:] for one in after[:2]] != [one[2:] for one in before[:2]]
    assert sorted(one[2:] for one in after) == sorted(one[2:] for one in before)
    assert store.operations(1)[0].label == "调整2024年总结的次序"
    store.undo()
    assert _headings(page) == before


def test_a_paragraph_is_not_dragged_into_another_chapter(page: SummaryPage, store: Store) -> None:
    _item(page, "organising").setExpanded(True)
    before = text_of(page)
    passage = str(_item(page, "organising").child(0).data(0, Qt.ItemDataRole.UserRole))

    _drop(page, passage, "closing")

    assert text_of(page) == before
    assert store.all(SummaryPart) == []


def test_keys_move_a_paragraph_and_the_clerks_own_goes_with_it(
    page: SummaryPage, store: Store
) -> None:
    first, second, *rest = lines_in(page, "bargaining")
    go_behind(page, first)
    QTest.keyClick(page.editor, Qt.Key.Key_Return)
    type_text(page.editor, OWN)
    page.keep()
    _item(page, "bargaining").setExpanded(True)
    tree = page.outline_panel.tree
    tree.setCurrentItem(_item(page, "bargaining.organised"))

    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert lines_in(page, "bargaining") == [second, first, OWN, *rest]


def test_a_sentence_without_its_tick_is_not_written(page: SummaryPage) -> None:
    before = text_of(page)

    _item(page, "bargaining.results.signed").setCheckState(0, Qt.CheckState.Unchecked)
    without = text_of(page)
    _item(page, "bargaining.results.signed").setCheckState(0, Qt.CheckState.Checked)

    assert "覆盖率87.5%" not in without
    assert text_of(page) == before


def test_a_heading_is_written_in_the_outline(page: SummaryPage, store: Store) -> None:
    _item(page, "bargaining").setText(0, "集体协商再上台阶")

    assert any(one.endswith("、集体协商再上台阶") for one in text_of(page).splitlines())
    page.outline_panel.reset_asked.emit()
    assert "集体协商再上台阶" not in text_of(page)
    assert store.all(SummaryPart) == []


def test_the_outline_says_why_a_part_is_not_in_the_text(page: SummaryPage) -> None:
    notes = {part: _item(page, part).text(1) for part in ("closing", "hardship")}

    assert notes == {"closing": "", "hardship": "没有可写的"}


def test_a_version_is_kept_compared_and_brought_back(page: SummaryPage, store: Store) -> None:
    before = text_of(page)
    page.right.show_number(VERSIONS)
    press(page, "保存为版本")
    go_behind(page, lines_in(page, "bargaining")[0])
    QTest.keyClick(page.editor, Qt.Key.Key_Return)
    type_text(page.editor, OWN)
    page.keep()
    with store.change("不写"):
        switch_off(store, SummaryKey(2024), "organising")
    changed = text_of(page)

    press(page, "与现在比较")
    dialog = page.window().findChild(CompareDialog)
    press(page, "恢复到这一版")

    assert OWN in changed
    assert OWN in dialog.text.toPlainText()
    assert "0 个数字变了" in dialog.words
    assert text_of(page) == before
    store.undo()
    assert text_of(page) == changed


def test_the_same_text_is_no_new_version(page: SummaryPage, store: Store) -> None:
    page.versioning.keep_if_new("打印")
    page.versioning.keep_if_new("导出 PDF")
    _delete_contract(store)
    page.versioning.keep_if_new("导出 PDF")

    found = [(one.number, one.label) for one in store.all(SummaryVersion)]
    assert found == [(1, "打印"), (2, "导出 PDF")]


def test_numbers_that_changed_since_the_version_are_marked_and_listed(
    page: SummaryPage, store: Store
) -> None:
    page.right.show_number(VERSIONS)
    press(page, "保存为版本")
    calm = page.versions_panel.words

    _delete_contract(store)

    assert calm == "数字与上一版都相同"
    listed = [
        page.versions_panel.changes.item(row).text()
        for row in range(page.versions_panel.changes.count())
    ]
    assert "签订工资专项集体合同企业　7家→6家" in listed
    assert page.versions_panel.words == f"{len(listed)} 个数字与上一版不同"
    menu = menu_on_figure(page, "cb_units_signed")
    assert menu.actions()[0].text() == "已变动 7家→6家"
    place = page.editor.figure_rects("cb_units_signed")[0].center().toPoint()
    assert page.editor.tip_at(place) == "已变动 7家→6家"


def test_two_versions_are_held_against_each_other(page: SummaryPage, store: Store) -> None:
    page.right.show_number(VERSIONS)
    page.versioning.keep("送审稿")
    _delete_contract(store)
    page.versioning.keep("定稿")
    page.versions_panel.list.selectAll()

    press(page, "两版相比")

    dialog = page.window().findChild(CompareDialog)
    assert dialog.windowTitle().startswith("第1版")
    assert "7家→6家" in dialog.text.toPlainText()
    assert not button(page, "恢复到这一版").isEnabled()


def test_what_stood_in_last_years_text_and_not_in_this_one_is_listed(
    page: SummaryPage, store: Store, office: Office
) -> None:
    office.set_year(2023)
    go_behind(page, lines_in(page, "closing")[0])
    page.insert_figure("unions_total")
    page.insert_figure("cb_units_women")
    page.keep()
    page.versioning.keep("上报稿")
    office.set_year(2024)
    page.right.show_number(LAST_YEAR)
    panel = page.last_year_panel
    listed = [panel.list.item(row).text() for row in range(panel.list.count())]
    row = next(n for n, one in enumerate(listed) if one.startswith("签订女职工"))
    go_behind(page, "覆盖率87.5%")
    panel.list.setCurrentRow(row)

    press(page, "插入到光标处")
    page.keep()

    assert any("{cb_units_women}" in one.words for one in store.find(SummaryText, year=2024))
    left = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert not any(one.startswith("签订女职工") for one in left)


def test_a_chapter_of_last_year_that_is_left_out_is_written_with_one_click(
    page: SummaryPage, store: Store, office: Office
) -> None:
    office.set_year(2023)
    page.right.show_number(OUTLINE)
    page.versioning.keep("上报稿")
    office.set_year(2024)
    with store.change("存一版，再不写这一章"):
        version = store.all(SummaryVersion)[0]
        assert version.made_on is not None
        assert version.made_on >= date(2024, 1, 1)
        switch_off(store, SummaryKey(2024), "bargaining")
    without = text_of(page)

    page.last_year_panel.section_asked.emit("bargaining")

    assert "覆盖率87.5%" not in without
    assert "覆盖率87.5%" in text_of(page)


def test_a_finding_is_shown_where_it_stands(page: SummaryPage) -> None:
    go_behind(page, "覆盖率87.5%")
    type_text(page.editor, "，组织活动3屡次")
    page.right.show_number(CHECKS)
    finding = next(one for one in page.checks_panel.findings if "屡次" in one.words)

    page.checks_panel.finding_chosen.emit(finding)

    assert page.editor.textCursor().selectedText() == finding.words


def test_a_word_file_that_was_changed_is_read_back(
    page: SummaryPage, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "总结.docx"
    press(page, "导出 Word")
    door.files = [door.target]

    page.bar.read_back_asked.emit()

    assert page.window().findChild(ReadBackDialog) is not None


def test_the_evidence_is_shown_as_it_prints(
    page: SummaryPage, office: Office, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(office.preview_asked) as asked:
        page.bar.evidence_asked.emit()

    assert "数据来源表" in asked.args[0].name
