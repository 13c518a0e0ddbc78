"""Where the figures of an editable file stand: their bookmarks, and what was written in them.

What was written travels in custom properties, one for each bookmark: Word and WPS keep them when
the clerk saves the file, and no later change in the records can alter them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reports.docx.numbers import numbers_in

MARK: Final = "工会案头数据"
VERSION: Final = "1"
OTHERS: Final = "文中其他数字"
BETWEEN: Final = "、"
EQUALS: Final = "="
# Word accepts 40 characters in a bookmark's name; a number of up to four digits follows the code.
_LONGEST_CODE: Final = 34
# Word shows and saves up to 255 characters of a property.
_LONGEST_VALUE: Final = 240


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks given out so far, each with its figure and its words."""

    written: dict[str, str] = field(default_factory=dict)
    _given: Counter[str] = field(default_factory=Counter)

    def add(self, code: str, text: str) -> tuple[int, str]:
        """Return the number and the name of the bookmark for a figure's next occurrence."""
        short = code[:_LONGEST_CODE]
        self._given[short] += 1
        name = f"{short}_{self._given[short]}"
        self.written[name] = f"{code}{EQUALS}{text}"
        return len(self.written), name


def properties_of(bookmarks: Bookmarks, plain: Iterable[str]) -> dict[str, str]:
    """Return the custom properties for what was written; `plain` are texts without figures."""
    parts = (part for text in plain for part in text.splitlines())
    numbers = [number for part in parts for number, _ in numbers_in(part)]
    return {MARK: VERSION, **bookmarks.written, **dict(_chunks(numbers))}


def figures_in(properties: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the figure's code and its words as written, by bookmark."""
    return {
        name: (code, text)
        for name, value in properties.items()
        if name != MARK and not name.startswith(OTHERS)
        for code, equals, text in [value.partition(EQUALS)]
        if equals
    }


def other_numbers(properties: Mapping[str, str]) -> Counter[str]:
    """Return the numbers that stood outside of figures when the file was written."""
    return Counter(
        number
        for name, value in properties.items()
        if name.startswith(OTHERS)
        for number in value.split(BETWEEN)
    )


def _chunks(numbers: Iterable[str]) -> Iterator[tuple[str, str]]:
    chunk, count = "", 1
    for number in numbers:
        if chunk and len(chunk) + len(BETWEEN) + len(number) > _LONGEST_VALUE:
            yield f"{OTHERS}{count}", chunk
            chunk, count = "", count + 1
        chunk = f"{chunk}{BETWEEN}{number}" if chunk else number
    if chunk:
        yield f"{OTHERS}{count}", chunk
