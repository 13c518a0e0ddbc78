"""What workers ask for, and how far the handling of it has come."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models import codes
from models.fields import Choice, Day, Flag, Link, Note, Number, Phone, Text
from models.records.base import About, Record, State

DISSATISFIED = "3"


def appeal_stage(appeal: "Appeal", day: date) -> str:
    """Return how far the handling of an issue has come on a day."""
    if appeal.satisfaction == DISSATISFIED:
        return "重办"
    for name, stage in (("closed_on", "销号"), ("revisited_on", "回访"), ("replied_on", "答复")):
        reached = getattr(appeal, name)
        if reached is not None and reached <= day:
            return stage
    if appeal.progress or appeal.result:
        return "办理"
    return "交办" if appeal.assigned_to or appeal.assigned_on else "登记"


def is_final(appeal: "Appeal") -> bool:
    """Whether the handling of an issue has come to a result."""
    return appeal.result in codes.table("appeal_result").codes_where("is_final")


def _stage(name: str, *, is_alive: bool = True) -> State:
    return State(name, lambda one, day: appeal_stage(one, day) == name, is_alive=is_alive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal(Record):
    """What workers ask for, from its registration to its being struck off the list."""

    about: ClassVar[About] = About(
        table="issue",
        label="职工诉求",
        measure="件",
        titles=("content", "received_on"),
        columns=("received_on", "unit_name", "raiser_name", "content", "assigned_to", "result"),
        keys=(
            ("received_on", "unit", "content", "raiser_name"),
            ("received_on", "unit_name", "content", "raiser_name"),
            ("received_on", "unit_name", "content"),
            ("received_on", "content"),
        ),
        order=("received_on",),
        search=("content", "unit_name", "raiser_name", "assigned_to", "phone"),
        year="received_on",
        tells=("unit_name", "raiser_name"),
        states=(
            *(_stage(one) for one in ("登记", "交办", "办理", "答复", "回访", "重办")),
            _stage("销号", is_alive=False),
        ),
    )

    received_on: Annotated[
        date | None,
        Day(
            label="登记日期",
            required=True,
            headings=("日期", "受理日期", "反映日期", "收集日期", "来访日期"),
        ),
    ] = None
    source: Annotated[
        str,
        Choice(
            label="来源",
            codes="appeal_source",
            headings=("诉求来源", "问题来源", "反映方式", "来访形式"),
        ),
    ] = ""
    visit: Annotated[int | None, Link(label="由哪次走访收集", to="visit")] = None
    talk: Annotated[int | None, Link(label="由谁面谈反映", to="visit_talk")] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位",
            is_name=True,
            width=28,
            headings=("单位名称", "所在单位", "工作单位", "涉及单位", "反映单位"),
        ),
    ] = ""
    raiser: Annotated[int | None, Link(label="对应会员", to="member")] = None
    raiser_name: Annotated[
        str,
        Text(
            label="反映人",
            is_name=True,
            help="匿名的写“匿名”",
            headings=("诉求人", "来访人", "姓名", "反映人姓名", "职工姓名", "当事人"),
        ),
    ] = ""
    is_anonymous: Annotated[bool, Flag(label="匿名", headings=("是否匿名",))] = False
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "反映人电话"))] = ""
    category: Annotated[
        str,
        Choice(
            label="问题类别",
            codes="appeal_category",
            headings=("类别", "诉求类别", "问题类型", "诉求类型", "类型"),
        ),
    ] = ""
    headcount: Annotated[
        int | None, Number(label="涉及人数", unit="人", headings=("人数", "涉及职工"))
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    content: Annotated[
        str,
        Text(
            label="反映问题",
            required=True,
            width=36,
            headings=(
                "问题",
                "诉求",
                "诉求内容",
                "问题内容",
                "反映内容",
                "主要问题",
                "诉求事项",
                "反映的问题",
                "职工诉求",
            ),
        ),
    ] = ""
    details: Annotated[str, Note(label="详细情况", headings=("具体情况", "事实经过"))] = ""
    urgency: Annotated[
        str, Choice(label="紧急程度", codes="appeal_urgency", headings=("缓急", "轻重缓急"))
    ] = ""
    assigned_to: Annotated[
        str,
        Text(
            label="责任人",
            width=16,
            headings=("承办人", "经办人", "办理人", "责任单位", "承办单位", "交办对象"),
        ),
    ] = ""
    assigned_on: Annotated[date | None, Day(label="交办日期", headings=("交办时间",))] = None
    due_on: Annotated[
        date | None,
        Day(
            label="办理期限",
            help="空着时按紧急程度和本地规定算",
            headings=("期限", "办结期限", "完成时限", "办理时限", "要求办结日期"),
        ),
    ] = None
    progress: Annotated[
        str,
        Note(
            label="办理进展",
            help="每次办理写上日期",
            headings=("进展", "办理情况", "处理情况", "办理过程", "处理意见", "解决措施"),
        ),
    ] = ""
    result: Annotated[
        str,
        Choice(
            label="结果",
            codes="appeal_result",
            headings=("办理结果", "处理结果", "解决情况", "是否解决", "办结情况"),
        ),
    ] = ""
    solved_on: Annotated[
        date | None, Day(label="办结日期", headings=("解决日期", "办结时间", "完成日期"))
    ] = None
    replied_on: Annotated[date | None, Day(label="答复日期", headings=("答复时间", "反馈日期"))] = (
        None
    )
    satisfaction: Annotated[
        str,
        Choice(
            label="满意度",
            codes="satisfaction",
            help="不满意的要重新办理，满意后再改",
            headings=("满意程度", "满意情况", "是否满意", "职工评价"),
        ),
    ] = ""
    revisited_on: Annotated[date | None, Day(label="回访日期", headings=("回访时间",))] = None
    closed_on: Annotated[date | None, Day(label="销号日期", headings=("销号时间", "销号"))] = None
    case: Annotated[
        int | None, Link(label="转为个案", to="rights_case", help="转入维权调解的选上")
    ] = None
    hardship: Annotated[
        int | None, Link(label="转为困难帮扶", to="hard_file", help="已建困难档案的选上")
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Appeal,)
