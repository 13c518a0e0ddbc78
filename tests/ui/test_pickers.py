"""A person or a unit is entered once and picked everywhere else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit

from models.fields import Link, fields_of
from models.records.members import Member
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.forms.options import record_options
from ui.forms.pickers import LinkEditor
from ui.main_window import MainWindow
from ui.record_boxes import NewRecordDialog


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
