"""Local rules: the limit that holds on a day, and the deadlines that follow from it.

A rule row of the office comes first, then the preset of its region, then the national one
(resources/codes/local_rule.csv, which names the source of each).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from models import codes
from models.records.local import LocalRule, WorkdayChange
from models.records.town import Town
from models.rules.findings import Completions, Finding, Lookup, Rules, error
from models.values.dates import add_months

NATIONAL = "national"
_VALUE = re.compile(r"(\d+(?:\.\d+)?)(?:/(\d+))?(%?)(个?工作日|个月)?[^\d/.]{0,6}")
MONTHS = "个月"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days, people, yuan or a share, and where it is written."""

    number: Fraction
    in_workdays: bool
    source: str
    in_months: bool = False

    @property
    def whole(self) -> int:
        """The number rounded down to a whole one."""
        return int(self.number)

    def says(self) -> str:
        """Return the number as the rule words it."""
        shown = f"{self.number.numerator}" if self.number.denominator == 1 else f"{self.number}"
        if self.in_months:
            return f"{shown}个月"
        return f"{shown}个工作日" if self.in_workdays else shown


def read_limit(text: str, source: str = "") -> Limit | None:
    """Return the limit that a text such as 10工作日, 2个月, 1/3 or 2% states, None when none."""
    found = _VALUE.fullmatch(text.strip())
    if found is None or found[2] in {"0", "00"}:
        return None
    number = Fraction(found[1]) / Fraction(found[2] or 1)
    return Limit(
        number / 100 if found[3] else number,
        in_workdays=bool(found[4]) and found[4] != MONTHS,
        source=source,
        in_months=found[4] == MONTHS,
    )


def limit(lookup: Lookup, rule: str, day: date | None) -> Limit | None:
    """Return what a rule says on a day; None where neither the office nor its region has it."""
    own = own_rule(lookup, rule, day)
    if own is not None:
        return read_limit(own.value, own.document or "本地规定")
    line = codes.table("local_rule").by_code.get(rule)
    if line is None:
        return None
    region = region_of(lookup)
    if not line.extra.get(region):
        region = NATIONAL
    text = line.extra.get(region, "")
    return read_limit(text, _source(line, region)) if text else None


def _source(line: codes.Code, region: str) -> str:
    """Return where a preset is written: after a bar stands the source of the regions' own values."""
    national, bar, own = line.extra.get("source", "").partition("|")
    if region == NATIONAL or not bar:
        return national
    statute = codes.table("rule_region").by_code[region].extra.get("negotiation", "")
    return own.replace("{negotiation}", statute)


def own_rule(lookup: Lookup, rule: str, day: date | None) -> LocalRule | None:
    """Return the office's own row for a rule on a day, None where it keeps to the preset."""
    rows = [one for one in lookup.find(LocalRule, rule=rule) if _holds(one, day)]
    return max(rows, key=lambda one: one.valid_from or date.min, default=None)


def region_of(lookup: Lookup) -> str:
    """Return the code of the region whose presets hold here."""
    town = next(iter(lookup.find(Town)), None)
    return town.rule_region if town and town.rule_region else NATIONAL


def deadline(lookup: Lookup, rule: str, start: date | None) -> date | None:
    """Return the last day of a term that begins on a day; the first day is not counted."""
    found = limit(lookup, rule, start) if start else None
    if start is None or found is None:
        return None
    if found.in_workdays:
        return add_workdays(lookup, start, found.whole)
    if found.in_months:
        return next_workday(lookup, add_months(start, found.whole))
    return next_workday(lookup, start + timedelta(days=found.whole))


def add_workdays(lookup: Lookup, start: date, count: int) -> date:
    """Return the day on which the count of working days after a day is full."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        if is_workday(lookup, day):
            count -= 1
    return day


def next_workday(lookup: Lookup, day: date) -> date:
    """Return the day itself or, when it is free, the next working day (民法典第二百零三条)."""
    while not is_workday(lookup, day):
        day += timedelta(days=1)
    return day


def is_workday(lookup: Lookup, day: date) -> bool:
    """Whether a day is worked: Monday to Friday but for what was announced."""
    changed = next(iter(lookup.find(WorkdayChange, day=day)), None)
    return changed.is_workday if changed else day.weekday() < SATURDAY


def check_rule(rule: LocalRule) -> Iterator[Finding]:
    """Yield a value that states no limit."""
    if rule.value and read_limit(rule.value) is None:
        yield error("value", f"“{rule.value}”看不懂，请写成10、10工作日、1/3或2%的样子")


def _holds(rule: LocalRule, day: date | None) -> bool:
    return rule.valid_from is None or day is None or rule.valid_from <= day


CHECKS: Rules = {"local_rule": check_rule}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {}
