"""The tab of democratic management and of economic and technical innovation."""

from collections import Counter
from collections.abc import Sequence

from models.records.congresses import Congress, Proposal
from models.records.contests import Contest, ContestResult
from models.records.democracy import DemocracyYear, Disclosure, Harmony
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec


def democracy_columns(office: Office) -> Sequence[Column]:
    """Return how many matters a unit disclosed in the year of a row."""
    counts: Counter[tuple[object, int]] = Counter()
    for one in office.store.all(Disclosure):
        if one.started_on is not None:
            counts[one.unit or one.unit_name, one.started_on.year] += 1

    def disclosed_cell(data: DemocracyYear) -> CellText:
        count = counts[data.unit or data.unit_name, data.year or 0]
        if count:
            return CellText(str(count), order=count)
        return CellText("还没有" if data.has_disclosure else NOTHING, "muted")

    return (Column("公开事项", disclosed_cell, align="right", width=5),)


def proposal_columns(office: Office) -> Sequence[Column]:
    """Return the last day of a filed proposal, in red once it has passed."""
    day = office.day

    def due_cell(proposal: Proposal) -> CellText:
        due = proposal.due_on
        if due is None or proposal.done_on is not None:
            return CellText(NOTHING, "muted")
        if due.last() < day:
            return CellText(f"超{(day - due.last()).days}天", "error", order=due.last())
        return CellText(due.iso, order=due.last())

    return (Column("期限", due_cell, width=6),)


def contest_columns(office: Office) -> Sequence[Column]:
    """Return how many took part: those with a result where there are any, else the count given."""
    listed_in = Counter(one.contest for one in office.store.all(ContestResult))

    def people_cell(contest: Contest) -> CellText:
        count = listed_in[contest.id]
        if count:
            return CellText(f"{count} 成绩册", order=count)
        if contest.headcount is None:
            return CellText(NOTHING, "muted")
        return CellText(str(contest.headcount), order=contest.headcount)

    return (Column("参赛人次", people_cell, align="right", width=6),)


AREA = Area(
    "democracy",
    "民主与创新",
    "innovation",
    lists=(
        listed(
            "民主管理",
            PageSpec(
                DemocracyYear,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("has_column", "disclosure_leader"),
                more_columns=democracy_columns,
            ),
        ),
        listed(
            "公开事项",
            PageSpec(Disclosure, advice=IMPORT_LIST, can_import=True, leave_out=("item",)),
        ),
        listed(
            "职代会",
            PageSpec(
                Congress,
                advice="登记一次职代会，再在下方“相关”里登记表决和提案；有现成的 Excel 也可以导入。",
                can_import=True,
                leave_out=("is_secret",),
            ),
        ),
        listed(
            "提案",
            PageSpec(
                Proposal,
                advice="先登记职代会，再登记提案；有现成的 Excel 也可以导入。",
                can_import=True,
                leave_out=("due_on",),
                more_columns=proposal_columns,
            ),
        ),
        listed(
            "和谐企业",
            PageSpec(Harmony, advice=IMPORT_LIST, can_import=True, leave_out=("self_score",)),
        ),
        listed(
            "竞赛比武",
            PageSpec(
                Contest,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("level", "headcount"),
                more_columns=contest_columns,
            ),
        ),
        listed(
            "竞赛成绩",
            PageSpec(
                ContestResult,
                advice="先登记竞赛，再登记成绩；总分和名次自动算出。有现成的成绩册也可以导入。",
                can_import=True,
                leave_out=("theory", "practice"),
            ),
        ),
        listed(
            "合理化建议",
            PageSpec(
                Suggestion,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("person_name", "benefit"),
            ),
        ),
        listed(
            "专利",
            PageSpec(
                Patent, advice=IMPORT_LIST, can_import=True, leave_out=("apply_no", "granted_on")
            ),
        ),
        listed(
            "技改革新",
            PageSpec(
                TechItem, advice=IMPORT_LIST, can_import=True, leave_out=("invested", "benefit")
            ),
        ),
        listed("劳模先进", PageSpec(ModelPerson, advice=IMPORT_LIST, can_import=True)),
    ),
)
