"""Names that are probably meant by one that is written a little differently."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from models.values.pinyin import full_pinyin
from models.values.text import name_key

FEWEST = 0.34
_SAME_START = 0.15
_START = 2
# A name that leaves characters out of another one, and one that sounds like it: 宏泰 and 鸿泰.
_SHORT, _SOUND = 0.4, 0.8


@dataclass(frozen=True, slots=True)
class _Name:
    """What a name is compared by."""

    key: str
    pairs: frozenset[str]
    sound: str


def resembling(name: str, names: Iterable[str], *, most: int = 5) -> list[str]:
    """Return the names that resemble a name, the likeliest first."""
    written = _seen(name)
    if not written.pairs:
        return []
    scored = [(_likeness(written, _seen(one)), one) for one in names]
    found = sorted((-score, one) for score, one in scored if score >= FEWEST)
    return [one for _score, one in found[:most]]


@lru_cache(maxsize=16384)
def _seen(name: str) -> _Name:
    key = name_key(name)
    pairs = frozenset(key[at : at + 2] for at in range(len(key) - 1))
    return _Name(key, pairs, full_pinyin(key))


def _likeness(written: _Name, known: _Name) -> float:
    """Return how much of the shorter name stands in the other one, in pairs, in order or in sound."""
    if not known.pairs:
        return 0.0
    within = len(written.pairs & known.pairs) / min(len(written.pairs), len(known.pairs))
    short = _SHORT if _is_short_of(written.key, known.key) else 0.0
    sound = _SOUND if written.sound in known.sound else 0.0
    likeness = max(within, short, sound)
    begins_alike = written.key[:_START] == known.key[:_START]
    return likeness + _SAME_START if begins_alike and likeness >= FEWEST else likeness


def _is_short_of(key: str, other: str) -> bool:
    """Whether the characters of a short name follow one another in a long one: 东木 in 东方木业."""
    rest = iter(other)
    return all(one in rest for one in key)
