"""The closed list of field kinds: how each value is read, shown, kept, matched and checked."""

import re
from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import ClassVar, cast, get_type_hints

from typing_extensions import override

from models import codes
from models.reading import Reading, Refused
from models.values.credit_code import read_credit_code
from models.values.date_writings import write_month
from models.values.dates import PartialDate, read_day, read_partial
from models.values.money import read_money, show_money
from models.values.numbers import read_decimal, read_number, show_number
from models.values.person_id import read_document_no, read_person_id
from models.values.phone import read_phone
from models.values.text import clean, clean_name, name_key

Kept = str | int | None
YES = frozenset("√✓✔☑是有1对YyVv真") | {"yes", "TRUE", "True", "true"}
NO = frozenset("×✗✘☐□否无0Nn假-—") | {"没有", "no", "FALSE", "False", "false"}
LARGEST = 10**12
CIRCLES = frozenset("○◯〇●⚪")
_ALREADY = re.compile(r"已(?:建|建立|推行|实行|公开|签|签订|设|设立|开展|成立|建会|完成)?")
_NOT_YET = re.compile(r"[未没](?:有|建|建立|推行|实行|公开|签|签订|设|设立|开展|成立|建会|完成)?")
PLAIN_YES = frozenset({"√", "是"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC):
    """What every field says about itself; `headings` are other names lists give its column."""

    label: str
    required: bool = False
    help: str = ""
    headings: tuple[str, ...] = ()
    width: int = 12

    keeps_as: ClassVar[str] = "TEXT"
    align: ClassVar[str] = "left"
    empty: ClassVar[object] = None

    @abstractmethod
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        """Return the value that a non-blank text stands for, or raise Refused."""

    def show(self, value: object) -> str:
        """Return the value as the clerk reads and types it; blank for a value not filled in."""
        return "" if value is None else str(value)

    def keep(self, value: object) -> Kept:
        """Return what the database holds for a value."""
        return value if isinstance(value, (str, int)) else None

    def load(self, kept: Kept) -> object:
        """Return the value for what the database holds."""
        return self.empty if kept is None else kept

    def key(self, value: object) -> object:
        """Return what makes two values the same when rows are matched."""
        return value

    def is_blank(self, value: object) -> bool:
        """Whether the value counts as not filled in."""
        return value is None or value == self.empty

    def parse(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        """Return the value for any text; blank text means not filled in."""
        if not text or text.isspace():
            return Reading(self.empty)
        return self.read(text, default_year=default_year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """One line of text; `is_name` tidies blanks as names of people and units need it."""

    is_name: bool = False
    limit: int = 200
    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = clean_name(text) if self.is_name else clean(text, limit=self.limit)
        if len(found.value) > self.limit:
            raise Refused(f"有{len(found.value)}个字，最多{self.limit}个字")
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def key(self, value: object) -> object:
        return name_key(str(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Field):
    """Text of several lines."""

    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = clean(text, limit=20_000, keeps_lines=True)
        return Reading(found.value, found.repairs, found.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A count, or with `places` a decimal number kept as a scaled integer."""

    places: int = 0
    minimum: int | None = 0
    unit: str = ""
    keeps_as: ClassVar[str] = "INTEGER"
    align: ClassVar[str] = "right"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        if self.places:
            exact = read_decimal(text, self.places)
            self._check_size(exact.value)
            return Reading(exact.value, exact.repairs, exact.doubts)
        found = read_number(text)
        self._check_size(found.value)
        return Reading(found.value, found.repairs, found.doubts)

    def _check_size(self, value: int | Decimal) -> None:
        if self.minimum is not None and value < self.minimum:
            raise Refused(f"不能小于{self.minimum}")
        if not -LARGEST <= value <= LARGEST:
            raise Refused("数字太大")

    @override
    def show(self, value: object) -> str:
        if isinstance(value, Decimal):
            whole = value.quantize(Decimal(1).scaleb(-self.places))
            text = f"{whole:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        return show_number(value) if isinstance(value, int) else ""

    @override
    def keep(self, value: object) -> Kept:
        if isinstance(value, Decimal):
            return int(value.scaleb(self.places))
        return value if isinstance(value, int) else None

    @override
    def load(self, kept: Kept) -> object:
        return Decimal(kept).scaleb(-self.places) if self.places and kept is not None else kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Field):
    """A percentage with up to two decimals, kept in hundredths of a percent."""

    keeps_as: ClassVar[str] = "INTEGER"
    align: ClassVar[str] = "right"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_decimal(text.strip().rstrip("%％"), 2)
        if found.value < 0:
            raise Refused("百分比不能是负数")
        if found.value > 1000:
            raise Refused("百分比太大")
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def show(self, value: object) -> str:
        if not isinstance(value, Decimal):
            return ""
        return f"{value:.2f}".rstrip("0").rstrip(".") + "%"

    @override
    def keep(self, value: object) -> Kept:
        return int(value.scaleb(2)) if isinstance(value, Decimal) else None

    @override
    def load(self, kept: Kept) -> object:
        return None if kept is None else Decimal(kept).scaleb(-2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Field):
    """An amount in fen, typed and shown in 元 or 万元."""

    unit: str = "元"
    keeps_as: ClassVar[str] = "INTEGER"
    align: ClassVar[str] = "right"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_money(text, unit=self.unit)
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def show(self, value: object) -> str:
        return show_money(value, unit=self.unit) if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A calendar day."""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_day(text, default_year=default_year)
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def show(self, value: object) -> str:
        return value.isoformat() if isinstance(value, date) else ""

    @override
    def keep(self, value: object) -> Kept:
        return value.isoformat() if isinstance(value, date) else None

    @override
    def load(self, kept: Kept) -> object:
        return None if kept is None else date.fromisoformat(str(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDay(Field):
    """A day of which only the month or the year may be known; nothing is ever made up."""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_partial(text, default_year=default_year)
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def show(self, value: object) -> str:
        return value.iso if isinstance(value, PartialDate) else ""

    @override
    def keep(self, value: object) -> Kept:
        return value.iso if isinstance(value, PartialDate) else None

    @override
    def load(self, kept: Kept) -> object:
        return None if kept is None else PartialDate.from_iso(str(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class Month(PartialDay):
    """A month of a year."""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_partial(write_month(text), default_year=default_year)
        if found.value.month is None:
            raise Refused(f"“{text}”只有年份，请写到月")
        month = PartialDate(found.value.year, found.value.month)
        # That only the month was written needs no word: no more was asked for.
        return Reading(month, found.repairs if found.value.day else (), found.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year(Field):
    """A calendar year."""

    keeps_as: ClassVar[str] = "INTEGER"
    align: ClassVar[str] = "right"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_number(text.strip().removesuffix("度").removesuffix("年"))
        if not 1900 <= found.value <= 2200:
            raise Refused(f"“{text}”不是年份，请写四位数字，如2024")
        return Reading(found.value, found.repairs, found.doubts)

    @override
    def show(self, value: object) -> str:
        return str(value) if isinstance(value, int) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One line of a code table, kept as its code."""

    codes: str
    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = codes.table(self.codes).read(text.strip())
        return Reading(found.value, found.repairs)

    @override
    def show(self, value: object) -> str:
        return codes.table(self.codes).label(str(value)) if value else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Field):
    """Several lines of a code table, kept as their codes joined by a bar."""

    codes: str
    empty: ClassVar[object] = ()

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        table = codes.table(self.codes)
        found = [
            table.read(word.strip())
            for part in re.split("[；;|]", text)
            for word in ([part] if table.knows(part.strip()) else re.split("[，、,]", part))
            if word.strip()
        ]
        repairs = tuple(note for one in found for note in one.repairs)
        return Reading(tuple(dict.fromkeys(one.value for one in found)), repairs)

    @override
    def show(self, value: object) -> str:
        chosen = value if isinstance(value, tuple) else ()
        return "；".join(codes.table(self.codes).label(str(one)) for one in chosen)

    @override
    def keep(self, value: object) -> Kept:
        return "|".join(map(str, value)) if isinstance(value, tuple) else None

    @override
    def load(self, kept: Kept) -> object:
        return tuple(str(kept).split("|")) if kept else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Field):
    """Yes or no."""

    keeps_as: ClassVar[str] = "INTEGER"
    align: ClassVar[str] = "center"
    empty: ClassVar[object] = False

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        text = text.strip()
        if text in YES:
            return Reading(True, () if text in PLAIN_YES else (f"“{text}”按“是”登记",))
        if text in NO or _NOT_YET.fullmatch(text):
            return Reading(False)
        if _ALREADY.fullmatch(text):
            return Reading(True, (f"“{text}”按“是”登记",))
        if text in CIRCLES:
            return Reading(True, (), (f"“{text}”按“是”登记，请核对",))
        raise Refused(f"“{text}”看不出是还是否，请填“是”或“否”")

    @override
    def show(self, value: object) -> str:
        return "是" if value else "否"

    @override
    def keep(self, value: object) -> Kept:
        return int(bool(value))

    @override
    def load(self, kept: Kept) -> object:
        return bool(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Field):
    """Another record, kept by its id; a part goes with the record it belongs to.

    `brings` names fields that both records have: picking one fills those that are still blank.
    """

    to: str
    is_part: bool = False
    brings: tuple[str, ...] = ()
    keeps_as: ClassVar[str] = "INTEGER"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_number(text)
        if found.value < 1:
            raise Refused("编号应从1开始")
        return Reading(found.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonId(Field):
    """A resident identity number (GB 11643); with `or_other` also that of a passport or permit."""

    or_other: bool = False
    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_document_no(text) if self.or_other else read_person_id(text)
        return Reading(found.value, found.repairs, found.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCode(Field):
    """A unified social credit code (GB 32100-2015)."""

    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_credit_code(text)
        return Reading(found.value, found.repairs, found.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Field):
    """A mobile or landline number."""

    empty: ClassVar[object] = ""

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        found = read_phone(text)
        return Reading(found.value, found.repairs, found.doubts)


def fields_of(record_type: type) -> Mapping[str, Field]:
    """Return the declared fields of a record type by name, in order."""
    return _fields_of(cast("Hashable", record_type))


@cache
def _fields_of(record_type: Hashable) -> Mapping[str, Field]:
    hints = get_type_hints(record_type, include_extras=True)
    found = {}
    for name, hint in hints.items():
        for note in getattr(hint, "__metadata__", ()):
            if isinstance(note, Field):
                found[name] = note
    return found
