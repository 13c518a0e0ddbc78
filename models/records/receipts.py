"""Receipts by their printed numbers, and the membership fees that unions hand over."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Money, Month, Note, Number, Text
from models.records.base import About, Record, State
from models.values.dates import PartialDate


def _is_returned(book: "ReceiptBook", day: date) -> bool:
    return book.returned_on is not None and book.returned_on <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptBook(Record):
    """A run of numbered receipt forms that the office was handed."""

    about: ClassVar[About] = About(
        table="receipt_book",
        label="票据号段",
        measure="本",
        titles=("code", "kind", "number_from"),
        columns=("kind", "code", "number_from", "number_to", "received_on"),
        keys=(("kind", "code", "number_from"),),
        order=("kind", "code", "number_from"),
        search=("code", "received_by"),
        year="received_on",
        tells=("number_from", "number_to"),
        states=(
            State("在用", lambda book, day: not _is_returned(book, day)),
            State("已核销", _is_returned, is_alive=False),
        ),
    )

    kind: Annotated[
        str,
        Choice(
            label="票据种类",
            required=True,
            codes="receipt_kind",
            headings=("票据名称", "种类", "收据种类"),
        ),
    ] = ""
    code: Annotated[
        str, Text(label="票据代码", required=True, headings=("代码", "批次", "票据批次"))
    ] = ""
    number_from: Annotated[
        str,
        Text(label="起号", required=True, width=10, headings=("起始号码", "起号码", "起始号")),
    ] = ""
    number_to: Annotated[
        str,
        Text(
            label="止号",
            required=True,
            width=10,
            headings=("终止号码", "止号码", "终止号", "截止号码"),
        ),
    ] = ""
    received_on: Annotated[
        date | None, Day(label="领用日期", required=True, headings=("领取日期", "领购日期", "日期"))
    ] = None
    received_by: Annotated[
        str, Text(label="领用人", is_name=True, headings=("领取人", "经手人"))
    ] = ""
    returned_on: Annotated[
        date | None, Day(label="核销日期", help="用完交回后填", headings=("缴销日期", "交回日期"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Record):
    """One numbered receipt; a spoilt one keeps its number for ever."""

    about: ClassVar[About] = About(
        table="receipt",
        label="收据",
        measure="张",
        titles=("number", "unit_name"),
        columns=("number", "issued_on", "unit_name", "reason", "amount", "is_void"),
        keys=(("book", "number"),),
        unique=("number",),
        order=("book", "number"),
        search=("number", "unit_name", "handler", "auditor"),
        year="issued_on",
        tells=("issued_on", "amount"),
        states=(
            State("有效", lambda receipt, _day: not receipt.is_void),
            State("作废", lambda receipt, _day: receipt.is_void, is_alive=False),
        ),
    )

    book: Annotated[
        int | None,
        Link(
            label="所属号段",
            to="receipt_book",
            required=True,
            headings=("票据代码", "代码", "票据批次", "号段"),
        ),
    ] = None
    number: Annotated[
        str,
        Text(
            label="收据号码",
            required=True,
            width=10,
            help="照印好的号码填，前面的0也写",
            headings=("号码", "票据号码", "收据号", "票号", "收据编号"),
        ),
    ] = ""
    issued_on: Annotated[
        date | None,
        Day(label="开具日期", required=True, headings=("开票日期", "日期", "收款日期")),
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="交款单位（人）",
            is_name=True,
            width=28,
            help="作废的可以空着",
            headings=("交款单位", "交款人", "缴款单位", "付款单位", "单位名称"),
        ),
    ] = ""
    reason: Annotated[
        str,
        Choice(label="收款事由", codes="receipt_reason", headings=("事由", "收款项目", "项目")),
    ] = ""
    ym: Annotated[PartialDate | None, Month(label="所属月份", headings=("所属期", "月份"))] = None
    amount: Annotated[
        int | None, Money(label="金额", headings=("收款金额", "小写金额", "金额（小写）"))
    ] = None
    way: Annotated[
        str, Choice(label="收款方式", codes="fund_way", headings=("方式", "结算方式"))
    ] = ""
    handler: Annotated[str, Text(label="收款人", is_name=True, headings=("经手人", "开票人"))] = ""
    auditor: Annotated[str, Text(label="审核人", is_name=True, headings=("复核", "审核"))] = ""
    is_void: Annotated[
        bool, Flag(label="作废", help="作废后号码不能再用，各联都要保存", headings=("是否作废",))
    ] = False
    void_why: Annotated[str, Text(label="作废原因", headings=("原因",))] = ""
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues(Record):
    """The fees of a union's members for a month, where the township collects or records them."""

    about: ClassVar[About] = About(
        table="dues",
        label="会费",
        measure="笔",
        titles=("union_name", "ym"),
        columns=("union_name", "ym", "members", "wage_base", "amount", "handed_on"),
        keys=(("union", "ym"), ("union_name", "ym")),
        order=("ym", "union_name"),
        search=("union_name",),
        year="ym",
    )

    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称",
            required=True,
            is_name=True,
            width=28,
            headings=("基层工会", "缴纳工会", "工会", "工会组织名称"),
        ),
    ] = ""
    ym: Annotated[
        PartialDate | None,
        Month(label="所属月份", required=True, headings=("所属期", "月份", "会费月份")),
    ] = None
    members: Annotated[
        int | None,
        Number(label="缴费会员数", unit="人", headings=("会员数", "会员人数", "人数", "缴费人数")),
    ] = None
    wage_base: Annotated[
        int | None,
        Money(
            label="计费工资",
            help="本月基本收入合计；奖金、津贴、稿费、补助不算",
            headings=("计费工资总额", "工资收入合计", "工资总额"),
        ),
    ] = None
    amount: Annotated[
        int | None,
        Money(label="会费额", required=True, headings=("会费", "金额", "会费金额", "缴纳会费")),
    ] = None
    handed_on: Annotated[
        date | None, Day(label="缴交日期", headings=("缴纳日期", "交款日期", "日期"))
    ] = None
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


RECORDS: tuple[type[Record], ...] = (ReceiptBook, Receipt, Dues)
