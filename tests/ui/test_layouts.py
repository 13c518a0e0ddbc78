"""Every field of every record has its place in a form."""

from collections import Counter

import pytest

from models.fields import fields_of
from models.records import RECORDS
from models.records.access import StartPassword
from models.records.attachments import Attachment
from models.records.base import Record
from models.records.closing import YearClosing
from models.records.county_forms import CountyForm, CountyFormCell
from models.records.drafts import Draft
from models.records.layouts import ListLayout, WordAlias
from models.records.queries import SavedQuery
from models.records.reported import FiledFigure
from models.records.summary import SummaryPaper, SummaryPart, SummaryText, SummaryVersion
from ui.layouts import LAYOUTS

WITHOUT_A_FORM = {
    SummaryPaper,
    SummaryPart,
    SummaryText,
    SummaryVersion,
    FiledFigure,
    Attachment,
    Draft,
    SavedQuery,
    StartPassword,
    YearClosing,
    ListLayout,
    WordAlias,
    CountyForm,
    CountyFormCell,
}


def test_every_record_type_has_a_form_but_those_written_on_a_page_of_their_own() -> None:
    assert set(RECORDS) - set(LAYOUTS) == WITHOUT_A_FORM


@pytest.mark.parametrize("record_type", LAYOUTS, ids=lambda one: one.about.table)
def test_every_field_stands_once_in_the_form_or_is_named_as_hidden(
    record_type: type[Record],
) -> None:
    layout = LAYOUTS[record_type]

    placed = Counter([*layout.names(), *layout.hidden])

    assert placed == Counter(list(fields_of(record_type)))


@pytest.mark.parametrize("record_type", LAYOUTS, ids=lambda one: one.about.table)
def test_no_row_has_more_than_two_fields(record_type: type[Record]) -> None:
    rows = [row for section in LAYOUTS[record_type].sections for row in section.rows]

    assert {len(row) for row in rows} <= {1, 2}
