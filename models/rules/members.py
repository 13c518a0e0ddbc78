"""Checks on members, what changes in their membership, and transfers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from models import codes
from models.reading import Refused
from models.records.base import Record, with_values
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.unions import Union
from models.records.units import Unit
from models.rules.findings import Completions, Finding, FollowUps, Lookup, Rules, error, warn
from models.values.dates import PartialDate
from models.values.person_id import is_resident_number, read_person_id, sex_of

IDENTITY_CARD = "111"
ACTIVE, APPLIED, TRANSFERRING = "active", "applied", "transferring"
JOINED, MOVED_IN, MOVED_OUT = "1", "2", "4"
OUTWARD, INWARD, WITHIN = "1", "2", "3"
UNDER_WAY = frozenset({"out_signed", "sent"})
NEEDS_REASON = frozenset({"3", "4", "5", "6"})
SEXES = {"男": "1", "女": "2"}
YOUNGEST = 16


def is_resident_type(id_type: str) -> bool:
    """Whether papers of a kind bear a number of GB 11643."""
    line = codes.table("id_type").by_code.get(id_type or IDENTITY_CARD)
    return line is not None and line.says("is_resident_number")


# The import asks while it reads a row and once more when the row is checked.
@lru_cache(maxsize=64)
def person_of(id_type: str, id_no: str) -> tuple[str, PartialDate] | None:
    """Return the sex and the birthday that a number contains, None for other papers."""
    if not is_resident_type(id_type) or not is_resident_number(id_no):
        return None
    # The same days of birth come again and again, and are made only once.
    born = PartialDate.from_iso(f"{id_no[6:10]}-{id_no[10:12]}-{id_no[12:14]}")
    return SEXES[sex_of(id_no)], born


def complete_member(member: Member) -> Member:
    """Fill in what the number, the household and the day of joining tell."""
    fresh: dict[str, object] = {}
    if not member.id_type:
        fresh["id_type"] = IDENTITY_CARD
    told = person_of(member.id_type, member.id_no) if not member.sex or _is_vague(member) else None
    if told:
        fresh["sex"] = member.sex or told[0]
        if member.birth is None or member.birth.agrees_with(told[1]):
            fresh["birth"] = told[1]
    if not member.is_migrant and member.household:
        rural = codes.table("household").codes_where("is_rural")
        fresh["is_migrant"] = "1" if member.household in rural else "0"
    if not member.status:
        fresh["status"] = ACTIVE if member.joined_on else APPLIED
    if member.status_on is None and member.joined_on:
        fresh["status_on"] = member.joined_on
    return with_values(member, **fresh) if fresh else member


def _is_vague(member: Member) -> bool:
    return member.birth is None or member.birth.day is None


def check_member(member: Member) -> Iterator[Finding]:
    """Yield a number that cannot be, and what does not fit it (GB 11643-1999)."""
    if member.id_no and is_resident_type(member.id_type):
        yield from _check_number(member)
    joined, birth = member.joined_on, member.birth
    if joined and birth and joined.year - birth.year < YOUNGEST:
        yield warn("joined_on", f"入会时不满{YOUNGEST}周岁，请核对")


def _check_number(member: Member) -> Iterator[Finding]:
    told = person_of(member.id_type, member.id_no)
    if told is None:
        yield error("id_no", _why_not(member.id_no))
        return
    sex, birth = told
    if member.sex in SEXES.values() and member.sex != sex:
        shown = codes.table("sex").label(sex)
        yield error("sex", f"与证件号码不符，证件号码为{shown}")
    if member.birth and not member.birth.agrees_with(birth):
        yield error("birth", f"与证件号码不符，证件号码为{birth.iso}")


def _why_not(number: str) -> str:
    try:
        read_person_id(number)
    except Refused as refusal:
        return str(refusal)
    return "不是18位身份证号码，请核对证件类别"


def check_change(change: MemberChange) -> Iterator[Finding]:
    """Yield a change for which the form of the federation asks a reason."""
    if change.kind in NEEDS_REASON and not change.reason:
        yield warn("reason", "保留、转出、除名、退会要填变化原因")


def check_change_order(change: MemberChange, lookup: Lookup) -> Iterator[Finding]:
    """Yield a change that lies before the member joined."""
    is_of_new_member = change.member is None or change.member < 1
    if change.kind == JOINED or change.changed_on is None or is_of_new_member:
        return
    for member in lookup.find(Member, id=change.member):
        if member.joined_on and change.changed_on.last() < member.joined_on.first():
            yield error("changed_on", f"早于入会日期{member.joined_on.iso}")


def complete_transfer(transfer: MemberTransfer) -> MemberTransfer:
    """Call a transfer received once the day is known, and one without any day planned."""
    if transfer.received_on and transfer.status not in ("refused", "lapsed"):
        return replace(transfer, status="received")
    if transfer.status:
        return transfer
    if transfer.sent_on:
        return replace(transfer, status="sent")
    return replace(transfer, status="out_signed" if transfer.signed_on else "draft")


def check_transfer(transfer: MemberTransfer) -> Iterator[Finding]:
    """Yield days of a transfer that are in the wrong order, and one without its member."""
    steps = ("applied_on", "signed_on", "sent_on", "received_on")
    latest: date | None = None
    for name in steps:
        day = getattr(transfer, name)
        if day and latest and day < latest:
            yield error(name, f"早于前一步的日期{latest.isoformat()}")
        latest = day or latest
    if transfer.status == "received" and transfer.received_on is None:
        yield warn("received_on", "已接收的要填接收日期，会籍才跟着变动")
    if transfer.kind in (OUTWARD, WITHIN) and transfer.person is None:
        yield warn("person", "没有对应到会员，会籍不会跟着变动")
    if transfer.kind == WITHIN and transfer.from_name == transfer.to_name != "":
        yield error("to_name", "转入工会和转出工会相同")


def settled(
    member: Member, changes: Sequence[MemberChange], transfers: Sequence[MemberTransfer] = ()
) -> Member:
    """Return the member with the status that the latest change and an open transfer tell."""
    dated = [one for one in changes if one.changed_on]
    if not dated:
        return member
    dated.sort(key=lambda one: (_last(one), one.id or 0))
    status = codes.table("member_change_type").by_code[dated[-1].kind].extra["status"]
    if status == ACTIVE and any(_is_leaving(one) for one in transfers):
        status = TRANSFERRING
    joined = next((one.changed_on for one in dated if one.kind == JOINED), member.joined_on)
    return replace(member, status=status, status_on=dated[-1].changed_on, joined_on=joined)


def _last(change: MemberChange) -> date:
    return change.changed_on.last() if change.changed_on else date.min


def _is_leaving(transfer: MemberTransfer) -> bool:
    return transfer.kind != INWARD and transfer.status in UNDER_WAY


def follow_member(member: Member, lookup: Lookup) -> Iterator[Record]:
    """Yield the change that a member's day of joining makes, or moves."""
    if not lookup.find(Member, id=member.id):
        return
    if member.joined_on is None:
        yield from _settle(member.id, lookup)
        return
    changes = lookup.find(MemberChange, member=member.id)
    joining = [one for one in changes if one.kind == JOINED]
    if len(joining) == 1 and joining[0].changed_on != member.joined_on:
        yield replace(joining[0], changed_on=member.joined_on)
        yield from _settle(member.id, lookup)
    elif not changes:
        yield MemberChange(member=member.id, kind=JOINED, changed_on=member.joined_on)
        yield from _settle(member.id, lookup)


