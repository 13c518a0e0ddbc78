"""Lists of receipts, membership fees, the budget and the cash book."""

from models import codes
from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Say, SheetType, Slot, numbered
from models.lists.wording import LAST_MONTH, named_in, take_from_title
from models.records.budget import BudgetLine, CashItem
from models.records.receipts import Dues, Receipt, ReceiptBook
from models.rules.receipts import holds

_SIDES = {1: "收入", 2: "支出"}
INCOME, OUTGO = (Slot(CashItem, "amount", side) for side in _SIDES)
_ACCOUNTS = {
    "1": (
        (
            (r"会费", "会费收入"),
            (r"筹备金", "建会筹备金"),
            (r"回拨|返还", "回拨补助"),
            (r"补助|拨付|下拨", "上级补助收入"),
            (r"财政|政府", "政府补助收入"),
            (r"利息", "其他收入"),
            (r"经费", "拨缴经费收入"),
        ),
        "其他收入",
    ),
    "2": (
        (
            (r"困难|帮扶|救助|助学", "困难职工帮扶"),
            (r"送温暖|慰问", "送温暖"),
            (r"培训", "培训费"),
            (r"会议", "会议费"),
            (r"法律|维权|援助", "维权支出"),
            (r"劳动保护|安全", "劳动保护费"),
            (r"宣传", "宣传活动支出"),
            (r"文体|运动|比赛|球|歌|演出|春节|三八|五一", "文体活动支出"),
            (r"活动|竞赛|比武", "职工活动支出"),
            (r"办公|电费|水费|打印|差旅", "行政支出"),
            (r"上解|上缴|解缴", "其他支出"),
        ),
        "其他支出",
    ),
}


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
    if not kind and slot not in frame.mapped:
        has_actual = Slot(BudgetLine, "actual") in frame.mapped
        kind = "决算" if has_actual else "预算"
    if kind and slot not in frame.mapped and "kind" not in found.first:
        found.given["kind"] = slot.field.read(kind).value
        say(slot, "fix", f"没有类别列，按表名和列登记为“{kind}”")


def _with_direction(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Take the amount from the column of what came in or went out, and the account from the words."""
    own = found.given
    sides = numbered(others, CashItem, "amount")
    if own.get("amount") is None:
        filled = [side for side, amount in sides.items() if amount]
        if len(filled) != 1:
            said = "收入、支出都填了" if filled else "没有收入或支出金额，没有登记"
            say(Slot(CashItem, "purpose"), "error", said)
            return
        own["amount"] = sides[filled[0]]
        own["direction"] = codes.table("cash_direction").read(_SIDES[filled[0]]).value
    if not own.get("direction"):
        title = f"{frame.facts.title} {frame.sheet}"
        named = [side for side in _SIDES.values() if side in title]
        take_from_title(
            frame, found, Slot(CashItem, "direction"), named[0] if len(named) == 1 else "", say
        )
    slot = Slot(CashItem, "account")
    if slot not in frame.mapped and own.get("direction") and "account" not in found.first:
        words, rest = _ACCOUNTS[str(own["direction"])]
        word = named_in(str(own.get("purpose") or ""), words) or rest
        own["account"] = slot.field.read(word).value
        say(slot, "warn", f"没有科目列，按摘要登记为“{word}”，请核对")


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=ReceiptBook,
        label="票据号段",
        titles=("票据领用", "票据号段", "收据领用", "票据登记"),
        needs=("kind", "code", "number_from", "number_to"),
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
        headings={
            Slot(Dues, "union_name"): (
                *("单位", "单位名称", "企业名称", "企业", "缴费单位", "缴纳单位"),
            ),
            Slot(Dues, "ym"): ("缴纳月份", "所属年月", "缴费月份", "会费所属期", "缴纳期间"),
            Slot(Dues, "members"): ("实缴人数", "缴纳人数", "缴费会员人数"),
            Slot(Dues, "amount"): ("实缴会费", "实缴金额", "缴纳金额", "实收会费", "实收金额"),
        },
        readers={"ym": LAST_MONTH},
    ),
    SheetType(
        record=BudgetLine,
        label="预决算",
        titles=("预算", "决算", "预决算"),
        needs=("account",),
        speaks=("planned", "actual", "previous", "kind"),
        headings={Slot(BudgetLine, "previous"): ("上年执行数", "上年实际数", "上年完成数")},
        further={Slot(BudgetLine, "account"): ("科目编码", "科目代码")},
        told_by_title={"kind": _kind_in},
        optional=("kind",),
        maker=_with_titled_kind,
    ),
    SheetType(
        record=CashItem,
        label="收支流水",
        titles=(
            *("收支流水", "现金日记账", "收支明细", "经费收支", "日记账", "流水账"),
            *("支出明细", "收入明细", "支出台账", "收支台账"),
        ),
        needs=("paid_on", "purpose"),
        speaks=("direction", "account", "party", "voucher", "approver", "papers"),
        headings={
            INCOME: ("收入", "收入金额", "借方", "借方金额", "收方", "收方金额", "收入数"),
            OUTGO: ("支出", "支出金额", "贷方", "贷方金额", "付方", "付方金额", "支出数"),
            Slot(CashItem, "account"): ("对方科目", "科目", "支出项目", "收入项目"),
            Slot(CashItem, "purpose"): ("用途说明", "支出事由", "事项", "支出内容", "收支内容"),
            Slot(CashItem, "papers"): ("票据张数", "凭证张数"),
        },
        further={Slot(CashItem, "account"): ("科目编码", "科目代码")},
        optional=("direction", "account", "amount"),
        maker=_with_direction,
        only_read=(INCOME, OUTGO),
    ),
)
