"""Where the content of a place comes from, and what the clerk may choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.records.county_forms import CountyFormCell
from models.store import Store

Kind = Literal["figure", "setting", "field", "column", "serial", "constant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a content comes from.

    `content` is the code of a figure or of a setting, the path of a field (name, or unit.name over
    a link), or a fixed text. `years_back` is 1 for last year's figure, `span` a code of
    county_form_span (blank: that of the form), `style` a code of figure_style (blank: the plain
    number). A column names the record type (`table_name`) and the query that chooses its records:
    the name of a saved or ready one, or its JSON text; blank for all.
    """

    kind: Kind
    content: str = ""
    years_back: int = 0
    span: str = ""
    style: str = ""
    table_name: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the clerk may choose: its code, its words, and the group it stands in."""

    code: str
    label: str
    group: str = ""


def source_of(mapped: CountyFormCell) -> Source:
    """Return the source that was kept for a place."""
    raise NotImplementedError


def source_words(store: Store, source: Source) -> str:
    """Return a source in the clerk's words, such as 年度数字：会员总数（上年）."""
    raise NotImplementedError


def figure_choices(store: Store) -> Sequence[Choice]:
    """Return all figures by field of work, the clerk's own last."""
    raise NotImplementedError


def setting_choices() -> Sequence[Choice]:
    """Return what the office knows about itself and the day: 单位名称, 填报日期, 填表人."""
    raise NotImplementedError


def field_choices(table_name: str) -> Sequence[Choice]:
    """Return the fields of a record type, then those of the records that it links to."""
    raise NotImplementedError


def query_choices(store: Store, table_name: str) -> Sequence[Choice]:
    """Return the saved and the ready queries of a record type."""
    raise NotImplementedError


def suggestions(store: Store, label: str, table_name: str = "", limit: int = 8) -> list[Source]:
    """Return what a label of a form may mean, the likeliest first; none when nothing is like it."""
    raise NotImplementedError
