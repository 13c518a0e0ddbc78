"""A strip above a list: the forms of this kind that were put aside, none of which is counted."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from models.drafts import drafts_of, throw_away, typed_in, words_of
from models.errors import Problem
from models.records.base import Record
from models.records.drafts import Draft
from ui import messages
from ui.look import theme
from ui.look.buttons import icon_button, link_button
from ui.look.flow import FlowLayout
from ui.office import Office


class DraftStrip(QFrame):
    """暂存 2 条，不计入统计：张三（缺3项）✕ 李四（缺1项）✕; hidden while there is none."""

    def __init__(self, record_type: type[Record], office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        theme.mark(self, "tint")
        self._table = record_type.about.table
        self._office = office
        self._shown: list[Draft] = []
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, gap=theme.px(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.addWidget(self._line, 1)
        self.setVisible(False)
        office.changed.connect(self._follow)
        self.refresh()

    @property
    def drafts(self) -> list[Draft]:
        """What the strip offers now."""
        return list(self._shown)

    def refresh(self) -> None:
        """Show the drafts that are there now."""
        found = drafts_of(self._office.store, self._table)
        if found == self._shown:
            return
        self._shown = found
        self._clear()
        if found:
            lead = QLabel(f"暂存 {len(found)} 条，不计入统计：")
            theme.mark(lead, "error")
            self._flow.addWidget(lead)
        for draft in found:
            self._flow.addWidget(self._make_door(draft))
        self.setVisible(bool(found))

    def _follow(self, tables: frozenset[str]) -> None:
        if Draft.about.table in tables:
            self.refresh()

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _make_door(self, draft: Draft) -> QWidget:
        door = QWidget()
        row = QHBoxLayout(door)
        row.setContentsMargins(0, 0, theme.px(8), 0)
        row.setSpacing(0)
        words = words_of(draft)
        opening = link_button(words)
        opening.setToolTip(
            f"接着填{draft.title}" + (f"，还缺：{draft.lacks}" if draft.lacks else "")
        )
        opening.clicked.connect(partial(self._open, draft))
        removing = icon_button("", "clear", role="link")
        removing.setToolTip("删除这条暂存（可以撤销）")
        removing.setAccessibleName(f"删除暂存 {words}")
        removing.clicked.connect(partial(self._throw_away, draft))
        row.addWidget(opening)
        row.addWidget(removing)
        return door

    def _open(self, draft: Draft, _is_on: object = False) -> None:
        typed = typed_in(draft)
        if typed is None:
            self._office.say("这条暂存是别的版本的程序保存的，打不开；内容还在，请用那个版本打开")
            return
        self._office.take_up(typed)

    def _throw_away(self, draft: Draft, _is_on: object = False) -> None:
        try:
            step = throw_away(self._office.store, draft)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.offer(f"已删除暂存 {draft.title}", "撤销", partial(self._bring_back, step))

    def _bring_back(self, step: int) -> None:
        try:
            self._office.undo_operation(step)
        except Problem as problem:
            messages.show_problem(self, problem)
