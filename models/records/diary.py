"""Visits from above, the chronicle, meetings, papers that came in, and next year's plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Note, Number, Text, Year
from models.records.base import About, Record, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception(Record):
    """Leaders or colleagues who came to look, to listen or to check."""

    about: ClassVar[About] = About(
        table="reception",
        label="调研视察",
        measure="次",
        titles=("visitor_unit", "purpose"),
        columns=("received_on", "visitor_unit", "leaders", "purpose", "place"),
        keys=(("received_on", "leaders"),),
        order=("received_on",),
        search=("visitor_unit", "leaders", "place"),
        year="received_on",
    )

    received_on: Annotated[
        date | None,
        Day(label="日期", required=True, headings=("来访日期", "调研时间", "时间", "来访时间")),
    ] = None
    visitor_unit: Annotated[
        str,
        Text(label="来访单位", required=True, width=28, headings=("调研单位", "单位")),
    ] = ""
    leaders: Annotated[
        str,
        Text(
            label="带队领导",
            required=True,
            width=28,
            help="职务和姓名，如：省总工会副主席 某某",
            headings=("领导", "来访领导", "带队人", "领导姓名及职务"),
        ),
    ] = ""
    rank: Annotated[
        str, Choice(label="来访级别", codes="visitor_rank", headings=("级别", "领导级别"))
    ] = ""
    purpose: Annotated[
        str,
        Choice(
            label="事由",
            required=True,
            codes="visit_purpose",
            headings=("目的", "来访事由", "内容"),
        ),
    ] = ""
    place: Annotated[str, Text(label="地点", width=28, headings=("视察地点", "调研地点"))] = ""
    escorts: Annotated[str, Text(label="陪同", width=28, headings=("陪同人员", "陪同领导"))] = ""
    heard: Annotated[str, Note(label="汇报事项", headings=("听取汇报",))] = ""
    comment: Annotated[
        str, Note(label="评价", headings=("评价意见", "领导评价", "指示要求", "意见"))
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronicleEntry(Record):
    """One thing that happened on one day, in the third person and without ornament."""

    about: ClassVar[About] = About(
        table="chronicle",
        label="大事记",
        titles=("held_on", "content"),
        columns=("held_on", "content", "kind"),
        keys=(("held_on", "content"),),
        order=("held_on",),
        search=("content",),
        year="held_on",
    )

    held_on: Annotated[
        date | None, Day(label="日期", required=True, headings=("时间", "发生日期"))
    ] = None
    content: Annotated[
        str,
        Note(
            label="内容", required=True, width=40, headings=("大事内容", "事项", "主要内容", "事件")
        ),
    ] = ""
    kind: Annotated[str, Choice(label="类别", codes="chronicle_kind")] = ""
    source_table: Annotated[str, Text(label="来源台账")] = ""
    source: Annotated[int | None, Number(label="来源记录", minimum=1)] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """A meeting of the township's union."""

    about: ClassVar[About] = About(
        table="meeting",
        label="会议",
        measure="次",
        titles=("title",),
        columns=("held_on", "title", "kind", "host", "headcount"),
        keys=(("title", "held_on"),),
        order=("held_on",),
        search=("title", "host", "place"),
        year="held_on",
    )

    title: Annotated[
        str, Text(label="会议名称", required=True, width=30, headings=("名称", "会议主题"))
    ] = ""
    kind: Annotated[str, Choice(label="会议类型", codes="meeting_kind", headings=("类型",))] = ""
    held_on: Annotated[
        date | None, Day(label="日期", required=True, headings=("会议日期", "时间", "会议时间"))
    ] = None
    place: Annotated[str, Text(label="地点", width=20, headings=("会议地点",))] = ""
    host: Annotated[str, Text(label="主持人", headings=("主持",))] = ""
    recorder: Annotated[str, Text(label="记录人", headings=("记录",))] = ""
    headcount: Annotated[
        int | None,
        Number(label="到会人数", unit="人", headings=("参会人数", "出席人数", "人数", "实到")),
    ] = None
    headcount_basis: Annotated[
        str, Choice(label="人数依据", codes="headcount_basis", headings=("依据",))
    ] = ""
    agenda: Annotated[str, Note(label="议题", headings=("议程", "会议内容"))] = ""
    decisions: Annotated[str, Note(label="议定事项", headings=("决定事项", "会议决定"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingDocument(Record):
    """A paper that came in, and what was done about it."""

    about: ClassVar[About] = About(
        table="incoming",
        label="收文登记",
        measure="件",
        titles=("title",),
        columns=("received_on", "from_unit", "doc_no", "title", "handler", "due_on"),
        keys=(("doc_no", "from_unit"), ("title", "received_on")),
        order=("received_on",),
        search=("title", "doc_no", "from_unit", "handler"),
        year="received_on",
        states=(
            State("办结", lambda one, day: one.done_on is not None and one.done_on <= day),
            State("逾期", lambda one, day: one.due_on is not None and one.due_on < day),
            State("在办", lambda _one, _day: True),
        ),
    )

    received_on: Annotated[
        date | None,
        Day(label="收文日期", required=True, headings=("收到日期", "收文时间", "日期")),
    ] = None
    from_unit: Annotated[
        str,
        Text(label="来文单位", required=True, width=24, headings=("来文机关", "发文单位", "来文")),
    ] = ""
    doc_no: Annotated[
        str, Text(label="来文字号", width=20, headings=("原文号", "文号", "来文号", "原文字号"))
    ] = ""
    title: Annotated[
        str,
        Text(label="标题", required=True, width=30, headings=("文件标题", "来文标题", "文件名称")),
    ] = ""
    kind: Annotated[str, Choice(label="文种", codes="document_kind")] = ""
    copies: Annotated[int | None, Number(label="份数", unit="份")] = None
    handler: Annotated[str, Text(label="承办人", headings=("承办", "经办人", "承办部门"))] = ""
    opinion: Annotated[str, Note(label="拟办意见", headings=("批示", "领导批示", "批示意见"))] = ""
    due_on: Annotated[date | None, Day(label="办理时限", headings=("时限", "要求完成日期"))] = None
    done_on: Annotated[date | None, Day(label="办结日期", headings=("办结时间",))] = None
    result: Annotated[str, Note(label="办理结果", headings=("办结情况", "结果"))] = ""
    box: Annotated[str, Text(label="归卷", headings=("归档", "归档号"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPlan(Record):
    """One item of a year's work plan, with a target where there is one."""

    about: ClassVar[About] = About(
        table="next_plan",
        label="年度计划",
        measure="项",
        titles=("topic", "task"),
        columns=("year", "topic", "task", "target", "unit_label", "responsible"),
        keys=(("year", "topic", "task"),),
        order=("year", "topic"),
        search=("topic", "task", "responsible"),
        year="year",
    )

    year: Annotated[
        int | None, Year(label="计划年度", required=True, headings=("年度", "年份"))
    ] = None
    topic: Annotated[
        str,
        Text(
            label="工作方面",
            required=True,
            help="如：组织建设、集体协商",
            headings=("方面", "工作类别"),
        ),
    ] = ""
    task: Annotated[
        str,
        Text(
            label="工作内容",
            required=True,
            width=40,
            headings=("工作任务", "计划内容", "任务", "主要工作"),
        ),
    ] = ""
    target: Annotated[
        Decimal | None, Number(label="目标值", places=2, headings=("目标", "目标数", "指标"))
    ] = None
    unit_label: Annotated[str, Text(label="计量单位", help="家、人、%、期", headings=("单位",))] = (
        ""
    )
    figure: Annotated[
        str,
        Choice(label="对应数字", codes="target_figure", help="选了就自动算出完成数"),
    ] = ""
    due_on: Annotated[date | None, Day(label="完成时限", headings=("完成时间", "时限"))] = None
    responsible: Annotated[
        str, Text(label="责任人", is_name=True, headings=("负责人", "责任部门"))
    ] = ""
    progress: Annotated[str, Note(label="完成情况", headings=("进展", "落实情况"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    Reception,
    ChronicleEntry,
    Meeting,
    IncomingDocument,
    NextPlan,
)
