"""The section on places for workers: homes, libraries, rest stops and what they did."""

from collections.abc import Callable

from models.records.venues import Venue
from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.parts import DETAILED, Clause, Passage, Section
from reports.summary.record_words import counted_by, enumerated

KINDS = (
    ("venues_home", "职工之家"),
    ("venues_library", "职工书屋"),
    ("venues_station", "工会驿站"),
)
MOST_NAMES = 3


def _venues(facts: Facts) -> Sentence | None:
    whole = facts.figure("venues")
    if whole is None:
        return None
    parts = [(one, name) for code, name in KINDS if (one := facts.figure(code))]
    start = say(f"{facts.until}，{facts.place.whole}建有职工阵地", whole)
    if len(parts) == 1 and parts[0][0].value == whole.value:
        return (*start, *say(f"，均为{parts[0][1]}。"))
    named = [say(name, one) for one, name in parts]
    return (*start, *(say("，其中") if named else ()), *join(named, "、"), *say("。"))


def _of_the_year(write: Callable[[Facts], Sentence | None]) -> Callable[[Facts], Sentence | None]:
    """Return a clause about what venues report once a year, silent in papers about less."""
    return lambda facts: write(facts) if facts.period.span == "" else None


def _served(facts: Facts) -> Sentence | None:
    served, spent = facts.figure("venue_served"), facts.figure("venue_spent")
    parts = []
    if served:
        parts.append(say("服务职工", served))
    if spent:
        parts.append(say("投入建设和管理经费", money(spent)))
    return (*say(facts.span), *join(parts, "，"), *say("。")) if parts else None


def _opened(facts: Facts) -> Sentence | None:
    names = enumerated((one.name for one in _new(facts)), MOST_NAMES)
    return say(f"{facts.span}新建成启用{names}。") if names else None


def _new(facts: Facts) -> list[Venue]:
    return [one for one in counted_by(facts, "venues", Venue) if facts.period.holds(one.opened_on)]


SECTION = Section(
    "venues",
    "职工阵地",
    "职工阵地建设稳步推进",
    (
        Passage(
            "venues",
            "阵地建设和使用",
            (
                Clause("venues", "阵地总数", _venues),
                Clause("opened", "新建阵地", _opened, DETAILED),
                Clause("served", "服务人次和投入", _of_the_year(_served)),
            ),
        ),
    ),
)
