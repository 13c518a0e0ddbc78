"""Figures about units, unions and the upkeep of the company database."""

from collections.abc import Collection, Iterable
from functools import partial
from typing import TypeVar

from models import codes
from models.figures import unit_tallies
from models.figures.figure import Count, Definition, Ledger, NamesUnit, number_of, rate_of
from models.periods import Period
from models.records.democracy import DemocracyYear
from models.records.papers import Document
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.values.text import name_key

N = TypeVar("N", bound=NamesUnit)
SINGLE, JOINT = "10", "20"
COOPERATIVE, HOTEL, RESTAURANT, MARKET = "07", "08", "09", "10"
REPLY, FOUNDING = "5", "1"
SEALS, PLATE, BOARD = ("1", "2"), "3", "4"


def latest_items(ledger: Ledger) -> list[MaintenanceItem]:
    """Return the companies of the latest round of upkeep that belongs to the period."""
    years = range(ledger.period.first.year, ledger.period.last.year + 1)
    rounds = [one for one in ledger.all(MaintenanceBatch) if one.year in years]
    if not rounds:
        return []
    latest = max(one.year or 0 for one in rounds)
    ids = {one.id for one in rounds if one.year == latest}
    return [one for one in ledger.all(MaintenanceItem) if one.batch in ids]


def preset_items(ledger: Ledger) -> list[MaintenanceItem]:
    """Return the year's preset companies, each once: where it was checked, if it was."""
    found: dict[object, MaintenanceItem] = {}
    for one in latest_items(ledger):
        company = one.unit or name_key(one.preset_name)
        if one.is_preset and (company not in found or _is_done(one, ledger.period)):
            found[company] = one
    return list(found.values())


def maintained_items(ledger: Ledger) -> list[MaintenanceItem]:
    """Return the preset companies that were checked by the cut-off day."""
    return [one for one in preset_items(ledger) if _is_done(one, ledger.period)]


def _is_done(item: MaintenanceItem, period: Period) -> bool:
    done = codes.table("maintenance_result").codes_where("counts_as_maintained")
    return item.result in done and (item.done_on is None or period.has_reached(item.done_on))


def maintenance_rate(ledger: Ledger) -> Count:
    """Return the share of preset companies that were checked."""
    done = maintained_items(ledger)
    ids = {one.id for one in done}
    return rate_of(done, [one for one in preset_items(ledger) if one.id not in ids])


def latest_data(ledger: Ledger) -> dict[int, UnitYear]:
    """Return every unit's latest headcount by the cut-off day."""
    return ledger.once(_latest_data)


def _latest_data(ledger: Ledger) -> dict[int, UnitYear]:
    rows = ledger.latest(UnitYear, "unit", "as_of")
    return {one.unit: one for one in rows if one.unit is not None}


def above_scale_units(ledger: Ledger) -> list[Unit]:
    """Return the units that were above scale at the cut-off day."""
    # A file whose yearly data tick nobody got its lists without that column: then the ticks of
    # the year's democratic management are all that is known.
    ids = _ticked_in_data(ledger) or _ticked_in_democracy(ledger)
    return [one for one in ledger.all(Unit) if one.id in ids]


def _ticked_in_data(ledger: Ledger) -> set[object]:
    return {unit for unit, data in latest_data(ledger).items() if data.above_scale}


def _ticked_in_democracy(ledger: Ledger) -> set[object]:
    return {
        ledger.unit_of(one)
        for one in ledger.all(DemocracyYear)
        if one.is_above_scale and one.year == ledger.period.year
    }


def living_unions(ledger: Ledger) -> list[Union]:
    """Return the grassroots unions, single and joint, that exist at the cut-off day."""
    return list(ledger.once(_living_unions))


def _living_unions(ledger: Ledger) -> list[Union]:
    return unions_of(ledger, codes.table("union_type").codes_where("is_grassroots"))


def unions_of(ledger: Ledger, types: Collection[str]) -> list[Union]:
    """Return the unions of some types that exist at the cut-off day."""
    return [
        one
        for one in ledger.all(Union)
        if one.org_type in types
        and ledger.period.has_reached(one.founded_on)
        and _is_alive(one, ledger.period)
    ]


