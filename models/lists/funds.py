"""Lists of union funds: the year's matrix of payers and months, and each record's own list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from models import codes
from models.lists import receipts, remittances
from models.lists.frames import Frame
from models.lists.kinds import (
    MONTHS,
    UNIT_CODE,
    Draft,
    Given,
    Others,
    Part,
    Say,
    SheetType,
    Slot,
    monthly,
    numbered,
)
from models.lists.wording import LAST_MONTH
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.values.dates import PartialDate
from models.values.money import show_money

# Where the keys of a payment speak of a month's total.
TOTAL_BY_UNIT, TOTAL_BY_NAME = 2, 5
# Where a list says in each row whether its amounts were due or paid.
ROW_KIND = Slot(FundDue, "remark")
# The numbers of columns that hold a quarter's amount come after those of the months.
_QUARTERS = range(13, 17)
_Amounts = tuple[Slot, Mapping[int, object]]


def _asks_year(frame: Frame) -> bool:
    """Whether the months of a matrix stand in a year that nothing tells."""
    return frame.year is None


def _with_months(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Make what was due and paid for each month; what is blank or nought is nothing."""
    _choose_payer(frame, found.given)
    year = frame.year
    if year is None:
        return
    dues, payments = (_by_month(*one, say) for one in _amounts(others))
    for month, due in dues.items():
        part = _part(FundDue, found.given, PartialDate(year, month), month)
        if due or _is_known(frame, part):
            part.given["due"] = due
            found.parts.append(part)
    known = _single_payments(frame, found.given)
    for month, paid in payments.items():
        part = _part(FundIn, found.given, PartialDate(year, month), month)
        if doubt := _doubt(frame, part, paid, known):
            say(Slot(FundIn, "amount", month), "warn", doubt)
        elif paid and part.given["ym"] not in known:
            part.given["amount"] = paid
            part.first["way"] = _way_of(found.given)
            found.parts.append(part)


def _amounts(others: Others) -> tuple[_Amounts, _Amounts]:
    """Return what was due and paid by column; some lists give each a row of its own."""
    dues, payments = numbered(others, FundDue, "due"), numbered(others, FundIn, "amount")
    kind = str(others.get(FundDue, {}).get(ROW_KIND.name) or "")
    if "欠" in kind or "计" in kind:
        dues, payments = {}, {}
    elif kind:
        dues, payments = (payments, {}) if "应" in kind else ({}, payments)
    return (Slot(FundDue, "due"), dues), (Slot(FundIn, "amount"), payments)


def _by_month(slot: Slot, amounts: Mapping[int, object], say: Say) -> dict[int, object]:
    """Return amounts by month; what a column has for a quarter is that of its last month."""
    found = {month: amount for month, amount in amounts.items() if month in MONTHS}
    quarters = [number for number in amounts if number in _QUARTERS]
    for number in quarters:
        found.setdefault((number - len(MONTHS)) * 3, amounts[number])
    if quarters:
        say(replace(slot, number=quarters[0]), "fix", "按季填写，登记在每季最后一个月")
    return found


def _choose_payer(frame: Frame, own: Given) -> None:
    """Mean the payer that ran in the sheet's year where a unit's way of paying changed."""
    unit = own.get("unit")
    shelf = frame.desk.shelf(FundUnit)
    refs = shelf.find(1, unit) if unit is not None else []
    if len(refs) < 2 or frame.year is None or own.get("valid_from"):
        return
    starts = [
        start
        for ref in refs
        if (start := shelf.records[ref].valid_from) and start.year <= frame.year
    ]
    if starts:
        own["valid_from"] = max(starts)


def _part(record_type: type[FundDue | FundIn], own: Given, ym: PartialDate, month: int) -> Part:
    """Return a payer's part for a month; the name of that day is kept where the unit is known."""
    names = {"unit_name": own.get("unit_name", "")}
    if own.get("unit") is None:
        return Part(record_type, {**names, "ym": ym}, number=month)
    return Part(record_type, {"unit": own["unit"], "ym": ym}, first=names, number=month)


def _way_of(own: Given) -> object:
    line = codes.table("fund_mode").by_code.get(str(own.get("mode") or ""))
    return line.extra["way"] if line else ""


def _single_payments(frame: Frame, own: Given) -> dict[object, int]:
    """Return what a payer paid by month where each payment was entered by itself."""
    unit = own.get("unit")
    totals: dict[object, int] = {}
    if isinstance(unit, int) and unit < 1:
        return totals
    payer = (
        {"unit": unit}
        if unit is not None
        else {"unit": None, "unit_name": own.get("unit_name", "")}
    )
    for one in frame.desk.store.find(FundIn, **payer, is_month_total=False):
        totals[one.ym] = totals.get(one.ym, 0) + (one.amount or 0)
    return totals


def _doubt(frame: Frame, part: Part, paid: object, known: dict[object, int]) -> str:
    """Return why a cell is left out though the ledger says something else, blank for no doubt."""
    ym = part.given["ym"]
    if ym in known:
        kept = known[ym]
    elif not paid:
        kept = _month_total(frame, part)
    else:
        return ""
    if kept == paid:
        return ""
    return f"台账里这个月已登记实缴{show_money(kept)}元，与表中不同，没有改动，请核对"


def _is_known(frame: Frame, part: Part) -> bool:
    """Whether the ledger has a due for a part's payer and month."""
    shelf, own = frame.desk.shelf(FundDue), part.given
    by_name = own.get("unit") is None
    return bool(shelf.find(int(by_name), own["unit_name" if by_name else "unit"], own["ym"]))


