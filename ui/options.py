"""What an editor offers while the clerk types: code table lines and records."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from models import codes, search
from models.records import BY_TABLE
from models.store import Store
from models.values.pinyin import full_pinyin, initials

MOST_OPTIONS = 60


@dataclass(frozen=True, slots=True)
class Option:
    """One value that can be picked, with the words that show it."""

    value: str | int
    text: str


Suggest: TypeAlias = Callable[[str], list[Option]]


@cache
def _spellings(text: str) -> tuple[str, ...]:
    return text.lower(), full_pinyin(text), initials(text)


def answers_to(text: str, typed: str) -> bool:
    """Whether what was typed means this text: 汉字, 全拼 or 拼音首字母."""
    wanted = typed.strip().lower()
    return any(wanted in spelling for spelling in _spellings(text))


def code_options(table: str) -> Suggest:
    """Return what offers the lines of a code table, by words, initials or code."""

    def suggest(typed: str) -> list[Option]:
        wanted = typed.strip()
        lines = codes.table(table).lines
        by_code = [line for line in lines if wanted and line.code == wanted]
        others = [
            line
            for line in lines
            if line not in by_code
            and any(answers_to(word, wanted) for word in (line.name, *line.aliases))
        ]
        return [Option(line.code, line.name) for line in (*by_code, *others)]

    return suggest


def record_options(store: Store, table: str) -> Suggest:
    """Return what offers the records of a table, by words or initials."""
    record_type = BY_TABLE[table]

    def suggest(typed: str) -> list[Option]:
        if typed.strip() and record_type.about.search:
            hits = search.search(store.connection, typed, (table,), limit=MOST_OPTIONS)
            return [Option(hit.id, store.title_of_id(table, hit.id)) for hit in hits]
        found = []
        for record in store.all(record_type):
            title = store.title_of(record)
            if record.id is not None and answers_to(title, typed):
                found.append(Option(record.id, title))
            if len(found) == MOST_OPTIONS:
                break
        return found

    return suggest
