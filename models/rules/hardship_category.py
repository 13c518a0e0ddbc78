"""Which category of hardship a household's income speaks for; shown, never written."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from models import codes
from models.records.hardship_file import HardshipFile
from models.rules.findings import Lookup
from models.rules.local import limit

DEEP, RELATIVE, ACCIDENT, NONE = "1", "2", "3", "0"
OLD_SCHEME = "A"
_OLD = {DEEP: "11", RELATIVE: "12", ACCIDENT: "13"}


@dataclass(frozen=True, slots=True)
class Lines:
    """The local lines of hardship: in yuan a month, a multiple of it, and a share of the income."""

    minimum: Fraction
    factor: Fraction | None
    accident_share: Fraction | None


def lines_of(lookup: Lookup, day: date | None) -> Lines | None:
    """Return the lines that hold on a day; None until the office has filled in its 低保标准."""
    minimum = limit(lookup, "hard_dibao_month", day)
    if minimum is None:
        return None
    factor = limit(lookup, "hard_relative_factor", day)
    share = limit(lookup, "hard_accident_share", day)
    return Lines(minimum.number, factor.number if factor else None, share.number if share else None)


def income_per_head(file: HardshipFile) -> int | None:
    """Return the month's income a head in fen: （总收入－刚性支出）÷12÷人口, rounded half up."""
    if file.total_income is None or not file.household_size:
        return None
    exact = Fraction(file.total_income - (file.rigid_expense or 0), 12 * file.household_size)
    return max(int(exact + Fraction(1, 2)), 0)


def suggest_category(file: HardshipFile, lines: Lines | None) -> str:
    """Return the category that the numbers speak for, NONE for no hardship, blank when unknown."""
    income = file.income_per_head if file.income_per_head is not None else income_per_head(file)
    if lines is None or income is None:
        return ""
    yuan = Fraction(income, 100)
    found = NONE
    if yuan < lines.minimum:
        found = DEEP
    elif lines.factor is not None and yuan < lines.minimum * lines.factor:
        found = RELATIVE
    elif _is_struck(file, lines):
        found = ACCIDENT
    return _OLD.get(found, found) if file.category_scheme == OLD_SCHEME else found


def category_words(category: str) -> str:
    """Return how a suggestion is worded."""
    return "不符合" if category == NONE else codes.table("hard_category").label(category)


def _is_struck(file: HardshipFile, lines: Lines) -> bool:
    """Whether the costs of an accident or illness eat up the year's income."""
    if file.hardship_expense is None or not file.total_income or lines.accident_share is None:
        return False
    return Fraction(file.hardship_expense, file.total_income) >= lines.accident_share
