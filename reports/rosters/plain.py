"""The plain roster of any record type: the columns that its lists have on the screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models import clock, codes
from models.fields import (
    Choice,
    Day,
    Field,
    Flag,
    Link,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Text,
    Year,
    fields_of,
)
from models.periods import Period
from models.records import BY_TABLE, RECORDS
from models.records.base import Record
from models.records.drafts import Draft
from models.store import Store
from models.values.dates import PartialDate, say_day
from models.values.person_id import masked
from reports.blocks import Align, Column, Document
from reports.request import Parameter, Request
from reports.rosters.sheet import Roster

TYPE = Parameter(
    key="type",
    label="台账",
    is_required=True,
    choices={one.about.table: one.about.label for one in RECORDS if one is not Draft},
)
WITHIN = Parameter(
    key="within",
    label="期间",
    choices={"all": "全部记录", "period": "只要本期的记录"},
    help="不填为全部记录",
)
PRIVATE_KINDS = (Phone, PersonId)
CENTRED_KINDS = (Choice, Day, Flag, PartialDay, PersonId, Phone, Year)
LONGEST_PERSON_NAME = 12
CHARS_A_WIDTH, NUMBER_WIDTH = 1.6, 5.5
NARROWEST, WIDEST, WIDEST_CHOICE = 4.0, 22.0, 9.0
Show = Callable[[object], str]


@dataclass(frozen=True, slots=True)
class RecordLines:
    """How records of one type stand in a list: its columns, and what each cell shows."""

    columns: Sequence[Column]
    shows: Mapping[str, Show]

    @classmethod
    def of(cls, store: Store, record_type: type[Record], request: Request) -> "RecordLines":
        """Return the usual columns of a type as far as those who get the paper may see them."""
        fields = {
            name: field
            for name, field in (
                (name, fields_of(record_type)[name]) for name in record_type.about.columns
            )
            if not (request.is_posted and isinstance(field, PRIVATE_KINDS))
        }
        hides = request.is_for_the_office
        return cls(
            [_column(name, field) for name, field in fields.items()],
            {name: _show(field, store, hides=hides) for name, field in fields.items()},
        )

    def row(self, record: Record) -> Mapping[str, str]:
        """Return what the cells of a record show."""
        return {name: show(getattr(record, name)) for name, show in self.shows.items()}


def plain_roster(store: Store, request: Request) -> Document:
    """Return the list of one record type, all of it or what belongs to the period."""
    record_type = BY_TABLE[request.values[TYPE.key]]
    about = record_type.about
    listed = RecordLines.of(store, record_type, request)
    is_within = request.values.get(WITHIN.key) == "period" and bool(about.year)
    records = [
        one for one in store.all(record_type) if not is_within or _belongs(one, request.period)
    ]
    roster = Roster(
        title=about.label
        if about.label.endswith(("表", "册", "登记", "台账"))
        else f"{about.label}一览表",
        author=store.town().union_name,
        columns=listed.columns,
        rows=[listed.row(one) for one in records],
        totals={listed.columns[0].key: f"{len(records)}{about.measure}"},
        right=_date_line(request.period, is_within=is_within),
    )
    return roster.document()


def _masked(value: object) -> str:
    return masked(str(value))


def _date_line(period: Period, *, is_within: bool) -> str:
    if is_within:
        return f"期间：{period.words()}"
    return f"制表日期：{say_day(clock.today())}"


def _belongs(record: Record, period: Period) -> bool:
    when = getattr(record, record.about.year)
    if isinstance(when, int):
        return period.first.year <= when <= period.last.year
    return isinstance(when, (date, PartialDate)) and period.holds(when)


def _show(field: Field, store: Store, *, hides: bool) -> Show:
    """Return how a column's values are worded; a link is looked up once."""
    if hides and isinstance(field, PersonId):
        return _masked
    if not isinstance(field, Link):
        return field.show
    table = field.to
    titles: dict[int, str] = {}

    def show_title(value: object) -> str:
        if not isinstance(value, int):
            return ""
        if value not in titles:
            titles[value] = store.title_of_id(table, value)
        return titles[value]

    return show_title


def _column(name: str, field: Field) -> Column:
    width = max(_content_width(field), len(field.label) + 1, NARROWEST)
    return Column(name, field.label, min(width, WIDEST), _align(field))


def _content_width(field: Field) -> float:
    """Return the characters that a column's content needs; words of a table are known."""
    if isinstance(field, Choice):
        longest = max(len(line.name) for line in codes.table(field.codes).lines)
        return min(longest + 1, WIDEST_CHOICE)
    if isinstance(field, Link):
        linked = BY_TABLE[field.to]
        return _content_width(fields_of(linked)[linked.about.titles[0]])
    if isinstance(field, (Number, Year)):
        return NUMBER_WIDTH
    return field.width / CHARS_A_WIDTH


def _align(field: Field) -> Align:
    is_person = isinstance(field, Text) and field.is_name and field.width <= LONGEST_PERSON_NAME
    if is_person or isinstance(field, CENTRED_KINDS):
        return "center"
    return "right" if field.align == "right" else "left"
