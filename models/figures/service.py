"""Figures about service to workers: visits, questionnaires, issues raised and venues."""

from collections.abc import Callable, Iterable

from models import codes
from models.asking.sums import Listed, Summed
from models.figures import tallies
from models.figures.figure import Count, Definition, Ledger, money_of, number_of, share
from models.records.appeals import DISSATISFIED, Appeal
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.venues import Venue, VenueYear
from models.rules.service import is_overdue

HOME, LIBRARY, STATION = "1", "2", "3"
LEADERS = frozenset({"2", "3", "4", "5"})


def campaigns(ledger: Ledger) -> list[ServiceCampaign]:
    """Return the drives that ran at some time of the period."""
    period = ledger.period
    return [
        one
        for one in ledger.all(ServiceCampaign)
        if one.started_on
        and one.started_on <= min(period.last, period.as_of)
        and (one.ended_on is None or one.ended_on >= period.first)
    ]


def visits(ledger: Ledger) -> list[Visit]:
    """Return the visits of the period."""
    return ledger.during(Visit, "visited_on")


def visited_units(ledger: Ledger) -> Count:
    """Return how many units were visited, with all their visits."""
    found = visits(ledger)
    return Count(len({ledger.unit_of(one) for one in found}), tuple(found))


def talk_counts(visits: Iterable[Visit], talks: Iterable[VisitTalk]) -> dict[int | None, int]:
    """Return with how many workers each visit talked: those listed, else the count reported."""
    listed: dict[int | None, int] = {}
    for talk in talks:
        listed[talk.visit] = listed.get(talk.visit, 0) + 1
    return {one.id: listed.get(one.id) or one.talk_count or 0 for one in visits}


def talked(ledger: Ledger) -> Count:
    """Return with how many workers the visitors talked."""
    found = visits(ledger)
    counts = talk_counts(found, ledger.all(VisitTalk))
    return Count(sum(counts.values()), tuple(one for one in found if counts[one.id]))


def led_visits(ledger: Ledger) -> Count:
    """Return the visits led by somebody from outside the federation's own office."""
    return number_of([one for one in visits(ledger) if one.leader_rank in LEADERS])


def surveys(ledger: Ledger) -> list[Questionnaire]:
    """Return the questionnaires of the period."""
    return ledger.during(Questionnaire, "surveyed_on")


def _sheets(name: str) -> Callable[[Ledger], Count]:
    def counted(ledger: Ledger) -> Count:
        found = [one for one in surveys(ledger) if getattr(one, name) is not None]
        return Count(sum(getattr(one, name) for one in found), tuple(found))

    return counted


def _sheet_rate(part: str, whole: str) -> Callable[[Ledger], Count]:
    """Return the share of sheets, of the questionnaires that tell both numbers."""

    def rate(ledger: Ledger) -> Count:
        found = [
            one
            for one in surveys(ledger)
            if getattr(one, part) is not None and getattr(one, whole) is not None
        ]
        parts = sum(getattr(one, part) for one in found)
        return share(parts, sum(getattr(one, whole) for one in found), found)

    return rate


def appeals(ledger: Ledger) -> list[Appeal]:
    """Return the issues registered in the period."""
    return ledger.during(Appeal, "received_on")


def is_solved(appeal: Appeal, ledger: Ledger) -> bool:
    """Whether an issue was solved by the day of counting, to the satisfaction of who raised it."""
    day = appeal.solved_on or appeal.closed_on
    return (
        appeal.result in codes.table("appeal_result").codes_where("is_solved")
        and appeal.satisfaction != DISSATISFIED
        and (day is None or day <= ledger.period.as_of)
    )


def solved(ledger: Ledger) -> list[Appeal]:
    """Return the issues of the period that are solved."""
    return [one for one in appeals(ledger) if is_solved(one, ledger)]


def solved_rate(ledger: Ledger) -> Count:
    """Return the solved share of the issues registered."""
    found = solved(ledger)
    kept = {one.id for one in found}
    others = [one for one in appeals(ledger) if one.id not in kept]
    return share(len(found), len(found) + len(others), found, others)


