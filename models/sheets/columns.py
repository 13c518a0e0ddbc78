"""A column of texts as values, each spelling read once, with notes where a cell needed a word."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.fields import (
    Choice,
    CreditCode,
    Day,
    Field,
    Flag,
    Link,
    Money,
    PartialDay,
    PersonId,
    Phone,
    Text,
)
from models.lists.kinds import DatedReader, SheetType, Slot
from models.reading import Reading, Refused
from models.sheets.body import Body
from models.sheets.headers import Column, Header
from models.sheets.plain import plain_values
from models.sheets.vocabulary import label_key
from models.sheets.workbook import DAYS_FROM_1900_TO_1904, LOST_DIGITS, Grid, is_lossy

YES_OR_NO, YES = "yes_no", "1"
_DIGITS = re.compile(r"\d+")
_SERIAL = re.compile(r"\d{5}")
_DASHES = re.compile(r"[-—–－/／\\]{1,3}")
_UNKNOWN = frozenset(("无", "不详", "暂无", "未知", "不清楚", "待定", "待查"))
_MONEY_UNIT = re.compile(r"\((?:单位)?:?(元|万元)\)")


class Blank:
    """The value of a cell that says nothing."""


BLANK = Blank()


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say about a cell."""

    kind: str
    text: str


@dataclass(slots=True)
class Values:
    """The values of one column, row by row, and the notes on some of them."""

    slot: Slot
    column: Column
    cells: list[object]
    notes: dict[int, list[Note]] = field(default_factory=dict)
    readings: tuple[str, ...] = ()

    def note(self, place: int, kind: str, text: str) -> None:
        """Add a word about one cell."""
        self.notes.setdefault(place, []).append(Note(kind, text))


@dataclass(frozen=True, slots=True)
class Manner:
    """How the cells of a sheet are to be read."""

    default_year: int | None
    counts_from_1904: bool
    value_map: Mapping[str, Mapping[str, str]]
    money_unit: str = ""


def read_columns(grid: Grid, header: Header, body: Body, manner: Manner) -> list[Values]:
    """Return the values of every mapped column in the order of the sheet."""
    found = []
    for column in header.columns:
        if column.slot is None:
            continue
        values = _read_column(header.type, column, column.slot, body, manner)
        for place in body.repeated.get(column.slot, ()):
            above = body.texts[column.slot][place].strip()
            values.note(place, "fix", f"空白，按上一行“{above}”登记")
        _add_troubles(grid, body, values)
        found.append(values)
    return found


def is_ticked(values: Values) -> bool:
    """Whether a column of yes or no holds only yes, and blanks for the rest."""
    one = values.slot.field
    if not isinstance(one, Choice) or one.codes != YES_OR_NO:
        return False
    return {cell for cell in values.cells if isinstance(cell, str)} == {YES}


def _read_column(one: SheetType, column: Column, slot: Slot, body: Body, manner: Manner) -> Values:
    texts = body.texts[slot]
    counted = _counted(slot.field, texts)
    noted: dict[str, list[Note]] = {}
    reader = _Reader(one, column, slot, manner)
    read = reader.read_plain(counted)
    for text in counted:
        if text in read:
            continue
        value, notes = reader.read(text)
        read[text] = value
        if notes:
            noted[text] = notes
    readings = _common_readings(slot.field, counted, read, noted)
    # Sentences that a reader of its own understands are no spellings of one word.
    is_ticked_by_words = isinstance(slot.field, Flag) and slot.name in one.readers
    spellings = () if is_ticked_by_words else _odd_spellings(slot.field, counted, read)
    for text, note in spellings:
        if not any(one.kind == "fix" for one in noted.get(text, ())):
            noted.setdefault(text, []).append(note)
    values = Values(slot, column, [read[text] for text in texts], readings=readings)
    if noted:
        for place, text in enumerate(texts):
            if text in noted:
                values.notes[place] = list(noted[text])
    return values


def _counted(one: Field, texts: Sequence[str]) -> Counter[str]:
    """Return the spellings of a column; how often each stands there matters for some kinds only."""
    if isinstance(one, (Choice, Flag, Day, PartialDay)):
        return Counter(texts)
    return Counter(dict.fromkeys(texts, 1))


