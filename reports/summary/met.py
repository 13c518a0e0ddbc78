"""How far a chapter's own task from above is met."""

from decimal import Decimal

from reports.summary.facts import Facts, Sentence, say

WHOLE = Decimal(100)


def task_met(facts: Facts, code: str, task: str) -> Sentence | None:
    """Return 超额完成上级下达的1000人参保任务，完成率120.4%; None without a task that can be told.

    A yearly task is not held against months in the middle of the year.
    """
    asked, reached = facts.figure(f"{code}_asked"), facts.figure(f"{code}_reached")
    if asked is None or reached is None or not facts.is_from_january:
        return None
    if (reached.value or 0) < WHOLE or (reached.numerator or 0) < (reached.denominator or 0):
        return say("上级下达的", asked, f"{task}任务已完成", reached, "。")
    if reached.text == f"{WHOLE}%":
        return say("圆满完成上级下达的", asked, f"{task}任务。")
    return say("超额完成上级下达的", asked, f"{task}任务，完成率", reached, "。")
