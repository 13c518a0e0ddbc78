"""The section on households in hardship: their files, the aid given, visits with gifts."""

from collections.abc import Sequence

from models import codes
from models.records.activities import Event, EventMoney
from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.met import task_met
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import counted, gained
from reports.summary.record_words import counted_by, enumerated, has_number, running

MAIN_KINDS = (
    ("warmth", "元旦春节送温暖"),
    ("medical", "医疗救助"),
    ("illness", "大病救助"),
    ("study", "金秋助学"),
)
FURTHER_KINDS = (
    ("living", "日常生活救助"),
    ("emergency", "临时救助"),
    ("model", "劳模慰问"),
    ("cooling", "防暑降温"),
    ("goods", "发放物资"),
)
WARMTH, COOLING = "events_warmth", "events_cooling"
MOST_GOODS, MOST_SOURCES = 3, 4


def _on_file(facts: Facts) -> Sentence | None:
    files, people = facts.figure("hard_on_file"), facts.figure("hard_people")
    if files is None:
        return None
    at_home = say("、家庭人口", people) if people else ()
    start = say(f"{facts.until}，{facts.place.whole}在档困难职工", files)
    return (*start, *at_home, *say("。"))


def _changes(facts: Facts) -> Sentence | None:
    told = (("hard_new", "新建档"), ("hard_relieved", "脱困"), ("hard_closed", "销档"))
    parts = [say(words, one) for code, words in told if (one := facts.figure(code))]
    return (*say(facts.span), *join(parts, "、"), *say("。")) if parts else None


def _reviews(facts: Facts) -> Sentence | None:
    reviewed = facts.figure("hard_reviews")
    if reviewed is None:
        return None
    return say("对困难职工档案实行动态管理，复核困难职工家庭", reviewed, "。")


def _paired(facts: Facts) -> Sentence | None:
    paired, helpers = facts.figure("hard_paired"), facts.figure("hard_helpers")
    if paired is None:
        return None
    files = facts.figure("hard_on_file")
    reach = "，在档困难职工全部有人结对" if files and paired.value == files.value else ""
    start = say("落实帮扶责任人", helpers, "，") if helpers else ()
    return (*start, *say("结对帮扶困难职工", paired, f"{reach}。"))


def _pairing_task(facts: Facts) -> Sentence | None:
    return task_met(facts, "hard_paired", "结对帮扶")


def _aid(facts: Facts) -> Sentence | None:
    amount, times = gained(facts, "aid_amount"), facts.figure("aid_times")
    people = facts.figure("aid_people")
    if amount is None:
        return None
    start = say(f"{facts.span}发放帮扶款物", money(amount))
    reached = [one for one in (people, times) if one]
    if len(reached) > 1 and reached[0].value == reached[1].value:
        reached = reached[:1]
    helped = join([say(one) for one in reached], "、")
    return (*start, *say("，救助" if helped else ""), *helped, *say("。"))


def _main_kinds(facts: Facts) -> Sentence | None:
    parts = _told(facts, MAIN_KINDS)
    if not parts:
        return None
    is_all = not _told(facts, FURTHER_KINDS)
    return (*say("" if is_all else "其中，"), *join(parts, "；"), *say("。"))


def _further_kinds(facts: Facts) -> Sentence | None:
    named = [(f"aid_{kind}_times", words) for kind, words in FURTHER_KINDS]
    told = counted(facts, named)
    return (*say("此外，" if _told(facts, MAIN_KINDS) else ""), *told, *say("。")) if told else None


def _told(facts: Facts, kinds: Sequence[tuple[str, str]]) -> list[Sentence]:
    found = []
    for kind, words in kinds:
        times, amount = facts.figure(f"aid_{kind}_times"), gained(facts, f"aid_{kind}_amount")
        if times and amount:
            found.append(say(words, times, "、", money(amount)))
        elif amount:
            found.append(say(words, money(amount)))
    return found


def _students(facts: Facts) -> Sentence | None:
    """Say how many students were helped, where that is not told by how often aid was given."""
    students, times = facts.figure("aid_students"), facts.figure("aid_study_times")
    if students is None or (times and times.value == students.value):
        return None
    return say("金秋助学共资助困难职工家庭学生", students, "。")


