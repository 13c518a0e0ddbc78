"""Which tabs the window has, and which pages are in them, as data."""

from models.records.base import Record
from ui.areas import (
    bargaining,
    events,
    funds,
    hardship,
    innovation,
    members,
    mutual,
    organisation,
    papers,
    rights,
    safety,
    service,
    summary,
)
from ui.areas.base import Area, SubTab
from ui.office import Office
from ui.page_spec import PageSpec
from ui.pages.backup import BackupPage
from ui.pages.home import HomePage

__all__ = ["AREAS", "Area", "SubTab", "list_spec"]

_KEPT = (
    organisation.AREA,
    members.AREA,
    bargaining.AREA,
    innovation.AREA,
    service.AREA,
    hardship.AREA,
    rights.AREA,
    safety.AREA,
    funds.AREA,
    mutual.AREA,
    events.AREA,
    papers.AREA,
)
AREAS: tuple[Area, ...] = (
    Area("home", "首页", "home", page=HomePage),
    *(one for one in _KEPT if one.lists),
    summary.AREA,
    Area("backup", "备份", "backup", page=BackupPage),
)


def list_spec(record_type: type[Record], office: Office) -> PageSpec:
    """Return how a record type is listed on its tab, or plainly when it has none."""
    for area in AREAS:
        for one in area.lists:
            spec = one.spec(office) if one.spec else None
            if spec is not None and spec.record_type is record_type:
                return spec
    return PageSpec(record_type)
