"""Look for bad lines in random paragraphs and for bad answers to damaged lists.

python3 dev.py fuzz [--count N] [--lists N] [--seed N]
"""

import argparse
import sys
import time
from collections.abc import Sequence
from random import Random

from tests.fuzz.layout import faults_of, random_paragraph
from tests.fuzz.sheet_worker import faults

COUNT, BATCH = 10_000, 100
LISTS = 2_000


def main(arguments: Sequence[str]) -> int:
    """Check as many paragraphs and lists as asked for; 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument(
        "--count", type=int, default=COUNT, help=f"paragraphs, {COUNT} unless given"
    )
    parser.add_argument("--lists", type=int, default=LISTS, help=f"{LISTS} unless given")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to see a fault again")
    options = parser.parse_args(arguments)
    bad_lines = _check_paragraphs(options.count, options.seed)
    bad_answers = _check_lists(options.lists, options.seed)
    return 1 if bad_lines or bad_answers else 0


def _check_paragraphs(count: int, seed: int) -> int:
    chance, found = Random(seed), 0
    for start in range(0, count, BATCH):
        size = min(BATCH, count - start)
        for fault in faults_of([random_paragraph(chance) for _ in range(size)]):
            found += 1
            print(fault, flush=True)
    print(f"{count:,} paragraphs with seed {seed}: {found or 'no'} faults.")
    return found


def _check_lists(count: int, seed: int) -> int:
    found = 0
    for number, fault in faults(range(seed, seed + count)):
        found += 1
        print(f"--count 0 --lists 1 --seed {number}: {fault}", flush=True)
    print(f"{count:,} damaged lists with seed {seed}: {found or 'no'} faults.")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
