"""Reading an edited summary back: which figures were changed by hand, and which numbers are new.

Nothing is merged back. What the file said when it was written lies in its properties, so that later
changes in the records do not look like changes by hand.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from models.errors import Problem
from reports.docx.differences import Difference
from reports.docx.figures import MARK, figures_in, other_numbers
from reports.docx.numbers import numbers_in
from reports.docx.safe_reading import open_word

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What was struck out or moved away, and what stands in the file a second time for old programs.
_NOT_READ: Final = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_PARAGRAPH_END: Final = "\n"
_AROUND: Final = 12


def read_back(path: Path) -> list[Difference]:
    """Return how the figures of an edited summary differ from what was written into it."""
    parts = open_word(path)
    if MARK not in parts.properties:
        raise Problem(
            f"“{path.name}”不是本程序导出的总结，没有可核对的数据",
            "请选择用“导出 Word”存出、改过的那一份。",
        )
    reading = _Reading(figures_in(parts.properties))
    reading.read(parts.document)
    known = other_numbers(parts.properties)
    return [*reading.figures(), *_new_numbers(reading.plain(), known)]


class _Reading:
    """The text of one file, sorted into figures and the rest."""

    def __init__(self, expected: Mapping[str, tuple[str, str]]) -> None:
        self._expected = expected
        self._found: dict[str, str] = {}
        self._open: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._line = ""
        self._plain: list[str] = []

    def read(self, document: etree._Element) -> None:
        """Take in the whole text, in its order, as it stands with all changes accepted."""
        walk = etree.iterwalk(document, events=("start",))
        for _, one in walk:
            if one.tag in _NOT_READ:
                walk.skip_subtree()
            elif one.tag == f"{_W}bookmarkStart":
                self._start(one)
            elif one.tag == f"{_W}bookmarkEnd":
                self._open.pop(one.get(f"{_W}id", ""), None)
            elif one.tag == f"{_W}p":
                self._plain.append(_PARAGRAPH_END)
                self._line = ""
            elif one.tag == f"{_W}t":
                self._take(one.text or "")

    def figures(self) -> Iterator[Difference]:
        """Yield the figures whose words are others, or gone."""
        for bookmark, (code, was) in self._expected.items():
            now = self._found.get(bookmark, "").strip()
            if not now:
                yield Difference(kind="lost", bookmark=bookmark, code=code, was=was)
            elif not _holding(was).search(now):
                around = f"{self._before[bookmark]}{now}"
                yield Difference(
                    kind="changed", bookmark=bookmark, code=code, was=was, now=now, around=around
                )

    def plain(self) -> Iterator[str]:
        """Yield the paragraphs without figures, and what was typed beside one in its bookmark."""
        yield from "".join(self._plain).split(_PARAGRAPH_END)
        for bookmark, (_, was) in self._expected.items():
            now = self._found.get(bookmark, "")
            if _holding(was).search(now):
                yield from _holding(was).split(now, maxsplit=1)

    def _start(self, mark: etree._Element) -> None:
        name = mark.get(f"{_W}name", "")
        if name in self._expected and name not in self._found:
            self._open[mark.get(f"{_W}id", "")] = name
            self._found[name] = ""
            self._before[name] = self._line[-_AROUND:]
            self._plain.append(_PARAGRAPH_END)

    def _take(self, text: str) -> None:
        self._line += text
        for name in self._open.values():
            self._found[name] += text
        if not self._open:
            self._plain.append(text)


def _holding(words: str) -> re.Pattern[str]:
    """Return what finds a figure's words, and not where they are the end of a longer number."""
    return re.compile(rf"(?<![\d.,]){re.escape(words)}(?!\d)")


def _new_numbers(texts: Iterator[str], known: Counter[str]) -> Iterator[Difference]:
    left = known.copy()
    for text in texts:
        for number, around in numbers_in(text):
            if left[number]:
                left[number] -= 1
            else:
                yield Difference(kind="number", now=number, around=around)
