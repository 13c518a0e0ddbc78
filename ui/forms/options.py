"""What an editor offers while the clerk types: code table lines and records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TypeAlias

from models import codes
from models.asking.lists import records_with
from models.codes import Code
from models.fields import Link, fields_of
from models.records import BY_TABLE
from models.records.base import Record
from models.store import Store
from models.values.pinyin import full_pinyin, initials

MOST_OPTIONS = 60
MOST_PROPOSALS, LEAST_ALIKE = 3, 0.5
ID_NUMBERS = frozenset({"id_no"})
BIRTHS = frozenset({"birth", "born_on"})


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be picked, with its words and what tells it from namesakes."""

    value: str | int
    text: str
    detail: str = ""

    @property
    def offer(self) -> str:
        """What stands in the list of offers."""
        return f"{self.text}　{self.detail}" if self.detail else self.text


Suggest: TypeAlias = Callable[[str], list[Option]]


@cache
def _spellings(text: str) -> tuple[str, ...]:
    return text.lower(), full_pinyin(text), initials(text)


def answers_to(text: str, typed: str) -> bool:
    """Whether what was typed means this text: 汉字, 全拼 or 拼音首字母."""
    wanted = typed.strip().lower()
    return any(wanted in spelling for spelling in _spellings(text))


def _words(line: Code) -> tuple[str, ...]:
    return line.name, *line.aliases


def begins_with(text: str, typed: str) -> bool:
    """Whether a text, or how it sounds, begins with what was typed."""
    return any(spelling.startswith(typed.lower()) for spelling in _spellings(text))


def code_options(table: str) -> Suggest:
    """Return what offers the lines of a code table, by words, initials or code."""

    def suggest(typed: str) -> list[Option]:
        wanted = typed.strip()
        lines = codes.table(table).lines
        by_code = [line for line in lines if wanted and line.code == wanted]
        others = [
            line
            for line in lines
            if line not in by_code and any(answers_to(word, wanted) for word in _words(line))
        ]
        # 农业户口 stands inside 非农业户口: what begins as typed comes before what only holds it.
        others.sort(key=lambda line: not any(begins_with(word, wanted) for word in _words(line)))
        return [Option(line.code, line.name) for line in (*by_code, *others)]

    return suggest


def nearest_names(table: str, typed: str) -> list[str]:
    """Return the lines of a code table that somebody may have meant who wrote another word."""
    names = [line.name for line in codes.table(table).lines]
    alike = get_close_matches(typed, names, n=MOST_PROPOSALS, cutoff=LEAST_ALIKE)
    holding = [name for name in names if name not in alike and _is_short_for(typed, name)]
    return [*holding, *alike][:MOST_PROPOSALS]


def _is_short_for(typed: str, name: str) -> bool:
    """Whether all characters stand in a name in the same order: 私企 in 私营企业."""
    rest = iter(name)
    return len(typed) > 1 and all(one in rest for one in typed)


def record_options(store: Store, table: str) -> Suggest:
    """Return what offers the records of a table, by words or initials."""
    record_type = BY_TABLE[table]

    def suggest(typed: str) -> list[Option]:
        if record_type.about.search or not typed.strip():
            return [option_of(store, one) for one in _searched(store, record_type, typed)]
        found = []
        for record in store.all(record_type):
            if record.id is not None and answers_to(store.title_of(record), typed):
                found.append(option_of(store, record))
            if len(found) == MOST_OPTIONS:
                break
        return found

    return suggest


def records_left_over(store: Store, table: str, typed: str, shown: int) -> int:
    """Return how many records answer besides those that are shown."""
    if shown < MOST_OPTIONS:
        return 0
    if not typed.strip():
        return store.count(BY_TABLE[table]) - shown
    return max(0, len(store.matching_ids(table, typed)) - shown)


def _searched(store: Store, record_type: type[Record], typed: str) -> Iterable[Record]:
    """Return the first records, or those that mention what was typed, namesakes of it first."""
    if not typed.strip():
        return store.first(record_type, MOST_OPTIONS)
    hits = store.search(typed, (record_type.about.table,), MOST_OPTIONS)
    found = records_with(store, record_type, [hit.id for hit in hits])
    return sorted(found, key=lambda one: store.title_of(one) != typed.strip())


def option_of(store: Store, record: Record) -> Option:
    """Return a record as it is offered, with what tells it from its namesakes."""
    return Option(record.id or 0, store.title_of(record), _detail(store, record))


def _detail(store: Store, record: Record) -> str:
    """Return what tells a record from its namesakes; of a person the birth year and the ID's end."""
    fields = fields_of(type(record))
    words = []
    for name in record.about.tells:
        value, kind = getattr(record, name), fields[name]
        if kind.is_blank(value):
            continue
        if isinstance(kind, Link):
            words.append(store.title_of_id(kind.to, value))
        elif name in ID_NUMBERS:
            words.append(f"尾号{str(value)[-4:]}")
        elif name in BIRTHS:
            words.append(f"{value.year}年生")
        else:
            words.append(kind.show(value))
    return "　".join(words)
