"""What the clerk may decide about a row of a list, and what is offered for it."""

from dataclasses import dataclass
from datetime import date

from models.errors import Problem
from models.fields import Choice, Link, fields_of
from models.lists.kinds import Ref
from models.records.base import Record
from models.values.dates import PartialDate

# What a decision says: this record is meant, another one, a move to this union, a return.
RECORD, NEW, MOVE, RETURN = "record", "new", "move", "return"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk decided about a row; `clears` are the fields that its blank cells empty."""

    act: str = ""
    means: Ref | None = None
    on: PartialDate | None = None
    clears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that settles a row with one click: a decision, or another text for a cell.

    With `asks_day` the decision takes a day behind a colon; `known` is the record it speaks of. What
    `is_sure` may be settled for many rows at once.
    """

    words: str
    decision: str = ""
    cell: str = ""
    text: str = ""
    asks_day: bool = False
    known: tuple[str, Ref] | None = None
    is_sure: bool = False

    def decided(self, on: date | None = None) -> str:
        """Return the decision as the answers keep it."""
        return f"{self.decision}:{on.isoformat()}" if on else self.decision


NO_WISH = Wish()


def described(record: Record) -> str:
    """Return a record's title with what tells it apart from its namesakes."""
    fields = fields_of(type(record))
    about = record.about
    keys = (name for name in about.keys[0] if not isinstance(fields[name], (Choice, Link)))
    names = dict.fromkeys((*about.titles, *about.tells, *keys))
    shown = [text for name in names if (text := fields[name].show(getattr(record, name)))]
    return f"“{shown[0]}”（{'，'.join(shown[1:])}）" if len(shown) > 1 else f"“{''.join(shown)}”"


def read_wish(decision: str) -> Wish:
    """Return what a kept decision says: record:12, new, move:2024-05-01 or return:2024-05-01."""
    act, _, rest = decision.partition(":")
    try:
        if act == RECORD:
            return Wish(act, means=int(rest))
        if act in (MOVE, RETURN):
            return Wish(act, on=_whole_day(rest))
    except (ValueError, TypeError) as error:
        raise _not_understood(decision) from error
    if decision == NEW:
        return Wish(act)
    raise _not_understood(decision)


def _whole_day(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(day.year, day.month, day.day)


def _not_understood(decision: str) -> Problem:
    return Problem(
        f"答案中的“{decision}”看不懂", "可以是 record:编号、new、move:日期、return:日期。"
    )
