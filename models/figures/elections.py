"""Figures about applications and replies, elections, offices held, and legal certificates."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from models import codes
from models.figures import unit_tallies
from models.figures.defining import flow, rate, stock
from models.figures.figure import Count, Definition, Ledger, number_of, rate_of
from models.figures.organisation import SINGLE, covered_units, latest_data, living_unions
from models.records.elections import Application, Election, LegalCertificate, Post
from models.records.unions import Union, UnionTerm
from models.records.units import Unit, UnitYear
from models.rules.elections import CHAIR, REFUSED, REPLIED
from models.rules.local import limit
from models.values.text import name_key

FULLTIME, PARTTIME, HIRED = "1", "2", "4"
LARGE = 100


def current_posts(ledger: Ledger) -> list[Post]:
    """Return the offices that are held on the day of counting."""
    day = ledger.period.as_of
    return [one for one in ledger.all(Post) if Post.about.is_alive(one, day)]


def officers(ledger: Ledger, fulltime: str = "") -> Count:
    """Return the people in office, each once however many offices they hold."""
    found: dict[object, Post] = {}
    for one in ledger.once(current_posts):
        if fulltime in ("", one.fulltime):
            found.setdefault(one.person or (one.union_name, name_key(one.person_name)), one)
    return number_of(list(found.values()))


def certified(ledger: Ledger) -> dict[int, LegalCertificate]:
    """Return the valid certificate of each union."""
    day = ledger.period.as_of
    by_name = {name_key(one.name): one.id for one in ledger.all(Union)}
    found: dict[int, LegalCertificate] = {}
    for one in ledger.all(LegalCertificate):
        is_issued = one.valid_from is None or one.valid_from <= day
        union = one.union or by_name.get(name_key(one.union_name))
        if union is not None and is_issued and LegalCertificate.about.is_alive(one, day):
            found[union] = one
    return found


def unions_with(holds: Callable[[Union], bool], ledger: Ledger) -> Count:
    """Return the living unions of which something is true."""
    return number_of([one for one in living_unions(ledger) if holds(one)])


def share_with(holds: Callable[[Union], bool], ledger: Ledger) -> Count:
    """Return the share of living unions of which something is true."""
    living = living_unions(ledger)
    others = [one for one in living if not holds(one)]
    return rate_of([one for one in living if holds(one)], others)


def certificates(ledger: Ledger) -> Count:
    """Return the living unions that hold a valid certificate."""
    held = ledger.once(certified)
    return unions_with(lambda one: one.id in held, ledger)


def certificate_rate(ledger: Ledger) -> Count:
    """Return the share of living unions that hold a valid certificate."""
    held = ledger.once(certified)
    return share_with(lambda one: one.id in held, ledger)


def terms_due(ledger: Ledger) -> list[UnionTerm]:
    """Return the terms of living unions that end in the period, one a union."""
    living = {one.id for one in living_unions(ledger)}
    found: dict[int | None, UnionTerm] = {}
    for one in ledger.all(UnionTerm):
        if one.union in living and ledger.period.holds(one.extended_to or one.expires_on):
            found[one.union] = one
    return list(found.values())


def renewal_rate(ledger: Ledger) -> Count:
    """Return the share of terms ending in the period whose union elected anew in it."""
    terms = ledger.all(UnionTerm)
    elected = {one.union for one in terms if ledger.period.holds(one.elected_on)}
    due = terms_due(ledger)
    done = [one for one in due if one.union in elected]
    return rate_of(done, [one for one in due if one.union not in elected])


def women_committees_due(ledger: Ledger) -> Count:
    """Return the unions with enough women members that have no women's committee yet."""
    least = limit(ledger.store, "women_committee_min", ledger.period.as_of)
    enough = least.whole if least else 0

    def is_due(union: Union) -> bool:
        return bool(enough) and (union.members_female or 0) >= enough and not union.has_women

    return unions_with(is_due, ledger)


def replied(ledger: Ledger, *kinds: str) -> Count:
    """Return the applications of some kinds that were replied to in the period."""
    return number_of(
        [
            one
            for one in ledger.during(Application, "reply_on")
            if one.status == REPLIED and (not kinds or one.kind in kinds)
        ]
    )


def waiting(ledger: Ledger) -> Count:
    """Return the applications that were made by the day of counting and not answered."""
    return number_of(
        [
            one
            for one in ledger.all(Application)
            if ledger.period.has_reached(one.received_on or one.request_on)
            and one.status != REFUSED
            and not ledger.period.has_reached(one.reply_on)
        ]
    )


def elections_held(ledger: Ledger) -> Count:
    """Return the elections of the period, those that are only planned left out."""
    return number_of(
        [one for one in ledger.during(Election, "held_on") if one.status not in ("", "planned")]
    )


def _women(ledger: Ledger) -> Count:
    chairs = [one for one in ledger.once(current_posts) if one.position == CHAIR]
    women = [one for one in chairs if one.sex == "2"]
    return rate_of(women, [one for one in chairs if one.sex != "2"])


def vacant_chairs(ledger: Ledger) -> Count:
    """Return the unions whose last chair left longer ago than the local rules allow."""
    day = ledger.period.as_of
    most = limit(ledger.store, "vacancy_days", day)
    latest: dict[object, Post] = {}
    for one in ledger.all(Post):
        if one.position != CHAIR or (one.from_on is not None and one.from_on > day):
            continue
        known = latest.get(one.union_name)
        if known is None or (known.to_on or date.max) <= (one.to_on or date.max):
            latest[one.union_name] = one
    late = timedelta(days=most.whole if most else 0)
    return number_of(
        [one for one in latest.values() if one.to_on is not None and one.to_on + late < day]
    )


