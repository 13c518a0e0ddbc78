"""Fields that point at something of the program's own: a figure, a field, a record of any type."""

import re
from dataclasses import dataclass

from typing_extensions import override

from models.fields import Choice, Number, Text
from models.reading import Reading

_OWN_FIGURE = re.compile(r"(?:local_|自定指标)([1-9]\d*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCode(Choice):
    """A figure, kept as its code: one of the program's, or one of the clerk's own (local_3)."""

    codes: str = "figure"

    @override
    def read(self, text: str, *, default_year: int | None = None) -> Reading[object]:
        own = _OWN_FIGURE.fullmatch(text.strip())
        if own:
            return Reading(f"local_{own[1]}")
        return Choice.read(self, text, default_year=default_year)

    @override
    def show(self, value: object) -> str:
        own = _OWN_FIGURE.fullmatch(str(value))
        return f"自定指标{own[1]}" if own else Choice.show(self, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldName(Text):
    """The name of a field of the record type that the field `of` names."""

    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNumber(Number):
    """The id of a record of the type that the field `of` names."""

    of: str
