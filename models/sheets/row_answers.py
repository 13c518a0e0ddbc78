"""One more answer about the rows of a sheet, as the parts of Answers that change by it."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from models.sheets.answers import Answers
from models.sheets.mending import row_of

V = TypeVar("V")


def with_cell(answers: Answers, sheet: str, cell: str, text: str) -> dict[str, object]:
    """Mend a cell."""
    mended = {**answers.cells.get(sheet, {}), cell: text}
    return {"cells": {**answers.cells, sheet: mended}}


def with_decision(answers: Answers, sheet: str, row: int, decision: str) -> dict[str, object]:
    """Decide what a row means; a blank decision takes it back."""
    kept = {**answers.decisions.get(sheet, {}), str(row): decision}
    return {"decisions": {**answers.decisions, sheet: _without_blanks(kept)}}


def with_left_out(
    answers: Answers, sheet: str, rows: Collection[int], *, is_out: bool
) -> dict[str, object]:
    """Leave rows out, or take them in after all."""
    kept = set(answers.left_out.get(sheet, ()))
    kept = kept | set(rows) if is_out else kept - set(rows)
    return {"left_out": {**answers.left_out, sheet: sorted(kept)}}


def with_clears(answers: Answers, sheet: str, labels: Sequence[str]) -> dict[str, object]:
    """Let the blank cells of these columns empty what is filled."""
    return {"clears": {**answers.clears, sheet: tuple(labels)}}


def without_row(answers: Answers, sheet: str, row: int) -> dict[str, object]:
    """Take back everything that was answered about one row."""
    cells = answers.cells.get(sheet, {})
    kept = {cell: text for cell, text in cells.items() if row_of(cell) != row}
    return {
        "cells": {**answers.cells, sheet: kept},
        **with_decision(answers, sheet, row, ""),
        **with_left_out(answers, sheet, (row,), is_out=False),
    }


def is_answered(answers: Answers, sheet: str, row: int) -> bool:
    """Whether something was mended or decided about a row."""
    about = answers.about(sheet)
    return (
        bool(about.decisions.get(str(row)))
        or row in about.left_out
        or any(row_of(cell) == row for cell in about.cells)
    )


def _without_blanks(kept: Mapping[str, V]) -> dict[str, V]:
    return {key: value for key, value in kept.items() if value}