def _month_total(frame: Frame, part: Part) -> int:
    """Return what the ledger has as a month's total of a part's payer."""
    shelf, own = frame.desk.shelf(FundIn), part.given
    if own.get("unit") is None:
        refs = shelf.find(TOTAL_BY_NAME, own["unit_name"], own["ym"], True)
    else:
        refs = shelf.find(TOTAL_BY_UNIT, own["unit"], own["ym"], True)
    return sum(shelf.records[ref].amount or 0 for ref in refs)


def _with_month_total(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Let a payment fill in the month's total of the same amount, and tell one that differs."""
    own = found.given
    details = {name: own[name] for name in ("in_on", "voucher") if own.get(name)}
    shelf = frame.desk.shelf(FundIn)
    refs = shelf.find(TOTAL_BY_UNIT, own.get("unit"), own.get("ym"), True) if details else []
    if not refs or own.get("unit") is None:
        return
    kept = shelf.records[refs[0]]
    if kept.amount == own.get("amount"):
        for name in details:
            del own[name]
        found.parts.append(Part(FundIn, details, fills=refs[0]))
        return
    shown = show_money(kept.amount or 0)
    text = f"收缴台账里这个月已按月合计登记{shown}元，会加在一起，请核对有没有重复"
    say(Slot(FundIn, "amount"), "warn", text)


def _headings() -> Iterator[tuple[Slot, tuple[str, ...]]]:
    due_words = ("应缴", "应缴额", "应缴金额", "应收", "应缴数", "应拨缴", "应交", "应缴经费")
    paid_words = (
        *("实缴", "实缴额", "实缴金额", "实收", "已缴", "实缴数", "实拨缴", "实交", "缴纳", "缴款"),
        # Some keep one column a month, and that is what was paid.
        *("实缴经费", "到账", "入账", ""),
    )
    yield from monthly(FundDue, "due", *due_words).items()
    yield from monthly(FundIn, "amount", *paid_words).items()
    yield from _quarterly(FundDue, "due", due_words)
    yield from _quarterly(FundIn, "amount", paid_words)


def _quarterly(
    record_type: type[FundDue | FundIn], name: str, words: tuple[str, ...]
) -> Iterator[tuple[Slot, tuple[str, ...]]]:
    for quarter, number in enumerate(_QUARTERS, start=1):
        spelt = "一二三四"[quarter - 1]
        names = [f"{first}{one}季度" for one in (spelt, quarter) for first in ("", "第")]
        yield Slot(record_type, name, number), tuple(f"{n}{w}" for w in words for n in names)


_PAYER_WORDS = ("缴费单位全称", "企业全称", "单位全称", "单位", "缴费企业")

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=FundUnit,
        label="工会经费收缴台账",
        titles=(
            "经费收缴",
            "收缴台账",
            "收缴情况",
            "经费缴纳",
            "拨缴台账",
            "经费征收",
            "季度收缴",
            "经费拨缴",
            "拨缴情况",
        ),
        needs=("unit_name",),
        speaks=("mode",),
        others=(UNIT_CODE, ROW_KIND),
        headings={
            Slot(FundUnit, "unit_name"): _PAYER_WORDS,
            ROW_KIND: ("项目", "缴费项目", "应缴/实缴", "应缴实缴", "应实缴"),
            **dict(_headings()),
        },
        called="fund_matrix",
        maker=_with_months,
        asks_year=_asks_year,
        is_matrix=True,
        only_read=tuple(slot for slot, _ in _headings() if slot.number in _QUARTERS),
    ),
    SheetType(
        record=FundUnit,
        label="缴费户",
        titles=("缴费户", "缴费单位", "缴费档案", "户管"),
        needs=("unit_name", "mode"),
        speaks=("collect_rate", "base_month", "tax_no", "cycle", "base_kind", "account"),
        others=(UNIT_CODE,),
        headings={Slot(FundUnit, "unit_name"): _PAYER_WORDS},
    ),
    SheetType(
        record=FundDue,
        label="应缴经费",
        titles=("应缴", "核定", "申报"),
        needs=("unit_name", "ym"),
        speaks=("due", "payroll", "rate", "relief"),
        others=(UNIT_CODE,),
        headings={Slot(FundDue, "unit_name"): _PAYER_WORDS},
        optional=("due",),
    ),
    SheetType(
        record=FundIn,
        label="实缴经费",
        titles=("实缴", "入账", "到账", "缴费明细", "代收明细", "入库"),
        needs=("unit_name", "amount"),
        speaks=("in_on", "ym", "voucher", "way"),
        others=(UNIT_CODE,),
        headings={
            Slot(FundIn, "unit_name"): _PAYER_WORDS,
            Slot(FundIn, "ym"): ("缴费月份", "缴纳月份", "缴款月份", "经费月份"),
            Slot(FundIn, "voucher"): ("票据号", "票据号码", "收据号", "收据号码"),
        },
        readers={"ym": LAST_MONTH},
        optional=("ym",),
        maker=_with_month_total,
    ),
    SheetType(
        record=FundRule,
        label="经费分成规则",
        titles=("分成", "留成", "分配比例"),
        needs=("valid_from", "grass_share"),
        speaks=("town_share", "county_share", "city_share", "doc_no"),
    ),
    SheetType(
        record=FundTask,
        label="经费收缴任务",
        titles=("收缴任务", "代征任务"),
        needs=("scope", "target"),
        speaks=("doc_no",),
    ),
    *remittances.LISTS,
    *receipts.LISTS,
)
