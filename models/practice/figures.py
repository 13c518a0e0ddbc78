"""Practice decisions about figures: years before the program, a month, a figure of its own."""

from datetime import date
from decimal import Decimal

from models.practice.names import COUNTY
from models.records.activities import Event
from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure
from models.store import Store

FIRST_YEAR = 2021
# What the town reported for the two years before its records begin.
BEFORE = (
    ("cb_units_signed", (15, 19)),
    ("cb_workers", (2100, 2600)),
    ("visit_units", (5, 7)),
    ("events", (6, 7)),
    ("train_people", (180, 210)),
)
# The decisions are about one month only, so that the year stays what its records say.
JULY = (date(2024, 7, 1), date(2024, 7, 31))


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    _add_bases(store)
    _add_decisions(store)
    store.save(
        LocalFigure(
            label="百人以上的活动",
            unit_label="次",
            table_name="event",
            measure="1",
            day_field="held_on",
            field_1="headcount",
            test_1="4",
            value_1="100",
            basis="活动记录中参加人次不少于100、日期在本期内的，一条算一次",
        )
    )


def _add_bases(store: Store) -> None:
    for figure, values in BEFORE:
        for year, value in enumerate(values, start=FIRST_YEAR):
            store.save(
                FigureBase(
                    figure=figure,
                    year=year,
                    kind="1",
                    value=Decimal(value),
                    source=f"{year}年工作总结",
                    remark=f"报{COUNTY}总工会的数",
                )
            )


def _add_decisions(store: Store) -> None:
    first, last = JULY
    held = (one for one in store.all(Event) if one.held_on and first <= one.held_on <= last)
    store.save(
        FigureException(
            kind="1",
            figure="events",
            first=first,
            last=last,
            source_table="event",
            source=next(held).id,
            reason="与县总工会合办，由县里上报",
        )
    )
    store.save(
        FigureException(
            kind="2",
            figure="visit_times",
            first=first,
            last=last,
            amount=Decimal(1),
            reason="一次走访没有留下记录，见工作笔记",
        )
    )
    store.save(
        FigureAdjustment(
            figure="meetings",
            first=first,
            last=last,
            value=Decimal(2),
            reason="七月月报已按2次上报",
        )
    )
