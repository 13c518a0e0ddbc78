"""Editors take what the clerk types, show it as the program writes it, and go on with Enter."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.fields import Choice, Choices, Day, Field, Flag, Link, Money, Note, Number, Text
from models.reading import Refused
from models.records.units import Unit
from models.store import Store
from tests.keyboard import type_text
from ui.forms.choosers import editor_for
from ui.forms.editors import Editor
from ui.look.combo import CalmCombo

Make = Callable[[Field], Editor]


@pytest.fixture
def make(qtbot: QtBot, store: Store) -> Make:
    """Return what makes and shows the editor of a field."""

    def build(field: Field) -> Editor:
        editor = editor_for(field, store)
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        return editor

    return build


def _type(qtbot: QtBot, editor: Editor, text: str) -> None:
    assert isinstance(editor.control, QLineEdit)
    editor.control.setFocus()
    type_text(editor.control, text)


def _offered(editor: Editor) -> list[str]:
    model = editor.control.findChild(QCompleter).completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_day_is_read_in_any_spelling_and_shown_as_iso_on_leaving(
    qtbot: QtBot, make: Make
) -> None:
    editor = make(Day(label="日期"))
    _type(qtbot, editor, "2024.3.5")

    editor.tidy(2024)

    assert editor.read(2024).value == date(2024, 3, 5)
    assert isinstance(editor.control, QLineEdit)
    assert editor.control.text() == "2024-03-05"


def test_a_day_without_its_year_takes_the_year_the_clerk_works_on(qtbot: QtBot, make: Make) -> None:
    editor = make(Day(label="日期"))
    _type(qtbot, editor, "3月5日")

    assert editor.read(2023).value == date(2023, 3, 5)


def test_what_cannot_be_a_number_is_refused_in_words(qtbot: QtBot, make: Make) -> None:
    editor = make(Number(label="职工人数"))
    _type(qtbot, editor, "很多")

    with pytest.raises(Refused):
        editor.read()


def test_numbers_stand_at_the_right(make: Make) -> None:
    for field in (Number(label="人数"), Money(label="金额")):
        editor = make(field)

        assert isinstance(editor.control, QLineEdit)
        assert editor.control.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("typed", ["农民专业合作社", "nmzy", "nongminzhuanye", "07"])
def test_a_choice_is_found_by_words_pinyin_initials_and_code(
    qtbot: QtBot, make: Make, typed: str
) -> None:
    editor = make(Choice(label="类别", codes="carrier_type"))

    _type(qtbot, editor, typed)

    assert _offered(editor)[0] == "农民专业合作社"


def test_enter_in_the_list_takes_the_first_offer_and_goes_on(qtbot: QtBot, make: Make) -> None:
    editor = make(Choice(label="类别", codes="carrier_type"))
    _type(qtbot, editor, "bgjd")
    popup = editor.control.findChild(QCompleter).popup()

    with qtbot.waitSignal(editor.done):
        qtbot.keyClick(popup, Qt.Key.Key_Return)

    assert editor.read().value == "08"


def test_a_choice_that_only_one_line_answers_is_taken_on_leaving(qtbot: QtBot, make: Make) -> None:
    editor = make(Choice(label="类别", codes="carrier_type"))
    _type(qtbot, editor, "cssc")
    editor.control.findChild(QCompleter).popup().hide()

    editor.control.clearFocus()

    assert editor.read().value == "10"


def test_an_unknown_choice_is_refused_with_what_may_be_filled_in(qtbot: QtBot, make: Make) -> None:
    editor = make(Choice(label="类别", codes="yes_no"))
    _type(qtbot, editor, "也许")

    with pytest.raises(Refused, match="可填：是、否"):
        editor.read()


def test_a_link_is_picked_by_initials(qtbot: QtBot, make: Make, store: Store) -> None:
    editor = make(Link(label="单位", to="unit"))
    _type(qtbot, editor, "hdzzc")
    popup = editor.control.findChild(QCompleter).popup()

    qtbot.keyClick(popup, Qt.Key.Key_Return)

    unit = store.find(Unit, name="云溪宏达铸造厂")[0]
    assert editor.read().value == unit.id


def test_a_link_to_nothing_known_is_refused(qtbot: QtBot, make: Make) -> None:
    editor = make(Link(label="单位", to="unit"))
    _type(qtbot, editor, "不存在的厂")

    with pytest.raises(Refused, match="台账里没有“不存在的厂”"):
        editor.read()


def test_a_link_cleared_by_hand_points_nowhere(qtbot: QtBot, make: Make, store: Store) -> None:
    editor = make(Link(label="单位", to="unit"))
    editor.show_value(store.all(Unit)[0].id)
    assert isinstance(editor.control, QLineEdit)

    editor.control.clear()

    assert editor.read().value is None


def test_the_arrow_offers_every_line(qtbot: QtBot, make: Make) -> None:
    editor = make(Choice(label="是否", codes="yes_no"))
    editor.control.setFocus()

    qtbot.keyClick(editor.control, Qt.Key.Key_F2)

    assert _offered(editor) == ["是", "否"]


def test_ticks_are_read_as_flag_and_as_choices(make: Make) -> None:
    flag = make(Flag(label="厂务公开"))
    several = make(Choices(label="内容", codes="yes_no"))
    flag.show_value(True)
    several.show_value(("1", "0"))

    assert flag.read().value is True
    assert several.read().value == ("1", "0")


def test_enter_asks_for_the_next_field(qtbot: QtBot, make: Make) -> None:
    editor = make(Text(label="名称"))

    with qtbot.waitSignal(editor.done):
        qtbot.keyClick(editor.control, Qt.Key.Key_Enter)


def test_enter_while_an_input_method_composes_stays_in_the_field(qtbot: QtBot, make: Make) -> None:
    editor = make(Text(label="名称"))
    editor.control.setFocus()
    QApplication.sendEvent(editor.control, QInputMethodEvent("ni'hao", []))

    with qtbot.assertNotEmitted(editor.done):
        qtbot.keyClick(editor.control, Qt.Key.Key_Return)

    QApplication.sendEvent(editor.control, QInputMethodEvent())
    with qtbot.waitSignal(editor.done):
        qtbot.keyClick(editor.control, Qt.Key.Key_Return)


def test_enter_in_a_note_is_a_new_line_and_ctrl_enter_goes_on(qtbot: QtBot, make: Make) -> None:
    editor = make(Note(label="备注"))
    assert isinstance(editor.control, QPlainTextEdit)
    type_text(editor.control, "一")
    qtbot.keyClick(editor.control, Qt.Key.Key_Return)
    type_text(editor.control, "二")

    with qtbot.waitSignal(editor.done):
        qtbot.keyClick(editor.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert editor.read().value == "一\n二"


def test_the_wheel_does_not_change_a_list_in_passing(qtbot: QtBot) -> None:
    combo = CalmCombo()
    combo.addItems(["一", "二", "三"])
    qtbot.addWidget(combo)
    combo.show()
    combo.clearFocus()

    where = QPointF(5, 5)
    down = QPoint(0, -120)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(where, where, down, down, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(combo, event)

    assert combo.currentIndex() == 0
