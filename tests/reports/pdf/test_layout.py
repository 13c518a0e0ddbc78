"""Two hundred random paragraphs have no bad line; `python3 dev.py fuzz` sets ten thousand."""

from collections.abc import Callable
from random import Random

import pytest

from reports.pdf import breaking, lines
from reports.pdf.type_area import STEP
from tests.fuzz.layout import faults_of, random_paragraph
from tests.fuzz.run import main


def test_two_hundred_random_paragraphs_have_no_bad_line() -> None:
    chance = Random(9704)

    assert faults_of([random_paragraph(chance) for _ in range(200)]) == []


def _anywhere(text: str) -> list[tuple[int, int]]:
    return [(place, place + 1) for place in range(len(text))]


def _marks_only(text: str) -> list[tuple[int, int]]:
    """Parts as if a number knew nothing of its unit."""
    parts: list[tuple[int, int]] = []
    for start, end in breaking.atoms(text):
        if parts and (text[start] in breaking.NO_START or text[start - 1] in breaking.NO_END):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return parts


@pytest.mark.parametrize(
    ("groups", "seen"),
    [(_anywhere, ("starts with", "ends with", "splits")), (_marks_only, ("splits",))],
)
def test_the_check_sees_lines_that_break_where_they_should_not(
    monkeypatch: pytest.MonkeyPatch,
    groups: Callable[[str], list[tuple[int, int]]],
    seen: tuple[str, ...],
) -> None:
    monkeypatch.setattr(lines, "groups", groups)
    chance = Random(9704)

    faults = faults_of([random_paragraph(chance) for _ in range(60)])

    assert {word for word in seen if any(one.startswith(word) for one in faults)} == set(seen)


def test_the_check_sees_ragged_edges_and_lines_off_the_grid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reports.pdf.lines._Paragraph._elastic_gaps", lambda self: [False])
    monkeypatch.setattr("reports.pdf.type_area.STEP", STEP * 0.9)
    chance = Random(9704)

    faults = faults_of([random_paragraph(chance) for _ in range(40)])

    assert any(one.startswith("is not flush") for one in faults)
    assert any("off the grid" in one for one in faults)


def test_the_command_says_how_many_and_with_which_seed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--count", "30", "--lists", "2", "--seed", "1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "30 paragraphs with seed 1: no faults.",
        "2 damaged lists with seed 1: no faults.",
    ]

    monkeypatch.setattr(lines, "groups", _anywhere)
    assert main(["--count", "30", "--lists", "0", "--seed", "1"]) == 1
    assert "no faults" not in capsys.readouterr().out.splitlines()[-2]
