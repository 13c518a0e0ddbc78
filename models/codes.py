"""Code tables from resources/codes, with the spellings that lists use for them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache

from models.reading import Reading, Refused
from models.values.text import name_key
from resources import path


@dataclass(frozen=True, slots=True)
class Code:
    """One line of a code table; `extra` holds the table's further columns by name."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)

    def says(self, column: str) -> bool:
        """Return whether a further column of this line is ticked."""
        return self.extra.get(column) == "1"


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A code table: its lines in order, and every accepted spelling."""

    name: str
    lines: tuple[Code, ...]
    by_code: Mapping[str, Code]
    by_spelling: Mapping[str, Code]

    def label(self, code: str) -> str:
        """Return the words for a code, or the code itself when the table lacks it."""
        line = self.by_code.get(code)
        return line.name if line else code

    def knows(self, text: str) -> bool:
        """Return whether the text is a word, an accepted spelling or a code of this table."""
        return text in self.by_spelling or name_key(text) in self.by_spelling

    def read(self, text: str) -> Reading[str]:
        """Return the code for a word, an accepted spelling or the code itself."""
        line = self.by_spelling.get(text) or self.by_spelling.get(name_key(text))
        if line is None:
            raise Refused(self._unknown(text))
        if text in (line.name, line.code):
            return Reading(line.code)
        return Reading(line.code, (f"“{text}”按“{line.name}”登记",))

    def codes_where(self, column: str) -> frozenset[str]:
        """Return the codes whose further column is ticked."""
        return _ticked(self.name, column)

    def _unknown(self, text: str) -> str:
        names = [line.name for line in self.lines]
        near = get_close_matches(text, names, n=1, cutoff=0.5)
        if near:
            return f"“{text}”无法识别，是不是“{near[0]}”？"
        shown = "、".join(names[:8]) + ("等" if len(names) > 8 else "")
        return f"“{text}”无法识别，可填：{shown}"


@cache
def table(name: str) -> CodeTable:
    """Return the code table of that name."""
    with path(f"codes/{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = tuple(_line(row) for row in csv.DictReader(file))
    spellings: dict[str, Code] = {}
    for line in lines:
        for word in (line.name, line.code, *line.aliases):
            spellings.setdefault(word, line)
            spellings.setdefault(name_key(word), line)
    return CodeTable(name, lines, {line.code: line for line in lines}, spellings)


@cache
def _ticked(name: str, column: str) -> frozenset[str]:
    return frozenset(line.code for line in table(name).lines if line.says(column))


def _line(row: dict[str, str]) -> Code:
    aliases = tuple(word for word in (row.get("import_alias") or "").split("|") if word)
    extra = {k: v for k, v in row.items() if k not in {"code", "name", "import_alias"}}
    return Code(row["code"], row["name"], aliases, extra)
