"""Figures about the county's tasks."""

from decimal import Decimal

from models.figures.figure import Count, Definition, Ledger, share
from models.figures.organisation import new_unions
from models.records.papers import Target


def founding_target(ledger: Ledger) -> Target | None:
    """Return the year's task of founding unions."""
    found = [
        one
        for one in ledger.all(Target)
        if one.year == ledger.period.year and one.figure == "unions_new"
    ]
    return found[0] if found else None


def founding_task(ledger: Ledger) -> Count:
    """Return how many unions the county asked for."""
    target = founding_target(ledger)
    if target is None or target.target is None:
        return Count(None)
    return Count(int(target.target.to_integral_value(rounding="ROUND_CEILING")), (target,))


def founding_rate(ledger: Ledger) -> Count:
    """Return the new unions as a share of the task."""
    task = founding_task(ledger).value
    found = new_unions(ledger)
    whole = int(task) if isinstance(task, (int, Decimal)) else None
    return share(len(found), whole, found)


DEFINITIONS = (
    Definition(
        code="task_unions",
        label="上级下达的建会任务",
        unit="家",
        kind="stock",
        basis="本年度上级任务中对应数字为新建基层工会的目标",
        count=founding_task,
    ),
    Definition(
        code="task_unions_rate",
        label="建会任务完成率",
        unit="%",
        kind="rate",
        basis="新建基层工会 ÷ 上级下达的建会任务",
        count=founding_rate,
    ),
)
