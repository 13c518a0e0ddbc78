"""What is proposed without being asked: a place called just as a figure, a field or a setting is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.county_forms.common_names import COMMON_NAMES
from models.county_forms.likeness import TELLING_WORDS, core_of, plain_label
from models.county_forms.settings import SETTINGS
from models.county_forms.sources import Source, field_choices, figure_choices
from models.county_forms.wants import Way
from models.fields import fields_of
from models.records import BY_TABLE
from models.store import Store

SEPARATOR = " · "
# A list is known by so many of its columns.
FEWEST_COLUMNS = 2
# A form about one record is known by so many of its cells.
FEWEST_FIELDS = 4
LEFT_BLANK = Source(kind="constant")
_SERIALS = frozenset({"序号", "编号", "行号", "No", "NO"})
_REMARKS = frozenset({"备注", "说明"})
_UNIT = re.compile(r"(亿|万|千)?(人|家|个|名|户|件|份|元|条|项|场|期|篇|套|台|次|%)次?")
_LAST_YEAR = re.compile(r"上年|去年|上一年|上期")
_YEARS_BEFORE = re.compile(r"〔-(\d)年〕")
# Words that only say that a column holds the numbers.
_IDLE = re.compile(
    r"(〔[^〕]*〕年?|20\d\d年)?"
    r"(本年|本期|年末|期末|年底|当年|上年|去年|上一年|上期|截至年底|实有|合计|总计"
    r"|本季度?|当季|第?[一二三四1-4]季度?|[上下]半年|(本年|年初|自年初)?累计|(上年|去年)同期)?"
    r"(数|数量|数值|人数|实际数|实绩|末|总数|总量)?"
)
Names = Mapping[str, Source]


class Proposer:
    """Knows by name what a place may be filled from."""

    def __init__(self, store: Store, year: int | None) -> None:
        self._year = year
        self._fields: dict[tuple[str, Way], Names] = {}
        self._figures: Names = _by_name(_named_figures(store))
        self._settings: Names = _by_name(
            (name, Source(kind="setting", content=code))
            for code, one in SETTINGS.items()
            for name in one.names
        )

    def guess_list(self, labels: Sequence[str], tables: Iterable[str]) -> str:
        """Return the record type whose fields the columns of a list name, blank when none is plain."""
        counts = {
            table: sum(self._names_field(label, table) for label in labels) for table in tables
        }
        best = max(counts, key=lambda table: counts[table], default="")
        is_plain = bool(best) and counts[best] >= FEWEST_COLUMNS
        return best if is_plain else ""

    def guess_record(self, labels: Sequence[str], tables: Iterable[str]) -> str:
        """Return the record type whose fields most cells of a form name, blank when none is plain."""
        best = self.guess_list(labels, tables)
        named = sum(self._names_field(label, best) for label in labels) if best else 0
        return best if named >= FEWEST_FIELDS and named * 3 >= len(labels) else ""

    def _names_field(self, label: str, table: str) -> bool:
        found = self.propose(label, "column", table)
        return found is not None and found.kind == "column"

    def propose(self, label: str, way: Way, table_name: str) -> Source | None:
        """Return what a place of that name is filled from, None when that is not plain."""
        label = SEPARATOR.join(plain_label(one, self._year) for one in label.split(SEPARATOR))
        said = [core_of(one) for one in label.split(SEPARATOR)]
        parts = [one for one in said if one and not _UNIT.fullmatch(one)]
        if not parts:
            return None
        leaf = parts[-1]
        if leaf in _REMARKS:
            return LEFT_BLANK
        if way == "column":
            return self._for_column(parts, leaf, table_name)
        if table_name and (found := self._by_path(self._names(table_name, way), parts)):
            return found
        if found := self._figure(parts, label):
            return found
        return self._settings.get(leaf) if way == "slot" or len(parts) == 1 else None

    def _for_column(self, parts: list[str], leaf: str, table_name: str) -> Source | None:
        if leaf in _SERIALS:
            return Source(kind="serial")
        return self._by_path(self._names(table_name, "column"), parts) if table_name else None

    def _figure(self, parts: list[str], label: str) -> Source | None:
        telling = [one for one in parts if not _IDLE.fullmatch(one)]
        ways = telling if len(telling) == 1 else ["".join(telling), "".join(reversed(telling))]
        found = next((self._figures[one] for one in ways if one in self._figures), None)
        if found is None:
            return None
        return replace(found, years_back=years_back(label, self._year))

    def _by_path(self, names: Names, parts: list[str]) -> Source | None:
        """Return what the last part names, or all of them together."""
        together = ("".join(parts), *parts[-1:])
        others = "".join(parts[:-1])
        for one in together:
            says_all = one != parts[-1] or not any(word in others for word in TELLING_WORDS)
            if one in names and says_all:
                return names[one]
        return None

    def _names(self, table_name: str, way: Way) -> Names:
        key = (table_name, way)
        if key not in self._fields:
            self._fields[key] = _by_name(_named_fields(table_name, way))
        return self._fields[key]


def years_back(label: str, year: int | None) -> int:
    """Return of how many years before the form's own a label speaks."""
    plain = plain_label(label, year)
    before = _YEARS_BEFORE.search(plain)
    if before is not None:
        return int(before[1])
    return 1 if _LAST_YEAR.search(plain) else 0


def _named_figures(store: Store) -> Iterable[tuple[str, Source]]:
    for one in figure_choices(store):
        yield one.label, Source(kind="figure", content=one.code)
    for code, names in COMMON_NAMES.items():
        for name in names:
            yield name, Source(kind="figure", content=code)


def _named_fields(table_name: str, way: Way) -> Iterable[tuple[str, Source]]:
    kinds = fields_of(BY_TABLE[table_name])
    for one in field_choices(table_name):
        source = (
            Source(kind="column", content=one.code, table_name=table_name)
            if way == "column"
            else Source(kind="field", content=one.code)
        )
        yield one.label, source
        for heading in kinds[one.code].headings if one.code in kinds else ():
            yield heading, source


def _by_name(named: Iterable[tuple[str, Source]]) -> Names:
    """Return sources by their names; of two with one name the first has it."""
    found: dict[str, Source] = {}
    for name, source in named:
        found.setdefault(core_of(plain_label(name)), source)
    return found
