"""Lists of union funds: rules, dues, what was paid, remitted and returned, receipts and budget."""

from models.lists.kinds import SheetType

LISTS: tuple[SheetType, ...] = ()
