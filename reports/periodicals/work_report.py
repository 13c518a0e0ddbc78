"""The reports of a month and a quarter, a table and a few sentences, and the half-year summary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.figures.catalogue import Figures
from models.figures.figure import Definition
from models.figures.growth import Growth
from models.periods import Period, between
from models.store import Store
from models.summary.markup import Span
from models.summary.papers import paper_of, period_of
from models.values.dates import say_day
from models.values.numbers import chinese_numeral
from reports.blocks import Block, Column, Document, Paragraph, SignOff, Subtitle, Table, Title
from reports.periodicals.spans import HALVES, MONTHS, QUARTERS, asked_period, latest
from reports.request import Request
from reports.scales import NOTHING, Scale, scale_for
from reports.summary.annual import annual_summary
from reports.summary.draft import Draft, DraftSection, draft_of
from reports.summary.frame import CLOSING
from reports.summary.library import SECTIONS
from reports.summary.parts import SHORT, Passage, Section

# What a month is told by, the first of them that have anything to report.
FIGURES = (
    "unions_new",
    "unions_total",
    "members_new",
    "members_in_unions",
    "cb_units_signed",
    "cb_rate",
    "sugg_adopted",
    "visit_units",
    "issues_solved",
    "aid_times",
    "aid_amount",
    "cases",
    "train_people",
    "events",
    "fund_in",
    "safety_checks",
    "cases_closed",
    "case_recovered",
    "mi_people",
    "media_all",
    "comp_participants",
)
MOST_ROWS = 15
NOTHING_ENTERED = "台账里还没有登记工作。"
_PREAMBLE = "led_by"
_LEFT_OUT = frozenset({"plan", "problems", CLOSING.code})


def monthly_report(store: Store, request: Request) -> Document:
    """Return the report of a month."""
    period = asked_period(request, usual=latest(request, MONTHS))
    return _report(store, period, name="工作月报", word="本月")


def quarterly_report(store: Store, request: Request) -> Document:
    """Return the report of a quarter."""
    period = asked_period(request, usual=latest(request, QUARTERS))
    return _report(store, period, name="工作季报", word="本季度")


def half_year_summary(store: Store, request: Request) -> Document:
    """Return the summary of a half-year, as the clerk's decisions and words leave it."""
    period = asked_period(request, usual=HALVES[0])
    saved = period_of(paper_of(store, period.year, period.span or ""))
    return annual_summary(store, saved if saved.as_of < period.as_of else period)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The figures of a stretch, and those from January to its end."""

    stretch: Figures
    so_far: Figures

    def definitions(self) -> list[Definition]:
        """Return the figures worth a row."""
        found = [self.so_far[code] for code in FIGURES]
        told = [one.definition for one in found if one.is_there]
        return told[:MOST_ROWS]


def _report(store: Store, period: Period, *, name: str, word: str) -> Document:
    town = store.town()
    title = f"{town.union_name}{period.words()}{name}"
    stretch = Figures(store, period)
    start = period.first.replace(month=1, day=1)
    counted = _Counted(stretch, Figures(store, between(start, period.last, period.as_of)))
    draft = draft_of(
        store, period, stretch, sections=tuple(_short_sections()), usual_length=str(SHORT)
    )
    blocks = (
        Title(title),
        Subtitle(f"（截至{say_day(period.as_of)}）"),
        *_table(counted, word),
        *(tuple(_text(draft)) or (Paragraph((Span(f"{word}{NOTHING_ENTERED}"),)),)),
        SignOff(town.union_name, say_day(period.as_of)),
    )
    return Document(name=title, kind="official", blocks=blocks, author=town.union_name)


def _table(counted: _Counted, word: str) -> Iterator[Block]:
    definitions = counted.definitions()
    if not definitions:
        return
    columns = (
        Column("label", "指标", 13),
        Column("unit", "单位", 3.4, "center"),
        Column("stretch", word, 5.2, "right"),
        Column("so_far", "本年累计\n（期末）", 6, "right"),
        Column("before", "上年同期", 6, "right"),
        Column("share", "同比", 6.6, "right"),
    )
    yield Table(columns=columns, rows=tuple(_row(counted, one) for one in definitions))


def _row(counted: _Counted, definition: Definition) -> tuple[str, ...]:
    code = definition.code
    growth = Growth(counted.so_far[code], counted.so_far.before[code])
    scale = scale_for(definition, (growth.now, growth.before))
    return (
        definition.label.replace("（年末）", "（期末）"),
        scale.unit,
        _of_stretch(counted, definition, scale),
        scale.show(growth.now),
        scale.show(growth.before) if growth.has_base else NOTHING,
        growth.share_words,
    )


def _of_stretch(counted: _Counted, definition: Definition, scale: Scale) -> str:
    """Return what happened in the stretch; what is only true of a day has no such number."""
    if definition.kind == "flow":
        return scale.show(counted.stretch[definition.code])
    return NOTHING


def _short_sections() -> Iterator[Section]:
    """Yield the chapters without what only a summary needs: preamble, lead-in, plans, outlook."""
    for section in SECTIONS:
        if section.code not in _LEFT_OUT:
            yield replace(section, passages=tuple(_short_passages(section)))


def _short_passages(section: Section) -> Iterator[Passage]:
    for one in section.passages:
        if not one.is_tail:
            clauses = tuple(clause for clause in one.clauses if clause.code != _PREAMBLE)
            yield replace(one, clauses=clauses)


def _text(draft: Draft) -> Iterator[Block]:
    number = 0
    for section in draft.sections:
        if section.heading:
            number += 1
        start = f"{chinese_numeral(number)}、{section.section.label}。" if section.heading else ""
        yield Paragraph((*([Span(start)] if start else []), *_joined(section)))


def _joined(section: DraftSection) -> Sequence[Span]:
    return [span for paragraph in section.paragraphs for span in paragraph.spans]
