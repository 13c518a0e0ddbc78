"""Lists of activities, honours, publicity, receptions, the chronicle, meetings and plans."""

import re

from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Say, SheetType, Slot, Span
from models.lists.wording import ABOUT, FIRST_DAY, LAST_DAY, named_in, worded
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
# Words of an activity's name that tell its kind, the more telling ones first.
_EVENT_KINDS = (
    (r"知识.*竞赛", "知识竞赛"),
    (r"答卷|答题", "知识答卷"),
    (r"送清凉|防暑", "送清凉"),
    (r"送温暖", "送温暖"),
    (r"助学", "助学"),
    (r"演讲|朗诵|征文", "演讲"),
    (r"疗休养|疗养|休养", "疗休养"),
    (r"招聘", "招聘就业"),
    (r"心理|健康讲座", "心理健康"),
    (r"托管|亲子", "亲子托管"),
    (r"普法|法治|法律", "普法宣传"),
    (r"观摩|现场会", "观摩会"),
    (r"推广|推进会", "推广会"),
    (r"演练", "应急演练"),
    (r"展览|书画展|摄影展", "展览"),
    (r"培训|讲座", "培训讲座"),
    (r"座谈|恳谈|交流会", "座谈"),
    (r"表彰", "表彰会"),
    (r"慰问|看望", "慰问"),
    (r"志愿|整治", "中心工作"),
    (r"运动|球|比赛|歌|舞|文艺|联欢|拔河|棋|健步|趣味|文体|晚会|电影|跑", "文体活动"),
    (r"女职工|三八|妇女", "女职工活动"),
)
_OTHER_EVENT = "其他活动"
_LEVELS = (
    (r"人民|全国|国家|中央|央视|新华|中国", "国家级"),
    (r"省|大众", "省级"),
    (r"镇|乡|街道|工会简报", "镇级"),
    (r"县|区", "县级"),
)


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


def _with_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Tell the kind of an activity by its name where no column has it."""
    slot = Slot(Event, "kind")
    if slot in frame.mapped or "kind" in found.first:
        return
    word = named_in(str(found.given.get("title") or ""), _EVENT_KINDS) or _OTHER_EVENT
    found.first["kind"] = slot.field.read(word).value
    say(slot, "warn", f"没有类型列，按活动名称登记为“{word}”，请核对")


def _with_level(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Tell the level of a report by the medium where no column has it."""
    slot = Slot(MediaReport, "level")
    medium = str(found.given.get("media") or "")
    if slot in frame.mapped or "level" in found.first or not medium:
        return
    word = named_in(medium, _LEVELS)
    if not word:
        say(Slot(MediaReport, "media"), "error", f"没有级别列，看不出“{medium}”是哪一级媒体")
        return
    found.first["level"] = slot.field.read(word).value
    say(slot, "warn", f"没有级别列，按媒体名称登记为“{word}”，请核对")


def _with_topic(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take a plan without a column of topics for one topic: what its title says."""
    slot = Slot(NextPlan, "topic")
    if slot in frame.mapped or "topic" in found.first:
        return
    title = frame.facts.title or frame.sheet
    town = frame.desk.store.town()
    topic = title.removeprefix(town.union_name).removeprefix(town.name)
    found.given["topic"] = _YEAR.sub("", topic) or title
    say(slot, "fix", f"没有工作方面列，按表名登记为“{found.given['topic']}”")


_YEAR = re.compile(r"^(?:19|20)\d\d\s*年度?|表$")

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Event,
        label="活动登记",
        titles=(
            *("活动登记", "活动台账", "活动情况", "活动一览", "活动开展", "文体活动", "慰问活动"),
        ),
        needs=("title", "held_on"),
        speaks=("headcount", "unit_count", "host", "place", "kind", "goods", "households"),
        headings={
            Slot(Event, "headcount"): (
                "参加人次（人次）",
                "参加人数（人）",
                "参与职工",
                "惠及职工",
            ),
            Slot(Event, "cost"): (
                *("经费（元）", "投入资金", "投入经费", "慰问金", "慰问金额", "花费", "支出金额"),
            ),
            Slot(Event, "goods"): ("慰问品", "发放物品", "物品"),
        },
        span=Span(
            Slot(Event, "held_on"),
            Slot(Event, "ended_on"),
            ("起止日期", "起止时间", "活动起止时间", "活动起止日期"),
        ),
        readers={
            "headcount": ABOUT,
            "kind": worded(Event, "kind", (*_EVENT_KINDS, (r".", _OTHER_EVENT))),
        },
        further={
            Slot(Event, "title"): ("活动主题", "主题"),
            Slot(Event, "theme"): ("活动主题",),
            Slot(Event, "kind"): ("活动形式", "形式"),
        },
        optional=("kind",),
        maker=_with_kind,
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
            Slot(Honour, "awarded_on"): (
                "日期",
                "时间",
                "授予（表彰）时间",
                "获得时间",
                "获得日期",
            ),
            Slot(Honour, "owner"): (
                *(
                    "获得单位",
                    "获得个人",
                    "被表彰者",
                    "获奖单位/个人",
                    "获奖单位或个人",
                    "获奖对象",
                    "获奖集体",
                ),
                *("单位/个人", "获奖单位及个人", "获得荣誉单位", "荣誉获得者"),
            ),
        },
        readers={"awarded_on": FIRST_DAY},
        maker=_with_holder,
    ),
    SheetType(
        record=MediaReport,
        label="宣传报道登记",
        titles=("宣传报道", "信息报道", "新闻报道", "稿件", "宣传登记"),
        needs=("title", "media", "published_on"),
        speaks=("page", "kind", "authors", "level"),
        optional=("level",),
        maker=_with_level,
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
        headings={
            Slot(Meeting, "agenda"): ("会议主要内容", "主要内容", "会议议题", "会议议程"),
            Slot(Meeting, "decisions"): ("形成决议", "会议决议", "决议", "决定"),
            Slot(Meeting, "remark"): ("参会人员", "参加人员", "出席人员", "与会人员", "参会单位"),
        },
        readers={"headcount": ABOUT},
    ),
    SheetType(
        record=IncomingDocument,
        label="收文登记簿",
        titles=("收文",),
        needs=("title", "from_unit"),
        speaks=("received_on", "doc_no", "handler", "opinion"),
        headings={
            Slot(IncomingDocument, "from_unit"): ("发文机关", "发文部门", "文件来源"),
            Slot(IncomingDocument, "doc_no"): ("来文文号", "文件字号", "发文字号", "文件编号"),
            Slot(IncomingDocument, "result"): ("处理结果", "阅办情况", "处理情况", "办理情况"),
            Slot(IncomingDocument, "title"): ("来文名称", "文件题目", "文件题名"),
        },
    ),
    SheetType(
        record=NextPlan,
        label="年度计划",
        titles=("工作计划", "年度计划", "工作要点", "重点工作", "工作安排"),
        needs=("task",),
        speaks=("target", "responsible", "due_on", "progress"),
        headings={
            Slot(NextPlan, "topic"): ("工作项目", "重点工作", "工作类型", "工作方向"),
            Slot(NextPlan, "task"): ("目标任务", "具体任务", "工作目标", "具体内容", "工作措施"),
            Slot(NextPlan, "responsible"): ("具体负责人", "具体责任人"),
            Slot(NextPlan, "due_on"): ("月份", "时间", "时间安排", "时间节点", "完成日期"),
        },
        further={Slot(NextPlan, "responsible"): ("责任领导", "牵头领导", "牵头人", "分管领导")},
        readers={"due_on": LAST_DAY},
        maker=_with_topic,
    ),
)
