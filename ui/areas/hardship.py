"""The tab of hardship."""

from ui.areas.base import Area

AREA = Area("hardship", "困难帮扶", "hardship")
