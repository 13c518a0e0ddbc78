"""Mutual aid: plans, policies, the insured and claims."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
