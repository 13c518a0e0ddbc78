"""A member of the list whom the register knows under another union, or as one who left."""

from models import codes
from models.lists.frames import Frame
from models.lists.kinds import Draft, Given, Part, Say, Slot
from models.lists.offers import MOVE, RETURN, Offer
from models.records.members import Member, MemberChange, MemberTransfer
from models.rules.members import (
    ACTIVE,
    APPLIED,
    JOINED,
    TRANSFERRING,
    WITHIN,
    missing_changes,
    settled,
)
from models.values.dates import PartialDate
from models.values.text import name_key

_CHANGE = ("member", "kind", "changed_on", "reason", "other_union")
_BELONGS = frozenset({ACTIVE, TRANSFERRING})
_IS_THERE = _BELONGS | {APPLIED, ""}


def with_decision(frame: Frame, found: Draft, known: Member, change: Given, say: Say) -> Given:
    """Return the change that the row makes after what was decided; what may be is offered."""
    if known.id is None or change.get("kind", JOINED) != JOINED:
        return change
    on = frame.wish.on
    if frame.wish.act == MOVE and on is not None:
        _move(frame, found, known, on)
        return {}
    if frame.wish.act == RETURN and on is not None:
        return {"kind": JOINED, "changed_on": on}
    _offer(frame, found.given, known, say)
    return change


def _offer(frame: Frame, own: Given, known: Member, say: Say) -> None:
    reference = (Member.about.table, known.id or 0)
    if known.status not in _IS_THERE:
        status = codes.table("member_status").label(known.status)
        say(Slot(Member, "name"), "warn", f"此人的会籍现在是“{status}”，导入后不变")
        words = "恢复会籍，重新算作会员"
        frame.offers.append(Offer(words, RETURN, asks_day=True, known=reference, is_sure=True))
    elif _goes_elsewhere(own, known):
        before, after = known.union_name, str(own["union_name"])
        text = f"此人现在属于“{before}”，导入后属于“{after}”，没有转会记录"
        say(Slot(Member, "name"), "warn", text)
        words = f"按转会登记：从“{before}”转到“{after}”"
        frame.offers.append(Offer(words, MOVE, asks_day=True, known=reference, is_sure=True))


def _goes_elsewhere(own: Given, known: Member) -> bool:
    names = [known.union_name, str(own.get("union_name") or "")]
    return known.status in _BELONGS and all(names) and name_key(names[0]) != name_key(names[1])


def _move(frame: Frame, found: Draft, known: Member, on: PartialDate) -> None:
    """Let the row bring the transfer and its changes along."""
    own, day = found.given, on.first()
    told: Given = {
        "kind": WITHIN,
        "person": known.id,
        "person_name": known.name,
        "id_no": known.id_no,
        "from_unit": known.unit_name,
        "from_name": known.union_name,
        "to_unit": str(own.get("unit_name") or known.unit_name),
        "to_name": str(own.get("union_name") or ""),
        "applied_on": day,
        "received_on": day,
        "status": "received",
    }
    there = frame.desk.find(MemberChange, member=known.id)
    transfer = MemberTransfer(**told)  # type: ignore[arg-type]
    fresh = list(missing_changes(transfer, there))
    found.parts.append(Part(MemberTransfer, told))
    for one in fresh:
        given = {name: value for name in _CHANGE if (value := getattr(one, name))}
        found.parts.append(Part(MemberChange, given))
    now = settled(known, [*there, *fresh])
    own.update(status=now.status, status_on=now.status_on)
