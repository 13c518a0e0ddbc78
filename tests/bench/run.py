"""The benchmark table: python3 dev.py bench [P1 P4 P5 P6 P7 P8 P9 P10 P12 FORM DOCX] [--quick] [--rounds N]."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import (
    exports,
    figures,
    forms,
    imports,
    lists,
    rosters,
    saves,
    searches,
    summaries,
    table,
    windows,
    word_files,
)
from tests.bench.rounds import Broken
from tests.bench.row import Scale

MEASURED = (
    rosters,
    summaries,
    imports,
    exports,
    searches,
    lists,
    windows,
    figures,
    saves,
    forms,
    word_files,
)
ROWS = {one.ROW.name: one.ROW for one in MEASURED}
ROUNDS, QUICK_ROUNDS = 5, 1
INTRODUCTION = """\
Medians of {} interleaved rounds of whole processes on this machine; CPU is user + system.
Ratios are ours ÷ the named thing, so less is better. Times of other machines do not compare."""


def main(arguments: Sequence[str]) -> int:
    """Measure the rows asked for and print them; 1 when a measured program breaks."""
    options = _parser().parse_args(arguments)
    if not hasattr(os, "wait4"):
        print("The benchmark needs os.wait4, which this system does not have (Linux and macOS do).")
        return 1
    rounds = options.rounds or (QUICK_ROUNDS if options.quick else ROUNDS)
    print(INTRODUCTION.format(rounds), table.heading(), sep="\n", flush=True)
    for name in options.rows or ROWS:
        with tempfile.TemporaryDirectory() as folder:
            scale = Scale(is_quick=options.quick, rounds=rounds, folder=Path(folder))
            try:
                outcome = ROWS[name].measure(scale)
            except Broken as broken:
                print(f"{name}: {broken}")
                return 1
        title = ROWS[name].title(scale)
        print(table.says(title, outcome.lines, outcome.skipped), flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("rows", nargs="*", type=_known, metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--quick", action="store_true", help="smaller sizes, one round")
    parser.add_argument("--rounds", type=int, default=0, help=f"{ROUNDS} unless given")
    return parser


def _known(name: str) -> str:
    if name not in ROWS:
        raise argparse.ArgumentTypeError(f"there is no row {name}; there are {', '.join(ROWS)}")
    return name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
