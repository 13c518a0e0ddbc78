"""Our annual summary, warm: python -m tests.bench.our_summary OFFICE.db TIMES."""

import json
import sys
from pathlib import Path

from models.figures.catalogue import compute
from models.periods import year_period
from models.store import Store
from reports.pdf.render import render
from reports.summary.annual import annual_summary
from tests.bench.summary_text import YEAR
from tests.bench.warm import measure_warm


def tell(office: Path, times: int) -> None:
    """Print what the whole summary costs, and its figures alone."""
    period = year_period(YEAR)
    with Store.open(office) as store:
        whole = measure_warm(lambda: render(annual_summary(store, period)), times=times)
        figures = measure_warm(lambda: compute(store, period), times=times)
    print(json.dumps({**whole, "figures": figures["cpu"]}))


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]))
