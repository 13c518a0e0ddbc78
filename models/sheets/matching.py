"""Whether what a row says is new, is known already, or speaks of two records at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from models.fields import Choice, PersonId, fields_of
from models.lists.desk import Desk
from models.lists.kinds import Given, Part, Ref, Say, Slot
from models.lists.offers import NEW, NO_WISH, RECORD, Offer, Wish, described
from models.lists.shelf import Keys, Merged, Shelf, emptied, merge
from models.records.base import Record
from models.rules.checking import complete, required_fields
from models.values.text import name_key

_MOST_OFFERED = 4


@dataclass(slots=True)
class Entry:
    """One record that a row would write: a new one, or another version of a known one."""

    shelf: Shelf[Record]
    record: Record
    ref: Ref | None
    merged: Merged[Record] | None = None
    keys: Keys | None = None
    number: int = 0

    @property
    def alters(self) -> bool:
        """Whether writing it changes anything."""
        return self.merged is None or self.merged.alters


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a row cannot be said to mean one record, at which field, and what may be decided."""

    slot: Slot
    text: str
    offers: tuple[Offer, ...] = ()


def enter_part(desk: Desk, part: Part, owner: Ref, say: Say) -> Entry | Conflict:
    """Return what becomes of a record that comes with the row's own."""
    if part.fills is not None:
        shelf = cast("Shelf[Record]", desk.shelf(part.record_type))
        merged = merge(shelf.records[part.fills], part.given, only_blanks=True)
        return Entry(shelf, merged.record, part.fills, merged)
    given = {**part.given, part.owner: owner} if part.owner else part.given
    return enter(desk, part.record_type, {**part.first, **given}, given, say=say)


def enter(
    desk: Desk,
    record_type: type[Record],
    whole: Given,
    given: Given,
    *,
    say: Say,
    wish: Wish = NO_WISH,
) -> Entry | Conflict:
    """Return what becomes of a record; `whole` makes a new one, `given` changes a known one."""
    shelf = cast("Shelf[Record]", desk.shelf(record_type))
    record = complete(record_type(**whole))  # type: ignore[arg-type]
    keys = shelf.keys_of(record)
    if wish.act == RECORD and wish.means in shelf.records:
        return _merged(desk, shelf, wish.means, given, say, wish)
    hits = shelf.matches(keys) if wish.act != NEW else []
    if not hits and not any(keys) and (kept_ref := _same_in_all(shelf, record, given)) is not None:
        return Entry(shelf, shelf.records[kept_ref], kept_ref, Merged(record, (), ()))
    if not hits:
        _tell_completed(record, whole, say)
        return Entry(shelf, record, None, keys=keys)
    refs = _meant(shelf, record, hits)
    if not refs:
        _tell_namesakes(shelf, record, hits, say)
        return Entry(shelf, record, None, keys=keys)
    kept = shelf.records[refs[0]]
    if len(refs) > 1 or _differs_in_best_key(kept, record) or _is_another_person(kept, record):
        return _conflict(shelf, record, refs)
    return _merged(desk, shelf, refs[0], given, say, wish)


def _merged(
    desk: Desk, shelf: Shelf[Record], ref: Ref, given: Given, say: Say, wish: Wish
) -> Entry:
    """Return a known record with what the row adds to it."""
    kept = shelf.records[ref]
    merged = merge(kept, desk.with_proper_name(kept, given, say))
    if wish.clears:
        merged = emptied(merged, [name for name in wish.clears if name not in given])
    if not merged.alters:
        return Entry(shelf, kept, ref, merged)
    return Entry(shelf, complete(merged.record), ref, merged)


def _same_in_all(shelf: Shelf[Record], record: Record, given: Given) -> Ref | None:
    """Return a record about which a row without a whole key says nothing new."""
    names = tuple(dict.fromkeys(name for key in record.about.keys for name in key))
    alike = shelf.by(names, lambda one: _values(one, names)).get(_values(record, names), ())
    for ref in alike:
        merged = merge(shelf.records[ref], given)
        if not (merged.filled or merged.changed):
            return ref
    return None


def _values(record: Record, names: tuple[str, ...]) -> tuple[object, ...]:
    fields = fields_of(type(record))
    return tuple(fields[name].key(getattr(record, name)) for name in names)


def _meant(shelf: Shelf[Record], record: Record, hits: Sequence[list[Ref]]) -> list[Ref]:
    """Return what a row may mean: the best key decides between namesakes."""
    refs = list(dict.fromkeys(ref for found in hits for ref in found))
    first = hits[0][0]
    if len(hits[0]) == 1 and all(first in found for found in hits):
        namesakes = [one for one in refs if _is_another(shelf, one, record)]
        return [first] if first not in namesakes else []
    others = [one for one in refs if not _is_another(shelf, one, record)]
    return others if len(hits) == 1 else refs


