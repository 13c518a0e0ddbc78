"""Totals and ranks of a contest, and checks on contests and their results."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from models import codes
from models.records.base import with_values
from models.records.contests import Contest, ContestResult
from models.rules.findings import Finding, Lookup, error, warn

WHOLE = Decimal(100)
# 理论 30%, 实操 70% is what notices of such contests agree on where they say nothing else.
USUAL_THEORY = Decimal(30)
_CENT = Decimal("0.01")


def weights_of(contest: Contest) -> tuple[Decimal, Decimal]:
    """Return how much theory and practice count, in percent."""
    theory, practice = contest.theory_weight, contest.practice_weight
    if theory is None:
        theory = USUAL_THEORY if practice is None else WHOLE - practice
    return theory, WHOLE - theory if practice is None else practice


def total_of(contest: Contest, result: ContestResult) -> Decimal | None:
    """Return the weighted total; None as long as a score that counts is missing."""
    total = Decimal(0)
    for score, weight in zip((result.theory, result.practice), weights_of(contest), strict=True):
        if score is None and weight:
            return None
        total += (score or Decimal(0)) * weight
    return (total / WHOLE).quantize(_CENT, ROUND_HALF_UP)


def ranked(contest: Contest, results: Sequence[ContestResult]) -> list[ContestResult]:
    """Return the results with totals and ranks: practice decides between equals, else they share.

    A result without scores keeps the rank that was written down for it.
    """
    scored = [_with_total(contest, one) for one in results]
    orders = sorted(_order(one) for one in scored if one.total is not None)
    return [
        one if one.total is None else with_values(one, rank=orders.index(_order(one)) + 1)
        for one in scored
    ]


def rank_again(saved: Contest | ContestResult, lookup: Lookup) -> Iterator[ContestResult]:
    """Yield the results whose total or rank changes once a contest or one result is saved."""
    number = saved.id if isinstance(saved, Contest) else saved.contest
    contest = next(iter(lookup.find(Contest, id=number)), None)
    if contest is None:
        return
    results = lookup.find(ContestResult, contest=number)
    for before, after in zip(results, ranked(contest, results), strict=True):
        if before != after:
            yield after


def _with_total(contest: Contest, result: ContestResult) -> ContestResult:
    total = total_of(contest, result)
    return result if total is None else with_values(result, total=total)


def _order(result: ContestResult) -> tuple[Decimal, Decimal]:
    return -(result.total or Decimal(0)), -(result.practice or Decimal(0))


def complete_contest(contest: Contest) -> Contest:
    """Count a contest as one session, and let two weights make a hundred."""
    if contest.sessions is None:
        contest = replace(contest, sessions=1)
    if contest.theory_weight is None and contest.practice_weight is None:
        return contest
    theory, practice = weights_of(contest)
    return replace(contest, theory_weight=theory, practice_weight=practice)


def check_contest(contest: Contest) -> Iterator[Finding]:
    """Yield weights that are no hundred, days in the wrong order, and a match without its trade."""
    theory, practice = weights_of(contest)
    if theory + practice != WHOLE or min(theory, practice) < 0:
        yield error("practice_weight", "理论权重与实操权重相加应为100%")
    start, end = contest.started_on, contest.ended_on
    if start and end and end.last() < start.first():
        yield error("ended_on", "结束日期早于开始日期")
    if contest.kind in codes.table("contest_kind").codes_where("is_match") and not contest.trade:
        yield warn("trade", "技能竞赛、技术比武请填写工种")


def check_headcount(contest: Contest, lookup: Lookup) -> Iterator[Finding]:
    """Yield a headcount that the registered results do not bear out."""
    if contest.id is None or contest.headcount is None:
        return
    listed = len(lookup.find(ContestResult, contest=contest.id))
    if listed and listed != contest.headcount:
        yield warn("headcount", f"已登记成绩{listed}人，参赛人次以成绩册为准")


def check_result(result: ContestResult) -> Iterator[Finding]:
    """Yield scores beyond a hundred, and an award without its certificate."""
    for name, label in (("theory", "理论成绩"), ("practice", "实操成绩"), ("total", "总分")):
        score = getattr(result, name)
        if score is not None and score > WHOLE:
            yield error(name, f"{label}应在0到100之间")
    if result.award and not result.certificate_no:
        yield warn("certificate_no", "有奖项，还没有填证书编号")
