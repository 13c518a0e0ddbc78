"""Lists of contests, suggestions, patents, technical projects and model workers."""

import re
from collections.abc import Callable, Mapping
from typing import cast

from models.lists.frames import Frame
from models.lists.kinds import (
    UNIT_CODE,
    Draft,
    Given,
    Others,
    Reader,
    Say,
    SheetType,
    Slot,
    Span,
    numbered,
)
from models.lists.wording import ABOUT
from models.reading import Reading, Refused
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.rules.contests import total_of, weights_of
from models.values.dates import PartialDate
from models.values.numbers import read_number
from models.values.patent_no import read_patent_no
from models.values.text import name_key

_YES = frozenset(("√", "✓", "✔", "是", "有", "采纳", "已采纳", "采用", "实施", "已实施", "完成"))
_NO = frozenset(("×", "✗", "否", "无", "没有", "未采纳", "不采纳", "未实施"))


def read_ticked_count(text: str) -> Reading[int]:
    """Return a count that some lists only tick: a tick is one, a cross is none."""
    if text in _YES:
        return Reading(1, (f"“{text}”按1条登记",))
    if text in _NO:
        return Reading(0, (f"“{text}”按0条登记",))
    found = read_number(text)
    if found.value < 0:
        raise Refused("不能小于0")
    return found


# One column that says whether a suggestion was adopted and carried out.
TAKEN_UP = Slot(Suggestion, "remark", 1)

_CONTEST_WORDS = {
    "比武": "技术比武",
    "技能竞赛": "技能竞赛",
    "技能大赛": "技能竞赛",
    "劳动竞赛": "劳动竞赛",
    "练兵": "岗位练兵",
}
_PATENT_WORDS = {"发明": "发明", "实用新型": "实用新型", "外观": "外观设计"}
_ITEM_WORDS = {
    "技改": "技改工程",
    "技术改造": "技改工程",
    "革新": "技术革新",
    "攻关": "技术攻关",
    "操作法": "先进操作法",
    "工作室": "创新工作室",
}
_FINISHED, _UNDER_WAY = "完工", "实施"


