"""What can be done with the rows and columns of any list."""

from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.opening import open_dialog
from ui.lists.commands import Command, ListContext

ROWS, COLUMNS = 1, 2


def operations(context: ListContext) -> list[Command]:
    """Return what can be done with a list, whatever it holds."""

    def choose_columns() -> None:
        open_dialog(ColumnsDialog(context))

    return [Command(label="选择列…", icon="columns", run=choose_columns, group=COLUMNS)]
