"""A negotiation from its offer to the contract, with its delegates, topics, meetings and votes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Flag,
    Link,
    Note,
    Number,
    PersonId,
    Phone,
    Text,
    Year,
)
from models.records.base import About, Record
from models.records.negotiation_care import FOLLOWING
from models.records.states import coded


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation(Record):
    """One negotiation between the workers' side and the employer's side."""

    about: ClassVar[About] = About(
        table="cb_nego",
        label="协商",
        measure="次",
        titles=("title",),
        columns=("title", "scope", "status", "offer_on", "replied_on", "drafted_on", "result"),
        keys=(("year", "title"), ("offer_no", "year")),
        order=("offer_on",),
        search=("title", "unit_name", "union_name", "employer_party", "offer_no"),
        year="year",
        tells=("year", "status"),
        states=(
            coded("进行中", "", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "24"),
            coded("履行中", "11"),
            coded("期满终止", "12", "13", is_alive=False),
            coded("未达成", "21", "22", "23", is_alive=False),
        ),
    )

    title: Annotated[
        str,
        Text(
            label="协商名称",
            required=True,
            width=28,
            help="空着时按企业和年度起名，如：云溪镇2024年区域性工资集体协商",
            headings=("名称", "协商项目"),
        ),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    campaign: Annotated[int | None, Link(label="所属协商行动", to="cb_campaign")] = None
    scope: Annotated[
        str,
        Choice(
            label="层级", required=True, codes="contract_scope", headings=("协商层级", "协商类型")
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            is_name=True,
            width=28,
            help="企业级协商填写；行业、区域协商空着",
            headings=("单位名称", "协商企业"),
        ),
    ] = ""
    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="职工方（工会）",
            required=True,
            is_name=True,
            width=28,
            headings=("工会名称", "职工方主体", "职工方"),
        ),
    ] = ""
    is_guided: Annotated[bool, Flag(label="未建会，由上级工会指导")] = False
    employer_party: Annotated[
        str,
        Text(
            label="企业方",
            required=True,
            is_name=True,
            width=28,
            help="企业级的空着，自动取企业名称；行业、区域协商填商会等企业组织",
            headings=("企业方主体", "企业组织", "用人单位方"),
        ),
    ] = ""
    offer_side: Annotated[
        str,
        Choice(label="提出方", required=True, codes="nego_side", headings=("要约方", "要约提出方")),
    ] = ""
    offer_no: Annotated[str, Text(label="要约书编号", headings=("要约编号", "编号"))] = ""
    offer_on: Annotated[
        date | None, Day(label="要约日期", headings=("发出要约日期", "要约时间"))
    ] = None
    received_on: Annotated[
        date | None, Day(label="送达日期", help="从这天起算答复期限", headings=("收到日期",))
    ] = None
    replied_on: Annotated[date | None, Day(label="答复日期", headings=("应约日期", "答复时间"))] = (
        None
    )
    reply_result: Annotated[
        str, Choice(label="答复结果", codes="reply_result", headings=("答复情况", "应约情况"))
    ] = ""
    data_given_on: Annotated[date | None, Day(label="提供资料日期", headings=("资料提供日期",))] = (
        None
    )
    reported_on: Annotated[
        date | None, Day(label="报告上级工会日期", headings=("向上级工会报告日期",))
    ] = None
    started_on: Annotated[date | None, Day(label="协商开始日期", headings=("协商起",))] = None
    ended_on: Annotated[date | None, Day(label="协商结束日期", headings=("协商止",))] = None
    suspended_on: Annotated[date | None, Day(label="中止日期")] = None
    resumed_on: Annotated[date | None, Day(label="恢复日期")] = None
    suspend_reason: Annotated[str, Text(label="中止事由", width=28)] = ""
    drafted_on: Annotated[
        date | None, Day(label="草案形成日期", headings=("合同草案日期", "草案日期"))
    ] = None
    result: Annotated[str, Choice(label="协商结果", codes="nego_result", headings=("结果",))] = ""
    status: Annotated[
        str,
        Choice(
            label="状态",
            codes="nego_status",
            help="随日期自动推进；终止、未通过、行政异议在这里选",
            headings=("阶段", "进展"),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(Record):
    """A delegate of one side."""

    about: ClassVar[About] = About(
        table="cb_rep",
        label="协商代表",
        measure="人",
        titles=("person_name", "side"),
        columns=("person_name", "side", "is_chief", "post", "unit_name", "elected_how", "left_on"),
        keys=(("negotiation", "side", "person_name"),),
        order=("side",),
        search=("person_name", "unit_name", "post"),
        tells=("post", "unit_name"),
    )

    negotiation: Annotated[
        int | None, Link(label="协商", required=True, to="cb_nego", is_part=True)
    ] = None
    side: Annotated[
        str, Choice(label="方别", required=True, codes="nego_side", headings=("代表方",))
    ] = ""
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("代表姓名",))
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex")] = ""
    id_number: Annotated[str, PersonId(label="身份证号", width=18, headings=("身份证号码",))] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str, Text(label="单位", is_name=True, width=28, headings=("单位名称", "所在单位"))
    ] = ""
    post: Annotated[
        str, Text(label="职务或岗位", required=True, headings=("职务", "岗位", "职务/岗位"))
    ] = ""
    is_chief: Annotated[bool, Flag(label="首席代表", headings=("首席", "是否首席"))] = False
    is_frontline: Annotated[bool, Flag(label="一线职工", headings=("是否一线",))] = False
    is_external: Annotated[bool, Flag(label="外聘", headings=("是否外聘", "外聘代表"))] = False
    is_officer: Annotated[
        bool, Flag(label="工会干部", help="工会主席、副主席、委员", headings=("是否工会干部",))
    ] = False
    is_management: Annotated[
        bool, Flag(label="企业负责人、出资人或其近亲属", headings=("企业负责人及近亲属",))
    ] = False
    elected_how: Annotated[
        str, Choice(label="产生方式", required=True, codes="delegate_origin")
    ] = ""
    elected_on: Annotated[date | None, Day(label="产生日期", headings=("选举日期", "确定日期"))] = (
        None
    )
    vote_agree: Annotated[int | None, Number(label="同意票", unit="票")] = None
    vote_total: Annotated[int | None, Number(label="应到人数", unit="人", headings=("应到票",))] = (
        None
    )
    published_on: Annotated[date | None, Day(label="公布日期", headings=("公示日期",))] = None
    proxy_no: Annotated[
        str, Text(label="委托书编号", help="首席代表不是工会主席、法定代表人时填写")
    ] = ""
    term_to: Annotated[date | None, Day(label="任期止", help="空着表示到合同期满")] = None
    left_on: Annotated[
        date | None, Day(label="离任日期", help="更换或缺额时填写", headings=("更换日期",))
    ] = None
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "手机"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """Something to be agreed on: what the workers ask, what the employer says, what was agreed."""

    about: ClassVar[About] = About(
        table="cb_topic",
        label="协商议题",
        measure="项",
        titles=("kind",),
        columns=("kind", "demand", "counter", "agreed", "value_before", "value_after"),
        keys=(("negotiation", "kind", "demand"),),
        order=("kind",),
        search=("demand", "counter", "agreed"),
    )

    negotiation: Annotated[
        int | None, Link(label="协商", required=True, to="cb_nego", is_part=True)
    ] = None
    kind: Annotated[
        str,
        Choice(label="议题类别", required=True, codes="nego_topic", headings=("议题", "协商内容")),
    ] = ""
    demand: Annotated[
        str, Note(label="职工方要求", required=True, headings=("要求", "职工方意见"))
    ] = ""
    counter: Annotated[str, Note(label="企业方意见", headings=("意见",))] = ""
    agreed: Annotated[str, Note(label="商定结果", headings=("结果", "协商结果"))] = ""
    value_before: Annotated[
        Decimal | None, Number(label="协商前", places=2, headings=("协商前值", "原标准"))
    ] = None
    value_after: Annotated[
        Decimal | None, Number(label="商定值", places=2, headings=("现标准", "商定标准"))
    ] = None
    unit_label: Annotated[str, Text(label="计量单位", help="元/月、%、元/件、日")] = ""
    support_count: Annotated[
        int | None, Number(label="支持人数", unit="人", headings=("支持数",))
    ] = None
    source: Annotated[str, Choice(label="议题来源", codes="topic_source", headings=("来源",))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSurvey(Record):
    """How topics were collected: what was handed out, what came back, what could be used."""

    about: ClassVar[About] = About(
        table="cb_survey",
        label="议题征集",
        measure="次",
        titles=("method", "held_on"),
        columns=("method", "held_on", "unit_name", "issued", "returned", "valid", "headcount"),
        keys=(("method", "held_on", "unit_name", "issued"),),
        order=("held_on",),
        search=("unit_name", "top_items"),
        year="held_on",
    )

    negotiation: Annotated[int | None, Link(label="所属协商", to="cb_nego")] = None
    campaign: Annotated[int | None, Link(label="所属协商行动", to="cb_campaign")] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(label="企业名称", is_name=True, width=28, headings=("单位名称", "征集单位")),
    ] = ""
    method: Annotated[
        str,
        Choice(label="征集方式", required=True, codes="survey_method", headings=("方式",)),
    ] = ""
    held_on: Annotated[
        date | None, Day(label="征集日期", required=True, headings=("日期", "时间"))
    ] = None
    issued: Annotated[
        int | None, Number(label="发放份数", unit="份", headings=("发放", "发放问卷"))
    ] = None
    returned: Annotated[
        int | None, Number(label="回收份数", unit="份", headings=("回收", "收回", "回收问卷"))
    ] = None
    valid: Annotated[
        int | None, Number(label="有效份数", unit="份", headings=("有效", "有效问卷"))
    ] = None
    headcount: Annotated[
        int | None, Number(label="参加人数", unit="人", headings=("参加职工", "座谈人数"))
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    top_items: Annotated[str, Note(label="主要意见", headings=("意见建议",))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationMeeting(Record):
    """The record of a meeting of both sides."""

    about: ClassVar[About] = About(
        table="cb_meeting",
        label="协商会议",
        measure="次",
        titles=("held_on", "place"),
        columns=("sequence", "held_on", "place", "host_side", "host_name", "consensus"),
        keys=(("negotiation", "sequence"), ("negotiation", "held_on")),
        order=("held_on", "sequence"),
        search=("place", "consensus", "dissent", "agenda"),
    )

    negotiation: Annotated[
        int | None, Link(label="协商", required=True, to="cb_nego", is_part=True)
    ] = None
    sequence: Annotated[
        int | None, Number(label="第几次", required=True, headings=("次数", "会次"))
    ] = None
    held_on: Annotated[
        date | None, Day(label="会议日期", required=True, headings=("日期", "会议时间"))
    ] = None
    held_at: Annotated[str, Text(label="几点", help="如：14:30")] = ""
    place: Annotated[str, Text(label="地点", required=True, headings=("会议地点",))] = ""
    host_side: Annotated[
        str,
        Choice(
            label="主持方",
            required=True,
            codes="nego_side",
            help="首次由提出要约的一方主持，以后轮流",
        ),
    ] = ""
    host_name: Annotated[
        str, Text(label="主持人", required=True, is_name=True, headings=("主持",))
    ] = ""
    recorder: Annotated[
        str,
        Text(
            label="记录员",
            required=True,
            is_name=True,
            help="不能是协商代表",
            headings=("记录人", "记录"),
        ),
    ] = ""
    attended_workers: Annotated[
        int | None, Number(label="职工方实到", unit="人", headings=("职工方到会",))
    ] = None
    attended_employer: Annotated[
        int | None, Number(label="企业方实到", unit="人", headings=("企业方到会",))
    ] = None
    absent: Annotated[str, Text(label="缺席人员", width=28)] = ""
    agenda: Annotated[str, Note(label="议程")] = ""
    employer_said: Annotated[str, Note(label="企业方发言")] = ""
    workers_said: Annotated[str, Note(label="职工方发言")] = ""
    consensus: Annotated[str, Note(label="一致意见", headings=("达成一致", "会议结果"))] = ""
    dissent: Annotated[str, Note(label="分歧")] = ""
    next_on: Annotated[date | None, Day(label="下次会议日期", headings=("下次时间",))] = None
    signed_all: Annotated[bool, Flag(label="全体代表已签字", headings=("全体签字",))] = False
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiationVote(Record):
    """How the workers or their congress voted on the draft."""

    about: ClassVar[About] = About(
        table="cb_vote",
        label="职代会审议",
        measure="次",
        titles=("body", "held_on"),
        columns=("body", "unit_name", "held_on", "should_attend", "present", "agree", "oppose"),
        keys=(("negotiation", "body", "held_on", "unit_name"),),
        order=("held_on",),
        search=("unit_name", "resolution_no"),
    )

    negotiation: Annotated[
        int | None, Link(label="协商", required=True, to="cb_nego", is_part=True)
    ] = None
    body: Annotated[
        str, Choice(label="审议机构", required=True, codes="vote_body", headings=("审议形式",))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            is_name=True,
            width=28,
            help="企业职代会、职工大会审议时填写",
            headings=("单位名称",),
        ),
    ] = ""
    held_on: Annotated[
        date | None, Day(label="审议日期", required=True, headings=("日期", "会议日期"))
    ] = None
    should_attend: Annotated[
        int | None, Number(label="应到人数", required=True, unit="人", headings=("应到",))
    ] = None
    present: Annotated[
        int | None, Number(label="实到人数", required=True, unit="人", headings=("实到",))
    ] = None
    agree: Annotated[
        int | None, Number(label="同意", required=True, unit="票", headings=("同意票",))
    ] = None
    oppose: Annotated[int | None, Number(label="反对", unit="票", headings=("反对票",))] = None
    abstain: Annotated[int | None, Number(label="弃权", unit="票", headings=("弃权票",))] = None
    resolution_no: Annotated[str, Text(label="决议编号")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    Delegate,
    Topic,
    TopicSurvey,
    NegotiationMeeting,
    NegotiationVote,
    *FOLLOWING,
)
