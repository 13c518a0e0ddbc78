"""A scrolled panel whose content is made anew without losing its place."""

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.look import theme


class ChangingArea(QScrollArea):
    """A panel that scrolls when it has more to show than room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def show_content(self, content: QWidget) -> None:
        """Show other content; the old one may be in the middle of telling what was chosen."""
        theme.mark(content, "clear")
        place = self.verticalScrollBar().value()
        old = self.takeWidget()
        self.setWidget(content)
        self.verticalScrollBar().setValue(place)
        if old is not None:
            old.deleteLater()
