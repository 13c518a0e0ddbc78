"""Activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.records.base import Record

RECORDS: tuple[type[Record], ...] = ()
