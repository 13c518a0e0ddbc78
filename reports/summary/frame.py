"""How a summary begins and ends."""

from models.periods import STATISTICS
from models.values.dates import say_day
from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import counted, exactly, of_which

# What each chapter is about, as the opening names it.
TOPICS = {
    "organising": "基层组织建设",
    "membership": "会员发展",
    "bargaining": "工资集体协商",
    "democracy": "企业民主管理",
    "innovation": "劳动竞赛和技术创新",
    "service": "服务职工",
    "hardship": "困难职工帮扶",
    "rights": "职工维权",
    "safety": "安全生产",
    "health": "职业健康",
    "culture": "职工文体",
    "venues": "职工阵地建设",
    "funds": "工会经费收缴",
    "mutual": "互助保障",
    "training": "教育培训",
}
MOST_IN_FOCUS, MOST_BESIDE = 3, 5


def _led_by(facts: Facts) -> Sentence:
    led = f"在{facts.place.leaders}的领导和{facts.town.parent_union}的指导下"
    start = f"{facts.period.words()}，{facts.town.union_name}{led}，"
    focus = _topics(facts)[:MOST_IN_FOCUS]
    if not focus:
        return say(f"{start}认真履行维护职工合法权益、竭诚服务职工群众的基本职责。")
    return say(f"{start}以{'、'.join(focus)}为重点，一项一项抓落实。")


def _topics(facts: Facts) -> list[str]:
    """Return what the chapters that speak are about, in their order."""
    return [TOPICS[code] for code in facts.speaking if code in TOPICS]


def _beside(facts: Facts) -> Sentence | None:
    others = _topics(facts)[MOST_IN_FOCUS:]
    if not others:
        return None
    more = "等" if len(others) > MOST_BESIDE else ""
    return say(f"同时，统筹做好{'、'.join(others[:MOST_BESIDE])}{more}工作。")


def _state(facts: Facts) -> Sentence | None:
    unions = facts.figure("unions_total")
    if unions is None:
        return None
    day = facts.period.as_of
    start = f"截至{say_day(day)}，{facts.place.whole}共有基层工会"
    members = facts.figure("members_in_unions")
    return (*say(start, unions), *(say("，会员", members) if members else ()), *say("。"))


def _workforce(facts: Facts) -> Sentence | None:
    companies, workers = facts.figure("units_companies"), facts.figure("workers")
    if companies is None or workers is None:
        return None
    named = (("workers_female", "女职工"), ("workers_migrant", "农民工"))
    return (
        *say("辖区现有企业", companies, "，各类单位职工", exactly(workers)),
        *of_which(facts, workers, named),
        *say("。"),
    )


def _officers(facts: Facts) -> Sentence | None:
    named = (
        ("officers_fulltime", "专职工会干部"),
        ("officers_parttime", "兼职工会干部"),
        ("officers_hired", "社会化工会工作者"),
    )
    found = counted(facts, named)
    return (*say("配备"), *found, *say("。")) if found else None


def _lead_in(facts: Facts) -> Sentence | None:
    return say(f"现将{_told_of(facts)}总结如下：") if facts.leads_over else None


def _told_of(facts: Facts) -> str:
    span = facts.period.span
    if span is None:
        return "这一时期的工作"
    if span == STATISTICS:
        return "本统计年度的工作"
    return f"{facts.span}工作" if span or facts.is_whole else "今年以来的工作"


def _outlook(facts: Facts) -> Sentence:
    start = "" if facts.speaking else f"{facts.ahead}，"
    return say(
        f"{start}{facts.town.union_name}将从职工最关心的事情做起，一件一件抓落实，"
        "为推动企业发展、促进劳动关系和谐作出贡献。"
    )


OPENING = Section(
    "opening",
    "开头",
    "",
    (
        Passage(
            "opening",
            "开头段",
            (
                Clause("led_by", "在谁领导下做了什么", _led_by, SHORT),
                Clause("beside", "其他工作", _beside, DETAILED),
                Clause("state", "工会和会员总数", _state, SHORT),
                Clause("workforce", "企业和职工人数", _workforce),
                Clause("officers", "工会干部人数", _officers, DETAILED),
            ),
        ),
        Passage(
            "lead_in",
            "引出下文",
            (Clause("lead_in", "现将…总结如下", _lead_in, SHORT),),
            is_tail=True,
        ),
    ),
)
CLOSING = Section(
    "closing",
    "结尾",
    "",
    (Passage("closing", "结尾段", (Clause("outlook", "展望", _outlook, SHORT),)),),
)
