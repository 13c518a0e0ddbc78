"""The tab of mutual."""

from ui.areas.base import Area

AREA = Area("mutual", "互助保障", "mutual")
