"""Households in hardship: files, reviews, pairing and aid."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
