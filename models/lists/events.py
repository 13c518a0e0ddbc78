"""Lists of activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Say, SheetType, Slot
from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import (
    ChronicleEntry,
    IncomingDocument,
    Meeting,
    NextPlan,
    Reception,
)
from models.records.honours import Honour, MediaReport, Output
from models.values.text import name_key

TOWN, UNIT = "1", "2"


def _with_holder(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Tell the township's own honours, those it gives, and those of units in the register."""
    own = found.given
    union = name_key(frame.desk.store.town().union_name)
    owner, issuer = str(own.get("owner") or ""), str(own.get("issuer") or "")
    if issuer and name_key(issuer) == union:
        own.setdefault("is_given", True)
    if not owner:
        return
    if name_key(owner) == union:
        own.setdefault("owner_kind", TOWN)
        return
    hit = frame.desk.find_unit(owner)
    if hit.ref is not None and "unit" not in own:
        own.update(unit=hit.ref, unit_name=hit.name)
        own.setdefault("owner_kind", UNIT)


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Event,
        label="活动登记",
        titles=("活动登记", "活动台账", "活动情况", "活动一览", "文体活动", "慰问活动"),
        needs=("title", "held_on"),
        speaks=("headcount", "unit_count", "host", "place", "kind", "goods", "households"),
        headings={
            Slot(Event, "headcount"): (
                "参加人次（人次）",
                "参加人数（人）",
                "参与职工",
                "惠及职工",
            ),
            Slot(Event, "cost"): ("经费（元）", "投入资金", "投入经费", "慰问金", "慰问金额"),
            Slot(Event, "goods"): ("慰问品", "发放物品", "物品"),
        },
    ),
    SheetType(
        record=EventUnit,
        label="活动参加单位",
        titles=("参加单位",),
        needs=("event", "unit_name"),
        speaks=("headcount", "leader"),
        headings={Slot(EventUnit, "event"): ("活动", "活动名称", "所属活动")},
    ),
    SheetType(
        record=EventMoney,
        label="活动经费来源",
        titles=("经费来源",),
        needs=("event", "source", "amount"),
        speaks=("payer",),
        headings={Slot(EventMoney, "event"): ("活动", "活动名称", "所属活动")},
    ),
    SheetType(
        record=Honour,
        label="荣誉台账",
        titles=("荣誉", "表彰", "获奖"),
        needs=("title", "owner"),
        speaks=("grade", "issuer", "awarded_on", "stored_at", "co_issuer"),
        headings={
            Slot(Honour, "awarded_on"): ("日期", "时间", "授予（表彰）时间"),
            Slot(Honour, "owner"): ("获得单位", "获得个人", "被表彰者"),
        },
        maker=_with_holder,
    ),
    SheetType(
        record=MediaReport,
        label="宣传报道登记",
        titles=("宣传报道", "信息报道", "新闻报道", "稿件", "宣传登记"),
        needs=("title", "media", "published_on"),
        speaks=("page", "kind", "authors", "level"),
        optional=("level",),
    ),
    SheetType(
        record=Output,
        label="资料制品登记",
        titles=("资料制品", "专题片", "资料编印", "宣传品"),
        needs=("title", "done_on"),
        speaks=("kind", "quantity", "cost"),
    ),
    SheetType(
        record=Reception,
        label="调研视察登记",
        titles=("调研视察", "领导调研", "视察", "来访接待", "上级调研"),
        needs=("received_on", "leaders"),
        speaks=("visitor_unit", "purpose", "comment", "escorts"),
    ),
    SheetType(
        record=ChronicleEntry,
        label="大事记",
        titles=("大事记", "大事"),
        needs=("held_on", "content"),
        speaks=("content",),
    ),
    SheetType(
        record=Meeting,
        label="会议登记",
        titles=("会议登记", "会议台账", "会议记录", "会议情况"),
        needs=("title", "held_on"),
        speaks=("host", "agenda", "decisions", "recorder", "headcount"),
    ),
    SheetType(
        record=IncomingDocument,
        label="收文登记簿",
        titles=("收文",),
        needs=("title", "from_unit"),
        speaks=("received_on", "doc_no", "handler", "opinion"),
    ),
    SheetType(
        record=NextPlan,
        label="年度计划",
        titles=("工作计划", "年度计划", "工作要点"),
        needs=("topic", "task"),
        speaks=("target", "responsible", "due_on", "progress"),
    ),
)
