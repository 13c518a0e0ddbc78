"""显示与键盘: how large, in which colours and with which keys the clerk works on this PC."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import keys, preferences
from ui.dialogs.opening import close_button
from ui.look import theme
from ui.look.themes import THEMES

SHOWN_KEYS = ("new", "save", "find", "print", "pick", "help")


class Look(Protocol):
    """What the window lets the clerk choose."""

    def choose_zoom(self, scale: float) -> None:
        """Show everything in another size."""

    def choose_colours(self, name: str) -> None:
        """Show everything in other colours."""

    def choose_keys(self, scheme: str) -> None:
        """Let other keys hold."""


class SettingsDialog(QDialog):
    """Every choice holds at once; nothing needs to be saved."""

    def __init__(self, look: Look, parent: QWidget, ask_password: Callable[[], None]) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle("显示与键盘")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(theme.px(16))
        self._rows.setVerticalSpacing(theme.px(16))
        self._rows.setColumnStretch(1, 1)
        sizes = self._make_sizes()
        self._add("大小", sizes)
        self._add("颜色", self._make_colours())
        self._add("按键", self._make_schemes())
        self._add("回车", self._make_enter())
        self._add("启动密码", self._make_password(ask_password))
        self._build()
        sizes.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(16))
        column.addLayout(self._rows)
        column.addStretch()
        note = QLabel("改了马上生效，只对这台电脑有效。")
        theme.mark(note, "help")
        foot = QHBoxLayout()
        foot.addWidget(note)
        foot.addStretch()
        foot.addWidget(close_button(self))
        column.addLayout(foot)

    def _add(self, label: str, widget: QWidget) -> None:
        words = QLabel(label)
        theme.mark(words, "label")
        row = self._rows.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        words.setContentsMargins(0, theme.px(5), 0, 0)
        self._rows.addWidget(words, row, 0, top | Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(widget, row, 1, top)

    def _make_sizes(self) -> QWidget:
        sizes = {f"{scale:.0%}": f"{scale:g}" for scale in theme.ZOOMS}
        chosen = f"{theme.ZOOMS[theme.zoom_step()]:g}"
        return self._choice(
            "大小", sizes, chosen, lambda scale: self._look.choose_zoom(float(scale))
        )

    def _make_colours(self) -> QWidget:
        colours = {name: name for name in THEMES}
        return self._choice("颜色", colours, theme.now().name, self._look.choose_colours)

    def _make_schemes(self) -> QWidget:
        schemes = {words: name for name, words in keys.SCHEMES.items()}
        choice = self._choice("按键", schemes, keys.scheme(), self._choose_keys)
        self._keys = QLabel(_keys_in_words())
        self._keys.setWordWrap(True)
        theme.mark(self._keys, "help")
        return _stacked(choice, self._keys)

    def _make_enter(self) -> QWidget:
        moves = QCheckBox("填表时按回车到下一格")
        moves.setChecked(preferences.enter_moves())
        moves.toggled.connect(lambda is_on: preferences.keep_enter_moves(is_on=is_on))
        return moves

    def _make_password(self, ask: Callable[[], None]) -> QWidget:
        button = QPushButton("设置启动密码…")
        button.clicked.connect(ask)
        words = QLabel("离开座位时挡住随手打开的人；不设就直接打开。")
        words.setWordWrap(True)
        theme.mark(words, "help")
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button)
        layout.addStretch()
        return _stacked(row, words)

    def _choose_keys(self, scheme: str) -> None:
        self._look.choose_keys(scheme)
        self._keys.setText(_keys_in_words())

    def _choice(
        self, name: str, offered: Mapping[str, str], chosen: str, choose: Callable[[str], None]
    ) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        group = QButtonGroup(row)
        for words, value in offered.items():
            button = QRadioButton(words)
            button.setAccessibleName(f"{name} {words}")
            button.setChecked(value == chosen)
            button.clicked.connect(lambda _on=True, value=value: choose(value))
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch()
        # Tab comes to the chosen one, from which the arrows lead on.
        row.setFocusProxy(group.checkedButton())
        return row


def _keys_in_words() -> str:
    return "　".join(keys.label(keys.COMMANDS[one].words, one) for one in SHOWN_KEYS)


def _stacked(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    for part in parts:
        column.addWidget(part)
    return whole
