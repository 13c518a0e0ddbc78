"""What goes where in a form for one period, and for one record when the form is about one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from models.attachments import keep_bytes
from models.county_forms.book import FormBook
from models.county_forms.contents import Contents
from models.county_forms.finding import Found
from models.county_forms.mapping import (
    blank_of,
    book_of,
    find_mapped,
    layouts_for,
    year_in,
)
from models.county_forms.places import Place
from models.county_forms.reading import read_book
from models.county_forms.sources import Source, source_of
from models.county_forms.values import NOTHING, CellValue
from models.county_forms.wants import Way, layouts_of, rows_from, wants_of
from models.figures.figure import Figure
from models.filing import file_paper
from models.periods import Period, span_period
from models.records.base import Record
from models.records.county_forms import CountyForm, CountyFormCell
from models.records.reported import FiledPaper
from models.store import Store
from models.summary.papers import cut_off, paper_for

Progress = Callable[[int, int], None]
A_SHEET = "4"


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
        return self.values[0] if self.values else NOTHING


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
    period = span_period(year, form.span)
    return cut_off(paper_for(store, period), period)


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
    data = blank or blank_of(store, form)
    book = read_book(data, form.file_name)
    year = (year_in(book) or period.year) if blank else form.year
    found = find_mapped(store, form, book if blank else None, year)
    contents = Contents(store, period, layouts_of(book, year), form.table_name, record)
    entries = []
    for number, one in enumerate(found):
        progress(number, len(found))
        entries.append(_entry(one, contents))
    return FillPlan(
        form,
        book,
        data,
        period,
        tuple(_with_serials(entries)),
        tuple(found),
        contents.figures_used,
        record,
        _unmapped(book, found),
    )


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
    layouts = layouts_for(form, book_of(store, form))
    contents = Contents(store, period, layouts, form.table_name, record)
    found = contents.values(place, way, source)
    if source.kind == "serial" and way == "column":
        rows = rows_from(layouts[place.sheet], place.cell)
        return tuple(contents.serial(number) for number in range(1, rows + 1))
    return found


def title_for(store: Store, plan: FillPlan) -> str:
    """Return what the filled form is called: 2024年工会统计年报表, with its record's name."""
    named = f"{plan.period.words()}{plan.form.name}"
    return f"{named}（{store.title_of(plan.record)}）" if plan.record else named


def file_form(store: Store, plan: FillPlan, paper: FiledPaper, data: bytes) -> FiledPaper:
    """Freeze a filled form as reported, with its figures and the file itself, inside a change."""
    shown = {one.value.figure: one.value.shown for one in plan.entries if one.value.figure}
    paper = replace(
        paper,
        title=paper.title or title_for(store, plan),
        recipient=paper.recipient or plan.form.recipient,
        kind=A_SHEET,
        first=plan.period.first,
        last=plan.period.last,
        as_of=plan.period.as_of,
        file_name=paper.file_name or f"{title_for(store, plan)}.xlsx",
        file_hash=sha256(data).hexdigest(),
    )
    saved = file_paper(store, paper, plan.figures, shown)
    keep_bytes(store, saved, paper.file_name, data)
    return saved


def _entry(found: Found, contents: Contents) -> Entry:
    mapped = found.mapped
    source = source_of(mapped)
    way: Way = "cell" if mapped.way == "cell" else "slot" if mapped.way == "slot" else "column"
    if found.place is None:
        return Entry(mapped, source, None, way, (), trouble=found.words)
    trouble = contents.trouble(found.place, way, source)
    values = () if trouble else contents.values(found.place, way, source)
    return Entry(mapped, source, found.place, way, values, found.rows, trouble)


def _with_serials(entries: list[Entry]) -> list[Entry]:
    """Return the entries with the numbers of list rows, as many as the longest column beside."""
    counts: dict[tuple[int, int], int] = {}
    for one in entries:
        if one.place and one.way == "column" and one.source.kind != "serial":
            row = one.place.sheet, one.place.row
            counts[row] = max(counts.get(row, 0), len(one.values))
    return [
        replace(one, values=Contents.serials(counts.get((one.place.sheet, one.place.row), 0)))
        if one.place and one.way == "column" and one.source.kind == "serial"
        else one
        for one in entries
    ]


def _unmapped(book: FormBook, found: list[Found]) -> tuple[Place, ...]:
    taken = {one.place for one in found}
    return tuple(one.place for one in wants_of(book) if one.place not in taken)