def _kind_by(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return what tells a kind from a title; blank when it names none or two."""

    def kind_in(title: str) -> str:
        found = {kind for word, kind in words.items() if word in title}
        return found.pop() if len(found) == 1 else ""

    return kind_in


_CONTEST_KIND, _PATENT_KIND, _ITEM_KIND = map(
    _kind_by, (_CONTEST_WORDS, _PATENT_WORDS, _ITEM_WORDS)
)


def _take_kind(frame: Frame, own: Given, say: Say, kind_in: Callable[[str], str]) -> None:
    """Take the kind from the title where no column has it."""
    slot = Slot(frame.sheet_type.record, "kind")
    word = "" if slot in frame.mapped else kind_in(f"{frame.facts.title} {frame.sheet}")
    if word:
        own["kind"] = slot.field.read(word).value
        say(slot, "fix", f"没有{slot.field.label}列，按表名登记为“{word}”")


def _take_year(frame: Frame, own: Given, name: str) -> None:
    """Date a row by the year of the title where no column has its day."""
    if Slot(frame.sheet_type.record, name) not in frame.mapped and frame.year:
        own.setdefault(name, PartialDate(frame.year))


def _asks_when(slot: Slot) -> Callable[[Frame], bool]:
    """Return whether a list without a column of days has no year in its title either."""
    return lambda frame: slot not in frame.mapped and frame.year is None


def _with_contest_facts(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    _take_kind(frame, found.given, say, _CONTEST_KIND)
    _take_year(frame, found.given, "started_on")


def _with_suggestion_facts(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Date the row, and name it where a unit only says how many it made."""
    own = found.given
    _take_year(frame, own, "suggested_on")
    _take_up(own, numbered(others, Suggestion, TAKEN_UP.name).get(TAKEN_UP.number))
    if Slot(Suggestion, "title") not in frame.mapped and own.get("quantity"):
        own["title"] = "合理化建议（汇总）"
        say(Slot(Suggestion, "title"), "fix", "没有建议内容列，按汇总行登记")


def _take_up(own: Given, told: object) -> None:
    """Take what became of a suggestion from one column that says both."""
    if not isinstance(told, str):
        return
    is_done = re.search(r"实施|完成|落实", told) is not None
    refused = re.search(r"[未不没]|否|×", told) is not None
    own.setdefault("adopted_count", 0 if refused and not is_done else 1)
    own.setdefault("done_count", 1 if is_done and not refused else 0)


def _with_patent_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    if not found.given.get("apply_no"):
        _take_kind(frame, found.given, say, _PATENT_KIND)


def _with_item_facts(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take the kind from the title, and the stage from the days where no column has it."""
    own = found.given
    _take_kind(frame, own, say, _ITEM_KIND)
    slot = Slot(TechItem, "stage")
    if slot in frame.mapped or not (own.get("started_on") or own.get("done_on")):
        return
    word = _FINISHED if own.get("done_on") else _UNDER_WAY
    own["stage"] = slot.field.read(word).value
    say(slot, "warn", f"没有阶段列，按日期登记为“{word}”，请核对")


def _with_contest(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Find the contest that the title names, and work out the total."""
    own = found.given
    shelf = frame.desk.shelf(Contest)
    slot = Slot(ContestResult, "contest")
    if slot not in frame.mapped:
        hits = [ref for ref, one in shelf.records.items() if _is_named(one, frame)]
        if len(hits) == 1:
            own["contest"] = hits[0]
        else:
            words = "登记了几项同名的竞赛" if hits else "没有登记这项竞赛"
            say(slot, "error", f"台账里{words}，请先登记竞赛，再把竞赛名称写进表名或单列一栏")
    ref = own.get("contest")
    if isinstance(ref, int):
        _add_up(shelf.records[ref], own, say)


def _add_up(contest: Contest, own: Given, say: Say) -> None:
    """Put the weighted total into a row that has both scores."""
    scores = {name: own.get(name) for name in ("theory", "practice")}
    total = total_of(contest, ContestResult(**scores))  # type: ignore[arg-type]
    if total is None:
        return
    written = own.get("total")
    if written is not None and written != total:
        words = " ".join(f"{one.normalize():f}%" for one in weights_of(contest))
        say(Slot(ContestResult, "total"), "warn", f"按理论、实操权重{words}计算为{total}，请核对")
    own["total"] = total


def _is_named(contest: Contest, frame: Frame) -> bool:
    return name_key(contest.title) in name_key(f"{frame.facts.title}{frame.sheet}")


# A reader may give any value; the type names the commonest.
_TICKED = cast("Reader", read_ticked_count)

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Contest,
        label="竞赛比武登记表",
        titles=("比武", "技能竞赛", "劳动竞赛", "技能大赛", "岗位练兵"),
        needs=("title", "kind"),
        speaks=("trade", "sessions", "level"),
        readers={"headcount": ABOUT},
        others=(UNIT_CODE,),
        headings={
            Slot(Contest, "title"): ("竞赛项目", "比武项目", "竞赛活动名称", "竞赛主题"),
            Slot(Contest, "kind"): ("活动类型", "活动类别", "形式"),
            Slot(Contest, "unit_name"): ("主办方", "主办", "组织单位", "开展单位"),
            Slot(Contest, "trade"): ("竞赛工种（项目）", "专业", "比赛项目"),
            Slot(Contest, "sessions"): ("比武场次", "竞赛场次", "举办场数", "次数", "期数"),
            Slot(Contest, "headcount"): (
                *("参加职工", "参加职工数", "参与人次", "参与人数", "参赛职工人数"),
                *("参与职工数", "参赛选手", "参赛选手数", "参赛人员数", "选手人数"),
            ),
            Slot(Contest, "summary"): ("获奖情况", "比武结果", "竞赛结果", "比赛结果"),
        },
        span=Span(
            Slot(Contest, "started_on"),
            Slot(Contest, "ended_on"),
            ("起止日期", "起止时间", "活动起止时间", "竞赛起止时间", "开展时间"),
        ),
        maker=_with_contest_facts,
        asks_year=_asks_when(Slot(Contest, "started_on")),
        told_by_title={"kind": _CONTEST_KIND},
    ),
    SheetType(
        record=ContestResult,
        label="竞赛成绩册",
        titles=("成绩册", "成绩表", "成绩汇总", "竞赛成绩", "比武成绩"),
        needs=("person_name",),
        speaks=("theory", "practice", "total", "rank"),
        others=(UNIT_CODE,),
        headings={
            Slot(ContestResult, "contest"): (
                *("竞赛名称", "比武名称", "竞赛（比武）名称", "竞赛项目", "参赛项目"),
                "活动名称",
            ),
            Slot(ContestResult, "person_name"): ("参赛者", "职工姓名", "获奖者", "参赛人员"),
            Slot(ContestResult, "theory"): ("理论考试", "理论考试成绩", "理论分"),
            Slot(ContestResult, "practice"): ("操作成绩", "实操分", "实践成绩", "技能操作"),
            Slot(ContestResult, "total"): ("合计", "最终成绩", "总得分"),
        },
        maker=_with_contest,
    ),
    SheetType(
        record=Suggestion,
        label="合理化建议台账",
        titles=("合理化建议", "金点子"),
        needs=("unit_name",),
        speaks=("quantity", "adopted_count", "done_count", "category", "title"),
        others=(UNIT_CODE,),
        headings={
            Slot(Suggestion, "unit_name"): ("企业全称", "单位全称", "提出单位", "建议单位"),
            Slot(Suggestion, "title"): (
                *("内容", "建议事项", "建议主题", "主要内容", "合理化建议内容", "项目名称"),
                "建议项目",
            ),
            Slot(Suggestion, "quantity"): (
                *("提建议数", "提出数", "提出", "合计条数", "征集条数", "征集数", "征集件数"),
            ),
            Slot(Suggestion, "person_name"): ("提出者", "建议者", "提案人"),
            Slot(Suggestion, "benefit"): ("创造效益", "产生效益", "预计年效益", "年创效益"),
            TAKEN_UP: ("采纳实施情况", "采纳及实施情况", "采纳和实施情况", "采纳落实情况"),
        },
        readers={"adopted_count": _TICKED, "done_count": _TICKED},
        only_read=(TAKEN_UP,),
        maker=_with_suggestion_facts,
        asks_year=_asks_when(Slot(Suggestion, "suggested_on")),
    ),
    SheetType(
        record=Patent,
        label="职工专利情况表",
        titles=("专利",),
        needs=("unit_name", "title"),
        speaks=("apply_no", "inventors", "applied_on", "granted_on", "grant_no"),
        others=(UNIT_CODE,),
        headings={
            Slot(Patent, "unit_name"): ("企业全称", "单位全称", "所属企业"),
            Slot(Patent, "title"): ("专利项目", "发明创造名称", "成果名称"),
            Slot(Patent, "inventors"): ("发明者", "申报人", "完成人", "负责人"),
            Slot(Patent, "applied_on"): ("受理日期", "受理时间", "提交日期"),
            Slot(Patent, "kind"): ("种类", "专利性质"),
        },
        # Beside a column of the unit these name a person.
        further={Slot(Patent, "unit_name"): ("申请人", "专利权人", "权利人")},
        readers={"apply_no": read_patent_no},
        optional=("kind",),
        maker=_with_patent_kind,
    ),
    SheetType(
        record=TechItem,
        label="技改革新项目表",
        titles=("技改", "技术革新", "技术改造", "技术攻关", "创新成果", "先进操作法", "五小"),
        needs=("unit_name", "title", "kind"),
        speaks=("stage", "invested", "leader", "done_on", "benefit"),
        others=(UNIT_CODE,),
        headings={
            Slot(TechItem, "unit_name"): ("企业全称", "单位全称", "完成单位", "建设单位"),
            Slot(TechItem, "title"): ("工程名称", "革新项目", "攻关项目", "项目内容"),
            Slot(TechItem, "started_on"): ("实施日期", "实施时间", "立项日期", "立项时间"),
            Slot(TechItem, "leader"): ("主持人", "完成人", "责任人"),
        },
        span=Span(
            Slot(TechItem, "started_on"),
            Slot(TechItem, "done_on"),
            ("起止日期", "起止时间", "实施起止时间", "建设周期", "实施周期"),
        ),
        maker=_with_item_facts,
        told_by_title={"kind": _ITEM_KIND},
    ),
    SheetType(
        record=ModelPerson,
        label="劳模先进花名册",
        titles=("劳模", "劳动模范", "先进个人", "工匠", "五一劳动奖章", "技术能手"),
        needs=("person_name", "honour"),
        speaks=("grade", "awarded_on", "issuer", "life_state", "treatments"),
        others=(UNIT_CODE,),
        headings={
            Slot(ModelPerson, "person_name"): ("劳模", "获奖者", "受表彰人", "职工姓名"),
            Slot(ModelPerson, "unit_name"): ("企业全称", "单位全称", "授予时单位", "现单位"),
            Slot(ModelPerson, "honour"): ("获得荣誉", "所获荣誉", "荣誉", "劳模类别"),
            Slot(ModelPerson, "awarded_on"): (
                *(
                    "获奖时间",
                    "评选年份",
                    "荣获时间",
                    "命名年份",
                    "获评年份",
                    "获评时间",
                    "评选时间",
                ),
                *("授予年度", "获得年份", "评选年度"),
            ),
            Slot(ModelPerson, "life_state"): ("在职或退休", "在职/退休", "在岗情况"),
        },
        optional=("grade",),
    ),
)
