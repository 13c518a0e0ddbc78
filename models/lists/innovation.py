"""Lists of contests, suggestions, patents, technical projects and model workers."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
