"""The quiet bar over the tabs that offers what was typed when the program ended."""

from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from models.errors import Problem
from models.form_journal import LeftOver
from ui import messages
from ui.dialogs.opening import open_dialog
from ui.dialogs.typed import TypedDialog
from ui.look import theme
from ui.look.buttons import link_button
from ui.office import Office
from ui.recovery import happened_since, headline, words_of

MOST_SHOWN = 3


class RecoveryBar(QFrame):
    """One line for each form that was left, the latest first; hidden while there is none."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        theme.mark(self, "warn-box")
        self._office = office
        self._lines: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        office.left_over_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is left now."""
        found = self._office.journal.left_over()[::-1]
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = self._make_lines(found)
        self._row.addWidget(self._lines)
        self.setVisible(bool(found))

    def _make_lines(self, found: list[LeftOver]) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(headline(len(found))), 0, 0)
        for place, left in enumerate(found[:MOST_SHOWN]):
            grid.addWidget(self._make_words(left), place, 1)
            for number, button in enumerate(self._make_buttons(left)):
                grid.addWidget(button, place, 2 + number)
        if len(found) > MOST_SHOWN:
            rest = QLabel(f"还有{len(found) - MOST_SHOWN}份，处理完上面的再列出来")
            grid.addWidget(rest, MOST_SHOWN, 1)
        return lines

    def _make_words(self, left: LeftOver) -> QLabel:
        since = happened_since(self._office.store, left)
        words = QLabel(f"{words_of(left)}　{since}" if since else words_of(left))
        words.setWordWrap(True)
        return words

    def _make_buttons(self, left: LeftOver) -> list[QPushButton]:
        named = left.typed.words
        buttons = []
        for label, run in (
            ("接着填", partial(self._office.reopen_left, left)),
            ("看看改了什么", partial(self._show, left)),
            ("不要了", partial(self._drop, left)),
        ):
            button = link_button(label)
            button.setAccessibleName(f"{label}：{named}")
            button.clicked.connect(lambda _on=False, run=run: run())
            buttons.append(button)
        return buttons

    def _show(self, left: LeftOver) -> None:
        dialog = TypedDialog(left.typed, happened_since(self._office.store, left), self.window())
        dialog.setWindowTitle(f"没有保存的{left.typed.words}")
        dialog.taken.connect(lambda: self._office.reopen_left(left))
        dialog.dropped.connect(lambda: self._drop(left))
        open_dialog(dialog)

    def _drop(self, left: LeftOver) -> None:
        if not messages.confirm(
            self,
            f"不要没有保存的“{left.typed.words}”了？",
            detail=f"上次填的{len(left.typed.changed)}项会丢掉，不能找回。",
            yes="不要了",
        ):
            return
        try:
            self._office.forget_left(left)
        except Problem as problem:
            messages.show_problem(self, problem)
