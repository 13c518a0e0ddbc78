"""Lists on landscape sheets: a repeated header, ruled rows, a total and room for signatures."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from models.errors import Problem
from reports.blocks import Block, Charts, Document, ListHead, SignatureRow, Table
from reports.pdf import styles
from reports.pdf.chart_page import ChartDrawing, ChartSheet
from reports.pdf.ink import MIDDLE
from reports.pdf.lines import single
from reports.pdf.list_parts import (
    ColumnHeader,
    head_height,
    head_operators,
    horizontal,
    label_columns,
    rules,
    signature_operators,
    total_operators,
    vertical,
)
from reports.pdf.list_rows import ListRows, lay_grid
from reports.pdf.paper import MM, Paper

_MARGIN = 15 * MM
_BOTTOM = 17 * MM
_FOOTER = 9 * MM
_SIGNATURE_HEIGHT = 14 * MM
_ROWS_WITH_TAIL = 2
_NO_ROWS = "本表无记录"
# Pages done, and pages in all.
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class _Sheet:
    head: ListHead
    table: Table
    signatures: tuple[str, ...] = ()


def draw_list(document: Document, paper: Paper, told: Told | None = None) -> None:
    """Draw lists, each starting on a new page, their pages counted through."""
    drawings = [
        ChartDrawing(sheet, paper)
        if isinstance(sheet, ChartSheet)
        else _ListDrawing(sheet, f"header{number}", paper)
        for number, sheet in enumerate(_sheets(document.blocks))
    ]
    whole = sum(len(drawing.pages) for drawing in drawings)
    for drawing in drawings:
        if isinstance(drawing, _ListDrawing):
            drawing.draw(whole, told)
        else:
            drawing.draw(whole)


def _sheets(blocks: Sequence[Block]) -> list[_Sheet | ChartSheet]:
    sheets: list[_Sheet | ChartSheet] = []
    head = ListHead("")
    for block in blocks:
        match block:
            case ListHead():
                head = block
            case Table():
                sheets.append(_Sheet(head, block))
            case Charts():
                sheets.append(ChartSheet(head, block))
            case SignatureRow(labels) if sheets and isinstance(sheets[-1], _Sheet):
                sheets[-1] = replace(sheets[-1], signatures=labels)
            case _:
                raise TypeError(f"{type(block).__name__} has no place here in a list")
    return sheets


class _ListDrawing:
    """One table over its pages."""

    def __init__(self, sheet: _Sheet, header_form: str, paper: Paper) -> None:
        self._sheet = sheet
        self._paper = paper
        self._grid = lay_grid(sheet.table, _MARGIN, paper.width - 2 * _MARGIN)
        self._header = ColumnHeader(sheet.table, self._grid, paper)
        self._header_form = header_form
        self._rows = ListRows(sheet.table, self._grid, paper)
        self._first_top = paper.height - _MARGIN - head_height(sheet.head, self._grid, paper)
        self.pages = self._paginate()

    def draw(self, whole: int, told: Told | None = None) -> None:
        """Draw every page, of `whole` in the document, and tell how far it is."""
        paper = self._paper
        size = (paper.width, self._header.height)
        paper.keep(self._header_form, size, self._header.operators())
        for page, (start, behind) in enumerate(self.pages):
            if page == 0:
                top = self._first_top
                head_top = paper.height - _MARGIN
                paper.write(head_operators(self._sheet.head, self._grid, head_top, paper))
            else:
                top = paper.height - _MARGIN
            paper.stamp(self._header_form, 0, top - self._header.height)
            is_last = page == len(self.pages) - 1
            paper.write(self._page(top, start, behind, is_last=is_last))
            paper.write([self._footer(whole)])
            paper.end_page()
            if told:
                told(paper.pages, whole)

    def _paginate(self) -> list[tuple[int, int]]:
        """Share the rows out; the last page never holds only the total and the signatures."""
        pages: list[tuple[int, int]] = []
        start, used, room = 0, 0.0, self._room(0)
        for row in range(len(self._rows)):
            height = self._rows.height(row, starts_page=row == start)
            if used + height > room and row > start:
                pages.append((start, row))
                start, used, room = row, 0.0, self._room(len(pages))
                height = self._rows.height(row, starts_page=True)
            if height > room:
                raise self._too_long(row)
            used += height
        if used + self._tail_height() > room:
            moved = max(start + 1, self._first_with_tail())
            if moved == len(self._rows):
                raise self._too_long(moved - 1)
            pages.append((start, moved))
            start = moved
        return [*pages, (start, len(self._rows))]

    def _first_with_tail(self) -> int:
        """Return the first of the rows that go to the last page with the total and signatures."""
        first, room = len(self._rows), self._room(1) - self._tail_height()
        for row in reversed(range(max(0, first - _ROWS_WITH_TAIL), first)):
            room -= self._rows.height(row, starts_page=True)
            if room < 0:
                break
            first = row
        return first

    def _too_long(self, row: int) -> Problem:
        return Problem(
            f"《{self._sheet.head.title}》第{row + 1}行的文字太长，一页纸放不下",
            "请先缩短这一行的文字再打印。",
        )

    def _room(self, page: int) -> float:
        top = self._first_top if page == 0 else self._paper.height - _MARGIN
        return top - self._header.height - _BOTTOM

    def _tail_height(self) -> float:
        table = self._sheet.table
        total = self._grid.row_height if table.total else 0.0
        return total + (_SIGNATURE_HEIGHT if self._sheet.signatures else 0.0)

    def _page(self, top: float, start: int, behind: int, *, is_last: bool) -> Iterator[str]:
        under_header = top - self._header.height
        heights = [
            self._rows.height(row, starts_page=row == start) for row in range(start, behind)
        ] or [self._grid.row_height]
        levels = list(accumulate(heights, lambda y, height: y - height, initial=under_header))
        yield from self._text(levels, start, behind)
        total = self._sheet.table.total if is_last else None
        bottom = levels[-1]
        if total:
            bottom -= self._grid.row_height
            middle = bottom + self._grid.row_height / 2
            yield from total_operators(self._sheet.table, total, self._grid, middle, self._paper)
        yield from self._rules(levels, bottom, start, behind)
        if is_last and self._sheet.signatures:
            middle = bottom - _SIGNATURE_HEIGHT / 2
            labels = self._sheet.signatures
            yield from signature_operators(labels, self._grid, middle, self._paper)

    def _text(self, levels: Sequence[float], start: int, behind: int) -> Iterator[str]:
        """Give the texts of a page's rows as one text object."""
        if start == behind:
            ink = styles.LIST_CELL.ink(self._paper)
            line = single(_NO_ROWS, ink)
            x = (self._paper.width - line.width) / 2
            middle = (levels[0] + levels[1]) / 2
            yield ink.place(line.arrays, x, middle - MIDDLE * ink.size)
            return
        yield "BT"
        for place, row in enumerate(range(start, behind)):
            yield self._rows.place_body(row, (levels[place] + levels[place + 1]) / 2)
        for run in self._rows.runs(start, behind):
            middle = (levels[run.start - start] + levels[run.behind - start]) / 2
            yield self._rows.place_merged(run, middle)
        yield "ET"

    def _rules(
        self, levels: Sequence[float], bottom: float, start: int, behind: int
    ) -> Iterator[str]:
        """Give the ruled lines of a page: `levels` are the rows' edges, `bottom` the total's."""
        edges, top = self._grid.edges, levels[0] + self._header.height
        left, right = edges[0], edges[-1]
        inner = [horizontal(left, right, y) for y in (levels[0], levels[-1]) if y != bottom]
        inner += self._row_rules(levels, start, behind)
        if start < behind:
            inner += [vertical(x, top, levels[-1]) for x in edges[1:-1]]
        else:
            inner += [vertical(x, top, levels[0]) for x in edges[1:-1]]
        if bottom < levels[-1] and self._sheet.table.total:
            behind_label = label_columns(self._sheet.table.total)
            inner += [vertical(x, levels[-1], bottom) for x in edges[behind_label:-1]]
        return rules(f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re", inner)

    def _row_rules(self, levels: Sequence[float], start: int, behind: int) -> list[str]:
        """Return the rules between rows, with gaps where a merged cell goes on."""
        edges = self._grid.edges
        going_on: dict[int, set[int]] = {}
        for run in self._rows.runs(start, behind):
            for row in range(run.start + 1, run.behind):
                going_on.setdefault(row - start, set()).add(run.column)
        found: list[str] = []
        for place in range(1, behind - start):
            spared = going_on.get(place)
            if spared is None:
                found.append(horizontal(edges[0], edges[-1], levels[place]))
                continue
            for is_spared, columns in groupby(range(len(edges) - 1), spared.__contains__):
                ruled = list(columns)
                if not is_spared:
                    found.append(horizontal(edges[ruled[0]], edges[ruled[-1] + 1], levels[place]))
        return found

    def _footer(self, whole: int) -> str:
        ink = styles.LIST_FOOTER.ink(self._paper)
        line = single(f"第{self._paper.pages + 1}页/共{whole}页", ink)
        return ink.place(line.arrays, (self._paper.width - line.width) / 2, _FOOTER)
