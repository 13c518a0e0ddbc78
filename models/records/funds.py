"""Union funds: who pays, what was due, paid, remitted and returned; a subsidiary ledger."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Flag,
    Link,
    Money,
    Month,
    Note,
    Number,
    PartialDay,
    Phone,
    Share,
    Text,
    Year,
)
from models.records import budget, receipts, remittances
from models.records.base import About, Record
from models.records.states import term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class FundRule(Record):
    """How the funds are shared between the levels of the union, from one day to another."""

    about: ClassVar[About] = About(
        table="fund_rule",
        label="经费分成规则",
        measure="条",
        titles=("doc_no", "valid_from"),
        columns=("valid_from", "valid_to", "rate", "grass_share", "town_share", "doc_no"),
        keys=(("valid_from",),),
        order=("valid_from",),
        search=("doc_no",),
        states=term("valid_from", "valid_to", running="现行", over="已停止"),
    )

    doc_no: Annotated[
        str, Text(label="依据文号", required=True, width=20, headings=("文号", "依据"))
    ] = ""
    valid_from: Annotated[
        date | None,
        Day(label="生效日期", required=True, headings=("执行日期", "起始日期", "生效起")),
    ] = None
    valid_to: Annotated[
        date | None,
        Day(label="停止日期", help="现行的空着", headings=("截止日期", "终止日期", "生效止")),
    ] = None
    rate: Annotated[
        Decimal | None,
        Share(
            label="计提比例",
            required=True,
            help="工会法第四十三条：全部职工工资总额的2%",
            headings=("拨缴比例", "提取比例", "计提比例%"),
        ),
    ] = None
    grass_share: Annotated[
        Decimal | None,
        Share(
            label="基层留成",
            required=True,
            headings=("基层比例", "基层工会", "基层%", "基层工会留成"),
        ),
    ] = None
    town_share: Annotated[
        Decimal | None, Share(label="镇留成", headings=("镇级比例", "乡镇", "镇总工会", "镇%"))
    ] = None
    county_share: Annotated[
        Decimal | None, Share(label="县留成", headings=("县级比例", "县总工会", "县%"))
    ] = None
    city_share: Annotated[
        Decimal | None, Share(label="市留成", headings=("市级比例", "市总工会", "市%"))
    ] = None
    province_share: Annotated[
        Decimal | None, Share(label="省留成", headings=("省级比例", "省总工会", "省%"))
    ] = None
    national_share: Annotated[
        Decimal | None, Share(label="全总留成", headings=("全总", "全国总工会", "全总%"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundUnit(Record):
    """A payer: how a unit's union funds come in, and on what they are reckoned."""

    about: ClassVar[About] = About(
        table="fund_unit",
        label="缴费户",
        measure="户",
        titles=("unit_name",),
        columns=("unit_name", "mode", "collect_rate", "base_month", "cycle", "contact"),
        keys=(("unit", "valid_from"), ("unit",), ("unit_name",)),
        search=("unit_name", "tax_no", "contact", "phone"),
        tells=("mode",),
        states=term("valid_from", "valid_to", running="在缴", over="停缴"),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("缴费单位", "缴费户", "企业名称", "单位全称", "缴费单位名称", "户名"),
        ),
    ] = ""
    mode: Annotated[
        str,
        Choice(
            label="缴纳方式",
            codes="fund_mode",
            help="税务代收的才计入代征任务",
            headings=("征收方式", "收缴方式", "缴费方式", "拨缴方式", "缴款方式", "收取方式"),
        ),
    ] = ""
    collect_rate: Annotated[
        Decimal | None,
        Share(
            label="征收率",
            help="2%；税务只代收上缴部分的填0.8%",
            headings=("征收比例", "计提比例", "费率", "征收率%", "缴费比例"),
        ),
    ] = None
    base_kind: Annotated[
        str,
        Choice(label="基数类型", codes="fund_base", headings=("计费依据", "缴费基数类型", "基数")),
    ] = ""
    base_month: Annotated[
        int | None,
        Money(
            label="月基数",
            help="登记应缴时用它乘征收率",
            headings=("月工资总额", "月缴费基数", "计费基数", "工资总额"),
        ),
    ] = None
    workers: Annotated[
        int | None, Number(label="职工人数", unit="人", headings=("职工数", "人数"))
    ] = None
    cycle: Annotated[
        str, Choice(label="缴纳周期", codes="fund_cycle", headings=("周期", "缴费周期"))
    ] = ""
    year_month: Annotated[
        int | None,
        Number(label="年征月份", unit="月", help="按年缴的填几月", headings=("征收月份",)),
    ] = None
    is_small: Annotated[bool, Flag(label="小微企业", headings=("小微", "小额缴费"))] = False
    is_prep: Annotated[
        bool, Flag(label="缴建会筹备金", help="还没有建会的单位", headings=("筹备金", "建会筹备金"))
    ] = False
    tax_no: Annotated[
        str, Text(label="税号", width=20, headings=("纳税人识别号", "纳税识别号"))
    ] = ""
    bank: Annotated[str, Text(label="开户行", width=20, headings=("开户银行",))] = ""
    account: Annotated[str, Text(label="账号", width=20, headings=("银行账号", "帐号"))] = ""
    contact: Annotated[
        str, Text(label="联系人", is_name=True, headings=("经办人", "单位联系人"))
    ] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "手机"))] = ""
    valid_from: Annotated[
        date | None,
        Day(label="起缴日期", help="改了缴纳方式就另登记一户", headings=("生效日期", "开始日期")),
    ] = None
    valid_to: Annotated[date | None, Day(label="停缴日期", headings=("终止日期",))] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundDue(Record):
    """What a unit owed for a month."""

    about: ClassVar[About] = About(
        table="fund_due",
        label="应缴经费",
        measure="笔",
        titles=("unit_name", "ym"),
        columns=("unit_name", "ym", "payroll", "rate", "due", "relief"),
        keys=(("unit", "ym"), ("unit_name", "ym")),
        order=("ym", "unit_name"),
        search=("unit_name",),
        year="ym",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("缴费单位", "企业名称", "单位全称"),
        ),
    ] = ""
    ym: Annotated[
        PartialDate | None,
        Month(
            label="所属月份",
            required=True,
            headings=("所属期", "月份", "费款所属期", "经费所属期", "应缴月份"),
        ),
    ] = None
    payroll: Annotated[
        int | None,
        Money(
            label="工资总额",
            help="全部职工工资总额，按统计口径",
            headings=("职工工资总额", "计费工资总额", "缴费基数"),
        ),
    ] = None
    rate: Annotated[
        Decimal | None, Share(label="计提比例", headings=("征收率", "费率", "计提比例%"))
    ] = None
    due: Annotated[
        int | None,
        Money(
            label="应缴",
            required=True,
            help="空着时按工资总额×比例算，四舍五入到分",
            headings=("应缴金额", "应缴额", "应缴经费", "应缴费额", "应拨缴"),
        ),
    ] = None
    relief: Annotated[int | None, Money(label="减免", headings=("减免金额", "减免额"))] = None
    relief_why: Annotated[str, Text(label="减免理由", headings=("减免原因",))] = ""
    is_prep: Annotated[bool, Flag(label="建会筹备金", headings=("筹备金",))] = False
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundIn(Record):
    """What a unit paid for a month: one payment, or the month's total when that is all one knows."""

    about: ClassVar[About] = About(
        table="fund_in",
        label="实缴经费",
        measure="笔",
        titles=("unit_name", "ym"),
        columns=("unit_name", "ym", "in_on", "amount", "way", "voucher"),
        keys=(
            ("unit", "ym", "voucher"),
            ("unit", "ym", "in_on"),
            ("unit", "ym", "is_month_total"),
            ("unit_name", "ym", "voucher"),
            ("unit_name", "ym", "in_on"),
            ("unit_name", "ym", "is_month_total"),
        ),
        order=("ym", "unit_name", "in_on"),
        search=("unit_name", "voucher"),
        year="ym",
        tells=("in_on", "amount"),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("缴费单位", "缴款单位", "企业名称", "单位全称", "交款单位"),
        ),
    ] = ""
    ym: Annotated[
        PartialDate | None,
        Month(
            label="所属月份",
            required=True,
            headings=("所属期", "月份", "费款所属期", "经费所属期", "缴费所属期"),
        ),
    ] = None
    in_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="入账日期",
            help="不知道哪天的空着，按月合计",
            headings=("到账日期", "缴款日期", "收款日期", "入库日期", "缴费日期", "日期"),
        ),
    ] = None
    amount: Annotated[
        int | None,
        Money(
            label="实缴",
            required=True,
            help="退款填负数",
            headings=("实缴金额", "金额", "入账金额", "缴款金额", "实收", "到账金额", "实缴额"),
        ),
    ] = None
    way: Annotated[
        str,
        Choice(label="途径", codes="fund_way", headings=("缴款途径", "收款方式", "缴款方式")),
    ] = ""
    voucher: Annotated[
        str,
        Text(
            label="凭证号",
            help="税票号、记账凭证号",
            headings=("税票号", "税票号码", "凭证", "票号", "凭证编号"),
        ),
    ] = ""
    receipt: Annotated[int | None, Link(label="所开收据", to="receipt")] = None
    is_prep: Annotated[bool, Flag(label="建会筹备金", headings=("筹备金",))] = False
    is_month_total: Annotated[
        bool, Flag(label="按月合计", help="没有日期和凭证号时，一个月只登记一笔合计")
    ] = False
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundTask(Record):
    """What the county asks to be collected in a year."""

    about: ClassVar[About] = About(
        table="fund_task",
        label="经费收缴任务",
        measure="项",
        titles=("year", "scope"),
        columns=("year", "scope", "target", "doc_no"),
        keys=(("year", "scope"),),
        order=("year", "scope"),
        search=("doc_no",),
        year="year",
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    scope: Annotated[
        str,
        Choice(
            label="任务口径",
            required=True,
            codes="fund_task_scope",
            headings=("口径", "任务类型", "任务名称"),
        ),
    ] = ""
    target: Annotated[
        int | None,
        Money(
            label="任务额（万元）",
            required=True,
            unit="万元",
            headings=("任务额", "任务数", "代征任务", "目标", "收缴任务"),
        ),
    ] = None
    doc_no: Annotated[str, Text(label="下达文号", width=20, headings=("文号", "依据文号"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    *receipts.RECORDS,
    FundRule,
    FundUnit,
    FundDue,
    FundIn,
    FundTask,
    *remittances.RECORDS,
    *budget.RECORDS,
)
