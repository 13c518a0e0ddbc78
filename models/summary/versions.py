"""Versions of a summary: its whole text and every figure in it, as they stood at one moment."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from models import clock
from models.records.summary import SummaryVersion
from models.store import Store
from models.summary import markup
from models.summary.keys import SummaryKey
from models.summary.markup import Span
from models.values.dates import say_day_of_month

Kind = Literal["title", "heading", "paragraph"]
_MARKS: Mapping[Kind, str] = {"title": "题", "heading": "标题", "paragraph": "正文"}
_KINDS: Mapping[str, Kind] = {mark: kind for kind, mark in _MARKS.items()}
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A title, a heading or a paragraph; its words are marked up."""

    kind: Kind
    words: str
    section: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as one text words it, with its exact value."""

    code: str
    style: str
    label: str
    text: str
    exact: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A whole summary at one moment."""

    lines: tuple[Line, ...]
    figures: tuple[SaidFigure, ...]

    def said(self, code: str, style: str = "") -> str:
        """Return how a figure stood in the text, blank when it did not."""
        return next(
            (one.text for one in self.figures if (one.code, one.style) == (code, style)), ""
        )

    def spans(self, line: Line) -> tuple[Span, ...]:
        """Return a line with the values of that moment."""
        return tuple(
            replace(one, text=self.said(one.figure, one.style)) if one.figure else one
            for one in markup.read(line.words)
        )

    def text(self, line: Line) -> str:
        """Return a line as it was read."""
        return "".join(one.text for one in self.spans(line))

    @property
    def sections(self) -> tuple[str, ...]:
        """The codes of the chapters, in their order."""
        return tuple(dict.fromkeys(one.section for one in self.lines if one.section))


def keep_version(
    store: Store, key: SummaryKey, snapshot: Snapshot, label: str = ""
) -> SummaryVersion:
    """Keep a summary as it stands; the caller names the operation."""
    return store.save(
        SummaryVersion(
            year=key.year,
            span=key.span,
            number=next_number(store, key),
            made_on=clock.today(),
            label=label,
            words="\n".join(_write_line(one) for one in snapshot.lines),
            figures=json.dumps([asdict(one) for one in snapshot.figures], ensure_ascii=False),
        )
    )


def versions_of(store: Store, key: SummaryKey) -> list[SummaryVersion]:
    """Return the versions of a summary, the latest first."""
    found = store.find(SummaryVersion, **key.equals)
    return sorted(found, key=lambda one: one.number or 0, reverse=True)


def latest_version(store: Store, key: SummaryKey) -> SummaryVersion | None:
    """Return the version that was kept last."""
    return next(iter(versions_of(store, key)), None)


def next_number(store: Store, key: SummaryKey) -> int:
    """Return the number of the next version."""
    latest = latest_version(store, key)
    return (latest.number or 0) + 1 if latest else 1


def snapshot_of(version: SummaryVersion) -> Snapshot:
    """Return what a version holds."""
    lines = tuple(_read_line(one) for one in version.words.split("\n") if one)
    figures = json.loads(version.figures) if version.figures else []
    return Snapshot(lines, tuple(SaidFigure(**one) for one in figures))


def is_same(version: SummaryVersion | None, snapshot: Snapshot) -> bool:
    """Whether a version already holds exactly this."""
    return version is not None and snapshot_of(version) == snapshot


def title_of(version: SummaryVersion) -> str:
    """Return a version as lists call it."""
    day = version.made_on
    made = say_day_of_month(day) if day else ""
    return f"第{version.number}版 {made} {version.label}".rstrip()


def _write_line(line: Line) -> str:
    return "\t".join((_MARKS[line.kind], line.section, line.passage, line.words))


def _read_line(text: str) -> Line:
    mark, section, passage, words = text.split("\t", _PARTS - 1)
    return Line(_KINDS[mark], words, section, passage)


def codes_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the codes of the figures in some lines, each once, in their order."""
    return tuple(dict.fromkeys(code for one in lines for code in markup.codes_in(one.words)))
