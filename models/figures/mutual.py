"""Figures about mutual help insurance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.figures.figure import Count, Definition, Ledger, number_of, share
from models.records.mutual import InsuredPerson, MutualClaim, MutualPolicy
from models.values.text import name_key

RENEWED = "1"
FEN = Decimal(100)


def running(ledger: Ledger) -> list[MutualPolicy]:
    """Return the policies in force on the cut-off day."""
    day = ledger.period.as_of
    return [one for one in ledger.all(MutualPolicy) if one.about.is_alive(one, day)]


def by_unit(ledger: Ledger) -> dict[object, list[MutualPolicy]]:
    """Return the policies in force by the unit that took them out."""
    found: dict[object, list[MutualPolicy]] = {}
    for one in running(ledger):
        found.setdefault(ledger.unit_of(one), []).append(one)
    return found


def count_units(ledger: Ledger) -> Count:
    """Return the units that have at least one policy in force."""
    found = by_unit(ledger)
    return Count(len(found), tuple(one for policies in found.values() for one in policies))


def rosters(ledger: Ledger) -> dict[int | None, set[str]]:
    """Return the identity numbers of the people on each policy's roster."""
    found: dict[int | None, set[str]] = {}
    for one in ledger.all(InsuredPerson):
        found.setdefault(one.policy, set()).add(one.id_no)
    return found


def count_covered(ledger: Ledger) -> Count:
    """Return the covered people: a unit's largest plan, or the different people on its rosters."""
    listed = rosters(ledger)
    total, seen = 0, set[str]()
    found = by_unit(ledger)
    for policies in found.values():
        people = set[str]().union(*(listed.get(one.id, set()) for one in policies))
        told = [one.headcount or 0 for one in policies if one.id not in listed]
        total += max(len(people - seen), *told, 0)
        seen |= people
    return Count(total, tuple(one for policies in found.values() for one in policies))


def count_places(ledger: Ledger) -> Count:
    """Return the places on policies in force; who holds two plans counts twice."""
    listed = rosters(ledger)
    found = running(ledger)
    places = sum(len(listed[one.id]) if one.id in listed else one.headcount or 0 for one in found)
    return Count(places, tuple(found))


def count_fees(ledger: Ledger) -> Count:
    """Return what was paid for the policies that began in the period."""
    found = ledger.during(MutualPolicy, "start_on")
    return Count(in_yuan(one.fee_total for one in found), tuple(found))


def paid_claims(ledger: Ledger) -> list[MutualClaim]:
    """Return the claims that were paid in the period."""
    return [one for one in ledger.during(MutualClaim, "paid_on") if not one.rejected_reason]


def helped(ledger: Ledger) -> Count:
    """Return the different people who were paid by mutual help in the period."""
    found = paid_claims(ledger)
    people = {one.id_no or (one.person_name, one.policy) for one in found}
    return Count(len(people), tuple(found))


def open_claims(ledger: Ledger) -> list[MutualClaim]:
    """Return the claims that were neither paid nor sent back by the cut-off day."""
    day = ledger.period.as_of
    asked = [one for one in ledger.all(MutualClaim) if ledger.period.has_reached(one.claimed_on)]
    return [
        one for one in asked if (state := one.about.state_of(one, day)) and state.name == "申领"
    ]


def renewal_rate(ledger: Ledger) -> Count:
    """Return the share of policies that were renewed when they ended in the period.

    A policy that is told to be a renewal and whose forerunner the file does not know stands for it.
    """
    chains = Chains.of(ledger)
    ended = ledger.during(MutualPolicy, "end_on")
    renewed = [one for one in ended if chains.has_later(one)]
    lapsed = [one for one in ended if not chains.has_later(one)]
    told = [
        one
        for one in ledger.all(MutualPolicy)
        if one.renewal == RENEWED and ledger.period.holds(one.start_on)
        if one.previous is None and not chains.has_earlier(one)
    ]
    done = [*renewed, *told]
    return share(len(done), len(done) + len(lapsed), done, lapsed)


