"""The line at the foot of the window: what was done, what is shown, when it was last copied."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStatusBar, QWidget

from ui import keys
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.elided import ElidedLabel

MESSAGE_MILLISECONDS = 10_000
OFFER_MILLISECONDS = 30_000


class StatusLine(QStatusBar):
    """Message · what can be done about it · count or selection · last good copy · zoom."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setSizeGripEnabled(False)
        self._message, self._counted, self._copied = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._offer = link_button("")
        self._offer.hide()
        self._run: Callable[[], object] | None = None
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._build()
        self._offer.clicked.connect(self.take_offer)
        self._ending.timeout.connect(self.fall_silent)
        self._key = keys.bind_everywhere(window, "offer", self.take_offer)
        self._key.setEnabled(False)

    @property
    def words(self) -> str:
        """Everything that stands in the line now."""
        labels = (self._message, self._counted, self._copied)
        return " ".join(one.text() for one in labels if one.text())

    @property
    def message(self) -> str:
        """What was said last, until it has gone."""
        return self._message.text()

    @property
    def offered(self) -> str:
        """The words of the link behind the message, blank for none."""
        return "" if self._offer.isHidden() else self._offer.text()

    def say(self, text: str) -> None:
        """Tell what was done; it goes after a while."""
        self._tell(text, MESSAGE_MILLISECONDS)

    def offer(self, text: str, label: str, run: Callable[[], object]) -> None:
        """Tell what was done, with a link that does one thing about it, also by its key."""
        words = keys.label(label, "offer")
        self._tell(f"{text}　{words}", OFFER_MILLISECONDS)
        self._message.setText(text)
        self._run = run
        self._offer.setText(words)
        self._offer.show()
        self._key.setEnabled(True)

    def take_offer(self) -> None:
        """Do what is offered, once."""
        run = self._run
        if run is not None:
            self.fall_silent()
            run()

    def fall_silent(self) -> None:
        """Take the message and the offer away."""
        self._ending.stop()
        self._message.clear()
        self._message.setToolTip("")
        self._run = None
        self._offer.hide()
        self._key.setEnabled(False)

    def count(self, text: str) -> None:
        """Show how many records are listed or selected."""
        self._counted.setText(text)

    def show_copy(self, text: str) -> None:
        """Show when the last good copy was made and what was changed since."""
        self._copied.setText(text)

    def add_control(self, widget: QWidget) -> None:
        """Put a control at the far end of the line."""
        self.addPermanentWidget(widget)

    def follow_scheme(self) -> None:
        """Take the keys that hold now."""
        self._key.setKeys(keys.sequences("offer"))

    def _tell(self, text: str, milliseconds: int) -> None:
        self.fall_silent()
        self._message.setText(text)
        self._message.setToolTip(text)
        self._ending.start(milliseconds)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._message, text))

    def _build(self) -> None:
        # A long message gives way to the counts instead of making the window wider.
        self._message.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._message.setMinimumWidth(1)
        told = QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(theme.px(8), 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._message)
        row.addWidget(self._offer)
        row.addStretch()
        self.addWidget(told, 1)
        self.addPermanentWidget(self._counted)
        self.addPermanentWidget(self._copied)
