"""Negotiations as the tests of the core lay them on the desk."""

from dataclasses import replace
from datetime import date

from models.negotiation_case import read_case
from models.negotiation_stages import Stage, stages_of
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.local import WorkdayChange
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
)
from models.rules import checking
from models.store import Store

# What the State Council announced for spring and Labour Day 2024.
HOLIDAYS_2024 = {
    date(2024, 4, 4): False,
    date(2024, 4, 5): False,
    date(2024, 4, 7): True,
    date(2024, 4, 28): True,
    date(2024, 5, 1): False,
    date(2024, 5, 2): False,
    date(2024, 5, 3): False,
    date(2024, 5, 11): True,
}


def save(store: Store, *records: Record) -> None:
    with store.change("新增"):
        for one in records:
            store.save(one)


def settle_in(store: Store, region: str) -> None:
    with store.change("地区"):
        store.save(replace(store.town(), rule_region=region))


def know_holidays(store: Store) -> None:
    days = (WorkdayChange(day=day, is_workday=works) for day, works in HOLIDAYS_2024.items())
    save(store, *days)


def negotiation(store: Store, **values: object) -> Negotiation:
    given: dict[str, object] = {
        "year": 2024,
        "scope": "1",
        "unit_name": "云溪鑫恒化工有限公司",
        "union_name": "云溪鑫恒化工有限公司工会委员会",
        "employer_party": "云溪鑫恒化工有限公司",
        "offer_side": "1",
        "offer_on": date(2024, 3, 14),
        "received_on": date(2024, 3, 15),
    }
    with store.change("新增协商"):
        return store.save(Negotiation(**{**given, **values}))  # type: ignore[arg-type]


def delegate(case: Negotiation, side: str, name: str, **values: object) -> Delegate:
    given: dict[str, object] = {
        "negotiation": case.id,
        "side": side,
        "person_name": name,
        "post": "职工",
        "elected_how": "3",
        "elected_on": date(2024, 3, 26),
    }
    return Delegate(**{**given, **values})  # type: ignore[arg-type]


def seat_both_sides(store: Store, case: Negotiation) -> None:
    for side in ("1", "2"):
        for place in range(3):
            chief = {"is_chief": True, "elected_how": "1" if side == "1" else "7"}
            values = chief if place == 0 else {"is_frontline": side == "1"}
            save(store, delegate(case, side, f"代表{side}{place}", **values))


def meeting(case: Negotiation, number: int, **values: object) -> NegotiationMeeting:
    given: dict[str, object] = {
        "negotiation": case.id,
        "sequence": number,
        "held_on": date(2024, 4, 12 + number),
        "place": "会议室",
        "host_side": "1" if number % 2 else "2",
        "host_name": "主持人",
        "recorder": "记录员",
    }
    return NegotiationMeeting(**{**given, **values})  # type: ignore[arg-type]


def texts(record: Record, store: Store, level: str) -> str:
    return "；".join(one.text for one in checking.check(record, store) if one.level == level)


def stages(store: Store, case: Negotiation, today: date) -> dict[str, Stage]:
    found = stages_of(store, read_case(store, case), today)
    return {one.code: one for one in found}


def signed(store: Store, **values: object) -> Negotiation:
    case = negotiation(store, replied_on=date(2024, 3, 20), reply_result="1")
    given: dict[str, object] = {
        "negotiation": case.id,
        "unit_name": "云溪鑫恒化工有限公司",
        "kind": "2",
        "signed_on": date(2024, 5, 20),
        "valid_from": date(2024, 5, 20),
        "valid_to": date(2025, 5, 19),
    }
    save(store, Contract(**{**given, **values}))  # type: ignore[arg-type]
    return case
