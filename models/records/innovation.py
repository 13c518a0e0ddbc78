"""Contests, suggestions, patents, technical projects and model workers."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
