"""Figures about receipts, membership fees, the budget and the cash book."""

from datetime import date
from functools import partial

from models import codes
from models.figures.figure import Count, Definition, Ledger, money_of, number_of, share_of_money
from models.records.budget import BudgetLine, CashItem
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.rules.receipts import holds, size_of

PLAN, FINAL = "1", "2"
INCOME, SPENDING = "1", "2"


def receipts_of(ledger: Ledger, *, is_void: bool) -> list[Receipt]:
    """Return the receipts of the period, those that hold or those that are void."""
    return [one for one in ledger.during(Receipt, "issued_on") if one.is_void is is_void]


def used_of(book: ReceiptBook, receipts: list[Receipt]) -> list[Receipt]:
    """Return the receipts that were written on a book's forms, void ones too."""
    return [one for one in receipts if one.book == book.id and holds(book, one.number)]


def forms_left(ledger: Ledger) -> Count:
    """Return how many numbers of the books in use are blank."""
    day = ledger.period.as_of
    books = [
        one
        for one in ledger.all(ReceiptBook)
        if one.about.is_alive(one, day) and ledger.period.has_reached(one.received_on)
    ]
    written = [one for one in ledger.all(Receipt) if ledger.period.has_reached(one.issued_on)]
    left = sum(size_of(one) - len(used_of(one, written)) for one in books)
    return Count(left, tuple(books))


def budget_of(ledger: Ledger, direction: str) -> list[BudgetLine]:
    """Return the year's planned lines of income or spending, without those that sum up others."""
    lines = [
        one
        for one in ledger.all(BudgetLine)
        if one.year == ledger.period.year and one.kind == PLAN and one.planned is not None
    ]
    accounts = {one.account for one in lines}
    return [
        one
        for one in lines
        if direction_of(one.account) == direction
        and not any(other != one.account and other.startswith(one.account) for other in accounts)
    ]


def direction_of(account: str) -> str:
    """Return whether an account is of income or of spending."""
    line = codes.table("union_account").by_code.get(account)
    return line.extra["direction"] if line else ""


def entered_of(line: BudgetLine, lines: list[BudgetLine]) -> int | None:
    """Return what came of a line as somebody put it down, there or in the final accounts."""
    if line.actual is not None:
        return line.actual
    finals = [
        one.actual
        for one in lines
        if one.kind == FINAL
        and (one.year, one.account, one.name) == (line.year, line.account, line.name)
        and one.actual is not None
    ]
    return sum(finals) if finals else None


def booked_on(account: str, items: list[CashItem]) -> int:
    """Return what the cash book holds of an account and those below it."""
    side = direction_of(account)
    return sum(
        (one.amount or 0) if one.direction == side else -(one.amount or 0)
        for one in items
        if one.account.startswith(account)
    )


def budget_rate(ledger: Ledger, direction: str) -> Count:
    """Return how much of the budget's income or spending came true."""
    lines = budget_of(ledger, direction)
    entered = [entered_of(one, ledger.all(BudgetLine)) for one in lines]
    unknown = {one.account for one, fen in zip(lines, entered, strict=True) if fen is None}
    booked = sum(booked_on(account, cash_of_year(ledger)) for account in unknown)
    fen = booked + sum(one or 0 for one in entered)
    return share_of_money(fen, sum(one.planned or 0 for one in lines), lines)


def cash_items(ledger: Ledger) -> list[CashItem]:
    """Return the cash book of the period."""
    return ledger.during(CashItem, "paid_on")


def cash_of_year(ledger: Ledger) -> list[CashItem]:
    """Return the cash book of the budget's year up to the cut-off day."""
    last = min(ledger.period.last, ledger.period.as_of)
    return ledger.between(CashItem, "paid_on", date(ledger.period.year, 1, 1), last)


def cash(ledger: Ledger, direction: str) -> Count:
    """Return what came in or went out by the cash book."""
    return money_of([one for one in cash_items(ledger) if one.direction == direction], "amount")


def dues(ledger: Ledger) -> list[Dues]:
    """Return the membership fees for the months of the period."""
    return ledger.during(Dues, "ym")


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="dues_total",
        label="收缴会费",
        unit="元",
        kind="flow",
        basis="所属月份在本期内的会费合计",
        count=lambda ledger: money_of(dues(ledger), "amount"),
    ),
    Definition(
        code="receipts_issued",
        label="开具收据",
        unit="张",
        kind="flow",
        basis="开具日期在本期内、没有作废的收据",
        count=lambda ledger: number_of(receipts_of(ledger, is_void=False)),
    ),
    Definition(
        code="receipts_void",
        label="作废收据",
        unit="张",
        kind="flow",
        basis="开具日期在本期内、作废的收据",
        count=lambda ledger: number_of(receipts_of(ledger, is_void=True)),
    ),
    Definition(
        code="receipts_left",
        label="结存空白票据",
        unit="张",
        kind="stock",
        basis="截止日期在用号段的张数，减去已开和作废的；名单是号段",
        count=forms_left,
    ),
    Definition(
        code="budget_income_rate",
        label="收入预算执行率",
        unit="%",
        kind="rate",
        basis="收入科目的执行数 ÷ 预算数；执行数空着时取决算，再取本年到截止日期的收支流水；有明细科目时不计上级科目",
        count=partial(budget_rate, direction=INCOME),
    ),
    Definition(
        code="budget_spend_rate",
        label="支出预算执行率",
        unit="%",
        kind="rate",
        basis="支出科目的执行数 ÷ 预算数；执行数空着时取决算，再取本年到截止日期的收支流水；有明细科目时不计上级科目",
        count=partial(budget_rate, direction=SPENDING),
    ),
    Definition(
        code="cash_in",
        label="经费收入（流水）",
        unit="元",
        kind="flow",
        basis="收支流水中日期在本期内的收入合计",
        count=partial(cash, direction=INCOME),
    ),
    Definition(
        code="cash_out",
        label="经费支出（流水）",
        unit="元",
        kind="flow",
        basis="收支流水中日期在本期内的支出合计",
        count=partial(cash, direction=SPENDING),
    ),
)
