"""Queries answered record by record in Python, to hold the one statement of SQL against."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from models import clock, codes
from models.attachments import attachments_of
from models.fields import Choice, Choices, Field, Link, Text, fields_of
from models.queries.conditions import Condition, Moment, Query
from models.queries.subjects import Kind, LinkStep, Subject, subject_of
from models.records import BY_TABLE
from models.records.base import Record
from models.rows import Reference
from models.store import Store
from models.values.dates import PartialDate, add_months
from models.values.text import name_key

DENIES = {
    "blank": "filled",
    "lacks": "contains",
    "differs": "equals",
    "is_not": "is",
    "none_of": "one_of",
    "no": "yes",
    "not_this_year": "this_year",
    "stale": "changed",
    "none": "some",
    "fewer": "at_least",
    "alive_none": "alive_some",
    "year_none": "year_some",
    "last_year_none": "last_year_some",
    "days_none": "days_some",
}


class Plainly:
    """Everything in a file, read once, and asked slowly."""

    def __init__(self, store: Store, moment: Moment) -> None:
        self._store = store
        self._moment = moment
        self._read: dict[type[Record], Sequence[Record]] = {}

    def ids(self, query: Query) -> frozenset[int]:
        """Return the numbers of the records that a query means."""
        join = any if query.is_any else all
        return frozenset(
            one.id or 0
            for one in self._all(query.record_type)
            if join(self._holds(one, condition) for condition in query.conditions)
        )

    def _all(self, record_type: type[Record]) -> Sequence[Record]:
        if record_type not in self._read:
            self._read[record_type] = self._store.all(record_type)
        return self._read[record_type]

    def _holds(self, record: Record, condition: Condition) -> bool:
        subject = subject_of(type(record), condition.subject)
        code = condition.relation
        found = self._target(record, subject)
        affirmed = DENIES.get(code, code)
        holds = found is not None and self._affirms(found, subject, affirmed, condition.value)
        return holds != (code in DENIES)

    def _target(self, record: Record, subject: Subject) -> Record | None:
        step = subject.step
        if step is None:
            return record
        if isinstance(step, LinkStep):
            wanted = getattr(record, step.name)
            return next((one for one in self._all(subject.owner) if one.id == wanted), None)
        rows = self._referring(record, step.reference)
        return max(rows, key=lambda one: (_iso(self._dated(one)), one.id), default=None)

    def _affirms(self, record: Record, subject: Subject, code: str, value: Any) -> bool:
        match subject.kind:
            case Kind.STAGE:
                state = record.about.state_of(record, self._moment.day)
                wanted = value if isinstance(value, tuple) else (value,)
                return state is not None and state.name in wanted
            case Kind.CHANGED:
                return self._changed(record, int(value))
            case Kind.FILES:
                return bool(attachments_of(self._store, record))
            case Kind.RECORDS:
                assert subject.reference is not None
                return self._has(record, subject.reference, code, value)
        field = subject.field
        assert field is not None
        return self._compares(field, getattr(record, subject.name), code, value)

    def _changed(self, record: Record, months: int) -> bool:
        since = add_months(clock.today(), -months).isoformat()
        lines = self._store.connection.execute(
            "SELECT made_at FROM operation WHERE id IN"
            " (SELECT operation FROM image WHERE table_name = ? AND row_id = ?)",
            (record.about.table, record.id),
        ).fetchall()
        if not lines:
            lines = self._store.connection.execute("SELECT min(made_at) FROM operation").fetchall()
        latest: str = max(made_at[:10] for (made_at,) in lines)
        return latest >= since

    def _has(self, record: Record, reference: Reference, code: str, value: Any) -> bool:
        rows = self._referring(record, reference)
        day, year = self._moment.day, self._moment.year
        match code:
            case "alive_some":
                rows = [one for one in rows if one.about.is_alive(one, day)]
            case "year_some" | "year_at_least":
                rows = [one for one in rows if _iso(self._dated(one))[:4] == str(year)]
            case "last_year_some":
                rows = [one for one in rows if _iso(self._dated(one))[:4] == str(year - 1)]
            case "days_some":
                rows = [one for one in rows if _is_recent(self._dated(one), day, int(value))]
        return len(rows) >= (int(value) if code.endswith("at_least") else 1)

    def _referring(self, record: Record, reference: Reference) -> list[Record]:
        return [
            one
            for one in self._all(reference.record_type)
            if self._owner(one, reference) == record.id
        ]

    def _owner(self, record: Record, reference: Reference) -> int | None:
        linked: int | None = getattr(record, reference.name)
        link = fields_of(type(record))[reference.name]
        assert isinstance(link, Link)
        if linked is not None or link.to not in ("unit", "union_org"):
            return linked
        name = getattr(record, f"{reference.name}_name", "")
        same = [one.id for one in self._all(BY_TABLE[link.to]) if name and one.name == name]  # type: ignore[attr-defined]
        return same[0] if len(same) == 1 else None

    def _dated(self, record: Record) -> Any:
        if record.about.year:
            return getattr(record, record.about.year)
        for name, field in fields_of(type(record)).items():
            if isinstance(field, Link) and field.is_part and BY_TABLE[field.to].about.year:
                for whole in self._all(BY_TABLE[field.to]):
                    if whole.id == getattr(record, name):
                        return getattr(whole, whole.about.year)
                return None
        return None

    def _compares(self, field: Field, own: Any, code: str, value: Any) -> bool:
        if code == "yes":
            return own is True
        if own is None or own in ("", ()):
            return False
        if code == "filled":
            return True
        if isinstance(field, Link):
            return self._links(field, own, code, value)
        if isinstance(field, Choice | Choices):
            held = own if isinstance(own, tuple) else (own,)
            wanted = value if isinstance(value, tuple) else (value,)
            return bool({*held} & {*wanted})
        if isinstance(own, date | PartialDate):
            return _is_meant(_span(own), code, value, self._moment)
        if isinstance(own, str):
            return _mentions(field, own, code, str(value))
        return self._measures(field, own, code, value)

    def _links(self, field: Link, own: int, code: str, value: Any) -> bool:
        if code == "is":
            return bool(own == value)
        other = next((one for one in self._all(BY_TABLE[field.to]) if one.id == own), None)
        if other is None:
            return False
        fields = fields_of(type(other))
        return any(
            _is_titled(fields[name], getattr(other, name), str(value))
            for name in other.about.titles
        )

    def _measures(self, field: Field, own: Any, code: str, value: Any) -> bool:
        if code in ("this_year", "last_year"):
            return bool(own == self._moment.year - (code == "last_year"))
        given = [field.load(one) for one in (value if isinstance(value, tuple) else (value,))]
        first: Any = given[0]
        last: Any = given[-1]
        holds = {
            "equals": own == first,
            "above": own > first,
            "least": own >= first,
            "below": own < first,
            "most": own <= first,
            "between": first <= own <= last,
        }
        return bool(holds[code])


def _is_titled(field: Field, own: Any, wanted: str) -> bool:
    if own is None:
        return False
    if isinstance(field, Choice):
        line = codes.table(field.codes).by_code.get(own)
        return line is not None and _lower(wanted) in _lower(line.name)
    if isinstance(field, Text):
        return _mentions(field, own, "contains", wanted)
    return wanted in str(field.keep(own))


def _mentions(field: Field, own: str, code: str, wanted: str) -> bool:
    fold = name_key if isinstance(field, Text) and field.is_name else _lower
    own, wanted = fold(own), fold(wanted)
    if code == "equals":
        return own == wanted
    return own.startswith(wanted) if code == "begins" else wanted in own


def _lower(text: str) -> str:
    return "".join(chr(ord(one) + 32) if "A" <= one <= "Z" else one for one in text)


def _span(value: date | PartialDate) -> tuple[date, date]:
    return (value.first(), value.last()) if isinstance(value, PartialDate) else (value, value)


def _iso(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.iso
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _is_recent(value: Any, day: date, days: int) -> bool:
    return value is not None and day - timedelta(days) <= _span(value)[0] and _span(value)[1] <= day


def _is_meant(own: tuple[date, date], code: str, value: Any, moment: Moment) -> bool:
    """Whether all the days that may be meant are in the time that is asked for."""
    first, last = own
    day, year = moment.day, moment.year
    if isinstance(value, tuple):
        low, high = (PartialDate.from_iso(one) for one in value)
        return low.first() <= first and last <= high.last()
    if isinstance(value, str):
        given = PartialDate.from_iso(value)
        return {
            "equals": given.first() <= first and last <= given.last(),
            "above": first > given.last(),
            "least": first >= given.first(),
            "below": last < given.first(),
            "most": last <= given.last(),
        }[code]
    return {
        "this_year": first.year == last.year == year,
        "last_year": first.year == last.year == year - 1,
        "this_month": (first.year, first.month) == (last.year, last.month) == (day.year, day.month),
        "recent": _is_recent(PartialDate(first.year, first.month, first.day), day, value or 0)
        and last <= day,
        "older": last < day - timedelta(value or 0),
        "aged": _age(last, day) >= (value or 0),
        "younger": _age(first, day) < (value or 0),
        "due": day <= last <= day + timedelta(value or 0),
    }[code]


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
