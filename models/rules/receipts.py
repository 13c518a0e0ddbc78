"""Checks on receipts and their numbers, on membership fees, on the budget and the cash book."""

from collections.abc import Iterator
from fractions import Fraction

from models import clock, codes
from models.records.budget import BudgetLine, CashItem
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.rules.findings import Finding, Lookup, Rules, error, warn
from models.rules.local import limit
from models.values.money import show_money

TEN_YUAN = 1_000
DUES_RATE = Fraction(5, 1000)


def individual_dues(wage: int) -> int:
    """Return one member's monthly fee in fen: 0.5% of the wage without what is below ten yuan.

    关于收交工会会费的通知（全国总工会，1978年）.
    """
    return int(wage // TEN_YUAN * TEN_YUAN * DUES_RATE + Fraction(1, 2))


def check_book(book: ReceiptBook) -> Iterator[Finding]:
    """Yield numbers or days of a book that are in the wrong order."""
    for name in ("number_from", "number_to"):
        yield from _not_digits(book, name)
    if book.number_from.isdecimal() and book.number_to.isdecimal() and size_of(book) < 1:
        yield error("number_to", "止号小于起号")
    if book.received_on and book.returned_on and book.returned_on < book.received_on:
        yield error("returned_on", "核销日期早于领用日期")


def size_of(book: ReceiptBook) -> int:
    """Return how many numbers a book holds."""
    if not (book.number_from.isdecimal() and book.number_to.isdecimal()):
        return 0
    return int(book.number_to) - int(book.number_from) + 1


def _not_digits(record: object, name: str) -> Iterator[Finding]:
    number = str(getattr(record, name))
    if number and not number.isdecimal():
        yield error(name, f"“{number}”不是号码，应当全是数字")


def check_book_across(book: ReceiptBook, lookup: Lookup) -> Iterator[Finding]:
    """Yield numbers that another book of the same kind holds, and receipts left outside."""
    for other in lookup.find(ReceiptBook, kind=book.kind, code=book.code):
        if other.id != book.id and _overlap(book, other):
            shown = f"{other.number_from}—{other.number_to}"
            yield error("number_from", f"与已登记的号段{shown}重叠")
            break
    if book.id is None:
        return
    outside = [r for r in lookup.find(Receipt, book=book.id) if not holds(book, r.number)]
    if outside:
        yield error("number_to", f"已开的收据{outside[0].number}号不在这个号段里")


def _overlap(book: ReceiptBook, other: ReceiptBook) -> bool:
    return holds(book, other.number_from) or holds(other, book.number_from)


def holds(book: ReceiptBook, number: str) -> bool:
    """Whether a printed number is one of the book's."""
    numbers = (book.number_from, number, book.number_to)
    if not all(one.isdecimal() for one in numbers):
        return False
    return int(book.number_from) <= int(number) <= int(book.number_to)


def check_receipt(receipt: Receipt) -> Iterator[Finding]:
    """Yield what a receipt lacks; one that is void needs only its reason."""
    yield from _not_digits(receipt, "number")
    if receipt.issued_on and receipt.issued_on > clock.today():
        yield error("issued_on", "开具日期晚于今天")
    if receipt.is_void:
        if not receipt.void_why:
            yield error("void_why", "作废的收据请写明原因")
        return
    if receipt.void_why:
        yield warn("is_void", "写了作废原因但没有勾选作废")
    if receipt.amount is None:
        yield error("amount", "请填写金额；写坏的收据请勾选作废")
    elif receipt.amount <= 0:
        yield error("amount", "金额应大于0；写坏的请勾选作废")
    if not receipt.unit_name:
        yield error("unit_name", "请填写交款单位（人）")
    if not receipt.reason:
        yield warn("reason", "没有填收款事由")


def check_receipt_across(receipt: Receipt, lookup: Lookup) -> Iterator[Finding]:
    """Yield a number that its book does not hold, or that was not the next one."""
    book = next(iter(lookup.find(ReceiptBook, id=receipt.book)), None)
    if book is None or not receipt.number.isdecimal():
        return
    if not holds(book, receipt.number):
        shown = f"{book.number_from}—{book.number_to}"
        yield error("number", f"不在所属号段{shown}之内")
        return
    if book.received_on and receipt.issued_on and receipt.issued_on < book.received_on:
        yield warn("issued_on", "开具日期早于这本票据的领用日期，请核对")
    before = str(int(receipt.number) - 1).zfill(len(receipt.number))
    if holds(book, before) and not lookup.find(Receipt, book=book.id, number=before):
        yield warn("number", f"前一号{before}还没有登记；作废的也要登记")


def check_dues(dues: Dues) -> Iterator[Finding]:
    """Yield fees of nothing."""
    if dues.amount is not None and dues.amount <= 0:
        yield error("amount", "会费额应大于0")


def check_dues_across(dues: Dues, lookup: Lookup) -> Iterator[Finding]:
    """Yield fees that do not follow from the wages: what is below ten yuan is not counted."""
    rate = limit(lookup, "dues_rate", dues.ym.first() if dues.ym else None)
    if rate is None or dues.wage_base is None or dues.amount is None:
        return
    most = int(dues.wage_base * rate.number + Fraction(1, 2))
    least = int((dues.wage_base - TEN_YUAN * (dues.members or 0)) * rate.number)
    if dues.amount > most:
        yield warn("amount", f"按计费工资最多{show_money(most)}元（{rate.source}），请核对")
    elif dues.members and dues.amount < least:
        yield warn("amount", f"按计费工资应在{show_money(least)}元以上，请核对")


def check_budget_line(line: BudgetLine) -> Iterator[Finding]:
    """Yield a line that says nothing."""
    if line.planned is None and line.actual is None and line.previous is None:
        yield warn("planned", "预算数、执行数、上年数都空着")


def check_cash_item(item: CashItem) -> Iterator[Finding]:
    """Yield what cannot be of money that came in or went out."""
    if item.amount is not None and item.amount <= 0:
        yield error("amount", "金额应大于0；冲销的请登记相反的收支")
    if item.paid_on and item.paid_on > clock.today():
        yield error("paid_on", "日期晚于今天")
    line = codes.table("union_account").by_code.get(item.account)
    if line and item.direction and line.extra["direction"] != item.direction:
        yield warn("account", "科目与收支方向不一致，请核对")


CHECKS: Rules = {
    "receipt_book": check_book,
    "receipt": check_receipt,
    "dues": check_dues,
    "budget_line": check_budget_line,
    "cash_item": check_cash_item,
}
CHECKS_ACROSS: Rules = {
    "receipt_book": check_book_across,
    "receipt": check_receipt_across,
    "dues": check_dues_across,
}
