"""Figures about members, what changes in their membership, and transfers."""

from collections.abc import Callable
from datetime import date
from functools import partial

from models import codes
from models.figures.elections import units_with_union
from models.figures.figure import Count, Definition, Ledger, number_of, rate_of, share
from models.figures.member_tallies import (
    FEMALE,
    MEMBER_STATUSES,
    in_unions,
    members,
    members_share,
    of_joint,
    union_of_member,
)
from models.figures.member_tallies import changed as changed_tally
from models.figures.member_tallies import joined as joined_tally
from models.figures.organisation import JOINT, latest_data, living_unions
from models.figures.unit_tallies import with_union, workers_in, working
from models.records.members import Member, MemberChange, MemberTransfer, is_behind
from models.records.units import Unit
from models.rules.local import limit
from models.rules.members import JOINED
from models.values.dates import PartialDate

AT_WORK = "1"
LEFT_BY_CHANGE = ("4", "5", "6", "8")


def members_on(ledger: Ledger) -> list[Member]:
    """Return those who are members on the day of counting, by what had changed until then."""
    return ledger.once(_members_on)


def _members_on(ledger: Ledger) -> list[Member]:
    later: dict[int | None, list[MemberChange]] | None = None
    found = []
    for one in ledger.all(Member):
        if ledger.period.has_reached(one.status_on) or one.status_on is None:
            is_member = one.status in MEMBER_STATUSES
        else:
            later = _changes(ledger) if later is None else later
            is_member = _was_member(one, later.get(one.id, []), ledger)
        if is_member:
            found.append(one)
    return found


def _changes(ledger: Ledger) -> dict[int | None, list[MemberChange]]:
    found: dict[int | None, list[MemberChange]] = {}
    for one in ledger.all(MemberChange):
        found.setdefault(one.member, []).append(one)
    return found


def _was_member(member: Member, changes: list[MemberChange], ledger: Ledger) -> bool:
    """Whether somebody whose status is younger than the day of counting was a member then."""
    until = [one for one in changes if ledger.period.has_reached(one.changed_on)]
    if not until:
        return ledger.period.has_reached(member.joined_on)
    statuses = codes.table("member_change_type").by_code
    return statuses[until[-1].kind].extra["status"] in MEMBER_STATUSES


def members_who(holds: Callable[[Member], bool], ledger: Ledger) -> Count:
    """Return the members of whom something is true."""
    return number_of([one for one in members_on(ledger) if holds(one)])


def is_migrant(member: Member) -> bool:
    """Whether a member counts as a migrant worker."""
    return member.is_migrant == "1"


def is_in_new_form(member: Member) -> bool:
    """Whether a member works in one of the new forms of employment."""
    return member.new_group in codes.table("new_employment_group").codes_where("counts")


def share_who(holds: Callable[[Member], bool], ledger: Ledger) -> Count:
    """Return the share of members of whom something is true."""
    everyone = members_on(ledger)
    others = [one for one in everyone if not holds(one)]
    return rate_of([one for one in everyone if holds(one)], others)


def changed(ledger: Ledger, *kinds: str) -> list[MemberChange]:
    """Return the changes of some kinds in the period, one a member."""
    found: dict[int | None, MemberChange] = {}
    for one in ledger.during(MemberChange, "changed_on"):
        if one.kind in kinds:
            found.setdefault(one.member, one)
    return list(found.values())


def joined_who(holds: Callable[[Member], bool], ledger: Ledger) -> Count:
    """Return the members of whom something is true and who joined in the period."""
    people = (ledger.get(Member, one.member) for one in changed(ledger, JOINED))
    return number_of([one for one in people if one is not None and holds(one)])


def transfers(ledger: Ledger, *kinds: str) -> Count:
    """Return the transfers of some kinds that were received in the period."""
    return number_of(
        [
            one
            for one in ledger.during(MemberTransfer, "received_on")
            if one.kind in kinds and one.status == "received"
        ]
    )


def behind(ledger: Ledger) -> Count:
    """Return the members whose dues are more than half a year behind."""
    day = ledger.period.as_of
    return number_of([one for one in members_on(ledger) if is_behind(one, day)])


