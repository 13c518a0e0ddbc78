"""Lists of members, what changes in their membership, and transfers."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
