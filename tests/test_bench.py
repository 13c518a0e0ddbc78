"""The benchmark's quick rows run and print ratios; what they measure is nobody's pass or fail."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import thoroughly
from tests.bench.run import ROWS

ROOT = Path(__file__).resolve().parents[1]
ON_UNIX = pytest.mark.skipif(sys.platform == "win32", reason="the benchmark needs os.wait4")


def _bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.bench.run", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


ROW_RATIOS = [
    ("P1", "CPU ÷ raw PDF byte writer"),
    ("P4", "CPU ÷ drawString of the same characters"),
    ("P5", "CPU ÷ calamine merely reading it"),
    ("P6", "CPU ÷ XlsxWriter, the same look"),
    ("P7", "p95 of a keystroke ÷ a LIKE over four columns"),
    ("P9", "wall to the first painting ÷ a bare PySide6 window"),
    ("P10", "CPU of a year ÷ a bare scan of the tables"),
    ("P12", "CPU ÷ the bare SQLite commit"),
    ("FORM", "CPU of 68 fields ÷ a bare Qt form"),
]


@ON_UNIX
@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "ratio"),
    thoroughly.some(ROW_RATIOS, every=2),
)
def test_a_quick_row_prints_its_ratio(row: str, ratio: str) -> None:
    done = _bench(row, "--quick")

    assert done.stderr == ""
    assert done.returncode == 0
    assert re.search(rf"^{row} ", done.stdout, re.MULTILINE)
    assert re.search(rf"{re.escape(ratio)} +\d+\.\d\d", done.stdout)


def test_an_unknown_row_is_refused_with_the_names_of_all() -> None:
    done = _bench("P3")

    assert done.returncode == 2
    assert ", ".join(ROWS) in done.stderr


@ON_UNIX
@pytest.mark.slow
def test_the_word_file_is_compared_where_libreoffice_is_and_passed_over_elsewhere() -> None:
    done = _bench("DOCX")

    assert (done.stderr, done.returncode) == ("", 0)
    if "skipped: LibreOffice is not installed" not in done.stdout:
        assert len(re.findall(r"(?:paragraphs|pages) .+ ok$", done.stdout, re.MULTILINE)) == 6
