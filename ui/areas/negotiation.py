"""Lists and pages of negotiations."""

from ui.areas.base import SubTab

LISTS: tuple[SubTab, ...] = ()
