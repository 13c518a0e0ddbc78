"""What a row about a union says of others: the unit at which it is, and its chair."""

import re

from models.lists.frames import Frame, find_units, tell
from models.lists.kinds import UNIT_CODE, Draft, Given, Others, Part, Ref, Say, Slot
from models.lists.namesakes import Found
from models.lists.official import UNIONS, keep_finer
from models.records.elections import Post
from models.records.unions import Union, UnionUnit
from models.records.units import Unit

CHAIR = "1"
UNIT_SLOTS = tuple(
    Slot(Unit, name)
    for name in (
        *("credit_code", "address", "region", "unit_nature", "economic_type", "industry"),
        *("legal_person", "village"),
    )
)
CHAIR_SLOTS = tuple(
    Slot(Post, name)
    for name in ("sex", "birth", "id_no", "politics", "education", "title_in_unit", "fulltime")
)
COVERED = Slot(UnionUnit, "unit_name")
_UNION_ENDING = re.compile(r"(?:基层)?工会(?:委员会)?$")
_UNIT_NAME, _CHAIR = Slot(Union, "unit_name"), Slot(Union, "chair")
_LEGAL_PERSON = Slot(Unit, "legal_person")


def with_unit_and_chair(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Link a union to its unit, which comes with it when nobody knows it; keep its chair's office."""
    told = dict(others.get(Unit, {}))
    _choose_leader(frame, found.given, told)
    _find_unit(frame, found, told, say)
    if others.get(Post):
        _add_chair(frame, found, dict(others[Post]))
    for one in find_units(
        frame, COVERED, str(others.get(UnionUnit, {}).get(COVERED.name) or ""), say
    ):
        found.parts.append(Part(UnionUnit, {"unit": one.ref, "unit_name": one.name}, "union"))


def _choose_leader(frame: Frame, own: Given, told: Given) -> None:
    """Take a legal person for the union's own where the list tells neither chair nor unit."""
    if _CHAIR in frame.mapped or {UNIT_CODE, _UNIT_NAME} & frame.mapped:
        return
    if leader := told.pop(_LEGAL_PERSON.name, ""):
        own["chair"] = leader


def _find_unit(frame: Frame, found: Draft, told: Given, say: Say) -> None:
    own = found.given
    code = str(told.get(UNIT_CODE.name) or "")
    name = str(own.get("unit_name") or "")
    is_named = bool(name or code)
    hit = frame.desk.find_unit(name, code) if is_named else _by_own_name(frame, own, say)
    if hit.ref is not None:
        own.update(unit=hit.ref, unit_name=hit.name)
        tell(hit, _UNIT_NAME, say)
        if told:
            keep_finer(UNIONS, told, frame.desk.shelf(Unit).records[hit.ref])
            found.parts.append(Part(Unit, told, fills=hit.ref))
    elif hit.is_nobody and told:
        own["unit"] = _add_unit(frame, found, {"name": name, **told})
        say(_UNIT_NAME, "fix", f"单位台账里没有“{name}”，随这一行一并登记")
    else:
        tell(hit, _UNIT_NAME, say)


def _add_unit(frame: Frame, found: Draft, told: Given) -> Ref:
    """Let the unit come with the row; it gets the next place of its shelf."""
    found.parts.append(Part(Unit, told))
    return frame.desk.shelf(Unit).next_ref()


def _by_own_name(frame: Frame, own: Given, say: Say) -> Found:
    """Return the unit whose whole name a union without one bears."""
    name = _UNION_ENDING.sub("", str(own.get("name") or ""))
    hits = frame.desk.shelf(Unit).find(1, name) if name else []
    if len(hits) != 1:
        return Found(None, "")
    proper = frame.desk.shelf(Unit).records[hits[0]].name
    say(Slot(Union, "name"), "fix", f"按工会名称对应到单位“{proper}”")
    return Found(hits[0], proper)


def _add_chair(frame: Frame, found: Draft, told: Given) -> None:
    """Let the chair's office come with the row; one that is known is only filled in."""
    own = found.given
    person, union = str(own.get("chair") or ""), str(own.get("name") or "")
    if not (person and union):
        return
    given = {**told, "phone": own.get("phone") or ""}
    known = frame.desk.shelf(Post).by(
        "office", lambda one: (one.union_name, one.person_name, one.position)
    )
    if held := list(known.get((union, person, CHAIR), ())):
        found.parts.append(Part(Post, given, fills=held[0]))
        return
    office = {"union_name": union, "person_name": person, "position": CHAIR}
    found.parts.append(Part(Post, {**given, **office}, "union"))
