"""Freeze the practice town as the sample file of today's schema: python tests/freeze.py."""

import json
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from models import migrations
from models.figures.catalogue import compute
from models.periods import year_period
from models.practice import build_practice_town
from models.records import RECORDS
from models.store import Store

FOLDER = Path(__file__).parent / "old_files"
YEARS = (2023, 2024)


def freeze(folder: Path) -> Path:
    """Write the sample of today's schema, with what it holds told beside it; return its path."""
    sample = folder / f"schema_{migrations.LATEST}.db"
    with TemporaryDirectory() as place:
        path = Path(place) / "青禾镇.db"
        with build_practice_town(path) as store:
            contents = told(store)
        sample.write_bytes(path.read_bytes())
    text = json.dumps(contents, ensure_ascii=False, indent=1)
    sample.with_suffix(".json").write_text(f"{text}\n", encoding="utf-8")
    return sample


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


if __name__ == "__main__":
    freeze(FOLDER)
