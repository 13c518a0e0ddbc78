"""The header of a sheet wherever it stands, and which field each of its columns fills."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from models.lists.catalogue import BY_NAME, SHEET_TYPES
from models.lists.kinds import SheetType, Slot
from models.sheets.workbook import Grid

LAST_ROW = 20
MOST_ROWS = 3
MOST_COLUMNS = 256
LONGEST_HEADING = 200
TITLE_BONUS = 4.0
# So much better must a list fit the type whose columns it lacks, not to be read as another.
CLEARLY_BETTER = 4.0
TWO_DAYS = "起止日期写在一列"

_MARKS = re.compile(r"[\s*★☆※●:：.。、,，·_]+")
_BRACKETED = re.compile(r"\([^()]*\)")
_NUMBERING = re.compile(r"序号?|编号|行号|no|编次|顺序号?|号")
_VALUE = re.compile(
    r"[0-9A-Za-z]{18}|1[3-9]\d{9}|(?:19|20)\d\d([-./年])\d{1,2}([-./月])\d{1,2}日?", re.ASCII
)
_FOR_INK = re.compile(r".*(?:签字|签名|盖章|签章|公章)")
_SAME_WORDS = (
    ("企业", "单位"),
    ("公司", "单位"),
    ("时间", "日期"),
    ("总人数", "数"),
    ("总数", "数"),
    ("人数", "数"),
    ("手机号码", "电话"),
    ("手机号", "电话"),
    ("手机", "电话"),
    ("姓名", ""),
    ("电话号码", "电话"),
    ("联系方式", "电话"),
    ("联系电话", "电话"),
    ("所属", "所在"),
    ("其中", ""),
    ("是否", ""),
    ("有无", ""),
    ("签名", "签字"),
    ("情况", ""),
)
_SHORTEST_ENDING = 4
_OWN_LABEL = -1
# Points, what to say, and how many of a column's labels count; above the lowest stands its group.
_TIERS = ((3.0, "", 2), (3.0, "", None), (2.0, "名称相近", None), (1.5, "名称相近", 1))
_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its heading, and the slot that it fills or None."""

    index: int
    heading: str
    slot: Slot | None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: its rows from 0, both included, and its columns."""

    type: SheetType
    top: int
    bottom: int
    columns: tuple[Column, ...]
    score: float
    speaks: bool = True
    told_by_title: frozenset[str] = frozenset()

    @property
    def by_slot(self) -> Mapping[Slot, Column]:
        """Return the mapped columns."""
        return {one.slot: one for one in self.columns if one.slot}

    @property
    def is_mostly_unknown(self) -> bool:
        """Whether the columns that say something are for the most part of another list."""
        telling = [one for one in self.columns if one.slot or not is_neutral(one.heading)]
        mapped = [one for one in telling if one.slot]
        return len(mapped) * 2 < len(telling) and len(mapped) < _ENOUGH

    @property
    def needed(self) -> tuple[Column, ...]:
        """Return the columns without which a row means nothing."""
        found = self.by_slot
        slots = (Slot(self.type.record, name) for name in self.type.needs)
        return tuple(found[slot] for slot in slots if slot in found)

    @property
    def missing(self) -> tuple[Slot, ...]:
        """Return the columns without which the rows of this type mean nothing."""
        found = self.by_slot
        wanted = (
            Slot(self.type.record, name)
            for name in self.type.needs
            if name not in self.told_by_title
        )
        return tuple(slot for slot in wanted if slot not in found)


def find_header(
    grid: Grid, title: str, as_type: str = "", columns: Mapping[str, str] | None = None
) -> Header | None:
    """Return the best header of the first rows, None when no sheet type fits."""
    types = (BY_NAME[as_type],) if as_type else SHEET_TYPES
    chosen = {label_key(heading): what for heading, what in (columns or {}).items()}
    best: Header | None = None
    lacking: Header | None = None
    for top, bottom, labels in _candidates(grid):
        keys = _keys(labels)
        for one in types:
            if not (chosen or _may_fit(one, keys)):
                continue
            header = _fit(one, (top, bottom), labels, chosen)
            if header is None:
                continue
            header = _with_title(header, title)
            if header.is_mostly_unknown and not (as_type or _is_titled(header, title)):
                continue
            if not (header.speaks or as_type):
                continue
            if header.missing and not as_type:
                lacking = _better(lacking, header)
            else:
                best = _better(best, header)
    if best and lacking and lacking.score >= best.score + CLEARLY_BETTER:
        best = lacking
    return _grown(grid, best) if best else None


def _better(known: Header | None, found: Header) -> Header:
    return found if known is None or found.score > known.score else known


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Return a heading without blanks and marks, in one width and case."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def is_neutral(heading: str) -> bool:
    """Whether a column only numbers the rows or waits for ink."""
    bare = _BRACKETED.sub("", label_key(heading))
    return numbers_rows(heading) or _FOR_INK.fullmatch(bare) is not None


def numbers_rows(heading: str) -> bool:
    """Whether a column only numbers the rows."""
    return _NUMBERING.fullmatch(_BRACKETED.sub("", label_key(heading))) is not None


def _keys(labels: list[list[str]]) -> set[str]:
    """Return the labels of a candidate in the spelling of the vocabularies."""
    keys = {label_key(name) for names in labels for name in names}
    return keys | {_BRACKETED.sub("", key) for key in keys}


def _may_fit(one: SheetType, keys: set[str]) -> bool:
    """Whether at least one label is a known one; most rows of data have none."""
    return not keys.isdisjoint(_exact(one)) or any(_same(key) in _canonical(one) for key in keys)


def _candidates(grid: Grid) -> Iterator[tuple[int, int, list[list[str]]]]:
    """Yield rows that may be a header, with the labels that each column may go by."""
    height = min(LAST_ROW, len(grid.rows))
    rows = [
        [
            text.strip() if len(text) <= LONGEST_HEADING else ""
            for text in grid.texts(row)[:MOST_COLUMNS]
        ]
        for row in range(height)
    ]
    filled = _filled_from_merges(grid, rows)
    are_data = [_is_data(row) for row in rows]
    for top in range(height):
        if sum(1 for text in rows[top] if text) < 2:
            continue
        for bottom in range(top, min(top + MOST_ROWS, height)):
            if are_data[bottom]:
                break
            yield top, bottom, _labels(filled[top : bottom + 1], rows[top : bottom + 1])


def _is_data(texts: Sequence[str]) -> bool:
    """Whether a row holds a code, a telephone number or a day, which no heading is."""
    return any(_VALUE.fullmatch(text) for text in texts)


def _filled_from_merges(grid: Grid, rows: list[list[str]]) -> list[list[str]]:
    filled = [list(row) for row in rows]
    for merge in grid.merges:
        if merge.top >= len(rows) or merge.left >= MOST_COLUMNS:
            continue
        text = rows[merge.top][merge.left]
        for row in range(merge.top, min(merge.bottom + 1, len(rows))):
            for column in range(merge.left, min(merge.right + 1, len(rows[row]))):
                filled[row][column] = text
    return filled


def _labels(filled: Sequence[list[str]], rows: Sequence[list[str]]) -> list[list[str]]:
    """Return for each column its labels: the joined ones first, the lowest last."""
    carried = [_carried(row, below) for row, below in zip(filled, rows[1:], strict=False)]
    levels = [*carried, filled[-1]]
    found = []
    for cells in zip(*levels, strict=True):
        parts = list(dict.fromkeys(text for text in cells if text))
        joined = "".join(_BRACKETED.sub("", unicodedata.normalize("NFKC", p)) for p in parts)
        found.append(list(dict.fromkeys((joined, *reversed(parts)))) if parts else [])
    return found


def _carried(row: list[str], below: list[str]) -> list[str]:
    """Return a group row in which a blank cell over a label takes the group to its left."""
    carried = list(row)
    for column in range(1, len(row)):
        if not row[column] and below[column] and below[column - 1]:
            carried[column] = carried[column - 1]
    return carried


def _fit(
    one: SheetType, rows: tuple[int, int], labels: list[list[str]], chosen: Mapping[str, str]
) -> Header | None:
    slots: dict[int, tuple[Slot, str]] = {}
    taken: set[Slot] = set()
    left_out: set[int] = set()
    for column, names in enumerate(labels):
        answer = next((chosen[label_key(n)] for n in names if label_key(n) in chosen), None)
        if answer is None:
            continue
        slot = slot_named(one, answer) if answer else None
        left_out.add(column)
        if slot and slot not in taken:
            slots[column] = (slot, "已按答案对应")
            taken.add(slot)
    weight = 0.0
    for tier, (points, how, depth) in enumerate(_TIERS, start=_OWN_LABEL):
        for column, names in enumerate(labels):
            if column in slots or column in left_out:
                continue
            slot = next(
                (s for n in names[:depth] if (s := _look_up(one, n, tier))),
                None,
            )
            if slot and slot not in taken:
                slots[column] = (slot, how)
                taken.add(slot)
                weight += points
    columns = _spanned(one, labels, slots)
    weight += 2.0 * len(columns)
    split = {column.index for column in columns}
    for index, names in enumerate(labels):
        if names and index not in split:
            columns.append(Column(index, _heading(names), *slots.get(index, (None, ""))))
    return _header(one, rows, columns, weight) if columns else None


def _spanned(
    one: SheetType, labels: list[list[str]], slots: dict[int, tuple[Slot, str]]
) -> list[Column]:
    """Return two columns for the one that holds both ends of a span."""
    span = one.span
    if span is None or any(slot == span.last for slot, _ in slots.values()):
        return []
    words = {label_key(word) for word in span.headings}
    for index, names in enumerate(labels):
        if index not in slots and any(_BRACKETED.sub("", label_key(n)) in words for n in names):
            heading = _heading(names)
            return [Column(index, heading, slot, TWO_DAYS) for slot in (span.first, span.last)]
    return []


def _header(
    one: SheetType,
    rows: tuple[int, int],
    columns: list[Column],
    weight: float,
) -> Header | None:
    mapped = [column.slot for column in columns if column.slot]
    neutral = [column for column in columns if not column.slot and is_neutral(column.heading)]
    known = len(mapped) + len(neutral)
    if len(mapped) < 2:
        return None
    spoken = {slot.name for slot in mapped}
    score = weight + 0.5 * len(neutral) + sum(1.0 for name in one.speaks if name in spoken)
    score += 4.0 * known / len(columns) - 0.1 * (rows[1] - rows[0])
    speaks = any(name in spoken for name in one.speaks)
    return Header(one, *rows, tuple(sorted(columns, key=_place)), score, speaks)


def _place(column: Column) -> int:
    return column.index


def _heading(names: list[str]) -> str:
    """Return the lowest label on one line."""
    lowest = names[1] if len(names) > 1 else names[0]
    return "".join(lowest.split())


def _with_title(header: Header, title: str) -> Header:
    told = {name for name, read in header.type.told_by_title.items() if read(title)}
    if told:
        header = replace(header, told_by_title=frozenset(told))
    if _is_titled(header, title):
        return replace(header, score=header.score + TITLE_BONUS, speaks=True)
    return header


def _is_titled(header: Header, title: str) -> bool:
    return any(word in title for word in header.type.titles)


def _grown(grid: Grid, header: Header) -> Header:
    """Return the header with the group row above it when merged cells reach from there into it."""
    tops = [m.top for m in grid.merges if m.top < header.top <= m.bottom and m.right == m.left]
    return replace(header, top=min(tops)) if tops else header


def slot_named(one: SheetType, name: str) -> Slot | None:
    """Return the slot that a field's name or one of its headings means."""
    bare = name.rpartition(".")[2]
    found = next((slot for slot in one.slots if slot.name == bare and not slot.number), None)
    return found or _look_up(one, name, 0) or _look_up(one, name, 1)