class _Reader:
    """Reads the texts of one column."""

    def __init__(self, one: SheetType, column: Column, slot: Slot, manner: Manner) -> None:
        self._field = _as_written(slot.field, column.heading, manner.money_unit)
        self._own = one.readers.get(slot.name) if slot.record_type is one.record else None
        self._year = manner.default_year
        self._is_day = isinstance(self._field, (Day, PartialDay))
        self._shift = DAYS_FROM_1900_TO_1904 if manner.counts_from_1904 else 0
        known = (slot.code, slot.name, slot.field.label, column.heading)
        self._map: dict[str, str] = {}
        for key in known:
            self._map.update(manner.value_map.get(key, {}))

    def read_plain(self, texts: Iterable[str]) -> dict[str, object]:
        """Return the values of the texts about which nothing can be said."""
        return {} if self._own or self._map else plain_values(self._field, texts)

    def read(self, text: str) -> tuple[object, list[Note]]:
        """Return the value of a text, and what is to be said about it."""
        stripped = text.strip()
        if not stripped:
            return BLANK, []
        notes: list[Note] = []
        if stripped in self._map:
            notes.append(Note("fix", f"“{stripped}”按答案读作“{self._map[stripped]}”"))
            stripped = self._map[stripped]
        if self._says_nothing(stripped):
            return BLANK, [*notes, Note("fix", f"“{stripped}”按空白登记")]
        if self._is_day and self._shift and _SERIAL.fullmatch(stripped):
            stripped = str(int(stripped) + self._shift)
        try:
            found = self._parse(stripped)
        except Refused as refusal:
            return BLANK, [*notes, Note("error", str(refusal))]
        if text == stripped and not (found.repairs or found.doubts):
            return found.value, notes
        if text != stripped and not notes and not found.repairs and text.strip() == stripped:
            notes.append(Note("fix", "首尾的空格或换行已去掉"))
        notes += [Note("fix", repair) for repair in found.repairs]
        notes += [Note("warn", doubt) for doubt in found.doubts]
        return found.value, notes

    def _says_nothing(self, text: str) -> bool:
        """Whether a clerk struck the cell out, or wrote that there is nothing to tell."""
        if isinstance(self._field, Flag):
            return False
        if isinstance(self._field, (Text, Choice)):
            return _DASHES.fullmatch(text) is not None
        return text in _UNKNOWN or _DASHES.fullmatch(text) is not None

    def _parse(self, text: str) -> Reading[object]:
        if own := self._own:
            found = own.read(text, self._year) if isinstance(own, DatedReader) else own(text)
            return Reading(found.value, found.repairs, found.doubts)
        found_value = self._field.read(text, default_year=self._year)
        if not isinstance(self._field, Flag):
            return found_value
        # Which tick a column uses is its own business; the odd one out is noted below.
        return Reading(found_value.value, (), found_value.doubts)


def _as_written(one: Field, heading: str, money_unit: str) -> Field:
    """Return the field as lists write it: links by name, money in the unit that the list names."""
    if isinstance(one, Link):
        return Text(label=one.label, is_name=True)
    if not isinstance(one, Money):
        return one
    found = _MONEY_UNIT.search(label_key(heading))
    unit = found[1] if found else money_unit
    return replace(one, unit=unit) if unit else one


def _common_readings(
    one: Field,
    counted: Counter[str],
    read: Mapping[str, object],
    noted: dict[str, list[Note]],
) -> tuple[str, ...]:
    """Say once for the column how its usual words and its dates are read, not on every row."""
    if isinstance(one, (Day, PartialDay)):
        return _common_repairs(counted, noted)
    if not isinstance(one, Choice):
        return ()
    said = []
    speaks_otherwise = _speaks_otherwise(one, counted, read)
    for text, usual in _usual_words(one, counted, read).items():
        if text == usual and text in noted and (counted[text] > 1 or speaks_otherwise):
            fixes = [note.text for note in noted.pop(text)]
            said.append(f"{'；'.join(fixes)}（{counted[text]}行）")
    return tuple(said)


