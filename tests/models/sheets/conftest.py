"""An empty office file, and lists written for one test."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from models.records.town import Town
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store

Rows = Sequence[Sequence[object]]
WriteList = Callable[..., Path]
Import = Callable[..., ImportResult]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An office file without records."""
    town = Town(
        name="青石镇",
        union_name="青石镇总工会",
        parent_union="云台县总工会",
        county="云台县",
        city="临江市",
        year=2024,
    )
    made = Store.create(tmp_path / "office.db", town)
    yield made
    made.close()


@pytest.fixture
def write_list(tmp_path: Path) -> WriteList:
    """Write rows into a workbook; merges are given as A1:B2."""

    def write(
        rows: Rows,
        *,
        name: str = "名单.xlsx",
        sheet: str = "Sheet1",
        merges: Sequence[str] = (),
    ) -> Path:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.title = sheet
        for row in rows:
            page.append(list(row))
        for area in merges:
            page.merge_cells(area)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def bring_in(store: Store, write_list: WriteList) -> Import:
    """Write rows into a workbook and import it."""

    def bring(
        rows: Rows,
        *,
        name: str = "名单.xlsx",
        sheet: str = "Sheet1",
        merges: Sequence[str] = (),
        **options: object,
    ) -> ImportResult:
        path = write_list(rows, name=name, sheet=sheet, merges=merges)
        return commit_import(store, plan_import(store, path, **options))  # type: ignore[arg-type]

    return bring
