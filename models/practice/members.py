"""Practice records: members, what changes in their membership, and transfers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.practice.names import REGION, person, phone
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.unions import Union
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit

SINGLE = "10"
OLD_ROSTERS, NEW_ROSTERS = 6, 4
CHANGED, MOVED = (3, 14, 27, 35, 41, 50), (8, 20, 31, 44, 56, 62)
NATIONS = ("01", "01", "01", "01", "03", "01", "11", "01")
DRIVER, COURIER = "01", "02"


def add(store: Store) -> None:
    """Add the rosters of the smallest unions, those who wait, left or moved, and the transfers."""
    unions = _with_roster(store)
    members = [store.save(one) for one in _members(unions)]
    for one in _waiting(unions[0]):
        store.save(one)
    old = [one for one in members if one.joined_on and one.joined_on.year < 2024]
    _add_changes(store, [old[place] for place in CHANGED])
    _add_transfers(store, [old[place] for place in MOVED], unions)


def _with_roster(store: Store) -> list[Union]:
    """Return the smallest unions of earlier years and of the last one."""
    unions = sorted(
        (one for one in store.all(Union) if one.org_type == SINGLE and not one.ended_on),
        key=lambda one: one.members_total or 0,
    )
    new = [one for one in unions if one.founded_on and one.founded_on.year == 2024]
    old = [one for one in unions if one not in new]
    return [*old[:OLD_ROSTERS], *new[:NEW_ROSTERS]]


def _members(unions: list[Union]) -> Iterator[Member]:
    number = 0
    for union in unions:
        for _ in range(union.members_total or 0):
            yield _member(number, union)
            number += 1


def _member(number: int, union: Union) -> Member:
    born = date(1968 + number * 7 % 34, 1 + number * 5 % 12, 1 + number * 11 % 28)
    is_woman = number % 5 in (1, 3)
    joined = max(union.founded_on.first() if union.founded_on else born, _grown_up(born))
    if number % 9 == 4 and joined.year < 2024:
        joined = date(2024, 3 + number % 7, 12)
    is_rural = number % 3 != 0
    return Member(
        name=person(400 + number),
        id_no=identity(born, number * 2 + (0 if is_woman else 1)),
        nation=NATIONS[number % len(NATIONS)],
        work_status="1",
        education=str(3 + number % 5),
        tech_level=str(number % 6),
        mobile=phone(4000 + number),
        household="2" if is_rural else "1",
        politics="01" if number % 6 == 2 else "13",
        unit=union.unit,
        unit_name=union.unit_name,
        union=union.id,
        union_name=union.name,
        card_no=f"QH{joined.year % 100:02d}{number + 1:05d}",
        joined_on=PartialDate(joined.year, joined.month, joined.day),
        join_mode="2",
        new_group=(DRIVER, COURIER)[number % 2] if number % 17 == 8 else "",
        is_dispatch=number % 23 == 11,
        verified=number % 8 != 3,
        dues_paid_to=PartialDate(2024, 3 if number % 19 == 6 else 12),
        job=("车工", "电工", "装配", "检验", "仓管", "会计")[number % 6],
    )


def _grown_up(born: date) -> date:
    return date(born.year + 20, 9, 1)


def identity(born: date, order: int) -> str:
    """Return a right number of a region that was never given; the order's last digit tells the sex."""
    first = f"{REGION}{born:%Y%m%d}{500 + order % 400:03d}"
    return first + check_digit(first)


def _waiting(union: Union) -> Iterator[Member]:
    for number in range(3):
        member = _member(300 + number, union)
        yield replace(
            member,
            card_no="",
            joined_on=None,
            join_mode="1",
            applied_on=date(2024, 12, 5 + number),
            dues_paid_to=None,
            verified=False,
        )


def _add_changes(store: Store, members: list[Member]) -> None:
    told = (
        ("3", "3", 5),
        ("4", "1", 6),
        ("6", "5", 8),
        ("3", "2", 9),
        ("4", "1", 10),
        ("8", "8", 11),
    )
    for member, (kind, reason, month) in zip(members, told, strict=True):
        store.save(
            MemberChange(
                member=member.id,
                kind=kind,
                changed_on=PartialDate(2024, month, 18),
                reason=reason,
                other_union="邻县化工园区工会联合会" if kind == "4" else "",
            )
        )


def _add_transfers(store: Store, members: list[Member], unions: list[Union]) -> None:
    for place, member in enumerate(members):
        to = unions[-1 - place % NEW_ROSTERS]
        is_within = place % 2 == 0
        applied = date(2024, 2 + place, 6)
        is_done = place < 4
        store.save(
            MemberTransfer(
                slip_no=f"转〔2024〕{place + 1}号",
                person=member.id,
                person_name=member.name,
                id_no=member.id_no,
                mobile=member.mobile,
                kind="3" if is_within else "1",
                from_unit=member.unit_name,
                from_name=member.union_name,
                to_unit=to.unit_name if is_within else "临澜市第二机床厂",
                to_name=to.name if is_within else "临澜市第二机床厂工会委员会",
                dues_paid_to=PartialDate(2024, 1 + place),
                applied_on=applied,
                signed_on=applied.replace(day=9),
                sent_on=applied.replace(day=12),
                received_on=applied.replace(day=20) if is_done else None,
                reason="工作调动",
                handled_by=person(301),
            )
        )
