"""The list of all numbers: by field of work, found by words and initials, counted bit by bit."""

from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.reported import FigureAdjustment, LocalFigure
from models.store import Store
from tests.keyboard import type_text
from tests.town import TOWN
from ui.pages.summary.figure_list import FigureList

YEAR = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}


@pytest.fixture
def numbers(qtbot: QtBot, store: Store) -> FigureList:
    """The list, counted afresh at every change."""
    made = FigureList()
    qtbot.addWidget(made)
    made.resize(480, 500)

    def count() -> None:
        made.show_figures(Figures(store, year_period(2024)))

    store.listen(lambda _tables: count())
    count()
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: not made.is_counting)
    return made


def test_an_empty_town_is_told_where_its_numbers_come_from(qtbot: QtBot, tmp_path: Path) -> None:
    with closing(Store.create(tmp_path / "空.db", TOWN)) as empty:
        numbers = FigureList()
        qtbot.addWidget(numbers)
        numbers.resize(480, 500)
        numbers.show_figures(Figures(empty, year_period(2024)))
        numbers.show()
        qtbot.waitExposed(numbers)
        qtbot.waitUntil(lambda: not numbers.is_counting)

        hints = [one.text() for one in numbers.findChildren(QLabel)]
        assert hints == ["这个时段的台账里还没有记录。点开一个数字，看在哪里登记。"]
        group = numbers.tree.topLevelItem(numbers.tree.topLevelItemCount() - 1)
        assert group is not None
        assert group.isExpanded()


def listed(numbers: FigureList) -> dict[str, list[str]]:
    tree = numbers.tree
    groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {
        group.text(0): [
            group.child(row).text(0)
            for row in range(group.childCount())
            if not group.child(row).isHidden()
        ]
        for group in groups
        if group is not None and not group.isHidden()
    }


def test_all_numbers_stand_by_field_of_work_and_empty_ones_apart(numbers: FigureList) -> None:
    groups = listed(numbers)
    assert "签订工资专项集体合同企业" in groups["集体合同"]
    assert "新诊断职业病" in groups["没有记录的"]
    assert "新诊断职业病" not in groups.get("安全与健康", [])
    assert list(groups)[-1] == "没有记录的"


@pytest.mark.parametrize("typed", ["覆盖率", "qyfgl", "qiyefugailv"])
def test_numbers_are_found_by_words_initials_and_pinyin(numbers: FigureList, typed: str) -> None:
    numbers.box.setFocus()

    type_text(numbers.box, typed)

    assert listed(numbers) == {"集体合同": ["企业覆盖率"]}


def test_a_search_without_a_hit_says_what_to_do(numbers: FigureList) -> None:
    type_text(numbers.box, "没有这个")

    said = [one.text() for one in numbers.findChildren(QLabel)]
    assert any("自定指标" in one for one in said)
    numbers.box.clear()
    assert len(listed(numbers)) > 1


def test_a_click_in_the_list_chooses_a_number(qtbot: QtBot, numbers: FigureList) -> None:
    type_text(numbers.box, "企业覆盖率")
    tree = numbers.tree
    groups = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    group = next(one for one in groups if one is not None and not one.isHidden())
    item = next(one for one in map(group.child, range(group.childCount())) if not one.isHidden())

    with qtbot.waitSignal(numbers.chosen) as chosen:
        qtbot.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center()
        )

    assert chosen.args == ["cb_rate"]


def test_a_figure_of_the_clerks_own_stands_in_the_list(
    qtbot: QtBot, numbers: FigureList, store: Store
) -> None:
    with store.change("新增自定指标"):
        store.save(
            LocalFigure(label="全部合同", unit_label="份", table_name="cb_contract", measure="1")
        )
    qtbot.waitUntil(lambda: not numbers.is_counting)

    assert listed(numbers)["自定指标"] == ["全部合同"]


def test_decided_numbers_are_marked_in_the_list(
    qtbot: QtBot, numbers: FigureList, store: Store
) -> None:
    with store.change("改定"):
        store.save(FigureAdjustment(figure="cb_rate", value=Decimal(90), reason="已上报", **YEAR))
    qtbot.waitUntil(lambda: not numbers.is_counting)

    tree = numbers.tree
    found = tree.findItems("企业覆盖率", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert [one.text(1) for one in found] == ["90%*"]
