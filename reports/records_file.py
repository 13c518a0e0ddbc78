"""Records of one type as a workbook, for the command line."""

from collections.abc import Collection, Sequence
from pathlib import Path

from models import clock
from models.asking.lists import rows_of
from models.records.base import Record
from models.store import Store
from reports.listing_fields import records_listing
from reports.listing_sheet import write_listing


def write_records(
    path: Path,
    store: Store,
    record_type: type[Record],
    *,
    names: Sequence[str],
    wanted: Collection[int] | None,
) -> int:
    """Save records with these fields, or with all, as a workbook; return how many they are."""
    day = clock.today()
    rows = rows_of(store, record_type, scope={}, year=None, day=day)
    ids = rows.ids if wanted is None else rows.passing(wanted).ids
    write_listing(
        path, records_listing(store, record_type, ids, names=names, profile="上报", day=day)
    )
    return len(ids)
