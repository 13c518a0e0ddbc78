"""Where the clerk writes her summary: text is hers, figures are drawn from the records."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip
from typing_extensions import override

from models.summary import markup
from models.summary.markup import Span
from ui.look import theme
from ui.pages.summary import guarded
from ui.pages.summary.figure_object import (
    FIGURE_OBJECT,
    LETTER,
    STYLE,
    FigureObject,
    FigureWords,
)
from ui.pages.summary.line_breaks import LineBreaks
from ui.pages.summary.manuscript import (
    BREAKS,
    TextLine,
    blocks_of,
    kind_of,
    letter_format,
    letter_width,
    line_of,
    lines_of,
    section_of,
    spans_of,
    write_lines,
)
from ui.pages.summary.marks import Marks
from ui.pages.summary.places import (
    cursor_over,
    figure_in,
    figures_of,
    place_of_letter,
    selected_lines,
)

MARKED_TEXT = "application/x-union-desk-text"
LETTERS_A_LINE = 28
PROTECTED = "标题在右边“章节”里改，落款在“设置”里改"
_MOVE = QTextCursor.MoveOperation
# The first move is that of the bare key, the second that with Ctrl.
_DELETIONS = {
    Qt.Key.Key_Backspace: (_MOVE.PreviousCharacter, _MOVE.PreviousWord),
    Qt.Key.Key_Delete: (_MOVE.NextCharacter, _MOVE.NextWord),
}
# Keys of some desktops that would change headings behind our back.
_REFUSED = (
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
    QKeySequence.StandardKey.InsertLineSeparator,
)


class SummaryEditor(QTextEdit):
    """The text of a summary as it will stand on the paper, ready to be written in."""

    edited = Signal()
    figure_chosen = Signal(str)
    heading_chosen = Signal(str)
    menu_asked = Signal(QPoint, QPoint)
    refused = Signal(str)
    left = Signal()

    def __init__(self, words: FigureWords) -> None:
        super().__init__()
        theme.mark(self, "paper")
        self._words = words
        self.marks = Marks()
        self._is_updating = False
        self._object = FigureObject(self, words)
        self.document().documentLayout().registerHandler(FIGURE_OBJECT, self._object)
        self.document().setDocumentMargin(theme.px(40))
        self.document().setDefaultFont(letter_format("paragraph").font())
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("总结文稿")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        paper = LETTERS_A_LINE * letter_width() + 2 * self.document().documentMargin()
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMaximumWidth(ceil(paper) + bar + 2 * self.frameWidth())
        self.viewport().setMouseTracking(True)
        self._breaks = LineBreaks(self.document())
        self.document().contentsChange.connect(self._note_edit)

    def show_lines(self, lines: Sequence[TextLine]) -> None:
        """Show a text; where the clerk was in it stays."""
        if lines_of(self.document()) == list(lines):
            return
        place = self.verticalScrollBar().value()
        self._is_updating = True
        write_lines(self.document(), lines)
        self._is_updating = False
        self.verticalScrollBar().setValue(place)

    def show_values(self) -> None:
        """Draw the figures anew; the text itself is not touched."""
        self._is_updating = True
        self.document().markContentsDirty(0, self.document().characterCount())
        self._is_updating = False
        self.viewport().update()

    def paragraphs(self) -> dict[str, list[TextLine]]:
        """Return the paragraphs of each chapter as they stand; empty ones are none."""
        found: dict[str, list[TextLine]] = {}
        for block in blocks_of(self.document()):
            if section_of(block) and kind_of(block) in ("heading", "paragraph"):
                lines = found.setdefault(section_of(block), [])
                line = line_of(block)
                if line.kind == "paragraph" and line.words.strip():
                    lines.append(replace(line, words=line.words.strip()))
        return found

    def insert_figure(self, code: str) -> bool:
        """Write a figure at the cursor; whether it had a place there."""
        return self._insert([f"{{{code}}}"])

    def choose_figure(self, code: str) -> None:
        """Mark a figure everywhere and show where it first stands."""
        self._words.chosen = code
        self.viewport().update()
        for place, found in figures_of(self.document()):
            if found.figure == code:
                self._scroll_to(place)
                return

    def show_section(self, section: str) -> None:
        """Show a chapter from its first line."""
        for block in blocks_of(self.document()):
            if section_of(block) == section:
                self._scroll_to(block.position())
                return

    def choose_words(self, block: QTextBlock, start: int, end: int) -> None:
        """Select some of the words of a block, counted as they read."""
        first = place_of_letter(block, start, self._words)
        last = place_of_letter(block, end, self._words)
        cursor = cursor_over(self.document(), first, last)
        self.setTextCursor(cursor)
        self.setFocus()
        self._scroll_to(cursor.selectionStart())

    def figure_at(self, point: QPoint) -> tuple[int, Span] | None:
        """Return the figure under a point of the viewport, with its place."""
        spot = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        near = self.document().documentLayout().hitTest(spot, Qt.HitTestAccuracy.FuzzyHit)
        for place in (near, near - 1):
            found = figure_in(self.document(), place)
            if found is not None and self.figure_rect(place).contains(QPointF(point)):
                return place, found
        return None

    def figure_rect(self, place: int) -> QRectF:
        """Return where the figure at a place of the document is drawn on the viewport."""
        found = figure_in(self.document(), place)
        if found is None:
            return QRectF()
        start = self.cursorRect(cursor_over(self.document(), place, place))
        metrics = QFontMetricsF(letter_format("paragraph").font())
        width = metrics.horizontalAdvance(self._words.say(found.figure, found.style))
        return QRectF(start.left(), start.top(), width, start.height())

    def figure_rects(self, code: str) -> list[QRectF]:
        """Return where a figure is drawn on the viewport, each time it stands in the text."""
        return [
            self.figure_rect(place)
            for place, found in figures_of(self.document())
            if found.figure == code
        ]

    def word_figure(self, place: int, style: str) -> None:
        """Give the figure at a place another wording."""
        cursor = cursor_over(self.document(), place, place + 1)
        look = cursor.charFormat()
        look.setProperty(STYLE, style)
        cursor.setCharFormat(look)

    def remove_figure(self, place: int) -> None:
        """Take a figure out of the text."""
        guarded.remove_selected(cursor_over(self.document(), place, place + 1))

    def reading(self) -> list[tuple[TextLine, str]]:
        """Return every line with its words as they read."""
        return [(line_of(one), self.text_of(one)) for one in blocks_of(self.document())]

    def block_of(self, section: str, paragraph: int | None) -> QTextBlock | None:
        """Return the paragraph of that number in a chapter, None when there is no such one."""
        found = [
            one
            for one in blocks_of(self.document())
            if section_of(one) == section and kind_of(one) == "paragraph" and one.length() > 1
        ]
        if paragraph is None or not 0 <= paragraph < len(found):
            return None
        return found[paragraph]

    def text_of(self, block: QTextBlock) -> str:
        """Return a block as it reads."""
        return self._read(spans_of(block))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            gone = event.matches(QKeySequence.StandardKey.Undo)
            back = event.matches(QKeySequence.StandardKey.Redo)
            document = self.document()
            # With nothing of its own to take back, the keys are the window's.
            if (gone and not document.isUndoAvailable()) or (
                back and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Return what is told about the place under a point of the viewport."""
        found = self.figure_at(point)
        if found is not None:
            change = self._words.changes.get(found[1].figure)
            return f"已变动 {change.words}" if change else "点开看它是怎么来的"
        if point.x() < self.document().documentMargin():
            return self.marks.tip(self.cursorForPosition(point).block())
        return ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.key() in _DELETIONS:
            self._delete(_DELETIONS[Qt.Key(event.key())][control])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break_line()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif any(event.matches(one) for one in _REFUSED):
            event.accept()
        elif not _is_typing(event) or self._make_room():
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        writes = bool(event.preeditString() or event.commitString())
        if writes and not self._make_room():
            event.ignore()
            return
        super().inputMethodEvent(event)

    @override
    def cut(self) -> None:
        """Move what is selected to the clipboard."""
        if self.textCursor().hasSelection():
            self.copy()
            self._delete(_MOVE.NoMove)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        words = selected_lines(self.textCursor())
        spans = [markup.read(line) for line in words]
        data = QMimeData()
        data.setText("\n".join(self._read(line) for line in spans))
        data.setData(MARKED_TEXT, "\n".join(words).encode())
        return data

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(MARKED_TEXT):
            lines = bytes(source.data(MARKED_TEXT).data()).decode().split("\n")
        else:
            lines = [_marked(one) for one in source.text().splitlines() if one.strip()]
        self._insert(lines)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt would begin to drag what is selected, and take it out where we may not.
        if event.button() == Qt.MouseButton.LeftButton and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.setTextCursor(cursor)
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position().toPoint()
        found = self.figure_at(point)
        if found is not None:
            self._words.chosen = found[1].figure
            self.viewport().update()
            self.figure_chosen.emit(found[1].figure)
        elif self.tip_at(point):
            self.menu_asked.emit(point, event.globalPosition().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.cursorForPosition(event.position().toPoint()).block()
        if kind_of(block) in ("heading", "title"):
            self.heading_chosen.emit(section_of(block))
            return
        super().mouseDoubleClickEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        hand = self.figure_at(point) is not None or bool(self.tip_at(point))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.pos(), event.globalPos())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._breaks.mend_soon()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        self.marks.paint(painter, self.document(), offset=offset, area=QRectF(event.rect()))
        painter.end()

    def _make_room(self) -> bool:
        """Get ready for what is typed now; whether the clerk may write here."""
        cursor = self.textCursor()
        if not guarded.may_write(cursor):
            self.refused.emit(PROTECTED)
            return False
        if cursor.hasSelection():
            guarded.remove_selected(cursor)
            self.setTextCursor(cursor)
        if not guarded.is_open(cursor.block()):
            return False
        self.setCurrentCharFormat(letter_format("paragraph"))
        return True

    def _insert(self, lines: list[str]) -> bool:
        cursor = self.textCursor()
        if not guarded.insert_lines(cursor, lines):
            self.refused.emit(PROTECTED)
            return False
        self.setTextCursor(cursor)
        return True

    def _delete(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            if guarded.drop_empty_line(cursor):
                self.setTextCursor(cursor)
                return
            home = cursor.block()
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            touched = (home, cursor.block())
            if not all(guarded.is_open(one) for one in touched):
                return
            if section_of(touched[0]) != section_of(touched[1]):
                return
        if not guarded.remove_selected(cursor) and not guarded.may_write(cursor):
            self.refused.emit(PROTECTED)
        self.setTextCursor(cursor)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        if guarded.break_line(cursor):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        else:
            self.refused.emit(PROTECTED)

    def _note_edit(self, _place: int, _removed: int, _added: int) -> None:
        if not self._is_updating and not self._breaks.is_mending:
            self.edited.emit()

    def _read(self, spans: Sequence[Span]) -> str:
        return "".join(
            self._words.say(one.figure, one.style) if one.figure else one.text for one in spans
        )

    def _scroll_to(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)


def _is_typing(event: QKeyEvent) -> bool:
    text = event.text()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    has_command = bool(modifiers & command) and (modifiers & command) != command
    return bool(text) and text.isprintable() and not has_command


def _marked(text: str) -> str:
    plain = "".join(char for char in text.translate(BREAKS) if char != LETTER)
    return markup.write((Span(plain.strip()),))
