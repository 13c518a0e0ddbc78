"""Mutual help insurance: plans, policies of units, insured people and claims."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Choices,
    Day,
    Flag,
    Link,
    Money,
    Note,
    Number,
    PersonId,
    Text,
)
from models.records.base import About, Record, State
from models.records.states import term


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualPlan(Record):
    """A kind of cover that the mutual help association offers."""

    about: ClassVar[About] = About(
        table="mi_plan",
        label="保障计划",
        measure="个",
        titles=("name",),
        columns=("name", "kind", "fee", "term_months", "wait_days", "insurer"),
        keys=(("name",),),
        search=("name", "insurer"),
        states=(
            State("在办", lambda record, day: not _has_ended(record.ended_on, day)),
            State("停办", lambda _record, _day: True, is_alive=False),
        ),
    )

    name: Annotated[
        str,
        Text(
            label="计划名称",
            required=True,
            is_name=True,
            width=26,
            headings=("保障计划", "险种", "保障计划名称", "项目名称"),
        ),
    ] = ""
    kind: Annotated[
        str, Choice(label="保障类别", codes="mutual_plan_kind", headings=("类别", "险种类别"))
    ] = ""
    insurer: Annotated[
        str,
        Text(
            label="承办机构",
            width=22,
            headings=("承办单位", "保险机构", "承保机构", "互助会"),
        ),
    ] = ""
    fee: Annotated[
        int | None,
        Money(label="每份费用（元）", headings=("每份费用", "缴费标准", "每份保费", "保费标准")),
    ] = None
    max_shares: Annotated[
        int | None, Number(label="每人最多份数", unit="份", headings=("最多份数", "上限份数"))
    ] = None
    term_months: Annotated[
        int | None, Number(label="保障月数", unit="个月", headings=("保障期限", "保障期"))
    ] = None
    wait_days: Annotated[
        int | None,
        Number(
            label="等待天数",
            unit="天",
            help="观察期、免责期：生效后多少天内出险不赔；续保的不再等待",
            headings=("等待期", "观察期", "免责期"),
        ),
    ] = None
    claim_days: Annotated[
        int | None,
        Number(
            label="申领时限（天）",
            unit="天",
            help="出院或出险后多少天内要申领",
            headings=("申领时限", "理赔时限"),
        ),
    ] = None
    eligible: Annotated[str, Note(label="参保条件", headings=("参保范围", "参保对象"))] = ""
    benefit: Annotated[str, Note(label="保障待遇", headings=("待遇", "保障内容", "保障责任"))] = ""
    ended_on: Annotated[date | None, Day(label="停办日期")] = None
    remark: Annotated[str, Note(label="备注")] = ""


def _has_ended(end: date | None, day: date) -> bool:
    return end is not None and end <= day


def _is_cancelled(record: "MutualPolicy", day: date) -> bool:
    return _has_ended(record.cancelled_on, day)


def _unless_cancelled(state: State) -> State:
    return replace(
        state, holds=lambda one, day: state.holds(one, day) and not _is_cancelled(one, day)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualPolicy(Record):
    """What a unit takes out for its workers under one plan for a time."""

    about: ClassVar[About] = About(
        table="mi_policy",
        label="互助参保",
        measure="批",
        titles=("unit_name", "plan_name"),
        columns=("unit_name", "plan_name", "start_on", "end_on", "headcount", "fee_total"),
        keys=(("unit", "plan_name", "start_on"), ("unit_name", "plan_name", "start_on")),
        order=("start_on",),
        search=("unit_name", "plan_name", "policy_no"),
        tells=("start_on", "end_on"),
        states=(
            *(_unless_cancelled(one) for one in term("start_on", "end_on", running="在保")),
            State("退保", _is_cancelled, is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="参保单位",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "企业名称", "投保单位", "单位"),
        ),
    ] = ""
    plan: Annotated[int | None, Link(label="对应计划", to="mi_plan")] = None
    plan_name: Annotated[
        str,
        Text(
            label="保障计划",
            required=True,
            is_name=True,
            width=20,
            headings=("计划名称", "参保计划", "险种", "保障项目", "参保险种", "互助保障计划"),
        ),
    ] = ""
    policy_no: Annotated[
        str, Text(label="保单号", width=18, headings=("计划书号", "保单编号", "保障凭证号"))
    ] = ""
    start_on: Annotated[
        date | None,
        Day(
            label="保障期起",
            required=True,
            headings=("保障期间起", "起始日期", "生效日期", "保障起始日期", "参保日期", "起"),
        ),
    ] = None
    end_on: Annotated[
        date | None,
        Day(
            label="保障期止",
            required=True,
            headings=("保障期间止", "终止日期", "到期日期", "到期日", "保障终止日期", "止"),
        ),
    ] = None
    headcount: Annotated[
        int | None,
        Number(
            label="参保人数",
            required=True,
            unit="人",
            help="登记了被保障人名单以后，按名单算",
            headings=("人数", "参保职工", "参保职工数", "投保人数"),
        ),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    shares: Annotated[
        int | None, Number(label="份数", unit="份", headings=("参保份数", "投保份数"))
    ] = None
    fee_total: Annotated[
        int | None,
        Money(
            label="缴费金额（元）",
            headings=("缴费金额", "金额", "保费", "缴费总额", "参保金额", "保险费"),
        ),
    ] = None
    payer: Annotated[
        str, Choice(label="出资方", codes="mutual_payer", headings=("出资", "费用承担", "缴费主体"))
    ] = ""
    renewal: Annotated[
        str,
        Choice(
            label="是否续保",
            codes="mutual_renewal",
            help="这一批是上一批到期后接着保的选“是”；到期没有再保的选“未续保”",
            headings=("续保", "续保情况", "参保性质"),
        ),
    ] = ""
    previous: Annotated[int | None, Link(label="上一批参保", to="mi_policy")] = None
    form_no: Annotated[str, Text(label="申请表编号")] = ""
    keyed_on: Annotated[date | None, Day(label="系统录入日期", headings=("录入日期",))] = None
    cancelled_on: Annotated[date | None, Day(label="退保日期")] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuredPerson(Record):
    """A worker whom a policy covers."""

    about: ClassVar[About] = About(
        table="mi_insured",
        label="被保障人",
        measure="人",
        titles=("person_name",),
        columns=("person_name", "id_no", "policy", "shares", "fee"),
        keys=(("policy", "id_no"),),
        unique=("id_no",),
        search=("person_name", "id_no"),
        tells=("policy", "id_no"),
    )

    policy: Annotated[
        int | None, Link(label="参保批次", required=True, to="mi_policy", is_part=True)
    ] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(
            label="姓名",
            required=True,
            is_name=True,
            headings=("被保障人", "被保障人姓名", "职工姓名", "参保人", "参保人姓名"),
        ),
    ] = ""
    id_no: Annotated[
        str,
        PersonId(
            label="身份证号",
            required=True,
            width=20,
            headings=("身份证号码", "身份证", "证件号码", "公民身份号码"),
        ),
    ] = ""
    shares: Annotated[
        int | None, Number(label="份数", unit="份", headings=("参保份数", "投保份数"))
    ] = None
    fee: Annotated[
        int | None,
        Money(label="保障费（元）", headings=("保险费", "保费", "金额", "费用", "缴费金额")),
    ] = None
    member_fee: Annotated[
        int | None, Money(label="会员费（元）", headings=("会员费", "互助会会费"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


def _is_rejected(record: "MutualClaim", day: date) -> bool:
    return bool(record.rejected_reason) and (record.rejected_on or day) <= day


def _is_paid(record: "MutualClaim", day: date) -> bool:
    is_paid = record.paid_on is not None and record.paid_on <= day
    return is_paid and not _is_rejected(record, day)


def _is_waiting(record: "MutualClaim", day: date) -> bool:
    return not (_is_rejected(record, day) or _is_paid(record, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class MutualClaim(Record):
    """What an insured worker asks of the plan after an illness or accident."""

    about: ClassVar[About] = About(
        table="mi_claim",
        label="互助金申领",
        measure="件",
        titles=("person_name", "event_on"),
        columns=("person_name", "policy", "event_on", "claimed_on", "amount", "paid_on"),
        keys=(
            ("policy", "id_no", "event_on"),
            ("policy", "person_name", "event_on"),
            ("policy", "person_name", "paid_on"),
        ),
        order=("claimed_on", "event_on"),
        search=("person_name", "id_no"),
        year="claimed_on",
        states=(
            State("申领", _is_waiting),
            State("已付", _is_paid),
            State("未通过", _is_rejected, is_alive=False),
        ),
    )

    policy: Annotated[int | None, Link(label="参保批次", required=True, to="mi_policy")] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(
            label="姓名",
            required=True,
            is_name=True,
            headings=("被保障人", "被保障人姓名", "职工姓名", "申领人", "申请人"),
        ),
    ] = ""
    id_no: Annotated[
        str,
        PersonId(label="身份证号", width=20, headings=("身份证号码", "身份证", "证件号码")),
    ] = ""
    times: Annotated[
        int | None, Number(label="第几次申领", minimum=1, headings=("第几次", "申领次数"))
    ] = None
    event_on: Annotated[
        date | None,
        Day(
            label="出险日期",
            help="住院的填入院日期",
            headings=("入院日期", "出险时间", "入院时间", "住院日期", "事故日期"),
        ),
    ] = None
    discharged_on: Annotated[date | None, Day(label="出院日期", headings=("出院时间",))] = None
    hospital: Annotated[str, Text(label="医院", width=20, headings=("就诊医院", "住院医院"))] = ""
    disease: Annotated[
        str, Text(label="疾病或事由", width=20, headings=("疾病", "事由", "病种", "疾病名称"))
    ] = ""
    medical_total: Annotated[
        int | None,
        Money(label="医疗总费用（元）", headings=("总费用", "医疗费用", "医疗总费用", "住院费用")),
    ] = None
    insurance_paid: Annotated[
        int | None,
        Money(label="医保报销（元）", headings=("报销", "医保报销", "报销金额", "统筹支付")),
    ] = None
    self_paid: Annotated[
        int | None,
        Money(
            label="个人自付（元）",
            help="总费用减去报销，空着时自动算出",
            headings=("自付", "个人自付", "自付金额", "自费金额"),
        ),
    ] = None
    claimed_on: Annotated[
        date | None,
        Day(
            label="申领日期",
            headings=("申请日期", "申领时间", "申请时间", "报案日期"),
        ),
    ] = None
    documents: Annotated[
        tuple[str, ...], Choices(label="申领资料", codes="claim_document", headings=("资料",))
    ] = ()
    are_documents_complete: Annotated[bool, Flag(label="资料齐全")] = False
    amount: Annotated[
        int | None,
        Money(
            label="互助金（元）",
            headings=("互助金", "理赔金额", "金额", "赔付金额", "申领金额", "给付金额"),
        ),
    ] = None
    paid_on: Annotated[
        date | None,
        Day(
            label="支付日期",
            headings=("领取日期", "赔付日期", "理赔日期", "支付时间", "到账日期", "给付日期"),
        ),
    ] = None
    paid_to: Annotated[str, Text(label="领取人", is_name=True, headings=("收款人",))] = ""
    rejected_reason: Annotated[
        str, Text(label="未通过原因", width=28, headings=("退件原因", "拒付原因"))
    ] = ""
    rejected_on: Annotated[date | None, Day(label="退回日期")] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (MutualPlan, MutualPolicy, InsuredPerson, MutualClaim)
