"""The unions of the practice town with their covered units, terms, replies and seals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.practice.letters import Letter
from models.practice.names import TOWN, UNION, credit_code, person, phone, working_day
from models.practice.units import IDLE, WITH_UNION, Roll
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate, add_years

SINGLE, JOINT, FEDERATION = "10", "20", "30"
OLD, BEFORE = 25, 30
JOINT_SIZES = (8, 7, 6, 7, 6, 6)
OVERDUE = frozenset({3, 9, 14})
SMALL_SHOPS = ("柳溪老磨坊豆制品店", "石桥顺路修车铺")


@dataclass(frozen=True, slots=True)
class Plan:
    """A union as it will be saved, with the units that a joint one covers."""

    union: Union
    years: str = "3"
    covers: tuple[Unit, ...] = ()
    is_overdue: bool = False

    @property
    def founded_on(self) -> date:
        """Return the first day on which the union may have been founded."""
        founded = self.union.founded_on
        return founded.first() if founded else date(2012, 5, 1)

    def letter(self) -> Letter | None:
        """Return the reply that agreed to the founding, for unions of the last two years."""
        if self.founded_on.year < 2023 or self.union.org_type == FEDERATION:
            return None
        host = self.union.unit_name or TOWN
        title = f"关于同意成立{self.union.name}的批复"
        return Letter(self.founded_on, "5", title, host, matter="1", union=self.union.name)


def plan_unions(roll: Roll) -> list[Plan]:
    """Return every union that was ever founded in the practice town."""
    plans = [
        *_old_unions(roll),
        *_unions_of_2023(roll),
        *_unions_of_2024(roll),
        *_joint_unions(roll),
        Plan(_federation(roll)),
    ]
    return [
        replace(plan, union=_with_people(plan, place, roll)) for place, plan in enumerate(plans)
    ]


def _old_unions(roll: Roll) -> Iterator[Plan]:
    for place, unit in enumerate(roll.enterprises[:OLD]):
        year, month = 2013 + place * 3 % 10, 1 + place * 5 % 12
        founded = PartialDate(year, month, 6 + place % 20)
        if place % 8 == 6:
            founded = PartialDate(year) if place % 16 == 6 else PartialDate(year, month)
        years = "5" if place % 2 else "3"
        yield Plan(_single(unit, founded), years, is_overdue=place in OVERDUE)
    for place, unit in enumerate(roll.offices[:4]):
        yield Plan(_single(unit, PartialDate(2012 + place, 4, 18)), "5")
    revoked = _single(roll.enterprises[IDLE], PartialDate(2017, 8, 3))
    yield Plan(
        replace(
            revoked,
            status="revoked",
            ended_on=date(2023, 10, 20),
            end_reason="企业停产，职工已分流安置",
        )
    )


def _unions_of_2023(roll: Roll) -> Iterator[Plan]:
    hosts = (*roll.enterprises[OLD:BEFORE], roll.cooperatives[0], roll.restaurants[0])
    for place, unit in enumerate(hosts):
        yield Plan(_single(unit, _on(working_day(date(2023, 4, 11), place, 24))))


def _unions_of_2024(roll: Roll) -> Iterator[Plan]:
    hosts = (
        *roll.enterprises[BEFORE:WITH_UNION],
        *roll.cooperatives[1:4],
        *roll.hotels[:2],
        *roll.restaurants[1:5],
        *roll.markets[:3],
    )
    for place, unit in enumerate(hosts):
        yield Plan(_single(unit, _on(working_day(date(2024, 3, 12), place, 10))))


def _joint_unions(roll: Roll) -> Iterator[Plan]:
    founded = (
        *(date(2021, 6, 16), date(2023, 9, 14)),
        *(date(2024, 4, 18), date(2024, 5, 23), date(2024, 7, 11), date(2024, 9, 19)),
    )
    start = WITH_UNION
    for place, (day, size) in enumerate(zip(founded, JOINT_SIZES, strict=True)):
        host = roll.villages[place * 3]
        covers = roll.enterprises[start : start + size]
        start += size
        union = Union(
            name=f"{TOWN}{host.village}联合工会委员会",
            org_type=JOINT,
            org_form="5",
            level="60",
            unit=host.id,
            unit_name=host.name,
            founded_on=_on(day),
        )
        yield Plan(union, covers=covers)


def _federation(roll: Roll) -> Union:
    return Union(
        name=f"{TOWN}新材料产业园工会联合会",
        org_type=FEDERATION,
        org_form="3",
        level="60",
        founded_on=PartialDate(2022, 11),
        workers_total=sum(roll.workers(unit) for unit in roll.enterprises[:OLD]),
    )


def _single(unit: Unit, founded: PartialDate) -> Union:
    return Union(
        name=f"{unit.name}工会委员会",
        org_type=SINGLE,
        org_form="4",
        carrier_type=unit.carrier_type,
        level="70",
        unit=unit.id,
        unit_name=unit.name,
        founded_on=founded,
        build_mode="1",
    )


def _on(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _with_people(plan: Plan, place: int, roll: Roll) -> Union:
    workers = plan.union.workers_total or _workers(plan, roll)
    members = workers - workers * (place % 7) // 40
    is_large = workers >= 90
    return replace(
        plan.union,
        parent_name=UNION,
        credit_code=credit_code("81", 2000 + place) if is_large else "",
        chair=person(200 + place),
        phone=phone(2000 + place),
        workers_total=workers,
        workers_female=workers * (30 + place % 19) // 100,
        members_total=members,
        members_female=members * (28 + place % 17) // 100,
        staff_parttime=1 + place % 3,
        has_audit=True,
        has_women=workers >= 25,
        has_congress=is_large,
        has_supervision=is_large,
        has_seal=plan.union.ended_on is None,
        has_bank=is_large,
    )


def _workers(plan: Plan, roll: Roll) -> int:
    if plan.covers:
        return sum(roll.workers(unit) for unit in plan.covers)
    return next((roll.workers(unit) for unit in roll.all if unit.id == plan.union.unit), 0)


def save_unions(store: Store, plans: Sequence[Plan], letters: Sequence[Letter]) -> list[Union]:
    """Save the unions with the numbers of their replies, their terms and covered units."""
    numbers = {one.union: one.number for one in letters if one.matter == "1"}
    saved = []
    for plan in plans:
        union = store.save(replace(plan.union, reply_no=numbers.get(plan.union.name, "")))
        saved.append(union)
        for covered in _covered(plan, union):
            store.save(covered)
        for term in terms_of(plan):
            number = next(
                (one for one in letters if one.is_about(union.name, term.elected_on)), None
            )
            store.save(
                replace(
                    term,
                    union=union.id,
                    reply_no=number.number if number else "",
                    reply_on=number.day if number else None,
                )
            )
    return saved


def _covered(plan: Plan, union: Union) -> Iterator[UnionUnit]:
    for unit in plan.covers:
        yield UnionUnit(
            union=union.id,
            unit=unit.id,
            unit_name=unit.name,
            contact=unit.legal_person,
            phone=unit.phone,
            joined_on=union.founded_on,
        )
    if plan.covers and plan.founded_on.year == 2021:
        for shop in SMALL_SHOPS:
            yield UnionUnit(
                union=union.id,
                unit_name=shop,
                workers_total=3,
                members_total=3,
                joined_on=PartialDate(2022),
            )


def terms_of(plan: Plan) -> list[UnionTerm]:
    """Return the terms of office of a union up to the end of 2024."""
    if plan.union.org_type == FEDERATION:
        return []
    last = plan.union.ended_on or date(2024, 12, 31)
    terms: list[UnionTerm] = []
    elected = plan.founded_on
    while elected <= last and not (plan.is_overdue and terms and elected.year >= 2023):
        terms.append(
            UnionTerm(
                session_no=len(terms) + 1,
                elected_on=elected,
                years=plan.years,
                meeting_type="2" if (plan.union.workers_total or 0) >= 100 else "1",
                members_total=plan.union.members_total,
            )
        )
        elected = add_years(elected, int(plan.years))
    return terms


def renewal_letters(plans: Sequence[Plan]) -> Iterator[Letter]:
    """Return the replies to unions that were renewed in the last two years."""
    for plan in plans:
        for term in terms_of(plan):
            day = term.elected_on
            if day and day.year >= 2023 and (term.session_no or 0) > 1:
                title = f"关于同意{plan.union.name}换届的批复"
                yield Letter(
                    *(day, "5", title, plan.union.name),
                    matter="2",
                    union=plan.union.name,
                )


def founding_letters(plans: Sequence[Plan]) -> list[Letter]:
    """Return the replies to the unions founded in the last two years."""
    return [letter for letter in (plan.letter() for plan in plans) if letter]


def save_issued_items(store: Store, plans: Sequence[Plan], unions: Sequence[Union]) -> None:
    """Save the seal, the plate and the boards that every new union was given."""
    for plan, union in zip(plans, unions, strict=True):
        if plan.letter() is None:
            continue
        made = plan.founded_on + timedelta(days=8)
        for item, quantity, cost in (("1", 1, 18_000), ("3", 1, 12_000), ("4", 2, 26_000)):
            store.save(
                IssuedItem(
                    union=union.id,
                    union_name=union.name,
                    item=item,
                    quantity=quantity,
                    made_on=made,
                    issued_on=made + timedelta(days=5),
                    received_by=union.chair,
                    cost=cost,
                )
            )
