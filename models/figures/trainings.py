"""Figures about courses of one kind."""

from collections.abc import Callable
from functools import partial

from models import codes
from models.figures.figure import Count, Definition, Ledger
from models.figures.safety import count_sessions, count_trained
from models.records.safety import Training

# What the figures of each kind are called; courses on safety have figures of their own.
KINDS: tuple[tuple[str, str], ...] = (
    ("bargaining", "2"),
    ("finance", "3"),
    ("women", "4"),
    ("skills", "5"),
    ("law", "6"),
    ("officers", "7"),
)


def of_kinds(
    ledger: Ledger, kinds: frozenset[str], measure: Callable[[list[Training]], Count]
) -> Count:
    """Return what the period's courses of some kinds come to."""
    held = (one for one in ledger.during(Training, "start_on"))
    return measure([one for one in held if one.kind in kinds])


def _of_kinds(code: str, name: str, which: str, kinds: frozenset[str]) -> tuple[Definition, ...]:
    return (
        Definition(
            code=f"train_{code}_sessions",
            label=f"{name}培训班",
            unit="期",
            kind="flow",
            basis=f"培训日期在本期、类别为{which}的培训班；一条记录写明几期的按几期",
            count=partial(of_kinds, kinds=kinds, measure=count_sessions),
        ),
        Definition(
            code=f"train_{code}_people",
            label=f"{name}培训",
            unit="人次",
            kind="flow",
            basis=f"本期类别为{which}的培训班的参训人次相加",
            count=partial(of_kinds, kinds=kinds, measure=count_trained),
        ),
    )


_NAMES = codes.table("training_kind").by_code
_OF_UNION_WORK = frozenset(_NAMES) - codes.table("training_kind").codes_where("safety")
DEFINITIONS: tuple[Definition, ...] = (
    *_of_kinds("union", "安全以外的", "安全以外各类", _OF_UNION_WORK),
    *(
        one
        for code, kind in KINDS
        for one in _of_kinds(code, _NAMES[kind].name, _NAMES[kind].name, frozenset({kind}))
    ),
)
