"""The first page: figures that open their lists, targets with their gap, what is still undone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.papers import Target
from models.records.units import MaintenanceItem
from models.store import Store
from tests.town import TOWN
from ui.office import Office
from ui.pages.home import FigureTile, HomePage


@pytest.fixture
def home(qtbot: QtBot, office: Office) -> HomePage:
    return _show(qtbot, office)


def _show(qtbot: QtBot, office: Office) -> HomePage:
    page = HomePage(office)
    qtbot.addWidget(page)
    page.resize(1300, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def _cards(page: HomePage) -> dict[str, FigureTile]:
    return {card.accessibleName(): card for card in page.findChildren(FigureTile)}


def _door(page: HomePage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if words in one.text())


def test_a_card_opens_exactly_the_records_behind_its_number(
    qtbot: QtBot, home: HomePage, office: Office, store: Store
) -> None:
    with qtbot.waitSignal(office.filter_asked) as asked:
        qtbot.mouseClick(_cards(home)["签订工资专项集体合同企业 7家"], Qt.MouseButton.LeftButton)

    table, ids, words = asked.args
    assert table == "cb_contract"
    assert ids == {one.id for one in store.all(Contract)}
    assert words == "签订工资专项集体合同企业 7家"


def test_a_card_opens_by_key(qtbot: QtBot, home: HomePage, office: Office) -> None:
    card = _cards(home)["新建基层工会 4家"]

    with qtbot.waitSignal(office.filter_asked):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_target_says_in_words_how_much_is_missing(home: HomePage) -> None:
    words = {label.text() for label in home.findChildren(QLabel)}

    assert "还差2家" in words
    assert len(home.findChildren(QProgressBar)) == 3


def test_a_target_leads_to_its_record(
    qtbot: QtBot, home: HomePage, office: Office, store: Store
) -> None:
    target = store.find(Target, indicator="新建基层工会数")[0]

    with qtbot.waitSignal(office.record_asked) as asked:
        qtbot.mouseClick(_door(home, "新建基层工会数"), Qt.MouseButton.LeftButton)

    assert asked.args == ["task_target", target.id]


def test_what_is_undone_leads_to_its_records(
    qtbot: QtBot, home: HomePage, office: Office, store: Store
) -> None:
    with qtbot.waitSignal(office.filter_asked) as asked:
        qtbot.mouseClick(_door(home, "1家预置单位还没有维护结果"), Qt.MouseButton.LeftButton)

    assert asked.args[1] == {one.id for one in store.find(MaintenanceItem, result="")}


def test_names_without_a_unit_are_counted(qtbot: QtBot, home: HomePage, store: Store) -> None:
    with store.change("新增合同"):
        store.save(
            Contract(
                unit_name="别处的厂",
                kind="2",
                signed_on=date(2024, 6, 1),
                valid_from=date(2024, 6, 1),
                valid_to=date(2025, 6, 1),
            )
        )

    assert _door(home, "集体合同：1份没有对应到单位台账").isVisible()


def test_a_missing_backup_is_undone_too(home: HomePage) -> None:
    assert _door(home, "这份台账还没有备份到U盘").isVisible()


def test_the_figures_follow_the_year(home: HomePage, office: Office) -> None:
    office.set_year(2023)

    assert "新建基层工会 0家" in _cards(home)


def test_an_empty_office_gets_one_line_of_advice(qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "空.db", TOWN)
    office = Office(store, 2024)

    page = _show(qtbot, office)

    with qtbot.waitSignal(office.import_asked):
        qtbot.mouseClick(_door(page, "导入 Excel"), Qt.MouseButton.LeftButton)
    office.close()
