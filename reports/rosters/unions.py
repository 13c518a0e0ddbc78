"""The roster of grassroots unions: the same unions that the figures count."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from models.fields import fields_of
from models.figures.figure import Ledger
from models.figures.organisation import JOINT, covered_units, living_unions
from models.records.unions import Union, UnionTerm
from models.store import Store
from models.values.dates import say_day, show_day
from reports.blocks import Column, Document
from reports.request import Request
from reports.rosters.sheet import Roster, shown, sum_of

COLUMNS = (
    Column("name", "工会名称", 19),
    Column("org_type", "类型", 8, "center"),
    Column("unit_name", "所在单位", 14),
    Column("covered", "涵盖单位", 3.8, "right"),
    Column("workers_total", "职工人数", 4.9, "right"),
    Column("members_total", "会员人数", 4.9, "right"),
    Column("chair", "工会主席", 5.6, "center"),
    Column("phone", "联系电话", 7, "center"),
    Column("founded_on", "建会日期", 6.2, "center"),
    Column("expires_on", "届满日期", 6.2, "center"),
    Column("is_registered", "法人登记", 4, "center"),
    Column("has_audit", "经审会", 4.7, "center"),
    Column("has_women", "女工委", 4.7, "center"),
)


def union_roster(store: Store, request: Request) -> Document:
    """Return the single and joint unions that exist at the period's end, by type and age."""
    ledger = Ledger(store, request.period)
    unions = sorted(living_unions(ledger), key=_order)
    covered = Counter(one.union for one in covered_units(ledger))
    expiry = _expiry_by_union(ledger)
    author = store.town().union_name
    roster = Roster(
        title="基层工会花名册",
        author=author,
        columns=[one for one in COLUMNS if not (request.is_posted and one.key == "phone")],
        rows=[_row(one, covered[one.id], expiry.get(one.id)) for one in unions],
        totals={
            "name": f"{len(unions)}家",
            "covered": sum_of(covered.values()),
            "workers_total": sum_of(one.workers_total for one in unions),
            "members_total": sum_of(one.members_total for one in unions),
        },
        right=f"截止日期：{say_day(request.period.as_of)}",
    )
    return roster.document()


def _order(union: Union) -> tuple[str, date, str]:
    founded = union.founded_on.first() if union.founded_on else date.max
    return union.org_type, founded, union.name


def _expiry_by_union(ledger: Ledger) -> dict[int | None, date | None]:
    """Return when the committee in office goes out, by union; terms come in order of election."""
    terms = [one for one in ledger.all(UnionTerm) if ledger.period.has_reached(one.elected_on)]
    return {one.union: one.extended_to or one.expires_on for one in terms}


def _row(union: Union, covered: int, expires_on: date | None) -> Mapping[str, str]:
    fields = fields_of(Union)
    names = (
        "name",
        "org_type",
        "unit_name",
        "workers_total",
        "members_total",
        "chair",
        "phone",
        "founded_on",
    )
    return {
        **{name: fields[name].show(getattr(union, name)) for name in names},
        "covered": shown(covered) if union.org_type == JOINT else "",
        "expires_on": show_day(expires_on) if expires_on else "",
        "is_registered": _tick(is_there=bool(union.credit_code)),
        "has_audit": _tick(is_there=union.has_audit),
        "has_women": _tick(is_there=union.has_women),
    }


def _tick(*, is_there: bool) -> str:
    return "√" if is_there else ""
