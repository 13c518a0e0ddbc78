"""What the clerk may let a place be filled from, as one list that a few words narrow."""

from collections.abc import Iterator
from dataclasses import dataclass

from models import codes
from models.county_forms.sources import (
    Source,
    field_choices,
    figure_choices,
    setting_choices,
)
from models.records import RECORDS
from models.store import Store
from ui.layouts import LAYOUTS

SERIAL_WORDS = "序号 1、2、3…"
LIST_GROUP = "名单的栏目"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that may be chosen: where the content would come from, in words, and its group."""

    source: Source
    label: str
    group: str


def options_for_cell(store: Store, table_name: str) -> list[Option]:
    """Return what may fill one cell: of a form about one record its fields come first."""
    found: list[Option] = []
    if table_name:
        found += [
            Option(Source(kind="field", content=one.code), one.label, one.group)
            for one in field_choices(table_name)
        ]
    found += [
        Option(Source(kind="setting", content=one.code), one.label, one.group)
        for one in setting_choices()
    ]
    found += [
        Option(Source(kind="figure", content=one.code), one.label, f"数字 · {one.group}")
        for one in figure_choices(store)
    ]
    return found


def options_for_column(table_name: str, query: str) -> list[Option]:
    """Return what may fill a column downward with the records of a type."""
    serial = Source(kind="serial", table_name=table_name, query=query)
    return [
        Option(serial, SERIAL_WORDS, LIST_GROUP),
        *(
            Option(
                Source(kind="column", content=one.code, table_name=table_name, query=query),
                one.label,
                one.group,
            )
            for one in field_choices(table_name)
        ),
    ]


def listed_types() -> list[tuple[str, str]]:
    """Return the tables and names of the record types that a list may be made of."""
    return [(one.about.table, one.about.label) for one in RECORDS if one in LAYOUTS]


def spans() -> Iterator[tuple[str, str]]:
    """Yield the spans that a figure may be of, that of the form first."""
    yield "", "与全表相同"
    yield from ((one.code, one.name) for one in codes.table("county_form_span").lines)


def styles() -> Iterator[tuple[str, str]]:
    """Yield how a figure may be written, as a plain number first."""
    yield "", "写数值"
    yield from ((one.code, one.name) for one in codes.table("figure_style").lines)


YEARS_BACK = ((0, "本年"), (1, "上年"), (2, "前年"))
