"""Figures about parts of the membership, and how it grew."""

from collections.abc import Callable
from functools import partial

from models import codes
from models.figures import member_tallies
from models.figures.figure import Count, Definition, Ledger, number_of
from models.figures.members import (
    LEFT_BY_CHANGE,
    changed,
    is_in_new_form,
    joined_who,
    members_who,
    share_who,
)
from models.records.members import Member

CAME_BY_CHANGE = ("1", "2", "7")
RETAINED = "retained"


def is_in_eight_groups(member: Member) -> bool:
    """Whether a member works in one of the eight groups that are to be organised first."""
    groups = codes.table("new_employment_group").codes_where("in_eight_groups")
    return member.new_group in groups


def is_woman(member: Member) -> bool:
    """Whether a member is a woman."""
    return member.sex == member_tallies.FEMALE


def retained(ledger: Ledger) -> Count:
    """Return those whose membership rests on the day of counting."""
    return number_of(
        [
            one
            for one in ledger.all(Member)
            if one.status == RETAINED
            and (one.status_on is None or ledger.period.has_reached(one.status_on))
        ]
    )


def net_growth(ledger: Ledger) -> Count:
    """Return how many more came than left in the period, each once on either side."""
    came, left = changed(ledger, *CAME_BY_CHANGE), changed(ledger, *LEFT_BY_CHANGE)
    return Count(len(came) - len(left), tuple({one.id: one for one in (*came, *left)}.values()))


def _definition(
    code: str,
    label: str,
    count: Callable[[Ledger], Count],
    *,
    basis: str,
    is_flow: bool = False,
    tally: Callable[[Ledger], Count] | None = None,
) -> Definition:
    return Definition(
        code=code,
        label=label,
        unit="人",
        kind="flow" if is_flow else "stock",
        basis=basis,
        count=count,
        is_approximate=True,
        tally=tally,
    )


def _rate(
    code: str, label: str, part: str, holds: Callable[[Member], bool], *, basis: str
) -> Definition:
    return Definition(
        code=code,
        label=label,
        unit="%",
        kind="rate",
        basis=basis,
        count=partial(share_who, holds),
        tally=member_tallies.members_share(part),
    )


DEFINITIONS: tuple[Definition, ...] = (
    _definition(
        "members_eight_groups",
        "其中：八大群体会员",
        partial(members_who, is_in_eight_groups),
        basis="在册会员中新就业形态为货车司机、快递员、护工护理员、家政服务员、商场信息员、"
        "网约送餐员、房产中介员、保安员的",
        tally=member_tallies.members("eight"),
    ),
    _definition(
        "members_verified",
        "其中：已实名认证会员",
        partial(members_who, lambda one: one.verified),
        basis="在册会员中勾选实名认证的",
        tally=member_tallies.members("verified"),
    ),
    _definition(
        "members_retained",
        "保留会籍会员",
        retained,
        basis="会员名册中会籍状态为保留会籍、状态起始不晚于截止日期的",
    ),
    _definition(
        "members_new_female",
        "新发展会员中：女职工",
        partial(joined_who, is_woman),
        basis="本期入会的会员中性别为女的",
        is_flow=True,
        tally=member_tallies.joined("female"),
    ),
    _definition(
        "members_net",
        "会员净增",
        net_growth,
        basis="本期入会、转入、恢复会籍的会员减去本期转出、除名、退会、死亡的，两边都是一人算一次",
        is_flow=True,
        tally=member_tallies.more_than(CAME_BY_CHANGE, LEFT_BY_CHANGE),
    ),
    _rate(
        "members_female_share",
        "女会员占比",
        "female",
        is_woman,
        basis="女会员 ÷ 在册会员数",
    ),
    _rate(
        "members_new_form_share",
        "新就业形态劳动者会员占比",
        "new_form",
        is_in_new_form,
        basis="填了新就业形态群体的在册会员 ÷ 在册会员数",
    ),
)
