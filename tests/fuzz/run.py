"""Set thousands of random paragraphs and look for bad lines: python3 dev.py fuzz [--count N]."""

import argparse
import sys
import time
from collections.abc import Sequence
from random import Random

from tests.fuzz.layout import faults_of, random_paragraph

COUNT, BATCH = 10_000, 100


def main(arguments: Sequence[str]) -> int:
    """Check as many paragraphs as asked for; 1 when any line is wrong."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT, help=f"{COUNT} unless given")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="to see a fault again")
    options = parser.parse_args(arguments)
    chance, faults = Random(options.seed), 0
    for start in range(0, options.count, BATCH):
        size = min(BATCH, options.count - start)
        for fault in faults_of([random_paragraph(chance) for _ in range(size)]):
            faults += 1
            print(fault, flush=True)
    print(f"{options.count:,} paragraphs with seed {options.seed}: {faults or 'no'} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
