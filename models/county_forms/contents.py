"""What the sources of a form give for one period and one record."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from models.asking.queries import ids
from models.county_forms.layout import Layout
from models.county_forms.places import Place
from models.county_forms.settings import SETTINGS
from models.county_forms.sources import AGE, BIRTHS, Source
from models.county_forms.values import (
    NOTHING,
    CellValue,
    Surroundings,
    number_value,
    text_value,
    value_of_field,
    value_of_figure,
    value_of_setting,
)
from models.county_forms.wants import Way, slot_at
from models.errors import Problem
from models.fields import Link, fields_of
from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.figures.growth import code_of
from models.periods import Period, between, span_period, years_before
from models.queries.conditions import Moment
from models.records import BY_TABLE
from models.records.base import Record
from models.saved_queries import query_named
from models.store import Store
from models.values.dates import PartialDate

CUMULATIVE, WHOLE_YEAR = "C", "Y"


class Contents:
    """Gives values for the places of one workbook; figures and lists are read once."""

    def __init__(
        self,
        store: Store,
        period: Period,
        layouts: Sequence[Layout],
        table_name: str,
        record: Record | None,
    ) -> None:
        self._store = store
        self._period = period
        self._layouts = layouts
        self._table_name = table_name
        self._record = record
        self._figures: dict[Period, Figures] = {}
        self._lists: dict[tuple[str, str], list[Record]] = {}
        self._used: dict[str, Figure] = {}

    @property
    def figures_used(self) -> tuple[Figure, ...]:
        """The figures of the form's own period that were given."""
        return tuple(self._used.values())

    def trouble(self, place: Place, way: Way, source: Source) -> str:
        """Return why nothing may go into a place; blank when something may."""
        layout = self._layouts[place.sheet]
        if layout.cell(place.cell).kind == "formula" and way != "column":
            return f"{place.address}是公式，由表格自己算，没有填"
        if source.kind == "figure" and self._figure(source) is None:
            return f"台账里没有“{source.content}”这个数字了，请重新对应"
        if source.kind == "setting" and source.content not in SETTINGS:
            return f"没有“{source.content}”这一项设置，请重新对应"
        if source.kind == "field" and self._table_name and self._record is None:
            label = BY_TABLE[self._table_name].about.label
            return f"这张表一条{label}填一张，请先选定是哪一条"
        if source.kind == "column":
            return self._trouble_with_list(source)
        return ""

    def values(self, place: Place, way: Way, source: Source) -> tuple[CellValue, ...]:
        """Return what goes into a place; one value for each row of a column."""
        around = self._around(place, way)
        match source.kind:
            case "column":
                found = self._records(source)
                return tuple(self._value_of(one, source.content, around) for one in found)
            case "serial":
                return self.serials(1)
            case "constant":
                return (text_value(source.content),)
            case "setting":
                content = SETTINGS[source.content].give(self._store.town(), self._period)
                return (value_of_setting(content, around),)
            case "field":
                if self._record is None:
                    return (NOTHING,)
                return (self._value_of(self._record, source.content, around),)
            case "figure":
                figure = self._figure(source)
                if figure is None:
                    return (NOTHING,)
                self._note_use(source, figure)
                return (value_of_figure(figure, source.style, around),)

    @staticmethod
    def serial(number: int) -> CellValue:
        """Return the number of a list's row."""
        return number_value(Decimal(number))

    @staticmethod
    def serials(count: int) -> tuple[CellValue, ...]:
        """Return the numbers of a list's rows."""
        return tuple(Contents.serial(number) for number in range(1, count + 1))

    def _around(self, place: Place, way: Way) -> Surroundings:
        layout = self._layouts[place.sheet]
        units = tuple(text for text in layout.loose_texts if "单位：" in text or "单位:" in text)
        labels = (
            *units,
            layout.section(place.row),
            *layout.measures_left(place.cell),
            *layout.labels_left(place.cell),
            *layout.labels_above(place.cell),
        )
        if way != "slot":
            return Surroundings(labels, layout.cell(place.cell).number_format)
        slot = slot_at(layout, place)
        return Surroundings((*labels, slot.label), shape=slot.shape)

    def _figure(self, source: Source) -> Figure | None:
        period = self._period_of(source)
        if period not in self._figures:
            self._figures[period] = Figures(self._store, period)
        figures = self._figures[period]
        code = source.content
        if source.years_back == 1 and not source.span:
            code = code_of(code, "last")
        try:
            return figures[code]
        except KeyError:
            return None

    def _period_of(self, source: Source) -> Period:
        """Return the days of a figure; last year's over the same days is a figure of this period."""
        period = self._period
        if source.span:
            period = _span_of(period, source.span)
        if source.years_back == 1 and not source.span:
            return period
        return years_before(period, source.years_back) if source.years_back else period

    def _note_use(self, source: Source, figure: Figure) -> None:
        if self._period_of(source) == self._period:
            self._used.setdefault(figure.code, figure)

    def _trouble_with_list(self, source: Source) -> str:
        if source.table_name not in BY_TABLE:
            return "名单没有说明是哪类记录，请重新对应"
        try:
            self._records(source)
        except Problem as problem:
            return f"{problem.message}，请重新对应"
        return ""

    def _records(self, source: Source) -> list[Record]:
        key = source.table_name, source.query
        if key not in self._lists:
            self._lists[key] = self._select(source)
        return self._lists[key]

    def _select(self, source: Source) -> list[Record]:
        record_type = BY_TABLE[source.table_name]
        found: list[Record] = list(self._store.all(record_type))
        if source.query:
            query = query_named(self._store, record_type, source.query)
            asked = ids(self._store, query, Moment(self._period.as_of, self._period.year))
            found = [one for one in found if one.id in asked]
        links = [
            name
            for name, field in fields_of(record_type).items()
            if isinstance(field, Link) and self._record and field.to == self._record.about.table
        ]
        if self._record is not None and links:
            number = self._record.id
            found = [one for one in found if any(getattr(one, name) == number for name in links)]
        return found

    def _value_of(self, record: Record, path: str, around: Surroundings) -> CellValue:
        if path == AGE:
            return _age(record, self._period.as_of)
        name, _, inner = path.partition(".")
        field = fields_of(type(record)).get(name)
        if field is None:
            return NOTHING
        value = getattr(record, name)
        if not isinstance(field, Link):
            return value_of_field(field, value, around)
        if not inner:
            return text_value(self._store.title_of_id(field.to, value))
        linked = self._store.get_or_none(BY_TABLE[field.to], value)
        return NOTHING if linked is None else self._value_of(linked, inner, around)


def _span_of(period: Period, span: str) -> Period:
    """Return another stretch of the period's year, counted no later than the period."""
    if span == CUMULATIVE:
        return between(date(period.year, 1, 1), period.last, period.as_of)
    found = span_period(period.year, "" if span == WHOLE_YEAR else span)
    as_of = min(found.as_of, period.as_of) if period.as_of >= found.first else found.as_of
    return Period(found.first, found.last, as_of)


def _age(record: Record, day: date) -> CellValue:
    born = next((getattr(record, name) for name in BIRTHS if hasattr(record, name)), None)
    if isinstance(born, PartialDate):
        years = day.year - born.year - ((born.month or 1, born.day or 1) > (day.month, day.day))
        return number_value(Decimal(years))
    if isinstance(born, date):
        years = day.year - born.year - ((born.month, born.day) > (day.month, day.day))
        return number_value(Decimal(years))
    return NOTHING
