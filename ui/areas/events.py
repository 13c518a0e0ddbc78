"""The tab of activities, honours, publicity, visits from above, the chronicle and plans."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from models.fields import Number
from models.figures.catalogue import compute
from models.figures.events import cost_of, headcount_of
from models.figures.figure import Ledger
from models.periods import year_period
from models.records.activities import Event
from models.records.base import Record
from models.records.diary import (
    ChronicleEntry,
    IncomingDocument,
    Meeting,
    NextPlan,
    Reception,
)
from models.records.honours import Honour, MediaReport, Output
from models.values.money import show_money
from ui.areas.base import IMPORT_LIST, Area, SubTab, listed
from ui.dialogs.chronicle import ChronicleDialog
from ui.dialogs.opening import open_dialog, window_in_front
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import Action, PageSpec

_DECIMAL = Number(label="", places=2)


def _event_columns(office: Office) -> Sequence[Column]:
    ledger = Ledger(office.store, year_period(office.year))

    def people_cell(event: Event) -> CellText:
        count = headcount_of(ledger, event)
        return CellText(f"{count:,}", order=count) if count else CellText(NOTHING, "muted")

    def money_cell(event: Event) -> CellText:
        fen = cost_of(ledger, event)
        return CellText(show_money(fen), order=fen) if fen else CellText(NOTHING, "muted")

    return (
        Column("人次", people_cell, align="right", width=4),
        Column("经费（元）", money_cell, align="right", width=6),
    )


def _plan_columns(office: Office) -> Sequence[Column]:
    figures: dict[int, Mapping[str, object]] = {}

    def done_cell(plan: NextPlan) -> CellText:
        if not plan.figure or plan.year is None:
            return CellText(NOTHING, "muted")
        if plan.year not in figures:
            codes = {one.figure for one in office.store.find(NextPlan, year=plan.year)}
            found = compute(office.store, year_period(plan.year), codes)
            figures[plan.year] = {code: one.value for code, one in found.items()}
        value = figures[plan.year].get(plan.figure)
        if not isinstance(value, int | Decimal):
            return CellText(NOTHING, "muted")
        is_met = plan.target is not None and Decimal(value) >= plan.target
        return CellText(_DECIMAL.show(Decimal(value)), "ok" if is_met else "", order=Decimal(value))

    return (Column("完成", done_cell, align="right", width=5),)


def _chronicle_spec(office: Office) -> PageSpec:
    def collect(_records: list[Record]) -> None:
        open_dialog(ChronicleDialog(office, window_in_front()))

    return PageSpec(
        ChronicleEntry,
        advice="点“从台账汇集”，程序会把活动、会议、调研、荣誉等有日期的记录列出来供勾选；也可以在右边填写。",
        can_import=True,
        actions=(Action("从台账汇集", "import", collect),),
    )


def _next_year(office: Office) -> Mapping[str, object]:
    return {"year": office.year + 1}


AREA = Area(
    "events",
    "活动荣誉",
    "events",
    lists=(
        listed(
            "活动",
            PageSpec(
                Event,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("headcount",),
                more_columns=_event_columns,
            ),
        ),
        listed("荣誉", PageSpec(Honour, advice=IMPORT_LIST, can_import=True)),
        listed(
            "宣传报道",
            PageSpec(MediaReport, advice=IMPORT_LIST, can_import=True, leave_out=("kind",)),
        ),
        listed("资料制品", PageSpec(Output, advice=IMPORT_LIST, can_import=True)),
        listed("调研视察", PageSpec(Reception, advice=IMPORT_LIST, can_import=True)),
        SubTab("大事记", _chronicle_spec),
        listed(
            "年度计划",
            PageSpec(
                NextPlan,
                advice="把明年的任务一条一条登记在这里，到年底就是上年目标完成情况。",
                can_import=True,
                leave_out=("responsible",),
                more_columns=_plan_columns,
                presets=_next_year,
            ),
        ),
    ),
)
# Lists that stand in the tab of documents: meetings and what came in.
PAPERS: tuple[SubTab, ...] = (
    listed(
        "收文登记",
        PageSpec(
            IncomingDocument, advice=IMPORT_LIST, can_import=True, leave_out=("doc_no", "handler")
        ),
    ),
    listed("会议", PageSpec(Meeting, advice=IMPORT_LIST, can_import=True)),
)
