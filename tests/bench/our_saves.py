"""Saves one form again and again: python -m tests.bench.our_saves OFFICE.db TIMES."""

import json
import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from models.records.units import Unit
from models.store import Store
from tests.bench.warm import measure_warm

PHONES = ("13800000001", "13800000002")


def tell(office: Path, times: int) -> None:
    """Print what one save costs, from the filled record to the commit."""
    with Store.open(office) as store:
        unit = store.get(Unit, 500)
        filled = cycle([replace(unit, phone=phone) for phone in PHONES])
        words = f"修改单位 {unit.name}"

        def save() -> None:
            with store.change(words):
                store.save(next(filled))

        print(json.dumps(measure_warm(save, times=times)))


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]))
