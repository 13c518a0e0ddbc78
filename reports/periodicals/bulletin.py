"""The bulletin, 工作简报: what was done in a month or another stretch, under a red masthead."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.chronicle import REGIONAL, held
from models.figures.catalogue import Figures
from models.periods import Period
from models.records.activities import Event
from models.records.bargaining import Contract
from models.records.diary import ChronicleEntry
from models.records.town import Town
from models.store import Store
from models.summary.markup import Span
from models.values.dates import say_day, say_day_of_month
from models.values.numbers import chinese_numeral
from reports.blocks import Block, Document, Heading, Imprint, Masthead, Paragraph
from reports.periodicals.chronicle import entries_of, in_third_person
from reports.periodicals.spans import HALVES, MONTHS, QUARTERS, asked_period, latest, span_parameter
from reports.request import Parameter, Request
from reports.township import place_of

NAME = "工会工作简报"
SPAN = span_parameter(
    (*MONTHS, *QUARTERS, *HALVES),
    help_text="不填为最近的一个月",
    unset="最近一个月",
)
ISSUE = Parameter(
    key="issue",
    label="期号",
    help="如：5，印作第5期；不填按月份",
    unset="按月份",
    is_typed=True,
)
TITLE = Parameter(key="name", label="简报名称", help=f"不填为“{NAME}”", unset=NAME, is_typed=True)
RECIPIENTS = Parameter(
    key="to",
    label="报送",
    help="如：县总工会，镇党委、政府；不填为上级工会和镇党委、政府",
    unset="上级工会，党委、政府",
    is_typed=True,
)
# Activities from this many people on have a piece of their own; the rest are one line each.
LARGE, MOST_PIECES = 50, 6
EVENT, CONTRACT = Event.about.table, Contract.about.table
FEWEST_MERGED = 3
BRIEFS = "工作动态"
NUMBERS = "数字工会"
NOTHING = "本期没有登记活动和大事。"


def bulletin(store: Store, request: Request) -> Document:
    """Return the bulletin of the stretch that is asked for."""
    period = asked_period(request, usual=latest(request, MONTHS))
    town, values = store.town(), request.values
    name = values.get("name", "").strip() or NAME
    issue = _issue(values.get("issue", ""), period)
    pieces = _pieces(store, period)
    briefs = _briefs(store, period, pieces)
    blocks = (
        Masthead(mark=name, number=issue, office=f"{town.union_name}编", day=say_day(period.as_of)),
        *_body(store, period, pieces, briefs),
        Imprint(
            _recipients(town, values.get("to", "")),
            town.union_name,
            say_day(period.as_of),
            label="报送：",
        ),
    )
    title = f"{name}{issue}"
    return Document(name=title, kind="official", blocks=blocks, author=town.union_name)


def _issue(typed: str, period: Period) -> str:
    """Return the number of the issue; the month's when none is given."""
    plain = typed.strip()
    if plain and not plain.isdigit():
        return plain
    return f"第{int(plain or period.last.month)}期"


def _recipients(town: Town, typed: str) -> str:
    usual = "，".join(one for one in (town.parent_union, place_of(town).leaders) if one)
    return f"{(typed.strip() or usual).rstrip('。')}。"


def _pieces(store: Store, period: Period) -> list[Event]:
    """Return the large activities of the period, at most so many, in the order of days."""
    events = [one for one in store.all(Event) if period.holds(one.held_on)]
    large = [one for one in events if (one.headcount or 0) >= LARGE or one.summary.strip()]
    largest = sorted(large, key=lambda one: -(one.headcount or 0))[:MOST_PIECES]
    return sorted(largest, key=lambda one: (one.held_on or date.min, one.id or 0))


def _briefs(store: Store, period: Period, pieces: Sequence[Event]) -> list[ChronicleEntry]:
    """Return the entries of the chronicle that no piece tells of."""
    told = {(EVENT, one.id) for one in pieces}
    entries = entries_of(store, period)
    return [one for one in entries if (one.source_table, one.source) not in told]


