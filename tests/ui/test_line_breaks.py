"""No line of the manuscript begins with a mark that belongs to the figure before it."""

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.keyboard import type_text
from tests.ui.summary_desk import go_behind, shown_page
from ui.office import Office
from ui.pages.summary.line_breaks import NEVER_FIRST
from ui.pages.summary.manuscript import blocks_of, lines_of
from ui.pages.summary.page import SummaryPage

NARROWER = range(0, 120, 8)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SummaryPage:
    return shown_page(qtbot, office)


def _starts(block: QTextBlock) -> list[int]:
    layout = block.layout()
    return [layout.lineAt(number).textStart() for number in range(layout.lineCount())]


def _wrong_starts(document: QTextDocument) -> list[str]:
    return [
        block.text()[start - 1 : start + 1]
        for block in blocks_of(document)
        for start in _starts(block)
        if start and block.text()[start] in NEVER_FIRST
    ]


def _moved_lines(document: QTextDocument) -> int:
    return sum(len(block.layout().formats()) for block in blocks_of(document))


def test_a_mark_stays_with_its_figure_at_every_width_and_the_text_is_not_touched(
    page: SummaryPage,
) -> None:
    document = page.editor.document()
    written = lines_of(document)
    widest = page.editor.maximumWidth()
    moved = 0

    for less in NARROWER:
        page.editor.setMaximumWidth(widest - less)
        QTest.qWait(1)
        assert _wrong_starts(document) == []
        moved += _moved_lines(document)

    assert moved, "no figure ever stood at the end of a line"
    assert lines_of(document) == written
    assert not document.isUndoAvailable()


def test_a_mark_stays_with_its_figure_while_the_clerk_types_before_it(page: SummaryPage) -> None:
    document = page.editor.document()
    go_behind(page, "覆盖率")
    moved = 0

    for _letter in range(28):
        type_text(page.editor, "的")
        QTest.qWait(1)
        assert _wrong_starts(document) == []
        moved += _moved_lines(document)

    assert moved, "no figure ever stood at the end of a line"
