"""What a list says about itself: that it is narrowed, or that it is empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui import theme
from ui.buttons import icon_button, link_button


class Banner(QFrame):
    """Says in words that not everything is shown, and offers to end that."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "warn-box")
        self._words = QLabel()
        self._words.setWordWrap(True)
        clear = link_button("清除")
        clear.clicked.connect(self.cleared)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        layout.addWidget(self._words, 1)
        layout.addWidget(clear)
        self.hide()

    @property
    def words(self) -> str:
        """What the banner says now."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show these words, or nothing at all."""
        self._words.setText(words)
        self.setVisible(bool(words))


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
