"""Figures of the clerk's own: what a definition means, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models import codes
from models.fields import (
    Choices,
    Day,
    Field,
    Flag,
    Link,
    Money,
    Number,
    PartialDay,
    Share,
    Year,
    fields_of,
)
from models.reading import Refused
from models.records import BY_TABLE
from models.records.base import Record
from models.records.reported import LocalFigure
from models.rules.findings import Completions, Finding, Rules, error
from models.values.dates import PartialDate
from models.values.text import name_key

COUNT, SUM = "1", "2"
IS, IS_NOT, HOLDS, AT_LEAST, AT_MOST, BLANK, FILLED = "1", "2", "3", "4", "5", "6", "7"
WITHOUT_VALUE = frozenset({BLANK, FILLED})
PLACES = (1, 2, 3)
_ORDERED = Number | Share | Money | Day | PartialDay | Year
_DATED = Day | PartialDay | Year
_NAMED = ("field", "day_field", *(f"field_{place}" for place in PLACES))


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition that a record has to meet."""

    name: str
    field: Field
    test: str
    value: object = None

    def passes(self, record: Record) -> bool:
        """Whether a record meets it; a blank field is never more or less than anything."""
        kept = getattr(record, self.name)
        is_blank = self.field.is_blank(kept)
        if self.test in WITHOUT_VALUE:
            return is_blank == (self.test == BLANK)
        if self.test in (IS, IS_NOT):
            return (self.field.key(kept) == self.field.key(self.value)) == (self.test == IS)
        if is_blank:
            return False
        if self.test == HOLDS:
            return self._holds(kept)
        return bool(
            _order(kept) >= _order(self.value)
            if self.test == AT_LEAST
            else _order(kept) <= _order(self.value)
        )

    def words(self) -> str:
        """Return the condition as the clerk reads it."""
        test = _test_words(self.test)
        if self.test in WITHOUT_VALUE:
            return f"{self.field.label}{test}"
        is_part = self.test == HOLDS and isinstance(self.value, str)
        value = self.value if is_part else self.field.show(self.value)
        return f"{self.field.label}{test}“{value}”"

    def _holds(self, kept: object) -> bool:
        if isinstance(kept, tuple) and isinstance(self.value, tuple):
            return set(self.value) <= set(kept)
        return name_key(str(self.value)) in name_key(self.field.show(kept))


def _order(value: object) -> Decimal | int:
    if isinstance(value, PartialDate):
        return value.first().toordinal()
    if isinstance(value, date):
        return value.toordinal()
    return value if isinstance(value, int | Decimal) else 0


def _test_words(test: str) -> str:
    return codes.table("filter_test").label(test)


def counted_type(local: LocalFigure) -> type[Record]:
    """Return the kind of record that a figure counts, or raise Refused."""
    found = BY_TABLE.get(local.table_name)
    if found is None:
        raise Refused(f"没有“{local.table_name}”这种记录，请从列表中选")
    return found


def summed_field(local: LocalFigure) -> Field | None:
    """Return the field that is added up, None when records are counted, or raise Refused."""
    if local.measure != SUM:
        return None
    field = _field(local, local.field)
    if not isinstance(field, Number | Money):
        raise Refused(f"“{field.label}”不是数量也不是金额，不能合计")
    if isinstance(field, Money) != (local.unit_label == "元"):
        raise Refused(f"“{field.label}”合计出来的计量单位{_unit_of(field)}")
    return field


def _unit_of(field: Field) -> str:
    return "是“元”" if isinstance(field, Money) else "不是“元”"


def day_field(local: LocalFigure) -> Field | None:
    """Return the field that says when, None when everything counts, or raise Refused."""
    if not local.day_field:
        return None
    field = _field(local, local.day_field)
    if not isinstance(field, _DATED):
        raise Refused(f"“{field.label}”不是日期，也不是年度")
    return field


def filter_at(local: LocalFigure, place: int) -> Filter | None:
    """Return the condition in one of three places, None when there is none, or raise Refused."""
    name, test, text = (getattr(local, f"{part}_{place}") for part in ("field", "test", "value"))
    if not name:
        if test or text:
            raise Refused("填了比较或内容，没有选字段；不要这个条件就都清空")
        return None
    field = _field(local, name)
    if not test:
        raise Refused(f"没有选怎么比较“{field.label}”")
    if test in WITHOUT_VALUE:
        return Filter(name, field, test)
    if not text:
        raise Refused(f"没有填“{field.label}”{_test_words(test)}什么")
    return Filter(name, field, test, _value(field, test, text))


def filters_of(local: LocalFigure) -> tuple[Filter, ...]:
    """Return all conditions, or raise Refused."""
    found = (filter_at(local, place) for place in PLACES)
    return tuple(one for one in found if one is not None)


def _value(field: Field, test: str, text: str) -> object:
    if isinstance(field, Link):
        raise Refused(f"“{field.label}”指向另一条记录，只能比较空着还是有内容")
    if test == HOLDS:
        if isinstance(field, _ORDERED | Flag):
            raise Refused(f"“{field.label}”不是文字，不能用“包含”")
        return field.parse(text).value if isinstance(field, Choices) else text
    if test in (AT_LEAST, AT_MOST) and not isinstance(field, _ORDERED):
        raise Refused(f"“{field.label}”不分大小先后，不能用“{_test_words(test)}”")
    return field.parse(text).value


def _field(local: LocalFigure, name: str) -> Field:
    if not name:
        raise Refused("没有选字段")
    record_type = counted_type(local)
    found = fields_of(record_type).get(name)
    if found is None:
        raise Refused(f"{record_type.about.label}没有“{name}”这个字段，请从列表中选")
    return found


def check_local(local: LocalFigure) -> Iterator[Finding]:
    """Yield what keeps a definition from being counted."""
    try:
        counted_type(local)
    except Refused as refusal:
        if local.table_name:
            yield error("table_name", str(refusal))
        return
    if local.unit_label in {"%", "％"}:
        yield error("unit_label", "自定指标只数条数或求合计，不算百分比")
    for name, read in (("field", summed_field), ("day_field", day_field)):
        try:
            read(local)
        except Refused as refusal:
            yield error(name, str(refusal))
    for place in PLACES:
        try:
            filter_at(local, place)
        except Refused as refusal:
            yield error(_blamed(local, place), str(refusal))


def _blamed(local: LocalFigure, place: int) -> str:
    """Return which of a condition's three fields is wrong: the first blank, else its value."""
    names = [f"{part}_{place}" for part in ("field", "test", "value")]
    blank = next((one for one in names if not getattr(local, one)), names[-1])
    known = counted_type(local)
    return blank if getattr(local, names[0]) in ("", *fields_of(known)) else names[0]


def complete_local(local: LocalFigure) -> LocalFigure:
    """Return the definition with the labels of fields replaced by their names."""
    record_type = BY_TABLE.get(local.table_name)
    if record_type is None:
        return local
    by_label = {name_key(one.label): name for name, one in fields_of(record_type).items()}
    said = {name: getattr(local, name) for name in _NAMED}
    meant = {name: by_label.get(name_key(text), text) for name, text in said.items() if text}
    return replace(local, **meant)


CHECKS: Rules = {"local_figure": check_local}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {"local_figure": complete_local}
