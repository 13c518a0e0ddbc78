"""Safety contests, checks, hazards, training and health."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
