"""Practice: last year's summary, short, kept as a version and entered as handed in."""

from datetime import date

from models.figures.catalogue import Figures
from models.filing import file_paper
from models.periods import year_period
from models.practice.names import COUNTY, UNION
from models.records.reported import FiledPaper
from models.records.summary import SummaryPaper, SummaryPart
from models.store import Store
from models.summary.keys import SummaryKey
from models.summary.versions import Line, SaidFigure, Snapshot, codes_of, keep_version

YEAR = 2023
HANDED_IN = date(2024, 1, 8)
TITLE = f"{UNION}{YEAR}年工作总结"
LINES = (
    Line("title", TITLE),
    Line("heading", "一、基层组织建设和规范化建设取得实效", "organising"),
    Line(
        "paragraph",
        "全年新建基层工会{unions_new}，年末基层工会达到{unions_total}。"
        "预置的企业信息维护率{maint_rate}。",
        "organising",
        "founded",
    ),
    Line("heading", "二、工资集体协商扎实推进", "bargaining"),
    Line(
        "paragraph",
        "{cb_units_signed}企业签订工资专项集体合同，覆盖率{cb_rate}，受益职工{cb_workers}。",
        "bargaining",
        "results",
    ),
    Line("heading", "三、面对面服务职工工作扎实开展", "service"),
    Line("paragraph", "全年走访企业{visit_units}。", "service", "visits"),
)


def add(store: Store) -> None:
    """Add the summary of last year: its settings, its text and the paper that went up."""
    store.save(SummaryPaper(year=YEAR, length="1", signed_on=HANDED_IN))
    store.save(SummaryPart(year=YEAR, part="culture", is_off=True))
    period = year_period(YEAR)
    figures = Figures(store, period)
    codes = codes_of(LINES)
    said = tuple(
        SaidFigure(code, "", one.definition.label, one.text, one.exact)
        for code in codes
        for one in (figures[code],)
    )
    version = keep_version(store, SummaryKey(YEAR), Snapshot(LINES, said), "上报稿")
    paper = FiledPaper(
        title=TITLE,
        filed_on=HANDED_IN,
        recipient=f"{COUNTY}总工会",
        kind="1",
        first=period.first,
        last=period.last,
        as_of=period.as_of,
        version=version.id,
    )
    file_paper(store, paper, [figures[code] for code in codes], {})
