"""Scans and photographs that prove a record."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
