"""Practice records: negotiations at every stage, from a survey to the check on performance."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.negotiation_case import moved_on, read_case
from models.negotiation_contracts import usual_end
from models.practice.names import TOWN, UNION, person, phone, working_day
from models.records.bargaining import Campaign, Contract
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import Guide, GuidedUnit, PerformanceCheck
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store

WORKERS, EMPLOYER = "1", "2"
SINGLE, DISTRICT = "1", "3"
WAGES, WOMEN = "2", "3"
CHAMBER = f"{TOWN}工商业联合会"
CUT_OFF = date(2024, 12, 31)
# How far each of the year's negotiations within one enterprise has come.
STAGES = (
    *("effective", "signed", "offer", "offer", "reply", "refused"),
    *("talking", "suspended", "draft", "vote"),
)
VOTED = frozenset({"vote", "signed", "effective"})
TOPICS = (
    ("1", "最低工资不低于当地标准并上浮一成", "同意上浮百分之五", "上浮百分之八", "%"),
    ("3", "平均工资增长百分之七", "增长百分之五", "增长百分之六", "%"),
    ("6", "加班工资按基本工资计算", "按岗位工资计算", "按基本工资计算，每月随工资发放", ""),
    ("7", "每月10日前发放工资", "每月15日前发放", "每月15日前足额发放", "日"),
)
FOUND = "工资条没有列明加班工资，未逐月交职工签收"


def add(store: Store) -> None:
    """Add negotiations of both years, their parts, checks on performance, and guides."""
    contracts = [one for one in store.all(Contract) if one.kind == WAGES]
    for year in (2023, 2024):
        _add_district(store, year, [one for one in contracts if _signed_in(one, year)])
    found = store.all(Union)
    unions = [one for one in found if one.unit is not None and one.carrier_type == "01"]
    for place, stage in enumerate(STAGES):
        _add_single(store, unions[place + 3], place, stage)
    _add_surveys(store)
    _add_checks(store, [one for one in contracts if _signed_in(one, 2024)])
    _add_guides(store)


def _signed_in(contract: Contract, year: int) -> bool:
    return contract.signed_on is not None and contract.signed_on.year == year


def _add_district(store: Store, year: int, contracts: list[Contract]) -> None:
    campaign = next(one for one in store.all(Campaign) if one.year == year)
    first = date(year, 3, 5)
    own = store.save(
        Negotiation(
            title=f"{TOWN}{year}年区域性工资集体协商",
            year=year,
            campaign=campaign.id,
            scope=DISTRICT,
            union_name=UNION,
            employer_party=CHAMBER,
            offer_side=WORKERS,
            offer_no=f"{TOWN}协要〔{year}〕1号",
            offer_on=first,
            received_on=first + timedelta(days=1),
            replied_on=first + timedelta(days=9),
            reply_result="1",
            data_given_on=date(year, 4, 1),
            drafted_on=date(year, 4, 29),
            result="1",
        )
    )
    _add_bench(store, own, 460, date(year, 3, 20), [(one.unit, one.unit_name) for one in contracts])
    for topic in TOPICS:
        _add_topic(store, own, topic, is_agreed=True)
    for number, day in enumerate((date(year, 4, 12), date(year, 4, 26)), start=1):
        _add_meeting(store, own, number, day)
    store.save(
        NegotiationVote(
            negotiation=own.id,
            body="3",
            held_on=date(year, 5, 8),
            should_attend=90,
            present=82,
            agree=79,
            oppose=1,
            abstain=2,
            resolution_no=f"{TOWN}职代决〔{year}〕1号",
        )
    )
    for contract in contracts:
        store.save(replace(contract, negotiation=own.id))
    _settle(store, own)


def _add_single(store: Store, union: Union, place: int, stage: str) -> None:
    first = working_day(date(2024, 9, 2), place, 6)
    received = first + timedelta(days=1)
    is_answered = stage != "offer"
    has_met = stage in {"talking", "suspended", "draft"} | VOTED
    drafted = first + timedelta(days=40) if stage in {"draft"} | VOTED else None
    own = store.save(
        Negotiation(
            year=2024,
            scope=SINGLE,
            unit=union.unit,
            unit_name=union.unit_name,
            union=union.id,
            union_name=union.name,
            employer_party=union.unit_name,
            offer_side=EMPLOYER if stage == "talking" else WORKERS,
            offer_no=f"协要〔2024〕{place + 1}号",
            offer_on=first,
            received_on=received,
            replied_on=received + timedelta(days=8) if is_answered else None,
            reply_result=("2" if stage == "refused" else "1") if is_answered else "",
            data_given_on=first + timedelta(days=14) if has_met else None,
            suspended_on=first + timedelta(days=30) if stage == "suspended" else None,
            suspend_reason="企业生产线检修，双方商定延期" if stage == "suspended" else "",
            drafted_on=drafted,
            result="1" if drafted else "",
        )
    )
    if has_met:
        _add_bench(
            store,
            own,
            520 + place * 10,
            first + timedelta(days=10),
            [(union.unit, union.unit_name)] * 3,
        )
        _add_meeting(store, own, 1, first + timedelta(days=24), is_last=drafted is not None)
    for topic in TOPICS[: 2 + place % 2]:
        _add_topic(store, own, topic, is_agreed=drafted is not None)
    if stage in VOTED:
        vote = NegotiationVote(
            negotiation=own.id,
            body="2",
            unit=union.unit,
            unit_name=union.unit_name,
            held_on=first + timedelta(days=50),
            should_attend=40,
            present=36,
            agree=33,
            oppose=1,
            abstain=2,
        )
        store.save(vote)
    if stage in {"signed", "effective"}:
        _add_contract(store, own, first + timedelta(days=53), is_effective=stage == "effective")
    _settle(store, own)


def _add_contract(store: Store, own: Negotiation, signed: date, *, is_effective: bool) -> None:
    filed = working_day(signed, 1, 3)
    store.save(
        Contract(
            negotiation=own.id,
            unit=own.unit,
            unit_name=own.unit_name,
            kind=WOMEN,
            scope=SINGLE,
            title=f"{own.unit_name}女职工权益保护专项集体合同",
            signed_on=signed,
            valid_from=signed,
            valid_to=usual_end(signed),
            workers_covered=40,
            filed_on=filed,
            received_on=filed,
            review_result="1" if is_effective else "",
            review_on=filed + timedelta(days=11) if is_effective else None,
            effective_on=filed + timedelta(days=11) if is_effective else None,
        )
    )


def _settle(store: Store, own: Negotiation) -> None:
    """Let the status say what the parts tell."""
    store.save(moved_on(read_case(store, own), CUT_OFF))


def _add_bench(
    store: Store,
    own: Negotiation,
    number: int,
    day: date,
    units: Sequence[tuple[int | None, str]],
) -> None:
    for side in (WORKERS, EMPLOYER):
        for place in range(3):
            is_worker, is_chief = side == WORKERS, place == 0
            people = number + place + (0 if is_worker else 5)
            delegate = Delegate(
                negotiation=own.id,
                side=side,
                person_name=person(people),
                sex="2" if place == 1 else "1",
                unit=units[place][0],
                unit_name=units[place][1],
                post=_post(is_worker=is_worker, place=place),
                is_chief=is_chief,
                is_frontline=is_worker and not is_chief,
                is_officer=is_worker and is_chief,
                elected_how=_origin(is_worker=is_worker, is_chief=is_chief),
                elected_on=day,
                vote_agree=61 if is_worker and not is_chief else None,
                vote_total=66 if is_worker and not is_chief else None,
                published_on=day + timedelta(days=3),
                phone=phone(people),
            )
            store.save(delegate)


def _post(*, is_worker: bool, place: int) -> str:
    if is_worker:
        return ("工会主席", "车间操作工", "质检员")[place]
    return ("总经理", "人力资源部经理", "财务部经理")[place]


def _origin(*, is_worker: bool, is_chief: bool) -> str:
    if is_worker:
        return "1" if is_chief else "2"
    return "7" if is_chief else "4"


def _add_meeting(
    store: Store, own: Negotiation, number: int, day: date, *, is_last: bool = True
) -> None:
    turn = own.offer_side if number % 2 else (EMPLOYER if own.offer_side == WORKERS else WORKERS)
    store.save(
        NegotiationMeeting(
            negotiation=own.id,
            sequence=number,
            held_on=day,
            held_at="14:30",
            place=f"{own.unit_name or TOWN}会议室",
            host_side=turn,
            host_name=person(470 + number),
            recorder=person(301),
            attended_workers=3,
            attended_employer=3,
            agenda="一、通报生产经营和工资支付情况；二、逐项协商议题",
            employer_said="订单基本稳定，愿意随效益提高工资",
            workers_said="希望明确增长幅度和发放日期",
            consensus="就增长幅度和发放日期达成一致" if is_last else "同意继续协商增长幅度",
            dissent="" if is_last else "增长幅度相差两个百分点",
            signed_all=is_last,
        )
    )


def _add_topic(
    store: Store,
    own: Negotiation,
    topic: tuple[str, str, str, str, str],
    *,
    is_agreed: bool,
) -> None:
    kind, demand, counter, agreed, unit_label = topic
    store.save(
        Topic(
            negotiation=own.id,
            kind=kind,
            demand=demand,
            counter=counter,
            agreed=agreed if is_agreed else "",
            unit_label=unit_label,
            source="1",
        )
    )


def _add_surveys(store: Store) -> None:
    district = store.find(Negotiation, scope=DISTRICT, year=2024)[0]
    for place, unit in enumerate(store.all(Unit)[10:16]):
        is_questionnaire = place % 3 != 2
        issued = 30 + place * 6
        store.save(
            TopicSurvey(
                negotiation=district.id,
                campaign=district.campaign,
                unit=unit.id,
                unit_name=unit.name,
                method="1" if is_questionnaire else "2",
                held_on=working_day(date(2024, 2, 19), place, 1),
                issued=issued if is_questionnaire else None,
                returned=issued - place % 3 if is_questionnaire else None,
                valid=issued - place % 3 - 1 if is_questionnaire else None,
                headcount=None if is_questionnaire else 18 + place,
                headcount_basis="" if is_questionnaire else "1",
                top_items="提高计件单价；按时发放加班工资",
            )
        )


def _add_checks(store: Store, contracts: list[Contract]) -> None:
    running = [one for one in contracts if one.ended_on is None]
    for place, contract in enumerate(running[:12]):
        is_wrong = place in {4, 9}
        day = working_day(date(2024, 11, 4), place, 1)
        store.save(
            PerformanceCheck(
                contract=contract.id,
                unit=contract.unit,
                unit_name=contract.unit_name,
                checked_on=day,
                checkers=f"{person(300)}、{person(301)}",
                method="3" if place % 2 else "2",
                minimum_wage="1",
                paid_monthly="1",
                raise_kept="1",
                overtime_paid="2" if is_wrong else "1",
                insured="1",
                quota_kept="3",
                women_protected="1",
                problems=FOUND if is_wrong else "",
                rectify_by=day + timedelta(days=14) if is_wrong else None,
                rectified_on=day + timedelta(days=10) if place == 4 else None,
                result="2" if is_wrong else "1",
            )
        )


def _add_guides(store: Store) -> None:
    units = store.all(Unit)
    for place in range(6):
        has_left = place == 5
        guide = store.save(
            Guide(
                person_name=person(340 + place),
                kind="1" if place < 2 else "2",
                unit_name=UNION if place < 2 else CHAMBER,
                post="集体协商专职指导员" if place < 2 else "会员企业联络员",
                cert_no=f"{TOWN}协指〔2022〕{place + 1}号",
                phone=phone(340 + place),
                from_on=date(2020, 3, 1) if has_left else date(2022, 3, 1),
                to_on=date(2022, 2, 28) if has_left else date(2025, 2, 28),
            )
        )
        for unit in units[20 + place * 3 : 23 + place * 3]:
            store.save(
                GuidedUnit(
                    guide=guide.id,
                    unit=unit.id,
                    unit_name=unit.name,
                    since=date(2022, 3, 15),
                    plan="先摸清工资水平，再帮助起草要约书",
                )
            )