def follow_change(change: MemberChange, lookup: Lookup) -> Iterator[Record]:
    """Yield the member of a change with the status that follows."""
    yield from _settle(change.member, lookup)


def follow_transfer(transfer: MemberTransfer, lookup: Lookup) -> Iterator[Record]:
    """Yield the changes that a received transfer makes, and the member with what follows.

    工会会员会籍管理办法第三条: joined once, the membership moves along with the labour relation.
    """
    member = next(iter(lookup.find(Member, id=transfer.person)), None) if transfer.person else None
    if member is None:
        return
    if transfer.status == "received" and transfer.received_on:
        known = lookup.find(MemberChange, member=member.id)
        yield from missing_changes(transfer, known)
        yield from _moved(member, transfer, lookup)
    yield from _settle(transfer.person, lookup)


def missing_changes(
    transfer: MemberTransfer, known: Iterable[MemberChange]
) -> Iterator[MemberChange]:
    """Yield the changes of a received transfer that are not there yet."""
    there = {(one.kind, one.changed_on) for one in known}
    day = transfer.received_on
    on = PartialDate(day.year, day.month, day.day) if day else None
    for kind, other, kinds in (
        (MOVED_OUT, transfer.to_name, (OUTWARD, WITHIN)),
        (MOVED_IN, transfer.from_name, (INWARD, WITHIN)),
    ):
        if transfer.kind in kinds and (kind, on) not in there:
            yield MemberChange(
                member=transfer.person,
                kind=kind,
                changed_on=on,
                reason="1",
                other_union=other,
                document=transfer.slip_no,
            )


def _moved(member: Member, transfer: MemberTransfer, lookup: Lookup) -> Iterator[Member]:
    """Yield the member under the new union when the membership stays in the township."""
    if transfer.kind == OUTWARD or member.union_name == transfer.to_name:
        return
    unions = lookup.find(Union, name=transfer.to_name)
    moved = replace(
        member, union=unions[0].id if len(unions) == 1 else None, union_name=transfer.to_name
    )
    if transfer.to_unit and transfer.to_unit != member.unit_name:
        units = lookup.find(Unit, name=transfer.to_unit)
        moved = replace(
            moved, unit=units[0].id if len(units) == 1 else None, unit_name=transfer.to_unit
        )
    yield moved


def _settle(member_id: int | None, lookup: Lookup) -> Iterator[Member]:
    for member in lookup.find(Member, id=member_id) if member_id else ():
        changes = lookup.find(MemberChange, member=member_id)
        now = settled(member, changes, lookup.find(MemberTransfer, person=member_id))
        if now != member:
            yield now


CHECKS: Rules = {
    "member": check_member,
    "member_change": check_change,
    "member_transfer": check_transfer,
}
CHECKS_ACROSS: Rules = {"member_change": check_change_order}
COMPLETIONS: Completions = {"member": complete_member, "member_transfer": complete_transfer}
FOLLOW_UPS: FollowUps = {
    "member": follow_member,
    "member_change": follow_change,
    "member_transfer": follow_transfer,
}
