"""The tab of safety."""

from ui.areas.base import Area

AREA = Area("safety", "安全健康", "safety")
