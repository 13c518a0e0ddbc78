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


# A number and the unit it counts in: a line may stretch between them, but not break.
_MEASURED = re.compile(
    r"(?<=[0-9])[余多]?[万亿]{0,2}[余多]?"
    r"(?:人次|家次|户次|场次|个百分点|平方米|公里|公斤|"
    r"[年月日时分家人个名户位件次元万亿项份条期场枚块起处例级届类所间座亩吨米台套辆册篇天周岁倍成])"
)


def _behind_numbers(text: str) -> set[int]:
    """Return the places of characters that stay with the number before them."""
    return {place for found in _MEASURED.finditer(text) for place in range(*found.span())}


def groups(text: str) -> list[tuple[int, int]]:
    """Return where each part begins and ends between which a line may break."""
    found: list[tuple[int, int]] = []
    kept = _behind_numbers(text)
    for start, end in atoms(text):
        if found and (text[start] in NO_START or text[start - 1] in NO_END or start in kept):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