def units_with_union(ledger: Ledger) -> list[Unit]:
    """Return the units that have a union of their own or are covered by a joint one."""
    singles = [one for one in living_unions(ledger) if one.org_type == SINGLE]
    numbers = {ledger.unit_of(one) for one in singles}
    numbers |= {ledger.unit_of(one) for one in covered_units(ledger)}
    return [one for one in ledger.all(Unit) if one.id in numbers]


def union_rate(ledger: Ledger, least_workers: int = 0) -> Count:
    """Return the share of working units, of some size or of any, that have a union."""
    ended = codes.table("operating_status").codes_where("ended")
    data = latest_data(ledger)
    units = [
        one
        for one in ledger.all(Unit)
        if one.operating_status not in ended
        and (not least_workers or _workers(data.get(one.id or 0)) >= least_workers)
    ]
    covered = {one.id for one in ledger.once(units_with_union)}
    others = [one for one in units if one.id not in covered]
    return rate_of([one for one in units if one.id in covered], others)


def _workers(data: UnitYear | None) -> int:
    return (data.workers_total or 0) if data else 0


def revoked_unions(ledger: Ledger) -> Count:
    """Return the grassroots unions that ended in the period."""
    types = codes.table("union_type").codes_where("is_grassroots")
    return number_of([one for one in ledger.during(Union, "ended_on") if one.org_type in types])


DEFINITIONS: tuple[Definition, ...] = (
    stock(
        "officers_fulltime",
        "专职工会干部",
        "人",
        partial(officers, fulltime=FULLTIME),
        basis="工会任职中截止日期在任、专兼职为专职的，一人算一次",
    ),
    stock(
        "officers_parttime",
        "兼职工会干部",
        "人",
        partial(officers, fulltime=PARTTIME),
        basis="工会任职中截止日期在任、专兼职为兼职的，一人算一次",
    ),
    stock(
        "officers_hired",
        "社会化工会工作者",
        "人",
        partial(officers, fulltime=HIRED),
        basis="工会任职中截止日期在任、专兼职为社会化的，一人算一次",
    ),
    rate(
        "chairs_women_share",
        "女性工会主席占比",
        _women,
        basis="在任工会主席中性别为女的 ÷ 在任工会主席",
    ),
    stock(
        "unions_audit",
        "建立经审组织的基层工会",
        "家",
        partial(unions_with, lambda one: one.has_audit),
        basis="在册基层工会中勾选经审会的",
    ),
    stock(
        "unions_women",
        "建立女职工组织的基层工会",
        "家",
        partial(unions_with, lambda one: one.has_women),
        basis="在册基层工会中勾选女职工委员会的",
    ),
    stock(
        "unions_certified",
        "取得法人资格的基层工会",
        "家",
        certificates,
        basis="在册基层工会中截止日期有有效法人资格证书的",
    ),
    rate(
        "audit_rate",
        "经审组织组建率",
        partial(share_with, lambda one: one.has_audit),
        basis="建立经审组织的基层工会 ÷ 在册基层工会",
    ),
    rate(
        "women_rate",
        "女职工组织组建率",
        partial(share_with, lambda one: one.has_women),
        basis="建立女职工组织的基层工会 ÷ 在册基层工会",
    ),
    rate(
        "certified_rate",
        "法人登记率",
        certificate_rate,
        basis="取得法人资格的基层工会 ÷ 在册基层工会",
    ),
    rate(
        "renewal_rate",
        "按期换届率",
        renewal_rate,
        basis="届满（批准延期的按延期）在本期内的在册基层工会中，本期内选举了新一届的占多少",
    ),
    stock(
        "women_committees_due",
        "应建未建女职工委员会的基层工会",
        "家",
        women_committees_due,
        basis="在册基层工会中女会员达到本地规定人数、没有勾选女职工委员会的",
    ),
    stock(
        "chairs_vacant",
        "主席空缺超期的基层工会",
        "家",
        vacant_chairs,
        basis="工会任职中主席已经届满或离任、超过本地规定的空缺期限还没有新主席在任的",
    ),
    stock(
        "units_with_union",
        "已建会和涵盖的单位",
        "家",
        lambda ledger: number_of(ledger.once(units_with_union)),
        basis="在册单独基层工会的所在单位，加上在册联合基层工会涵盖的单位，一个单位算一家",
        tally=unit_tallies.units(unit_tallies.with_union),
    ),
    rate(
        "union_rate",
        "建会率（单位）",
        union_rate,
        basis="已建会和涵盖的单位 ÷ 单位台账中经营状态不是关闭、破产、注销、不存在、迁出、重复的单位",
        tally=unit_tallies.union_rate,
    ),
    rate(
        "union_rate_large",
        "百人以上单位建会率",
        partial(union_rate, least_workers=LARGE),
        basis="最近一次年度数据职工100人以上的在营单位中，已建会和涵盖的占多少",
    ),
    flow(
        "unions_revoked",
        "撤销合并基层工会",
        "家",
        revoked_unions,
        basis="单独和联合基层工会中撤销日期在本期内的",
    ),
    flow(
        "applications_replied",
        "批复工会申请",
        "件",
        replied,
        basis="申请审批中办理情况为已批复、批复日期在本期内的",
    ),
    stock(
        "applications_waiting",
        "未批复的工会申请",
        "件",
        waiting,
        basis="申请审批中截止日期前收到（没有收到日期的看请示日期）、还没有批复的，未批准的不算",
    ),
    flow(
        "elections_held",
        "基层工会选举",
        "次",
        elections_held,
        basis="选举登记中选举日期在本期内的，拟选举的不算；同一次大会选两个委员会算两次",
    ),
)