def _is_alive(union: Union, period: Period) -> bool:
    if union.ended_on is not None:
        return union.ended_on > period.as_of
    return not union.status or union.status in codes.table("union_status").codes_where("counted")


def new_unions(ledger: Ledger, org_type: str = "") -> list[Union]:
    """Return the unions founded in the period, of one type or of any."""
    return [
        one
        for one in living_unions(ledger)
        if ledger.period.holds(one.founded_on) and org_type in ("", one.org_type)
    ]


def carrier_of(ledger: Ledger, union: Union) -> str:
    """Return what kind of body a union was built on."""
    number = ledger.unit_of(union)
    unit = ledger.get(Unit, number) if isinstance(number, int) else None
    return union.carrier_type or (unit.carrier_type if unit else "")


def new_unions_on(ledger: Ledger, carrier: str) -> Count:
    """Return the new single unions built on one kind of body."""
    found = new_unions(ledger, SINGLE)
    return number_of([one for one in found if carrier_of(ledger, one) == carrier])


def covered_units(ledger: Ledger) -> list[UnionUnit]:
    """Return the units that living joint unions cover, each unit once."""
    return list(ledger.once(_covered_units))


def _covered_units(ledger: Ledger) -> list[UnionUnit]:
    return each_once(ledger, ledger.once(rows_of_covered_units))


def rows_of_covered_units(ledger: Ledger) -> list[UnionUnit]:
    """Return all rows by which living joint unions cover units."""
    joint = {one.id for one in living_unions(ledger) if one.org_type == JOINT}
    return [
        one
        for one in ledger.all(UnionUnit)
        if one.union in joint and _is_covered(one, ledger.period)
    ]


def each_once(ledger: Ledger, rows: Iterable[N]) -> list[N]:
    """Return the first of the rows about each unit."""
    found: dict[object, N] = {}
    for one in rows:
        found.setdefault(ledger.unit_of(one), one)
    return list(found.values())


def _is_covered(covered: UnionUnit, period: Period) -> bool:
    has_joined = covered.joined_on is None or period.has_reached(covered.joined_on)
    return has_joined and (covered.left_on is None or covered.left_on > period.as_of)


def founding_replies(ledger: Ledger) -> list[Document]:
    """Return the replies of the period that agree to a union's founding."""
    return [
        one
        for one in ledger.during(Document, "issued_on")
        if one.kind == REPLY and one.matter == FOUNDING
    ]


def issued(ledger: Ledger, *items: str) -> Count:
    """Return how many pieces of some kinds were handed to unions in the period."""
    found = [one for one in ledger.during(IssuedItem, "issued_on") if one.item in items]
    return Count(sum(one.quantity or 0 for one in found), tuple(found))


def renewed_terms(ledger: Ledger) -> list[UnionTerm]:
    """Return the terms after the first that began in the period, the latest of each union."""
    unions = {one.id for one in living_unions(ledger)}
    found = {
        one.union: one
        for one in ledger.during(UnionTerm, "elected_on")
        if one.union in unions and (one.session_no or 0) > 1
    }
    return list(found.values())


def members_total(ledger: Ledger) -> Count:
    """Return the members that living unions declare."""
    found = [one for one in living_unions(ledger) if one.members_total]
    return Count(sum(one.members_total or 0 for one in found), tuple(found))


