"""Grassroots unions, the units they cover, their terms, and what was issued to them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    CreditCode,
    Day,
    Flag,
    Link,
    Money,
    Note,
    Number,
    PartialDay,
    Phone,
    Text,
)
from models.records.base import About, Record, State
from models.records.states import coded, term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Union(Record):
    """A union organisation under the township federation."""

    about: ClassVar[About] = About(
        table="union_org",
        label="基层工会",
        measure="家",
        titles=("name",),
        columns=("name", "org_type", "founded_on", "members_total", "chair", "phone", "status"),
        keys=(("name",),),
        unique=("name",),
        order=("founded_on", "name"),
        search=("name", "unit_name", "chair", "phone", "credit_code", "reply_no"),
        states=(
            coded("正常", "", "established", "overdue"),
            coded("筹备", "preparing", "reported", "approved_prep", "elected", is_alive=False),
            coded("撤销合并", "merged", "revoked", is_alive=False),
        ),
    )

    name: Annotated[
        str,
        Text(label="工会名称", required=True, is_name=True, width=28, headings=("基层工会名称",)),
    ] = ""
    org_type: Annotated[
        str,
        Choice(
            label="基层工会类型",
            required=True,
            codes="union_type",
            headings=("工会类型", "建会形式", "工会组织类型"),
        ),
    ] = ""
    org_form: Annotated[str, Choice(label="组织形式", codes="union_form")] = ""
    carrier_type: Annotated[
        str, Choice(label="建会载体", codes="carrier_type", help="空着时按所在单位的类别统计")
    ] = ""
    level: Annotated[str, Choice(label="工会层级", codes="union_level")] = ""
    credit_code: Annotated[
        str,
        CreditCode(
            label="工会信用代码",
            help="81开头，18位",
            width=20,
            headings=("工会法人统一社会信用代码", "工会统一社会信用代码", "工会法人代码"),
        ),
    ] = ""
    stat_code: Annotated[str, Text(label="统计编码")] = ""
    parent_name: Annotated[
        str, Text(label="上级工会", is_name=True, headings=("上级工会名称",))
    ] = ""
    unit: Annotated[
        int | None, Link(label="所在单位", to="unit", help="联合工会选牵头的村或单位")
    ] = None
    unit_name: Annotated[
        str,
        Text(
            label="所在单位名称",
            is_name=True,
            width=28,
            headings=("单位名称", "企业名称", "建会单位", "单位全称"),
        ),
    ] = ""
    build_mode: Annotated[str, Choice(label="建会方式", codes="build_mode")] = ""
    prepared_on: Annotated[date | None, Day(label="筹备日期")] = None
    reply_no: Annotated[str, Text(label="批复文号", headings=("批准文号",))] = ""
    founded_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="建会日期",
            required=True,
            headings=("成立日期", "建会时间", "批复日期", "工会成立日期", "成立时间"),
        ),
    ] = None
    chair: Annotated[
        str,
        Text(
            label="工会主席",
            is_name=True,
            headings=("工会负责人", "工会负责人（法定代表人）", "主席", "主席姓名"),
        ),
    ] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "主席电话"))] = ""
    email: Annotated[str, Text(label="电子邮箱")] = ""
    workers_total: Annotated[
        int | None, Number(label="职工人数", unit="人", headings=("职工总数", "职工数"))
    ] = None
    workers_female: Annotated[int | None, Number(label="女职工", unit="人")] = None
    workers_migrant: Annotated[int | None, Number(label="农民工", unit="人")] = None
    members_total: Annotated[
        int | None, Number(label="会员人数", unit="人", headings=("会员总数", "会员数"))
    ] = None
    members_female: Annotated[int | None, Number(label="女会员", unit="人")] = None
    staff_fulltime: Annotated[int | None, Number(label="专职干部", unit="人")] = None
    staff_parttime: Annotated[int | None, Number(label="兼职干部", unit="人")] = None
    has_audit: Annotated[bool, Flag(label="经审会", headings=("经费审查委员会",))] = False
    has_women: Annotated[bool, Flag(label="女职工委员会", headings=("女工委",))] = False
    has_congress: Annotated[bool, Flag(label="职代会")] = False
    has_supervision: Annotated[bool, Flag(label="劳动法律监督委员会")] = False
    has_seal: Annotated[bool, Flag(label="有公章")] = False
    has_bank: Annotated[bool, Flag(label="有独立账户")] = False
    bank_account: Annotated[str, Text(label="银行账号")] = ""
    status: Annotated[str, Choice(label="状态", codes="union_status", headings=("工会状态",))] = ""
    ended_on: Annotated[date | None, Day(label="撤销日期")] = None
    end_reason: Annotated[str, Text(label="撤销原因")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionUnit(Record):
    """A unit that a joint union covers."""

    about: ClassVar[About] = About(
        table="union_unit",
        label="涵盖单位",
        measure="家",
        titles=("unit_name",),
        columns=("union", "unit_name", "workers_total", "members_total", "contact", "joined_on"),
        keys=(("union", "unit"), ("union", "unit_name")),
        search=("unit_name", "contact", "phone"),
        states=term("joined_on", "left_on", running="涵盖中", over="已退出"),
    )

    union: Annotated[
        int | None,
        Link(
            label="联合工会",
            required=True,
            to="union_org",
            is_part=True,
            headings=("联合工会名称", "工会名称", "联合基层工会", "联合基层工会名称"),
        ),
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="涵盖单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("涵盖单位", "涵盖企业", "涵盖企业名称", "单位名称", "企业名称"),
        ),
    ] = ""
    workers_total: Annotated[
        int | None, Number(label="职工数", unit="人", headings=("职工人数", "职工总数"))
    ] = None
    members_total: Annotated[
        int | None, Number(label="会员数", unit="人", headings=("会员人数", "会员总数"))
    ] = None
    contact: Annotated[str, Text(label="负责人", is_name=True, headings=("联系人",))] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话",))] = ""
    joined_on: Annotated[
        PartialDate | None, PartialDay(label="加入日期", headings=("加入时间", "涵盖日期"))
    ] = None
    left_on: Annotated[date | None, Day(label="退出日期")] = None


def _end(term: "UnionTerm") -> date | None:
    return term.extended_to or term.expires_on


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionTerm(Record):
    """One term of office of a union's committee."""

    about: ClassVar[About] = About(
        table="union_term",
        label="届次",
        measure="届",
        titles=("session_no",),
        columns=("union", "session_no", "elected_on", "years", "expires_on", "extended_to"),
        keys=(("union", "session_no"),),
        order=("elected_on",),
        tells=("union", "elected_on"),
        states=(
            State("届满", lambda one, day: (_end(one) or date.max) < day, is_alive=False),
            State("在任", lambda _one, _day: True),
        ),
    )

    union: Annotated[
        int | None, Link(label="工会", required=True, to="union_org", is_part=True)
    ] = None
    session_no: Annotated[int | None, Number(label="第几届", required=True, minimum=1)] = None
    elected_on: Annotated[date | None, Day(label="选举日期", required=True)] = None
    years: Annotated[
        str,
        Choice(label="任期", required=True, codes="term_years", help="工会法第十六条：3年或5年"),
    ] = ""
    expires_on: Annotated[date | None, Day(label="届满日期", help="空着时按选举日期加任期计算")] = (
        None
    )
    extended_to: Annotated[date | None, Day(label="批准延期至")] = None
    meeting_type: Annotated[str, Choice(label="会议形式", codes="meeting_type")] = ""
    members_total: Annotated[int | None, Number(label="会员数", unit="人")] = None
    delegates_total: Annotated[int | None, Number(label="代表数", unit="人")] = None
    reply_no: Annotated[str, Text(label="批复文号")] = ""
    reply_on: Annotated[date | None, Day(label="批复日期")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedItem(Record):
    """Seals, door plates and boards made for a union."""

    about: ClassVar[About] = About(
        table="issue_item",
        label="印章门牌发放",
        measure="件",
        titles=("union_name", "item"),
        columns=("union_name", "item", "quantity", "made_on", "issued_on", "received_by", "cost"),
        keys=(("union_name", "item", "issued_on"),),
        order=("issued_on",),
        search=("union_name", "received_by"),
        year="issued_on",
    )

    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称", required=True, is_name=True, width=28, headings=("工会", "领取单位")
        ),
    ] = ""
    item: Annotated[
        str, Choice(label="品名", required=True, codes="issued_item", headings=("物品", "名称"))
    ] = ""
    quantity: Annotated[int | None, Number(label="数量", required=True, minimum=1)] = None
    made_on: Annotated[date | None, Day(label="制作日期", headings=("制作日",))] = None
    issued_on: Annotated[date | None, Day(label="发放日期", headings=("领取日期", "领取日"))] = None
    received_by: Annotated[str, Text(label="领取人", is_name=True)] = ""
    cost: Annotated[int | None, Money(label="费用（元）", headings=("费用", "金额"))] = None
    returned_on: Annotated[date | None, Day(label="缴销日期")] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Union, UnionUnit, UnionTerm, IssuedItem)
