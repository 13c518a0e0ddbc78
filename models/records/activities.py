"""Activities of every kind, who took part in them and who paid."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Link, Money, Note, Number, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """An activity: a contest, a game, a visit with gifts, a talk on the law, a drill."""

    about: ClassVar[About] = About(
        table="event",
        label="活动",
        measure="次",
        titles=("title",),
        columns=("held_on", "title", "kind", "host", "unit_count", "headcount"),
        keys=(("title", "held_on"),),
        order=("held_on",),
        search=("title", "theme", "host", "place"),
        year="held_on",
        tells=("held_on",),
    )

    title: Annotated[
        str,
        Text(
            label="活动名称",
            required=True,
            width=30,
            headings=("名称", "活动", "活动主题名称", "活动内容"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="类型",
            required=True,
            codes="event_kind",
            headings=("活动类型", "类别", "活动类别"),
        ),
    ] = ""
    theme: Annotated[str, Text(label="主题", width=28)] = ""
    held_on: Annotated[
        date | None,
        Day(
            label="日期",
            required=True,
            headings=("活动日期", "活动时间", "举办日期", "举办时间", "时间", "开展时间"),
        ),
    ] = None
    ended_on: Annotated[
        date | None, Day(label="结束日期", help="多天的活动填", headings=("结束时间",))
    ] = None
    place: Annotated[str, Text(label="地点", width=20, headings=("活动地点", "举办地点"))] = ""
    host: Annotated[
        str, Text(label="主办", width=20, headings=("主办单位", "组织单位", "实施主体", "承办"))
    ] = ""
    partners: Annotated[
        str, Text(label="联合单位", width=28, headings=("协办", "协办单位", "联合部门"))
    ] = ""
    unit_count: Annotated[
        int | None,
        Number(
            label="参加单位",
            unit="家",
            help="下方登记了参加单位时，以登记的为准",
            headings=("参加单位（家）", "参加单位数", "参与单位", "单位数"),
        ),
    ] = None
    headcount: Annotated[
        int | None,
        Number(
            label="参加人次",
            unit="人次",
            headings=("参加人数", "人次", "人数", "参与人数", "参与人次", "受益人数"),
        ),
    ] = None
    headcount_basis: Annotated[
        str, Choice(label="人次依据", codes="headcount_basis", headings=("依据",))
    ] = ""
    households: Annotated[
        int | None, Number(label="慰问户数", unit="户", headings=("户数", "户次"))
    ] = None
    papers_issued: Annotated[
        int | None, Number(label="发放答卷", unit="份", headings=("发放份数", "答卷发放"))
    ] = None
    papers_returned: Annotated[
        int | None, Number(label="收回答卷", unit="份", headings=("回收份数", "答卷收回"))
    ] = None
    papers_passed: Annotated[
        int | None, Number(label="合格答卷", unit="份", headings=("合格份数", "答卷合格"))
    ] = None
    winners: Annotated[int | None, Number(label="获奖人数", unit="人", headings=("获奖",))] = None
    cost: Annotated[
        int | None,
        Money(
            label="经费（元）",
            help="下方登记了经费来源时，以登记的为准",
            headings=("经费", "费用", "活动经费", "支出", "金额"),
        ),
    ] = None
    goods: Annotated[str, Text(label="物资", width=28, help="如：毛巾200条、绿豆80箱")] = ""
    goods_value: Annotated[
        int | None, Money(label="物资折款（元）", headings=("物资价值", "折款"))
    ] = None
    summary: Annotated[str, Note(label="活动效果", headings=("效果", "小结", "活动情况"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventUnit(Record):
    """A unit that took part in an activity."""

    about: ClassVar[About] = About(
        table="event_unit",
        label="参加单位",
        measure="家",
        titles=("unit_name",),
        columns=("event", "unit_name", "headcount", "leader"),
        keys=(("event", "unit"), ("event", "unit_name")),
        search=("unit_name", "leader"),
    )

    event: Annotated[
        int | None,
        Link(label="活动", required=True, to="event", is_part=True),
    ] = None
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("参加企业", "企业名称", "参加单位名称"),
        ),
    ] = ""
    headcount: Annotated[
        int | None, Number(label="人次", unit="人次", headings=("参加人数", "参加人次", "人数"))
    ] = None
    leader: Annotated[str, Text(label="领队", is_name=True, headings=("带队人", "负责人"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMoney(Record):
    """What one source paid for an activity."""

    about: ClassVar[About] = About(
        table="event_money",
        label="经费来源",
        measure="笔",
        titles=("source", "amount"),
        columns=("event", "source", "amount", "payer"),
        keys=(("event", "source", "payer"),),
    )

    event: Annotated[int | None, Link(label="活动", required=True, to="event", is_part=True)] = None
    source: Annotated[
        str, Choice(label="来源", required=True, codes="money_source", headings=("资金来源",))
    ] = ""
    amount: Annotated[
        int | None, Money(label="金额（元）", required=True, headings=("金额", "支出金额"))
    ] = None
    payer: Annotated[str, Text(label="出资单位", width=28, headings=("出资方", "付款单位"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Event, EventUnit, EventMoney)
