"""Collective bargaining: the year's campaign, the contracts, and the enterprises in scope."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
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
    Share,
    Text,
    Year,
)
from models.records.base import About, Record, State
from models.records.negotiation import Negotiation
from models.records.states import term


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign(Record):
    """A year's bargaining campaign in the township."""

    about: ClassVar[About] = About(
        table="cb_campaign",
        label="协商行动",
        measure="次",
        titles=("title",),
        columns=("title", "year", "scope", "leader_post", "started_on", "ended_on"),
        keys=(("title", "year"),),
        order=("year",),
        search=("title", "leader_name"),
        year="year",
    )

    title: Annotated[
        str,
        Text(
            label="行动名称",
            required=True,
            width=28,
            help="如：示例镇2024年区域性工资集体协商",
        ),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    scope: Annotated[str, Choice(label="类型", required=True, codes="contract_scope")] = ""
    leader_name: Annotated[str, Text(label="领导小组组长", is_name=True)] = ""
    leader_post: Annotated[str, Text(label="组长职务", help="如：镇长；写进年度总结")] = ""
    plan_title: Annotated[
        str, Text(label="实施意见名称", width=28, help="如：示例镇区域性工资集体协商实施意见")
    ] = ""
    plan_no: Annotated[str, Text(label="实施意见文号")] = ""
    started_on: Annotated[date | None, Day(label="开始日期", required=True)] = None
    ended_on: Annotated[date | None, Day(label="结束日期", required=True)] = None
    base_date: Annotated[
        date | None, Day(label="基准日", help="覆盖率的分母按这一天的范围计算")
    ] = None
    denominator_basis: Annotated[
        str, Choice(label="分母口径", codes="denominator_basis", help="空着时取确认表中的企业数")
    ] = ""
    denominator_manual: Annotated[
        int | None, Number(label="手工分母", unit="家", help="口径选“手工填写”时用")
    ] = None
    denominator_note: Annotated[str, Text(label="分母说明")] = ""
    target_units: Annotated[int | None, Number(label="目标家数", unit="家")] = None
    target_share: Annotated[Decimal | None, Share(label="目标覆盖率")] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignMember(Record):
    """A member of a campaign's leading group."""

    about: ClassVar[About] = About(
        table="cb_member",
        label="领导小组成员",
        measure="人",
        titles=("name",),
        columns=("campaign", "role", "name", "post"),
        keys=(("campaign", "name"),),
        order=("role",),
    )

    campaign: Annotated[
        int | None, Link(label="协商行动", required=True, to="cb_campaign", is_part=True)
    ] = None
    role: Annotated[str, Choice(label="组内职务", required=True, codes="leading_role")] = ""
    name: Annotated[str, Text(label="姓名", required=True, is_name=True)] = ""
    post: Annotated[str, Text(label="单位及职务", width=28)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignStep(Record):
    """One thing done in one of the five steps of a campaign."""

    about: ClassVar[About] = About(
        table="cb_step",
        label="五步台账",
        measure="次",
        titles=("step", "acted_on"),
        columns=("campaign", "step", "acted_on", "content", "unit_count", "headcount", "output"),
        keys=(("campaign", "step", "acted_on", "content"),),
        order=("acted_on",),
    )

    campaign: Annotated[
        int | None, Link(label="协商行动", required=True, to="cb_campaign", is_part=True)
    ] = None
    step: Annotated[str, Choice(label="步骤", required=True, codes="campaign_step")] = ""
    acted_on: Annotated[date | None, Day(label="日期", required=True)] = None
    content: Annotated[str, Note(label="工作内容", required=True)] = ""
    unit_count: Annotated[int | None, Number(label="涉及企业", unit="家")] = None
    headcount: Annotated[int | None, Number(label="参加人次", unit="人次")] = None
    output: Annotated[str, Text(label="成果", help="问卷、名单、班次、合同、检查表")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract(Record):
    """A collective contract of a unit, or its part in a regional one."""

    about: ClassVar[About] = About(
        table="cb_contract",
        label="集体合同",
        measure="份",
        titles=("unit_name", "kind"),
        columns=(
            "unit_name",
            "kind",
            "scope",
            "signed_on",
            "valid_from",
            "valid_to",
            "workers_covered",
            "performance",
        ),
        keys=(("unit", "kind", "signed_on"), ("unit_name", "kind", "signed_on")),
        tells=("signed_on",),
        order=("signed_on",),
        search=("unit_name", "contract_no", "title"),
        year="signed_on",
        states=(
            State(
                "已终止",
                lambda one, day: one.ended_on is not None and one.ended_on <= day,
                is_alive=False,
            ),
            *term("valid_from", "valid_to"),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "签订企业", "签约企业", "企业(单位)名称"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="合同种类",
            required=True,
            codes="contract_kind",
            headings=("合同类型", "合同名称", "种类", "合同类别"),
        ),
    ] = ""
    scope: Annotated[
        str, Choice(label="层级", codes="contract_scope", headings=("合同层级", "协商层级"))
    ] = ""
    contract_no: Annotated[str, Text(label="合同编号", headings=("编号",))] = ""
    title: Annotated[str, Text(label="合同全称", width=28)] = ""
    signed_on: Annotated[
        date | None,
        Day(label="签订日期", required=True, headings=("签订时间", "签约日期", "签字日期")),
    ] = None
    valid_from: Annotated[
        date | None,
        Day(
            label="有效期起",
            required=True,
            headings=("合同有效期起", "起始日期", "合同期限起", "期限起", "起"),
        ),
    ] = None
    valid_to: Annotated[
        date | None,
        Day(
            label="有效期止",
            required=True,
            headings=("合同有效期止", "终止日期", "到期日期", "合同期限止", "期限止", "止"),
        ),
    ] = None
    workers_covered: Annotated[
        int | None,
        Number(
            label="覆盖职工数",
            unit="人",
            headings=("覆盖职工", "覆盖职工（人）", "覆盖人数", "受益职工", "涉及职工"),
        ),
    ] = None
    chief_workers: Annotated[str, Text(label="职工方首席代表", is_name=True)] = ""
    chief_employer: Annotated[str, Text(label="企业方首席代表", is_name=True)] = ""
    copies: Annotated[int | None, Number(label="份数", unit="份")] = None
    filed_on: Annotated[
        date | None, Day(label="报送日期", headings=("报送时间", "报送人社日期"))
    ] = None
    filed_by: Annotated[str, Text(label="报送经办人", is_name=True)] = ""
    accept_no: Annotated[str, Text(label="受理单号")] = ""
    received_on: Annotated[date | None, Day(label="行政收到日期")] = None
    review_result: Annotated[str, Choice(label="审查结论", codes="review_result")] = ""
    review_no: Annotated[str, Text(label="审查意见书文号")] = ""
    review_on: Annotated[date | None, Day(label="审查日期")] = None
    effective_on: Annotated[date | None, Day(label="生效日期", headings=("生效时间",))] = None
    published_on: Annotated[date | None, Day(label="公布日期", headings=("公布时间",))] = None
    publication_way: Annotated[str, Choice(label="公布方式", codes="publication_way")] = ""
    union_filed_on: Annotated[date | None, Day(label="报上级工会日期")] = None
    min_wage: Annotated[int | None, Money(label="最低工资标准（元/月）")] = None
    wage_before: Annotated[int | None, Money(label="上年平均工资（元/月）")] = None
    wage_after: Annotated[int | None, Money(label="本年平均工资（元/月）")] = None
    performance: Annotated[
        str, Choice(label="履约情况", codes="performance", headings=("履行情况",))
    ] = ""
    previous: Annotated[int | None, Link(label="上一份合同", to="cb_contract")] = None
    ended_on: Annotated[date | None, Day(label="提前终止日期")] = None
    end_reason: Annotated[str, Text(label="终止原因")] = ""
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""
    # Columns that came with later schemas stand last, as they do in the table.
    negotiation: Annotated[int | None, Link(label="所属协商", to="cb_nego")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Record):
    """An enterprise in the scope of a year's regional contract, confirmed by its seal or not yet."""

    about: ClassVar[About] = About(
        table="cb_cover",
        label="合同覆盖企业",
        measure="家",
        titles=("unit_name",),
        columns=(
            "unit_name",
            "year",
            "workers_total",
            "workers_covered",
            "chair",
            "sealed_on",
            "worker_delegate",
        ),
        keys=(("year", "unit"), ("year", "unit_name")),
        search=("unit_name", "chair"),
        year="year",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "覆盖企业", "覆盖企业名称"),
        ),
    ] = ""
    credit_code: Annotated[
        str,
        CreditCode(label="统一社会信用代码", width=20, headings=("信用代码", "社会信用代码")),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    contract_title: Annotated[str, Text(label="合同名称", width=28)] = ""
    base_date: Annotated[date | None, Day(label="基准日")] = None
    workers_total: Annotated[
        int | None, Number(label="职工数", unit="人", headings=("职工人数", "职工总数"))
    ] = None
    workers_covered: Annotated[
        int | None,
        Number(label="覆盖职工数", unit="人", headings=("覆盖职工", "覆盖人数", "受益职工")),
    ] = None
    workers_female: Annotated[int | None, Number(label="女职工", unit="人")] = None
    chair: Annotated[str, Text(label="工会主席", is_name=True)] = ""
    sealed_on: Annotated[
        date | None,
        Day(
            label="确认日期",
            help="空着表示尚未盖章确认",
            headings=("盖章日期", "确认盖章日期", "盖章确认日期", "确认时间"),
        ),
    ] = None
    worker_delegate: Annotated[
        str, Text(label="职工代表", is_name=True, headings=("职工代表签字",))
    ] = ""
    own_contract: Annotated[bool, Flag(label="另签企业合同")] = False
    left_on: Annotated[date | None, Day(label="退出日期")] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    Campaign,
    CampaignMember,
    CampaignStep,
    Negotiation,
    Contract,
    Coverage,
)
