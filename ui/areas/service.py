"""The tab of service."""

from ui.areas.base import Area

AREA = Area("service", "服务职工", "service")
