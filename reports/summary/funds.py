"""The section on union funds: collected, handed up, given back, and kept to the budget."""

from models.figures.figure import Figure
from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.growth import than_last_year
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.phrases import gained, is_sound

WHOLE = 100


def _remitted(facts: Facts) -> Sentence | None:
    months, amount = facts.figure("fund_months_full"), gained(facts, "fund_remitted")
    if months is None:
        return say(f"{facts.span}上划工会经费", money(amount), "。") if amount else None
    told = say("，上划金额", money(amount)) if amount else ()
    return (*_full_months(facts, months), *told, *say("。"))


def _full_months(facts: Facts, months: Figure) -> Sentence:
    if months.value != months.denominator:
        return say(f"{facts.span}工会经费足额上划的有", months)
    if months.value == 1:
        return say(f"{facts.span}工会经费足额上划")
    return say(f"{facts.span}", months, "的工会经费全部足额上划")


def _collected(facts: Facts) -> Sentence | None:
    amount, rate = gained(facts, "fund_in"), facts.figure("fund_collect_rate")
    if amount is None:
        return None
    tail = say("，收缴率", rate) if rate and is_sound(rate) else ()
    return (*say(f"{facts.span}收缴工会经费", money(amount)), *tail, *say("。"))


def _growth(facts: Facts) -> Sentence | None:
    """Say how much more came in than the year before; what became less is for the comparison."""
    growth = than_last_year(facts, "fund_in") if facts.figure("fund_in_more") else None
    return (*say("收缴总额"), *growth, *say("。")) if growth else None


def _by_tax(facts: Facts) -> Sentence | None:
    amount, rate = gained(facts, "fund_tax_in"), facts.figure("fund_tax_rate")
    if amount is None:
        return None
    done = (*say("，"), *_done(rate, "税务代征任务")) if rate and facts.is_from_january else ()
    return (*say("税务代收工会经费", money(amount)), *done, *say("。"))


def _task(facts: Facts) -> Sentence | None:
    rate = facts.figure("fund_task_rate")
    if rate is None or not facts.is_from_january:
        return None
    return (*_done(rate, "经费收缴任务"), *say("。"))


def _done(rate: Figure, task: str) -> Sentence:
    """Return how far a year's task is met; what is only rounded to the whole is not called so."""
    if (rate.value or 0) < WHOLE or (rate.numerator or 0) < (rate.denominator or 0):
        return say(f"年度{task}已完成", rate)
    manner = "圆满" if rate.text == f"{WHOLE}%" else "超额"
    return say(f"{manner}完成年度{task}，完成率", rate)


def _returned(facts: Facts) -> Sentence | None:
    amount = gained(facts, "fund_returned")
    return say("收到上级返还和补助经费", money(amount), "。") if amount else None


def _budget(facts: Facts) -> Sentence | None:
    """Say how far the year's budget was carried out, in papers about a whole year only."""
    if facts.period.span != "":
        return None
    told = (("budget_income_rate", "收入"), ("budget_spend_rate", "支出"))
    parts = [say(f"{words}预算执行率", one) for code, words in told if (one := facts.figure(code))]
    return (*join(parts, "，"), *say("。")) if parts else None


def _further(facts: Facts) -> Sentence | None:
    told = (("fund_prep_in", "收缴建会筹备金"), ("dues_total", "收缴会费"))
    parts = [say(words, money(one)) for code, words in told if (one := gained(facts, code))]
    return (*join(parts, "，"), *say("。")) if parts else None


def _demands(facts: Facts) -> Sentence | None:
    sent = facts.figure("fund_duns")
    return say("依法催缴欠缴经费，发出催缴通知书", sent, "。") if sent else None


SECTION = Section(
    "funds",
    "工会经费",
    "工会经费收缴和管理规范有序",
    (
        Passage(
            "collected",
            "收缴和上划",
            (
                Clause("collected", "收缴总额和收缴率", _collected, SHORT),
                Clause("growth", "与上年比较", _growth, DETAILED),
                Clause("task", "收缴任务", _task, DETAILED),
                Clause("by_tax", "税务代收和任务", _by_tax),
                Clause("remitted", "足额上划", _remitted, SHORT),
                Clause("further", "筹备金和会费", _further, DETAILED),
                Clause("demands", "催缴", _demands, DETAILED),
            ),
        ),
        Passage(
            "managed",
            "返还和管理",
            (
                Clause("returned", "返还和补助", _returned, DETAILED),
                Clause("budget", "预算执行", _budget, DETAILED),
            ),
        ),
    ),
)