def past_retirement(ledger: Ledger) -> Count:
    """Return the members at work who have reached the age of retirement by the local rules."""
    day = ledger.period.as_of
    ages = {
        sex: limit(ledger.store, f"retire_age_{words}", day)
        for sex, words in (("1", "male"), (FEMALE, "female"))
    }
    found = []
    for one in members_on(ledger):
        age = ages.get(one.sex)
        is_old = age and one.birth and _years(one.birth, day) >= age.whole
        if is_old and one.work_status in ("", AT_WORK):
            found.append(one)
    return number_of(found)


def _years(birth: PartialDate, day: date) -> int:
    born = birth.last()
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def members_by_union(ledger: Ledger) -> dict[int, list[Member]]:
    """Return the members of each union: by the member's own entry, else by the unit's union."""
    union_of = union_of_member(ledger)
    found: dict[int, list[Member]] = {}
    for one in members_on(ledger):
        union = union_of(one.union, one.union_name, one.unit, one.unit_name)
        if union is not None:
            found.setdefault(union, []).append(one)
    return found


def members_in_unions(ledger: Ledger) -> Count:
    """Return the members of living unions: the roster's where there is one, else the declared."""
    roster = ledger.once(members_by_union)
    living = living_unions(ledger)
    counts = {one.id: len(roster.get(one.id or 0, ())) or one.members_total or 0 for one in living}
    return Count(sum(counts.values()), tuple(one for one in living if counts[one.id]))


def members_of_joint(ledger: Ledger) -> Count:
    """Return the members of joint unions in the roster."""
    roster = ledger.once(members_by_union)
    joint = [one for one in living_unions(ledger) if one.org_type == JOINT]
    return number_of([member for one in joint for member in roster.get(one.id or 0, ())])


def workers_in_unions(ledger: Ledger) -> tuple[int, tuple[Unit, ...]]:
    """Return how many people work in the units that have a union, and those units."""
    data = latest_data(ledger)
    found = [one for one in ledger.once(units_with_union) if one.id in data]
    return sum(data[one.id or 0].workers_total or 0 for one in found), tuple(found)


def joining_rate(ledger: Ledger) -> Count:
    """Return members out of those who work in units that have a union."""
    counted = ledger.once(members_in_unions)
    workers, units = workers_in_unions(ledger)
    return share(int(counted.value or 0), workers or None, counted.records, units)


def _joining_tally(ledger: Ledger) -> Count:
    workers = workers_in(ledger, with_union)
    return share(in_unions(ledger), workers or None, ())


def joining_rate_of_all(ledger: Ledger) -> Count:
    """Return members out of all who work in the township's units."""
    counted = ledger.once(members_in_unions)
    workers, units = workers_of_all(ledger)
    return share(int(counted.value or 0), workers or None, counted.records, units)


def _tally_of_all(ledger: Ledger) -> Count:
    workers = workers_in(ledger, working)
    return share(in_unions(ledger), workers or None, ())


def workers_of_all(ledger: Ledger) -> tuple[int, tuple[Unit, ...]]:
    """Return how many people work in the units that go on, and those units."""
    data = latest_data(ledger)
    ended = codes.table("operating_status").codes_where("ended")
    units = [
        one for one in ledger.all(Unit) if one.id in data and one.operating_status not in ended
    ]
    return sum(data[one.id or 0].workers_total or 0 for one in units), tuple(units)


def _definition(
    code: str,
    label: str,
    count: Callable[[Ledger], Count],
    *,
    basis: str,
    kind: str = "stock",
    tally: Callable[[Ledger], Count] | None = None,
) -> Definition:
    return Definition(
        code=code,
        label=label,
        unit="%" if kind == "rate" else "人",
        kind="rate" if kind == "rate" else "flow" if kind == "flow" else "stock",
        basis=basis,
        count=count,
        is_approximate=kind != "rate",
        tally=tally,
    )


