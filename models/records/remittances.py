"""What was remitted and came back, what was demanded in writing, and preparation funds."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Link,
    Money,
    Month,
    Note,
    PartialDay,
    Text,
)
from models.records.base import About, Record
from models.records.states import coded, term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Remittance(Record):
    """What the federation handed up for a month."""

    about: ClassVar[About] = About(
        table="remit",
        label="经费上解",
        measure="笔",
        titles=("ym",),
        columns=("ym", "income", "due", "amount", "remit_on", "voucher"),
        keys=(("ym",),),
        order=("ym",),
        search=("voucher", "bank_ref"),
        year="ym",
    )

    ym: Annotated[
        PartialDate | None,
        Month(label="所属月份", required=True, headings=("所属期", "月份", "上解月份", "月度")),
    ] = None
    income: Annotated[
        int | None,
        Money(label="收入合计", headings=("本月收入", "当月收入", "经费收入", "实收合计")),
    ] = None
    due: Annotated[
        int | None,
        Money(
            label="应上解",
            help="按分成规则应当上解的数",
            headings=("应上解额", "应上解金额", "应上缴", "应解缴", "应上解（40%）", "应上缴金额"),
        ),
    ] = None
    amount: Annotated[
        int | None,
        Money(
            label="实际上解",
            required=True,
            headings=("实上解", "上解金额", "实际上缴", "实上缴", "上缴金额", "已上解", "实解缴"),
        ),
    ] = None
    remit_on: Annotated[
        date | None,
        Day(label="上解日期", headings=("上缴日期", "划拨日期", "汇款日期", "解缴日期")),
    ] = None
    level: Annotated[
        str, Choice(label="收款级别", codes="fund_level", headings=("上解单位", "收款单位"))
    ] = ""
    voucher: Annotated[str, Text(label="凭证号", headings=("凭证", "凭证编号", "记账凭证号"))] = ""
    bank_ref: Annotated[str, Text(label="银行回单号", headings=("回单号", "银行流水号"))] = ""
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundReturn(Record):
    """What came back from above: the grassroots share, aid, or a special grant."""

    about: ClassVar[About] = About(
        table="fund_back",
        label="经费返还",
        measure="笔",
        titles=("kind", "in_on"),
        columns=("in_on", "kind", "from_level", "unit_name", "amount", "doc_no", "paid_on"),
        keys=(("in_on", "kind", "unit_name", "amount"), ("in_on", "kind", "doc_no", "amount")),
        order=("in_on",),
        search=("unit_name", "doc_no", "signer"),
        year="in_on",
    )

    in_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="到账日期", required=True, headings=("返还日期", "拨入日期", "入账日期", "日期")
        ),
    ] = None
    kind: Annotated[
        str,
        Choice(
            label="返还类型",
            required=True,
            codes="fund_back_kind",
            headings=("类型", "返还种类", "补助类型", "项目"),
        ),
    ] = ""
    from_level: Annotated[
        str, Choice(label="来源级别", codes="fund_level", headings=("来源", "拨款单位", "拨付单位"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="受益单位",
            is_name=True,
            width=28,
            headings=("单位名称", "返还单位", "企业名称", "收款单位"),
        ),
    ] = ""
    ym: Annotated[PartialDate | None, Month(label="所属月份", headings=("所属期", "月份"))] = None
    amount: Annotated[
        int | None,
        Money(
            label="金额", required=True, headings=("返还金额", "到账金额", "补助金额", "拨款金额")
        ),
    ] = None
    doc_no: Annotated[str, Text(label="依据文号", width=20, headings=("文号",))] = ""
    paid_on: Annotated[
        date | None,
        Day(label="拨付日期", help="转给基层工会的日期", headings=("发放日期", "下拨日期")),
    ] = None
    signer: Annotated[str, Text(label="签收人", is_name=True, headings=("领款人",))] = ""
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundDun(Record):
    """A written demand for funds in arrears, and what came of it."""

    about: ClassVar[About] = About(
        table="fund_dun",
        label="经费催缴",
        measure="份",
        titles=("unit_name", "number"),
        columns=("unit_name", "number", "arrears", "issued_on", "deadline", "result"),
        keys=(("number",), ("unit", "issued_on"), ("unit_name", "issued_on")),
        unique=("number",),
        order=("issued_on",),
        search=("unit_name", "number"),
        year="issued_on",
        states=(
            coded("待补缴", "", "2", field="result"),
            coded("申请支付令", "3", field="result"),
            coded("已了结", "1", "4", field="result", is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("欠缴单位", "催缴单位", "企业名称"),
        ),
    ] = ""
    number: Annotated[
        str, Text(label="通知书文号", width=20, headings=("文号", "催缴文号", "通知书编号"))
    ] = ""
    period_from: Annotated[
        PartialDate | None, Month(label="欠缴期起", headings=("欠缴起始月份", "期间起"))
    ] = None
    period_to: Annotated[
        PartialDate | None, Month(label="欠缴期止", headings=("欠缴截止月份", "期间止"))
    ] = None
    arrears: Annotated[
        int | None,
        Money(
            label="欠缴金额",
            required=True,
            headings=("欠额", "欠缴额", "欠缴", "催缴金额"),
        ),
    ] = None
    issued_on: Annotated[
        date | None,
        Day(label="发出日期", required=True, headings=("催缴日期", "通知日期", "日期")),
    ] = None
    deadline: Annotated[
        date | None, Day(label="补缴期限", headings=("限期", "限缴日期", "限期补缴日期"))
    ] = None
    sent_way: Annotated[str, Choice(label="送达方式", codes="fund_dun_way", headings=("送达",))] = (
        ""
    )
    signer: Annotated[str, Text(label="签收人", is_name=True)] = ""
    signed_on: Annotated[date | None, Day(label="签收日期", headings=("送达日期",))] = None
    result: Annotated[
        str, Choice(label="催缴结果", codes="fund_dun_result", headings=("结果", "处理结果"))
    ] = ""
    paid_on: Annotated[date | None, Day(label="补缴日期", headings=("缴清日期",))] = None
    order_on: Annotated[date | None, Day(label="申请支付令日期", headings=("支付令日期",))] = None
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationFund(Record):
    """A unit without a union that pays the preparation fund, until it is returned."""

    about: ClassVar[About] = About(
        table="prep_fund",
        label="建会筹备金",
        measure="户",
        titles=("unit_name",),
        columns=("unit_name", "reason", "from_on", "to_on", "returned", "returned_on"),
        keys=(("unit", "from_on"), ("unit_name", "from_on")),
        order=("from_on",),
        search=("unit_name",),
        states=term("from_on", "to_on", running="征收中", over="已停征"),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(label="单位名称", required=True, is_name=True, width=28, headings=("企业名称",)),
    ] = ""
    from_on: Annotated[
        date | None, Day(label="起征日期", required=True, headings=("开始日期", "起始日期"))
    ] = None
    to_on: Annotated[
        date | None, Day(label="停征日期", help="建会之日", headings=("截止日期", "建会日期"))
    ] = None
    reason: Annotated[str, Choice(label="起征原因", codes="prep_reason", headings=("原因",))] = ""
    returned: Annotated[int | None, Money(label="已返还", headings=("返还金额", "已返还金额"))] = (
        None
    )
    returned_on: Annotated[date | None, Day(label="返还日期")] = None
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


RECORDS: tuple[type[Record], ...] = (Remittance, FundReturn, FundDun, PreparationFund)
