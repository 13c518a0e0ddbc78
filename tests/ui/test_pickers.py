"""A person or a unit is entered once and picked everywhere else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from models.fields import Choice, Field, Link, fields_of
from models.reading import Refused
from models.records.members import Member
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.forms.choosers import editor_for
from ui.forms.editors import Editor
from ui.forms.options import record_options
from ui.forms.pickers import LinkEditor
from ui.look import theme
from ui.record_boxes import NewRecordDialog
from ui.window.main_window import MainWindow

Make = Callable[[Field], Editor]


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


@pytest.fixture
def namesakes(store: Store) -> list[Member]:
    with store.change("登记会员"):
        return store.save_all(
            [
                Member(
                    name="王秀英",
                    unit_name="云溪鑫恒化工有限公司",
                    birth=PartialDate(1985, 3, 1),
                    id_no="370399198503010021",
                ),
                Member(
                    name="王秀英",
                    unit_name="云溪华康食品有限公司",
                    birth=PartialDate(1990, 7, 2),
                    id_no="370399199007020043",
                ),
                Member(
                    name="王小虎",
                    unit_name="云溪惠民超市",
                    birth=PartialDate(1979, 1, 5),
                    id_no="370399197901050011",
                ),
            ]
        )


def test_namesakes_are_told_apart_by_unit_birth_year_and_the_end_of_the_id(
    store: Store, namesakes: list[Member]
) -> None:
    with store.change("建立查找索引"):
        for one in namesakes:
            store.delete(one)
            store.save_all(
                [Member(name=one.name, unit_name=one.unit_name, birth=one.birth, id_no=one.id_no)]
            )

    offered = record_options(store, "member")("wxy")

    assert [one.offer for one in offered] == [
        "王秀英　云溪鑫恒化工有限公司　1985年生　尾号0021",
        "王秀英　云溪华康食品有限公司　1990年生　尾号0043",
    ]
    assert [one.text for one in offered] == ["王秀英", "王秀英"]


def test_one_that_is_not_there_is_made_on_the_spot_and_picked(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "基层工会")
    clerk.presses("新增")
    form = clerk.page.form
    control = form.cell("unit").editor.control
    assert isinstance(control, QLineEdit)
    control.setFocus()
    type_text(control, "云溪新星印刷厂")
    popup = control.findChild(QCompleter).popup()
    rows = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    dialog = clerk.window.findChildren(NewRecordDialog)[-1]
    title = dialog.form.cell("name").editor.read().value
    dialog.form.save()

    assert rows == ["＋ 新增单位“云溪新星印刷厂”…"]
    assert title == "云溪新星印刷厂"
    unit = clerk.store.find(Unit, name="云溪新星印刷厂")[0]
    assert form.cell("unit").editor.read().value == unit.id
    assert form.cell("unit_name").editor.read().value == "云溪新星印刷厂"
    assert fields_of(Union)["unit"] == form.cell("unit").editor.field
    assert isinstance(form.cell("unit").editor, LinkEditor)
    assert isinstance(form.cell("unit").editor.field, Link)


def test_a_list_of_many_offers_only_the_first(store: Store) -> None:
    with store.change("许多单位"):
        store.save_all([Unit(name=f"第{number:04}厂") for number in range(2_000)])
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)

    offered = record_options(store, "unit")("")

    store.connection.set_trace_callback(None)
    assert len(offered) == 60
    assert len(asked) == 1


def _popup(editor: Editor) -> QAbstractItemView:
    return editor.control.findChild(QCompleter).popup()


def _rows(editor: Editor) -> list[str]:
    model = _popup(editor).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def make(qtbot: QtBot, store: Store) -> Make:
    """Return what makes and shows the editor of a field with the cursor in it."""

    def build(field: Field) -> Editor:
        editor = editor_for(field, store)
        qtbot.addWidget(editor)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        editor.control.setFocus()
        return editor

    return build


@pytest.mark.parametrize("typed", ["张建华", "zjh", "zhangjianhua", "建华", "0217", "张 0217"])
def test_one_of_five_thousand_is_picked_by_any_of_her_words(
    make: Make, store: Store, typed: str
) -> None:
    with store.change("导入", kind="import"):
        store.save_all([Member(name=f"李{number}") for number in range(5_000)])
        wanted = store.save_all([Member(name="张建华", id_no="370399198503010217")])[0]
    editor = make(Link(label="会员", to="member"))

    type_text(editor.control, typed)
    QTest.keyClick(_popup(editor), Qt.Key.Key_Return)

    assert editor.read().value == wanted.id


def test_a_unit_is_picked_by_its_credit_code(make: Make, store: Store) -> None:
    with store.change("新增单位"):
        unit = store.save(Unit(name="云溪新星印刷厂", credit_code="91370399MAQH00018Y"))
    editor = make(Link(label="单位", to="unit"))

    type_text(editor.control, "maqh0001")
    QTest.keyClick(_popup(editor), Qt.Key.Key_Return)

    assert editor.read().value == unit.id


def test_a_list_that_is_cut_says_how_many_are_left_and_still_offers_a_new_one(
    make: Make, store: Store
) -> None:
    with store.change("许多单位"):
        store.save_all([Unit(name=f"第{number:04}厂") for number in range(200)])
    total = store.count(Unit)
    editor = make(Link(label="单位", to="unit"))

    type_text(editor.control, "厂")
    typed = _rows(editor)
    _popup(editor).hide()
    editor.control.clear()
    QTest.keyClick(editor.control, Qt.Key.Key_F2)
    everything = _rows(editor)

    mentioning = len(store.matching_ids("unit", "厂"))
    assert typed[-2:] == [f"还有 {mentioning - 60} 条，请再输几个字", "＋ 新增单位“厂”…"]
    assert everything[-2:] == [f"还有 {total - 60} 条，请再输几个字", "＋ 新增单位…"]


def test_the_last_row_is_reached_with_the_arrow_upwards(
    qtbot: QtBot, make: Make, namesakes: list[Member]
) -> None:
    editor = make(Link(label="会员", to="member"))
    assert isinstance(editor, LinkEditor)
    type_text(editor.control, "王")
    popup = _popup(editor)

    with qtbot.waitSignal(editor.new_asked) as asked:
        QTest.keyClick(popup, Qt.Key.Key_Up)
        QTest.keyClick(popup, Qt.Key.Key_Return)

    assert asked.args == ["王"]


def test_enter_alone_never_starts_a_new_record(qtbot: QtBot, make: Make) -> None:
    editor = make(Link(label="会员", to="member"))
    assert isinstance(editor, LinkEditor)
    type_text(editor.control, "没有此人")

    with qtbot.assertNotEmitted(editor.new_asked):
        QTest.keyClick(_popup(editor), Qt.Key.Key_Return)

    assert _rows(editor) == ["＋ 新增会员“没有此人”…"]


def test_what_can_be_typed_is_told_while_the_cursor_is_there(make: Make) -> None:
    member = make(Link(label="会员", to="member"))
    assert isinstance(member.control, QLineEdit)
    told = member.control.placeholderText()

    code = make(Choice(label="类别", codes="yes_no"))

    assert isinstance(code.control, QLineEdit)
    assert told == "姓名、首字母或证件尾号"
    assert member.control.placeholderText() == ""
    assert code.control.placeholderText() == "汉字、拼音首字母或代码"


def test_a_word_of_ones_own_is_refused_with_what_may_be_meant(make: Make) -> None:
    editor = make(Choice(label="登记注册类型", codes="registration_type"))
    type_text(editor.control, "私企")

    with pytest.raises(Refused, match="没有“私企”，是不是：.*私营企业"):
        editor.read()


def test_nothing_is_picked_while_the_input_method_composes(
    make: Make, namesakes: list[Member]
) -> None:
    editor = make(Link(label="会员", to="member"))
    type_text(editor.control, "王")
    was_open = _popup(editor).isVisible()

    QApplication.sendEvent(editor.control, QInputMethodEvent("xiao", []))
    QTest.keyClick(editor.control, Qt.Key.Key_Return)
    with pytest.raises(Refused):
        editor.read()

    assert was_open
    assert not _popup(editor).isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75])
def test_no_offer_is_clipped_at_any_size(
    make: Make, namesakes: list[Member], program: QApplication, scale: float
) -> None:
    theme.apply(program, scale=scale)
    editor = make(Link(label="会员", to="member"))
    editor.setFixedWidth(theme.chars(8))
    type_text(editor.control, "王")
    popup = _popup(editor)
    needed = popup.sizeHintForColumn(0)

    theme.apply(program, scale=1.0)

    room = editor.screen().availableGeometry().width()
    assert popup.viewport().width() >= min(needed, room - theme.px(60))
