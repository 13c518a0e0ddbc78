"""The tab of members."""

from ui.areas.base import Area

AREA = Area("members", "会员", "members")
