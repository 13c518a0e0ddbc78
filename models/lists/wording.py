"""Sentences where a list should hold a word of a code table, and titles that stand for a column."""

import re
from collections.abc import Sequence
from typing import cast

from models.fields import fields_of
from models.lists.frames import Frame
from models.lists.kinds import Draft, Reader, Say, Slot
from models.reading import Reading, Refused
from models.records.base import Record

Words = Sequence[tuple[str, str]]


def worded(table: type[Record], name: str, words: Words) -> Reader:
    """Return a reader of a choice that understands a sentence by the first pattern in it."""
    field = fields_of(table)[name]

    def read(text: str) -> Reading[str]:
        try:
            found = field.read(text)
        except Refused:
            meant = named_in(text, words)
            if not meant:
                raise
            value = str(field.read(meant).value)
            return Reading(value, doubts=(f"“{text}”按“{meant}”登记，请核对",))
        return Reading(str(found.value), found.repairs, found.doubts)

    return read


def worded_several(table: type[Record], name: str, words: Words) -> Reader:
    """Return a reader of several choices that understands a sentence by all patterns in it."""
    field = fields_of(table)[name]

    def read(text: str) -> Reading[object]:
        try:
            return field.read(text)
        except Refused:
            meant = [one for pattern, one in words if re.search(pattern, text)]
            if not meant:
                raise
            shown = "、".join(dict.fromkeys(meant))
            value = field.read(shown).value
            return Reading(value, doubts=(f"“{text}”按“{shown}”登记，请核对",))

    return cast("Reader", read)


def named_in(text: str, words: Words) -> str:
    """Return what the first pattern found in a text stands for; blank when none is found."""
    return next((meant for pattern, meant in words if re.search(pattern, text)), "")


def take_from_title(frame: Frame, found: Draft, slot: Slot, words: str, say: Say) -> None:
    """Fill a choice for which the list has no column with what its title says."""
    if not words or slot in frame.mapped or slot.name in found.first:
        return
    found.given[slot.name] = slot.field.read(words).value
    say(slot, "fix", f"没有{slot.field.label}列，按表名登记为“{words}”")
