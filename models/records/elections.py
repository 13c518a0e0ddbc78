"""Applications and replies, elections, offices held, and certificates of legal personality."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
