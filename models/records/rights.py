"""Cases of workers' rights, their steps, and letters of supervision."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