def heading_of(one: SheetType, slot: Slot) -> str:
    """Return a heading under which lists of a kind show a slot; blank when each means another."""
    words = one.words(slot) if slot.number else (slot.field.label, *one.words(slot))
    return next((word for word in words if _meant(one, word) == slot), "")


def _meant(one: SheetType, word: str) -> Slot | None:
    tiers = range(_OWN_LABEL, _OWN_LABEL + len(_TIERS))
    return next((slot for tier in tiers if (slot := _look_up(one, word, tier))), None)


def _look_up(one: SheetType, label: str, tier: int) -> Slot | None:
    return _look_up_named(one.name, label, tier)


@lru_cache(maxsize=65536)
def _look_up_named(name: str, label: str, tier: int) -> Slot | None:
    one = BY_NAME[name]
    key = label_key(label)
    bare = _BRACKETED.sub("", key)
    if tier == 2:
        return _by_ending(_exact(one), bare)
    if tier == _OWN_LABEL:
        return _own_labels(name).get(key)
    vocabulary = _exact(one) if tier == 0 else _canonical(one)
    for text in (key, bare):
        slot = vocabulary.get(text if tier == 0 else _same(text))
        if slot and text:
            return slot
    return None


@cache
def _own_labels(name: str) -> Mapping[str, Slot]:
    """Return the slots by the labels that our own forms show; the first of a label counts."""
    found: dict[str, Slot] = {}
    for slot in BY_NAME[name].slots:
        if not slot.number:
            found.setdefault(label_key(slot.field.label), slot)
    return found


