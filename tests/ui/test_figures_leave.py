"""The numbers of a year and the records behind one of them leave as workbooks."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.figures.catalogue import Figures
from models.periods import year_period
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.reports.leaving import faults
from tests.reports.showing import sheet_rows
from ui.office import Office
from ui.pages.summary.figure import FigurePanel


@pytest.fixture
def panel(qtbot: QtBot, office: Office) -> FigurePanel:
    made = FigurePanel(office)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_figures(Figures(office.store, year_period(2024)))
    qtbot.waitUntil(lambda: not made.list.is_counting)
    return made


def saves(place: QWidget, door: ReadyDoor, target: Path) -> Path:
    """Click on the button that can be seen, and return the file."""
    door.target = target
    buttons: list[QPushButton] = list(place.findChildren(QPushButton))
    (button,) = (one for one in buttons if one.text() == "导出 Excel" and one.isVisible())
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return target


def test_all_numbers_that_are_listed_leave_with_unit_basis_and_days(
    panel: FigurePanel, door: ReadyDoor, tmp_path: Path
) -> None:
    file = saves(panel, door, tmp_path / "数字.xlsx")

    rows = sheet_rows(file)
    assert faults(file) == []
    assert rows[2] == ("类别", "指标", "数值", "单位", "计算", "口径", "时段", "代码")
    found = {row[7]: row for row in rows[3:]}
    assert list(found) == panel.list.shown_codes
    assert found["unions_total"][2:4] == (5, "家")
    assert found["cb_rate"][2] == pytest.approx(7 / 8)
    assert found["cb_rate"][4] == "7 ÷ 8 = 87.5%"


def test_only_the_numbers_that_were_searched_for_leave(
    panel: FigurePanel, door: ReadyDoor, tmp_path: Path
) -> None:
    type_text(panel.list.box, "覆盖率")

    rows = sheet_rows(saves(panel, door, tmp_path / "数字.xlsx"))

    assert rows[3:]
    assert all("覆盖率" in row[1] for row in rows[3:])


def test_a_number_leaves_with_its_basis_and_every_record_behind_it(
    panel: FigurePanel, office: Office, door: ReadyDoor, tmp_path: Path
) -> None:
    figure = Figures(office.store, year_period(2024))["unions_total"]
    panel.show_figure(figure)

    file = saves(panel, door, tmp_path / "名单.xlsx")

    assert faults(file) == []
    told = dict(row[:2] for row in sheet_rows(file)[3:])
    assert told["数值"] == "5家"
    assert told["口径"] == figure.definition.basis
    listed = sheet_rows(file, place=1)
    assert listed[2][:2] == ("序号", "工会名称")
    assert [row[1] for row in listed[3:]] == [office.store.title_of(one) for one in figure.records]
    assert {row[-1] for row in listed[3:]} == {"计入"}
