"""What is offered alike to many rows, and the answers that settle one of them or all."""

from collections.abc import Sequence

from models.lists.offers import Offer
from models.sheets.answers import Answers
from models.sheets.plan import RowPlan, SheetPlan


def rows_alike(sheet: SheetPlan, row: RowPlan) -> list[RowPlan]:
    """Return the rows with nothing offered but surely the same as to this one."""
    kind = _kind(row)
    return [one for one in sheet.rows if _kind(one) == kind] if kind else []


def with_settled(
    answers: Answers, sheet: str, pairs: Sequence[tuple[RowPlan, Offer]], day: str
) -> dict[str, object]:
    """Settle rows, each by its offer; a day goes for all that ask for one."""
    cells = dict(answers.cells.get(sheet, {}))
    decisions = dict(answers.decisions.get(sheet, {}))
    for row, offer in pairs:
        if offer.cell:
            cells[offer.cell] = offer.text
        else:
            decisions[str(row.row)] = f"{offer.decision}:{day}" if day else offer.decision
    return {
        "cells": {**answers.cells, sheet: cells},
        "decisions": {**answers.decisions, sheet: decisions},
    }


def _kind(row: RowPlan) -> str:
    """Return what the only sure offer of a row would do, blank when there is none."""
    if len(row.offers) != 1 or not row.offers[0].is_sure:
        return ""
    (offer,) = row.offers
    return "cell" if offer.cell else offer.decision.partition(":")[0]
