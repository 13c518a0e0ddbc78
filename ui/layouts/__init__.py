"""How each form is arranged: sections with rows of fields, as data."""

from collections import ChainMap

from models.records.base import Record
from ui.layouts import (
    bargaining,
    democracy,
    elections,
    events,
    figures,
    filed,
    funds,
    hardship,
    innovation,
    local,
    members,
    mutual,
    negotiation,
    papers,
    rights,
    safety,
    service,
    town,
    unions,
    units,
    words,
)
from ui.layouts.base import Layout, Layouts, Section

__all__ = ["LAYOUTS", "Layout", "Section"]

_AREAS = (
    bargaining,
    democracy,
    elections,
    events,
    figures,
    filed,
    funds,
    hardship,
    innovation,
    local,
    members,
    mutual,
    negotiation,
    papers,
    rights,
    safety,
    service,
    town,
    unions,
    units,
    words,
)
LAYOUTS: Layouts = dict(ChainMap[type[Record], Layout](*(dict(one.LAYOUTS) for one in _AREAS)))
