"""Whatever keys a clerk presses in the summary, its headings stay and her words are kept."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.store import Store
from tests.keyboard import type_text
from tests.ui.summary_desk import go_to, shown_page
from ui.office import Office
from ui.pages.summary.manuscript import TextLine, lines_of
from ui.pages.summary.page import SummaryPage

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
STEPS = 60
KEYS = (
    (Qt.Key.Key_Return, PLAIN),
    (Qt.Key.Key_Backspace, PLAIN),
    (Qt.Key.Key_Delete, PLAIN),
    (Qt.Key.Key_Backspace, CONTROL),
    (Qt.Key.Key_Delete, CONTROL),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_Z, CONTROL),
    (Qt.Key.Key_Y, CONTROL),
)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SummaryPage:
    return shown_page(qtbot, office)


def _protected(page: SummaryPage) -> list[TextLine]:
    return [one for one in lines_of(page.editor.document()) if one.kind != "paragraph"]


def _written(page: SummaryPage) -> list[tuple[str, str]]:
    lines = lines_of(page.editor.document())
    return [
        (one.section, one.words.strip())
        for one in lines
        if one.kind == "paragraph" and one.words.strip()
    ]


def _act(page: SummaryPage, chance: random.Random) -> None:
    length = page.editor.document().characterCount() - 1
    if chance.random() < 0.6:
        start = chance.randint(0, length)
        reach = chance.choice((0, 0, 1, 5, 200))
        go_to(page, start, min(start + reach, length) if reach else None)
    if chance.random() < 0.4:
        type_text(page.editor, chance.choice(("a1", "字", "，{", "𬱖")))
    else:
        key, modifier = chance.choice(KEYS)
        QTest.keyClick(page.editor, key, modifier)


@pytest.mark.parametrize("seed", range(6))
def test_headings_stay_and_every_word_is_kept(page: SummaryPage, store: Store, seed: int) -> None:
    chance = random.Random(seed)
    QGuiApplication.clipboard().setText("贴来的\n两段")
    protected = _protected(page)

    for _ in range(STEPS):
        _act(page, chance)
        assert _protected(page) == protected

    written = _written(page)
    page.keep()
    page.refresh()
    assert _written(page) == written
    before = store.operations(1)
    page.keep()
    assert store.operations(1) == before
