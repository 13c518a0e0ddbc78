"""Service to workers: visits, questionnaires, issues raised and venues."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
