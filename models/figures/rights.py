"""Figures about cases of workers' rights, their steps, and letters of supervision."""

from collections.abc import Sequence

from models import codes
from models.figures.figure import (
    Count,
    Definition,
    Ledger,
    money_of,
    number_of,
    share,
    yuan,
)
from models.records.rights import LawLetter, RightsCase
from models.rules.case_clocks import is_settled


def accepted(ledger: Ledger) -> list[RightsCase]:
    """Return the cases accepted in the period; those refused are none."""
    return [one for one in ledger.during(RightsCase, "received_on") if not one.refusal]


def closed(ledger: Ledger) -> list[RightsCase]:
    """Return the cases closed in the period, whenever they were accepted."""
    return ledger.during(RightsCase, "closed_on")


def settled(ledger: Ledger) -> list[RightsCase]:
    """Return the cases closed in the period in which the worker got what the case was about."""
    return [one for one in closed(ledger) if is_settled(one)]


def success_rate(ledger: Ledger) -> Count:
    """Return the settled share of the cases that mediation brought to an end either way."""
    judged = codes.table("case_result").codes_where("is_judged")
    tried = [one for one in closed(ledger) if one.result in judged]
    failed = [one for one in tried if not is_settled(one)]
    return share(len(tried) - len(failed), len(tried), settled(ledger), failed)


def injury_wages(ledger: Ledger) -> Count:
    """Return the workers whose wages during paid leave after an injury were settled."""
    causes = codes.table("case_cause").codes_where("is_injury_leave")
    return _heads([one for one in settled(ledger) if one.cause in causes])


def wage_arrears(ledger: Ledger) -> Count:
    """Return the workers whose unpaid wages were settled."""
    causes = codes.table("case_cause").codes_where("is_arrears")
    return _heads([one for one in settled(ledger) if one.cause in causes])


def disputed_money(ledger: Ledger) -> Count:
    """Return what the accepted cases are about, in yuan."""
    return money_of([one for one in accepted(ledger) if one.amount], "amount")


def recovered_money(ledger: Ledger) -> Count:
    """Return what workers got: what was paid, else what a settled case was about."""
    found = [one for one in settled(ledger) if one.paid or one.amount]
    return Count(yuan(sum(map(recovered_of, found))) if found else None, tuple(found))


def recovered_of(case: RightsCase) -> int:
    """Return what a settled case brought, in fen: the payment, or the amount where none is told."""
    return (case.amount if case.paid is None else case.paid) or 0


def letters(ledger: Ledger) -> list[LawLetter]:
    """Return the letters of supervision sent in the period."""
    return ledger.during(LawLetter, "issued_on")


def answered_rate(ledger: Ledger) -> Count:
    """Return the share of the period's letters that were answered by the day of counting."""
    found = letters(ledger)
    answered = [one for one in found if ledger.period.has_reached(one.answered_on)]
    kept = {one.id for one in answered}
    return share(len(answered), len(found), answered, [one for one in found if one.id not in kept])


def _heads(cases: Sequence[RightsCase]) -> Count:
    return Count(sum(one.heads or 1 for one in cases), tuple(cases))


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="cases",
        label="受理劳动争议",
        unit="件",
        kind="flow",
        basis="受理日期在本期内的维权个案，不予受理的不算",
        count=lambda ledger: number_of(accepted(ledger)),
    ),
    Definition(
        code="case_heads",
        label="劳动争议涉及职工",
        unit="人",
        kind="flow",
        basis="本期受理的维权个案的人数相加，没有填人数的算1人",
        count=lambda ledger: _heads(accepted(ledger)),
    ),
    Definition(
        code="case_amount",
        label="劳动争议涉及金额",
        unit="元",
        kind="flow",
        basis="本期受理的维权个案的涉及金额相加",
        count=disputed_money,
    ),
    Definition(
        code="cases_closed",
        label="办结劳动争议",
        unit="件",
        kind="flow",
        basis="结案日期在本期内的维权个案，包括以前受理的",
        count=lambda ledger: number_of(closed(ledger)),
    ),
    Definition(
        code="cases_settled",
        label="调解成功劳动争议",
        unit="件",
        kind="flow",
        basis="本期结案、结果为调解成功、和解或已支付的维权个案",
        count=lambda ledger: number_of(settled(ledger)),
    ),
    Definition(
        code="case_success_rate",
        label="劳动争议调解成功率",
        unit="%",
        kind="rate",
        basis="调解成功、和解、已支付 ÷ 这三种加上未达成，按本期结案的维权个案；撤回和转监察的不算",
        count=success_rate,
    ),
    Definition(
        code="case_injury_heads",
        label="协调解决工伤停工留薪期工资",
        unit="人",
        kind="flow",
        basis="本期结案、案由为工伤停工留薪期工资、结果为调解成功、和解或已支付的维权个案，人数相加",
        count=injury_wages,
    ),
    Definition(
        code="case_wage_heads",
        label="协调解决拖欠工资",
        unit="人",
        kind="flow",
        basis="本期结案、案由为拖欠工资、结果为调解成功、和解或已支付的维权个案，人数相加",
        count=wage_arrears,
    ),
    Definition(
        code="case_recovered",
        label="为职工挽回损失",
        unit="元",
        kind="flow",
        basis="本期调解成功、和解、已支付的维权个案的实付金额相加；没有填实付的按涉及金额",
        count=recovered_money,
    ),
    Definition(
        code="law_letters",
        label="发出一函两书",
        unit="件",
        kind="flow",
        basis="发出日期在本期内的劳动法律监督提示函、意见书、建议书",
        count=lambda ledger: number_of(letters(ledger)),
    ),
    Definition(
        code="law_letter_rate",
        label="一函两书答复率",
        unit="%",
        kind="rate",
        basis="截止日前已答复的 ÷ 本期发出的一函两书",
        count=answered_rate,
    ),
)
