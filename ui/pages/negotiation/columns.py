"""The columns of the list of negotiations: what it is, where it stands, what is overdue."""

from collections.abc import Mapping, Sequence
from datetime import date

from models import codes
from models.negotiation_case import Case, status_of
from models.negotiation_stages import Stage, current, overdue
from models.records.negotiation import Negotiation
from models.rules.negotiation import SUSPENDED
from ui.lists.columns import NOTHING, CellText, Column

Cases = Mapping[int, tuple[Case, tuple[Stage, ...]]]


def list_columns(cases: Cases, days: Mapping[int, date]) -> Sequence[Column]:
    """Return the columns for the negotiations that were read, each seen on its day."""

    def stage_cell(one: Negotiation) -> CellText:
        case, _ = cases[one.id or 0]
        return CellText(codes.table("nego_status").label(status_of(case, days[one.id or 0])))

    def next_cell(one: Negotiation) -> CellText:
        case, stages = cases[one.id or 0]
        late = overdue(stages)
        if late:
            titles = "、".join(stage.title for stage in stages if stage.is_late)
            return CellText(f"{titles}超期", "error", order=0)
        if status_of(case, days[one.id or 0]) == SUSPENDED:
            return CellText("待恢复", order=1)
        found = current(stages)
        if found is None or found.code == "perform":
            return CellText(NOTHING, "muted")
        return CellText(f"待{found.title}", order=1)

    return (
        Column("协商", lambda one: CellText(one.unit_name or one.title), width=12),
        Column("阶段", stage_cell, width=5),
        Column("下一步", next_cell, width=6),
    )
