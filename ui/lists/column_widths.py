"""How the columns of a list share its room."""

from collections.abc import Sequence

FIRST_SHARE = 1.8


def widths_within(room: int, *, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return widths that fill the room at most, cut only where they are widest."""
    low, high = 0, max(wanted, default=0)
    while low < high:
        cap = (low + high + 1) // 2
        if sum(_cut(wanted, least, cap)) <= room:
            low = cap
        else:
            high = cap - 1
    return _cut(wanted, least, low)


def _cut(wanted: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    """Return the widths under one cap; the first column, which names the row, gets more."""
    shares = (FIRST_SHARE if number == 0 else 1 for number in range(len(wanted)))
    caps = [round(cap * share) for share in shares]
    return [max(min(w, c), lo) for w, c, lo in zip(wanted, caps, least, strict=True)]
