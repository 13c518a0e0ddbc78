"""Which rows of a sheet are looked at: those of one verdict, and those with the typed words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from models.sheets.plan import SAID, RowPlan, SheetPlan, Verdict
from ui.look import theme
from ui.look.find_line import find_line
from ui.look.flow import FlowLayout

ALL, DOUBTED = "all", "doubted"
NAMES: dict[str, str] = {
    ALL: "全部",
    DOUBTED: "新增要核对",
    **{str(verdict): said for verdict, said in SAID.items()},
}
ORDER: tuple[str, ...] = (
    ALL,
    "error",
    "conflict",
    DOUBTED,
    "new",
    "update",
    "duplicate",
    "left_out",
)
FIND_CHARS = 14


class Narrowing(QWidget):
    """The verdicts with their counts, and a line to find rows by words."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._texts: dict[int, str] = {}
        self._sheet = SheetPlan("")
        self.chosen = ALL
        flow = FlowLayout(gap=theme.px(4))
        for name in ORDER:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            theme.mark(button, "sub")
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            self._group.addButton(button)
            self._buttons[name] = button
            flow.addWidget(button)
        self.find_line = find_line("在行里查找", "在这张表的行里查找")
        self.find_line.setFixedWidth(theme.chars(FIND_CHARS))
        self.find_line.textChanged.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(flow, 1)
        row.addWidget(self.find_line)

    def show_sheet(self, sheet: SheetPlan) -> None:
        """Count the rows of a sheet; a verdict that no row has is not offered."""
        self._sheet = sheet
        self._texts.clear()
        for name, button in self._buttons.items():
            count = sum(map(_test(name), sheet.rows))
            button.setText(f"{NAMES[name]} {count}")
            button.setVisible(bool(count) or name == ALL)
        if not self._buttons[self.chosen].isVisibleTo(self):
            self.chosen = ALL
        self._buttons[self.chosen].setChecked(True)

    def choose(self, name: str) -> None:
        """Look at the rows of one verdict."""
        self.chosen = name
        self._buttons[name].setChecked(True)
        self.changed.emit()

    def go_on_from(self, earlier: "Narrowing") -> None:
        """Look at the same as an earlier one did."""
        self.chosen = earlier.chosen
        self.find_line.setText(earlier.find_line.text())
        self.show_sheet(self._sheet)

    def rows(self) -> Sequence[RowPlan]:
        """Return the rows to look at."""
        test = _test(self.chosen)
        words = self.find_line.text().casefold().split()
        rows = [row for row in self._sheet.rows if test(row)]
        if not words:
            return rows
        return [row for row in rows if all(word in self._text_of(row) for word in words)]

    def _text_of(self, row: RowPlan) -> str:
        found = self._texts.get(row.row)
        if found is None:
            grid = self._sheet.grid
            cells = grid.rows[row.row - 1] if grid and row.row <= len(grid.rows) else ()
            said = (one.text for one in row.messages)
            texts = (str(row.row), row.title, SAID[row.verdict], *said, *map(str, cells))
            found = self._texts[row.row] = "\n".join(texts).casefold()
        return found


def _test(name: str) -> Callable[[RowPlan], bool]:
    if name == ALL:
        return lambda _row: True
    if name == DOUBTED:
        return _is_doubted
    verdict: Verdict = name  # type: ignore[assignment]
    return lambda row: row.verdict == verdict


def _is_doubted(row: RowPlan) -> bool:
    """Whether a new row says something that deserves a look."""
    return row.verdict == "new" and any(one.kind == "warn" for one in row.messages)
