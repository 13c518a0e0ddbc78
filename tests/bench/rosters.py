"""P1: a roster of 20,000 rows as PDF."""

from collections.abc import Mapping
from math import log
from pathlib import Path

from tests.bench import peers
from tests.bench.peers import LIBREOFFICE
from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, RAW, CANVAS, QUARTER, EMPTY = "ours", "raw", "canvas", "quarter", "empty"


def measure(scale: Scale) -> Outcome:
    """Measure the roster against the raw writer, the plain canvas and LibreOffice."""
    count = scale.pick(20_000, 2_000)
    data = {
        OURS: _data(scale.folder, count),
        QUARTER: _data(scale.folder, count // 4),
        EMPTY: _data(scale.folder, 0),
    }
    files = {name: scale.folder / f"{name}.pdf" for name in (OURS, RAW, CANVAS, QUARTER, EMPTY)}
    contestants = [
        Contestant(name, python(module, data.get(name, data[OURS]), files[name]))
        for name, module in (
            (OURS, "our_roster"),
            (RAW, "raw_pdf"),
            (CANVAS, "canvas_pdf"),
            (QUARTER, "our_roster"),
            (EMPTY, "our_roster"),
        )
    ]
    program = peers.libreoffice()
    if program:
        book = scale.folder / "roster.xlsx"
        run(python("peers", data[OURS], book))
        contestants.append(Contestant(LIBREOFFICE, peers.to_pdf(program, book, scale.folder)))
    results = compete(contestants, scale.rounds)
    names = run(python("read_names", data[OURS], files[OURS])).told
    skipped = () if program else (peers.NOT_INSTALLED.format(LIBREOFFICE),)
    return Outcome([*_times(results), *_rest(results, files, names)], skipped)


def _data(folder: Path, count: int) -> Path:
    target = folder / f"roster-{count}.json"
    run(python("roster_data", count, target))
    return target


def _times(results: dict[str, Result]) -> list[Line]:
    ours = results[OURS]
    lines = [
        Line("CPU ÷ raw PDF byte writer", ours.cpu / results[RAW].cpu, 2.0),
        Line("CPU ÷ plain canvas drawString", ours.cpu / results[CANVAS].cpu, 0.7),
    ]
    if LIBREOFFICE in results:
        lines.append(Line("CPU ÷ LibreOffice", ours.cpu / results[LIBREOFFICE].cpu, 0.2))
    lines.append(Line("wall ÷ raw PDF byte writer", ours.wall / results[RAW].wall))
    return lines


def _rest(
    results: dict[str, Result], files: dict[str, Path], names: Mapping[str, float]
) -> list[Line]:
    size = files[OURS].stat().st_size / files[RAW].stat().st_size
    return [
        *_growth(results),
        Line("peak memory", results[OURS].peak, 120, 0, " MB"),
        Line("peak memory of the raw writer", results[RAW].peak, None, 0, " MB"),
        Line("file size ÷ raw PDF byte writer", size, 1.1),
        Line(
            "names that the PDF's text gives back",
            100 * names["found"] / names["names"],
            100,
            1,
            " %",
            at_least=True,
        ),
    ]


def _growth(results: dict[str, Result]) -> list[Line]:
    ours, quarter, start = (results[name].cpu for name in (OURS, QUARTER, EMPTY))
    if not start < quarter < ours:
        return []  # so few rows that the start of the program hides them
    exponent = log((ours - start) / (quarter - start), 4)
    what = "growth exponent from a quarter to all rows, start-up taken off"
    return [Line(what, exponent, 1.0, 1)]


def _title(scale: Scale) -> str:
    return f"P1  roster PDF, {scale.pick(20_000, 2_000):,} rows × 10 columns"


ROW = Row("P1", _title, measure)
