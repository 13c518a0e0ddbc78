"""Merely reads all cells of a list: python -m tests.bench.read_xlsx openpyxl|calamine|pandas LIST.xlsx."""

import sys
from importlib import import_module
from typing import Any


def read_with_calamine(path: str) -> int:
    """Return the number of rows."""
    import python_calamine

    with python_calamine.CalamineWorkbook.from_path(path) as book:
        return len(book.get_sheet_by_index(0).to_python(skip_empty_area=False))


def read_with_openpyxl(path: str) -> int:
    """Return the number of rows, read in the way that openpyxl does fastest."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def read_with_pandas(path: str) -> int:
    """Return the number of rows, read as most people read them."""
    # Not among our packages, so that its types are unknown.
    pandas: Any = import_module("pandas")
    return len(pandas.read_excel(path, header=None, dtype=str))


READERS = {
    "calamine": read_with_calamine,
    "openpyxl": read_with_openpyxl,
    "pandas": read_with_pandas,
}

if __name__ == "__main__":
    READERS[sys.argv[1]](sys.argv[2])
