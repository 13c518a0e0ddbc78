"""One record of each kind of innovation, as its tests need them."""

from datetime import date
from decimal import Decimal
from typing import Any

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.base import Record
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.store import Store
from models.values.dates import PartialDate

DAY, LATER, BEFORE = PartialDate(2024, 5, 6), PartialDate(2024, 6, 1), PartialDate(2023, 9, 1)
CONTEST = Contest(
    title="焊工技术比武", kind="3", trade="焊工", started_on=DAY, ended_on=LATER, sessions=2
)
RESULT = ContestResult(contest=1, person_name="某甲", theory=Decimal(80), practice=Decimal(90))
SUGGESTION = Suggestion(
    unit_name="甲厂",
    suggested_on=DAY,
    title="余热利用",
    quantity=3,
    adopted_count=2,
    done_count=1,
    reviewed_on=LATER,
    done_on=LATER,
)
PATENT = Patent(
    unit_name="甲厂",
    title="一种阀门",
    kind="1",
    apply_no="202411410971.3",
    applied_on=DAY,
    status="2",
)
ITEM = TechItem(
    unit_name="甲厂", kind="1", title="锅炉改造", stage="3", started_on=DAY, done_on=LATER
)
MODEL = ModelPerson(
    person_name="某甲",
    honour="县劳动模范",
    grade="4",
    awarded_on=DAY,
    id_no="370399198001010015",
)


def keep(store: Store, *records: Record) -> list[Any]:
    """Save records as one step."""
    with store.change("登记"):
        return [store.save(one) for one in records]


def value(store: Store, code: str, year: int = 2024, as_of: date | None = None) -> object:
    """Return the value of a figure of a year."""
    return compute(store, year_period(year, as_of))[code].value
