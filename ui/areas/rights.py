"""The tab of rights."""

from collections.abc import Sequence

from models.records.rights import CaseStep, LawLetter, RightsCase
from models.rules.case_clocks import answer_day, next_clock
from models.values.dates import show_day
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec


def case_columns(office: Office) -> Sequence[Column]:
    """Return what is due next in a case, in red once its day has passed."""
    store, day = office.store, office.day

    def due_cell(case: RightsCase) -> CellText:
        clock = next_clock(case, store, day)
        if clock is None:
            return CellText(NOTHING, "muted")
        if clock.due < day:
            return CellText(f"逾期 {clock.what} {show_day(clock.due)}", "error", order=clock.due)
        return CellText(f"{clock.what} {show_day(clock.due)}", order=clock.due)

    return (Column("期限", due_cell, width=16),)


def letter_columns(office: Office) -> Sequence[Column]:
    """Return the day by which a unit has to answer, in red once it has passed."""
    store, day = office.store, office.day

    def due_cell(letter: LawLetter) -> CellText:
        due = answer_day(letter, store)
        if due is None:
            return CellText(NOTHING, "muted")
        is_waiting = letter.answered_on is None and letter.escalated_on is None
        if is_waiting and due < day:
            return CellText(f"逾期 {show_day(due)}", "error", order=due)
        return CellText(show_day(due), order=due)

    return (Column("答复期限", due_cell, width=8),)


AREA = Area(
    "rights",
    "维权调解",
    "rights",
    lists=(
        listed(
            "个案",
            PageSpec(
                RightsCase,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("received_on", "heads", "unit_name"),
                more_columns=case_columns,
            ),
        ),
        listed(
            "办案过程", PageSpec(CaseStep, advice="先登记个案，再登记办了什么。", can_import=True)
        ),
        listed(
            "一函两书",
            PageSpec(
                LawLetter,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("escalated_on",),
                more_columns=letter_columns,
            ),
        ),
    ),
)
