"""Figures about meeting workers: who was talked to, what went on at venues, who came to households."""

from models.figures.defining import flow, stock
from models.figures.figure import Count, Definition, Ledger, number_of
from models.figures.hardship import active_pairings
from models.figures.service import venue_years, venues, visits
from models.records.service import VisitTalk


def talked_people(ledger: Ledger) -> Count:
    """Return the different workers on the lists of the period's visits."""
    ids = {one.id for one in visits(ledger)}
    found: dict[object, VisitTalk] = {}
    for one in ledger.all(VisitTalk):
        if one.visit in ids:
            key = one.person or (one.person_name, ledger.unit_of(one))
            found.setdefault(key, one)
    return number_of(list(found.values()))


def new_venues(ledger: Ledger) -> Count:
    """Return the venues that were opened in the period and are in use."""
    return number_of([one for one in venues(ledger) if ledger.period.holds(one.opened_on)])


def venue_activities(ledger: Ledger) -> Count:
    """Return how many activities the year's rows of venues tell."""
    found = [one for one in venue_years(ledger) if one.activity_count]
    return Count(sum(one.activity_count or 0 for one in found), tuple(found))


def visits_to_households(ledger: Ledger) -> Count:
    """Return how often helpers went to see the households that they stand by."""
    found = [one for one in active_pairings(ledger) if one.visits]
    return Count(sum(one.visits or 0 for one in found), tuple(found))


DEFINITIONS: tuple[Definition, ...] = (
    flow(
        "visit_people",
        "面谈职工（登记姓名的）",
        "人",
        talked_people,
        basis="本期走访登记的面谈对象，同一个人谈几次计一人",
    ),
    flow(
        "venues_new",
        "新建职工阵地",
        "个",
        new_venues,
        basis="截止日在用的职工阵地中建成时间在本期内的",
    ),
    flow(
        "venue_activities",
        "阵地开展活动",
        "次",
        venue_activities,
        basis="本年度阵地年度情况的开展活动次数相加",
    ),
    stock(
        "hard_visits",
        "结对帮扶走访",
        "户次",
        visits_to_households,
        basis="截止日结对有效并且档案在档的结对帮扶，走访次数相加",
    ),
)
