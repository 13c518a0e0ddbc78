"""The tab of rights."""

from ui.areas.base import Area

AREA = Area("rights", "维权调解", "rights")
