"""Wherever the keyboard is can be seen, in both themes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTextBrowser,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.widgets import visible
from ui.look import theme
from ui.look.combo import CalmCombo, CalmNumber
from ui.look.themes import HIGH_CONTRAST, LIGHT, Tokens
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

ROLES = ("", "main", "large", "link", "choice", "sub", "bare", "menu", "icon")
# A ring as long as this in pixels is seen; less could be a cursor that blinks.
SEEN = 40
themes = pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST], ids=str)


@pytest.fixture
def worn(app: QApplication, tokens: Tokens) -> Iterator[Tokens]:
    """The theme that is worn during the test."""
    theme.apply(app, tokens=tokens)
    yield tokens
    theme.apply(app, tokens=LIGHT)


def _controls() -> list[QWidget]:
    buttons: list[QWidget] = []
    for role in ROLES:
        buttons.append(QPushButton("保存"))
        theme.mark(buttons[-1], role)
    chosen = QPushButton("会员 12")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    theme.mark(chosen, "sub")
    combo = CalmCombo()
    combo.addItem("居民身份证")
    others = [QLineEdit("张"), QPlainTextEdit("张"), combo, CalmNumber(), QCheckBox("是")]
    views = [QListWidget(), QTreeWidget(), QTextBrowser(), QSlider(Qt.Orientation.Horizontal)]
    return [*buttons, chosen, *others, QRadioButton("否"), *views]


def _changed(before: QImage, after: QImage) -> int:
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(before.width())
        for y in range(before.height())
    )


def _picture(widget: QWidget) -> QImage:
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place).toImage()


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _focus_shows(widget: QWidget, elsewhere: QWidget) -> bool:
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    before = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return _changed(before, _picture(widget)) >= SEEN


@themes
@pytest.mark.usefixtures("worn")
def test_every_control_shows_that_it_has_the_focus(qtbot: QtBot) -> None:
    root = QWidget()
    column = QVBoxLayout(root)
    elsewhere, controls = QLineEdit(), _controls()
    for one in (elsewhere, *controls):
        column.addWidget(one)
    qtbot.addWidget(root)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)

    hidden = [
        f"{type(one).__name__} {one.property('role')}"
        for one in controls
        if not _focus_shows(one, elsewhere)
    ]

    assert hidden == []


@themes
@pytest.mark.usefixtures("worn")
def test_every_stop_of_the_tab_key_in_the_window_is_seen(
    qtbot: QtBot, fresh: MainWindow, town_path: Path
) -> None:
    fresh.open_office(town_path)
    desk = fresh.desk
    assert desk is not None
    desk.show_area(1)
    assert isinstance(desk.page, SubTabs)
    qtbot.waitUntil(fresh.isActiveWindow)
    elsewhere, seen = desk.top_bar.search, set()
    hidden = []

    for one in list(visible(fresh, QWidget)):
        kind = f"{type(one).__name__} {one.property('role')}"
        is_stop = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        if kind in seen or not is_stop or one is elsewhere:
            continue
        seen.add(kind)
        _bring_into_view(one)
        if not _focus_shows(one, elsewhere):
            hidden.append(kind)

    assert hidden == []
    assert len(seen) > 8


@themes
@pytest.mark.usefixtures("worn")
def test_nothing_moves_when_a_list_takes_the_focus(qtbot: QtBot) -> None:
    root = QWidget()
    column = QVBoxLayout(root)
    elsewhere, shown = QLineEdit(), QListWidget()
    shown.addItems(["一", "二"])
    column.addWidget(elsewhere)
    column.addWidget(shown)
    qtbot.addWidget(root)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    elsewhere.setFocus()
    before = shown.viewport().geometry()

    shown.setFocus()
    QApplication.sendPostedEvents(shown, QEvent.Type.LayoutRequest.value)

    assert shown.viewport().geometry() == before
