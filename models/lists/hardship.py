"""Lists of households in hardship: files, reviews, pairing and aid."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
