"""The tab of safety and health."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training, names_in
from models.records.safety_contest import AnkangActivity, AnkangEntry
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec

DONE = frozenset({"已销号", "已上报"})


def check_columns(office: Office) -> Sequence[Column]:
    """Return how many units a check saw and how many hazards are closed; lists go before numbers."""
    units = Counter(one.safety_check for one in office.store.all(CheckedUnit))
    hazards: dict[int | None, list[Hazard]] = {}
    for one in office.store.all(Hazard):
        hazards.setdefault(one.safety_check, []).append(one)

    def units_cell(check: SafetyCheck) -> CellText:
        count = units[check.id] or len(names_in(check.units_text)) or check.units_count
        return CellText(str(count), order=count) if count else CellText(NOTHING, "muted")

    def hazards_cell(check: SafetyCheck) -> CellText:
        found, closed = check.hazards_found or 0, check.hazards_closed or 0
        if own := hazards.get(check.id):
            found, closed = len(own), sum(_is_closed(one, office.day) for one in own)
        if not found:
            return CellText(NOTHING, "muted", order=0)
        return CellText(f"{closed}/{found}", "error" if closed < found else "", order=found)

    return (
        Column("家次", units_cell, align="right", width=3),
        Column("整改/隐患", hazards_cell, width=6),
    )


def hazard_columns(office: Office) -> Sequence[Column]:
    """Return where a hazard stands; one that is not put right in time is red."""
    today = office.day

    def state_cell(hazard: Hazard) -> CellText:
        state = hazard.about.state_of(hazard, today)
        name = state.name if state else ""
        late = _days_late(hazard, today)
        if name not in DONE and late:
            return CellText(f"逾期{late}天", "error", order=-late)
        return CellText(name, "ok" if name in DONE else "", order=0)

    return (Column("进展", state_cell, width=6),)


def _is_closed(hazard: Hazard, today: date) -> bool:
    state = hazard.about.state_of(hazard, today)
    return state is not None and state.name == "已销号"


def _days_late(hazard: Hazard, today: date) -> int:
    if hazard.due_on is None or hazard.fixed_on is not None:
        return 0
    return max((today - hazard.due_on).days, 0)


AREA = Area(
    "safety",
    "安全健康",
    "safety",
    lists=(
        listed(
            "安康杯",
            PageSpec(AnkangEntry, advice=IMPORT_LIST, can_import=True, leave_out=("year",)),
        ),
        listed("安康杯活动", PageSpec(AnkangActivity, can_import=True)),
        listed(
            "安全检查",
            PageSpec(
                SafetyCheck,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("place", "team"),
                more_columns=check_columns,
            ),
        ),
        listed(
            "隐患",
            PageSpec(
                Hazard,
                advice="先登记安全检查，再在检查下面逐条登记隐患；有隐患台账的可以导入。",
                can_import=True,
                leave_out=("place", "owner"),
                more_columns=hazard_columns,
            ),
        ),
        listed(
            "培训班",
            PageSpec(Training, advice=IMPORT_LIST, can_import=True, leave_out=("pass_count",)),
        ),
        listed(
            "健康查体",
            PageSpec(HealthExam, advice=IMPORT_LIST, can_import=True, leave_out=("due_count",)),
        ),
        listed(
            "职业病",
            PageSpec(OccupationalDisease, can_import=True, leave_out=("stage", "hazard_factor")),
        ),
    ),
)
