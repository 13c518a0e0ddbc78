"""A year of union funds: the ledger, what goes up, who owes, receipts, fees, budget and cash."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.funds import FundDue, FundIn, FundUnit
from models.records.receipts import Receipt
from models.records.remittances import FundDun, Remittance
from models.values.dates import PartialDate
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.pages.dues.model import ARREARS, column_of
from ui.pages.dues.page import DuesPage
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey
UNIT = "云溪宏达铸造厂"
SAMPLE_UNIT = "示例市弘德机械制造有限公司"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _sample(number: str) -> Path:
    return next(SAMPLES.glob(f"{number}_*"))


def _figure(clerk: Clerk, code: str) -> Figure:
    return compute(clerk.store, year_period(2024))[code]


def _ledger(clerk: Clerk) -> DuesPage:
    clerk.opens_tab("工会经费", "收缴台账")
    page = clerk.desk.page.own_page  # type: ignore[attr-defined]
    assert isinstance(page, DuesPage)
    return page


def _types(page: DuesPage, name: str, month: int, text: str) -> None:
    row = [one.name for one in page.model.rows].index(name)
    page.grid.look_at(row, month)
    page.grid.months.setFocus()
    QTest.keyClicks(page.grid.months, text[:1])
    line = next(one for one in page.grid.months.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(line, text[1:])
    QTest.keyClick(line, Qt.Key.Key_Return)


def _arrears(page: DuesPage, name: str) -> str:
    row = [one.name for one in page.model.rows].index(name)
    return page.model.cell(row, ARREARS).text


def test_the_years_ledger_is_taken_in_corrected_and_taken_back(clerk: Clerk) -> None:
    clerk.closes(clerk.imports(_sample("01"), _sample("14"), _sample("17")))
    page = _ledger(clerk)
    before = _figure(clerk, "fund_tax_in").value
    clear = _arrears(page, SAMPLE_UNIT)

    _types(page, SAMPLE_UNIT, 3, "26000")
    short, owing = _figure(clerk, "fund_tax_in").value, _arrears(page, SAMPLE_UNIT)
    rate = _figure(clerk, "fund_tax_rate").text
    clerk.window.activateWindow()
    QTest.qWaitForWindowActive(clerk.window)
    QTest.keyClick(page.grid.months, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (before, clear) == (Decimal("4941029.89"), "缴清")
    assert (short, owing) == (Decimal("4940569.00"), "欠 460.89")
    assert rate == "99.99%"
    assert _figure(clerk, "fund_tax_in").value == before
    assert _figure(clerk, "fund_tax_rate").text == "100%"
    assert page.model.cell(0, column_of(3, is_due=False)).text == "26,460.89"


def test_what_was_handed_up_for_every_month_is_full_and_is_printed(clerk: Clerk) -> None:
    clerk.closes(clerk.imports(_sample("01"), _sample("14")))
    clerk.opens_tab("工会经费", "上解")
    clerk.chooses("2024-12")
    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    eleven = _figure(clerk, "fund_months_full")

    clerk.presses("新增")
    clerk.fills(所属月份="2024-12", 上解日期="2024-12-30", 应上解="162362.28", 实际上解="162362.20")
    clerk.presses("保存 F6")
    clerk.presses("仍然新增")
    words = clerk.reads_under("实际上解")
    short = _figure(clerk, "fund_months_full").text
    clerk.fills(实际上解="162362.28")
    clerk.presses("保存 F6")

    assert (eleven.text, eleven.denominator) == ("11个月", 12)
    assert "比应上解少0.08元" in words
    assert short == "11个月"
    assert _figure(clerk, "fund_months_full").text == "12个月"
    assert clerk.store.count(Remittance) == 12
    assert "162,362.28" in clerk.prints_roster()


def test_a_payer_is_entered_owes_is_reminded_and_pays(clerk: Clerk) -> None:
    clerk.opens_tab("工会经费", "收缴台账")
    clerk.presses("新增缴费户")
    clerk.fills(单位名称=UNIT, 缴纳方式="税务代收", 征收率="2%", 月基数="300000")
    clerk.presses("保存 F6")
    page = _ledger(clerk)
    clerk.presses("登记应缴")
    (due,) = clerk.store.all(FundDue)
    month = due.ym.month if due.ym and due.ym.month else 0
    _types(page, UNIT, month, "1000")
    owing = _arrears(page, UNIT)

    clerk.opens_tab("工会经费", "催缴")
    clerk.presses("新增")
    clerk.fills(单位名称=UNIT, 通知书文号="云溪镇工催1号", 欠缴金额="5000", 发出日期="2024-12-2")
    clerk.presses("保存 F6")
    clerk.fills(催缴结果="已补缴", 补缴日期="2024-12-9")
    clerk.presses("保存 F6")
    clerk.page.filters.choose_state("已了结")
    page = _ledger(clerk)
    _types(page, UNIT, month, "6000")

    (payer,) = clerk.store.all(FundUnit)
    assert payer.unit is not None
    assert (due.unit, due.due) == (payer.unit, 600_000)
    assert owing == "欠 5,000.00"
    assert [one.unit for one in clerk.store.all(FundDun)] == [payer.unit]
    assert _arrears(page, UNIT) == "缴清"
    assert [one.amount for one in clerk.store.all(FundIn)] == [600_000]
    assert _figure(clerk, "fund_duns").value == 1


def test_receipts_are_registered_by_their_numbers_and_a_spoilt_one_stays(clerk: Clerk) -> None:
    clerk.opens_tab("工会经费", "票据")
    clerk.presses("新增")
    clerk.fills(
        票据种类="工会经费收入专用收据",
        票据代码="37012",
        起号="000101",
        止号="000150",
        领用日期="2024-1-8",
    )
    clerk.presses("保存 F6")

    clerk.opens_tab("工会经费", "收据")
    clerk.presses("新增")
    receipt = {"所属号段": "37012", "收据号码": "000101", "开具日期": "2024-2-6"}
    clerk.fills(**receipt, **{"交款单位（人）": UNIT}, 收款事由="工会经费", 金额="1409.50")
    clerk.presses("保存 F6")
    clerk.presses("新增")
    clerk.fills(**receipt, **{"交款单位（人）": UNIT}, 收款事由="工会经费", 金额="99")
    clerk.presses("保存 F6")
    again = clerk.reads_under("收据号码")
    clerk.fills(收据号码="000102", 金额="", 作废="是", 作废原因="名称写错")
    clerk.presses("保存 F6")
    words = clerk.prints_roster()
    clerk.opens_tab("工会经费", "票据")

    kept = [(one.number, one.amount, one.is_void) for one in clerk.store.all(Receipt)]
    assert "已有一条收据的所属号段、收据号码与此相同" in again
    assert kept == [("000101", 140_950, False), ("000102", None, True)]
    assert "000101" in words
    assert _figure(clerk, "receipts_issued").value == 1
    assert _figure(clerk, "receipts_left").value == 48
    records = clerk.page.table.records
    cells = [str(records.index(0, n).data()) for n in range(records.columnCount())]
    assert cells[-3:] == ["1", "1", "48"]


def test_fees_budget_and_cash_are_kept(clerk: Clerk) -> None:
    clerk.opens_tab("工会经费", "会费")
    clerk.presses("新增")
    clerk.fills(
        工会名称="云溪悦来大酒店工会委员会",
        所属月份="2024-3",
        缴费会员数="1",
        计费工资="3458.60",
        会费额="17.25",
    )
    clerk.presses("保存 F6")
    clerk.opens_tab("工会经费", "预决算")
    clerk.presses("新增")
    clerk.fills(类别="预算", 科目="文体活动", 预算数="1000")
    clerk.presses("保存 F6")
    clerk.opens_tab("工会经费", "流水")
    clerk.presses("新增")
    clerk.fills(日期="2024-3-8", 收支="支出", 科目="文体活动", 金额="300", 摘要="趣味运动会")
    clerk.presses("保存 F6")
    clerk.opens_tab("工会经费", "预决算")

    records = clerk.page.table.records
    assert str(records.index(0, records.columnCount() - 1).data()) == "30%"
    assert _figure(clerk, "dues_total").value == Decimal("17.25")
    assert _figure(clerk, "budget_spend_rate").value == Decimal("30.0")
    assert _figure(clerk, "cash_out").value == Decimal("300.00")


def test_a_year_without_remittances_promises_nothing(clerk: Clerk) -> None:
    found = _figure(clerk, "fund_months_full")

    assert (found.value, found.denominator) == (0, 12)
    assert clerk.store.find(Remittance, ym=PartialDate(2024, 1)) == []
