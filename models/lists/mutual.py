"""Lists of mutual aid: plans, policies, the insured and claims."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
