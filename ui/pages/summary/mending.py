"""Writing what a check proposes in place of wrong words."""

from PySide6.QtGui import QTextBlock

from models.proofreading.findings import Finding
from models.summary import markup
from models.summary.markup import Span
from ui.pages.summary import guarded
from ui.pages.summary.editor import SummaryEditor


def mend(editor: SummaryEditor, finding: Finding) -> bool:
    """Exchange the words of a finding at all its places; whether anything was exchanged.

    Words that meanwhile changed stay, and so do those with a figure in them.
    """
    block = editor.block_of(finding.section, finding.paragraph)
    if block is None or not finding.can_be_mended:
        return False
    places = sorted(finding.places, reverse=True)
    done = [_exchange(editor, block, finding, start=place) for place in places]
    return any(done)


def _exchange(editor: SummaryEditor, block: QTextBlock, finding: Finding, *, start: int) -> bool:
    end = start + len(finding.words)
    if editor.text_of(block)[start:end] != finding.words:
        return False
    editor.choose_words(block, start, end)
    cursor = editor.textCursor()
    if cursor.selectedText() != finding.words:
        return False
    instead = Span(finding.replacement or "", finding.figure_instead)
    if not instead.text and not instead.figure:
        return guarded.remove_selected(cursor)
    return guarded.insert_lines(cursor, [markup.write((instead,))])
