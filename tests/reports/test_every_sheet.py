"""Every workbook that leaves the program is opened again: codes, header, widths, print, formulas."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.fields import CreditCode, PersonId, Phone, fields_of
from models.periods import year_period
from models.records import RECORDS
from models.records.base import Record
from models.records.drafts import Draft
from models.store import Store
from reports.catalogue import REPORTS, Report
from reports.listing import Listing
from reports.listing_fields import records_listing
from reports.listing_sheet import sheet_of_listing
from reports.output import write_report
from reports.workbook import write_table
from tests.models.filled import filled
from tests.reports.leaving import faults

PERIOD = year_period(2024)
LISTED = [one for one in RECORDS if one is not Draft]
# The two forms of the county keep their own look, which their tests compare.
SAVED = [one for one in REPORTS if "xlsx" in one.formats and one.workbook is None]
FIRST_ROW = 4
CODES = (PersonId, Phone, CreditCode)


def required(report: Report) -> dict[str, str]:
    """A value for each parameter that must be given: its first choice."""
    return {one.key: next(iter(one.choices)) for one in report.parameters if one.is_required}


def test_every_report_is_a_workbook_that_lacks_nothing(town: Store, tmp_path: Path) -> None:
    found = {}

    for report in SAVED:
        request = report.request(PERIOD, profile="上报", values=required(report))
        file = write_report(town, report.name, request, tmp_path / f"{report.name}.xlsx")
        found[report.name] = faults(file)

    assert len(found) > 10
    assert {name: told for name, told in found.items() if told} == {}


def test_every_list_is_a_sheet_that_lacks_nothing(empty_town: Store, tmp_path: Path) -> None:
    with empty_town.change("登记"):
        for record_type in LISTED:
            empty_town.insert_all([filled(empty_town, record_type)])
    sheets = [sheet_of_listing(listing_of(empty_town, one)) for one in LISTED]

    file = write_table(tmp_path / "a.xlsx", sheets)

    assert faults(file) == []
    book = load_workbook(file)
    for record_type, sheet in zip(LISTED, book.worksheets, strict=True):
        assert sheet.max_row == FIRST_ROW - 1 + empty_town.count(record_type)
        assert code_faults(sheet, record_type) == []
    book.close()


def listing_of(store: Store, record_type: type[Record]) -> Listing:
    """All records of a type with all their fields."""
    ids = [one.id or 0 for one in store.all(record_type)]
    return records_listing(store, record_type, ids, names=(), profile="上报", day=PERIOD.last)


def code_faults(sheet: Worksheet, record_type: type[Record]) -> list[str]:
    """The columns of codes, phones and identity numbers whose cells are no text."""
    kinds = zip(sheet[FIRST_ROW], fields_of(record_type).values(), strict=True)
    return [
        f"{sheet.title}: {kind.label} is no text"
        for cell, kind in kinds
        if isinstance(kind, CODES)
        and (cell.number_format != "@" or isinstance(cell.value, int | float))
    ]
