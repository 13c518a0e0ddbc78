"""Suggestions, patents and technical projects; contests and model workers have their own rooms."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Flag, Link, Money, Note, Number, PartialDay, Text
from models.records import contests, honoured
from models.records.base import About, Record, State
from models.records.states import coded
from models.values.dates import PartialDate

ADOPTED, NOT_ADOPTED = frozenset("12"), frozenset("34")


def _is_carried_out(one: "Suggestion", _day: date) -> bool:
    return bool(one.done_count)


def _is_adopted(one: "Suggestion", _day: date) -> bool:
    return bool(one.adopted_count) or one.review in ADOPTED


def _is_set_aside(one: "Suggestion", _day: date) -> bool:
    return one.review in NOT_ADOPTED or one.adopted_count == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion(Record):
    """A suggestion of one worker, or how many a unit's workers made, and what became of them."""

    about: ClassVar[About] = About(
        table="suggestion",
        label="合理化建议",
        titles=("title",),
        columns=(
            *("suggested_on", "unit_name", "title", "person_name", "quantity"),
            *("adopted_count", "done_count", "benefit"),
        ),
        keys=(("unit", "suggested_on", "title"), ("unit_name", "suggested_on", "title")),
        order=("suggested_on",),
        search=("title", "unit_name", "person_name", "team"),
        year="suggested_on",
        states=(
            State("已实施", _is_carried_out),
            State("已采纳", _is_adopted),
            State("未采纳", _is_set_aside),
            State("待评审", lambda _one, _day: True),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=24,
            headings=("单位", "企业名称", "企业", "所在单位"),
        ),
    ] = ""
    suggested_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="提出日期",
            required=True,
            headings=("日期", "提出时间", "时间", "建议日期", "建议时间", "上报日期"),
        ),
    ] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(
            label="提出人",
            is_name=True,
            help="几条合在一起登记时可以空着",
            headings=("建议人", "建议人姓名", "姓名", "提建议人", "职工姓名"),
        ),
    ] = ""
    team: Annotated[
        str, Text(label="班组", headings=("部门", "班组（部门）", "车间", "车间班组"))
    ] = ""
    category: Annotated[
        str,
        Choice(label="类别", codes="suggestion_kind", headings=("建议类别", "建议类型", "类型")),
    ] = ""
    title: Annotated[
        str,
        Text(
            label="建议名称",
            required=True,
            width=28,
            headings=("建议内容", "标题", "建议标题", "建议题目", "合理化建议", "合理化建议名称"),
        ),
    ] = ""
    problem: Annotated[str, Note(label="现状与问题", headings=("现状", "存在问题"))] = ""
    proposal: Annotated[str, Note(label="具体建议", headings=("改进措施", "建议措施"))] = ""
    quantity: Annotated[
        int | None,
        Number(
            label="条数",
            minimum=1,
            unit="条",
            help="空着算1条；大于1是几条合在一起的汇总",
            headings=("件数", "建议条数", "提出条数", "提出件数", "建议数", "数量"),
        ),
    ] = None
    headcount: Annotated[
        int | None, Number(label="参与人数", unit="人", headings=("参与人次", "参加人数"))
    ] = None
    headcount_basis: Annotated[
        str, Choice(label="人数来源", codes="headcount_basis", headings=("人次来源",))
    ] = ""
    adopted_count: Annotated[
        int | None,
        Number(
            label="采纳条数",
            unit="条",
            headings=("采纳", "采纳数", "采纳件数", "采纳情况", "是否采纳"),
        ),
    ] = None
    done_count: Annotated[
        int | None,
        Number(
            label="实施条数",
            unit="条",
            headings=("实施", "实施数", "实施件数", "实施情况", "是否实施"),
        ),
    ] = None
    review: Annotated[
        str, Choice(label="评审意见", codes="suggestion_review", headings=("评审结果", "审核意见"))
    ] = ""
    reviewer: Annotated[str, Text(label="评审人", is_name=True, headings=("评审部门",))] = ""
    reviewed_on: Annotated[
        PartialDate | None, PartialDay(label="评审日期", headings=("评审时间", "采纳日期"))
    ] = None
    done_on: Annotated[
        PartialDate | None, PartialDay(label="实施日期", headings=("实施时间", "完成日期"))
    ] = None
    benefit: Annotated[
        int | None,
        Money(label="年效益（元）", headings=("效益（元）", "效益", "经济效益", "年经济效益")),
    ] = None
    saving: Annotated[
        int | None, Money(label="节支（元）", headings=("节约金额", "节支金额", "节约"))
    ] = None
    reward: Annotated[int | None, Money(label="奖励（元）", headings=("奖励金额", "奖金"))] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patent(Record):
    """A patent that a unit's workers applied for, and whether it was granted."""

    about: ClassVar[About] = About(
        table="patent",
        label="职工专利",
        measure="项",
        titles=("title",),
        columns=("title", "unit_name", "kind", "apply_no", "applied_on", "status", "granted_on"),
        keys=(("apply_no",), ("unit", "title", "kind"), ("unit_name", "title", "kind")),
        unique=("apply_no",),
        order=("applied_on", "apply_no"),
        search=("title", "unit_name", "inventors", "apply_no"),
        year="applied_on",
        states=(
            coded("申请中", "", "1", "2", "3"),
            coded("已授权", "4"),
            coded("驳回失效", "5", "6", is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=24,
            headings=("单位", "企业名称", "企业", "申请单位", "申报单位"),
        ),
    ] = ""
    title: Annotated[
        str,
        Text(
            label="专利名称",
            required=True,
            width=28,
            headings=("项目名称", "名称", "发明名称", "专利项目名称", "申报项目", "项目"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="专利类型",
            required=True,
            codes="patent_kind",
            headings=("类型", "类别", "专利类别", "专利种类"),
        ),
    ] = ""
    inventors: Annotated[
        str, Text(label="发明人", width=20, headings=("发明（设计）人", "设计人", "主要发明人"))
    ] = ""
    apply_no: Annotated[
        str,
        Text(
            label="申请号",
            width=18,
            help="13位，如202410000001.0，前面的ZL不用填",
            headings=("专利号", "专利申请号", "申请编号", "专利号（申请号）", "申请号/专利号"),
        ),
    ] = ""
    applied_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="申请日期",
            help="计入这一年的申报数",
            headings=("申请日", "申请时间", "申报日期", "申报时间", "日期", "时间"),
        ),
    ] = None
    status: Annotated[
        str,
        Choice(
            label="状态",
            codes="patent_status",
            headings=("专利状态", "法律状态", "当前状态", "申报情况", "进展"),
        ),
    ] = ""
    grant_no: Annotated[
        str, Text(label="授权公告号", width=18, headings=("授权号", "证书号", "专利证书号"))
    ] = ""
    granted_on: Annotated[
        PartialDate | None,
        PartialDay(label="授权日期", headings=("授权日", "授权时间", "授权公告日")),
    ] = None
    is_employee_invention: Annotated[bool, Flag(label="职务发明", headings=("是否职务发明",))] = (
        False
    )
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TechItem(Record):
    """A technical project, an innovation, a method of work or a workshop named after its head."""

    about: ClassVar[About] = About(
        table="tech_item",
        label="技改革新",
        measure="项",
        titles=("title",),
        columns=(
            *("title", "unit_name", "kind", "stage", "started_on", "done_on"),
            *("invested", "benefit"),
        ),
        keys=(("unit", "title"), ("unit_name", "title")),
        order=("started_on",),
        search=("title", "unit_name", "leader", "named_after"),
        year="started_on",
        states=(
            coded("在实施", "2", field="stage"),
            coded("已完工", "3", "4", field="stage"),
            coded("立项", "1", "", field="stage", is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=24,
            headings=("单位", "企业名称", "企业", "实施单位", "申报单位"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="类别",
            required=True,
            codes="tech_kind",
            headings=("类型", "项目类别", "项目类型", "成果类别"),
        ),
    ] = ""
    title: Annotated[
        str,
        Text(
            label="项目名称",
            required=True,
            width=28,
            headings=("名称", "项目", "成果名称", "技改项目", "技改项目名称"),
        ),
    ] = ""
    leader: Annotated[
        str, Text(label="负责人", is_name=True, headings=("项目负责人", "主要完成人", "带头人"))
    ] = ""
    started_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="开工日期",
            headings=("开始日期", "开始时间", "开工时间", "起始日期", "启动日期", "日期", "时间"),
        ),
    ] = None
    done_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="完工日期",
            headings=("完成日期", "完成时间", "完工时间", "竣工日期", "结束日期", "投产日期"),
        ),
    ] = None
    stage: Annotated[
        str,
        Choice(
            label="阶段",
            required=True,
            codes="tech_stage",
            help="技改工程从实施起计入",
            headings=("项目阶段", "实施阶段", "进展", "进展情况", "状态", "完成情况", "实施情况"),
        ),
    ] = ""
    invested: Annotated[
        int | None,
        Money(
            label="投资（万元）",
            unit="万元",
            headings=("投入", "总投资", "投资额", "投资金额", "计划投资"),
        ),
    ] = None
    benefit: Annotated[
        int | None,
        Money(
            label="年效益（万元）",
            unit="万元",
            headings=("效益", "经济效益", "年经济效益", "预计效益"),
        ),
    ] = None
    named_after: Annotated[
        str, Text(label="命名", help="如：×××操作法、×××创新工作室", headings=("命名名称",))
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    *contests.RECORDS,
    Suggestion,
    Patent,
    TechItem,
    *honoured.RECORDS,
)
