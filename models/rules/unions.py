"""Checks on unions, covered units, terms and issued items."""

from collections.abc import Iterator
from dataclasses import replace

from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.values.dates import add_years

SINGLE, JOINT = "10", "20"
MOST_JOINT_UNITS = 10
# The first that fits; the ending 工会委员会 is the ordinary one of a single union.
TYPES_BY_NAME = (
    ("联合会", "30"),
    ("总工会", "50"),
    ("分工会", "70"),
    ("工会小组", "80"),
    ("联合工会", JOINT),
    ("联合基层工会", JOINT),
    ("工会委员会", SINGLE),
)
ENDED = frozenset({"merged", "revoked"})


def check_union(union: Union, lookup: Lookup) -> Iterator[Finding]:
    """Yield what cannot be true of a union, and what the statutes make doubtful."""
    workers, members = union.workers_total, union.members_total
    if workers is not None and members is not None and members > workers:
        yield warn("members_total", f"会员{members}人多于职工{workers}人，请核对")
    if members is not None and union.members_female is not None and union.members_female > members:
        yield error("members_female", f"女会员{union.members_female}人大于会员人数{members}人")
    for name in ("workers_female", "workers_migrant"):
        part = getattr(union, name)
        if workers is not None and part is not None and part > workers:
            yield error(name, f"{part}人大于职工人数{workers}人")
    if union.credit_code and not union.credit_code.startswith("81"):
        yield warn("credit_code", "工会的信用代码一般以81开头，请对照法人证书")
    if union.status in ENDED and union.ended_on is None:
        yield warn("ended_on", "已撤销或合并的工会要填撤销日期，年末才不再计入")
    if union.id and union.org_type == JOINT:
        yield from _check_joint(union, lookup)


def _check_joint(union: Union, lookup: Lookup) -> Iterator[Finding]:
    covered = lookup.find(UnionUnit, union=union.id)
    if len(covered) < 2:
        yield warn("org_type", "联合基层工会应有两个以上涵盖单位，请在下方“涵盖单位”里登记")
    if len(covered) > MOST_JOINT_UNITS:
        yield warn("org_type", f"涵盖{len(covered)}个单位，有的地方规定不超过{MOST_JOINT_UNITS}个")


def complete_union(union: Union) -> Union:
    """Fill in the type that the name tells and the status of a union that has been founded."""
    if not union.org_type:
        union = replace(union, org_type=_type_by_name(union.name))
    if not union.status and union.founded_on:
        union = replace(union, status="established")
    return union


def _type_by_name(name: str) -> str:
    return next((code for words, code in TYPES_BY_NAME if words in name), "")


def check_union_unit(covered: UnionUnit) -> Iterator[Finding]:
    """Yield more members than workers, or leaving before joining."""
    workers, members = covered.workers_total, covered.members_total
    if workers is not None and members is not None and members > workers:
        yield warn("members_total", f"会员{members}人多于职工{workers}人，请核对")
    if covered.joined_on and covered.left_on and covered.left_on < covered.joined_on.first():
        yield error("left_on", "退出日期早于加入日期")


def check_term(term: UnionTerm) -> Iterator[Finding]:
    """Yield a term of office that does not end as 工会法第十六条 has it."""
    if term.elected_on and term.expires_on and term.years:
        due = add_years(term.elected_on, int(term.years))
        if term.expires_on != due:
            yield warn("expires_on", f"按任期{term.years}年应为{due.isoformat()}届满")
        if term.expires_on <= term.elected_on:
            yield error("expires_on", "届满日期应晚于选举日期")
    if term.expires_on and term.extended_to and term.extended_to < term.expires_on:
        yield error("extended_to", "延期日期早于届满日期")


def complete_term(term: UnionTerm) -> UnionTerm:
    """Fill in when the term ends: the day of election plus its years."""
    if term.expires_on is None and term.elected_on and term.years:
        return replace(term, expires_on=add_years(term.elected_on, int(term.years)))
    return term


def check_issued_item(item: IssuedItem) -> Iterator[Finding]:
    """Yield dates of an issued item that are in the wrong order."""
    if item.made_on and item.issued_on and item.issued_on < item.made_on:
        yield error("issued_on", "发放日期早于制作日期")
    if item.issued_on and item.returned_on and item.returned_on < item.issued_on:
        yield error("returned_on", "缴销日期早于发放日期")


CHECKS: Rules = {
    "union_unit": check_union_unit,
    "union_term": check_term,
    "issue_item": check_issued_item,
}
CHECKS_ACROSS: Rules = {"union_org": check_union}
COMPLETIONS: Completions = {"union_org": complete_union, "union_term": complete_term}
