"""Figures of the union statistics about unions, their bodies and terms, officers and upkeep."""

from collections.abc import Callable
from functools import partial

from models import codes
from models.figures.defining import flow, rate, stock
from models.figures.elections import current_posts, terms_due
from models.figures.figure import Count, Definition, Ledger, number_of, rate_of
from models.figures.organisation import (
    JOINT,
    SINGLE,
    carrier_of,
    each_once,
    latest_items,
    living_unions,
    maintained_items,
    new_unions,
    new_unions_on,
    rows_of_covered_units,
    unions_of,
)
from models.records.elections import LegalCertificate, Post
from models.records.unions import Union, UnionUnit
from models.records.units import MaintenanceItem
from models.rules.elections import CHAIR
from models.values.text import name_key

AREA, TRADE = "30", "40"
VILLAGES, PARKS = frozenset({"05", "06"}), frozenset({"11", "12", "13"})
FOUND, GONE = "5", frozenset({"31", "32", "33"})
# Carriers that have a figure in organisation, which the office's first summary asked for.
NAMED_CARRIERS = frozenset({"07", "08", "09", "10"})
FULLTIME, SECONDED = "1", "3"


def unions_of_type(ledger: Ledger, org_type: str) -> Count:
    """Return the living unions of one type."""
    return number_of([one for one in living_unions(ledger) if one.org_type == org_type])


def unions_ticking(ledger: Ledger, name: str) -> Count:
    """Return the living unions that tick something."""
    return number_of([one for one in living_unions(ledger) if getattr(one, name)])


def declared(ledger: Ledger, name: str) -> Count:
    """Return the sum of one of the numbers that living unions declare."""
    found = [one for one in living_unions(ledger) if getattr(one, name)]
    return Count(sum(getattr(one, name) for one in found), tuple(found))


def net_growth(ledger: Ledger) -> Count:
    """Return the unions founded in the period less those that were there before it and ended."""
    founded = new_unions(ledger)
    types = codes.table("union_type").codes_where("is_grassroots")
    ended = [
        one
        for one in ledger.during(Union, "ended_on")
        if one.org_type in types and not ledger.period.holds(one.founded_on)
    ]
    return Count(len(founded) - len(ended), (*founded, *ended))


def federations(ledger: Ledger, org_type: str) -> Count:
    """Return the federations of one type that exist at the cut-off day."""
    return number_of(unions_of(ledger, frozenset({org_type})))


def new_joint_unions_on(ledger: Ledger, carriers: frozenset[str]) -> Count:
    """Return the new joint unions built on some kinds of body."""
    found = new_unions(ledger, JOINT)
    return number_of([one for one in found if carrier_of(ledger, one) in carriers])


def newly_covered(ledger: Ledger) -> list[UnionUnit]:
    """Return the units that joined a living joint union in the period."""
    rows = ledger.once(rows_of_covered_units)
    return each_once(ledger, (one for one in rows if ledger.period.holds(one.joined_on)))


def people_in_office(holds: Callable[[Post, int], bool], ledger: Ledger) -> Count:
    """Return the people whose office fits, each once; it is told the year of the period."""
    found: dict[object, Post] = {}
    for one in ledger.once(current_posts):
        if holds(one, ledger.period.year):
            key = one.person or (one.union_name, name_key(one.person_name))
            found.setdefault(key, one)
    return number_of(list(found.values()))


def issued_certificates(ledger: Ledger) -> list[LegalCertificate]:
    """Return the certificates issued in the period."""
    return ledger.during(LegalCertificate, "issued_on")


def uploaded(ledger: Ledger) -> list[MaintenanceItem]:
    """Return the checked preset companies that were handed up by the cut-off day."""
    found = maintained_items(ledger)
    return [one for one in found if ledger.period.has_reached(one.uploaded_on)]


def upload_rate(ledger: Ledger) -> Count:
    """Return the share of checked companies that were handed up."""
    done = uploaded(ledger)
    ids = {one.id for one in done}
    return rate_of(done, [one for one in maintained_items(ledger) if one.id not in ids])


def found_companies(ledger: Ledger) -> list[MaintenanceItem]:
    """Return the companies of the round that nobody had on the list."""
    return [
        one
        for one in latest_items(ledger)
        if one.result == FOUND and (one.done_on is None or ledger.period.has_reached(one.done_on))
    ]


def _by_carrier() -> tuple[Definition, ...]:
    return tuple(
        flow(
            f"unions_new_carrier_{line.code}",
            f"新建工会中：{line.name}",
            "家",
            partial(new_unions_on, carrier=line.code),
            basis=f"新建单独基层工会中建会载体（空着时看所在单位类别）为{line.name}的",
        )
        for line in codes.table("carrier_type").lines
        if line.code not in NAMED_CARRIERS
    )


def _flags() -> tuple[Definition, ...]:
    return tuple(
        stock(
            f"unions_{code}",
            f"{words}的基层工会",
            "家",
            partial(unions_ticking, name=name),
            basis=f"在册基层工会中勾选“{label}”的",
        )
        for code, name, words, label in (
            ("congress", "has_congress", "建立职代会", "职代会"),
            ("supervision", "has_supervision", "建立劳动法律监督组织", "劳动法律监督委员会"),
            ("seal", "has_seal", "有公章", "有公章"),
            ("bank", "has_bank", "有独立账户", "有独立账户"),
        )
    )


