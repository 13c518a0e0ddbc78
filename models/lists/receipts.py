"""Lists of receipts, membership fees, the budget and the cash book."""

from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Say, SheetType, Slot
from models.records.budget import BudgetLine, CashItem
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.rules.receipts import holds


def _with_book(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Find the one book that holds a receipt's number where the list does not name it."""
    number = found.given.get("number")
    if found.given.get("book") or not isinstance(number, str):
        return
    books = frame.desk.shelf(ReceiptBook).records
    refs = [ref for ref, one in books.items() if holds(one, number)]
    slot = Slot(Receipt, "number")
    if len(refs) == 1:
        found.given["book"] = refs[0]
    elif refs:
        say(slot, "error", f"有{len(refs)}个号段都有{number}号，请加一列“票据代码”")
    else:
        say(slot, "error", f"没有哪个号段有{number}号，请先登记票据号段")


def _kind_in(title: str) -> str:
    """Return whether a title names the budget or the final accounts; blank for both or neither."""
    found = [word for word in ("预算", "决算") if word in title]
    return found[0] if len(found) == 1 and "预决算" not in title else ""


def _with_titled_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    slot = Slot(BudgetLine, "kind")
    kind = _kind_in(f"{frame.facts.title} {frame.sheet}")
    if kind and slot not in frame.mapped and "kind" not in found.first:
        found.given["kind"] = slot.field.read(kind).value
        say(slot, "fix", f"没有类别列，按表名登记为“{kind}”")


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=ReceiptBook,
        label="票据号段",
        titles=("票据领用", "票据号段", "收据领用", "票据登记"),
        needs=("kind", "number_from", "number_to"),
        speaks=("code", "received_on", "received_by", "returned_on"),
    ),
    SheetType(
        record=Receipt,
        label="收据",
        titles=("收据登记", "收据使用", "收据开具", "开票登记", "收据"),
        needs=("number", "issued_on"),
        speaks=("unit_name", "amount", "reason", "handler", "is_void"),
        headings={
            Slot(Receipt, "book"): ("票据代码", "代码", "票据批次", "号段", "所属号段"),
            Slot(Receipt, "amount"): ("金额（元）", "收款金额（元）"),
        },
        maker=_with_book,
    ),
    SheetType(
        record=Dues,
        label="会费",
        titles=("会费", "会费收缴", "会费台账"),
        needs=("union_name", "ym", "amount"),
        speaks=("members", "wage_base", "handed_on"),
    ),
    SheetType(
        record=BudgetLine,
        label="预决算",
        titles=("预算", "决算", "预决算"),
        needs=("account",),
        speaks=("planned", "actual", "previous", "kind"),
        told_by_title={"kind": _kind_in},
        optional=("kind",),
        maker=_with_titled_kind,
    ),
    SheetType(
        record=CashItem,
        label="收支流水",
        titles=("收支流水", "现金日记账", "收支明细", "经费收支", "日记账", "流水账"),
        needs=("paid_on", "amount", "purpose"),
        speaks=("direction", "account", "party", "voucher", "approver", "papers"),
    ),
)
