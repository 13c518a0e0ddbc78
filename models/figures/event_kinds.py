"""Figures about activities of one kind: how many, how many came, what they cost."""

from collections.abc import Callable, Iterator
from functools import partial

from models import codes
from models.codes import Code
from models.figures.events import cost_of, headcount_of
from models.figures.figure import Count, Definition, Ledger, number_of, yuan
from models.records.activities import Event


def events_of_kind(ledger: Ledger, kind: str) -> list[Event]:
    """Return the period's activities of a kind, a code of event_kind."""
    return [one for one in ledger.during(Event, "held_on") if one.kind == kind]


def times(ledger: Ledger, kind: str) -> Count:
    """Return how many activities of a kind there were."""
    return number_of(events_of_kind(ledger, kind))


def people(ledger: Ledger, kind: str) -> Count:
    """Return the attendances at the activities of a kind."""
    found = events_of_kind(ledger, kind)
    return Count(sum(headcount_of(ledger, one) for one in found), tuple(found))


def households(ledger: Ledger, kind: str) -> Count:
    """Return the households that the activities of a kind reached."""
    found = [one for one in events_of_kind(ledger, kind) if one.households]
    return Count(sum(one.households or 0 for one in found), tuple(found))


def money(ledger: Ledger, kind: str) -> Count:
    """Return in yuan the money and goods that the activities of a kind cost."""
    found = events_of_kind(ledger, kind)
    fen = sum(cost_of(ledger, one) + (one.goods_value or 0) for one in found)
    return Count(yuan(fen), tuple(found))


def _definitions(line: Code) -> Iterator[Definition]:
    code = f"events_{line.extra['figure']}"
    name = line.name if line.name.endswith("活动") else f"{line.name}活动"
    of_kind = f"本期类型为“{line.name}”的活动"
    told: tuple[tuple[str, str, str, str, Callable[..., Count]], ...] = (
        (code, name, "次", f"{of_kind}的次数", times),
        (
            f"{code}_people",
            f"{name}人次",
            "人次",
            f"{of_kind}的人次之和；登记了参加单位的按单位人次相加",
            people,
        ),
        (
            f"{code}_money",
            f"{name}款物",
            "元",
            f"{of_kind}的经费与物资折款之和；登记了经费来源的按来源相加",
            money,
        ),
    )
    if line.says("is_condolence"):
        homes = (f"{code}_households", f"{name}户数", "户", f"{of_kind}的户数之和", households)
        told = (*told, homes)
    for figure, label, unit, basis, count in told:
        yield Definition(
            code=figure,
            label=label,
            unit=unit,
            kind="flow",
            basis=basis,
            count=partial(count, kind=line.code),
            is_approximate=unit == "人次",
        )


DEFINITIONS: tuple[Definition, ...] = tuple(
    definition
    for line in codes.table("event_kind").lines
    if line.extra["figure"]
    for definition in _definitions(line)
)
