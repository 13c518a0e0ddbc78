"""Practice papers that left the house: last year's statistics, some of which changed since."""

from datetime import date

from models.figures.catalogue import Figures
from models.filing import file_paper
from models.periods import year_period
from models.practice.names import COUNTY, TOWN
from models.records.reported import FiledPaper
from models.store import Store

REPORTED = (
    "unions_total",
    "unions_new",
    "members_active",
    "cb_units_signed",
    "cb_rate",
    "cb_workers",
    "maint_rate",
    "visit_units",
    "fund_tax_rate",
)


def add(store: Store) -> None:
    """Add the paper on last year's work, frozen as the records say it now."""
    period = year_period(2023)
    figures = Figures(store, period)
    paper = FiledPaper(
        title=f"{TOWN}总工会2023年工作总结",
        filed_on=date(2024, 1, 8),
        recipient=f"{COUNTY}总工会",
        kind="1",
        first=period.first,
        last=period.last,
        as_of=period.as_of,
    )
    file_paper(store, paper, [figures[code] for code in REPORTED], {})
