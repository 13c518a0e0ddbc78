"""The tab of collective bargaining."""

from models.records.bargaining import Campaign, Contract, Coverage
from ui.areas import negotiation
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.page_spec import PageSpec

AREA = Area(
    "bargaining",
    "集体协商",
    "bargaining",
    lists=(
        listed(
            "协商行动",
            PageSpec(Campaign, advice="登记当年的协商行动，再在下方登记领导小组和五步台账。"),
        ),
        *negotiation.LISTS,
        listed(
            "集体合同",
            PageSpec(
                Contract,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("scope", "valid_from", "performance"),
            ),
        ),
        listed("合同覆盖企业", PageSpec(Coverage, advice=IMPORT_LIST, can_import=True)),
    ),
)
