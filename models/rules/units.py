"""Checks on units, headcounts and the upkeep of the company database."""

from collections.abc import Iterator

from models import codes
from models.records.base import with_values
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.rules.findings import Completions, Finding, Rules, error, warn


def check_unit(unit: Unit) -> Iterator[Finding]:
    """Yield what is wrong or odd about a unit by itself."""
    if unit.carrier_type == "01" and not (unit.credit_code or unit.registration_no):
        yield warn("credit_code", "企业一般都有信用代码，请补上")
    if unit.planned_union_on and _has_ended(unit):
        yield warn("planned_union_on", "单位已不再经营，不用再填计划建会时间")


def _has_ended(unit: Unit) -> bool:
    return unit.operating_status in codes.table("operating_status").codes_where("ended")


def complete_unit(unit: Unit) -> Unit:
    """Fill in what follows from the rest: 行业门类 from the division, 非公 from the nature."""
    if not unit.industry and unit.industry_division:
        division = codes.table("industry_division").by_code[unit.industry_division]
        unit = with_values(unit, industry=division.extra["section"])
    if not unit.nonpublic and unit.unit_nature:
        nature = codes.table("unit_nature").by_code[unit.unit_nature]
        unit = with_values(unit, nonpublic="1" if nature.says("is_nonpublic") else "0")
    return unit


def check_unit_year(data: UnitYear) -> Iterator[Finding]:
    """Yield parts of a headcount that exceed the whole."""
    total = data.workers_total
    for name, part, words in (
        ("workers_female", data.workers_female, "女职工"),
        ("workers_migrant", data.workers_migrant, "农民工"),
    ):
        if total is not None and part is not None and part > total:
            yield error(name, f"{words}{part}人大于职工人数{total}人")


def check_batch(batch: MaintenanceBatch) -> Iterator[Finding]:
    """Yield dates of a batch that are in the wrong order."""
    if batch.issued_on and batch.due_on and batch.due_on < batch.issued_on:
        yield error("due_on", "要求完成日期早于下发日期")
    if batch.issued_on and batch.closed_on and batch.closed_on < batch.issued_on:
        yield error("closed_on", "关闭日期早于下发日期")


def check_item(item: MaintenanceItem) -> Iterator[Finding]:
    """Yield a result without a day, or the other way round."""
    if item.result and item.result != "4" and item.done_on is None:
        yield warn("done_on", "有维护结果但没有维护日期")
    if item.done_on and not item.result:
        yield warn("result", "有维护日期但没有维护结果，不计入已维护")
    if item.uploaded_on and item.done_on and item.uploaded_on < item.done_on.first():
        yield error("uploaded_on", "上报日期早于维护日期")
    if item.result == "5" and item.is_preset:
        yield error("result", "预置单位不能登记为“新增（非预置）”")


CHECKS: Rules = {
    "unit": check_unit,
    "unit_year": check_unit_year,
    "maint_batch": check_batch,
    "maint_item": check_item,
}
CHECKS_ACROSS: Rules = {}
COMPLETIONS: Completions = {"unit": complete_unit}
