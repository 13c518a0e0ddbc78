"""Rows chosen by SQLite are those that a look at every record would choose."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.asking.ranges import between, latest_of_each, running
from models.periods import between as span
from models.records.bargaining import Contract
from models.records.innovation import Suggestion
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

days = st.dates(date(2022, 11, 1), date(2024, 2, 10))
partial = st.none() | st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3)
)
SHARED_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(told=st.lists(partial, max_size=12), first=days, length=st.integers(0, 400))
@SHARED_FILE
def test_a_day_a_month_and_a_year_lie_where_they_begin(
    store: Store, told: list[PartialDate | None], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    with store.change("新增") as operation:
        store.insert_all([Suggestion(suggested_on=one, title="建议") for one in told])

    found = between(store, Suggestion, "suggested_on", first=first, last=last)

    period = span(first, last)
    assert found == [one for one in store.all(Suggestion) if period.holds(one.suggested_on)]
    if told:
        store.undo_operation(operation.id)


@given(rows=st.lists(st.tuples(st.integers(1, 3), days), max_size=12), until=days)
@SHARED_FILE
def test_the_latest_of_each_is_the_last_one_in_order(
    store: Store, rows: list[tuple[int, date]], until: date
) -> None:
    if not store.count(Unit):
        with store.change("新增单位"):
            store.insert_all([Unit(name=name) for name in ("甲", "乙", "丙")])
    with store.change("新增") as operation:
        store.insert_all([UnitYear(unit=unit, as_of=day) for unit, day in rows])

    found = latest_of_each(store, UnitYear, "unit", "as_of", until=until)

    until_then = (one for one in store.all(UnitYear) if one.as_of and one.as_of <= until)
    assert {one.unit: one for one in found} == {one.unit: one for one in until_then}
    assert len(found) == len({one.unit for one in found})
    if rows:
        store.undo_operation(operation.id)


@given(rows=st.lists(st.tuples(days, st.none() | days), max_size=12), on=days)
@SHARED_FILE
def test_what_runs_has_begun_and_not_ended_before(
    store: Store, rows: list[tuple[date, date | None]], on: date
) -> None:
    with store.change("新增") as operation:
        store.insert_all([Contract(signed_on=start, valid_to=stop) for start, stop in rows])

    found = running(store, Contract, "signed_on", "valid_to", on=on)

    assert found == [
        one
        for one in store.all(Contract)
        if one.signed_on and one.signed_on <= on and (one.valid_to is None or one.valid_to >= on)
    ]
    if rows:
        store.undo_operation(operation.id)
