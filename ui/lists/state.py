"""What a list says about itself: that it is narrowed, or that it is empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from ui.look import theme
from ui.look.buttons import icon_button, link_button


class Banner(QFrame):
    """Says in words that not everything is shown, and offers to end that."""

    cleared = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._words = _Words()
        self._words.setWordWrap(True)
        self._words.clicked.connect(self._follow_click)
        self._edit = link_button("改条件")
        self._edit.clicked.connect(self.edited)
        clear = link_button("清除")
        clear.clicked.connect(self.cleared)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._edit)
        layout.addWidget(clear)
        self.hide()

    @property
    def words(self) -> str:
        """What the banner says now."""
        return self._words.text()

    def say(self, words: str, *, can_edit: bool = False) -> None:
        """Show these words, or nothing at all; what can be edited opens where they are clicked."""
        self._words.setText(words)
        self._edit.setVisible(can_edit)
        shape = Qt.CursorShape.PointingHandCursor if can_edit else Qt.CursorShape.ArrowCursor
        self._words.setCursor(shape)
        self.setVisible(bool(words))

    def _follow_click(self) -> None:
        if not self._edit.isHidden():
            self.edited.emit()


class _Words(QLabel):
    """Words that tell when they are clicked."""

    clicked = Signal()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.clicked.emit()


class EmptyState(QFrame):
    """Stands in the place of a list without records and names the next thing to do."""

    import_asked = Signal()

    def __init__(self, title: str, advice: str, *, can_import: bool) -> None:
        super().__init__()
        theme.mark(self, "card")
        heading, words = QLabel(title), QLabel(advice)
        theme.mark(heading, "title")
        theme.mark(words, "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.addStretch()
        layout.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words)
        if can_import:
            button = icon_button("导入 Excel", "import")
            button.clicked.connect(self.import_asked)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
