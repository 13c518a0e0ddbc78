"""Words that come from records, made fit for running text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from models.periods import Period
from models.records.base import Record
from models.values.dates import say_day_within
from reports.summary.facts import Facts

R = TypeVar("R", bound=Record)
_ENDS = "。；，、：！？;,. "
_NESTED = str.maketrans({"“": "‘", "”": "’"})
_NESTED_TITLE = str.maketrans({"《": "〈", "》": "〉"})


def counted_by(facts: Facts, code: str, record_type: type[R]) -> list[R]:
    """Return the records that a figure counts: a text names nothing that its figures leave out."""
    figure = facts.figures.get(code)
    return [one for one in figure.records if isinstance(one, record_type)] if figure else []


def in_quotes(text: str) -> str:
    """Return a name in “”, whatever marks the clerk put; quotes within it are ‘’."""
    bare = text.strip()
    if bare.startswith("“") and bare.find("”") == len(bare) - 1:
        return bare
    return f"“{bare.translate(_NESTED)}”"


def in_title_marks(text: str) -> str:
    """Return a title in 《》, whatever marks the clerk put; a title within it has 〈〉."""
    bare = text.strip()
    if bare.startswith("《") and bare.find("》") == len(bare) - 1:
        return bare
    return f"《{bare.translate(_NESTED_TITLE)}》"


def running(text: str) -> str:
    """Return a note as part of a sentence: one line, without a mark at its end."""
    lines = (line.strip().rstrip(_ENDS) for line in text.splitlines())
    return "，".join(line for line in lines if line)


def has_number(text: str) -> bool:
    """Whether a text tells a number, which in a summary only figures should."""
    return any(one.isdigit() for one in text)


def without_year(title: str, period: Period) -> str:
    """Return a title without the year of the paper in front of it."""
    return title.strip().removeprefix(f"{period.year}年度").removeprefix(f"{period.year}年")


def by_short_name(name: str, facts: Facts) -> str:
    """Return a body of this township as its own papers call it: 镇总工会, 镇应急管理办公室."""
    kind = facts.place.ours.removeprefix("我")
    own = facts.town.name
    return f"{kind}{name.removeprefix(own)}" if name.startswith(own) and name != own else name


def on_day(day: date, period: Period) -> str:
    """Return a day as a sentence begins with it, with its year when it is another one."""
    return say_day_within(day, period.year)


def several(names: Iterable[str], limit: int) -> Sequence[str]:
    """Return the first different names, none of them blank."""
    return [*dict.fromkeys(name.strip() for name in names if name.strip())][:limit]


def enumerated(names: Iterable[str], limit: int) -> str:
    """Return the first different names with 、 between them, with 等 behind them if there are more.

    No 、 stands between neighbours that both have marks of their own (GB/T 15834-2011, 4.5.3.5).
    """
    found = several(names, limit + 1)
    text = ""
    for name in found[:limit]:
        is_marked = not text or (text[-1] in "”》" and name[0] in "“《")
        text += name if is_marked else f"、{name}"
    return f"{text}等" if len(found) > limit else text
