"""The tab of funds."""

from ui.areas.base import Area

AREA = Area("funds", "工会经费", "funds")
