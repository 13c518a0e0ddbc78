"""The section on what was asked of the year, how it ended, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.figures.asked import can_tell, targets_of
from models.figures.figure import Figure
from models.records.papers import Target
from models.summary.markup import Span
from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.parts import DETAILED, SHORT, STANDARD, Clause, Passage, Section
from reports.summary.phrases import exactly, is_whole


@dataclass(frozen=True, slots=True)
class Point:
    """What is planned, without numbers, where one of these chapters speaks.

    `when_whole` is written instead when the rate `share` leaves nobody out.
    """

    code: str
    label: str
    chapters: tuple[str, ...]
    words: str
    level: int = STANDARD
    share: str = ""
    when_whole: str = ""

    def write(self, facts: Facts) -> Sentence | None:
        """Return the point when it follows from the rest of the paper."""
        if not set(self.chapters) & set(facts.speaking):
            return None
        is_done = self.share != "" and is_whole(facts.figure(self.share))
        return say(self.when_whole if is_done else self.words)


POINTS = (
    Point(
        "organising",
        "建会和会员",
        ("organising", "membership"),
        "扩大组织覆盖，分类指导未建会单位建会，做好农民工和新就业形态劳动者入会工作",
        share="union_rate",
        when_whole="巩固建会成果，做好农民工和新就业形态劳动者入会工作",
    ),
    Point("bargaining", "集体协商", ("bargaining",), "提高协商质量，抓好合同续签和履约检查"),
    Point("democracy", "民主管理", ("democracy",), "规范职代会程序，落实厂务公开事项"),
    Point(
        "innovation",
        "竞赛和培训",
        ("innovation", "training"),
        "组织技能竞赛和培训，推广职工创新成果",
        DETAILED,
    ),
    Point(
        "service",
        "服务和帮扶",
        ("service", "hardship", "mutual"),
        "及时回应职工诉求，帮助困难职工解决实际问题",
    ),
    Point(
        "rights",
        "维权和安全",
        ("rights", "safety", "health"),
        "及早化解劳动争议，督促企业落实安全生产措施",
    ),
    Point(
        "culture",
        "文体和阵地",
        ("culture", "venues", "honours"),
        "用好职工阵地，丰富职工文化生活",
        DETAILED,
    ),
    Point("funds", "经费", ("funds",), "依法收好、管好、用好工会经费", DETAILED),
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: what it is about, the figure that counts it, and the number that is asked."""

    name: str
    figure: Figure
    asked: Figure

    @property
    def verb(self) -> str:
        """The word before the number: a stock or a rate gets there, a flow is done."""
        return "" if self.figure.definition.kind == "flow" else "达到"

    @property
    def is_open(self) -> bool:
        """Whether there is less than is asked."""
        return (self.figure.value or 0) < (self.asked.value or 0)


def _met(facts: Facts) -> Sentence | None:
    """Tell how many of the year's targets are met; stretches that begin later cannot."""
    counted, met = facts.figure("targets_counted"), facts.figure("targets_met")
    if counted is None or not facts.is_from_january:
        return None
    start = say("对照上级下达的年度任务，台账核定的", counted)
    if met is None:
        return (*start, *say("还没有达到目标。" if facts.plans_next_year else "正在推进。"))
    if met.value == counted.value:
        return (*start, *say("已完成。" if met.value == 1 else "已全部完成。"))
    return (*start, *say("中，已完成", met, "。"))


def _one_by_one(facts: Facts) -> Sentence | None:
    """Tell what was asked and what was done, target by target."""
    if not facts.is_from_january:
        return None
    told = [
        (*_done(one), *say("（目标", _in_prose(one.asked), "）")) for one in _aims(facts, "asked")
    ]
    return (*say("具体是："), *join(told, "；"), *say("。")) if told else None


def _done(aim: Aim) -> Sentence:
    if not aim.figure.is_there:
        return say(f"{aim.name}尚无完成数")
    return say(aim.name, _in_prose(aim.figure))


def _aims(facts: Facts, part: str) -> Iterator[Aim]:
    """Yield what the targets of this year (asked) or the next (planned) are about."""
    for code, target in targets_of(facts.ledger, facts.period.year + (part == "planned")).items():
        figure, asked = facts.figures.get(code), facts.figure(f"{code}_{part}")
        if figure is not None and asked is not None and (part == "planned" or can_tell(figure)):
            yield Aim(_name(figure, target), figure, asked)


def _name(figure: Figure, target: Target) -> str:
    """Return what a target is about in its own words, in the figure's where numbers stand in them."""
    given = target.indicator.strip().removesuffix("数")
    if given and not any(one.isdigit() for one in given):
        return given
    label = figure.definition.label.removeprefix("其中：").removesuffix("数")
    return label.partition("（")[0]


def _in_prose(figure: Figure) -> Span:
    return money(figure) if figure.definition.unit == "元" else exactly(figure)


def _goals(facts: Facts) -> Sentence | None:
    """Tell the numbers that the year ahead asks for, those still open when it is this one."""
    if not (facts.plans_next_year or facts.is_from_january):
        return None
    aims = _aims(facts, "planned" if facts.plans_next_year else "asked")
    told = [
        say(one.name, one.verb, _in_prose(one.asked))
        for one in aims
        if facts.plans_next_year or one.is_open
    ]
    if not told:
        return None
    if facts.plans_next_year:
        return (*say(f"{facts.ahead}的主要目标是："), *join(told, "，"), *say("。"))
    return (*say("还没有达到的年度目标有："), *join(told, "，"), *say("，力争年底前完成。"))


def _lead(facts: Facts) -> Sentence:
    return say(f"{facts.ahead}，重点做好以下工作：")


SECTION = Section(
    "plan",
    "下一步工作计划",
    "下一步工作计划",
    (
        Passage(
            "targets",
            "目标完成情况",
            (
                Clause("met", "上级任务完成几项", _met),
                Clause("one_by_one", "逐项完成情况", _one_by_one, DETAILED),
            ),
        ),
        Passage("goals", "主要目标", (Clause("goals", "主要目标数", _goals, SHORT),)),
        Passage(
            "points",
            "重点工作",
            tuple(Clause(one.code, one.label, one.write, one.level) for one in POINTS),
            is_numbered=True,
            between="；",
            end="。",
            lead=_lead,
        ),
    ),
    speaks_last=True,
)
