"""Members, what changes in their membership, and transfers."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
