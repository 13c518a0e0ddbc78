"""Lists of safety contests, checks, hazards, training and health."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
