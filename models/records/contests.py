"""Contests of skill and labour, and the results of those who took part."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Link, Money, Note, Number, PartialDay, PersonId, Share, Text
from models.records.base import About, Record
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Record):
    """A contest with its sessions and those who took part, counted or listed as results."""

    about: ClassVar[About] = About(
        table="comp_event",
        label="竞赛比武",
        measure="项",
        titles=("title",),
        columns=("title", "kind", "level", "unit_name", "started_on", "sessions", "headcount"),
        keys=(("title", "started_on"),),
        order=("started_on", "title"),
        search=("title", "unit_name", "trade"),
        year="started_on",
        tells=("started_on", "unit_name"),
    )

    title: Annotated[
        str,
        Text(
            label="竞赛名称",
            required=True,
            width=28,
            headings=("竞赛（比武）名称", "比武名称", "竞赛比武名称", "活动名称", "名称"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="类型",
            required=True,
            codes="contest_kind",
            help="技能竞赛、技术比武计入技术比武场次",
            headings=("竞赛类型", "竞赛类别", "类别", "竞赛形式"),
        ),
    ] = ""
    level: Annotated[
        str, Choice(label="级别", codes="contest_level", headings=("竞赛级别", "层级", "竞赛层次"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="主办单位",
            is_name=True,
            width=28,
            headings=("主办企业", "举办单位", "单位名称", "单位", "企业名称", "承办单位"),
        ),
    ] = ""
    co_hosts: Annotated[str, Text(label="协办单位", width=28, headings=("协办",))] = ""
    trade: Annotated[
        str,
        Text(label="工种", help="如：焊工、维修电工", headings=("比赛工种", "竞赛工种", "项目")),
    ] = ""
    started_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="开始日期",
            required=True,
            headings=("开始时间", "竞赛时间", "竞赛日期", "比武时间", "举办日期", "日期", "时间"),
        ),
    ] = None
    ended_on: Annotated[
        PartialDate | None, PartialDay(label="结束日期", headings=("结束时间", "完成日期"))
    ] = None
    sessions: Annotated[
        int | None,
        Number(
            label="场次", minimum=1, unit="场次", help="空着算1场", headings=("场数", "举办场次")
        ),
    ] = None
    units_count: Annotated[
        int | None,
        Number(label="参赛单位数", unit="家", headings=("参赛企业数", "参加单位数", "参赛单位")),
    ] = None
    headcount: Annotated[
        int | None,
        Number(
            label="参赛人次",
            unit="人次",
            help="登记成绩后按成绩册计",
            headings=("参赛人数", "参赛职工", "参赛职工数", "参加人数", "参加人次", "人次", "人数"),
        ),
    ] = None
    headcount_basis: Annotated[
        str, Choice(label="人次来源", codes="headcount_basis", headings=("人数来源",))
    ] = ""
    theory_weight: Annotated[
        Decimal | None, Share(label="理论权重", help="空着按30%", headings=("理论占比",))
    ] = None
    practice_weight: Annotated[
        Decimal | None, Share(label="实操权重", help="空着按70%", headings=("实操占比",))
    ] = None
    plan_no: Annotated[str, Text(label="方案文号", headings=("文号", "方案"))] = ""
    budget: Annotated[int | None, Money(label="经费（元）", headings=("竞赛经费", "经费"))] = None
    summary: Annotated[str, Note(label="小结", headings=("活动小结", "主要内容"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestResult(Record):
    """What one person reached in a contest: scores, total, rank and what was awarded."""

    about: ClassVar[About] = About(
        table="comp_result",
        label="竞赛成绩",
        measure="人",
        titles=("person_name", "unit_name"),
        columns=(
            *("person_name", "unit_name", "contest", "theory", "practice"),
            *("total", "rank", "award"),
        ),
        keys=(("contest", "person_name", "unit_name"), ("contest", "person_name")),
        order=("contest", "rank"),
        search=("person_name", "unit_name", "honour", "certificate_no"),
    )

    contest: Annotated[
        int | None, Link(label="竞赛", required=True, to="comp_event", is_part=True)
    ] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(label="姓名", required=True, is_name=True, headings=("选手姓名", "参赛选手", "选手")),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            is_name=True,
            width=24,
            headings=("单位", "参赛单位", "所在单位", "企业名称", "代表队"),
        ),
    ] = ""
    id_no: Annotated[
        str,
        PersonId(label="身份证号", help="颁发证书时填写", width=20, headings=("身份证号码",)),
    ] = ""
    theory: Annotated[
        Decimal | None,
        Number(label="理论成绩", places=2, headings=("理论", "理论得分", "笔试", "笔试成绩")),
    ] = None
    practice: Annotated[
        Decimal | None,
        Number(label="实操成绩", places=2, headings=("实操", "实操得分", "实际操作", "技能成绩")),
    ] = None
    total: Annotated[
        Decimal | None,
        Number(
            label="总分",
            places=2,
            help="理论、实操都填了就自动算出",
            headings=("总成绩", "综合成绩", "合计得分"),
        ),
    ] = None
    rank: Annotated[
        int | None, Number(label="名次", minimum=1, help="有总分就自动排", headings=("排名",))
    ] = None
    award: Annotated[
        str, Choice(label="奖项", codes="contest_award", headings=("获奖等次", "获奖等级", "等次"))
    ] = ""
    honour: Annotated[
        str, Text(label="授予称号", help="如：技术能手", headings=("称号", "荣誉称号"))
    ] = ""
    certificate_no: Annotated[str, Text(label="证书编号", headings=("证书号", "荣誉证书编号"))] = ""
    level_before: Annotated[
        str,
        Choice(label="原技能等级", codes="tech_level", headings=("赛前等级", "晋升前等级")),
    ] = ""
    level_after: Annotated[
        str,
        Choice(label="晋升技能等级", codes="tech_level", headings=("赛后等级", "晋升后等级")),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Contest, ContestResult)
