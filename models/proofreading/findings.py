"""What proofreading says: the words, what is wrong with them, what to write instead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warn", "hint"]
HEADING = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong (error), doubtful (warn) or worth a look (hint).

    A finding about words says where they stand: `start` counts characters from the beginning of
    what was checked; in a summary, that is the paragraph of that number in the chapter `section`
    (HEADING its heading; the heading of no chapter is the title of the paper). A finding about
    figures alone has no words and names their codes, the doubtful one first.
    """

    rule: str
    text: str
    severity: Severity = "warn"
    words: str = ""
    start: int = 0
    advice: str = ""
    replacement: str | None = None
    figures: tuple[str, ...] = ()
    section: str = ""
    paragraph: int | None = None
    more: tuple[int, ...] = ()
    figure_instead: str = ""

    @property
    def places(self) -> tuple[int, ...]:
        """Where the words stand, and where else in the paragraph the same is wrong with them."""
        return (self.start, *self.more)

    @property
    def can_be_mended(self) -> bool:
        """Whether the program knows what to write in a paragraph: words, or a live figure."""
        is_known = self.replacement is not None or bool(self.figure_instead)
        return is_known and self.is_about_words and (self.paragraph or 0) > HEADING

    @property
    def end(self) -> int:
        """The place behind the words."""
        return self.start + len(self.words)

    @property
    def is_about_words(self) -> bool:
        """Whether it stands at a place in the text, and not among the figures."""
        return bool(self.words)

    @property
    def identity(self) -> tuple[object, ...]:
        """What stays the same when other parts of the text change."""
        return (self.rule, self.words, self.text, self.section, self.figures)

    @property
    def sentence(self) -> str:
        """Return the finding in one line, as lists and the command line show it."""
        subject = f"“{shorten(self.words)}”：" if self.words else ""
        advice = f"；{self.advice}" if self.advice else ""
        return f"{subject}{self.text}{advice}"


def shorten(words: str, most: int = 24) -> str:
    """Return words that fit in a line, with a gap where they were too long."""
    line = words.replace("\n", " ")
    return line if len(line) <= most else f"{line[: most - 8]}…{line[-7:]}"


def at(
    found: re.Match[str],
    rule: str,
    text: str,
    *,
    severity: Severity = "warn",
    advice: str = "",
    replacement: str | None = None,
    group: int | str = 0,
    figures: tuple[str, ...] = (),
) -> Finding:
    """Return a finding about what a pattern matched, or one group of it."""
    if replacement is not None and not advice:
        advice = f"改为“{replacement}”" if replacement else "删去"
    return Finding(
        rule=rule,
        text=text,
        severity=severity,
        words=found[group],
        start=found.start(group),
        advice=advice,
        replacement=replacement,
        figures=figures,
    )


def without_overlaps(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings in the order of the text; of those that share a character, the first given."""
    taken: set[int] = set()
    kept: list[Finding] = []
    for one in findings:
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    yield from sorted(kept, key=lambda one: one.start)
