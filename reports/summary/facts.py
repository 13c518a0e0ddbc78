"""What the clauses of a summary speak from, and how they put figures into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.figures.bargaining import campaign_of
from models.figures.catalogue import Figures
from models.figures.figure import Figure, Ledger
from models.periods import STATISTICS, Period
from models.records.bargaining import Campaign, CampaignStep
from models.records.town import Town
from models.store import Store
from models.summary.markup import Span
from models.values.dates import say_day_within
from models.values.numbers import chinese_numeral
from reports.township import Place, place_of

Sentence = tuple[Span, ...]
AUTUMN_MONTH = 10
_FLOWS = {
    "H1": "上半年",
    "H2": "下半年",
    "Q1": "一季度",
    "Q2": "二季度",
    "Q3": "三季度",
    "Q4": "四季度",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the clauses may use: the town, the period, the figures and the year's campaign.

    `leads_over` is whether chapters with headings follow the opening; `speaking` are the codes of
    the chapters that say something, known only to those that speak last.
    """

    town: Town
    period: Period
    figures: Mapping[str, Figure]
    campaign: Campaign | None
    steps: Sequence[CampaignStep]
    ledger: Ledger
    leads_over: bool = False
    speaking: tuple[str, ...] = ()

    def figure(self, code: str) -> Figure | None:
        """Return a figure when there is anything to report, None otherwise."""
        found = self.figures.get(code)
        return found if found is not None and found.is_there else None

    @property
    def is_whole(self) -> bool:
        """Whether the period is over on the day of counting."""
        return self.period.as_of >= self.period.last

    @property
    def span(self) -> str:
        """Return the words for the time that flows are counted in: 全年, 今年以来, 上半年, 本月."""
        span = self.period.span
        if span == "":
            return "全年" if self.is_whole else "今年以来"
        if span is None or span == STATISTICS:
            return "统计期内"
        return _FLOWS.get(span, "本月")

    @property
    def is_from_january(self) -> bool:
        """Whether flows are counted from the first day of the year, as yearly targets are."""
        return (self.period.first.month, self.period.first.day) == (1, 1)

    @property
    def plans_next_year(self) -> bool:
        """Whether what comes next is another year: a yearly paper is often written in autumn."""
        return self.period.span == "" and self.period.as_of >= _autumn(self.period)

    @property
    def ahead(self) -> str:
        """Return the words for the time that is planned for."""
        if self.plans_next_year:
            return f"{self.period.year + 1}年"
        return "下半年" if self.period.span == "H1" else "下一步"

    @property
    def until(self) -> str:
        """Return the words for the day of counting, with its year when it is another one."""
        return f"截至{say_day_within(self.period.as_of, self.period.year)}"

    @property
    def place(self) -> Place:
        """Return the words for this township, rural township or subdistrict."""
        return place_of(self.town)


def _autumn(period: Period) -> date:
    return date(period.year, AUTUMN_MONTH, 1)


def gather(store: Store, period: Period, figures: Mapping[str, Figure] | None = None) -> Facts:
    """Read from the file what a summary of the period can say; figures counted already are taken."""
    counted = figures if figures is not None else Figures(store, period)
    ledger = counted.ledger if isinstance(counted, Figures) else Ledger(store, period)
    campaign = campaign_of(ledger)
    return Facts(
        town=store.town(),
        period=period,
        figures=counted,
        campaign=campaign,
        steps=store.find(CampaignStep, campaign=campaign.id) if campaign else (),
        ledger=ledger,
    )


def say(*parts: str | Figure | Span) -> Sentence:
    """Return a sentence; every figure in it keeps its code."""
    return tuple(_span(part) for part in parts)


def in_style(figure: Figure, style: str) -> Span:
    """Return a figure worded in a style of figure_style, for `say`."""
    return Span(figure.say(style), figure.code, style)


def money(figure: Figure) -> Span:
    """Return an amount as prose has it, for `say`: in 万元 from ten thousand yuan on."""
    return in_style(figure, "wan")


def join(parts: Sequence[Sentence], between: str) -> Sentence:
    """Return several stretches as one, with a mark between them."""
    joined: list[Span] = []
    for part in parts:
        if joined:
            joined.append(Span(between))
        joined.extend(part)
    return tuple(joined)


def enumerate_points(points: Sequence[Sentence]) -> Sentence:
    """Return points as 一是…二是…, a single point without its number."""
    if len(points) == 1:
        return points[0]
    numbered: list[Span] = []
    for number, point in enumerate(points, start=1):
        numbered.append(Span(f"{chinese_numeral(number)}是"))
        numbered.extend(point)
    return tuple(numbered)


def _span(part: str | Figure | Span) -> Span:
    if isinstance(part, Span):
        return part
    return Span(part) if isinstance(part, str) else Span(part.text, part.code)


def present(*sentences: Sentence | None) -> list[Sentence]:
    """Return the sentences that have something to say."""
    return [one for one in sentences if one]
