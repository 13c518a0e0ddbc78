"""The list on which enterprises confirm the regional contract with their seal."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.fields import fields_of
from models.figures.bargaining import confirmed_scope
from models.figures.figure import Ledger
from models.records.bargaining import Coverage
from models.store import Store
from models.values.dates import say_day
from reports.blocks import Column, Document
from reports.request import Request
from reports.rosters.sheet import SIGNED_ROW_MM, Roster, sum_of

COLUMNS = (
    Column("unit_name", "企业名称", 18),
    Column("credit_code", "统一社会信用代码", 12.2, "center"),
    Column("workers_total", "职工数", 4.5, "right"),
    Column("workers_covered", "覆盖职工数", 4.5, "right"),
    Column("chair", "工会主席", 5.5, "center"),
    Column("sealed_on", "确认日期", 6.5, "center"),
    Column("seal", "企业盖章", 10, "center"),
    Column("signature", "职工代表签字", 8, "center"),
    Column("remark", "备注", 7),
)


def coverage_confirmation(store: Store, request: Request) -> Document:
    """Return the year's enterprises in the contract's scope, with room for seals and signatures."""
    ledger = Ledger(store, request.period)
    covered = confirmed_scope(ledger)
    town = store.town()
    confirmed = sum(ledger.period.has_reached(one.sealed_on) for one in covered)
    roster = Roster(
        title=f"{town.name}{request.period.year}年区域性工资专项集体合同覆盖企业确认表",
        author=town.union_name,
        columns=COLUMNS,
        rows=[_row(one) for one in covered],
        totals={
            "unit_name": f"{len(covered)}家",
            "workers_total": sum_of(one.workers_total for one in covered),
            "workers_covered": sum_of(one.workers_covered for one in covered),
            "sealed_on": f"已确认{confirmed}家",
        },
        left=_left(town.union_name, covered),
        right=_right(request, covered),
        row_height_mm=SIGNED_ROW_MM,
    )
    return roster.document()


def _left(author: str, covered: Iterable[Coverage]) -> str:
    titles = {one.contract_title for one in covered}
    contract = titles.pop() if len(titles) == 1 else ""
    return f"填报单位：{author}" + (f"　　合同名称：{contract}" if contract else "")


def _right(request: Request, covered: Iterable[Coverage]) -> str:
    """Return the base date that all rows share, else the day on which the list was closed."""
    dates: set[date | None] = {one.base_date for one in covered}
    base = dates.pop() if len(dates) == 1 else None
    return f"基准日：{say_day(base)}" if base else f"截止日期：{say_day(request.period.as_of)}"


def _row(covered: Coverage) -> Mapping[str, str]:
    fields = fields_of(Coverage)
    names = (
        "unit_name",
        "credit_code",
        "workers_total",
        "workers_covered",
        "chair",
        "sealed_on",
        "remark",
    )
    return {name: fields[name].show(getattr(covered, name)) for name in names}
