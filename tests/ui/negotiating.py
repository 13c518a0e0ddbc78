"""A page of negotiations on a day in spring, and short ways to work it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models import clock
from models.records.bargaining import Contract
from models.records.negotiation import Negotiation
from models.store import Store
from ui.office import Office
from ui.pages.negotiation.page import NegotiationPage
from ui.pages.negotiation.stage_row import StageRow

TODAY = date(2024, 3, 28)
Open = Callable[[], NegotiationPage]


@pytest.fixture(autouse=True)
def spring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def open_page(qtbot: QtBot, office: Office) -> Open:
    def build() -> NegotiationPage:
        page = NegotiationPage(office)
        qtbot.addWidget(page)
        page.resize(1300, 520)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return build


@pytest.fixture
def shandong(store: Store) -> None:
    with store.change("地区"):
        store.save(replace(store.town(), rule_region="shandong"))


def add(store: Store, **values: object) -> Negotiation:
    given: dict[str, object] = {
        "year": 2024,
        "scope": "1",
        "unit_name": "云溪鑫恒化工有限公司",
        "union_name": "云溪鑫恒化工有限公司工会委员会",
        "employer_party": "云溪鑫恒化工有限公司",
        "offer_side": "1",
        "offer_on": date(2024, 3, 14),
        "received_on": date(2024, 3, 15),
    }
    with store.change("新增协商"):
        return store.save(Negotiation(**{**given, **values}))  # type: ignore[arg-type]


def row(page: NegotiationPage, title: str) -> StageRow:
    return next(one for one in page.course.rows if one.stage.title == title)


def words_of(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def press(qtbot: QtBot, place: QWidget, words: str) -> None:
    buttons = [one for one in place.findChildren(QPushButton) if one.text().startswith(words)]
    assert buttons, f"no button {words}"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def now(store: Store) -> Negotiation:
    return store.all(Negotiation)[0]


def folds(row: StageRow) -> str:
    words = [one.text() for one in row.findChildren(QPushButton)]
    return next(one for one in words if one in {"展开", "收起"})


def add_contract(store: Store, case: Negotiation, **values: object) -> None:
    given: dict[str, object] = {
        "negotiation": case.id,
        "unit_name": "云溪鑫恒化工有限公司",
        "kind": "2",
        "scope": "1",
        "signed_on": date(2024, 3, 1),
        "valid_from": date(2024, 3, 1),
        "valid_to": date(2025, 2, 28),
        "filed_on": date(2024, 3, 4),
        "received_on": date(2024, 3, 5),
    }
    with store.change("新增合同"):
        store.save(Contract(**{**given, **values}))  # type: ignore[arg-type]
