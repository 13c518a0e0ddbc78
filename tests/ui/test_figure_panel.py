"""The card of a number: what it says, and what the clerk decides on it, as real clicks and keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.figures.catalogue import Figures, compute
from models.periods import span_period, year_period
from models.records.reported import FigureAdjustment, FigureBase, FigureException
from models.records.units import Unit
from models.store import Store
from tests.keyboard import type_text
from ui.dialogs.figure_decisions import DecisionDialog
from ui.office import Office
from ui.pages.summary.figure import FigurePanel

Click = Callable[[str], None]
YEAR = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}


@pytest.fixture
def panel(qtbot: QtBot, office: Office) -> FigurePanel:
    """The panel as the summary holds it: every change counts its figures afresh."""
    made = FigurePanel(office)
    qtbot.addWidget(made)
    made.resize(500, 600)

    def count() -> None:
        made.show_figures(Figures(office.store, year_period(2024)))

    office.changed.connect(count)
    made.show()
    qtbot.waitExposed(made)
    count()
    return made


@pytest.fixture
def click(qtbot: QtBot, panel: FigurePanel) -> Click:
    """Click on the button that begins with these words, in the open box or on the panel."""

    def press(words: str) -> None:
        boxes = [one for one in panel.findChildren(DecisionDialog) if one.isVisible()]
        place: QWidget = boxes[-1] if boxes else panel
        found = [
            one
            for one in place.findChildren(QPushButton)
            if one.text().startswith(words) and one.isVisible()
        ]
        assert found, words
        qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    return press


def box_of(panel: FigurePanel) -> DecisionDialog:
    return next(one for one in panel.findChildren(DecisionDialog) if one.isVisible())


def write(box: DecisionDialog, label: str, text: str) -> None:
    found = next(one for one in box.findChildren(QLabel) if one.text().endswith(label))
    control = found.buddy()
    control.setFocus()
    if isinstance(control, QLineEdit):
        control.selectAll()
    if isinstance(control, QPlainTextEdit):
        control.clear()
    type_text(control, text)


@pytest.fixture
def show(panel: FigurePanel, store: Store) -> Click:
    """Show the card of the figure with this code."""
    return lambda code: panel.show_figure(Figures(store, year_period(2024))[code])


def row_place(panel: FigurePanel, row: int) -> QPoint:
    return panel.table.visualRect(panel.table.records.index(row, 0)).center()


def choose_row(qtbot: QtBot, panel: FigurePanel, row: int) -> None:
    viewport = panel.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=row_place(panel, row))


def test_the_card_says_how_a_rate_is_reckoned_and_from_where(
    panel: FigurePanel, show: Click
) -> None:
    show("cb_rate")

    details = panel.card.details
    assert panel.words == "企业覆盖率 87.5%"
    assert details.words("计算") == "7 ÷ 8 = 87.5%"
    assert details.words("时段") == "2024年，截至2024年12月31日"
    assert "÷" in details.words("口径")
    assert panel.card.decision_words == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("cb_units_signed", "一家企业算一家"),
        ("events_people", "本期全部活动的参加人次之和；登记了参加单位的按单位人次相加"),
        ("unions_total", "一家工会只有一份档案，只算一次"),
        ("cb_rate", ""),
    ],
)
def test_the_card_says_whether_the_same_one_counts_again(
    panel: FigurePanel, show: Click, code: str, words: str
) -> None:
    show(code)

    assert panel.card.details.words("去重") == words


def test_a_stock_is_of_a_day_and_a_flow_of_a_span(panel: FigurePanel, show: Click) -> None:
    show("cb_units_signed")
    stock = panel.card.details.words("时段")
    show("events")

    assert stock == "截至2024年12月31日"
    assert panel.card.details.words("时段") == "2024年1月1日至2024年12月31日"


def test_a_record_is_left_out_with_a_reason_and_taken_back(
    qtbot: QtBot, panel: FigurePanel, click: Click, store: Store, show: Click
) -> None:
    show("cb_units_signed")
    choose_row(qtbot, panel, 0)

    click("这条不计入")
    click("保存")
    refused = box_of(panel).isVisible() and not store.all(FigureException)
    write(box_of(panel), "理由", "合同正在重签")
    click("保存")
    left = panel.words, panel.table.records.rowCount(), panel.card.decision_words
    click("撤回")

    assert refused
    assert left[:2] == ("签订工资专项集体合同企业 6家", 6)
    assert "（合同正在重签）" in left[2][0]
    assert panel.words == "签订工资专项集体合同企业 7家"
    store.undo()
    assert panel.words == "签订工资专项集体合同企业 6家"
    store.undo()
    assert panel.words == "签订工资专项集体合同企业 7家"


def test_a_record_left_out_of_every_figure_changes_its_rate(
    qtbot: QtBot, panel: FigurePanel, click: Click, store: Store, show: Click
) -> None:
    show("cb_units_signed")
    choose_row(qtbot, panel, 0)

    click("这条不计入")
    box = box_of(panel)
    every = next(one for one in box.findChildren(QRadioButton) if one.text().startswith("所有"))
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    write(box, "理由", "合同正在重签")
    click("保存")

    assert [one.figure for one in store.all(FigureException)] == [""]
    assert compute(store, year_period(2024))["cb_rate"].value == Decimal("75.0")
    assert panel.words == "签订工资专项集体合同企业 6家"


def test_the_box_says_beforehand_what_leaving_out_makes_of_the_number(
    qtbot: QtBot, panel: FigurePanel, click: Click, show: Click
) -> None:
    show("cb_units_signed")
    choose_row(qtbot, panel, 0)

    click("这条不计入")

    said = [one.text() for one in box_of(panel).findChildren(QLabel)]
    assert any("7家 → 6家" in one for one in said)


def test_what_is_left_out_of_a_quarter_can_be_left_out_of_its_year(
    qtbot: QtBot, panel: FigurePanel, click: Click, store: Store
) -> None:
    figures = Figures(store, span_period(2024, "H2"))
    panel.show_figures(figures)
    panel.show_figure(figures["cb_units_signed"])
    choose_row(qtbot, panel, 0)

    click("这条不计入")
    write(box_of(panel), "统计起始日", "2024-01-01")
    write(box_of(panel), "理由", "合同正在重签")
    click("保存")

    assert [(one.first, one.last) for one in store.all(FigureException)] == [
        (date(2024, 1, 1), date(2024, 12, 31))
    ]
    assert compute(store, year_period(2024))["cb_units_signed"].value == 6


def test_nothing_can_be_left_out_before_a_record_is_chosen_or_of_what_is_not_counted(
    qtbot: QtBot, panel: FigurePanel, click: Click, show: Click
) -> None:
    def can_leave_out() -> bool:
        buttons = panel.card.findChildren(QPushButton)
        return next(one for one in buttons if one.text() == "这条不计入…").isEnabled()

    show("cb_rate")
    at_first = can_leave_out()
    choose_row(qtbot, panel, 0)
    chosen = can_leave_out()
    click("还没计入的")
    choose_row(qtbot, panel, 0)

    assert (at_first, chosen, can_leave_out()) == (False, True, False)


def test_the_right_button_offers_the_same(
    qtbot: QtBot, panel: FigurePanel, office: Office, show: Click
) -> None:
    show("cb_units_signed")

    panel.table.customContextMenuRequested.emit(row_place(panel, 2))
    menu = panel.table.findChild(QMenu)
    words = [one.text() for one in menu.actions()]
    with qtbot.waitSignal(office.record_asked) as asked:
        menu.actions()[0].trigger()
    menu.actions()[1].trigger()

    assert words == ["打开这条记录", "这条不计入…"]
    assert asked.args == ["cb_contract", panel.table.records.records[2].id]
    assert box_of(panel).isVisible()


def test_an_amount_is_counted_besides(
    panel: FigurePanel, click: Click, store: Store, show: Click
) -> None:
    show("cb_units_signed")

    click("另计入")
    write(box_of(panel), "另计数", "2")
    write(box_of(panel), "理由", "县总工会直签")
    click("保存")

    assert panel.words == "签订工资专项集体合同企业 9家"
    assert panel.card.decision_words == ["另计入2家（县总工会直签）"]
    assert [one.amount for one in store.all(FigureException)] == [Decimal(2)]


def test_an_adjusted_number_shows_both_and_can_be_adjusted_again(
    panel: FigurePanel, click: Click, store: Store, show: Click
) -> None:
    show("cb_units_signed")

    click("改定")
    write(box_of(panel), "改定为", "9")
    write(box_of(panel), "理由", "已按9家上报")
    click("保存")
    first = panel.words, [one.text() for one in panel.card.findChildren(QLabel)]
    click("再改定")
    write(box_of(panel), "改定为", "8")
    click("保存")

    assert first[0] == "签订工资专项集体合同企业 9家"
    assert "台账数 7家 → 改定 9家" in first[1]
    assert panel.words == "签订工资专项集体合同企业 8家"
    assert [one.value for one in store.all(FigureAdjustment)] == [Decimal(8)]
    store.undo()
    assert panel.words == "签订工资专项集体合同企业 9家"
    store.undo()
    assert panel.words == "签订工资专项集体合同企业 7家"


def test_a_value_that_is_no_number_is_refused_at_its_field(
    panel: FigurePanel, click: Click, store: Store, show: Click
) -> None:
    show("cb_units_signed")

    click("改定")
    write(box_of(panel), "改定为", "好多")
    write(box_of(panel), "理由", "试试")
    click("保存")

    assert box_of(panel).isVisible()
    assert not store.all(FigureAdjustment)


def test_a_base_is_shown_and_opened_not_thrown_away(
    qtbot: QtBot, panel: FigurePanel, click: Click, office: Office, store: Store, show: Click
) -> None:
    with store.change("登记基数"):
        kept = store.save(
            FigureBase(
                figure="cb_units_signed", year=2022, kind="2", value=Decimal(3), source="旧账"
            )
        )
    show("cb_units_signed")

    with qtbot.waitSignal(office.record_asked) as asked:
        click("查看")

    assert panel.words == "签订工资专项集体合同企业 10家"
    assert panel.card.decision_words == ["2022年台账外的基数3家（旧账）"]
    assert asked.args == ["figure_base", kept.id]


@pytest.mark.parametrize(
    ("code", "origin"),
    [("cb_units_signed_more", "cb_units_signed"), ("cb_rate_lacking", "cb_rate")],
)
def test_a_number_made_of_another_is_decided_on_that_one(
    qtbot: QtBot, panel: FigurePanel, show: Click, click: Click, code: str, origin: str
) -> None:
    show(code)
    actions = [one.text() for one in panel.card.findChildren(QPushButton) if one.isVisible()]

    with qtbot.waitSignal(panel.figure_chosen) as chosen:
        click("这个数由别的数算出")

    assert "改定…" not in actions
    assert chosen.args == [origin]
    show(origin)
    assert "改定…" in [
        one.text() for one in panel.card.findChildren(QPushButton) if one.isVisible()
    ]


def test_a_record_of_a_number_made_of_another_is_not_left_out_with_the_right_button(
    qtbot: QtBot, panel: FigurePanel, show: Click
) -> None:
    show("cb_units_signed_more")

    choose_row(qtbot, panel, 0)
    panel.table.customContextMenuRequested.emit(row_place(panel, 0))

    actions = panel.table.findChild(QMenu).actions()
    assert [one.isEnabled() for one in actions] == [True, False]


def test_records_of_several_kinds_stand_in_one_list(
    panel: FigurePanel, show: Click, store: Store
) -> None:
    show("cb_units_signed")
    figure = Figures(store, year_period(2024))["cb_units_signed"]
    mixed = replace(figure, records=(figure.records[0], store.all(Unit)[0]))

    panel.card.records.show_figure(mixed, "", is_decidable=True)

    model = panel.table.records
    assert [model.index(row, 0).data() for row in range(2)] == ["集体合同", "单位"]


def test_an_empty_number_says_where_to_enter_what(panel: FigurePanel, show: Click) -> None:
    show("occ_diseases")

    words = [one.text() for one in panel.card.findChildren(QLabel) if one.isVisible()]
    assert any("这个时段没有记录" in one and "登记后" in one for one in words)
    assert not panel.table.isVisible()


def test_the_source_opens_its_list(
    qtbot: QtBot, panel: FigurePanel, click: Click, office: Office, show: Click
) -> None:
    show("cb_units_signed")

    with qtbot.waitSignal(office.list_asked) as asked:
        click("集体合同")

    assert asked.args == ["cb_contract"]
