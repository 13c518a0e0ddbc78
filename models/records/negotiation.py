"""One negotiation from the offer to the check on performance."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
