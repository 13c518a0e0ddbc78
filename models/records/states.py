"""Stages of life that many record types share."""

from datetime import date

from models.records.base import Holds, State
from models.values.dates import PartialDate


def coded(name: str, *wanted: str, field: str = "status", is_alive: bool = True) -> State:
    """Return the stage of records whose choice has one of these codes; blank is a code too."""
    return State(name, lambda record, _day: getattr(record, field) in wanted, is_alive=is_alive)


def term(first: str, last: str, *, running: str = "有效", over: str = "到期") -> tuple[State, ...]:
    """Return the stages of what holds from one day to another: coming, running and over."""
    return (
        State(running, lambda record, day: _runs(record, day, first, last)),
        State(over, _ends_before(last), is_alive=False),
        State("未开始", lambda record, day: _begins_after(record, day, first), is_alive=False),
    )


def _runs(record: object, day: date, first: str, last: str) -> bool:
    return not _ends_before(last)(record, day) and not _begins_after(record, day, first)


def _ends_before(last: str) -> Holds:
    def holds(record: object, day: date) -> bool:
        end = getattr(record, last)
        end = end.last() if isinstance(end, PartialDate) else end
        return end is not None and end < day

    return holds


def _begins_after(record: object, day: date, first: str) -> bool:
    start = getattr(record, first) if first else None
    start = start.first() if isinstance(start, PartialDate) else start
    return start is not None and start > day
