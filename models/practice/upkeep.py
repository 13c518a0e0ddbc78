"""Two rounds of checking the preset companies of the practice town."""

from dataclasses import replace
from datetime import date

from models.practice.names import COUNTY, TOWN, brand, person, working_day
from models.practice.units import FOUND_LATE, Roll
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit
from models.store import Store
from models.values.dates import PartialDate


def save_upkeep(store: Store, roll: Roll) -> None:
    """Save the rounds of 2023 and 2024: the second one misses three of 150."""
    _save_round(
        store, 2023, [_checked(unit, n, 2023) for n, unit in enumerate(roll.companies[:96])]
    )
    late = {roll.enterprises[place].id for place in FOUND_LATE}
    known = [unit for unit in roll.companies if unit.id not in late]
    items = [_checked(unit, n, 2024) for n, unit in enumerate(known)]
    items.extend(_unknown(n) for n in range(15))
    items.extend(_missed(n) for n in range(3))
    found = [
        MaintenanceItem(
            preset_name=unit.name,
            unit=unit.id,
            result="5",
            done_on=PartialDate(2024, 8, 6),
            done_by=person(401),
            changes="普查时新发现，已登记台账",
        )
        for unit in roll.companies
        if unit.id in late
    ]
    _save_round(store, 2024, [*items, *found])


def _save_round(store: Store, year: int, items: list[MaintenanceItem]) -> None:
    batch = store.save(
        MaintenanceBatch(
            title=f"{year}年非公企业法人数据库维护",
            year=year,
            source="1",
            issued_on=date(year, 6, 20),
            due_on=date(year, 9, 30),
            closed_on=date(year, 10, 12),
        )
    )
    for number, item in enumerate(items, start=1):
        preset_no = f"{year}{number:04d}" if item.is_preset else ""
        store.save(_in_batch(item, batch.id, preset_no))


def _in_batch(item: MaintenanceItem, batch: int | None, preset_no: str) -> MaintenanceItem:
    return replace(item, batch=batch, preset_no=preset_no)


def _checked(unit: Unit, place: int, year: int) -> MaintenanceItem:
    done = working_day(date(year, 7, 2), place % 54, 1)
    result = {"6": "32", "8": "33"}.get(unit.operating_status if year == 2024 else "", "")
    is_missed = year == 2023 and place % 8 == 7
    is_updated = place % 4 == 1
    result = result or ("4" if is_missed else "2" if is_updated else "1")
    return MaintenanceItem(
        preset_name=unit.name,
        preset_workers=8 + place * 13 % 90,
        is_preset=True,
        unit=unit.id,
        result=result,
        done_on=None if is_missed else _partly(done, place),
        done_by=person(401 + place % 3),
        changes="联系电话、法定代表人已更新" if is_updated else "",
        uploaded_on=None if is_missed else date(year, 9, 26),
    )


def _partly(day: date, place: int) -> PartialDate:
    return PartialDate(day.year, day.month, None if place % 17 == 9 else day.day)


def _unknown(number: int) -> MaintenanceItem:
    results = ("32", "31", "33")
    return MaintenanceItem(
        preset_name=f"{COUNTY}{brand(number * 7 % 104)}{('工贸', '经营部', '加工厂')[number % 3]}",
        preset_workers=3 + number % 9,
        is_preset=True,
        result=results[number % 3],
        done_on=PartialDate(2024, 9, 3 + number),
        done_by=person(402),
        changes="到登记地址走访并询问村委会后核实",
        uploaded_on=date(2024, 9, 26),
    )


def _missed(number: int) -> MaintenanceItem:
    names = ("顺发废旧物资回收站", "鑫旺石材经营部", "路路通汽车维修部")
    return MaintenanceItem(
        preset_name=f"{TOWN}{names[number]}",
        preset_workers=2 + number,
        is_preset=True,
        result="4" if number < 2 else "",
        done_by=person(403) if number < 2 else "",
        changes="登记电话停机，地址无人，待再核" if number < 2 else "",
    )
