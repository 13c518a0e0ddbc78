"""Service to workers: drives, visits with the people talked to, and questionnaires."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Choices, Day, Flag, Link, Note, Number, PartialDay, Phone, Text
from models.records import appeals, venues
from models.records.base import About, Record
from models.records.states import term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceCampaign(Record):
    """A drive to serve workers at their workplaces, under one plan."""

    about: ClassVar[About] = About(
        table="svc_campaign",
        label="服务活动",
        measure="项",
        titles=("title",),
        columns=("title", "themes", "doc_no", "started_on", "ended_on"),
        keys=(("title", "started_on"), ("title",)),
        order=("started_on",),
        search=("title", "doc_no", "team"),
        year="started_on",
        states=term("started_on", "ended_on", running="进行中", over="已结束"),
    )

    title: Annotated[
        str,
        Text(
            label="活动名称",
            required=True,
            width=36,
            help="如：2024年服务职工在基层活动",
            headings=("名称", "服务活动名称", "活动主题"),
        ),
    ] = ""
    themes: Annotated[
        tuple[str, ...], Choices(label="主题", codes="visit_theme", headings=("活动内容",))
    ] = ()
    doc_no: Annotated[
        str, Text(label="方案文号", width=20, help="如：示例镇工发〔2024〕5号", headings=("文号",))
    ] = ""
    started_on: Annotated[
        date | None, Day(label="开始日期", required=True, headings=("起始日期", "启动日期"))
    ] = None
    ended_on: Annotated[date | None, Day(label="结束日期", headings=("截止日期",))] = None
    team: Annotated[str, Text(label="工作组", width=28, headings=("工作组成员", "成员"))] = ""
    goals: Annotated[str, Note(label="目标任务", headings=("目标", "工作目标"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A visit to a unit: who went, with how many workers they talked, and about what."""

    about: ClassVar[About] = About(
        table="visit",
        label="走访记录",
        measure="次",
        titles=("unit_name", "visited_on"),
        columns=("visited_on", "unit_name", "visitors", "way", "leader_rank", "talk_count"),
        keys=(("unit", "visited_on"), ("unit_name", "visited_on")),
        order=("visited_on",),
        search=("unit_name", "visitors", "content"),
        year="visited_on",
        tells=("visitors",),
    )

    visited_on: Annotated[
        date | None, Day(label="走访日期", required=True, headings=("日期", "走访时间"))
    ] = None
    campaign: Annotated[
        int | None, Link(label="所属活动", to="svc_campaign", headings=("服务活动",))
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="走访企业",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "走访单位", "被走访单位", "受访单位"),
        ),
    ] = ""
    visitors: Annotated[
        str,
        Text(
            label="走访人",
            width=20,
            help="几个人用顿号隔开",
            headings=("走访人员", "走访干部", "参加人员"),
        ),
    ] = ""
    leader_rank: Annotated[
        str, Choice(label="带队级别", codes="visit_rank", headings=("级别", "带队领导级别"))
    ] = ""
    way: Annotated[str, Choice(label="方式", codes="visit_way", headings=("走访方式", "形式"))] = ""
    met_leaders: Annotated[
        str,
        Text(
            label="接待人",
            width=20,
            help="企业党政、工会负责人",
            headings=("企业负责人", "陪同人员"),
        ),
    ] = ""
    topics: Annotated[
        tuple[str, ...],
        Choices(label="谈话内容", codes="visit_topic", headings=("宣讲内容", "谈话主题")),
    ] = ()
    talk_count: Annotated[
        int | None,
        Number(
            label="谈话职工",
            unit="人",
            help="登记了面谈对象的，以名单人数为准",
            headings=("谈话人数", "面谈人数", "座谈人数", "谈话职工数"),
        ),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    content: Annotated[
        str, Note(label="纪要", headings=("走访内容", "走访情况", "走访纪要", "主要内容"))
    ] = ""
    problems: Annotated[
        str,
        Note(
            label="收集的问题",
            help="需要办理的，另外登记为诉求",
            headings=("收集问题", "反映问题", "存在问题", "意见建议"),
        ),
    ] = ""
    handling: Annotated[str, Note(label="办理情况", headings=("处理情况", "解决情况"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTalk(Record):
    """A worker with whom the visitors talked, and what he or she had to say."""

    about: ClassVar[About] = About(
        table="visit_talk",
        label="面谈对象",
        measure="人",
        titles=("person_name",),
        columns=("visit", "person_name", "topics", "voice", "mood", "needs_followup"),
        keys=(("visit", "person", "person_name"), ("visit", "person_name")),
        order=("visit",),
        search=("person_name", "unit_name", "voice"),
        tells=("unit_name",),
    )

    visit: Annotated[
        int | None,
        Link(label="走访", required=True, to="visit", is_part=True, headings=("走访记录",)),
    ] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(
            label="姓名",
            required=True,
            is_name=True,
            headings=("面谈对象", "谈话对象", "职工姓名", "面谈职工"),
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="所在单位",
            is_name=True,
            width=28,
            help="与走访企业相同的可以不填",
            headings=("工作单位",),
        ),
    ] = ""
    phone: Annotated[str, Phone(label="电话", headings=("联系电话", "手机"))] = ""
    topics: Annotated[
        tuple[str, ...], Choices(label="话题", codes="visit_topic", headings=("谈话内容",))
    ] = ()
    voice: Annotated[str, Note(label="心声", headings=("反映的情况", "职工心声", "谈话记录"))] = ""
    mood: Annotated[str, Choice(label="情绪", codes="mood", headings=("思想情绪",))] = ""
    needs_followup: Annotated[
        bool, Flag(label="需跟进", help="打勾的再登记一条诉求", headings=("需要跟进",))
    ] = False
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire(Record):
    """A questionnaire: how many were given out, came back and were valid, and what they said."""

    about: ClassVar[About] = About(
        table="survey",
        label="问卷调查",
        measure="次",
        titles=("title", "surveyed_on"),
        columns=("surveyed_on", "title", "target", "issued", "returned", "valid"),
        keys=(("title", "surveyed_on"),),
        order=("surveyed_on",),
        search=("title", "target"),
        year="surveyed_on",
    )

    title: Annotated[
        str,
        Text(label="问卷标题", required=True, width=36, headings=("问卷名称", "标题", "调查名称")),
    ] = ""
    surveyed_on: Annotated[
        PartialDate | None,
        PartialDay(label="调查日期", required=True, headings=("日期", "发放日期", "调查时间")),
    ] = None
    campaign: Annotated[int | None, Link(label="所属活动", to="svc_campaign")] = None
    target: Annotated[
        str, Text(label="对象范围", width=28, headings=("调查对象", "对象", "范围", "调查范围"))
    ] = ""
    issued: Annotated[
        int | None, Number(label="发放", unit="份", headings=("发放份数", "发放数", "发出"))
    ] = None
    returned: Annotated[
        int | None, Number(label="回收", unit="份", headings=("回收份数", "回收数", "收回"))
    ] = None
    valid: Annotated[
        int | None, Number(label="有效", unit="份", headings=("有效份数", "有效数", "有效问卷"))
    ] = None
    questions: Annotated[
        str, Note(label="题目", help="一行一题：题号、题干、选项", headings=("问卷内容",))
    ] = ""
    answers: Annotated[
        str,
        Note(
            label="结果汇总",
            help="一行一题：题号、各选项票数，如：1 A 60 B 30",
            headings=("统计结果", "调查结果"),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    ServiceCampaign,
    Visit,
    VisitTalk,
    Questionnaire,
    *appeals.RECORDS,
    *venues.RECORDS,
)
