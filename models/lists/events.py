"""Lists of activities, honours, publicity, receptions, the chronicle, meetings and plans."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
