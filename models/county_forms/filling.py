"""What goes where in a form for one period, and for one record when the form is about one."""

from collections.abc import Callable
from dataclasses import dataclass

from models.county_forms.book import FormBook
from models.county_forms.finding import Found
from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.county_forms.values import CellValue
from models.county_forms.wants import Way
from models.figures.figure import Figure
from models.periods import Period
from models.records.base import Record
from models.records.county_forms import CountyForm, CountyFormCell
from models.records.reported import FiledPaper
from models.store import Store

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapped place with what goes there; a column has one value for each row.

    A value that may not be written has a `trouble` for the clerk: the cell holds a formula, the
    figure is no longer counted, the place was not found.
    """

    mapped: CountyFormCell
    source: Source
    place: Place | None
    way: Way
    values: tuple[CellValue, ...]
    rows: int = 1
    trouble: str = ""

    @property
    def value(self) -> CellValue:
        """The only value, or the first of a column."""
        return self.values[0] if self.values else CellValue(None, "")


@dataclass(frozen=True, slots=True)
class FillPlan:
    """Everything that filling writes, what it leaves blank, and what the clerk should know."""

    form: CountyForm
    book: FormBook
    blank: bytes
    period: Period
    entries: tuple[Entry, ...]
    found: tuple[Found, ...]
    figures: tuple[Figure, ...]
    record: Record | None = None
    unmapped: tuple[Place, ...] = ()

    @property
    def troubles(self) -> tuple[Entry, ...]:
        """The entries that are not written, each with its reason."""
        return tuple(one for one in self.entries if one.trouble)


def period_for(store: Store, form: CountyForm, year: int) -> Period:
    """Return the days that a form is about in a year, cut off as that year's summary is."""
    raise NotImplementedError


def plan_fill(
    store: Store,
    form: CountyForm,
    period: Period,
    *,
    record: Record | None = None,
    blank: bytes = b"",
    progress: Progress = lambda _done, _total: None,
) -> FillPlan:
    """Return what goes where; `blank` is another file of the same form, else the one that is kept."""
    raise NotImplementedError


def preview(
    store: Store,
    form: CountyForm,
    place: Place,
    way: Way,
    source: Source,
    period: Period,
    record: Record | None = None,
) -> tuple[CellValue, ...]:
    """Return what a source would put into a place, before it is mapped."""
    raise NotImplementedError


def title_for(store: Store, plan: FillPlan) -> str:
    """Return what the filled form is called: 2024年工会统计年报表, with its record's name."""
    raise NotImplementedError


def file_form(store: Store, plan: FillPlan, paper: FiledPaper, data: bytes) -> FiledPaper:
    """Freeze a filled form as reported, with its figures and the file itself, inside a change."""
    raise NotImplementedError
