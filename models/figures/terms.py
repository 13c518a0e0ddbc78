"""Figures about terms of office that have run out."""

from models.figures.figure import Count, Definition, Ledger, number_of
from models.figures.organisation import living_unions
from models.records.unions import UnionTerm


def overdue(ledger: Ledger) -> Count:
    """Return the last terms of living unions that had run out before the day of counting."""
    living = {one.id for one in living_unions(ledger)}
    latest: dict[int | None, UnionTerm] = {}
    for one in ledger.all(UnionTerm):
        if one.union in living and ledger.period.has_reached(one.elected_on):
            latest[one.union] = one
    ends = [(one, one.extended_to or one.expires_on) for one in latest.values()]
    return number_of([one for one, end in ends if end is not None and end < ledger.period.as_of])


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="terms_overdue",
        label="届满没有换届的基层工会",
        unit="家",
        kind="stock",
        basis="在册基层工会最近一届在截止日期前已经届满（批准延期的按延期）的，一家工会算一家",
        count=overdue,
    ),
)
