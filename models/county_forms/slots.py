"""Blanks within the text of a cell: behind a colon, as a line, between brackets, 年 月 日."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Shape = Literal["words", "day", "month", "year"]

LONGEST_LABEL = 16
_BLANK = r"[ \u3000\u00a0_＿]"
_DAY = re.compile(rf"(?:(?<!\d)20(?:\d\d)?)?{_BLANK}*年{_BLANK}*月(?P<day>{_BLANK}*日)?")
_ROOM = re.compile(_BLANK)
# Behind a colon: two blanks at least, or nothing before the end, （盖章） or the next label.
_COLON = re.compile(
    rf"[：:](?P<blank>{_BLANK}{{2,}}|{_BLANK}*(?=$|\n|[；;，,。)）]|[（(][^（()）]{{0,3}}[章字名][)）])"
    rf"|{_BLANK}(?=[^：:\s]{{2,8}}[：:]))"
)
_LINE = re.compile(r"[_＿]{2,}")
_BRACKETS = re.compile(r"[（(](?P<blank>[ \u3000\u00a0]{2,})[)）]")
_YEAR = re.compile(rf"(?P<blank>(?<!\d)20{_BLANK}+|{_BLANK}{{2,}})(?=年(?!{_BLANK}*月))")
_LABEL_END = re.compile(rf"{_BLANK}+$")
_LABEL_START = re.compile(r"[\s\u3000_＿：:；;，,。、]")
_MARKS = "：:（("


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank within a text: what it is called, where it is, and what belongs there."""

    label: str
    start: int
    end: int
    shape: Shape = "words"


def slots_in(text: str) -> list[Slot]:
    """Return the blanks of a text in their order."""
    found: list[Slot] = []
    reached = 0
    for start, end, shape in sorted(_blanks(text)):
        if start < reached:
            continue
        found.append(Slot(_label_of(text, reached, start, end), start, end, shape))
        reached = end
    return found


def with_slots_filled(text: str, values: dict[int, str]) -> str:
    """Return a text with some of its blanks filled, by their number."""
    pieces: list[str] = []
    reached = 0
    for number, slot in enumerate(slots_in(text)):
        if number in values:
            pieces += [text[reached : slot.start], values[number], rest_of(text, slot)]
            reached = slot.end
    return "".join((*pieces, text[reached:]))


def rest_of(text: str, slot: Slot) -> str:
    """Return the blanks that must stay behind a filled slot so that the next label stands apart."""
    is_followed = slot.end < len(text) and text[slot.end] not in "\n；;，,。)）年"
    written = text[slot.start : slot.end]
    if not is_followed or slot.shape != "words" or not written or "_" in written:
        return ""
    return written[-2:] if written.isspace() else ""


def _blanks(text: str) -> Iterator[tuple[int, int, Shape]]:
    days = [found for found in _DAY.finditer(text) if _ROOM.search(found[0])]
    for found in days:
        start, end = found.span()
        yield _behind_the_colon(text, start), end, "day" if found["day"] else "month"
    taken = {place for found in days for place in range(*found.span())}
    for pattern in (_COLON, _BRACKETS):
        for found in pattern.finditer(text):
            start, end = found.span("blank")
            if start not in taken and end not in taken:
                yield start, end, "words"
    for found in _LINE.finditer(text):
        if found.start() not in taken:
            yield *found.span(), "words"
    for found in _YEAR.finditer(text):
        if found.start() not in taken:
            yield *found.span("blank"), "year"


def _behind_the_colon(text: str, start: int) -> int:
    """Return where a day's blank begins: with all blanks before 年 that follow a label."""
    while start and text[start - 1] in " \u3000\u00a0_＿":
        start -= 1
    return start


def _label_of(text: str, reached: int, start: int, end: int) -> str:
    """Return the words before a blank, those after it where there are none."""
    before = _LABEL_END.sub("", text[reached:start]).rstrip(_MARKS)
    words = [one for one in _LABEL_START.split(before) if one]
    if words:
        return words[-1][-LONGEST_LABEL:]
    after = [one for one in _LABEL_START.split(text[end:].strip("）) \u3000")) if one]
    return after[0][:LONGEST_LABEL] if after else ""
