"""Writing in the summary: the text is the clerk's, the figures are the records'."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.records.bargaining import CampaignStep, Contract
from models.records.summary import SummaryPart, SummaryText
from models.store import Store
from tests.keyboard import type_text
from tests.ui.summary_desk import (
    action,
    block_with,
    choose,
    go_behind,
    go_to,
    lines_in,
    menu_on_figure,
    menu_on_line,
    press,
    shown_page,
    text_of,
)
from ui.office import Office
from ui.pages.summary.comparison import PassageDialog
from ui.pages.summary.manuscript import kind_of, lines_of
from ui.pages.summary.page import SummaryPage
from ui.pages.summary.places import figures_of, units_of

OWN = "我镇还开展了回头看活动。"


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SummaryPage:
    return shown_page(qtbot, office)


def _press(page: SummaryPage, key: Qt.Key, *, with_control: bool = False) -> None:
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.editor, key, control if with_control else plain)


def test_what_is_typed_survives_new_records_and_the_number_in_it_follows_them(
    page: SummaryPage, store: Store
) -> None:
    go_behind(page, "覆盖率")
    type_text(page.editor, "已经达到")

    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    assert "覆盖率已经达到75%" in text_of(page)
    deletion = next(one for one in store.operations() if one.label == "删除合同")
    store.undo_operation(deletion.id)
    assert "覆盖率已经达到87.5%" in text_of(page)


def test_a_pause_keeps_what_was_typed_as_one_named_step(
    qtbot: QtBot, page: SummaryPage, store: Store, office: Office
) -> None:
    go_behind(page, "覆盖率")
    for letter in "已经达到":
        type_text(page.editor, letter)

    qtbot.waitUntil(lambda: office.undo_label() == "修改2024年总结", timeout=6000)

    assert any("覆盖率已经达到{cb_rate}" in one.words for one in store.all(SummaryText))
    steps = [one.label for one in store.operations() if one.label == "修改2024年总结"]
    assert len(steps) == 1
    assert "已保存" in page.left.state


@pytest.mark.parametrize("way", ["year", "leave", "hide", "keys", "focus"])
def test_nothing_typed_is_lost_however_the_clerk_goes_on(
    page: SummaryPage, office: Office, store: Store, way: str
) -> None:
    go_behind(page, "覆盖率")
    type_text(page.editor, "达")

    if way == "year":
        office.set_year(2023)
    elif way == "leave":
        assert page.may_leave()
    elif way == "hide":
        page.hide()
    elif way == "keys":
        _press(page, Qt.Key.Key_S, with_control=True)
    else:
        page.editor.left.emit()

    assert any("覆盖率达{cb_rate}" in one.words for one in store.find(SummaryText, year=2024))


def test_looking_and_typing_something_and_taking_it_away_keeps_nothing(
    page: SummaryPage, store: Store
) -> None:
    before = store.operations(1)
    go_behind(page, "覆盖率")
    type_text(page.editor, "达")
    _press(page, Qt.Key.Key_Backspace)

    page.keep()

    assert store.operations(1) == before
    assert store.all(SummaryText) == []


def test_a_number_is_one_letter_that_cannot_be_typed_into(page: SummaryPage) -> None:
    places = [place for place, one in figures_of(page.editor.document()) if one.figure == "cb_rate"]
    go_to(page, places[0])
    type_text(page.editor, "约")
    go_to(page, places[0] + 2)
    type_text(page.editor, "12")

    assert "覆盖率约87.5%12" in text_of(page)


def test_a_number_goes_as_a_whole_and_comes_back_as_a_whole(page: SummaryPage) -> None:
    place = next(
        place for place, one in figures_of(page.editor.document()) if one.figure == "cb_rate"
    )
    go_to(page, place + 1)

    _press(page, Qt.Key.Key_Backspace)
    without = text_of(page)
    _press(page, Qt.Key.Key_Z, with_control=True)

    assert "覆盖率，" in without
    assert "覆盖率87.5%" in text_of(page)


def test_control_takes_words_away_and_undo_brings_their_number_back(page: SummaryPage) -> None:
    go_behind(page, "覆盖率")

    _press(page, Qt.Key.Key_Delete, with_control=True)

    assert "覆盖率87.5%" not in text_of(page)
    _press(page, Qt.Key.Key_Z, with_control=True)
    assert "覆盖率87.5%" in text_of(page)


def test_a_number_is_copied_within_the_text_with_what_it_is(
    page: SummaryPage, store: Store
) -> None:
    place = next(
        place for place, one in figures_of(page.editor.document()) if one.figure == "cb_rate"
    )
    go_to(page, place - 3, place + 1)
    _press(page, Qt.Key.Key_C, with_control=True)
    outside = QGuiApplication.clipboard().text()
    go_behind(page, "通知如下" if "通知如下" in text_of(page) else "总结如下：")
    _press(page, Qt.Key.Key_V, with_control=True)
    page.keep()

    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    assert outside == "覆盖率87.5%"
    assert "总结如下：覆盖率75%" in text_of(page)


def test_what_is_pasted_from_elsewhere_is_plain_text(page: SummaryPage) -> None:
    QGuiApplication.clipboard().setText("共12家\n\n另有{cb_rate}一段")
    go_behind(page, "总结如下：")

    _press(page, Qt.Key.Key_V, with_control=True)

    assert lines_in(page, "opening")[-2:] == [
        lines_in(page, "opening")[0],
        "另有{cb_rate}一段",
    ]
    assert lines_in(page, "opening")[0].endswith("总结如下：共12家")


def test_composing_with_an_input_method_writes_only_what_was_committed(
    page: SummaryPage,
) -> None:
    go_behind(page, "覆盖率")
    before = text_of(page)
    for event in (QInputMethodEvent("yi", []), QInputMethodEvent("yijing", [])):
        QApplication.sendEvent(page.editor, event)
    composing = text_of(page)
    type_text(page.editor, "已经")

    assert composing == before
    assert "覆盖率已经87.5%" in text_of(page)


@pytest.mark.parametrize("words", ["云溪镇总工会2024年工作总结", "一、", "2024年12月31日"])
def test_title_headings_and_signature_take_no_keys(page: SummaryPage, words: str) -> None:
    lines = lines_of(page.editor.document())
    kinds = [one for one in lines if one.kind != "paragraph"]
    block = next(
        one
        for one in (block_with(page, words), page.editor.document().lastBlock())
        if kind_of(one) != "paragraph"
    )
    go_to(page, block.position() + 1)

    type_text(page.editor, "x")
    type_text(page.editor, "甲")
    _press(page, Qt.Key.Key_Backspace)
    _press(page, Qt.Key.Key_Delete)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_K, Qt.Key.Key_U):
        _press(page, key, with_control=True)
    QApplication.sendEvent(page.editor, QInputMethodEvent("yi", []))

    assert [one for one in lines_of(page.editor.document()) if one.kind != "paragraph"] == kinds


def test_everything_selected_and_deleted_leaves_title_and_headings(page: SummaryPage) -> None:
    kinds = [one for one in lines_of(page.editor.document()) if one.kind != "paragraph"]
    page.editor.selectAll()

    _press(page, Qt.Key.Key_Delete)

    assert [one for one in lines_of(page.editor.document()) if one.kind != "paragraph"] == kinds
    assert all(not one.words for one in lines_of(page.editor.document()) if one.kind == "paragraph")
    _press(page, Qt.Key.Key_Z, with_control=True)
    assert "覆盖率87.5%" in text_of(page)


def test_enter_behind_a_paragraph_begins_one_of_the_clerks_own(
    page: SummaryPage, store: Store
) -> None:
    before = lines_in(page, "bargaining")
    go_behind(page, before[0])

    _press(page, Qt.Key.Key_Return)
    type_text(page.editor, OWN)
    page.keep()

    assert lines_in(page, "bargaining") == [before[0], OWN, *before[1:]]
    own = [one for one in store.all(SummaryText) if not one.passage]
    assert [(one.section, one.words) for one in own] == [("bargaining", OWN)]


def test_a_paragraph_in_two_halves_becomes_one_and_the_programs_again(
    page: SummaryPage, store: Store
) -> None:
    before = lines_in(page, "bargaining")
    go_behind(page, "覆盖率")

    _press(page, Qt.Key.Key_Return)
    page.keep()
    halves = lines_in(page, "bargaining")
    page.refresh()
    kept = lines_in(page, "bargaining")
    go_behind(page, "覆盖率")
    _press(page, Qt.Key.Key_Delete)
    page.keep()

    assert len(halves) == len(before) + 1
    assert kept == halves
    assert lines_in(page, "bargaining") == before
    assert store.all(SummaryText) == []


def test_a_deleted_paragraph_stays_away_and_comes_back_from_the_outline(
    page: SummaryPage, store: Store
) -> None:
    before = lines_in(page, "bargaining")
    block = block_with(page, before[1])
    go_to(page, block.position(), block.position() + block.length())
    _press(page, Qt.Key.Key_Delete)
    page.keep()
    page.refresh()
    without = lines_in(page, "bargaining")

    page.right.show_number(1)
    item = page.outline_panel.item_of("bargaining.steps")
    was_ticked = item.checkState(0) == Qt.CheckState.Checked
    item.setCheckState(0, Qt.CheckState.Checked)

    assert without == [before[0], *before[2:]]
    assert not was_ticked
    assert lines_in(page, "bargaining") == before


def test_a_rewritten_paragraph_is_marked_and_can_be_the_programs_again(
    page: SummaryPage,
) -> None:
    before = lines_in(page, "bargaining")
    go_behind(page, "覆盖率")
    type_text(page.editor, "达")
    page.keep()
    marked = page.editor.marks.is_rewritten(block_with(page, "覆盖率达"))

    choose(menu_on_line(page, "覆盖率达"), "恢复程序写的文字")

    assert marked
    assert lines_in(page, "bargaining") == before


def test_a_paragraph_typed_in_just_now_can_be_the_programs_again(page: SummaryPage) -> None:
    before = lines_in(page, "bargaining")
    go_behind(page, "覆盖率")
    type_text(page.editor, "达")

    choose(menu_on_line(page, "覆盖率达"), "恢复程序写的文字")
    page.keep()

    assert lines_in(page, "bargaining") == before


def test_the_clerk_is_told_when_the_program_would_write_something_else_by_now(
    page: SummaryPage, store: Store
) -> None:
    go_behind(page, "一是抓调研，")
    type_text(page.editor, "我们")
    page.keep()
    is_calm = not page.editor.marks.is_overtaken(block_with(page, "我们"))
    with store.change("删除步骤"):
        for one in store.find(CampaignStep, step="1"):
            store.delete(one)
    is_told = page.editor.marks.is_overtaken(block_with(page, "我们"))

    choose(menu_on_line(page, "我们"), "看看程序现在怎么写")
    dialog = page.window().findChild(PassageDialog)
    shown = dialog.text.toPlainText()
    dialog.keep_asked.emit()

    assert is_calm
    assert is_told
    assert "我们" in shown
    assert "抓主体" in shown
    assert not page.editor.marks.is_overtaken(block_with(page, "我们"))
    assert page.editor.marks.is_rewritten(block_with(page, "我们"))


def test_a_number_is_worded_otherwise_from_its_menu_and_the_paragraph_stays_the_programs(
    page: SummaryPage, store: Store
) -> None:
    menu = menu_on_figure(page, "cb_workers")
    offered = {one: action(menu, one).isEnabled() for one in ("准确数", "余", "万")}

    choose(menu, "准确数")
    page.keep()

    assert offered == {"准确数": True, "余": True, "万": False}
    assert "受益职工819人" in text_of(page)
    assert store.all(SummaryText) == []
    assert [one.part for one in store.all(SummaryPart)] == ["bargaining.results:cb_workers"]
    page.refresh()
    assert "受益职工819人" in text_of(page)


def test_a_number_is_put_where_the_clerk_writes(page: SummaryPage, store: Store) -> None:
    go_behind(page, "总结如下：")

    page.insert_figure("unions_new")
    page.keep()

    assert "总结如下：4家" in text_of(page)
    assert any("{unions_new}" in one.words for one in store.all(SummaryText))


def test_the_open_number_is_written_where_the_clerk_was_writing(page: SummaryPage) -> None:
    page.show_figure("unions_new")
    go_behind(page, "总结如下：")

    press(page, "插入到光标处")

    assert "总结如下：4家" in text_of(page)


def test_texts_of_earlier_versions_stand_in_the_text_as_own_paragraphs(
    page: SummaryPage, store: Store
) -> None:
    with store.change("旧版本"):
        store.save(SummaryText(year=2024, section="bargaining", words="旧的一段。\n\n旧的二段。"))
    shown = lines_in(page, "bargaining")

    go_behind(page, "旧的二段。")
    type_text(page.editor, "新写一句。")
    page.keep()
    page.refresh()

    assert shown[-2:] == ["旧的一段。", "旧的二段。"]
    assert lines_in(page, "bargaining") == [*shown[:-1], "旧的二段。新写一句。"]
    assert all(one.position is not None for one in store.all(SummaryText))


def test_new_records_leave_cursor_and_scroll_where_they_were(
    page: SummaryPage, store: Store
) -> None:
    go_behind(page, "覆盖率")
    bar = page.editor.verticalScrollBar()
    before = (bar.value(), page.editor.textCursor().positionInBlock())

    with store.change("删除步骤"):
        for one in store.find(CampaignStep, step="1"):
            store.delete(one)

    cursor = page.editor.textCursor()
    assert "覆盖率" in page.editor.text_of(cursor.block())
    assert (bar.value(), cursor.positionInBlock()) == before


def test_undo_of_the_window_takes_over_when_the_editor_has_nothing_left(
    page: SummaryPage, store: Store, office: Office
) -> None:
    before = lines_in(page, "bargaining")
    go_behind(page, "覆盖率")
    type_text(page.editor, "达")
    page.keep()

    office.undo()

    assert lines_in(page, "bargaining") == before
    assert store.all(SummaryText) == []
    assert not page.editor.document().isUndoAvailable()


def test_rare_characters_are_one_letter(page: SummaryPage, store: Store) -> None:
    go_behind(page, "覆盖率")
    type_text(page.editor, "𬱖")

    page.keep()

    assert any("覆盖率𬱖{cb_rate}" in one.words for one in store.all(SummaryText))
    block = block_with(page, "𬱖")
    assert [unit.text for _, unit in units_of(block) if ord(unit.text or "国") > 0xFFFF] == ["𬱖"]


def test_the_words_are_counted_without_spaces(qtbot: QtBot, page: SummaryPage) -> None:
    def count() -> int:
        return int(page.left.state.partition("字")[0].replace(",", ""))

    before = count()
    go_behind(page, "覆盖率")

    type_text(page.editor, "a b")

    qtbot.waitUntil(lambda: count() == before + 2)
