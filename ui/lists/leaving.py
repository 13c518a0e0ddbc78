"""How the keyboard leaves a grid in which Tab goes from cell to cell."""

from PySide6.QtWidgets import QTableView

from ui import keys


def let_out(grid: QTableView) -> None:
    """Let the key for the next field lead out of a grid from any of its cells."""

    def leave() -> None:
        grid.setTabKeyNavigation(False)
        grid.focusNextPrevChild(True)
        grid.setTabKeyNavigation(True)

    keys.bind(grid, "next_field", leave)
