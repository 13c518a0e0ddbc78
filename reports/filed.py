"""A paper that left the house, held against the records: the list that answers a question."""

from models.errors import Problem
from models.figures.catalogue import Figures
from models.filing import Difference, difference, exact_of, period_of_paper
from models.records.reported import FiledFigure, FiledPaper
from models.store import Store
from models.values.dates import say_day
from reports.blocks import Column, Document
from reports.request import Parameter, Request
from reports.rosters.sheet import Roster

PAPER = Parameter(key="paper", label="材料", help="材料的编号；不填为最近登记的一份")
SIGNATURES = ("核对人", "审核人", "负责人")
COLUMNS = (
    Column("label", "指标", 11),
    Column("shown", "上报写法", 6, "center"),
    Column("filed", "上报数", 6, "right"),
    Column("now", "台账数", 6, "right"),
    Column("words", "不同之处", 13),
    Column("basis", "口径", 20),
)


def filed_check(store: Store, request: Request) -> Document:
    """Return every figure of a filed paper with what the records say of it today."""
    paper = _paper_of(store, request)
    figures = Figures(store, period_of_paper(paper))
    filed = store.find(FiledFigure, paper=paper.id)
    found = [(one, difference(one, figures.get(one.figure))) for one in filed]
    differing = sum(one is not None for _, one in found)
    day = say_day(paper.filed_on) if paper.filed_on else ""
    roster = Roster(
        title=f"《{paper.title}》数字核对表",
        author=store.town().union_name,
        columns=COLUMNS,
        rows=[_row(one, other, figures) for one, other in found],
        totals={"label": f"{len(filed)}项", "words": f"{differing}项不同"},
        left=f"{day}报{paper.recipient}",
        right=f"数据截止{say_day(paper.as_of)}" if paper.as_of else "",
        signatures=SIGNATURES,
    )
    return roster.document()


def _row(filed: FiledFigure, found: Difference | None, figures: Figures) -> dict[str, str]:
    figure = figures.get(filed.figure)
    return {
        "label": filed.label,
        "shown": filed.shown,
        "filed": exact_of(filed),
        "now": figure.exact if figure else "",
        "words": found.words if found else "一致",
        "basis": filed.basis,
    }


def _paper_of(store: Store, request: Request) -> FiledPaper:
    """Return the paper that was asked for by its number, else the latest."""
    wanted = request.values.get(PAPER.key, "")
    papers = store.all(FiledPaper)
    if wanted:
        papers = [one for one in papers if str(one.id) == wanted]
    if papers:
        return papers[-1]
    if wanted:
        raise Problem(f"没有编号为“{wanted}”的已上报材料", "请到“年度总结 → 已上报”里核对。")
    return FiledPaper(
        title=f"{request.period.words()}材料",
        first=request.period.first,
        last=request.period.last,
        as_of=request.period.as_of,
    )