def _body(
    store: Store, period: Period, pieces: Sequence[Event], briefs: Sequence[ChronicleEntry]
) -> Iterator[Block]:
    number = 0
    for number, event in enumerate(pieces, start=1):
        yield Heading(f"{chinese_numeral(number)}、{event.title}")
        yield Paragraph((Span(_told(store.town(), event)),))
    if briefs:
        number += 1
        yield Heading(f"{chinese_numeral(number)}、{BRIEFS}")
        yield from (Paragraph((Span(words),)) for words in _brief_words(store, briefs))
    if not number:
        yield Paragraph((Span(NOTHING),))
    counted = _counted(Figures(store, period))
    if counted:
        yield Heading(f"{chinese_numeral(number + 1)}、{NUMBERS}")
        yield Paragraph(counted)


def _told(town: Town, event: Event) -> str:
    """Return one to three sentences about an activity, from its record."""
    day = f"{_day_words(event.held_on)}，" if event.held_on else ""
    partners = f"联合{event.partners.strip()}" if event.partners.strip() else ""
    where = event.place.strip()
    place = f"在{where}" if where and where not in event.title else ""
    theme = f"以“{event.theme.strip('“”')}”为主题" if event.theme.strip() else ""
    host = event.host or town.union_name
    first = f"{day}{host}{partners}{place}{theme}{held(event)}"
    took_part = _taking_part(event)
    sentences = [f"{first}{f'，{took_part}' if took_part else ''}。"]
    if event.winners:
        sentences.append(f"{event.winners}人获奖。")
    if event.summary.strip():
        sentences.append(in_third_person(town, " ".join(event.summary.split())))
    return "".join(sentences)


def _taking_part(event: Event) -> str:
    units = f"{event.unit_count}家单位" if event.unit_count else ""
    people = f"{event.headcount}人次" if event.headcount else ""
    joined = "、".join(one for one in (units, people) if one)
    return f"{joined}参加" if joined else ""


def _brief_words(store: Store, entries: Sequence[ChronicleEntry]) -> Iterator[str]:
    """Yield a line for each entry; signing that went on for days is one line, on its first day."""
    signing = [one for one in entries if one.source_table == CONTRACT and one.held_on]
    merged = signing if len(signing) >= FEWEST_MERGED else []
    for one in entries:
        if one not in merged:
            yield f"{_day_words(one.held_on)}，{_content(store.town(), one)}"
        elif one is merged[0]:
            yield _signed(store, merged)


def _signed(store: Store, entries: Sequence[ChronicleEntry]) -> str:
    days = [one.held_on for one in entries]
    signed = [one for one in store.all(Contract) if one.scope == REGIONAL and one.signed_on in days]
    first, last = _day_words(days[0]), _day_words(days[-1])
    return f"{first}至{last}，{len(signed)}家企业陆续参加签订区域性集体合同。"


def _content(town: Town, entry: ChronicleEntry) -> str:
    return in_third_person(town, " ".join(entry.content.split()))


def _day_words(day: date | None) -> str:
    return say_day_of_month(day) if day else ""


# What stands before a figure, and the figure, in the order of the line of numbers.
_LINE = (
    ("新建基层工会", "unions_new"),
    ("新发展会员", "members_new"),
    ("走访企业", "visit_units"),
    ("解决职工诉求", "issues_solved"),
    ("发放帮扶款物", "aid_amount"),
    ("办结劳动争议", "cases_closed"),
    ("安全培训", "train_people"),
    ("收缴工会经费", "fund_in"),
)


def _counted(figures: Figures) -> tuple[Span, ...]:
    spans: list[Span] = []
    for words, code in _LINE:
        figure = figures[code]
        if figure.is_there:
            style = "wan" if figure.definition.unit == "元" else ""
            spans += [Span(f"{'，' if spans else '本期'}{words}")]
            spans += [Span(figure.say(style), code, style)]
    return (*spans, Span("。")) if spans else ()
