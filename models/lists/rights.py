"""Lists of cases of workers' rights, their steps, and letters of supervision."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
