"""Commits one changed row again and again: python -m tests.bench.bare_saves OFFICE.db TIMES.

The same file and the same care for the disk, without history, search words and checks.
"""

import json
import sqlite3
import sys
from itertools import cycle

from tests.bench.our_saves import PHONES
from tests.bench.warm import measure_warm

PRAGMAS = ("journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON", "foreign_keys=ON")


def tell(office: str, times: int) -> None:
    """Print what one commit costs."""
    connection = sqlite3.connect(office, isolation_level=None)
    connection.execute("DROP TRIGGER IF EXISTS history_unit_update")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    phones = cycle(PHONES)

    def save() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute('UPDATE "unit" SET phone = ? WHERE id = 500', (next(phones),))
        connection.execute("COMMIT")

    print(json.dumps(measure_warm(save, times=times)))
    connection.close()


if __name__ == "__main__":
    tell(sys.argv[1], int(sys.argv[2]))
