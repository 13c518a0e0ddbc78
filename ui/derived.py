"""Columns of lists that no field holds: what follows from other records."""

from collections.abc import Sequence

from models.fields import Number
from models.figures.catalogue import compute
from models.figures.figure import Ledger
from models.figures.members import members_by_union
from models.overview import UnionState, unit_overview
from models.periods import year_period
from models.records.papers import Target
from models.records.unions import Union
from models.records.units import Unit
from models.targets import progress, target_codes
from models.values.numbers import show_number
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office

_DECIMAL = Number(label="", places=2)


def unit_columns(office: Office) -> Sequence[Column]:
    """Return how many people a unit employs, and whether a union is there for them."""
    overview = unit_overview(office.store, year_period(office.year))

    def workers_cell(unit: Unit) -> CellText:
        found = overview.get(unit.id or 0)
        if found is None or found.workers is None:
            return CellText(NOTHING, "muted")
        return CellText(show_number(found.workers), order=found.workers)

    def union_cell(unit: Unit) -> CellText:
        found = overview.get(unit.id or 0)
        state = found.union_state if found else UnionState.NONE
        return CellText(state.value, "error" if state is UnionState.NONE else "")

    return (
        Column("职工", workers_cell, align="right", width=4),
        Column("建会", union_cell, width=6),
    )


def union_columns(office: Office) -> Sequence[Column]:
    """Return a union's members: those of the roster, or in grey what it declares."""
    roster = members_by_union(Ledger(office.store, year_period(office.year)))

    def members_cell(union: Union) -> CellText:
        listed = len(roster.get(union.id or 0, ()))
        if listed:
            return CellText(show_number(listed), order=listed)
        if union.members_total is None:
            return CellText(NOTHING, "muted")
        return CellText(show_number(union.members_total), "muted", order=union.members_total)

    return (Column("会员", members_cell, align="right", width=4),)


def target_columns(office: Office) -> Sequence[Column]:
    """Return what is done of a target, and how much is missing, in words."""
    codes = target_codes(office.store, office.year)
    figures = compute(office.store, year_period(office.year), codes)
    found = {one.target.id: one for one in progress(office.store, figures, office.year)}

    def done_cell(target: Target) -> CellText:
        state = found.get(target.id)
        if state is None or state.done is None:
            return CellText(NOTHING, "muted")
        return CellText(_DECIMAL.show(state.done), order=state.done)

    def gap_cell(target: Target) -> CellText:
        state = found.get(target.id)
        if state is None or state.gap is None:
            return CellText("不自动计数", "muted")
        return CellText(state.words, "error" if state.gap > 0 else "ok")

    return (
        Column("完成", done_cell, align="right", width=4),
        Column("差额", gap_cell, width=7),
    )
