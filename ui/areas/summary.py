"""The tab of the annual summary: the paper, and what is decided about its numbers and words."""

from ui.areas.base import Area, SubTab
from ui.pages.filed import filed_spec
from ui.pages.summary.page import SummaryPage

AREA = Area(
    "summary",
    "年度总结",
    "summary",
    lists=(
        SubTab("总结", page=SummaryPage),
        SubTab("已上报", filed_spec),
    ),
)
