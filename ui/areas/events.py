"""The tab of events."""

from ui.areas.base import Area, SubTab

AREA = Area("events", "活动荣誉", "events")

# Lists that stand in the tab of documents: meetings and what came in.
PAPERS: tuple[SubTab, ...] = ()
