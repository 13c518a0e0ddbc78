"""Columns of lists that no field holds: what follows from other records."""

from collections.abc import Sequence
from datetime import date

from models.fields import Number
from models.figures.catalogue import compute
from models.periods import year_period
from models.records.papers import Target
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.targets import progress
from models.values.numbers import show_number
from ui.office import Office
from ui.table import NOTHING, CellText, Column

_DECIMAL = Number(label="", places=2)


def unit_columns(office: Office) -> Sequence[Column]:
    """Return how many people a unit employs, and whether a union is there for them."""
    workers = _latest_workers(office)
    single = {one.unit for one in office.store.all(Union) if one.unit and not one.ended_on}
    joint = {one.unit for one in office.store.all(UnionUnit) if one.unit and not one.left_on}

    def workers_cell(unit: Unit) -> CellText:
        found = workers.get(unit.id)
        return (
            CellText(NOTHING, "muted")
            if found is None
            else CellText(show_number(found), order=found)
        )

    def union_cell(unit: Unit) -> CellText:
        if unit.id in single:
            return CellText("单独建会")
        return CellText("联合涵盖") if unit.id in joint else CellText("未建", "error")

    return (
        Column("职工", workers_cell, align="right", width=4),
        Column("建会", union_cell, width=4.5),
    )


def target_columns(office: Office) -> Sequence[Column]:
    """Return what is done of a target, and how much is missing, in words."""
    figures = compute(office.store, year_period(office.year))
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


def _latest_workers(office: Office) -> dict[int | None, int]:
    last = date(office.year, 12, 31)
    found: dict[int | None, int] = {}
    for data in office.store.all(UnitYear):
        if data.as_of and data.as_of <= last and data.workers_total is not None:
            found[data.unit] = data.workers_total
    return found
