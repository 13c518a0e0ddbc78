"""The stages of life of a list's records: a list of their own, each with its count."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.store import Store
from ui.office import Office
from ui.page import RecordPage
from ui.page_spec import PageSpec

RUNNING = Contract(
    unit_name="甲厂",
    kind="2",
    signed_on=date(2024, 1, 1),
    valid_from=date(2024, 1, 1),
    valid_to=date(2025, 12, 31),
)


@pytest.fixture
def page(qtbot: QtBot, office: Office, store: Store) -> RecordPage:
    with store.change("合同"):
        for one in store.all(Contract):
            store.delete(one)
        store.save_all(
            [
                RUNNING,
                replace(RUNNING, unit_name="乙厂", valid_to=date(2024, 6, 30)),
                replace(RUNNING, unit_name="丙厂", ended_on=date(2024, 5, 1)),
                replace(RUNNING, unit_name="丁厂", valid_from=date(2025, 2, 1)),
                replace(RUNNING, unit_name="戊厂", signed_on=date(2023, 1, 1)),
            ]
        )
    made = RecordPage(PageSpec(Contract), office)
    qtbot.addWidget(made)
    made.show()
    return made


def _names(page: RecordPage) -> list[str]:
    return [one.unit_name for one in page.table.records.records if isinstance(one, Contract)]


def _counts(page: RecordPage) -> list[str]:
    buttons = [one for one in page.filters.findChildren(QPushButton) if one.isVisible()]
    buttons = [one for one in buttons if one.isCheckable()]
    return [one.text() for one in buttons if "年度" not in one.text()]


def test_each_stage_is_a_list_of_its_own_with_its_count(page: RecordPage) -> None:
    every = _names(page)
    counts = _counts(page)
    lists = {}
    for name in ("已终止", "有效", "到期", "未开始"):
        page.filters.choose_state(name)
        lists[name] = _names(page)

    assert every == ["甲厂", "乙厂", "丙厂", "丁厂"]
    assert counts == ["全部 4", "已终止 1", "有效 1", "到期 1", "未开始 1"]
    assert lists == {"已终止": ["丙厂"], "有效": ["甲厂"], "到期": ["乙厂"], "未开始": ["丁厂"]}


def test_the_banner_names_the_stage_and_clearing_shows_everything(page: RecordPage) -> None:
    page.filters.choose_state("有效")
    said = page.banner.words
    page.clear_filters()

    assert "有效" in said
    assert "1 / 5" in said
    assert len(_names(page)) == 5
    assert page.filters.state is None


def test_a_stage_is_told_for_the_end_of_a_past_year(page: RecordPage, office: Office) -> None:
    page.clear_filters()
    office.set_year(2025)

    page.filters.choose_state("有效")

    assert office.day == date(2025, 12, 31)
    assert sorted(_names(page)) == ["丁厂", "戊厂", "甲厂"]
