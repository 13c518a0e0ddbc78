"""How many members there are, came and left, counted where they lie: a township may have very many."""

from collections.abc import Callable, Collection

from models import codes
from models.asking.members import (
    EVERYBODY,
    Roster,
    count_changed,
    count_joined,
    count_members,
    count_rosters,
    is_past,
)
from models.fields import Kept
from models.figures.figure import Count, Ledger, share
from models.figures.organisation import JOINT, SINGLE, covered_units, living_unions
from models.figures.unit_tallies import living
from models.records.unions import Union

MEMBER_STATUSES = ("active", "transferring")
JOINED = "1"
FEMALE = "2"
Tally = Callable[[Ledger], Count]


def came_by_change() -> tuple[str, ...]:
    """Return the kinds of change that make somebody a member."""
    lines = codes.table("member_change_type").lines
    return tuple(one.code for one in lines if one.extra["status"] in MEMBER_STATUSES)


def _tests() -> dict[str, tuple[str, Collection[Kept]]]:
    groups = codes.table("new_employment_group")
    return {
        "female": ("sex", (FEMALE,)),
        "migrant": ("is_migrant", ("1",)),
        "dispatch": ("is_dispatch", (1,)),
        "new_form": ("new_group", groups.codes_where("counts")),
        "eight": ("new_group", groups.codes_where("in_eight_groups")),
        "verified": ("verified", (1,)),
    }


def _roster(ledger: Ledger) -> Roster:
    day = ledger.period.as_of
    return Roster(
        day=day,
        is_past=is_past(ledger.store, day),
        statuses=MEMBER_STATUSES,
        came=came_by_change(),
    )


def _on_the_day(ledger: Ledger) -> dict[str, int]:
    return count_members(ledger.store, ledger.once(_roster), _tests())


def _newcomers(ledger: Ledger) -> dict[str, int]:
    first, last = ledger.period.first, min(ledger.period.last, ledger.period.as_of)
    return count_joined(ledger.store, JOINED, _tests(), first=first, last=last)


def members(part: str = EVERYBODY) -> Tally:
    """Return what tells how many members there are of a part of them."""
    return lambda ledger: Count(ledger.once(_on_the_day)[part])


def members_share(part: str) -> Tally:
    """Return what tells a part of the members as a share of all."""

    def tally(ledger: Ledger) -> Count:
        told = ledger.once(_on_the_day)
        return share(told[part], told[EVERYBODY], ())

    return tally


def joined(part: str = EVERYBODY) -> Tally:
    """Return what tells how many joined in the period, of a part of them."""
    return lambda ledger: Count(ledger.once(_newcomers)[part])


def _changed(ledger: Ledger, kinds: tuple[str, ...]) -> int:
    first, last = ledger.period.first, min(ledger.period.last, ledger.period.as_of)
    return count_changed(ledger.store, kinds, first=first, last=last)


def changed(*kinds: str) -> Tally:
    """Return what tells how many had a change of some kinds in the period."""
    return lambda ledger: Count(_changed(ledger, kinds))


def more_than(came: tuple[str, ...], left: tuple[str, ...]) -> Tally:
    """Return what tells how many more came than left."""
    return lambda ledger: Count(_changed(ledger, came) - _changed(ledger, left))


def union_of_member(ledger: Ledger) -> Callable[[int | None, str, int | None, str], int | None]:
    """Return what tells a member's union: as entered, by the union's name, else by the unit's union."""
    by_name = {one.name: one.id for one in ledger.all(Union) if one.id is not None}
    by_unit: dict[int | str, int] = {}
    for one in living_unions(ledger):
        if one.org_type == SINGLE and one.id is not None:
            by_unit.setdefault(ledger.unit_of(one), one.id)
    for covered in covered_units(ledger):
        if covered.union is not None:
            by_unit.setdefault(ledger.unit_of(covered), covered.union)

    def union_of(union: int | None, name: str, unit: int | None, unit_name: str) -> int | None:
        found = union or by_name.get(name)
        if found is None and (unit is not None or unit_name):
            found = by_unit.get(unit if unit is not None else ledger.unit_named(unit_name))
        return found

    return union_of


def rosters(ledger: Ledger) -> dict[int, int]:
    """Return how many members each union's roster has on the day of counting."""
    found: dict[int, int] = {}
    for union, name, unit, unit_name, people in count_rosters(ledger.store, ledger.once(_roster)):
        # Where every member has a union of its own, nothing else needs to be read.
        own = union or ledger.once(union_of_member)(union, name, unit, unit_name)
        if own is not None:
            found[own] = found.get(own, 0) + people
    return found


def in_unions(ledger: Ledger) -> int:
    """Return the members of living unions: the roster's where there is one, else the declared."""
    roster = ledger.once(rosters)
    return sum(roster.get(one.id, 0) or one.members_total or 0 for one in living(ledger))


def of_joint(ledger: Ledger) -> Count:
    """Return the members of joint unions."""
    roster = ledger.once(rosters)
    joint = [one for one in living(ledger) if one.org_type == JOINT]
    return Count(sum(roster.get(one.id, 0) for one in joint))