DEFINITIONS = (
    Definition(
        code="unit_total",
        label="法人数据库企业数（预置）",
        unit="家",
        kind="stock",
        basis="本年度数据库维护批次中的预置单位，一个单位算一家；新发现的单位不算",
        count=lambda ledger: number_of(preset_items(ledger)),
    ),
    Definition(
        code="unit_maintained",
        label="已维护企业数",
        unit="家",
        kind="stock",
        basis="预置单位中维护结果为核实无变化、核实并更新、事实不存在、注销、迁出的；无法联系和空白不算",
        count=lambda ledger: number_of(maintained_items(ledger)),
    ),
    Definition(
        code="maint_rate",
        label="数据库信息维护率",
        unit="%",
        kind="rate",
        basis="已维护企业数 ÷ 预置单位数",
        count=maintenance_rate,
        places=0,
    ),
    Definition(
        code="above_scale_total",
        label="规模以上企业数",
        unit="家",
        kind="stock",
        basis="截止日期前最近一次年度数据勾选“规模以上”的单位；年度数据一家都没勾选时，看本年度民主管理情况",
        count=lambda ledger: number_of(above_scale_units(ledger)),
        tally=lambda ledger: Count(
            unit_tallies.above_scale(ledger) or len(above_scale_units(ledger))
        ),
    ),
    Definition(
        code="unions_total",
        label="基层工会组织数（年末）",
        unit="家",
        kind="stock",
        basis="单独和联合基层工会，截止日期前已建会且未撤销；工会联合会、分会、小组不算",
        count=lambda ledger: number_of(living_unions(ledger)),
        tally=unit_tallies.unions,
    ),
    Definition(
        code="unions_new",
        label="新建基层工会",
        unit="家",
        kind="flow",
        basis="建会日期在本期内的单独和联合基层工会，本期内又撤销的不算",
        count=lambda ledger: number_of(new_unions(ledger)),
        tally=unit_tallies.founded(),
    ),
    Definition(
        code="unions_new_single",
        label="其中：单独建会",
        unit="家",
        kind="flow",
        basis="新建基层工会中的单独基层工会",
        count=lambda ledger: number_of(new_unions(ledger, SINGLE)),
        tally=unit_tallies.founded(SINGLE),
    ),
    Definition(
        code="unions_new_joint",
        label="其中：联合建会",
        unit="家",
        kind="flow",
        basis="新建基层工会中的联合基层工会",
        count=lambda ledger: number_of(new_unions(ledger, JOINT)),
        tally=unit_tallies.founded(JOINT),
    ),
    *(
        Definition(
            code=code,
            label=f"新建工会中：{name}",
            unit="家",
            kind="flow",
            basis=f"新建单独基层工会中建会载体（空着时看所在单位类别）为{name}的",
            count=partial(new_unions_on, carrier=carrier),
        )
        for code, name, carrier in (
            ("unions_new_coop", "农民专业合作社", COOPERATIVE),
            ("unions_new_hotel", "宾馆酒店", HOTEL),
            ("unions_new_restaurant", "饭店餐饮", RESTAURANT),
            ("unions_new_market", "超市商场", MARKET),
        )
    ),
    Definition(
        code="joint_units",
        label="联合基层工会涵盖单位数",
        unit="家",
        kind="stock",
        basis="在册联合基层工会涵盖的单位，一个单位算一家，已退出的不算",
        count=lambda ledger: number_of(covered_units(ledger)),
        tally=unit_tallies.covered,
    ),
    Definition(
        code="union_members",
        label="基层工会会员数（工会报数）",
        unit="人",
        kind="stock",
        basis="在册基层工会报来的会员人数合计",
        count=members_total,
        is_approximate=True,
    ),
    Definition(
        code="union_replies",
        label="建会批复文件数",
        unit="件",
        kind="flow",
        basis="发文登记中文种为批复、批复事项为同意成立工会、成文日期在本期内的",
        count=lambda ledger: number_of(founding_replies(ledger)),
    ),
    Definition(
        code="terms_renewed",
        label="完成换届的基层工会",
        unit="家",
        kind="flow",
        basis="在册基层工会的届次中，第二届及以后、选举日期在本期内的，一家工会算一家",
        count=lambda ledger: number_of(renewed_terms(ledger)),
    ),
    Definition(
        code="issued_seals",
        label="发放印章",
        unit="枚",
        kind="flow",
        basis="印章门牌发放中公章、财务章的数量，发放日期在本期内",
        count=lambda ledger: issued(ledger, *SEALS),
    ),
    Definition(
        code="issued_plates",
        label="发放门牌",
        unit="块",
        kind="flow",
        basis="印章门牌发放中门牌的数量，发放日期在本期内",
        count=lambda ledger: issued(ledger, PLATE),
    ),
    Definition(
        code="issued_boards",
        label="发放版面",
        unit="块",
        kind="flow",
        basis="印章门牌发放中版面的数量，发放日期在本期内",
        count=lambda ledger: issued(ledger, BOARD),
    ),
)
