"""How large everything is shown: chosen at the foot of the window, by keys or wheel, and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from tests.widgets import visible
from ui import preferences
from ui.look import theme
from ui.look.themes import HIGH_CONTRAST, LIGHT
from ui.window import first_look
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs


@pytest.fixture(autouse=True)
def usual_look(app: QApplication) -> Iterator[None]:
    """Every test begins and ends with the usual size and colours."""
    yield
    theme.apply(app, scale=1.0, tokens=LIGHT)


def _turn_wheel(window: MainWindow, clicks: int, modifier: Qt.KeyboardModifier) -> None:
    handle = window.windowHandle()
    place = QPointF(window.width() / 2, window.height() / 2)
    event = QWheelEvent(
        place,
        QPointF(handle.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt's own order
    )
    QCoreApplication.sendEvent(handle, event)


def _button(window: MainWindow, told: str) -> QPushButton:
    buttons = visible(window.zoom_control, QPushButton)
    return next(one for one in buttons if one.toolTip() == told)  # type: ignore[return-value]


def test_ctrl_with_the_wheel_zooms_and_the_wheel_alone_does_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    # What can wait until the window was painted follows a turn of the loop later.
    qtbot.wait(1)
    _turn_wheel(window, 1, Qt.KeyboardModifier.NoModifier)
    alone = theme.zoom()
    _turn_wheel(window, 1, Qt.KeyboardModifier.ControlModifier)
    larger = theme.zoom()
    _turn_wheel(window, -1, Qt.KeyboardModifier.ControlModifier)

    assert (alone, larger, theme.zoom()) == (1.0, pytest.approx(1.1), 1.0)


def test_the_control_at_the_foot_goes_step_by_step_and_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(_button(window, "放大"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_button(window, "放大"), Qt.MouseButton.LeftButton)
    grown = window.zoom_control.words
    qtbot.mouseClick(_button(window, "缩小"), Qt.MouseButton.LeftButton)
    smaller = window.zoom_control.words
    qtbot.mouseClick(_button(window, "点一下回到100%"), Qt.MouseButton.LeftButton)

    assert (grown, smaller, window.zoom_control.words) == ("125%", "110%", "100%")


def test_the_slider_reaches_the_largest_size(qtbot: QtBot, window: MainWindow) -> None:
    slider = window.zoom_control.findChild(QSlider)
    slider.setFocus()

    qtbot.keyClick(slider, Qt.Key.Key_End)

    assert theme.zoom() == pytest.approx(1.75)
    assert window.zoom_control.words == "175%"
    assert not _button(window, "放大").isEnabled()


def test_the_size_is_kept_for_this_computer(window: MainWindow, app: QApplication) -> None:
    window.choose_zoom(1.25)

    assert first_look.kept_zoom(app.primaryScreen()) == 1.25


def test_the_place_and_what_was_typed_stay(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.show_area(1)
    lists = window.desk.page
    assert isinstance(lists, SubTabs)
    lists.show_list(2)
    page = lists.page
    assert page is not None
    page.start_new()
    editor = page.form.cell("name").editor.control
    editor.setFocus()
    qtbot.keyClicks(editor, "half a name")

    window.choose_colours(HIGH_CONTRAST.name)

    shown = window.desk.page
    assert isinstance(shown, SubTabs)
    assert shown.number == 2
    assert shown.page is not None
    assert shown.page.form.cell("name").editor.control.text() == "half a name"


def test_what_changes_afterwards_reaches_only_the_pages_that_are_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.office is not None
    assert window.desk is not None
    for number in range(window.desk.tabs.count()):
        window.desk.show_area(number)
    window.choose_zoom(1.1)
    office = window.office
    town = office.store.town()

    with qtbot.captureExceptions() as errors:
        with office.store.change("修改本镇情况"):
            office.store.save(town)
        office.set_year(office.year - 1)
        qtbot.wait(1)

    assert errors == []


def test_the_menu_offers_both_themes_and_the_window_wears_the_chosen_one(
    window: MainWindow, app: QApplication
) -> None:
    before = window.grab().toImage()
    entries = {
        entry.text(): entry
        for menu in window.menuBar().actions()
        for entry in menu.menu().actions()  # type: ignore[attr-defined]
    }

    entries["高对比度颜色"].trigger()

    assert theme.now() is HIGH_CONTRAST
    assert preferences.theme() == HIGH_CONTRAST.name
    assert app.palette().color(QPalette.ColorRole.WindowText) == QColor(HIGH_CONTRAST.ink)
    assert window.grab().toImage() != before
    entries["标准颜色"].trigger()
    assert theme.now() is LIGHT


def test_a_computer_that_is_set_to_high_contrast_starts_with_it(app: QApplication) -> None:
    del app
    pure, usual = QPalette(), QPalette()
    for ground, text in (
        (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText),
        (QPalette.ColorRole.Button, QPalette.ColorRole.ButtonText),
    ):
        pure.setColor(ground, QColor("black"))
        pure.setColor(text, QColor("white"))
        usual.setColor(ground, QColor("gainsboro"))
        usual.setColor(text, QColor("black"))

    assert first_look.kept_tokens(pure) is HIGH_CONTRAST
    assert first_look.kept_tokens(usual) is LIGHT
    preferences.keep_theme(LIGHT.name)
    assert first_look.kept_tokens(pure) is LIGHT


@pytest.mark.parametrize(
    ("width", "height", "dots", "zoom"),
    [
        (1366, 768, 112, 1.0),
        (1920, 1080, 157, 1.0),
        (1280, 720, 105, 1.0),
        (2560, 1440, 109, 1.1),
        (3840, 2160, 163, 1.5),
        (3840, 2160, 280, 1.75),
    ],
)
def test_the_first_size_goes_with_the_screen(
    width: int, height: int, dots: float, zoom: float
) -> None:
    assert first_look.proposed_zoom(width, height, dots) == zoom
