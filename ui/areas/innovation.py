"""The tab of democratic management and of economic and technical innovation."""

from models.records.democracy import DemocracyYear
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.page import PageSpec

AREA = Area(
    "democracy",
    "民主与创新",
    "innovation",
    lists=(
        listed(
            "民主管理",
            PageSpec(
                DemocracyYear,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("has_column", "disclosure_leader"),
            ),
        ),
    ),
)