@dataclass(frozen=True, slots=True)
class Chains:
    """Which policies follow one another: by their links, else by unit and plan."""

    ledger: Ledger
    followed: frozenset[int | None]
    starts: dict[object, list[date]]

    @classmethod
    def of(cls, ledger: Ledger) -> "Chains":
        """Return the chains of the policies that had begun by the cut-off day."""
        begun = [one for one in ledger.all(MutualPolicy) if ledger.period.has_reached(one.start_on)]
        starts: dict[object, list[date]] = {}
        for one in begun:
            if one.start_on is not None:
                starts.setdefault(_plan_of_unit(ledger, one), []).append(one.start_on)
        return cls(ledger, frozenset(one.previous for one in begun), starts)

    def has_later(self, policy: MutualPolicy) -> bool:
        """Whether another policy followed this one."""
        return policy.id in self.followed or any(
            policy.start_on is not None and start > policy.start_on for start in self._same(policy)
        )

    def has_earlier(self, policy: MutualPolicy) -> bool:
        """Whether this policy followed another one."""
        return any(
            policy.start_on is not None and start < policy.start_on for start in self._same(policy)
        )

    def _same(self, policy: MutualPolicy) -> list[date]:
        return self.starts.get(_plan_of_unit(self.ledger, policy), [])


def _plan_of_unit(ledger: Ledger, policy: MutualPolicy) -> object:
    return ledger.unit_of(policy), name_key(policy.plan_name)


def in_yuan(amounts: Iterable[int | None]) -> Decimal:
    """Return the sum of amounts in fen as 元 with two decimals."""
    return (sum(one or 0 for one in amounts) / FEN).quantize(Decimal("0.01"))


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="mi_units",
        label="互助保障参保单位",
        unit="家",
        kind="stock",
        basis="截止日期在保的参保批次的单位，一家单位算一家；已到期、已退保的不算",
        count=count_units,
    ),
    Definition(
        code="mi_people",
        label="互助保障覆盖职工",
        unit="人",
        kind="stock",
        basis=(
            "截止日期在保的，一家单位取参保人数最多的一个计划相加；"
            "登记了被保障人名单的按身份证号去重"
        ),
        count=count_covered,
        is_approximate=True,
    ),
    Definition(
        code="mi_places",
        label="互助保障参保",
        unit="人次",
        kind="stock",
        basis="截止日期在保的各批参保人数相加，一人保几个计划算几人次",
        count=count_places,
        is_approximate=True,
    ),
    Definition(
        code="mi_fees",
        label="互助保障缴费",
        unit="元",
        kind="flow",
        basis="保障期在本期开始的各批缴费金额相加",
        count=count_fees,
    ),
    Definition(
        code="mi_renewal_rate",
        label="互助保障续保率",
        unit="%",
        kind="rate",
        basis=(
            "本期到期的批次中，同一单位同一计划接着参保的所占比例；"
            "上一批不在台账里、本期的一批写明是续保的，也算到期并续保"
        ),
        count=renewal_rate,
    ),
    Definition(
        code="mi_claims",
        label="互助金给付",
        unit="件",
        kind="flow",
        basis="支付日期在本期的互助金申领；未通过的不算",
        count=lambda ledger: number_of(paid_claims(ledger)),
    ),
    Definition(
        code="mi_claims_amount",
        label="互助金给付金额",
        unit="元",
        kind="flow",
        basis="支付日期在本期的互助金相加",
        count=lambda ledger: Count(
            in_yuan(one.amount for one in paid_claims(ledger)), tuple(paid_claims(ledger))
        ),
    ),
    Definition(
        code="mi_claims_people",
        label="互助金给付职工",
        unit="人",
        kind="flow",
        basis="支付日期在本期、不是未通过的互助金申领，按身份证号一人计一次",
        count=helped,
    ),
    Definition(
        code="mi_claims_open",
        label="互助金待给付",
        unit="件",
        kind="stock",
        basis="截止日期已申领、还没有支付也没有退回的",
        count=lambda ledger: number_of(open_claims(ledger)),
    ),
)
