"""What a check proposes is written into the summary, kept, and can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.proofreading.findings import Finding
from models.records.summary import SummaryText
from models.store import Store
from tests.ui.summary_desk import shown_page, text_of
from ui.office import Office
from ui.pages.summary.page import CHECKS, OUTLINE, SummaryPage

DAMAGED = "签订率到了87。5%,效劳职工,合同{cb_rate}有效,职工的的心愿。"
MENDED = "签订率到了87.5%，服务职工，合同{cb_rate}有效，职工的心愿。"


@pytest.fixture
def page(qtbot: QtBot, office: Office, store: Store) -> SummaryPage:
    with store.change("修改总结"):
        store.save(SummaryText(year=2024, section="bargaining", words=DAMAGED))
    made = shown_page(qtbot, office)
    made.right.show_number(CHECKS)
    return made


def _choose(page: SummaryPage, words: str) -> None:
    panel = page.checks_panel
    number = next(
        row
        for row in range(panel.list_view.count())
        if panel.list_view.item(row).text().startswith(f"“{words}”")
    )
    panel.list_view.setCurrentRow(number)


def _press(qtbot: QtBot, page: SummaryPage) -> None:
    found = page.checks_panel.findChildren(QPushButton)
    button = next(one for one in found if one.text().startswith("照改"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _mend(qtbot: QtBot, page: SummaryPage, words: str) -> None:
    _choose(page, words)
    _press(qtbot, page)


def _kept(store: Store) -> str:
    return next(one.words for one in store.find(SummaryText, year=2024, passage=""))


def test_every_proposal_is_written_until_all_is_right(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    for words in ("87。5%", ",", "效劳", "的的"):
        _mend(qtbot, page, words)

    assert _kept(store) == MENDED
    assert page.checks_panel.open_count == 0


def test_the_same_mark_is_mended_at_all_its_places(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    _choose(page, ",")

    assert any(one.text() == "照改这几处" for one in page.checks_panel.findChildren(QPushButton))
    _press(qtbot, page)

    assert "," not in _kept(store)
    assert "{cb_rate}" in _kept(store)


def test_a_mended_word_can_be_taken_back(qtbot: QtBot, page: SummaryPage, store: Store) -> None:
    _mend(qtbot, page, "效劳")
    mended = _kept(store)

    store.undo()

    assert "服务职工" in mended
    assert _kept(store) == DAMAGED


def test_a_typed_number_becomes_the_live_figure(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    with store.change("修改总结"):
        for one in store.find(SummaryText, year=2024, passage=""):
            store.save(replace(one, words="已有5家企业签订了工资专项集体合同。"))
    page.right.show_number(CHECKS)

    _choose(page, "5家")
    found = page.checks_panel.findChildren(QPushButton)
    button = next(one for one in found if one.text() == "换成台账的数")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert _kept(store) == "已有{cb_units_signed}企业签订了工资专项集体合同。"
    assert "已有7家企业签订" in text_of(page)


def _delete_first_letter(qtbot: QtBot, page: SummaryPage) -> None:
    number = len(page.editor.paragraphs()["bargaining"]) - 1
    block = page.editor.block_of("bargaining", number)
    assert block is not None
    page.editor.choose_words(block, 0, 1)
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)


def test_words_are_found_again_when_the_clerk_wrote_before_them(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    _choose(page, "效劳")
    _delete_first_letter(qtbot, page)

    _press(qtbot, page)

    assert _kept(store) == DAMAGED[1:].replace("效劳", "服务")


def test_words_that_changed_meanwhile_are_left_alone(
    qtbot: QtBot, page: SummaryPage, office: Office
) -> None:
    finding = next(one for one in page.checks_panel.findings if one.words == "效劳")
    _delete_first_letter(qtbot, page)
    before = text_of(page)

    with qtbot.waitSignal(office.said) as said:
        page.checks_panel.mend_asked.emit(finding)

    assert said.args == ["文字已经变了，请再检查一遍"]
    assert text_of(page) == before


def test_a_chapter_without_words_leads_to_the_outline(page: SummaryPage) -> None:
    empty = Finding(rule="empty_chapter", text="一章没有内容", section="bargaining")

    page.checks_panel.finding_chosen.emit(empty)

    assert page.right.number == OUTLINE
