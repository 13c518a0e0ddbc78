"""A township whose lists all go into one office file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import Problem
from models.records import RECORDS
from models.records.base import Record
from models.records.town import Town
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportPlan
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.sheets.townships.writing import Book, write_book

Books = Mapping[str, Book]


@dataclass(slots=True)
class Township:
    """A township's office file, its lists, and what importing each of them did."""

    store: Store
    folder: Path
    books: Books
    year: int
    plans: dict[str, ImportPlan] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    again: dict[str, ImportPlan] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)

    def plan(self, name: str, change: Callable[[Book], Book] | None = None) -> ImportPlan:
        """Return what importing a book would do, perhaps in another shape."""
        book = self.books[name]
        path = self.folder / f"{name}.xlsx"
        if change is not None or not path.exists():
            write_book(change(book) if change else book, path)
        return plan_import(self.store, path, answers=Answers(default_year=self.year))

    def import_all(self) -> None:
        """Import every book, and look at once what a second import would do."""
        for name in self.books:
            try:
                plan = self.plan(name)
            except Problem as problem:
                self.refused[name] = str(problem)
                continue
            self.plans[name] = plan
            done = commit_import(self.store, plan)
            if done.batch is not None:
                self.batches.append(done.batch)
            self.again[name] = self.plan(name)

    def everything(self) -> dict[str, list[Record]]:
        """Return all that the office file holds."""
        kept: Mapping[str, list[Record]] = {
            one.about.table: list(self.store.all(one)) for one in RECORDS
        }
        return {table: records for table, records in kept.items() if records}


def found_township(folder: Path, name: str, books: Books, year: int) -> Township:
    """Return a township with an empty office file."""
    town = Town(name=name, union_name=f"{name}总工会", parent_union="示例县总工会", year=year)
    return Township(Store.create(folder / "office.db", town), folder, books, year)
