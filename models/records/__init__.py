"""What is kept: the record types of the office file, those that others link to before them."""

from models.records import (
    attachments,
    bargaining,
    democracy,
    elections,
    events,
    funds,
    hardship,
    innovation,
    local,
    members,
    mutual,
    negotiation,
    papers,
    reported,
    rights,
    safety,
    service,
    summary,
    unions,
    units,
)
from models.records.base import Record
from models.records.town import Town, UnitAlias

RECORDS: tuple[type[Record], ...] = (
    Town,
    *local.RECORDS,
    *units.RECORDS,
    UnitAlias,
    *unions.RECORDS,
    *members.RECORDS,
    *elections.RECORDS,
    *bargaining.RECORDS,
    *negotiation.RECORDS,
    *democracy.RECORDS,
    *innovation.RECORDS,
    *hardship.RECORDS,
    *rights.RECORDS,
    *service.RECORDS,
    *safety.RECORDS,
    *events.RECORDS,
    *mutual.RECORDS,
    *funds.RECORDS,
    *papers.RECORDS,
    *attachments.RECORDS,
    *summary.RECORDS,
    *reported.RECORDS,
)
BY_TABLE: dict[str, type[Record]] = {one.about.table: one for one in RECORDS}
