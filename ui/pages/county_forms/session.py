"""One form as the clerk works on it: its places, what goes into each, and what is proposed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from models.county_forms.book import FormBook
from models.county_forms.contents import Contents
from models.county_forms.filling import Entry, FillPlan, period_for, plan_fill
from models.county_forms.finding import Found
from models.county_forms.mapping import layouts_for, map_places, move_mapped, unmap, year_in
from models.county_forms.places import Place
from models.county_forms.sources import Source, source_of
from models.county_forms.spans import span_told
from models.county_forms.suggesting import column_suggestions, suggestions
from models.county_forms.values import CellValue
from models.county_forms.wants import Way, want_at, wants_of
from models.periods import Period
from models.records.base import Record
from models.records.county_forms import CountyForm, CountyFormCell
from models.store import Store
from reports.sheet_look import read_look
from ui.pages.county_forms.choices import listed_types
from ui.pages.county_forms.marks import Cell, Kind, Paper
from ui.pages.county_forms.proposing import LEFT_BLANK, SEPARATOR, Proposer, years_back

OPEN: tuple[Kind, ...] = ("wanted", "offered")
Progress = Callable[[int, int], None]
# Where the title of a sheet stands.
TITLE_ROWS = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a form: what it is called, what goes there, what is proposed for it."""

    place: Place
    way: Way
    label: str
    rows: int = 1
    mapped: CountyFormCell | None = None
    values: tuple[CellValue, ...] = ()
    trouble: str = ""
    offer: Source | None = None

    @property
    def source(self) -> Source | None:
        """Where its content comes from, None as long as nothing was said."""
        return source_of(self.mapped) if self.mapped is not None else None

    @property
    def kind(self) -> Kind:
        """How it stands with the place."""
        if self.mapped is None:
            return "offered" if self.offer else "wanted"
        if self.trouble:
            return "stuck"
        return "left" if self.source == LEFT_BLANK else "given"

    def covers(self, cell: Cell) -> bool:
        """Whether a cell is its own, or one of those that a list fills."""
        row, column = self.place.cell
        return column == cell[1] and row <= cell[0] < row + self.rows


