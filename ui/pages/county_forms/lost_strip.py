"""What was mapped and is not found in the form any more, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from models.county_forms.finding import Found
from models.records.county_forms import CountyFormCell
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.flow import FlowLayout


class LostStrip(QFrame):
    """Names the first lost place; the clerk says where it is now, or lets it go."""

    moved = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._mapped: CountyFormCell | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        move, drop = link_button("就是选中的这一格"), link_button("不要了")
        row = FlowLayout(self, gap=theme.px(4))
        row.setContentsMargins(theme.px(12), theme.px(2), theme.px(8), theme.px(2))
        for widget in (self._words, move, drop):
            row.addWidget(widget)
        move.clicked.connect(lambda: self.moved.emit(self._mapped))
        drop.clicked.connect(lambda: self.dropped.emit(self._mapped))
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the lost place."""
        return self._words.text()

    def show_lost(self, lost: Sequence[Found]) -> None:
        """Name the first of these, or nothing."""
        self.setVisible(bool(lost))
        if not lost:
            return
        first = lost[0]
        self._mapped = first.mapped
        more = f"（还有{len(lost) - 1}处）" if len(lost) > 1 else ""
        self._words.setText(f"原来对应“{first.mapped.label}”的格子：{first.words}{more}")