def _is_another(shelf: Shelf[Record], ref: Ref, record: Record) -> bool:
    """Whether a namesake is another record for certain.

    Within one list two codes are two units; against the register a code may have been mistyped.
    """
    is_sure = ref in shelf.sources or not record.about.unique
    return is_sure and _differs_in_best_key(shelf.records[ref], record)


def _tell_completed(record: Record, whole: Given, say: Say) -> None:
    """Say which fields that must be filled in were worked out from the rest of the row."""
    for name, one in required_fields(record.about.table):
        if name not in whole and not one.is_blank(getattr(record, name)):
            shown = one.show(getattr(record, name))
            slot = Slot(type(record), name)
            say(slot, "warn", f"表中没有{one.label}，按其他内容登记为“{shown}”，请核对")


def _tell_namesakes(
    shelf: Shelf[Record], record: Record, hits: Sequence[list[Ref]], say: Say
) -> None:
    """Say so when a row whose best key differs shares the other one's title."""
    about, fields = record.about, fields_of(type(record))
    if not about.unique:
        return
    title = about.titles[0]
    named = fields[title].show(getattr(record, title))
    where = _origin(shelf, hits[0][0])
    best = "、".join(fields[name].label.removeprefix("统一社会") for name in about.keys[0])
    text = f"与“{named}”{where}同名，{best}不同，按两{about.measure}{about.label}登记，请核对"
    say(Slot(type(record), title), "warn", text)


def _conflict(shelf: Shelf[Record], record: Record, refs: list[Ref]) -> Conflict:
    fields = fields_of(shelf.record_type)
    title = shelf.record_type.about.titles[0]
    named = "、".join(
        f"“{fields[title].show(getattr(shelf.records[ref], title))}”{_origin(shelf, ref)}"
        for ref in refs[:3]
    )
    key = next(name for names in record.about.keys for name in names if getattr(record, name))
    names = [name for name in record.about.keys[0] if not isinstance(fields[name], Choice)]
    best = "、".join(fields[name].label for name in names)
    if len(refs) > 1:
        text = f"这一行同时对应{len(refs)}条记录：{named}，没有导入，请核对"
    elif _is_another_person(shelf.records[refs[0]], record):
        text = f"{best}与{named}相同，但{fields[title].label}不同，没有导入，请核对"
        key = title
    else:
        text = f"与{named}同名，但{best}不同，没有导入，请核对"
    return Conflict(Slot(shelf.record_type, key), text, _offers(shelf, record, refs))


def _offers(shelf: Shelf[Record], record: Record, refs: list[Ref]) -> tuple[Offer, ...]:
    """Return what the clerk may decide: one of the known records, or one more."""
    about = record.about
    found = [
        Offer(
            f"就是{described(shelf.records[ref])}，按表中内容更新",
            f"{RECORD}:{ref}",
            known=(about.table, ref),
        )
        for ref in refs[:_MOST_OFFERED]
        if ref > 0
    ]
    if not _is_taken(shelf, record):
        words = "都不是" if len(found) > 1 else "不是" if found else ""
        found.append(Offer(f"{words and words + '，'}另登记一{about.measure}", NEW))
    return tuple(found)


def _is_taken(shelf: Shelf[Record], record: Record) -> bool:
    """Whether another record has the number that no two may share."""
    about = record.about
    return any(
        key is not None
        and set(names) & set(about.unique)
        and shelf.find(place, *(getattr(record, name) for name in names))
        for place, (names, key) in enumerate(zip(about.keys, shelf.keys_of(record), strict=True))
    )


def _is_another_person(kept: Record, record: Record) -> bool:
    """Whether a number stands beside two names, which is mistyped more often than married."""
    fields = fields_of(type(record))
    title = record.about.titles[0]
    if not any(isinstance(fields[name], PersonId) for name in record.about.keys[0]):
        return False
    if _differs_in_best_key(kept, record):
        return False
    names = [name_key(fields[title].show(getattr(one, title))) for one in (kept, record)]
    return all(names) and names[0] != names[1]


def _origin(shelf: Shelf[Record], ref: Ref) -> str:
    source = shelf.sources.get(ref, "")
    return f"（{source}）" if source else ""


def _differs_in_best_key(kept: Record, record: Record) -> bool:
    """Whether the best key is complete on both sides and says they are not the same."""
    fields = fields_of(type(record))
    names = record.about.keys[0]
    pairs = [(getattr(kept, name), getattr(record, name), fields[name]) for name in names]
    if any(one.is_blank(old) or one.is_blank(new) for old, new, one in pairs):
        return False
    return any(one.key(old) != one.key(new) for old, new, one in pairs)
