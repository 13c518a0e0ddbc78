"""Of which stretch of the year a place of a form speaks: by its own label, else by its sheet."""

import re
from collections.abc import Iterable, Mapping

_QUARTER = re.compile(r"第?([一二三四1-4])季")
_HALF = re.compile(r"([上下])半年")
_SUMMED = re.compile(r"累计|年初至")
_THIS_QUARTER, _THIS_MONTH = re.compile(r"本季|当季"), re.compile(r"本月|当月")
_NUMBERS: Mapping[str, str] = dict(zip("一二三四1234", "12341234", strict=True))
_HALVES = {"上": "H1", "下": "H2"}
SUMMED = "C"
# What is summed up since January until the end of another stretch.
_SINCE_JANUARY = {"Q1": "Q1", "Q2": "H1", "H1": "H1", "Q4": "Y", "H2": "Y", "Y": "Y"}


def span_told(label: str, around: Iterable[str], form_span: str) -> str | None:
    """Return the code of the stretch (county_form_span), blank for the form's own, None if unclear.

    `around` are the name and the title of the sheet; they count where the label says nothing.
    """
    span = _only(label) or _only(" ".join(around))
    if _THIS_MONTH.search(label) or (
        _THIS_QUARTER.search(label) and not (span or form_span).startswith("Q")
    ):
        return None
    if _SUMMED.search(label):
        return _SINCE_JANUARY.get(span) if span and span != form_span else SUMMED
    return "" if span == form_span else span


def _only(text: str) -> str:
    """Return the one stretch that a text names, blank when it names none or several."""
    plain = "".join(text.split())
    found = {f"Q{_NUMBERS[one]}" for one in _QUARTER.findall(plain)}
    found |= {_HALVES[one] for one in _HALF.findall(plain)}
    return found.pop() if len(found) == 1 else ""
