"""Lists of applications and replies, elections, offices held, and certificates of legal personality."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
