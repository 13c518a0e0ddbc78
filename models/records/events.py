"""Activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.records import activities, diary, honours
from models.records.base import Record

RECORDS: tuple[type[Record], ...] = (
    *activities.RECORDS,
    *honours.RECORDS,
    *diary.RECORDS,
)
