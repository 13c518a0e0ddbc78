"""The line at the foot tells what was done and offers one thing to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.window import status_line
from ui.window.main_window import MainWindow


def _link(window: MainWindow) -> QPushButton:
    return next(
        one for one in window.status.findChildren(QPushButton) if one.text().endswith(" F4")
    )


def test_an_offer_stands_behind_its_message_with_its_key(window: MainWindow) -> None:
    assert window.office is not None

    window.office.offer("已删除单位“云溪水厂”", "撤销", lambda: None)

    assert window.status.message == "已删除单位“云溪水厂”"
    assert window.status.offered == "撤销 F4"
    assert _link(window).isVisible()


def test_an_offer_is_taken_once_by_its_key_from_any_field(qtbot: QtBot, window: MainWindow) -> None:
    assert window.office is not None
    assert window.desk is not None
    done: list[str] = []
    window.office.offer("已保存，被筛选隐藏", "显示它", lambda: done.append("shown"))
    box: QLineEdit = window.desk.top_bar.search
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_F4)
    qtbot.keyClick(box, Qt.Key.Key_F4)

    assert done == ["shown"]
    assert window.status.offered == ""
    assert window.status.message == ""


def test_an_offer_can_be_clicked_and_is_reached_by_tab(qtbot: QtBot, window: MainWindow) -> None:
    assert window.office is not None
    done: list[str] = []
    window.office.offer("已保存", "显示它", lambda: done.append("shown"))
    link = _link(window)
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus

    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert done == ["shown"]


def test_the_next_message_takes_an_old_offer_away(window: MainWindow) -> None:
    assert window.office is not None
    window.office.offer("已删除", "撤销", lambda: None)

    window.office.say("已保存")

    assert window.status.offered == ""
    assert window.status.message == "已保存"


def test_what_an_offer_does_may_say_something_itself(window: MainWindow) -> None:
    office = window.office
    assert office is not None
    office.offer("已删除", "撤销", lambda: office.say("已撤销：删除"))

    window.status.take_offer()

    assert window.status.message == "已撤销：删除"


def test_a_message_goes_after_a_while(
    qtbot: QtBot, window: MainWindow, monkeypatch: object
) -> None:
    monkeypatch.setattr(status_line, "MESSAGE_MILLISECONDS", 1)  # type: ignore[attr-defined]

    window.status.say("已保存")

    qtbot.waitUntil(lambda: window.status.message == "")


def test_a_long_message_does_not_push_the_count_out(window: MainWindow) -> None:
    width = window.width()

    window.status.say("很长的一句话" * 60)
    window.status.count("单位 10家")

    assert window.width() == width
    assert window.minimumSizeHint().width() <= width


def test_a_closed_file_leaves_no_words_behind(window: MainWindow) -> None:
    assert window.office is not None
    window.office.offer("已删除", "撤销", lambda: None)

    window.show_first_run()

    assert window.status_words == ""
    assert window.status.offered == ""