@cache
def _vocabularies(name: str) -> tuple[Mapping[str, Slot], Mapping[str, Slot]]:
    one = BY_NAME[name]
    exact: dict[str, Slot] = {}
    same: dict[str, set[Slot]] = {}
    for slot in one.slots:
        for word in one.words(slot):
            key = label_key(word)
            for text in (key, _BRACKETED.sub("", key)):
                exact.setdefault(text, slot)
    for text, slot in exact.items():
        same.setdefault(_same(text), set()).add(slot)
    canonical = {text: slots.pop() for text, slots in same.items() if len(slots) == 1 and text}
    return exact, canonical


def _exact(one: SheetType) -> Mapping[str, Slot]:
    return _vocabularies(one.name)[0]


def _canonical(one: SheetType) -> Mapping[str, Slot]:
    return _vocabularies(one.name)[1]


@lru_cache(maxsize=4096)
def _same(text: str) -> str:
    for word, usual in _SAME_WORDS:
        text = text.replace(word, usual)
    return text


def _by_ending(vocabulary: Mapping[str, Slot], label: str) -> Slot | None:
    """Return the slot of the longest known heading with which a label ends."""
    starts = range(1, len(label) - _SHORTEST_ENDING + 1)
    endings = (label[start:] for start in starts if not _is_inside_number(label, start))
    return next((vocabulary[ending] for ending in endings if ending in vocabulary), None)


def _is_inside_number(label: str, start: int) -> bool:
    """Whether a place cuts a number in two: 2月应缴 is no ending of 12月应缴."""
    return label[start].isdigit() and label[start - 1].isdigit()
