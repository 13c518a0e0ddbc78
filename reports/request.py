"""What somebody asks of a report: the period, how private the paper is, and its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from models.errors import Problem
from models.periods import Period

Profile: TypeAlias = Literal["内部", "上报", "公示"]
PROFILES: tuple[Profile, ...] = ("内部", "上报", "公示")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing a report can be told; `choices` are its words by the value that is given.

    `unset` is what it means when nothing is given; `is_typed` is for words of the clerk's own.
    """

    key: str
    label: str
    help: str = ""
    is_required: bool = False
    unset: str = ""
    is_typed: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A report's period, its privacy profile and the values of its parameters."""

    period: Period
    profile: Profile
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_posted(self) -> bool:
        """Whether the paper will hang where everybody can read it."""
        return self.profile == "公示"

    @property
    def is_for_the_office(self) -> bool:
        """Whether the paper stays in the office, where identity numbers are masked."""
        return self.profile == "内部"


def begun(period: Period, as_of: date) -> Period:
    """Return a period that has begun by the day of counting; one that has not is a Problem."""
    if as_of < period.first:
        raise Problem(
            f"截止日期{as_of}早于{period.words()}的第一天{period.first}",
            "请改截止日期，或另选一段时间。",
        )
    return period