def _common_repairs(counted: Counter[str], noted: dict[str, list[Note]]) -> tuple[str, ...]:
    """Take back what would be said of most dates of a column, such as that none has a year."""
    filled = sum(count for text, count in counted.items() if text.strip())
    repaired: Counter[Note] = Counter()
    for text, notes in noted.items():
        repaired.update({note: counted[text] for note in notes if note.kind == "fix"})
    usual = {note: count for note, count in repaired.items() if count * 2 > filled and count > 1}
    for text, notes in list(noted.items()):
        noted[text] = [note for note in notes if note not in usual]
        if not noted[text]:
            del noted[text]
    return tuple(f"{note.text}（{count}行）" for note, count in usual.items())


def _speaks_otherwise(one: Field, counted: Counter[str], read: Mapping[str, object]) -> bool:
    """Whether a column mostly has other words than ours, such as 市 where we say 市级."""
    known = [text for text in counted if read[text] is not BLANK]
    ours = sum(counted[text] for text in known if text.strip() == one.show(read[text]))
    return ours * 2 < sum(counted[text] for text in known)


def _usual_words(one: Field, counted: Counter[str], read: Mapping[str, object]) -> dict[str, str]:
    """Return for each text the one that is usual in its column and means the same."""
    speaks_otherwise = _speaks_otherwise(one, counted, read)
    known = [text for text, _ in counted.most_common() if read[text] is not BLANK]
    # Among equally common words the one in the manner of the column comes first.
    known.sort(
        key=lambda text: (-counted[text], (text == one.show(read[text])) == speaks_otherwise)
    )
    usual: dict[object, str] = {}
    for text in known:
        usual.setdefault(read[text], text)
    return {text: usual[read[text]] for text in known}


def _odd_spellings(
    one: Field, counted: Counter[str], read: Mapping[str, object]
) -> list[tuple[str, Note]]:
    """Return the texts whose spelling differs from what is usual in their column."""
    if isinstance(one, (Flag, Choice)):
        return _odd_words(one, counted, read)
    if isinstance(one, (Day, PartialDay)):
        return _odd_dates(one, counted, read)
    return []


def _odd_words(
    one: Field, counted: Counter[str], read: Mapping[str, object]
) -> list[tuple[str, Note]]:
    return [
        (text, Note("fix", f"“{text.strip()}”与本列其他行的“{usual.strip()}”同义，已按相同登记"))
        for text, usual in _usual_words(one, counted, read).items()
        if text.strip() != usual.strip()
    ]


def _odd_dates(
    one: Field, counted: Counter[str], read: Mapping[str, object]
) -> list[tuple[str, Note]]:
    shapes: Counter[str] = Counter()
    for text, count in counted.items():
        if text.strip() and read[text] is not BLANK:
            shapes[_shape(text)] += count
    if len(shapes) < 2:
        return []
    usual = shapes.most_common(1)[0][0]
    return [
        (text, Note("fix", f"日期写法与本列其他行不同，按{one.show(read[text])}登记"))
        for text in counted
        if text.strip() and read[text] is not BLANK and _shape(text) != usual
    ]


def _shape(text: str) -> str:
    return _DIGITS.sub("9", text.strip())


def _add_troubles(grid: Grid, body: Body, values: Values) -> None:
    """Say what is wrong with cells whose text does not show it."""
    column = values.column.index
    if grid.troubles:
        for place, row in enumerate(body.rows):
            if why := grid.troubles.get((row, column)):
                values.notes[place] = [Note("error", why)]
    cells = body.cells[values.slot]
    if set(map(type, cells)) <= {str}:
        return
    numbers = [place for place, cell in enumerate(cells) if isinstance(cell, (int, float))]
    for place in numbers:
        if is_lossy(cells[place]):
            values.notes[place] = [Note("error", LOST_DIGITS)]
            values.cells[place] = BLANK
    if isinstance(values.slot.field, (Phone, CreditCode, PersonId)):
        _note_numbers(values, numbers)


def _note_numbers(values: Values, numbers: Sequence[int]) -> None:
    """Note the cells whose code is kept as a number, which loses zeros and long tails."""
    for place in numbers:
        if values.cells[place] is not BLANK:
            values.note(place, "fix", "单元格是数字格式，已按号码登记")
