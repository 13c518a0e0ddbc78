"""Figures of several years side by side, as a table and as charts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models import clock, codes
from models.errors import Problem
from models.figures.catalogue import Figures
from models.figures.figure import Definition, Figure
from models.figures.telling import DECIDED
from models.figures.years import FEWEST, MOST, Years, counted_on, having_data, years_to
from models.periods import Period, span_period
from models.store import Store
from models.values.dates import say_day_of_month
from reports.blocks import Align, Block, Charts, Column, Document, ListHead, SignatureRow, Table
from reports.charts import Chart, Point
from reports.request import Parameter, Request, begun
from reports.rosters.sheet import SIGNATURES
from reports.scales import Scale, difference_words, scale_for

DEFAULTS = (
    "unions_total",
    "unions_new",
    "joint_units",
    "union_members",
    "members_new",
    "cb_units_signed",
    "cb_rate",
    "cb_workers",
    "dm_rate",
    "sugg_adopted",
    "visit_units",
    "issues_solved",
    "hard_on_file",
    "aid_amount",
    "cases_closed",
    "train_people",
    "mi_people",
    "fund_in",
)
COUNT = Parameter(
    key="years",
    label="比较几年",
    choices={str(number): f"{number}年" for number in range(FEWEST, MOST + 1)},
    help="不填为三年",
    unset="3年",
)
SPAN = Parameter(
    key="span",
    label="时段",
    choices={one.code: one.name for one in codes.table("paper_span").lines},
    help="不填为全年；各年取相同的一段",
    unset="全年",
)
FIGURES = Parameter(key="figures", label="指标", help="数字的代码，用逗号隔开；不填为常用的十几项")
USUAL_COUNT = 3
BLANKS = "“—”和“无数据”是台账中还没有记录的年份"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which figures are compared, over which years."""

    years: Years
    codes: tuple[str, ...]

    def by_area(self) -> Iterator[tuple[str, Definition]]:
        """Yield the figures with their field of work, in the order of the fields."""
        for area in self.years.newest.areas:
            for one in area.definitions:
                if one.code in self.codes:
                    yield area.title, one


def comparison(store: Store, request: Request) -> Document:
    """Return the comparison that is asked for, of the usual figures when none are named."""
    values = request.values
    whole = span_period(request.period.year, values.get("span", ""))
    period = begun(whole, request.period.as_of)
    named = [one.strip() for one in values.get("figures", "").split(",") if one.strip()]
    years = years_to(
        store,
        request.period.year,
        count=int(values.get("years") or USUAL_COUNT),
        span=values.get("span", ""),
        as_of=_day_of_counting(period, request.period.as_of),
    )
    chosen = _known(named, years.newest) if named else having_data(years, DEFAULTS)
    return comparison_of(store, Comparison(years, chosen))


def comparison_of(store: Store, compared: Comparison) -> Document:
    """Return a comparison as it prints: the table, then the charts."""
    return Document(
        name=title_of(store, compared.years),
        kind="list",
        blocks=tuple(_blocks(store, compared)),
        author=store.town().union_name,
    )


def title_of(store: Store, years: Years) -> str:
    """Return the title of a comparison."""
    periods = years.periods
    first, last = periods[0], periods[-1]
    return f"{store.town().union_name}{first.year}—{last.words()}主要指标对比"


def cut_off_words(years: Years) -> str:
    """Return up to which day each year is counted."""
    day = years.periods[-1].as_of
    is_year_end = years.is_whole and day.month == 12
    own = "当年" if day.year == years.periods[-1].year else ""
    return "各年均算到年末" if is_year_end else f"各年均算到{own}{say_day_of_month(day)}"


def chart_of(years: Years, definition: Definition) -> Chart:
    """Return one figure over the years as a chart: bars, or a line for a rate."""
    scale = scale_of(years, definition)
    points = tuple(
        _point(str(period.year), one, scale)
        for period, one in zip(years.periods, years.known(definition.code), strict=True)
    )
    title = f"{definition.label}（{scale.unit}）"
    if definition.kind == "rate":
        return Chart(title, points, "line", definition.code)
    return Chart(title, points, "bars", definition.code)


def scale_of(years: Years, definition: Definition) -> Scale:
    """Return the scale in which the years of a figure can be compared."""
    return scale_for(definition, years.row(definition.code))


def _blocks(store: Store, compared: Comparison) -> Iterator[Block]:
    years = compared.years
    union = store.town().union_name
    right = f"{cut_off_words(years)}，“—”是台账中还没有记录{_mark_words(compared)}"
    yield ListHead(title_of(store, years), f"填报单位：{union}", right)
    yield _table(compared)
    yield SignatureRow(SIGNATURES)
    drawn = (one for _, one in compared.by_area() if _can_draw(years, one))
    charts = tuple(chart_of(years, one) for one in drawn)
    if charts:
        yield ListHead(f"{title_of(store, years)}图")
        yield Charts(charts, f"数据来源：{union}台账；{cut_off_words(years)}；{BLANKS}。")


def _mark_words(compared: Comparison) -> str:
    """Return what the mark means, blank when no number has it."""
    is_marked = any(_has_decisions(compared.years, code) for code in compared.codes)
    return f"，带{DECIDED}的有结转、改定、不计或另计" if is_marked else ""


def _has_decisions(years: Years, code: str) -> bool:
    return any(one is not None and one.is_decided for one in years.known(code))


def _table(compared: Comparison) -> Table:
    years = compared.years
    are_few = len(years.periods) <= 5
    width = 6.6 if are_few else 5.4
    columns = (
        Column("area", "类别", 7.6, "center", merge=True),
        Column("label", "指标", 15),
        Column("unit", "单位", 3.6, "center"),
        *(_number(f"year{one.year}", f"{one.year}年", width) for one in years.periods),
        _number("difference", "比上年增减" if are_few else "增减", width),
        _number("share", "同比", 7.6),
    )
    rows = tuple((area, *_row(years, one)) for area, one in compared.by_area())
    return Table(columns=columns, rows=rows)


def _number(key: str, label: str, width: float) -> Column:
    align: Align = "right"
    return Column(key, label, width, align)


def _row(years: Years, definition: Definition) -> tuple[str, ...]:
    growth = years.growth(definition.code)
    scale = scale_of(years, definition)
    # The mark stands at the name: the numbers stay numbers in a workbook.
    mark = DECIDED if _has_decisions(years, definition.code) else ""
    return (
        f"{definition.label}{mark}",
        scale.unit,
        *(scale.show(one) for one in years.known(definition.code)),
        difference_words(growth, scale),
        growth.share_words,
    )


def _can_draw(years: Years, definition: Definition) -> bool:
    return any(one.is_there for one in years.row(definition.code))


def _point(label: str, figure: Figure | None, scale: Scale) -> Point:
    if figure is None or figure.value is None:
        return Point(label, None, "")
    return Point(label, Decimal(figure.value), scale.show(figure))


def _day_of_counting(period: Period, asked: date) -> date:
    """Return the day asked for, or today while the period is not over."""
    return min(counted_on(period, asked).as_of, max(clock.today(), period.first))


def _known(named: Sequence[str], figures: Figures) -> tuple[str, ...]:
    for code in named:
        try:
            figures.definition(code)
        except KeyError:
            raise Problem(
                f"没有代码为“{code}”的数字", "数字的代码可以用 figures 命令列出来看。"
            ) from None
    return tuple(dict.fromkeys(named))
