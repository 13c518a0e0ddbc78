"""Lists of one negotiation from the offer to the check on performance."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
