"""Lists of applications, elections, offices and certificates."""

from ui.areas.base import SubTab

LISTS: tuple[SubTab, ...] = ()
