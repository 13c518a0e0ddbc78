"""How large everything is shown, at the right end of the status bar, and by Ctrl with the wheel."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.look import theme
from ui.look.combo import CalmSlider

SLIDER_CHARS = 6


class ZoomControl(QWidget):
    """Smaller, a slider over the steps, larger, and the size in words, which leads back to 100 %."""

    asked = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._smaller = _button("−", "缩小")
        self._larger = _button("+", "放大")
        self._words = _button("", "点一下回到100%")
        self._slider = CalmSlider(Qt.Orientation.Horizontal)
        # Everything is made anew in the new size: once, where the slider is let go.
        self._slider.setTracking(False)
        self._slider.setRange(0, len(theme.ZOOMS) - 1)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName("显示大小")
        self._slider.setToolTip("显示大小")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for one in (self._smaller, self._slider, self._larger, self._words):
            row.addWidget(one)
        self._smaller.clicked.connect(lambda: self.step(-1))
        self._larger.clicked.connect(lambda: self.step(1))
        self._words.clicked.connect(lambda: self.asked.emit(theme.ZOOMS[0]))
        self._slider.valueChanged.connect(lambda value: self.asked.emit(theme.ZOOMS[value]))
        self.show_zoom()

    @property
    def words(self) -> str:
        """What the control says, such as 125%."""
        return self._words.text()

    def step(self, by: int) -> None:
        """Ask for the next larger or smaller size, if there is one."""
        wanted = min(max(theme.zoom_step() + by, 0), len(theme.ZOOMS) - 1)
        if wanted != theme.zoom_step():
            self.asked.emit(theme.ZOOMS[wanted])

    def show_zoom(self) -> None:
        """Show how large everything is now."""
        step = theme.zoom_step()
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(step)
        self._slider.blockSignals(blocked)
        self._slider.setFixedWidth(theme.chars(SLIDER_CHARS))
        self._words.setText(f"{theme.ZOOMS[step]:.0%}")
        self._smaller.setEnabled(step > 0)
        self._larger.setEnabled(step < len(theme.ZOOMS) - 1)

    def follow_wheel(self, window: QWindow) -> None:
        """Take Ctrl with the wheel anywhere in a window for a wish to zoom."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window's filter sees few events; one of the program's would see all and slow it down.
        if not isinstance(event, QWheelEvent):
            return False
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        turned = event.angleDelta().y()
        if turned:
            self.step(1 if turned > 0 else -1)
        return True


def _button(words: str, told: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(told)
    button.setAccessibleName(told)
    theme.mark(button, "bare")
    return button