def satisfied_rate(ledger: Ledger) -> Count:
    """Return the share of those content among those who said how content they are."""
    said = [one for one in appeals(ledger) if one.satisfaction]
    content = [one for one in said if one.satisfaction != DISSATISFIED]
    others = [one for one in said if one.satisfaction == DISSATISFIED]
    return share(len(content), len(said), content, others)


def overdue(ledger: Ledger) -> Count:
    """Return the issues, of any year, that are past their last day and still open."""
    day = ledger.period.as_of
    found = [one for one in ledger.all(Appeal) if one.received_on and one.received_on <= day]
    return number_of([one for one in found if is_overdue(one, ledger.store, day)])


def petitions(ledger: Ledger) -> Count:
    """Return the issues that came in by visitors, by telephone, through the net or from above."""
    sources = codes.table("appeal_source").codes_where("is_petition")
    return number_of([one for one in appeals(ledger) if one.source in sources])


def people_concerned(ledger: Ledger) -> Count:
    """Return how many workers the issues of the period concern; an issue concerns one at least."""
    found = appeals(ledger)
    return Count(sum(one.headcount or 1 for one in found), tuple(found))


def venues(ledger: Ledger, *kinds: str) -> list[Venue]:
    """Return the venues in use on the day of counting, of some kinds or of all."""
    period = ledger.period
    return [
        one
        for one in ledger.all(Venue)
        if one.about.is_alive(one, period.as_of)
        and (one.opened_on is None or period.has_reached(one.opened_on))
        and (not kinds or one.kind in kinds)
    ]


def _venues_of(*kinds: str) -> Callable[[Ledger], Count]:
    return lambda ledger: number_of(venues(ledger, *kinds))


def venue_years(ledger: Ledger) -> list[VenueYear]:
    """Return what venues did in the year in which the period ends."""
    return [one for one in ledger.all(VenueYear) if one.year == ledger.period.year]


def served(ledger: Ledger) -> Count:
    """Return how many times workers were served at venues."""
    found = [one for one in venue_years(ledger) if one.served_count]
    return Count(sum(one.served_count or 0 for one in found), tuple(found))


def spent(ledger: Ledger) -> Count:
    """Return what was spent on venues, in yuan."""
    return money_of([one for one in venue_years(ledger) if one.spent], "spent")


