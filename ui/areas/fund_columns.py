"""Columns of the lists of funds that no field holds: what follows from other records."""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction

from models.figures.fund_year import key_of
from models.figures.receipts import booked_on, entered_of
from models.records.budget import BudgetLine, CashItem
from models.records.funds import FundIn, FundRule
from models.records.receipts import Receipt, ReceiptBook
from models.records.remittances import FundDun, PreparationFund, Remittance
from models.rules.funds import round_half_up
from models.rules.local import limit
from models.rules.receipts import size_of
from models.rules.remittances import share_above
from models.values.money import capital_money, show_money
from models.values.numbers import percent, say_percent
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office

MUTED = CellText(NOTHING, "muted")


def remittance_columns(office: Office) -> Sequence[Column]:
    """Return by how much a remittance falls short of what is due by the paper or by the rule."""
    rules = office.store.all(FundRule)

    def due_of(sent: Remittance) -> int | None:
        if sent.due is not None or sent.income is None or sent.ym is None:
            return sent.due
        share = share_above(rules, sent.ym.first())
        return None if share is None else round_half_up(sent.income * share)

    def state_cell(sent: Remittance) -> CellText:
        due = due_of(sent)
        if due is None or sent.amount is None:
            return MUTED
        gap = due - sent.amount
        return CellText(f"少 {show_money(gap)}", "error") if gap > 0 else CellText("足额", "ok")

    return (Column("是否足额", state_cell, width=6),)


def book_columns(office: Office) -> Sequence[Column]:
    """Return how many numbers of a book are used, void and left."""
    written: Counter[int | None] = Counter()
    void: Counter[int | None] = Counter()
    for one in office.store.all(Receipt):
        (void if one.is_void else written)[one.book] += 1
    few = limit(office.store, "fund_receipts_left", None)
    share = few.number if few else Fraction(0)

    def left_cell(book: ReceiptBook) -> CellText:
        left = size_of(book) - written[book.id] - void[book.id]
        is_few = book.returned_on is None and left <= size_of(book) * share
        return CellText(f"{left} 将尽" if is_few else str(left), "error" if is_few else "", left)

    return (
        _counted("已开", lambda book: written[book.id]),
        _counted("作废", lambda book: void[book.id]),
        Column("结存", left_cell, align="right", width=4),
    )


def receipt_columns(_office: Office) -> Sequence[Column]:
    """Return a receipt's amount in capitals, or that it is void."""

    def capitals_cell(receipt: Receipt) -> CellText:
        if receipt.is_void:
            return CellText("作废", "error")
        return MUTED if receipt.amount is None else CellText(capital_money(receipt.amount))

    return (Column("大写", capitals_cell, width=12),)


def preparation_columns(office: Office) -> Sequence[Column]:
    """Return what came in of a unit's preparation fund."""
    got: Counter[int | str] = Counter()
    for one in office.store.find(FundIn, is_prep=True):
        got[key_of(one)] += one.amount or 0

    def got_cell(fund: PreparationFund) -> CellText:
        fen = got[key_of(fund)]
        return CellText(show_money(fen), order=fen) if fen else MUTED

    return (Column("已收", got_cell, align="right", width=5),)


def budget_columns(office: Office) -> Sequence[Column]:
    """Return how much of a line came true, by what was put down or by the cash book."""
    lines, items = office.store.all(BudgetLine), office.store.all(CashItem)

    def rate_cell(line: BudgetLine) -> CellText:
        actual = entered_of(line, lines)
        if actual is None:
            actual = booked_on(line.account, [one for one in items if _is_of(one, line.year)])
        if not line.planned:
            return MUTED
        rate = percent(actual, line.planned)
        return CellText(say_percent(rate), "error" if rate > 100 else "", rate)

    return (Column("执行率", rate_cell, align="right", width=5),)


def dun_columns(office: Office) -> Sequence[Column]:
    """Return whether the term for paying up is over."""
    today = office.day

    def term_cell(dun: FundDun) -> CellText:
        if dun.deadline is None or dun.result:
            return MUTED
        days = (dun.deadline - today).days
        return CellText(f"还有{days}天") if days >= 0 else CellText(f"逾期{-days}天", "error")

    return (Column("限期", term_cell, width=5),)


def _is_of(item: CashItem, year: int | None) -> bool:
    return item.paid_on is not None and item.paid_on.year == year


def _counted(title: str, count: Callable[[ReceiptBook], int]) -> Column:
    def cell(book: ReceiptBook) -> CellText:
        return CellText(str(count(book)), order=count(book))

    return Column(title, cell, align="right", width=3)
