"""The tab of service."""

from collections import Counter
from collections.abc import Sequence

from models.figures.service import talk_counts
from models.records.appeals import Appeal
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.venues import Venue, VenueYear
from models.rules.service import due_day, is_open
from models.values.dates import show_day
from models.values.numbers import percent, say_percent
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec


def visit_columns(office: Office) -> Sequence[Column]:
    """Return with how many workers a visit talked, and how many issues came of it."""
    store = office.store
    talks = store.all(VisitTalk)
    counts = talk_counts(store.all(Visit), talks)
    listed_in = {one.visit for one in talks}
    visit_of = {one.id: one.visit for one in talks}
    problems = Counter(one.visit or visit_of.get(one.talk) for one in store.all(Appeal))

    def talk_cell(visit: Visit) -> CellText:
        count = counts.get(visit.id, 0)
        if not count:
            return CellText(NOTHING, "muted")
        return CellText(f"{count} 名单" if visit.id in listed_in else str(count), order=count)

    def problem_cell(visit: Visit) -> CellText:
        count = problems[visit.id]
        return CellText(str(count), order=count) if count else CellText(NOTHING, "muted")

    return (
        Column("谈话职工", talk_cell, align="right", width=5),
        Column("问题数", problem_cell, align="right", width=4),
    )


def appeal_columns(office: Office) -> Sequence[Column]:
    """Return the last day of an issue, with a red card once it has passed."""
    store, day = office.store, office.day

    def due_cell(appeal: Appeal) -> CellText:
        due = due_day(appeal, store)
        if due is None:
            return CellText(NOTHING, "muted")
        if not is_open(appeal, day):
            return CellText("已办结", "muted", order=due)
        if due < day:
            return CellText(f"红牌 超{(day - due).days}天", "error", order=due)
        return CellText(show_day(due), order=due)

    return (Column("期限", due_cell, width=7),)


def survey_columns(_office: Office) -> Sequence[Column]:
    """Return which share of a questionnaire's sheets came back, and which of these is valid."""

    def cell(part: int | None, whole: int | None) -> CellText:
        if part is None or not whole:
            return CellText(NOTHING, "muted")
        rate = percent(part, whole)
        return CellText(say_percent(rate), order=rate)

    return (
        Column("回收率", lambda one: cell(one.returned, one.issued), align="right", width=4),
        Column("有效率", lambda one: cell(one.valid, one.returned), align="right", width=4),
    )


AREA = Area(
    "service",
    "服务职工",
    "service",
    lists=(
        listed("服务活动", PageSpec(ServiceCampaign, can_import=True)),
        listed(
            "走访",
            PageSpec(
                Visit,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("talk_count", "leader_rank"),
                more_columns=visit_columns,
            ),
        ),
        listed(
            "面谈对象",
            PageSpec(
                VisitTalk,
                advice="只知道人数的填在走访里就行；知道是谁的，一人一条登记在这里，人数以名单为准。",
                can_import=True,
            ),
        ),
        listed(
            "职工诉求",
            PageSpec(
                Appeal,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("assigned_to",),
                more_columns=appeal_columns,
            ),
        ),
        listed(
            "问卷",
            PageSpec(
                Questionnaire,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("target",),
                more_columns=survey_columns,
            ),
        ),
        listed("职工阵地", PageSpec(Venue, advice=IMPORT_LIST, can_import=True)),
        listed(
            "阵地年度情况",
            PageSpec(VenueYear, advice="每个阵地每年一条：服务人次、活动和投入。", can_import=True),
        ),
    ),
)
