"""A county form on its page, and what the clerk does with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.county_forms.places import Place
from models.figures.catalogue import FIGURES, Figures
from models.periods import year_period
from models.store import Store
from tests.county_blanks import blank_form
from tests.door import ReadyDoor
from ui.office import Office
from ui.pages.county_forms.form_view import FormView
from ui.pages.county_forms.page import CountyFormsPage

# How often the loop may turn until the window is in front.
TURNS = 50
FOUNDED = Place(0, 3, 1)
FOUNDED_BEFORE = Place(0, 3, 2)
JOINED = Place(0, 4, 1)
MEMBERS = Place(0, 5, 1)


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[CountyFormsPage]:
    made = CountyFormsPage(office)
    qtbot.addWidget(made)
    made.resize(1366, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.view.close_form()


@pytest.fixture
def view(page: CountyFormsPage, door: ReadyDoor, tmp_path: Path) -> FormView:
    door.files = [blank_form(tmp_path / "统计表.xlsx")]
    page.add()
    come_to_front(page)
    return page.view


def come_to_front(page: QWidget) -> None:
    """Wait until the window is the active one, as desktops make it when a box is gone."""
    for _turn in range(TURNS):
        page.window().activateWindow()
        QTest.qWait(1)
        if QApplication.activeWindow() is page.window():
            return


def presses(place: QWidget, words: str) -> None:
    QTest.qWait(1)
    found = [
        one
        for one in place.findChildren(QPushButton)
        if one.text().startswith(words) and one.isVisible()
    ]
    assert found, f"no button “{words}” can be seen"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def clicks(view: FormView, place: Place) -> None:
    grid = view.grid
    index = grid.cells.index(*place.cell)
    grid.scrollTo(index)
    point = grid.visualRect(index).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


def shows(view: FormView, place: Place) -> tuple[str, str]:
    mark = view.grid.cells.mark(place.cell)
    return mark.kind, mark.text


def founded(store: Store) -> str:
    code = next(one.code for one in FIGURES if one.label == "新建基层工会")
    return f"{Figures(store, year_period(2024))[code].value:,}"
