"""Lists of service to workers: visits, questionnaires, issues raised and venues."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
