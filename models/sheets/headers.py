"""The header of a sheet wherever it stands, and which field each of its columns fills."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.lists.catalogue import BY_NAME, SHEET_TYPES
from models.lists.kinds import SheetType, Slot
from models.sheets.labels import header_candidates, labels_at
from models.sheets.vocabulary import (
    OWN_LABEL,
    further_slots,
    is_general,
    is_neutral,
    is_of_others,
    label_key,
    label_keys,
    look_up,
    may_fit,
    slot_named,
    without_brackets,
)
from models.sheets.workbook import Grid

TITLE_BONUS = 4.0
# So much better must a list fit the type whose columns it lacks, not to be read as another.
CLEARLY_BETTER = 4.0
TWO_DAYS = "起止日期写在一列"
SOME_TWO_DAYS = "有的行起止日期写在一列"

# Points, what to say, and how many of a column's labels count; above the lowest stands its group.
_TIERS = (
    (3.0, "", 2),
    (3.0, "", None),
    (2.0, "名称相近", None),
    (1.5, "名称相近", 1),
)
_FURTHER = 1.5
_ENOUGH = 6
# So many columns, all of them known, need no telling one among them.
_WHOLE = 5
_LONGEST_WHOLE = 16


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
    def has_rows(self) -> bool:
        """Whether there is a header at all; without one the first row is content."""
        return self.bottom >= 0

    @property
    def main(self) -> Column | None:
        """Return the column by which rows are told from totals and remarks."""
        found = self.by_slot
        first = next(iter(found.values()), None)
        return found.get(Slot(self.type.record, self.type.needs[0]), first)

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
    grid: Grid,
    title: str,
    as_type: str = "",
    columns: Mapping[str, str] | None = None,
    *,
    called: str = "",
) -> Header | None:
    """Return the best header of the first rows, None when no sheet type fits.

    `called` is what else names the list; unlike the title it says nothing about the rows.
    """
    types = (BY_NAME[as_type],) if as_type else SHEET_TYPES
    chosen = {label_key(heading): what for heading, what in (columns or {}).items()}
    names = f"{title} {called}"
    found = _Best(names, as_type)
    for top, bottom, labels in header_candidates(grid):
        keys = label_keys(labels)
        for one in types:
            if not (chosen or may_fit(one, keys)):
                continue
            fitting = _Fitting(one, labels)
            fitting.take_answers(chosen)
            fitting.take_labels()
            if any(word in names for word in one.titles):
                fitting.take_needed()
            header = fitting.header((top, bottom))
            if header is not None:
                found.see(_with_title(header, title, names))
    best = found.choose()
    return _grown(grid, best) if best else None


def header_at(grid: Grid, rows: tuple[int, int], title: str, as_type: str = "") -> Header | None:
    """Return these rows as the header of a kind of list, else of the kind that they fit best."""
    labels = labels_at(grid, *rows)
    types = (BY_NAME[as_type],) if as_type else SHEET_TYPES
    found = []
    for one in types:
        fitting = _Fitting(one, labels)
        fitting.take_labels()
        if as_type or any(word in title for word in one.titles):
            fitting.take_needed()
        header = fitting.whole(rows) if as_type else fitting.header(rows)
        if header is not None:
            found.append(_with_title(header, title, title))
    return max(found, key=lambda one: (one.speaks and not one.missing, one.score), default=None)


def possible_headers(grid: Grid, row: int) -> list[Header]:
    """Return a row as the header of every kind of list that has one of its labels."""
    labels = labels_at(grid, row, row)
    keys = label_keys(labels)
    found = []
    for one in SHEET_TYPES:
        if may_fit(one, keys):
            fitting = _Fitting(one, labels)
            fitting.take_labels()
            found.append(fitting.whole((row, row)))
    return found


class _Best:
    """The best headers seen so far: a whole one, one that lacks columns, one that the title names."""

    def __init__(self, title: str, as_type: str) -> None:
        self._title = title
        self._is_forced = bool(as_type)
        self._is_of_others = is_of_others(title)
        self._whole: Header | None = None
        self._lacking: Header | None = None
        self._named: Header | None = None

    def see(self, header: Header) -> None:
        """Keep a header if it is better than those of its sort."""
        is_titled = _is_titled(header, self._title)
        is_doubtful = header.is_mostly_unknown or self._is_of_others
        if not self._is_forced and is_doubtful and not is_titled:
            return
        if self._is_forced or (header.speaks and not header.missing):
            self._whole = _better(self._whole, header)
        elif header.speaks:
            self._lacking = _better(self._lacking, header)
            if is_titled:
                self._named = _better(self._named, header)

    def choose(self) -> Header | None:
        """Return the header as which the list is read, or whose missing columns are to be told."""
        if self._whole is None:
            return self._named
        lacking = self._lacking
        if lacking and lacking.score >= self._whole.score + CLEARLY_BETTER:
            return lacking
        # What the title names is not read as something else for want of a column.
        return self._whole if _is_titled(self._whole, self._title) else self._named or self._whole


def _better(known: Header | None, found: Header) -> Header:
    return found if known is None or found.score > known.score else known


class _Fitting:
    """The columns of a candidate as one kind of list would read them."""

    def __init__(self, one: SheetType, labels: list[list[str]]) -> None:
        self._type = one
        self._labels = labels
        self._slots: dict[int, tuple[Slot, str]] = {}
        self._left_out: set[int] = set()
        self._weight = 0.0
        self._speaks = False

    def take_answers(self, chosen: Mapping[str, str]) -> None:
        """Read columns as the clerk said; one with a blank answer is left out."""
        for column, names in enumerate(self._labels):
            answer = next((chosen[label_key(n)] for n in names if label_key(n) in chosen), None)
            if answer is None:
                continue
            self._left_out.add(column)
            slot = slot_named(self._type, answer) if answer else None
            if slot:
                self._give(column, slot, "已按答案对应", answer)

    def take_labels(self) -> None:
        """Read columns by their labels, the surest readings first."""
        for tier, (points, how, depth) in enumerate(_TIERS, start=OWN_LABEL):
            for column, names in enumerate(self._labels):
                if column in self._slots or column in self._left_out:
                    continue
                tried = _fullest_first(names)[:depth]
                found = ((look_up(self._type, name, tier), name) for name in tried)
                slot, name = next(((s, n) for s, n in found if s), (None, ""))
                if slot and self._give(column, slot, how, name):
                    self._weight += points
        for column, names in enumerate(self._labels if self._type.further else ()):
            if column not in self._slots and column not in self._left_out:
                slots = [(s, name) for name in names[:2] for s in further_slots(self._type, name)]
                if any(self._give(column, slot, "没有更合适的列", name) for slot, name in slots):
                    self._weight += _FURTHER

    def take_needed(self) -> None:
        """Read as a needed column the only one that is left and ends with a word for it."""
        for name in self._type.needs:
            slot = Slot(self._type.record, name)
            words = tuple(key for word in self._type.words(slot) if len(key := label_key(word)) > 1)
            left = [
                column
                for column, names in enumerate(self._labels)
                if column not in self._slots and column not in self._left_out
                if any(without_brackets(label_key(one)).endswith(words) for one in names[:2])
            ]
            if len(left) == 1 and self._give(left[0], slot, "名称相近", self._labels[left[0]][0]):
                self._weight += _FURTHER

    def header(self, rows: tuple[int, int]) -> Header | None:
        """Return the header if at least two columns are known."""
        found = self.whole(rows)
        return found if sum(1 for column in found.columns if column.slot) > 1 else None

    def whole(self, rows: tuple[int, int]) -> Header:
        """Return the header, whatever is known of it."""
        columns = self._spanned()
        weight = self._weight + 2.0 * len(columns)
        split = {column.index for column in columns}
        for index, names in enumerate(self._labels):
            if names and index not in split:
                slot, how = self._slots.get(index, (None, ""))
                heading = _heading(names) if slot else _whole_heading(names)
                columns.append(Column(index, heading, slot, how))
        mapped = [column.slot for column in columns if column.slot]
        neutral = [one for one in columns if not one.slot and is_neutral(one.heading)]
        known = len(mapped) + len(neutral)
        spoken = {slot.name for slot in mapped}
        score = weight + 0.5 * len(neutral) + sum(n in spoken for n in self._type.speaks)
        score += 4.0 * known / max(len(columns), 1) - 0.1 * (rows[1] - rows[0])
        speaks = self._speaks or (known == len(columns) and len(mapped) >= _WHOLE)
        return Header(self._type, *rows, tuple(sorted(columns, key=_place)), score, speaks)

    def _give(self, column: int, slot: Slot, how: str, name: str) -> bool:
        if any(slot == taken for taken, _ in self._slots.values()):
            return False
        self._slots[column] = (slot, how)
        self._speaks |= slot.name in self._type.speaks and not is_general(name)
        return True

    def _spanned(self) -> list[Column]:
        """Return two columns for the one that holds both ends of a span."""
        span = self._type.span
        if span is None or any(slot == span.last for slot, _ in self._slots.values()):
            return []
        words = {label_key(word) for word in span.headings}
        for index, names in enumerate(self._labels):
            if index not in self._slots and any(
                without_brackets(label_key(name)) in words for name in names
            ):
                self._speaks |= bool({span.first.name, span.last.name} & {*self._type.speaks})
                heading = _heading(names)
                return [Column(index, heading, slot, TWO_DAYS) for slot in (span.first, span.last)]
        return []


def _place(column: Column) -> int:
    return column.index


def _fullest_first(names: list[str]) -> list[str]:
    """Return a single label with its brackets before the same without them."""
    is_single = len(names) == 2 and without_brackets(label_key(names[1])) == label_key(names[0])
    return names[::-1] if is_single else names


def _heading(names: list[str]) -> str:
    """Return the lowest label on one line."""
    lowest = names[1] if len(names) > 1 else names[0]
    return "".join(lowest.split())


def _whole_heading(names: list[str]) -> str:
    """Return all labels of a column that is not read, as 合计应缴 beside twelve 应缴 that are."""
    whole = "".join(names[0].split())
    return whole if len(whole) <= _LONGEST_WHOLE else _heading(names)


def _with_title(header: Header, title: str, names: str) -> Header:
    told = {name for name, read in header.type.told_by_title.items() if read(title)}
    if told:
        header = replace(header, told_by_title=frozenset(told))
    if _is_titled(header, names):
        return replace(header, score=header.score + TITLE_BONUS, speaks=True)
    return header


def _is_titled(header: Header, title: str) -> bool:
    return any(word in title for word in header.type.titles)


def _grown(grid: Grid, header: Header) -> Header:
    """Return the header with the group row above it when merged cells reach from there into it."""
    tops = [m.top for m in grid.merges if m.top < header.top <= m.bottom and m.right == m.left]
    return replace(header, top=min(tops)) if tops else header