def _declared() -> tuple[Definition, ...]:
    return tuple(
        stock(
            code,
            f"基层工会{words}（工会报数）",
            "人",
            partial(declared, name=name),
            basis=f"在册基层工会报来的{words}人数合计",
        )
        for code, name, words in (
            ("union_workers", "workers_total", "职工"),
            ("union_members_female", "members_female", "女会员"),
            ("union_staff_fulltime", "staff_fulltime", "专职干部"),
            ("union_staff_parttime", "staff_parttime", "兼职干部"),
        )
    )


# Code, label, who is counted in a year, and how the basis says it.
_OFFICES: tuple[tuple[str, str, Callable[[Post, int], bool], str], ...] = (
    ("officers", "工会干部", lambda _one, _year: True, "工会任职中截止日期在任的"),
    (
        "officers_seconded",
        "挂职工会干部",
        lambda one, _year: one.fulltime == SECONDED,
        "工会任职中截止日期在任、专兼职为挂职的",
    ),
    (
        "chairs",
        "在任工会主席",
        lambda one, _year: one.position == CHAIR,
        "工会任职中截止日期在任、职务为工会主席的",
    ),
    (
        "chairs_fulltime",
        "专职工会主席",
        lambda one, _year: one.position == CHAIR and one.fulltime == FULLTIME,
        "在任工会主席中专兼职为专职的",
    ),
    (
        "officers_audit",
        "经费审查干部",
        lambda one, _year: one.committee == "02",
        "工会任职中截止日期在任、委员会为经费审查委员会的",
    ),
    (
        "officers_women",
        "女职工委员会干部",
        lambda one, _year: one.committee == "03",
        "工会任职中截止日期在任、委员会为女职工委员会的",
    ),
    (
        "officers_supervision",
        "劳动法律监督员",
        lambda one, _year: one.committee == "04",
        "工会任职中截止日期在任、委员会为劳动法律监督委员会的",
    ),
    (
        "officers_trained",
        "本年度参加培训的工会干部",
        lambda one, year: one.trained_in == year,
        "工会任职中截止日期在任、最近培训年度为本年度的",
    ),
)


def _offices() -> tuple[Definition, ...]:
    return tuple(
        stock(code, label, "人", partial(people_in_office, holds), basis=f"{basis}，一人算一次")
        for code, label, holds, basis in _OFFICES
    )


DEFINITIONS: tuple[Definition, ...] = (
    stock(
        "unions_single",
        "单独基层工会",
        "家",
        partial(unions_of_type, org_type=SINGLE),
        basis="在册基层工会中类型为单独基层工会的",
    ),
    stock(
        "unions_joint",
        "联合基层工会",
        "家",
        partial(unions_of_type, org_type=JOINT),
        basis="在册基层工会中类型为联合基层工会的",
    ),
    flow(
        "unions_net",
        "基层工会净增",
        "家",
        net_growth,
        basis="新建基层工会减去本期以前建会、本期内撤销的；本期内建会又撤销的两边都不算",
    ),
    stock(
        "unions_area",
        "区域性工会联合会",
        "家",
        partial(federations, org_type=AREA),
        basis="类型为区域性工会联合会，截止日期前已建会且未撤销的",
    ),
    stock(
        "unions_trade",
        "行业性工会联合会",
        "家",
        partial(federations, org_type=TRADE),
        basis="类型为行业性工会联合会，截止日期前已建会且未撤销的",
    ),
    *_by_carrier(),
    flow(
        "unions_new_joint_village",
        "新建村（社区）联合工会",
        "家",
        partial(new_joint_unions_on, carriers=VILLAGES),
        basis="新建联合基层工会中建会载体（空着时看所在单位类别）为村、社区的",
    ),
    flow(
        "unions_new_joint_park",
        "新建园区（楼宇、市场）联合工会",
        "家",
        partial(new_joint_unions_on, carriers=PARKS),
        basis="新建联合基层工会中建会载体（空着时看所在单位类别）为专业市场/商圈、楼宇、工业园区的",
    ),
    flow(
        "joint_units_new",
        "联合基层工会新涵盖单位",
        "家",
        lambda ledger: number_of(newly_covered(ledger)),
        basis="在册联合基层工会涵盖的单位中加入日期在本期内的，一个单位算一家，已退出的不算",
    ),
    *_flags(),
    *_declared(),
    flow(
        "terms_due",
        "应换届的基层工会",
        "家",
        lambda ledger: number_of(terms_due(ledger)),
        basis="在册基层工会的届次中，届满（批准延期的按延期）在本期内的，一家工会算一家",
    ),
    *_offices(),
    flow(
        "certificates_issued",
        "发放法人资格证书",
        "份",
        lambda ledger: number_of(issued_certificates(ledger)),
        basis="法人资格证书中发证日期在本期内的",
    ),
    stock(
        "unit_uploaded",
        "已上报维护结果的企业",
        "家",
        lambda ledger: number_of(uploaded(ledger)),
        basis="已维护企业中上报日期不晚于截止日期的",
    ),
    rate(
        "upload_rate", "数据库维护上报率", upload_rate, basis="已上报维护结果的企业 ÷ 已维护企业数"
    ),
    stock(
        "unit_gone",
        "核实不存在、注销、迁出的企业",
        "家",
        lambda ledger: number_of([one for one in maintained_items(ledger) if one.result in GONE]),
        basis="已维护企业中维护结果为事实不存在、注销、迁出的",
    ),
    stock(
        "unit_found",
        "维护中新发现的企业",
        "家",
        lambda ledger: number_of(found_companies(ledger)),
        basis="本年度数据库维护中维护结果为新增（非预置）的",
    ),
)
