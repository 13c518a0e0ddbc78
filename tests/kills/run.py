"""Kill the program again and again while somebody types: python3 dev.py kills [--count N]."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from models.errors import Problem
from tests.kills.killing import left_over, letters_kept, typing
from tests.town import build_town

COUNT, PAUSE_MILLISECONDS, LATEST_SECONDS = 200, 20, 0.3


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked; 1 when anything that was kept is not offered afterwards."""
    parser = argparse.ArgumentParser(prog="dev.py kills", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help=f"{COUNT} unless given")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to see a fault again")
    options = parser.parse_args(arguments)
    chance, faults = Random(options.seed), 0
    for number in range(options.count):
        fault = kill_once(chance)
        if fault:
            faults += 1
            print(f"kill {number}: {fault}", flush=True)
    print(f"{options.count:,} kills with seed {options.seed}: {faults or 'no'} losses.")
    return 1 if faults else 0


def kill_once(chance: Random) -> str:
    """Kill the program at some moment while it writes; return what was lost, blank for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "云溪镇.db"
        build_town(office).close()
        with typing(office, Path(folder), pause=PAUSE_MILLISECONDS) as said:
            kept = letters_kept(said)
            # The moment of the kill is to fall anywhere, also into a write.
            time.sleep(chance.random() * LATEST_SECONDS)
        try:
            found = left_over(office)
        except Problem as problem:
            return problem.message
        letters = [len(one.typed.texts["content"]) for one in found]
        return "" if len(letters) == 1 and letters[0] >= kept else f"{kept} kept, {letters} found"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
