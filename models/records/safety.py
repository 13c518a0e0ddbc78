"""Safety checks with the units they saw and the hazards they found, and training."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Money, Note, Number, Text
from models.records import health, safety_contest
from models.records.base import About, Record, State

CLOSED, NOT_DONE, REPORTED = "1", "2", "3"
_SEPARATORS = re.compile(r"[、，,；;\n]")


def names_in(text: str) -> list[str]:
    """Return the names that a text sets apart by commas."""
    return [name.strip() for name in _SEPARATORS.split(text) if name.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCheck(Record):
    """One round of a safety check, by whom, where, and how many hazards it found."""

    about: ClassVar[About] = About(
        table="safety_check",
        label="安全检查",
        measure="次",
        titles=("on_date", "kind"),
        columns=("on_date", "kind", "units_text", "place", "team"),
        keys=(
            ("on_date", "kind", "units_text"),
            ("on_date", "units_text"),
            ("on_date", "kind", "place", "team"),
        ),
        order=("on_date",),
        search=("units_text", "place", "team"),
        year="on_date",
        tells=("units_text",),
    )

    on_date: Annotated[
        date | None,
        Day(label="检查日期", required=True, headings=("检查时间", "日期", "时间")),
    ] = None
    kind: Annotated[
        str,
        Choice(
            label="检查类型",
            codes="safety_check_kind",
            headings=("类型", "检查类别", "检查方式", "检查形式", "检查性质"),
        ),
    ] = ""
    team: Annotated[
        str,
        Text(
            label="检查组",
            width=20,
            help="如：示例镇总工会、镇安监办",
            headings=("检查人员", "检查单位", "检查部门", "检查人", "带队领导"),
        ),
    ] = ""
    partners: Annotated[
        str, Text(label="联合部门", width=20, headings=("联合单位", "参加部门", "配合部门"))
    ] = ""
    units_text: Annotated[
        str,
        Text(
            label="受检企业",
            width=32,
            limit=2_000,
            help="几家企业用顿号分开；也可以在下面“受检企业”里逐家登记",
            headings=("受检单位", "被检查单位", "被检单位", "被检查企业", "检查企业"),
        ),
    ] = ""
    units_count: Annotated[
        int | None,
        Number(
            label="受检家数",
            unit="家",
            help="不知道企业名称时只填家数；写了名称的按名称数",
            headings=("检查家数", "受检企业数", "检查企业数"),
        ),
    ] = None
    place: Annotated[
        str, Text(label="检查部位", width=16, headings=("部位", "检查场所", "重点部位"))
    ] = ""
    content: Annotated[
        str, Text(label="检查内容", width=20, headings=("检查重点", "检查项目", "主要内容"))
    ] = ""
    headcount: Annotated[
        int | None,
        Number(label="检查人数", unit="人", help="参加检查的人数", headings=("参加人数",)),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    hazards_found: Annotated[
        int | None,
        Number(
            label="发现隐患",
            unit="处",
            help="逐条登记隐患以后，按登记的条数算",
            headings=("隐患数", "发现隐患数", "查出隐患", "排查隐患", "问题数"),
        ),
    ] = None
    hazards_closed: Annotated[
        int | None,
        Number(
            label="已整改",
            unit="处",
            headings=("整改数", "已整改数", "完成整改", "整改完成", "整改隐患"),
        ),
    ] = None
    notice_no: Annotated[str, Text(label="检查通知文号", headings=("通知文号", "文号"))] = ""
    result: Annotated[
        str, Note(label="检查情况", headings=("存在问题", "发现问题", "主要问题", "检查结果"))
    ] = ""
    rectified: Annotated[
        str, Note(label="整改情况", headings=("整改要求", "整改意见", "处理意见", "处理情况"))
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedUnit(Record):
    """A unit that a check saw."""

    about: ClassVar[About] = About(
        table="checked_unit",
        label="受检企业",
        measure="家次",
        titles=("unit_name",),
        columns=("unit_name", "safety_check", "companion", "result"),
        keys=(("safety_check", "unit"), ("safety_check", "unit_name")),
        search=("unit_name",),
    )

    safety_check: Annotated[
        int | None, Link(label="安全检查", required=True, to="safety_check", is_part=True)
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("受检企业", "受检单位", "单位名称"),
        ),
    ] = ""
    companion: Annotated[
        str, Text(label="企业陪同人员", is_name=True, headings=("陪同人员", "企业负责人"))
    ] = ""
    result: Annotated[str, Note(label="检查情况", headings=("存在问题",))] = ""


def _is_closed(record: "Hazard", day: date) -> bool:
    return record.recheck_result == CLOSED and (record.recheck_on or day) <= day


def _is_reported(record: "Hazard", day: date) -> bool:
    is_told = record.recheck_result == REPORTED or record.reported_on is not None
    is_told = is_told and (record.reported_on or record.recheck_on or day) <= day
    return is_told and not _is_closed(record, day)


def _has_begun(record: "Hazard", day: date) -> bool:
    begun = record.notified_on or record.fixed_on
    return record.recheck_result == NOT_DONE or (begun is not None and begun <= day)


def _is_over(record: "Hazard", day: date) -> bool:
    return _is_closed(record, day) or _is_reported(record, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard(Record):
    """A hazard that a check found: 登记, 通知整改, 复查, then closed or reported upwards."""

    about: ClassVar[About] = About(
        table="hazard",
        label="隐患",
        measure="处",
        titles=("unit_name", "description"),
        columns=("found_on", "unit_name", "place", "description", "grade", "owner", "due_on"),
        keys=(
            ("safety_check", "unit", "description"),
            ("safety_check", "unit_name", "description"),
        ),
        order=("found_on", "due_on"),
        search=("unit_name", "place", "description", "owner"),
        year="found_on",
        states=(
            State("未整改", lambda one, day: not (_is_over(one, day) or _has_begun(one, day))),
            State("整改中", lambda one, day: _has_begun(one, day) and not _is_over(one, day)),
            State("已销号", _is_closed, is_alive=False),
            State("已上报", _is_reported),
        ),
    )

    safety_check: Annotated[
        int | None, Link(label="安全检查", required=True, to="safety_check", is_part=True)
    ] = None
    found_on: Annotated[
        date | None,
        Day(
            label="发现日期",
            required=True,
            headings=("检查日期", "排查日期", "检查时间", "排查时间", "发现时间", "日期"),
        ),
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "受检企业", "受检单位", "被检查单位"),
        ),
    ] = ""
    place: Annotated[
        str,
        Text(label="部位", width=16, headings=("隐患部位", "地点", "隐患地点")),
    ] = ""
    description: Annotated[
        str,
        Note(
            label="隐患情况",
            required=True,
            width=24,
            headings=("隐患描述", "隐患内容", "事故隐患", "存在问题", "存在隐患", "隐患"),
        ),
    ] = ""
    grade: Annotated[
        str,
        Choice(
            label="级别",
            codes="hazard_grade",
            headings=("隐患级别", "隐患等级", "等级"),
        ),
    ] = ""
    category: Annotated[
        str, Choice(label="类别", codes="hazard_category", headings=("隐患类别", "隐患类型"))
    ] = ""
    found_by: Annotated[
        str, Text(label="发现人", is_name=True, headings=("检查人", "检查人员", "排查人"))
    ] = ""
    measure: Annotated[
        str, Note(label="整改措施", headings=("整改要求", "措施", "整改意见", "治理措施"))
    ] = ""
    owner: Annotated[
        str,
        Text(
            label="整改责任人",
            is_name=True,
            headings=("责任人", "整改负责人", "治理责任人"),
        ),
    ] = ""
    notice_no: Annotated[str, Text(label="整改通知书编号", headings=("通知书编号",))] = ""
    notified_on: Annotated[
        date | None, Day(label="通知整改日期", headings=("下达日期", "通知日期"))
    ] = None
    due_on: Annotated[
        date | None,
        Day(
            label="整改期限",
            headings=("期限", "整改时限", "限期", "要求完成日期"),
        ),
    ] = None
    cost: Annotated[int | None, Money(label="整改资金（元）", headings=("整改资金",))] = None
    fixed_on: Annotated[
        date | None, Day(label="整改完成日期", headings=("完成日期", "完成时间", "整改日期"))
    ] = None
    recheck_on: Annotated[date | None, Day(label="复查日期", headings=("复查时间",))] = None
    recheck_by: Annotated[str, Text(label="复查人", is_name=True, headings=("复查人员",))] = ""
    recheck_result: Annotated[
        str,
        Choice(
            label="复查结果",
            codes="hazard_recheck",
            headings=("销号", "是否销号", "整改情况", "整改结果", "复查情况", "销号情况"),
        ),
    ] = ""
    reported_on: Annotated[
        date | None, Day(label="上报日期", help="重大隐患、到期没改的，报安监部门的日期")
    ] = None
    reported_to: Annotated[str, Text(label="上报部门")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Record):
    """A training course that the federation held."""

    about: ClassVar[About] = About(
        table="training",
        label="培训班",
        measure="期",
        titles=("title", "period_no"),
        columns=("start_on", "title", "period_no", "headcount", "pass_count", "kind"),
        keys=(("title", "start_on"),),
        order=("start_on",),
        search=("title", "lecturer", "place"),
        year="start_on",
    )

    title: Annotated[
        str,
        Text(
            label="培训班名称",
            required=True,
            width=30,
            headings=("培训名称", "班名", "培训内容", "培训主题", "名称", "培训班"),
        ),
    ] = ""
    period_no: Annotated[
        str, Text(label="期次", width=8, help="如：第1期", headings=("期数", "第几期", "班次"))
    ] = ""
    sessions: Annotated[
        int | None, Number(label="计几期", unit="期", help="空着算一期；几期合成一条时填几")
    ] = None
    kind: Annotated[
        str,
        Choice(
            label="类别",
            required=True,
            codes="training_kind",
            headings=("培训类别", "类型", "培训类型"),
        ),
    ] = ""
    start_on: Annotated[
        date | None,
        Day(
            label="培训日期",
            required=True,
            headings=("培训时间", "开班日期", "开始日期", "日期", "时间"),
        ),
    ] = None
    end_on: Annotated[date | None, Day(label="结束日期", headings=("结业日期",))] = None
    hours: Annotated[
        Decimal | None, Number(label="学时", places=1, headings=("课时", "学时数"))
    ] = None
    host: Annotated[str, Text(label="主办单位", width=20, headings=("举办单位", "承办单位"))] = ""
    place: Annotated[str, Text(label="培训地点", width=16, headings=("地点", "培训场所"))] = ""
    lecturer: Annotated[
        str, Text(label="授课人", width=16, headings=("讲师", "授课老师", "授课教师", "主讲人"))
    ] = ""
    expected: Annotated[
        int | None, Number(label="应到人次", unit="人次", headings=("应到", "应到人数", "应训人数"))
    ] = None
    headcount: Annotated[
        int | None,
        Number(
            label="参训人次",
            required=True,
            unit="人次",
            headings=("实到", "实到人数", "参训人数", "培训人次", "培训人数", "参加人数", "人数"),
        ),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人次依据", codes="headcount_basis")] = ""
    has_signatures: Annotated[bool, Flag(label="有签到表", headings=("签到表", "签到册"))] = False
    pass_count: Annotated[
        int | None,
        Number(label="考核合格", unit="人", headings=("合格人数", "考核合格人数", "合格")),
    ] = None
    cost: Annotated[int | None, Money(label="经费（元）", headings=("经费", "培训经费"))] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (
    *safety_contest.RECORDS,
    SafetyCheck,
    CheckedUnit,
    Hazard,
    Training,
    *health.RECORDS,
)
