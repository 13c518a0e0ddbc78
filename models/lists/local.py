"""Lists of local rules and days that are worked or not against the calendar."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
