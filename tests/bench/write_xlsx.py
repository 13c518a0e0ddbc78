"""Writes rows as a workbook: python -m tests.bench.write_xlsx ours|xlsxwriter|plain|rust ROWS OUT."""

import marshal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path

Rows = Sequence[Sequence[str | int | None]]


def ours(headings: Sequence[str], rows: Rows, target: Path) -> None:
    """Write the rows as a list of the program leaves it."""
    from reports.listing import Listing, ListingColumn
    from reports.listing_sheet import write_listing

    numbers = [place for place, cell in enumerate(rows[0]) if isinstance(cell, int)]
    columns = [
        ListingColumn(heading=one, kind="number" if place in numbers else "text")
        for place, one in enumerate(headings)
    ]
    listing = Listing(
        title="企业台账",
        author="示例镇总工会",
        columns=columns,
        rows=lambda: rows,
        count=len(rows),
        measure="家",
        day=date(2024, 12, 31),
    )
    write_listing(target, listing)


def xlsxwriter(headings: Sequence[str], rows: Rows, target: Path) -> None:
    """Write the rows with XlsxWriter and the same formats, print set-up and frozen header."""
    from xlsxwriter.workbook import Workbook

    with Workbook(str(target), {"constant_memory": True}) as book:
        page = book.add_worksheet("企业台账")
        look = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "border": 1}
        words = book.add_format({**look, "num_format": "@"})
        number = book.add_format({**look, "num_format": "#,##0"})
        page.write_row(0, 0, headings, book.add_format({**look, "bold": True}))
        for line, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(line, place, cell, number)
                elif cell:
                    page.write_string(line, place, cell, words)
                else:
                    page.write_blank(line, place, None, words)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(rows), len(headings) - 1)
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)


def plain(headings: Sequence[str], rows: Rows, target: Path) -> None:
    """Write the rows with XlsxWriter and nothing else."""
    from xlsxwriter.workbook import Workbook

    with Workbook(str(target), {"constant_memory": True}) as book:
        page = book.add_worksheet("企业台账")
        for line, row in enumerate((headings, *rows)):
            page.write_row(line, 0, row)


def rust(headings: Sequence[str], rows: Rows, target: Path) -> None:
    """Write the rows with the binding of the Rust writer and nothing else."""
    write_worksheet = import_module("rustpy_xlsxwriter").write_worksheet
    write_worksheet((dict(zip(headings, row, strict=True)) for row in rows), str(target))


WRITERS: dict[str, Callable[[Sequence[str], Rows, Path], None]] = {
    "ours": ours,
    "xlsxwriter": xlsxwriter,
    "plain": plain,
    "rust": rust,
}

if __name__ == "__main__":
    names, cells = marshal.loads(Path(sys.argv[2]).read_bytes())
    WRITERS[sys.argv[1]](names, cells, Path(sys.argv[3]))
