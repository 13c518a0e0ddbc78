"""P4: the annual summary as PDF, warm, its figures included."""

from tests.bench import peers
from tests.bench.peers import LIBREOFFICE
from tests.bench.rounds import Contestant, Result, compete, python, run
from tests.bench.row import Outcome, Row, Scale
from tests.bench.table import Line

OURS, CANVAS, TYPST = "ours", "canvas", "typst"


def measure(scale: Scale) -> Outcome:
    """Measure the practice town's summary against peers that only set its text."""
    office, text, flat = (scale.folder / f"summary.{end}" for end in ("db", "json", "fodt"))
    run(python("summary_text", office, text, flat))
    times = scale.pick(15, 3)
    contestants = [
        Contestant(OURS, python("our_summary", office, times)),
        Contestant(CANVAS, python("canvas_summary", text, times)),
    ]
    skipped = []
    if peers.is_installed(TYPST):
        contestants.append(Contestant(TYPST, python("typst_summary", text, times)))
    else:
        skipped.append(peers.NOT_INSTALLED.format(TYPST))
    if program := peers.libreoffice():
        contestants.append(Contestant(LIBREOFFICE, peers.to_pdf(program, flat, scale.folder)))
    else:
        skipped.append(peers.NOT_INSTALLED.format(LIBREOFFICE))
    return Outcome(_lines(compete(contestants, scale.rounds)), skipped)


def _lines(results: dict[str, Result]) -> list[Line]:
    ours = results[OURS].told
    lines = [
        Line("CPU ÷ drawString of the same characters", ours["cpu"] / results[CANVAS].told["cpu"])
    ]
    if TYPST in results:
        typst = results[TYPST].told["cpu"] + ours["figures"]
        lines.append(
            Line("CPU ÷ (typst setting the same text + our figures)", ours["cpu"] / typst, 1.6)
        )
    if LIBREOFFICE in results:
        whole = results[LIBREOFFICE].cpu * 1e3
        lines.append(Line("CPU ÷ LibreOffice (a whole process)", ours["cpu"] / whole, 0.06))
    return [
        *lines,
        Line("share of the figures in it", 100 * ours["figures"] / ours["cpu"], None, 0, " %"),
        Line("peak memory", results[OURS].peak, None, 0, " MB"),
    ]


def _title(_scale: Scale) -> str:
    return "P4  annual summary PDF of the practice town, warm, figures included"


ROW = Row("P4", _title, measure)
