"""What a right click offers in the text of a summary."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QMenu

from models import codes
from models.figures.figure import Figure
from models.summary.markup import Span
from ui.dialogs.opening import open_dialog
from ui.pages.summary.comparison import PassageDialog
from ui.pages.summary.editor import SummaryEditor
from ui.pages.summary.figure_object import FigureWords
from ui.pages.summary.manuscript import passage_of, section_of
from ui.pages.summary.writing import Writing

EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to word a figure, and what it would read."""

    style: str
    name: str
    text: str
    is_true: bool


def wordings(figure: Figure) -> list[Wording]:
    """Return the ways to word a figure; those that would say something untrue are told so."""
    if figure.value is None or figure.definition.kind == "rate":
        return []
    exact = figure.say(EXACT)
    found = []
    for line in codes.table("figure_style").lines:
        text = figure.say(line.code)
        found.append(Wording(line.code, line.name, text, line.code == EXACT or text != exact))
    return found


class EditorMenus(QObject):
    """Opens the menu of the place that was clicked."""

    figure_asked = Signal(str)

    def __init__(self, editor: SummaryEditor, writing: Writing, words: FigureWords) -> None:
        super().__init__(editor)
        self._editor = editor
        self._writing = writing
        self._words = words
        editor.menu_asked.connect(self._open)

    def menu_at(self, point: QPoint) -> QMenu:
        """Return the menu of a place on the editor's viewport."""
        menu = QMenu(self._editor)
        found = self._editor.figure_at(point)
        figure = self._writing.figures.get(found[1].figure) if found else None
        if found is not None:
            self._add_figure(menu, found[0], found[1], figure)
            menu.addSeparator()
        block = self._editor.cursorForPosition(point).block()
        self._add_text(menu, block)
        return menu

    def _open(self, point: QPoint, place: QPoint) -> None:
        menu = self.menu_at(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _add_figure(self, menu: QMenu, place: int, span: Span, figure: Figure | None) -> None:
        change = self._words.changes.get(span.figure)
        if change is not None:
            menu.addAction(f"已变动 {change.words}").setEnabled(False)
            menu.addSeparator()
        menu.addAction("看背后的记录", lambda: self.figure_asked.emit(span.figure))
        offered = wordings(figure) if figure is not None else []
        if offered:
            styles = menu.addMenu("写法")
            reads = self._words.say(span.figure, span.style)
            chosen = next((one for one in offered if one.is_true and one.text == reads), None)
            for one in offered:
                self._add_wording(styles, place, one, is_chosen=one is chosen)
        menu.addAction("删除这个数字", lambda: self._editor.remove_figure(place))

    def _add_wording(self, menu: QMenu, place: int, one: Wording, *, is_chosen: bool) -> None:
        words = f"{one.name}　{one.text}" if one.is_true else f"{one.name}　不适用"
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.setEnabled(one.is_true)
        action.triggered.connect(lambda _on=False: self._editor.word_figure(place, one.style))

    def _add_text(self, menu: QMenu, block: QTextBlock) -> None:
        editor, writing = self._editor, self._writing
        section, passage = section_of(block), passage_of(block)
        if editor.marks.is_rewritten(block):
            menu.addAction("恢复程序写的文字", lambda: writing.restore_passage(section, passage))
            if editor.marks.is_overtaken(block):
                menu.addAction("看看程序现在怎么写…", lambda: self._compare(block))
            menu.addSeparator()
        has_selection = editor.textCursor().hasSelection()
        for words, run, is_possible in (
            ("剪切", editor.cut, has_selection),
            ("复制", editor.copy, has_selection),
            ("粘贴", editor.paste, editor.canPaste()),
            ("全选", editor.selectAll, True),
        ):
            menu.addAction(words, run).setEnabled(is_possible)

    def _compare(self, block: QTextBlock) -> None:
        """Show the clerk's words beside what the program would write now."""
        section, passage = section_of(block), passage_of(block)
        ours = self._writing.written(section, passage)
        text = ours.text if ours is not None else ""
        dialog = PassageDialog(self._editor.text_of(block), text, self._editor.window())
        dialog.restore_asked.connect(lambda: self._writing.restore_passage(section, passage))
        dialog.keep_asked.connect(lambda: self._writing.accept_own(section, passage))
        open_dialog(dialog)
