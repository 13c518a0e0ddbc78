"""Freeze the practice town as the sample file of today's schema: python -m tests.freeze.

While a version is in the making, `python -m tests.freeze --sql` prints what its migration step
has to do: the tables that the record types declare and the last frozen schema lacks.
"""

import gzip
import json
import sqlite3
import sys
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from models import migrations, schema
from models.figures.catalogue import compute
from models.periods import year_period
from models.practice import build_practice_town
from models.records import RECORDS
from models.store import Store

FOLDER = Path(__file__).parent / "old_files"
YEARS = (2023, 2024)


def freeze(folder: Path) -> Path:
    """Write the sample of today's schema, with what it holds told beside it; return its path."""
    sample = folder / f"schema_{migrations.LATEST}.db.gz"
    with TemporaryDirectory() as place:
        path = Path(place) / "青禾镇.db"
        with build_practice_town(path) as store:
            contents = told(store)
        # Without the time in its head the same file packs to the same bytes.
        sample.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    text = json.dumps(contents, ensure_ascii=False, indent=1)
    key_of(sample).write_text(f"{text}\n", encoding="utf-8")
    return sample


def key_of(sample: Path) -> Path:
    """Return the file that tells what a sample holds."""
    return sample.with_name(f"{sample.name.partition('.')[0]}.json")


def unpack(sample: Path, path: Path) -> Path:
    """Put a copy of a sample somewhere else, as the office file that it was."""
    data = sample.read_bytes()
    path.write_bytes(gzip.decompress(data) if sample.suffix == ".gz" else data)
    return path


def told(store: Store) -> dict[str, object]:
    """Return the counts and figures that later versions must still find in a file."""
    figures = {str(year): _numbers(store, year) for year in YEARS}
    counts = {one.about.table: store.count(one) for one in RECORDS}
    return {"counts": counts, "figures": figures, "operations": len(store.operations())}


def _numbers(store: Store, year: int) -> dict[str, list[object]]:
    # Words may be put better later; what is counted may not change.
    return {
        code: [str(one.value), _plain(one.numerator), _plain(one.denominator), len(one.records)]
        for code, one in compute(store, year_period(year)).items()
    }


def _plain(number: int | Decimal | None) -> int | str | None:
    """Return what a JSON file holds exactly: amounts of money as text."""
    return str(number) if isinstance(number, Decimal) else number


def missing_sql(steps: int) -> list[str]:
    """Return the statements that bring a file after some steps to what the record types declare."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    database = Database(connection, execute_plugins=False)
    for step in migrations.STEPS[:steps]:
        step(database)
    known = set(database.table_names())
    found: list[str] = []
    for table, statements in schema.statements_by_table().items():
        if table not in known:
            found.extend(statements)
            continue
        present = {column.name for column in database.table(table).columns}
        found.extend(
            f'ALTER TABLE "{table}" ADD COLUMN {column}'
            for name, column in schema.columns_of(table).items()
            if name not in present
        )
        indexes = {row[1] for row in connection.execute(f'PRAGMA index_list("{table}")')}
        found.extend(one for one in statements[1:] if one.split('"')[1] not in indexes)
    connection.close()
    return found


if __name__ == "__main__":
    if "--sql" in sys.argv:
        sys.stdout.write(";\n\n".join(missing_sql(migrations.LATEST)) + ";\n")
    else:
        freeze(FOLDER)