class Session:
    """A form, for one year and, where it is about one, for one record."""

    def __init__(self, store: Store, form: CountyForm, year: int) -> None:
        self.store = store
        self.form = form
        self.year = year
        self.record: Record | None = None
        self._plan: FillPlan | None = None
        self._papers: dict[int, Paper] = {}
        self._spots: dict[Place, Spot] = {}
        self._proposer = Proposer(store, form.year)
        self._guessed: dict[tuple[int, int], str] = {}
        self._titles: dict[int, tuple[str, ...]] = {}
        self._wanted: dict[Place, Spot] = {}
        self._contents: Contents | None = None
        self.looks_for = ""
        self.printed_year: int | None = None

    @property
    def period(self) -> Period:
        """The days that the form is about."""
        return period_for(self.store, self.form, self.year)

    @property
    def is_read(self) -> bool:
        """Whether the form was read."""
        return self._plan is not None

    @property
    def plan(self) -> FillPlan:
        """What filling would have written when the form was read."""
        assert self._plan is not None, "the form was not read"
        return self._plan

    @property
    def book(self) -> FormBook:
        """The blank workbook."""
        return self.plan.book

    @property
    def papers(self) -> dict[int, Paper]:
        """The sheets that can be seen, by their number."""
        return self._papers

    @property
    def spots(self) -> Sequence[Spot]:
        """All places that want something or have it, sheet by sheet, row by row."""
        return [self._spots[place] for place in sorted(self._spots)]

    def count(self, *kinds: Kind) -> int:
        """Return how many places stand so."""
        return sum(one.kind in kinds for one in self._spots.values())

    def read(self, progress: Progress = lambda _done, _total: None) -> None:
        """Read everything anew: the blank, what is mapped, and every value."""
        plan = self._plan = plan_fill(
            self.store, self.form, self.period, record=self.record, progress=progress
        )
        self._papers = {
            number: Paper(sheet, read_look(plan.blank, sheet.name))
            for number, sheet in enumerate(plan.book.sheets)
            if not sheet.is_hidden
        }
        self.printed_year = year_in(plan.book)
        layouts = layouts_for(self.form, plan.book)
        self._contents = Contents(
            self.store, self.period, layouts, self.form.table_name, self.record
        )
        self._guessed.clear()
        self._titles.clear()
        self._proposer = Proposer(self.store, self.form.year)
        self._wanted = {
            one.place: Spot(one.place, one.way, one.label, one.rows) for one in wants_of(plan.book)
        }
        self._spots = dict(self._wanted)
        for entry in plan.entries:
            if entry.place is not None:
                self._put(_spot_of(entry))
        self.looks_for = self._table_it_looks_for()
        self._propose()
        for one in self._spots.values():
            if one.offer is not None:
                # Counted here, where nobody waits; looking at a proposal is quick then.
                self.preview(one, one.offer)

    def spot_at(self, place: Place) -> Spot | None:
        """Return what is known of a place."""
        return self._spots.get(place)

    def spots_at(self, sheet: int, cell: Cell) -> list[Spot]:
        """Return what is known of a cell: one place, several blanks in its text, or nothing."""
        return [one for one in self.spots if one.place.sheet == sheet and one.covers(cell)]

    def spot_of_choice(self, sheet: int, cell: Cell, way: Way) -> Spot:
        """Return a place that the clerk chose herself."""
        want = want_at(self.book, Place(sheet, *cell), way)
        return Spot(want.place, way, want.label, want.rows if way == "column" else 1)

    def suggest(self, spot: Spot) -> list[Source]:
        """Return what the name of a place may mean, the likeliest first."""
        if spot.way == "column":
            table, query = self.list_beside(spot)
            found = column_suggestions(spot.label, table) if table else []
            return [replace(one, query=query) for one in found]
        back, span = self.years_back(spot), self._span_of(spot) or ""
        return [
            replace(one, years_back=back, span=span) if one.kind == "figure" else one
            for one in suggestions(self.store, spot.label, self.form.table_name)
        ]

    def years_back(self, spot: Spot) -> int:
        """Return of how many years before the form's own a place speaks by its name."""
        return years_back(spot.label, self.form.year)

    def preview(self, spot: Spot, source: Source) -> tuple[CellValue, ...]:
        """Return what a source would put there."""
        contents = self._contents
        assert contents is not None, "the form was not read"
        if contents.trouble(spot.place, spot.way, source):
            return ()
        if source.kind == "serial" and spot.way == "column":
            return Contents.serials(self._rows_beside(spot) or spot.rows)
        return contents.values(spot.place, spot.way, source)

    def take(self, spots: Sequence[Spot], source: Source) -> None:
        """Let places be filled from one source, as one step."""
        self._map([(one, source) for one in spots])

    def take_offers(self) -> None:
        """Take everything that is proposed, as one step."""
        self._map([(one, one.offer) for one in self.spots if one.offer is not None])

    @property
    def lost(self) -> Sequence[Found]:
        """What was mapped and is not found in the blank any more."""
        return [
            one
            for one in self.plan.found
            if one.place is None and source_of(one.mapped) != LEFT_BLANK
        ]

    def move(self, mapped: CountyFormCell, spot: Spot) -> None:
        """Say where a lost place is now."""
        move_mapped(self.store, self.form, mapped, spot.place)

    def drop(self, mapped: CountyFormCell) -> None:
        """Let a lost place go."""
        unmap(self.store, [mapped])

    def column_of(self, spot: Spot) -> list[Spot]:
        """Return the open cells of a column that are called alike at its head."""
        head = spot.label.rpartition(SEPARATOR)[2]
        return [
            one
            for one in self.spots
            if one.kind in OPEN
            and one.way == "cell"
            and (one.place.sheet, one.place.column) == (spot.place.sheet, spot.place.column)
            and one.label.rpartition(SEPARATOR)[2] == head
        ]

    def forget(self, spot: Spot) -> None:
        """Let a place be filled from nothing again."""
        if spot.mapped is None:
            return
        unmap(self.store, [spot.mapped])
        self._spots.pop(spot.place, None)
        for one in self._wanted.values():
            is_free = not any(
                _overlap(one, other) for other in self._spots.values() if _same_sheet(one, other)
            )
            if one.place == spot.place or (_same_sheet(one, spot) and is_free):
                self._spots[one.place] = one
        self._propose()

    def next_open(self, after: Place | None, *, back: bool = False) -> Place | None:
        """Return the next place that nothing was said about; after the last comes the first."""
        places = [one.place for one in self.spots if one.kind in OPEN]
        if back:
            places.reverse()
        if after is None or not places:
            return places[0] if places else None
        beyond = (one for one in places if (one < after if back else one > after))
        return next(beyond, places[0])

    def list_beside(self, spot: Spot) -> tuple[str, str]:
        """Return from which list, by which query, the other columns beside a column are filled."""
        for one in self.spots:
            source = one.source
            if one.place == spot.place or not _starts_beside(one, spot) or source is None:
                continue
            if one.way == "column" and source.table_name:
                return source.table_name, source.query
        return self._guessed_list(spot), ""

    def _guessed_list(self, spot: Spot) -> str:
        key = spot.place.sheet, spot.place.row
        if key not in self._guessed:
            beside = [one.label for one in self._spots.values() if _starts_beside(one, spot)]
            tables = [table for table, _ in listed_types()]
            self._guessed[key] = self._proposer.guess_list(beside, tables)
        return self._guessed[key]

    def _table_it_looks_for(self) -> str:
        """Return the record type that the cells of a form ask about; blank for a township's."""
        cells = [one.label for one in self.spots if one.way == "cell"]
        if self.form.table_name:
            return ""
        tables = [table for table, _ in listed_types()]
        return self._proposer.guess_record(cells, tables)

    def _rows_beside(self, spot: Spot) -> int:
        """Return how many rows the longest column beside a column has."""
        beside = (one for one in self._spots.values() if _starts_beside(one, spot))
        return max((len(one.values) for one in beside if one.source != spot.source), default=0)

    def _map(self, chosen: Sequence[tuple[Spot, Source]]) -> None:
        if not chosen:
            return
        kept = map_places(
            self.store, self.form, [(one.place, one.way, source) for one, source in chosen]
        )
        for (spot, source), mapped in zip(chosen, kept, strict=True):
            values = self.preview(spot, source)
            self._put(replace(spot, mapped=mapped, values=values, trouble="", offer=None))
        self._number_rows()
        self._propose()

    def _number_rows(self) -> None:
        """Let the numbers of a list's rows go as far as its longest column."""
        for one in list(self._spots.values()):
            if one.way == "column" and one.source is not None and one.source.kind == "serial":
                values = self.preview(one, one.source)
                self._spots[one.place] = replace(one, values=values)

    def _put(self, spot: Spot) -> None:
        """Put a place in, in the stead of what was known of its cells."""
        for one in list(self._spots.values()):
            is_same_text = one.way == spot.way == "slot" and one.place != spot.place
            if one.place.sheet == spot.place.sheet and not is_same_text and _overlap(one, spot):
                del self._spots[one.place]
        self._spots[spot.place] = spot

    def _propose(self) -> None:
        for one in list(self._spots.values()):
            if one.mapped is None:
                self._spots[one.place] = replace(one, offer=self._offer_for(one))

    def _offer_for(self, spot: Spot) -> Source | None:
        table, query = (
            self.list_beside(spot) if spot.way == "column" else (self.form.table_name, "")
        )
        offer = self._proposer.propose(spot.label, spot.way, table)
        if offer is None:
            return None
        if offer.kind == "figure":
            span = self._span_of(spot)
            return None if span is None else replace(offer, span=span)
        if offer.kind == "setting" and spot.way == "cell" and self.looks_for:
            # On a form about somebody the telephone number is that one's, not the office's.
            return None
        return replace(offer, query=query) if query else offer

    def _span_of(self, spot: Spot) -> str | None:
        """Return of which stretch of the year a place speaks, None when that is unclear."""
        number = spot.place.sheet
        if number not in self._titles:
            sheet = self.book.sheets[number]
            above = (cell.text for (row, _), cell in sheet.cells.items() if row < TITLE_ROWS)
            self._titles[number] = (sheet.name, *above)
        return span_told(spot.label, self._titles[number], self.form.span)


def _spot_of(entry: Entry) -> Spot:
    assert entry.place is not None, "only what was found has a place"
    return Spot(
        entry.place,
        entry.way,
        entry.mapped.label,
        entry.rows,
        entry.mapped,
        entry.values,
        entry.trouble,
    )


def _same_sheet(one: Spot, other: Spot) -> bool:
    return one.place.sheet == other.place.sheet


def _overlap(one: Spot, other: Spot) -> bool:
    return one.covers(other.place.cell) or other.covers(one.place.cell)


def _starts_beside(one: Spot, other: Spot) -> bool:
    return (one.place.sheet, one.place.row) == (other.place.sheet, other.place.row)
