"""Code tables that repeat what the program declares: every figure, every kind of record."""

import csv
import io
from collections.abc import Callable, Iterable

import pytest

from models.figures.catalogue import FIGURES
from models.records import (
    RECORDS,
    access,
    attachments,
    closing,
    county_forms,
    drafts,
    layouts,
    queries,
    reported,
    summary,
)
from resources import path

# What is written about papers and figures is not what figures count.
_ABOUT_PAPERS = (
    *access.RECORDS,
    *attachments.RECORDS,
    *closing.RECORDS,
    *county_forms.RECORDS,
    *drafts.RECORDS,
    *layouts.RECORDS,
    *queries.RECORDS,
    *summary.RECORDS,
    *reported.RECORDS,
)

Row = tuple[str, ...]


def _figures() -> Iterable[Row]:
    yield "code", "name", "import_alias", "kind", "unit"
    for one in FIGURES:
        yield one.code, one.label, "", one.kind, one.unit


def _record_types() -> Iterable[Row]:
    yield "code", "name", "import_alias"
    for one in RECORDS:
        if one not in _ABOUT_PAPERS:
            yield one.about.table, one.about.label, ""


@pytest.mark.parametrize(
    ("name", "rows"),
    [("figure", _figures), ("record_type", _record_types)],
    ids=["figure", "record_type"],
)
def test_the_table_lists_everything_with_its_label(
    name: str, rows: Callable[[], Iterable[Row]], *, update_golden: bool
) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows())
    file = path(f"codes/{name}.csv")
    if update_golden:
        file.write_text(text.getvalue(), encoding="utf-8")

    assert file.read_text(encoding="utf-8") == text.getvalue()
