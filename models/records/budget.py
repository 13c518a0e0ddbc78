"""The budget and the final accounts by account, and the cash book: a plain list, not double entry."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Link, Money, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Record):
    """What was planned for an account in a year, and what came of it."""

    about: ClassVar[About] = About(
        table="budget_line",
        label="预决算",
        measure="行",
        titles=("account", "name"),
        columns=("year", "kind", "account", "name", "planned", "actual", "previous"),
        keys=(("year", "kind", "account", "name"), ("year", "kind", "account")),
        order=("year", "kind", "account"),
        search=("name",),
        year="year",
        tells=("year", "kind"),
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    kind: Annotated[
        str, Choice(label="类别", required=True, codes="budget_kind", headings=("预决算", "表别"))
    ] = ""
    account: Annotated[
        str,
        Choice(
            label="科目",
            required=True,
            codes="union_account",
            headings=("科目名称", "收支科目", "项目", "会计科目"),
        ),
    ] = ""
    name: Annotated[
        str,
        Text(label="明细名称", help="同一科目分几行时填", headings=("明细", "明细项目")),
    ] = ""
    planned: Annotated[
        int | None,
        Money(label="预算数", headings=("预算", "本年预算", "本年预算数", "年初预算", "预算金额")),
    ] = None
    actual: Annotated[
        int | None,
        Money(
            label="执行数",
            help="空着时按收支流水合计",
            headings=("执行", "决算数", "本年决算", "本年执行", "完成数", "实际数"),
        ),
    ] = None
    previous: Annotated[
        int | None, Money(label="上年数", headings=("上年", "上年决算", "上年执行", "上年决算数"))
    ] = None
    remark: Annotated[str, Note(label="说明", headings=("备注",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CashItem(Record):
    """One line of the cash book: money that came in or went out."""

    about: ClassVar[About] = About(
        table="cash_item",
        label="收支流水",
        measure="笔",
        titles=("purpose", "paid_on"),
        columns=("paid_on", "direction", "account", "amount", "party", "purpose"),
        keys=(("paid_on", "voucher", "account"), ("paid_on", "party", "purpose", "amount")),
        order=("paid_on",),
        search=("party", "purpose", "handler", "voucher"),
        year="paid_on",
    )

    paid_on: Annotated[
        date | None,
        Day(label="日期", required=True, headings=("记账日期", "发生日期", "收支日期")),
    ] = None
    direction: Annotated[
        str,
        Choice(
            label="收支",
            required=True,
            codes="cash_direction",
            headings=("收/支", "收支类型", "方向", "收支方向"),
        ),
    ] = ""
    account: Annotated[
        str,
        Choice(
            label="科目",
            required=True,
            codes="union_account",
            headings=("科目名称", "收支科目", "会计科目"),
        ),
    ] = ""
    amount: Annotated[
        int | None, Money(label="金额", required=True, headings=("发生额", "收支金额"))
    ] = None
    party: Annotated[
        str,
        Text(
            label="对方",
            is_name=True,
            width=20,
            headings=("对方单位", "收（付）款单位", "对方户名"),
        ),
    ] = ""
    purpose: Annotated[
        str, Text(label="摘要", required=True, width=28, headings=("用途", "事由", "内容"))
    ] = ""
    papers: Annotated[
        int | None, Number(label="附件张数", unit="张", headings=("附单据", "单据张数", "附件"))
    ] = None
    handler: Annotated[str, Text(label="经办人", is_name=True, headings=("经办", "经手人"))] = ""
    approver: Annotated[str, Text(label="审批人", is_name=True, headings=("审批", "批准人"))] = ""
    receipt: Annotated[int | None, Link(label="所开收据", to="receipt")] = None
    voucher: Annotated[str, Text(label="凭证号", headings=("凭证", "凭证编号", "记账凭证号"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (BudgetLine, CashItem)
"""What is kept of the budget and of the cash book."""
