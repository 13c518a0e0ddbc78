"""Members, what changes in their membership, and transfers."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Flag,
    Link,
    Month,
    Note,
    PartialDay,
    PersonId,
    Phone,
    Text,
)
from models.records.base import About, Record, State
from models.records.states import coded
from models.values.dates import PartialDate

# 中国工会章程第六条: six months without dues and union life count as leaving.
MOST_MONTHS_BEHIND = 6


def is_behind(member: "Member", day: date) -> bool:
    """Whether a member's dues are paid to a month that lies more than half a year back."""
    paid = member.dues_paid_to
    if member.status not in ("active", "transferring") or paid is None or paid.month is None:
        return False
    return (day.year - paid.year) * 12 + day.month - paid.month > MOST_MONTHS_BEHIND


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """A member of a union, with the twenty columns of the official list and the rest."""

    about: ClassVar[About] = About(
        table="member",
        label="会员",
        measure="人",
        titles=("name",),
        columns=("name", "sex", "birth", "unit_name", "mobile", "joined_on", "status"),
        keys=(("id_type", "id_no"),),
        unique=("id_no",),
        search=("name", "id_no", "mobile", "card_no", "unit_name"),
        tells=("unit_name", "birth", "id_no"),
        states=(
            State("疑似退会", is_behind),
            coded("在册", "active", "transferring"),
            coded("待批准", "applied", "", is_alive=False),
            coded("保留", "retained", is_alive=False),
            coded("转出", "transferred_out", is_alive=False),
            coded("退会等", "withdrawn", "expelled", "deceased", is_alive=False),
        ),
        # With these the members of a day are counted without a look into the rows themselves.
        indexes=(
            (
                *("status", "sex", "is_migrant", "is_dispatch"),
                *("new_group", "verified"),
                "status_on",
            ),
            ("union", "status", "status_on"),
        ),
    )

    name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("会员姓名", "职工姓名"))
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex", help="空着时按证件号码填写")] = ""
    birth: Annotated[
        PartialDate | None,
        PartialDay(
            label="出生日期",
            help="空着时按证件号码填写",
            headings=("出生年月", "出生年月日", "生日"),
        ),
    ] = None
    nation: Annotated[str, Choice(label="民族", codes="nation")] = ""
    work_status: Annotated[
        str, Choice(label="就业状况", codes="work_status", headings=("就业状态", "在岗情况"))
    ] = ""
    id_type: Annotated[
        str,
        Choice(
            label="有效证件类别",
            codes="id_type",
            help="空着时按居民身份证",
            headings=("证件类别", "证件类型", "有效证件类型"),
        ),
    ] = ""
    id_no: Annotated[
        str,
        PersonId(
            label="证件号码",
            required=True,
            or_other=True,
            width=20,
            headings=("身份证号", "身份证号码", "身份证", "公民身份号码", "有效证件号码"),
        ),
    ] = ""
    education: Annotated[
        str, Choice(label="学历", codes="education", headings=("文化程度", "最高学历"))
    ] = ""
    tech_level: Annotated[
        str,
        Choice(
            label="技术等级", codes="tech_level", headings=("职业技能等级", "技能等级", "职业资格")
        ),
    ] = ""
    mobile: Annotated[
        str,
        Phone(
            label="移动电话",
            headings=("手机", "手机号", "手机号码", "联系电话", "电话", "联系方式"),
        ),
    ] = ""
    household: Annotated[
        str,
        Choice(label="户籍类型", codes="household", headings=("户口类型", "户口性质", "户籍性质")),
    ] = ""
    domicile: Annotated[
        str,
        Text(label="户籍所在地", width=24, headings=("户口所在地", "户籍地址", "家庭住址", "住址")),
    ] = ""
    politics: Annotated[str, Choice(label="政治面貌", codes="politics")] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="工作单位",
            is_name=True,
            width=28,
            headings=("单位名称", "单位", "所在单位", "企业名称", "工作单位名称", "用人单位"),
        ),
    ] = ""
    native_place: Annotated[str, Text(label="籍贯")] = ""
    is_migrant: Annotated[
        str,
        Choice(
            label="农民工会员",
            codes="yes_no",
            help="空着时按户籍类型判断，农林牧渔单位的除外",
            headings=("是否农民工会员", "是否农民工", "农民工"),
        ),
    ] = ""
    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="所属工会",
            is_name=True,
            width=28,
            headings=("所在工会", "工会名称", "基层工会", "所属基层工会", "所属工会名称"),
        ),
    ] = ""
    card_no: Annotated[
        str,
        Text(
            label="会员证号",
            headings=("会员证号码", "会员卡号", "会员证（卡）号", "会员编号", "证号"),
        ),
    ] = ""
    joined_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="入会日期",
            help="还没有批准的空着，列入“待批准”",
            headings=("入会时间", "加入工会时间", "加入工会日期", "入会年月"),
        ),
    ] = None
    join_mode: Annotated[str, Choice(label="入会方式", codes="join_mode")] = ""
    applied_on: Annotated[date | None, Day(label="申请日期", headings=("申请入会日期",))] = None
    is_dispatch: Annotated[
        bool, Flag(label="劳务派遣", headings=("是否劳务派遣", "劳务派遣工", "派遣工"))
    ] = False
    new_group: Annotated[
        str,
        Choice(
            label="新就业形态",
            codes="new_employment_group",
            headings=("新就业形态群体", "新就业形态类别", "所属群体", "群体", "八大群体"),
        ),
    ] = ""
    verified: Annotated[
        bool, Flag(label="实名认证", headings=("是否实名认证", "是否认证", "认证情况"))
    ] = False
    job: Annotated[str, Text(label="工种", headings=("岗位", "岗位工种", "工种岗位"))] = ""
    post_title: Annotated[str, Text(label="职务", headings=("行政职务", "现任职务"))] = ""
    professional_title: Annotated[str, Text(label="职称", headings=("专业技术职务",))] = ""
    dues_paid_to: Annotated[
        PartialDate | None,
        Month(
            label="会费交至",
            help="填到月，超过6个月没有交会费的列入“疑似退会”",
            headings=("会费缴至", "会费交至月份"),
        ),
    ] = None
    status: Annotated[
        str,
        Choice(
            label="会籍状态",
            codes="member_status",
            help="由会籍变动得出",
            headings=("会籍", "会员状态"),
        ),
    ] = ""
    status_on: Annotated[
        PartialDate | None, PartialDay(label="状态起始", help="由会籍变动得出")
    ] = None
    remark: Annotated[str, Note(label="备注", headings=("备 注", "说明"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChange(Record):
    """One change in a membership: joining, transfer, retention, leaving."""

    about: ClassVar[About] = About(
        table="member_change",
        label="会籍变动",
        titles=("kind", "changed_on"),
        columns=("member", "kind", "changed_on", "reason", "other_union", "document"),
        keys=(("member", "kind", "changed_on"),),
        order=("changed_on",),
        search=("other_union", "document"),
        year="changed_on",
        indexes=(("kind", "changed_on", "member"),),
    )

    member: Annotated[int | None, Link(label="会员", required=True, to="member", is_part=True)] = (
        None
    )
    kind: Annotated[
        str,
        Choice(
            label="会籍变化类型",
            required=True,
            codes="member_change_type",
            headings=("变动类型", "会籍变动类型", "变化类型"),
        ),
    ] = ""
    changed_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="会籍变化日期",
            required=True,
            headings=("变动日期", "会籍变动日期", "变化日期", "会籍变化时间", "会籍变动时间"),
        ),
    ] = None
    reason: Annotated[
        str,
        Choice(
            label="会籍变化原因",
            codes="member_change_reason",
            headings=("变动原因", "会籍变动原因", "变化原因"),
        ),
    ] = ""
    other_union: Annotated[
        str,
        Text(
            label="对方工会",
            is_name=True,
            width=28,
            help="转入从哪里来，转出到哪里去",
            headings=("转往工会", "原工会", "转入工会", "转出工会"),
        ),
    ] = ""
    document: Annotated[str, Text(label="依据文号", headings=("文号", "依据"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTransfer(Record):
    """A membership on its way from one union to another, with its slip."""

    about: ClassVar[About] = About(
        table="member_transfer",
        label="会员转接",
        measure="人",
        titles=("slip_no", "person_name"),
        columns=("slip_no", "person_name", "kind", "from_name", "to_name", "applied_on"),
        keys=(("slip_no",), ("person_name", "applied_on", "kind")),
        unique=("slip_no",),
        order=("applied_on",),
        search=("slip_no", "person_name", "id_no", "from_name", "to_name"),
        year="applied_on",
        states=(
            coded("办理中", "", "draft", "out_signed", "sent"),
            coded("已接收", "received"),
            coded("未接收", "refused", "lapsed", is_alive=False),
        ),
    )

    slip_no: Annotated[
        str, Text(label="转接单号", headings=("编号", "单号", "文号", "介绍信号"))
    ] = ""
    person: Annotated[
        int | None, Link(label="对应会员", to="member", help="外地转入、还没有登记的空着")
    ] = None
    person_name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("会员姓名",))
    ] = ""
    id_no: Annotated[
        str,
        PersonId(label="证件号码", or_other=True, width=20, headings=("身份证号", "身份证号码")),
    ] = ""
    mobile: Annotated[str, Phone(label="移动电话", headings=("手机", "手机号", "联系电话"))] = ""
    kind: Annotated[
        str,
        Choice(
            label="转接类型",
            required=True,
            codes="transfer_kind",
            headings=("类型", "转出/入", "转出或转入"),
        ),
    ] = ""
    from_unit: Annotated[
        str, Text(label="原所在单位", is_name=True, width=28, headings=("原单位",))
    ] = ""
    from_name: Annotated[
        str,
        Text(
            label="转出工会",
            required=True,
            is_name=True,
            width=28,
            headings=("原所在工会", "原工会"),
        ),
    ] = ""
    from_area: Annotated[str, Text(label="原单位区县")] = ""
    to_unit: Annotated[
        str, Text(label="现所在单位", is_name=True, width=28, headings=("现单位", "新单位"))
    ] = ""
    to_name: Annotated[
        str,
        Text(
            label="转入工会", required=True, is_name=True, width=28, headings=("现工会", "接收工会")
        ),
    ] = ""
    to_area: Annotated[str, Text(label="现单位区县")] = ""
    job: Annotated[str, Text(label="岗位工种", headings=("工种", "岗位"))] = ""
    dues_paid_to: Annotated[PartialDate | None, Month(label="会费交至", headings=("会费缴至",))] = (
        None
    )
    applied_on: Annotated[
        date | None, Day(label="申请日期", required=True, headings=("申请时间", "日期"))
    ] = None
    signed_on: Annotated[date | None, Day(label="转出方签字日期")] = None
    sent_on: Annotated[date | None, Day(label="寄送日期")] = None
    received_on: Annotated[
        date | None, Day(label="接收日期", headings=("转接日期", "回执日期"))
    ] = None
    status: Annotated[
        str,
        Choice(
            label="办理情况",
            codes="transfer_status",
            help="填了接收日期的按已接收",
            headings=("状态", "是否准许"),
        ),
    ] = ""
    reason: Annotated[str, Text(label="转接原因", width=28, headings=("原因",))] = ""
    handled_by: Annotated[str, Text(label="经办人", is_name=True, headings=("经办",))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Member, MemberChange, MemberTransfer)
