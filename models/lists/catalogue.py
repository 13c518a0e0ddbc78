"""All kinds of lists; what others name comes first."""

from collections.abc import Mapping

from models.lists import (
    bargaining,
    campaigns,
    democracy,
    elections,
    events,
    figures,
    funds,
    hardship,
    innovation,
    local,
    members,
    mutual,
    negotiation,
    organisation,
    papers,
    rights,
    safety,
    service,
    words,
)
from models.lists.kinds import SheetType

SHEET_TYPES: tuple[SheetType, ...] = (
    *organisation.LISTS,
    *elections.LISTS,
    *members.LISTS,
    *bargaining.LISTS,
    *campaigns.LISTS,
    *negotiation.LISTS,
    *democracy.LISTS,
    *innovation.LISTS,
    *hardship.LISTS,
    *rights.LISTS,
    *service.LISTS,
    *safety.LISTS,
    *events.LISTS,
    *mutual.LISTS,
    *funds.LISTS,
    *papers.LISTS,
    *local.LISTS,
    *words.LISTS,
    *figures.LISTS,
)
BY_NAME: Mapping[str, SheetType] = {one.name: one for one in SHEET_TYPES}
