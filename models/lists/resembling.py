"""Names that are probably meant by one that is written a little differently."""

from collections.abc import Collection, Iterable, Sequence

from models.values.text import name_key

FEWEST = 0.34
_SAME_START = 0.15
# A name whose pairs all stand in the other one, and one that leaves characters out of it.
_WITHIN, _SHORT = 1.0, 0.4
_START = 2


def resembling(name: str, names: Iterable[str], *, most: int = 5) -> list[str]:
    """Return the names that resemble a name, the likeliest first."""
    key = name_key(name)
    pairs = _pairs(key)
    scored = [
        (score, one) for one in names if (score := _likeness(key, pairs, name_key(one))) >= FEWEST
    ]
    return [one for _score, one in sorted(scored, key=lambda pair: (-pair[0], pair[1]))][:most]


def _likeness(key: str, pairs: Collection[str], other: str) -> float:
    """Return how much of the shorter name stands in the longer one, in pairs of characters."""
    theirs = _pairs(other)
    if not pairs or not theirs:
        return 0.0
    shared = len(set(pairs) & set(theirs))
    share = 2.0 * shared / (len(pairs) + len(theirs))
    within = _WITHIN * shared / min(len(pairs), len(theirs))
    short = _SHORT if _is_short_of(key, other) else 0.0
    start = _SAME_START if key[:_START] == other[:_START] else 0.0
    return max(share, within, short) + start


def _is_short_of(key: str, other: str) -> bool:
    """Whether the characters of a short name follow one another in the long one, as 东木 in 东方木业."""
    rest = iter(other)
    return all(one in rest for one in key)


def _pairs(key: str) -> Sequence[str]:
    return [key[at : at + 2] for at in range(len(key) - 1)]