VISITS = (
    Definition(
        code="svc_campaigns",
        label="开展服务职工活动",
        unit="项",
        kind="flow",
        basis="本期内在进行的服务活动",
        count=lambda ledger: number_of(campaigns(ledger)),
    ),
    Definition(
        code="visit_units",
        label="走访企业",
        unit="家",
        kind="flow",
        basis="走访日期在本期内的走访记录，同一家单位只算一次",
        count=visited_units,
        tally=tallies.units(Visit, "visited_on"),
        is_approximate=True,
    ),
    Definition(
        code="visit_times",
        label="走访",
        unit="家次",
        kind="flow",
        basis="走访日期在本期内的走访记录，一条算一家次",
        count=lambda ledger: number_of(visits(ledger)),
        tally=tallies.times(Visit, "visited_on"),
        is_approximate=True,
    ),
    Definition(
        code="visit_talk",
        label="谈话职工",
        unit="人次",
        kind="flow",
        basis="本期走访的谈话职工人数相加；登记了面谈对象的走访，按名单人数",
        count=talked,
        tally=tallies.total(
            Visit, "visited_on", Summed(name="talk_count", listed=Listed(VisitTalk, "visit"))
        ),
        is_approximate=True,
    ),
    Definition(
        code="visit_led",
        label="领导带队走访",
        unit="家次",
        kind="flow",
        basis="本期走访中，带队级别为镇领导或县、市、省总工会的",
        count=led_visits,
        tally=tallies.times(Visit, "visited_on", {"leader_rank": LEADERS}),
    ),
)
SURVEYS = (
    Definition(
        code="surveys",
        label="开展问卷调查",
        unit="次",
        kind="flow",
        basis="调查日期在本期内的问卷调查",
        count=lambda ledger: number_of(surveys(ledger)),
    ),
    Definition(
        code="survey_issued",
        label="发放问卷",
        unit="份",
        kind="flow",
        basis="本期问卷调查的发放份数相加",
        count=_sheets("issued"),
        is_approximate=True,
    ),
    Definition(
        code="survey_returned",
        label="回收问卷",
        unit="份",
        kind="flow",
        basis="本期问卷调查的回收份数相加",
        count=_sheets("returned"),
        is_approximate=True,
    ),
    Definition(
        code="survey_return_rate",
        label="问卷回收率",
        unit="%",
        kind="rate",
        basis="回收份数 ÷ 发放份数，两个数都填了的问卷",
        count=_sheet_rate("returned", "issued"),
    ),
    Definition(
        code="survey_valid_rate",
        label="问卷有效率",
        unit="%",
        kind="rate",
        basis="有效份数 ÷ 回收份数，两个数都填了的问卷",
        count=_sheet_rate("valid", "returned"),
    ),
)
APPEALS = (
    Definition(
        code="issues",
        label="登记诉求问题",
        unit="件",
        kind="flow",
        basis="登记日期在本期内的职工诉求",
        count=lambda ledger: number_of(appeals(ledger)),
    ),
    Definition(
        code="issues_solved",
        label="已解决诉求问题",
        unit="件",
        kind="flow",
        basis="本期登记的职工诉求中，结果为“已解决”的；反映人不满意的不算，截止日之后才办结的不算",
        count=lambda ledger: number_of(solved(ledger)),
    ),
    Definition(
        code="issues_rate",
        label="诉求问题解决率",
        unit="%",
        kind="rate",
        basis="已解决诉求问题 ÷ 登记诉求问题",
        count=solved_rate,
    ),
    Definition(
        code="issues_satisfied_rate",
        label="诉求办理满意率",
        unit="%",
        kind="rate",
        basis="本期登记的职工诉求中，满意和基本满意的 ÷ 填了满意度的",
        count=satisfied_rate,
    ),
    Definition(
        code="issues_people",
        label="诉求涉及职工",
        unit="人次",
        kind="flow",
        basis="本期登记的职工诉求的涉及人数相加，没有填人数的算1人",
        count=people_concerned,
        is_approximate=True,
    ),
    Definition(
        code="issues_petitions",
        label="来信来访诉求",
        unit="件",
        kind="flow",
        basis="本期登记的职工诉求中，来源为来访、来电、上级交办或网络的",
        count=petitions,
    ),
    Definition(
        code="issues_overdue",
        label="超期未办结诉求",
        unit="件",
        kind="stock",
        basis="截止日时过了办理期限还没有办结的职工诉求；没有填期限的，按紧急程度和本地规定算",
        count=overdue,
    ),
)
VENUES = (
    Definition(
        code="venues",
        label="职工阵地",
        unit="个",
        kind="stock",
        basis="截止日在用的职工阵地",
        count=_venues_of(),
    ),
    Definition(
        code="venues_home",
        label="职工之家",
        unit="个",
        kind="stock",
        basis="截止日在用、类型为职工之家的阵地",
        count=_venues_of(HOME),
    ),
    Definition(
        code="venues_library",
        label="职工书屋",
        unit="个",
        kind="stock",
        basis="截止日在用、类型为职工书屋的阵地",
        count=_venues_of(LIBRARY),
    ),
    Definition(
        code="venues_station",
        label="工会驿站",
        unit="个",
        kind="stock",
        basis="截止日在用、类型为工会驿站的阵地",
        count=_venues_of(STATION),
    ),
    Definition(
        code="venue_served",
        label="阵地服务职工",
        unit="人次",
        kind="flow",
        basis="本年度阵地年度情况的服务人次相加",
        count=served,
        is_approximate=True,
    ),
    Definition(
        code="venue_spent",
        label="阵地建设投入",
        unit="元",
        kind="flow",
        basis="本年度阵地年度情况的投入经费相加",
        count=spent,
    ),
)
DEFINITIONS: tuple[Definition, ...] = (*VISITS, *SURVEYS, *APPEALS, *VENUES)