def _sources(facts: Facts) -> Sentence | None:
    """Tell the largest sources, in the order of the table."""
    found = [
        (line.name, amount)
        for line in codes.table("aid_fund").lines
        if (amount := gained(facts, f"aid_from_{line.extra['figure']}"))
    ]
    largest = sorted((amount.value or 0 for _, amount in found), reverse=True)[:MOST_SOURCES]
    if len(found) == 1:
        return say(f"帮扶资金来自{found[0][0]}。")
    told = [say(name, money(amount)) for name, amount in found if amount.value in largest]
    return (*say("帮扶资金中，"), *join(told, "、"), *say("。")) if told else None


def _warmth(facts: Facts) -> Sentence | None:
    """Say who was visited; money is told once, by what was signed for where there is any."""
    households, people = (
        facts.figure("events_warmth_households"),
        facts.figure("events_warmth_people"),
    )
    reached = households or people
    if reached is None:
        return None
    amount = (
        gained(facts, "events_warmth_money") if not gained(facts, "aid_warmth_amount") else None
    )
    spent = say("，慰问款物", money(amount)) if amount else ()
    start = say("开展送温暖活动，走访慰问", reached)
    return (*start, *spent, *_with_goods(facts, WARMTH), *say("。"))


def _cooling(facts: Facts) -> Sentence | None:
    people, amount = facts.figure("events_cooling_people"), gained(facts, "events_cooling_money")
    if people is None:
        return None
    spent = say("，慰问款物", money(amount)) if amount else ()
    start = say("开展送清凉活动，慰问一线职工", people)
    return (*start, *spent, *_with_goods(facts, COOLING), *say("。"))


def _with_goods(facts: Facts, kind: str) -> Sentence:
    """Return what was handed over, left out where the record tells quantities."""
    told = (running(one.goods) for one in counted_by(facts, kind, Event))
    goods = enumerated((one for one in told if not has_number(one)), MOST_GOODS)
    return say(f"，送去{goods}等慰问品") if goods else ()


def _cooling_paid(facts: Facts) -> Sentence | None:
    events = {one.id for one in counted_by(facts, COOLING, Event)}
    paid = {
        one.source for one in facts.ledger.all(EventMoney) if one.event in events and one.amount
    }
    names = [line.name for line in codes.table("money_source").lines if line.code in paid]
    return say(f"送清凉资金来自{'、'.join(names)}。") if names else None


def _study(facts: Facts) -> Sentence | None:
    people, amount = facts.figure("events_study_people"), gained(facts, "events_study_money")
    if people is None or gained(facts, "aid_study_amount"):
        return None
    spent = say("，资助款物", money(amount)) if amount else ()
    return (*say("开展金秋助学活动，资助", people), *spent, *say("。"))


def _condolence(facts: Facts) -> Sentence | None:
    people, amount = facts.figure("condolence_people"), gained(facts, "condolence_money")
    if people is None or _is_told_by_one_kind(facts):
        return None
    spent = say("，慰问款物", money(amount)) if amount else ()
    start = say(f"{facts.span}各类慰问活动共慰问职工", people)
    return (*start, *spent, *say("。"))


def _is_told_by_one_kind(facts: Facts) -> bool:
    """Whether visits of one kind already tell the same number, in full or in round words."""
    whole = facts.figures["condolence_people"].text
    kinds = ("warmth", "cooling", "study")
    return any(facts.figures[f"events_{one}_people"].text == whole for one in kinds)


SECTION = Section(
    "hardship",
    "困难帮扶",
    "困难职工帮扶救助落到实处",
    (
        Passage(
            "files",
            "档案和结对",
            (
                Clause("on_file", "在档户数", _on_file, SHORT),
                Clause("changes", "建档、脱困和销档", _changes, DETAILED),
                Clause("reviews", "复核", _reviews, DETAILED),
                Clause("paired", "结对帮扶", _paired),
                Clause("pairing_task", "结对任务", _pairing_task, DETAILED),
            ),
        ),
        Passage(
            "aid",
            "发放帮扶款物",
            (
                Clause("total", "款物总数", _aid, SHORT),
                Clause("main_kinds", "送温暖、医疗、助学", _main_kinds),
                Clause("further_kinds", "其他帮扶", _further_kinds, DETAILED),
                Clause("students", "助学学生", _students, DETAILED),
                Clause("sources", "资金来源", _sources, DETAILED),
            ),
        ),
        Passage(
            "visits",
            "走访慰问",
            (
                Clause("warmth", "送温暖活动", _warmth),
                Clause("cooling", "送清凉活动", _cooling),
                Clause("cooling_paid", "送清凉资金来源", _cooling_paid, DETAILED),
                Clause("study", "助学活动", _study),
                Clause("condolence", "各类慰问合计", _condolence, DETAILED),
            ),
        ),
    ),
)