DEFINITIONS: tuple[Definition, ...] = (
    _definition(
        "members_active",
        "在册会员数（实名制）",
        lambda ledger: number_of(members_on(ledger)),
        basis="会员名册中截止日期当天会籍为在册的（含正在转接的）；保留会籍、转出、退会、除名和待批准的不算",
        tally=members(),
    ),
    _definition(
        "members_female",
        "其中：女会员",
        partial(members_who, lambda one: one.sex == FEMALE),
        basis="在册会员中性别为女的",
        tally=members("female"),
    ),
    _definition(
        "members_migrant",
        "其中：农民工会员",
        partial(members_who, is_migrant),
        basis="在册会员中农民工会员为是的",
        tally=members("migrant"),
    ),
    _definition(
        "members_dispatch",
        "其中：劳务派遣工会员",
        partial(members_who, lambda one: one.is_dispatch),
        basis="在册会员中勾选劳务派遣的",
        tally=members("dispatch"),
    ),
    _definition(
        "members_new_form",
        "其中：新就业形态劳动者会员",
        partial(members_who, is_in_new_form),
        basis="在册会员中填了新就业形态群体的",
        tally=members("new_form"),
    ),
    _definition(
        "members_new",
        "新发展会员",
        partial(joined_who, lambda _one: True),
        basis="会籍变动为入会、日期在本期内的，一人算一次；转入和恢复的不算",
        kind="flow",
        tally=joined_tally(),
    ),
    _definition(
        "members_new_migrant",
        "新发展会员中：农民工",
        partial(joined_who, is_migrant),
        basis="本期入会的会员中农民工会员为是的",
        kind="flow",
        tally=joined_tally("migrant"),
    ),
    _definition(
        "members_new_new_form",
        "新发展会员中：新就业形态劳动者",
        partial(joined_who, is_in_new_form),
        basis="本期入会的会员中填了新就业形态群体的",
        kind="flow",
        tally=joined_tally("new_form"),
    ),
    _definition(
        "members_left",
        "减少会员",
        lambda ledger: number_of(changed(ledger, *LEFT_BY_CHANGE)),
        basis="会籍变动为转出、除名、退会、死亡、日期在本期内的，一人算一次",
        kind="flow",
        tally=changed_tally(*LEFT_BY_CHANGE),
    ),
    _definition(
        "members_moved_in",
        "转入会员",
        lambda ledger: number_of(changed(ledger, "2")),
        basis="会籍变动为转入、日期在本期内的，一人算一次",
        kind="flow",
        tally=changed_tally("2"),
    ),
    _definition(
        "members_moved_out",
        "转出会员",
        lambda ledger: number_of(changed(ledger, "4")),
        basis="会籍变动为转出、日期在本期内的，一人算一次",
        kind="flow",
        tally=changed_tally("4"),
    ),
    _definition(
        "member_transfers",
        "办结会员转接",
        lambda ledger: transfers(ledger, "1", "2", "3"),
        basis="会员转接登记中办理情况为已接收、接收日期在本期内的",
        kind="flow",
    ),
    _definition(
        "members_behind",
        "疑似退会会员",
        behind,
        basis="在册会员中会费交至的月份到截止日期超过6个月的（中国工会章程第六条）；没有填会费交至的不算",
    ),
    _definition(
        "members_past_retirement",
        "到退休年龄仍登记在岗的会员",
        past_retirement,
        basis="在册会员中就业状况为在岗或空白、截止日期已满本地规定的退休年龄的，供核对就业状况",
    ),
    _definition(
        "members_in_unions",
        "基层工会会员数（名册优先）",
        members_in_unions,
        basis="在册基层工会逐家计：名册里有会员的按名册，没有的按工会报来的会员人数",
        tally=lambda ledger: Count(in_unions(ledger)),
    ),
    _definition(
        "members_of_joint",
        "联合基层工会会员数",
        members_of_joint,
        basis="在册会员中所属工会是联合基层工会的；没有填所属工会的看工作单位由哪家工会涵盖",
        tally=of_joint,
    ),
    _definition(
        "members_migrant_share",
        "农民工会员占比",
        partial(share_who, is_migrant),
        basis="农民工会员 ÷ 在册会员数",
        kind="rate",
        tally=members_share("migrant"),
    ),
    _definition(
        "members_verified_rate",
        "实名认证率",
        partial(share_who, lambda one: one.verified),
        basis="勾选实名认证的在册会员 ÷ 在册会员数",
        kind="rate",
        tally=members_share("verified"),
    ),
    _definition(
        "joining_rate",
        "入会率（已建会单位）",
        joining_rate,
        basis="基层工会会员数（名册优先）÷ 已建会单位和涵盖单位最近一次年度数据的职工人数",
        kind="rate",
        tally=_joining_tally,
    ),
    _definition(
        "joining_rate_all",
        "入会率（全部单位）",
        joining_rate_of_all,
        basis="基层工会会员数（名册优先）÷ 全部在营单位最近一次年度数据的职工人数",
        kind="rate",
        tally=_tally_of_all,
    ),
)
