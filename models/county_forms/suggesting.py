"""What a label of a form may mean: guesses for the clerk to choose from, the likeliest first."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from models.county_forms.likeness import TELLING_WORDS, core_of, plain_label
from models.county_forms.settings import SETTINGS
from models.county_forms.sources import Kind, Source, field_choices, figure_choices
from models.fields import Link, fields_of
from models.records import BY_TABLE
from models.store import Store

WORTH_SAYING = 0.5
SURE = 0.75
SERIALS = frozenset({"序号", "编号", "行号", "序列", "No"})
LAST_YEAR = ("〔上年〕", "上年", "去年", "上一年")
SEPARATOR = "·"
EMPTY_WORDS = frozenset(
    {"合计", "总计", "小计", "数量", "数值", "本年", "年末", "填报数", "单位", "人数"}
)
_YEARS = re.compile(r"〔[^〕]*〕|20\d\d年?|年末|年底|截至")


def suggestions(store: Store, label: str, table_name: str = "", limit: int = 8) -> list[Source]:
    """Return what a label of a form may mean, the likeliest first; none when nothing is like it."""
    plain = plain_label(label)
    parts = _parts_of(plain)
    if parts and parts[-1] in SERIALS:
        return [Source(kind="serial")]
    scored = [*_settings(parts), *_fields(parts, table_name), *_figures(store, parts, plain)]
    scored.sort(key=lambda one: -one[0])
    found = dict.fromkeys(source for score, source in scored if score >= WORTH_SAYING)
    return list(found)[:limit]


def column_suggestions(label: str, table_name: str, limit: int = 8) -> list[Source]:
    """Return which fields of a list's records a column's label may mean."""
    parts = _parts_of(plain_label(label))
    if parts and parts[-1] in SERIALS:
        return [Source(kind="serial")]
    scored = sorted(_fields(parts, table_name, kind="column"), key=lambda one: -one[0])
    return [source for score, source in scored if score >= WORTH_SAYING][:limit]


def _parts_of(plain: str) -> list[str]:
    """Return the words of a label part by part, without those that every table has."""
    cores = [_YEARS.sub("", core_of(one)) for one in plain.split(SEPARATOR)]
    return [one for one in cores if one and one not in EMPTY_WORDS]


def _settings(parts: list[str]) -> Iterator[tuple[float, Source]]:
    for code, setting in SETTINGS.items():
        score = max((_like(part, setting.names) for part in parts[-1:]), default=0.0)
        if score >= SURE:
            yield score, Source(kind="setting", content=code)


def _fields(
    parts: list[str], table_name: str, kind: Kind = "field"
) -> Iterator[tuple[float, Source]]:
    if table_name not in BY_TABLE or not parts:
        return
    known = fields_of(BY_TABLE[table_name])
    table = table_name if kind == "column" else ""
    for one in field_choices(table_name):
        name, _, inner = one.code.partition(".")
        names: tuple[str, ...] = (one.label,)
        if name in known and not inner:
            names = (one.label, *known[name].headings)
        weight = 0.9 if inner else 0.97 if isinstance(known.get(name), Link) else 1.0
        score = _like(parts[-1], names) * weight
        yield score, Source(kind=kind, content=one.code, table_name=table)


def _figures(store: Store, parts: list[str], plain: str) -> Iterator[tuple[float, Source]]:
    if not parts:
        return
    years_back = 1 if any(word in plain for word in LAST_YEAR) else 0
    ways = {*parts, "".join(parts), *(first + parts[-1] for first in parts[:-1])}
    for one in figure_choices(store):
        name = core_of(plain_label(one.label))
        score = max(_covers(name, said) for said in ways)
        yield score, Source(kind="figure", content=one.code, years_back=years_back)


def _like(part: str, names: Iterable[str]) -> float:
    return max((_alike(part, core_of(plain_label(name))) for name in names), default=0.0)


def _alike(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return 0.9 * ratio - 0.08 * _differing(one, other)


def _covers(name: str, said: str) -> float:
    """Return how much of a figure's name the words of a place say, and the place of the name."""
    if not name or not said:
        return 0.0
    matcher = SequenceMatcher(None, name, said, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    score = 0.6 * matched / len(name) + 0.4 * matched / len(said)
    return score - 0.08 * _differing(name, said)


def _differing(one: str, other: str) -> int:
    """Return how many telling words only one of two names has."""
    return sum((word in one) != (word in other) for word in TELLING_WORDS)
