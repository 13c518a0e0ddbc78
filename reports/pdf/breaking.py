"""Where a Chinese line may break (GB/T 15834-2011 §5.1, GB/T 9704-2012)."""

import re
from collections.abc import Iterator

CLOSING_MARKS = frozenset("，。、；：？！）】〕》〉〗」』｝”’")
OPENING_MARKS = frozenset("（【〔《〈〖「『｛“‘")

NO_START = CLOSING_MARKS | frozenset("·～－—…／％‰℃-/%,.;:?!)]} \u3000\u00a0")
NO_END = OPENING_MARKS | frozenset("￥／¥$/([{")

# Never split: a Latin word or a number, with the ￥ before it and the %, 万, 余 or 多 after it;
# a dash or an ellipsis of two cells; a letter and its accents.
_ATOM = re.compile(
    r"[￥¥]?[!-~]+(?:(?<=[0-9])(?:[％‰℃]|[余多]?[万亿]{0,2}[余多]?))?"
    r"|—+|…+"
    r"|.[\u0300-\u036f\u20d0-\u20ff]*",
    re.DOTALL,
)


def atoms(text: str) -> Iterator[tuple[int, int]]:
    """Give where each part begins and ends inside which a line neither breaks nor stretches."""
    return (found.span() for found in _ATOM.finditer(text))


def groups(text: str) -> list[tuple[int, int]]:
    """Return where each part begins and ends between which a line may break."""
    found: list[tuple[int, int]] = []
    for start, end in atoms(text):
        if found and (text[start] in NO_START or text[start - 1] in NO_END):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
