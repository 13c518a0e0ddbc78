"""P6: a list of 20,000 units leaves as a workbook."""

import marshal
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench import peers
from tests.bench.rounds import ROOT, Broken, Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line
from tests.bench.unit_sheet import HEADINGS, rows

OURS, WHOLE, DRESSED, PLAIN, RUST = "ours", "whole", "xlsxwriter", "plain", "rust"
RUST_PACKAGE = "rustpy_xlsxwriter"
COLUMNS = (
    "name,credit_code,carrier_type,unit_nature,industry,operating_status,founded_on,region,village,"
    "address,postcode,legal_person,phone,contact,registered_address,nonpublic,main_business,"
    "fixed_assets,annual_output,remark"
)


def measure(scale: Scale) -> Outcome:
    """Measure our writer given rows, and the export from the file on, against other writers."""
    count = _count(scale)
    source, office, target = (
        scale.folder / name for name in ("rows.marshal", "office.db", "list.xlsx")
    )
    source.write_bytes(marshal.dumps((HEADINGS, [_cells(row) for row in rows(count)])))
    run(python("office_data", count, office))
    modes = [OURS, DRESSED, PLAIN]
    skipped = []
    if peers.is_installed(RUST_PACKAGE):
        modes.append(RUST)
    else:
        skipped.append(peers.NOT_INSTALLED.format(RUST_PACKAGE))
    contestants = [Contestant(one, python("write_xlsx", one, source, target)) for one in modes]
    command = ("records", "unit", "--office", str(office), "--out", str(target))
    whole = (sys.executable, str(ROOT / "main.py"), *command, "--columns", COLUMNS)
    contestants.append(Contestant(WHOLE, whole))
    results = compete(contestants, scale.rounds)
    _insist_on_all(target, count)
    return Outcome(_lines(results), skipped)


def _cells(row: Sequence[str | float]) -> list[str | int | None]:
    """Return a row as any writer takes it: words, whole numbers, and nothing where it is blank."""
    return [round(one) if isinstance(one, float) else one or None for one in row]


def _insist_on_all(target: Path, count: int) -> None:
    """Refuse the measurement when the workbook written last lacks rows."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(target) as book:
        found = len(book.get_sheet_by_index(0).to_python())
    if found < count:
        raise Broken(f"{found} of {count} units were exported")


def _lines(results: dict[str, Result]) -> list[Line]:
    ours, whole = results[OURS], results[WHOLE]
    lines = [
        Line("CPU ÷ XlsxWriter, the same look", ours.cpu / results[DRESSED].cpu, 0.2),
        Line("CPU ÷ XlsxWriter without any look", ours.cpu / results[PLAIN].cpu),
    ]
    if RUST in results:
        lines.append(
            Line("CPU ÷ the Rust writer without any look", ours.cpu / results[RUST].cpu, 1.3)
        )
    read = whole.cpu / results[DRESSED].cpu
    return [
        *lines,
        Line("CPU of main.py records --out, reading included ÷ XlsxWriter writing", read),
        Line("peak memory", ours.peak, None, 0, " MB"),
    ]


def _count(scale: Scale) -> int:
    return scale.pick(20_000, 2_000)


def _title(scale: Scale) -> str:
    return f"P6  export of {_count(scale):,} units × 20 columns as xlsx"


ROW = Row("P6", _title, measure)
