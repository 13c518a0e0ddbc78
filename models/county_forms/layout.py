"""The labels of a sheet: which rows are titles, what is written left of a cell and above it."""

import re
from collections.abc import Iterator

from models.county_forms.book import FormCell, FormSheet
from models.county_forms.likeness import is_measure, is_words, plain_label

# Nothing of a form lies beyond; a sheet may claim 16,384 columns all the same.
MOST_ROWS, MOST_COLUMNS = 3_000, 256
WIDE = 0.6
LONGEST_LABEL = 60
DEEPEST = 6
_CODE = re.compile(r"[甲乙丙丁戊己庚辛]|[(（]?\d{1,3}[)）]?|[A-Z]{1,2}")
_A_YEAR = re.compile(r"20[0-4]\d")
_TITLE = re.compile(r"[表册簿卡单]$|台账|统计|汇总|花名|名册|年度|20\d\d")
# Blanks beside the last label may not be in the file at all.
BESIDE = 2
HEADER_ROWS = 4
_AMONG = ("其中", "#", "内:", "内：")

Cell = tuple[int, int]


class Layout:
    """What the labels of one sheet say about its cells; `year` is the year it is about."""

    def __init__(self, sheet: FormSheet, year: int | None = None) -> None:
        self.sheet = sheet
        self.year = year
        self.rows = min(sheet.row_count, MOST_ROWS)
        self.columns = min(sheet.column_count, MOST_COLUMNS)
        self.has_boxes = any(one.is_boxed for one in sheet.cells.values())
        self._texts: dict[int, list[Cell]] = {row: [] for row in range(self.rows)}
        for row, column in sorted(sheet.cells):
            if row < self.rows and column < self.columns and sheet.cells[row, column].text:
                self._texts[row].append((row, column))
        self._codes = {row for row in range(self.rows) if self._is_code_row(row)}
        self._headings = {row for row in range(self.rows) if self._is_heading(row)}
        self._paired: dict[int, set[Cell]] = {}
        self._left: dict[Cell, tuple[Cell, ...]] = {}
        self._up: dict[Cell, tuple[Cell, ...]] = {}

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings before the first row of the form itself."""
        return tuple(self.sheet.text(*self._texts[row][0]) for row in self._title_rows())

    def cells(self) -> Iterator[Cell]:
        """Yield the places that show a content of their own, row by row."""
        for row in range(self.rows):
            for column in range(self.columns if self.has_boxes else self.columns + BESIDE):
                if self.sheet.owner(row, column) == (row, column):
                    yield row, column

    def cell(self, at: Cell) -> FormCell:
        """Return what shows at a place."""
        return self.sheet.cell(*at)

    def is_label(self, at: Cell) -> bool:
        """Whether words at a place may name other cells."""
        row, column = self.sheet.owner(*at)
        if row in self._headings or row in self._codes:
            return False
        cell = self.sheet.cell(row, column)
        if cell.kind == "number":
            return bool(_A_YEAR.fullmatch(cell.text))
        return cell.kind == "text" and len(cell.text) <= LONGEST_LABEL and is_words(cell.text)

    def is_heading(self, row: int) -> bool:
        """Whether a row is the title of what stands below it."""
        return row in self._headings

    def is_code_row(self, row: int) -> bool:
        """Whether a row only numbers the columns: 甲 乙 1 2 3."""
        return row in self._codes

    def label(self, at: Cell) -> str:
        """Return the words of a place as anchors keep them."""
        return plain_label(self.sheet.text(*at), self.year)

    def labels_left(self, at: Cell) -> tuple[str, ...]:
        """Return the labels of a cell's row, the outermost first; before them their unit."""
        row, column = self.sheet.owner(*at)
        chain = self._in_one_table((row, column), self._chain_left(row, column))
        if not chain:
            return ()
        parents = self._parents(chain[0])
        outer = [*chain[1:], *self._groups_above(row, chain)]
        said = [self.label(one) for one in (chain[0], *parents, *outer)]
        # A unit stands nearest to the numbers, but what is counted is the row's name.
        inward = said[:DEEPEST][::-1]
        return tuple(dict.fromkeys(sorted(inward, key=is_measure, reverse=True)))

    def labels_above(self, at: Cell) -> tuple[str, ...]:
        """Return the labels of a cell's column, the outermost first."""
        row, column = self.sheet.owner(*at)
        chain = self._in_one_table((row, column), self._chain_up(row, column))
        said = [self.label(one) for one in chain]
        return tuple(dict.fromkeys(reversed(said[:DEEPEST])))

    def measures_left(self, at: Cell) -> tuple[str, ...]:
        """Return the units that stand in a cell's row before it; % alone is no label."""
        row, column = self.sheet.owner(*at)
        texts = (self.sheet.text(row, one) for one in range(column))
        return tuple(dict.fromkeys(plain_label(one) for one in texts if is_measure(one)))

    def section(self, row: int) -> str:
        """Return the heading under which a row stands, blank under the sheet's own titles."""
        titles = set(self._title_rows())
        above = (one for one in range(row - 1, -1, -1) if one in self._headings)
        found = next(above, None)
        if found is None or found in titles:
            return ""
        return self.label(self._texts[found][0])

    def has_own_words(self, row: int, column: int) -> bool:
        """Whether words begin in that row at that place, and are not only reached by a merge."""
        merge = self.sheet.merge_at(row, column)
        if merge and merge.bottom > merge.top:
            return False
        return is_words(self.sheet.text(row, column))

    def is_free(self, at: Cell) -> bool:
        """Whether a cell is blank and looks as if something belonged there."""
        cell = self.sheet.cell(*at)
        return cell.kind == "blank" and (cell.is_boxed or not self.has_boxes)

    @property
    def head_texts(self) -> tuple[str, ...]:
        """The texts above the table, and after them the labels of its first rows."""
        first = next((row for row in range(self.rows) if not self._is_loose(row)), self.rows)
        reached = min(first + HEADER_ROWS, self.rows)
        return tuple(
            self.sheet.text(*at)
            for row in range(reached)
            for at in self._texts[row]
            if row < first or self.is_label(at)
        )

    @property
    def loose_texts(self) -> tuple[str, ...]:
        """The texts that stand outside the table: 填报单位：, 单位：万元."""
        return tuple(
            self.sheet.text(*at)
            for row in range(self.rows)
            for at in self._texts[row]
            if not self.sheet.cell(*at).is_boxed
        )

    def _title_rows(self) -> list[int]:
        rows = []
        for row in range(self.rows):
            if row in self._headings:
                rows.append(row)
            elif self._texts[row] and not self._is_loose(row):
                break
        return rows

    def _is_loose(self, row: int) -> bool:
        """Whether a row stands outside the table: 填报单位：　　单位：人."""
        return self.has_boxes and not any(
            self.sheet.cell(row, column).is_boxed for column in range(self.columns)
        )

    def _is_code_row(self, row: int) -> bool:
        said = [self.sheet.text(*at).strip() for at in self._texts[row]]
        return len(said) >= 2 and all(_CODE.fullmatch(one) for one in said)

    def _is_heading(self, row: int) -> bool:
        if len(self._texts[row]) != 1:
            return False
        _, column = self._texts[row][0]
        cell = self.sheet.cells[row, column]
        if cell.kind != "text" or not is_words(cell.text):
            return False
        merge = self.sheet.merge_at(row, column)
        width = merge.right - merge.left + 1 if merge else 1
        if width > 1 and width >= WIDE * self.columns:
            return True
        if not self.has_boxes:
            return row == 0 and bool(_TITLE.search(cell.text))
        last = merge.right if merge else column
        beside = (one for one in range(self.columns) if not column <= one <= last)
        return not any(self.sheet.cell(row, one).is_boxed for one in beside) and (
            not cell.is_boxed or (self.columns > 1 and width >= self.columns)
        )

    def _chain_left(self, row: int, column: int) -> tuple[Cell, ...]:
        """Return the nearest label of a row and those that follow it without a gap."""
        passed = []
        chain: tuple[Cell, ...] = ()
        while column > 0:
            if (row, column) in self._left:
                chain = self._left[row, column]
                break
            passed.append((row, column))
            before = self.sheet.owner(row, column - 1)
            if self.is_label(before):
                chain = (before, *self._unbroken_left(row, before))
                break
            column -= 1
        if chain and all(is_measure(self.sheet.text(*one)) for one in chain):
            chain = (*chain, *self._chain_left(row, chain[-1][1]))
        self._left.update(dict.fromkeys(passed, chain))
        return chain

    def _in_one_table(self, at: Cell, chain: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Return the labels as far as they stand in the table: 单位：人 above it is no header."""
        boxed = [self.sheet.cell(*one).is_boxed for one in chain]
        if not self.sheet.cell(*at).is_boxed or True not in boxed or False not in boxed:
            return chain
        return chain[: boxed.index(not boxed[0])]

    def _unbroken_left(self, row: int, at: Cell) -> tuple[Cell, ...]:
        found = []
        column = at[1]
        while column > 0:
            before = self.sheet.owner(row, column - 1)
            if not self.is_label(before):
                break
            found.append(before)
            column = before[1]
        return tuple(found)

    def _chain_up(self, row: int, column: int) -> tuple[Cell, ...]:
        """Return the nearest label of a column and those that follow it without a gap."""
        passed = []
        chain: tuple[Cell, ...] = ()
        while row > 0:
            if (row, column) in self._up:
                chain = self._up[row, column]
                break
            passed.append((row, column))
            before = self.sheet.owner(row - 1, column)
            if self.is_label(before) and not self._names_its_row(before):
                chain = (before, *self._unbroken_up(before, column))
                break
            row -= 1
        self._up.update(dict.fromkeys(passed, chain))
        return chain

    def _unbroken_up(self, at: Cell, column: int) -> tuple[Cell, ...]:
        found = []
        row = at[0]
        while row > 0:
            before = self.sheet.owner(row - 1, column)
            if not self.is_label(before) or self._names_its_row(before):
                break
            found.append(before)
            row = before[0]
        return tuple(found)

    def _names_its_row(self, at: Cell) -> bool:
        """Whether words name the blank beside them, as 姓名 and 电话 do, and not what is below."""
        row = at[0]
        if row not in self._paired:
            paired = {one for one in self._texts[row] if self._is_answered_beside(one)}
            is_alone = self._texts[row] == [(row, 0)]
            is_told = is_alone or (len(paired) >= 2 and len(paired) * 2 >= len(self._texts[row]))
            self._paired[row] = paired if is_told else set()
        return at in self._paired[row]

    def _is_answered_beside(self, at: Cell) -> bool:
        merge = self.sheet.merge_at(*at)
        beside = at[0], (merge.right if merge else at[1]) + 1
        if not self.has_boxes or beside[1] >= self.columns:
            return False
        return self.is_free(beside) or self.cell(beside).kind == "formula"

    def _parents(self, at: Cell) -> list[Cell]:
        """Return the rows of which a label is a part: 其中 and what is pushed in."""
        found: list[Cell] = []
        row, column = at
        depth = self._depth(at)
        while depth > 0 and row > 0:
            row -= 1
            above = self.sheet.owner(row, column)
            if row in self._headings or len(found) >= 2:
                break
            is_higher = above == (row, column) and self._depth(above) < depth
            if is_higher and self.is_label(above):
                found.append(above)
                depth = self._depth(above)
        return found

    def _depth(self, at: Cell) -> int:
        """Return how far a label is pushed in; 其中 counts as pushed in."""
        cell = self.sheet.cell(*at)
        blanks = len(cell.text) - len(cell.text.lstrip(" \u3000\u00a0"))
        wide = cell.text[:blanks].count("\u3000")
        is_part = cell.text.lstrip().startswith(_AMONG)
        return blanks + wide + 2 * cell.indent + (1 if is_part else 0)

    def _groups_above(self, row: int, chain: tuple[Cell, ...]) -> list[Cell]:
        """Return the groups that are written only at their first row, left of a row's own labels."""
        column = chain[-1][1]
        leaf = chain[0][1]
        if column == 0 or self.sheet.text(row, column - 1):
            return []
        for above in range(row - 1, -1, -1):
            if above in self._headings:
                break
            at = self.sheet.owner(above, column - 1)
            if self.is_label(at):
                return [at] if self.is_label((above, leaf)) else []
        return []
