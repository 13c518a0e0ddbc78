"""What follows a contract: checks of its performance, and the guides who help to negotiate."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Link, Note, Phone, Text
from models.records.base import About, Record, State
from models.records.states import term

NO = "2"
CHECKED_ITEMS = (
    "minimum_wage",
    "paid_monthly",
    "raise_kept",
    "overtime_paid",
    "insured",
    "quota_kept",
    "women_protected",
)


def has_problems(check: "PerformanceCheck") -> bool:
    """Whether something was found that is to be put right."""
    return bool(check.problems) or any(getattr(check, name) == NO for name in CHECKED_ITEMS)


def _is_open(check: "PerformanceCheck", day: date) -> bool:
    return has_problems(check) and (check.rectified_on is None or check.rectified_on > day)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceCheck(Record):
    """Whether an enterprise keeps its contract."""

    about: ClassVar[About] = About(
        table="cb_check",
        label="履约检查",
        measure="家次",
        titles=("unit_name", "checked_on"),
        columns=("unit_name", "checked_on", "method", "checkers", "result", "rectify_by"),
        keys=(("unit", "checked_on"), ("unit_name", "checked_on")),
        order=("checked_on",),
        search=("unit_name", "checkers", "problems"),
        year="checked_on",
        states=(
            State("未整改", _is_open),
            State("已整改", lambda check, _day: has_problems(check)),
            State("无问题", lambda _check, _day: True),
        ),
    )

    contract: Annotated[int | None, Link(label="检查的合同", to="cb_contract")] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "受检企业", "受检单位"),
        ),
    ] = ""
    checked_on: Annotated[
        date | None, Day(label="检查日期", required=True, headings=("检查时间", "日期"))
    ] = None
    checkers: Annotated[
        str, Text(label="检查人", required=True, width=20, headings=("检查人员", "检查组"))
    ] = ""
    method: Annotated[
        str,
        Choice(
            label="检查方式", required=True, codes="check_method", headings=("方式", "检查形式")
        ),
    ] = ""
    minimum_wage: Annotated[
        str, Choice(label="不低于最低工资", codes="check_answer", headings=("最低工资",))
    ] = ""
    paid_monthly: Annotated[
        str, Choice(label="按月足额支付", codes="check_answer", headings=("按月足额",))
    ] = ""
    raise_kept: Annotated[
        str, Choice(label="增幅兑现", codes="check_answer", headings=("工资增幅",))
    ] = ""
    overtime_paid: Annotated[
        str, Choice(label="支付加班工资", codes="check_answer", headings=("加班费", "加班工资"))
    ] = ""
    insured: Annotated[
        str, Choice(label="缴纳社会保险", codes="check_answer", headings=("社保", "社会保险"))
    ] = ""
    quota_kept: Annotated[
        str, Choice(label="执行劳动定额", codes="check_answer", headings=("定额", "劳动定额"))
    ] = ""
    women_protected: Annotated[
        str, Choice(label="女职工待遇", codes="check_answer", headings=("女工待遇",))
    ] = ""
    problems: Annotated[str, Note(label="存在问题", headings=("问题", "发现问题"))] = ""
    rectify_by: Annotated[date | None, Day(label="整改期限", headings=("限期整改日期",))] = None
    rectified_on: Annotated[
        date | None, Day(label="整改完成日期", headings=("复查日期", "整改日期"))
    ] = None
    result: Annotated[
        str,
        Choice(label="检查结论", required=True, codes="performance", headings=("结论", "履约情况")),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Record):
    """Somebody appointed to help enterprises negotiate."""

    about: ClassVar[About] = About(
        table="cb_guide",
        label="协商指导员",
        measure="人",
        titles=("person_name",),
        columns=("person_name", "kind", "unit_name", "post", "cert_no", "from_on", "to_on"),
        keys=(("person_name", "from_on"), ("person_name",)),
        order=("from_on",),
        search=("person_name", "unit_name", "cert_no", "phone"),
        tells=("unit_name", "post"),
        states=term("from_on", "to_on", running="在任", over="届满"),
    )

    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("指导员", "指导员姓名"))
    ] = ""
    kind: Annotated[
        str, Choice(label="专兼职", codes="guide_kind", headings=("专职兼职", "类别"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(label="工作单位", is_name=True, width=28, headings=("单位", "单位名称")),
    ] = ""
    post: Annotated[str, Text(label="职务")] = ""
    cert_no: Annotated[str, Text(label="证书编号", headings=("证号", "聘书编号"))] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "手机"))] = ""
    from_on: Annotated[date | None, Day(label="任期起", headings=("聘期起", "聘任日期"))] = None
    to_on: Annotated[date | None, Day(label="任期止", headings=("聘期止", "届满日期"))] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidedUnit(Record):
    """An enterprise that a guide looks after."""

    about: ClassVar[About] = About(
        table="cb_guided_unit",
        label="指导员联系企业",
        measure="家",
        titles=("unit_name",),
        columns=("unit_name", "guide", "since", "plan"),
        keys=(("guide", "unit"), ("guide", "unit_name")),
        order=("since",),
        search=("unit_name",),
    )

    guide: Annotated[
        int | None, Link(label="协商指导员", required=True, to="cb_guide", is_part=True)
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "联系企业"),
        ),
    ] = ""
    since: Annotated[date | None, Day(label="联系起始日期", headings=("开始日期",))] = None
    plan: Annotated[str, Note(label="指导方案", help="一企一策：工资水平、存在问题、指导措施")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


FOLLOWING: tuple[type[Record], ...] = (PerformanceCheck, Guide, GuidedUnit)
