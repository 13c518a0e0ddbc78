"""结账 and 反结账: a year is closed, and opened again with a reason; both stay in the log."""

from dataclasses import replace

from models import clock, history
from models.drafts import drafts_of_year
from models.errors import Problem
from models.records.closing import YearClosing
from models.store import Store
from models.values.dates import say_day

LEAST_REASON = 4


def is_closed(store: Store, year: int) -> bool:
    """Whether a year is closed now."""
    return year in store.closed_years


def closings_of(store: Store, year: int) -> list[YearClosing]:
    """Return every closing of a year, oldest first."""
    return store.find(YearClosing, year=year)


def drafts_left(store: Store, year: int) -> list[str]:
    """Return the forms of a year that were put aside and are not complete."""
    return [one.title for one in drafts_of_year(store, year)]


def close_year(store: Store, year: int) -> YearClosing:
    """Close a year: from now on nothing of it may be changed."""
    if is_closed(store, year):
        raise Problem(f"{year}年度已经结过账了")
    if year > clock.today().year:
        raise Problem(f"{year}年度还没有开始，不能结账")
    closing = YearClosing(year=year, closed_on=clock.today(), closed_by=store.town().clerk)
    with store.change(f"{year}年度结账", kind=history.CLOSING):
        return store.save(closing)


def reopen_year(store: Store, year: int, reason: str) -> YearClosing:
    """Open a closed year again; the reason stays in the log and is printed."""
    current = next((one for one in closings_of(store, year) if one.reopened_on is None), None)
    if current is None:
        raise Problem(f"{year}年度没有结账，不用反结账")
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise Problem("请写明反结账的原因", "原因会记入操作记录，并印在数据来源表上。")
    with store.change(f"{year}年度反结账：{reason}"[:120], kind=history.CLOSING):
        return store.save(replace(current, reopened_on=clock.today(), reason=reason))


def closing_words(store: Store, year: int) -> str:
    """Return when a year was closed and opened again, as it is printed; blank for never."""
    told = []
    for one in closings_of(store, year):
        if one.closed_on:
            told.append(f"{say_day(one.closed_on)}结账")
        if one.reopened_on:
            told.append(f"{say_day(one.reopened_on)}反结账（{one.reason}）")
    return "，".join(told)
