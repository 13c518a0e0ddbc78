"""From a negotiation to its contracts: which enterprises sign, and what is registered for each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.negotiation_case import Case
from models.records.bargaining import Contract, Coverage
from models.records.negotiation import Delegate
from models.records.units import UnitYear
from models.rules.findings import Lookup
from models.rules.local import limit
from models.rules.negotiation_delegates import EMPLOYER, SINGLE, WORKERS
from models.values.dates import add_years
from models.values.text import name_key


@dataclass(frozen=True, slots=True)
class Signatory:
    """An enterprise that signs, and the contract of it that is registered already."""

    unit: int | None
    unit_name: str
    workers: int | None
    is_sealed: bool = True
    registered: Contract | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What all contracts of one negotiation have in common."""

    kind: str
    title: str
    signed_on: date
    valid_from: date
    valid_to: date


def usual_end(start: date) -> date:
    """Return the last day of a contract of one year."""
    return add_years(start, 1) - timedelta(days=1)


def signatories(lookup: Lookup, case: Case, kind: str) -> list[Signatory]:
    """Return the enterprise of the negotiation, or those on the year's confirmation list."""
    own = case.negotiation
    if own.scope == SINGLE:
        found = [
            Signatory(own.unit, own.unit_name or own.employer_party, _workers(lookup, own.unit))
        ]
    else:
        found = [_signatory(one) for one in lookup.find(Coverage, year=own.year) if not one.left_on]
    linked = {_key(one.unit, one.unit_name) for one in case.contracts if one.kind == kind}
    waiting = [one for one in found if _key(one.unit, one.unit_name) not in linked]
    return [replace(one, registered=_registered(lookup, case, one, kind)) for one in waiting]


def needs_seal(lookup: Lookup, case: Case) -> bool:
    """Whether an enterprise is bound only by its own seal (山东省企业工资集体协商条例第三十五条)."""
    own = case.negotiation
    rule = limit(lookup, "nego_seal_required", own.received_on)
    return own.scope != SINGLE and rule is not None and rule.whole == 1


def contracts_for(case: Case, chosen: Sequence[Signatory], terms: Terms) -> list[Contract]:
    """Return one contract for each: a registered one is joined to the negotiation, the rest are new."""
    return [_joined(case, one) if one.registered else _new(case, one, terms) for one in chosen]


def _joined(case: Case, signatory: Signatory) -> Contract:
    assert signatory.registered is not None
    return replace(signatory.registered, negotiation=case.negotiation.id)


def _new(case: Case, signatory: Signatory, terms: Terms) -> Contract:
    own = case.negotiation
    return Contract(
        negotiation=own.id,
        unit=signatory.unit,
        unit_name=signatory.unit_name,
        kind=terms.kind,
        scope=own.scope,
        title=terms.title,
        signed_on=terms.signed_on,
        valid_from=terms.valid_from,
        valid_to=terms.valid_to,
        workers_covered=signatory.workers,
        chief_workers=_chief(case.delegates, WORKERS),
        chief_employer=_chief(case.delegates, EMPLOYER),
    )


def _signatory(coverage: Coverage) -> Signatory:
    workers = coverage.workers_covered
    return Signatory(
        coverage.unit,
        coverage.unit_name,
        coverage.workers_total if workers is None else workers,
        is_sealed=coverage.sealed_on is not None,
    )


def _registered(lookup: Lookup, case: Case, signatory: Signatory, kind: str) -> Contract | None:
    """Return the contract that a list brought for the same enterprise, kind and year."""
    if signatory.unit is not None:
        rows = lookup.find(Contract, unit=signatory.unit, kind=kind)
    else:
        rows = lookup.find(Contract, unit_name=signatory.unit_name, kind=kind)
    return next(
        (
            one
            for one in rows
            if one.negotiation is None
            and one.scope in {"", case.negotiation.scope}
            and one.signed_on
            and one.signed_on.year == case.negotiation.year
        ),
        None,
    )


def _workers(lookup: Lookup, unit: int | None) -> int | None:
    rows = lookup.find(UnitYear, unit=unit) if unit is not None else ()
    known = [one for one in rows if one.workers_total is not None]
    return max(known, key=lambda one: one.as_of or date.min).workers_total if known else None


def _chief(delegates: Sequence[Delegate], side: str) -> str:
    found = (one.person_name for one in delegates if one.side == side and one.is_chief)
    return next((name for name in found), "")


def _key(unit: int | None, unit_name: str) -> object:
    return unit if unit is not None else name_key(unit_name)
