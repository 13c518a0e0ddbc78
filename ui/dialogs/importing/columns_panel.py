"""What each column of a list is read as, to be corrected."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.lists.catalogue import BY_NAME
from models.lists.kinds import SheetType
from models.sheets.layout import SPAN
from models.sheets.plan import ColumnUse, SheetPlan
from ui.dialogs.importing.changing_area import ChangingArea
from ui.dialogs.importing.picks import WordPick
from ui.forms.options import Option
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.elided import ElidedLabel

NOT_READ = "不导入"
HEADINGS = ("列", "表里的表头", "前几行写着", "登记到", "")
MOST_LINES = 8
PICK_CHARS, SAMPLE_CHARS, HEADING_CHARS = 14, 18, 12
_ONE_DAY_EACH = "（一格写着起止两天）"


class ColumnsPanel(ChangingArea):
    """A line for each column: its heading, what stands in it, and the field that it fills."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._picks: dict[str, WordPick] = {}
        self._refused: Mapping[str, int] = {}

    @property
    def picks(self) -> dict[str, WordPick]:
        """The choice of each column by its letters."""
        return dict(self._picks)

    def show_sheet(self, sheet: SheetPlan) -> None:
        """Show the columns of a sheet, and keep the place to which it was scrolled."""
        has_focus = next((at for at, one in self._picks.items() if one.control.hasFocus()), "")
        self._picks.clear()
        content = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        kind = BY_NAME.get(sheet.kind)
        if kind is None:
            _show_lines(grid, sheet.first_lines)
        else:
            self._refused = _count_refused(sheet)
            for at, words in enumerate(HEADINGS):
                grid.addWidget(_label(words, "section"), 0, at)
            for row, uses in enumerate(_by_column(sheet.columns), start=1):
                self._add_row(grid, row, uses, kind)
        grid.setColumnStretch(len(HEADINGS) - 1, 1)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(grid)
        outer.addStretch()
        self.show_content(content)
        if has_focus in self._picks:
            self._picks[has_focus].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(
        self, grid: QGridLayout, row: int, uses: Sequence[ColumnUse], kind: SheetType
    ) -> None:
        use = uses[0]
        pick = WordPick(
            f"{use.heading or use.letters + '列'}登记到", fields_of_kind(kind), use.code
        )
        pick.setFixedWidth(theme.chars(PICK_CHARS))
        pick.settled.connect(lambda code, at=use.letters: self.chosen.emit(at, code))
        self._picks[use.letters] = pick
        grid.addWidget(_label(use.letters, "muted"), row, 0)
        heading = _label(use.heading or "（没有表头）", "" if use.heading else "muted")
        heading.setMinimumWidth(theme.chars(HEADING_CHARS))
        grid.addWidget(heading, row, 1)
        shown = ElidedLabel("、".join(use.samples) or "（空）")
        shown.setFixedWidth(theme.chars(SAMPLE_CHARS))
        theme.mark(shown, "muted")
        grid.addWidget(shown, row, 2)
        grid.addWidget(pick, row, 3)
        grid.addWidget(self._beside(use, kind), row, 4)

    def _beside(self, use: ColumnUse, kind: SheetType) -> QWidget:
        """Return a note on how a column was understood, or what it looks like, to be clicked."""
        likely = kind.slot_coded(use.likely) if use.likely else None
        if (refused := self._refused.get(use.letters)) and use.code:
            return _label(f"{refused}行读不懂，是不是对应错了？", "error")
        if likely is None:
            return _label(use.note, "help")
        link = link_button(f"内容像“{kind.name_of(likely)}”，就登记到这里")
        link.clicked.connect(lambda: self.chosen.emit(use.letters, likely.code))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(link)
        row.addStretch()
        return box


def fields_of_kind(kind: SheetType) -> list[Option]:
    """Return everything as which a column of a kind of list can be read."""
    found = [Option("", NOT_READ)]
    if kind.span is not None:
        first, last = kind.name_of(kind.span.first), kind.name_of(kind.span.last)
        found.append(Option(SPAN, f"{first}、{last}", _ONE_DAY_EACH))
    for slot in kind.slots:
        of_others = slot.record_type.about.label if slot.record_type is not kind.record else ""
        needed = "必需" if not of_others and slot.name in kind.needs else ""
        found.append(Option(slot.code, kind.name_of(slot), of_others or needed))
    return found


def _count_refused(sheet: SheetPlan) -> Counter[str]:
    """Return in how many rows something is wrong with the cell of each column."""
    return Counter(
        one.cell.rstrip("0123456789")
        for row in sheet.rows
        for one in row.messages
        if one.kind == "error" and one.cell
    )


def _show_lines(grid: QGridLayout, lines: Sequence[str]) -> None:
    """Show the first rows of a sheet of which nothing is known yet."""
    for row, line in enumerate(lines[:MOST_LINES]):
        grid.addWidget(_label(f"第{row + 1}行", "muted"), row, 0)
        shown = ElidedLabel(line)
        grid.addWidget(shown, row, 1, 1, len(HEADINGS) - 1)


def _by_column(columns: Sequence[ColumnUse]) -> list[list[ColumnUse]]:
    """Return the uses of each column; one with both ends of a span has two."""
    found: dict[str, list[ColumnUse]] = {}
    for one in columns:
        found.setdefault(one.letters, []).append(one)
    return list(found.values())


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    if role:
        theme.mark(label, role)
    return label
