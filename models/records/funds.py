"""Union funds: rules, dues, what was paid, remitted and returned, receipts and budget."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
