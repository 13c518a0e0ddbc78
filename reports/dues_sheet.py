"""The year's grid of dues as a sheet: payers down, months across, amounts as numbers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from models import codes
from models.figures.fund_year import MONTHS, PayerYear
from reports.sheet_frame import SheetColumn
from reports.sheet_rows import Cell
from reports.workbook import Sheet

AMOUNT: Final = '#,##0.00;-#,##0.00;"-"'


def dues_sheet(payers: Sequence[PayerYear], above: Sequence[str]) -> Sheet:
    """Return what these payers owe and paid month by month, with the sums of all."""
    rows = [_row(one) for one in payers]
    sums = [_sum(rows, place) for place in range(2, len(_columns()))]
    return Sheet(
        name=above[0],
        columns=_columns(),
        rows=rows,
        above=above,
        total=[f"合计 {len(rows)}户", None, *sums],
        kept_columns=1,
    )


def _columns() -> list[SheetColumn]:
    spans = (*(f"{month}月" for month in MONTHS), "全年")
    amounts = ["欠缴", *(f"{span}{kind}" for span in spans for kind in ("应缴", "实缴"))]
    return [
        SheetColumn(label="单位名称"),
        SheetColumn(label="缴纳方式"),
        *(SheetColumn(label=one, number_format=AMOUNT, align="right") for one in amounts),
    ]


def _row(payer: PayerYear) -> list[Cell]:
    months = [payer.months[month] for month in MONTHS]
    mode = codes.table("fund_mode").label(payer.payer.mode) if payer.payer else "未登记缴费户"
    amounts = [fen for one in months for fen in (one.due, one.paid)]
    year = (payer.due or None, payer.paid or None)
    return [
        payer.name,
        mode,
        _yuan(max(payer.arrears, 0) or None),
        *(_yuan(fen) for fen in (*amounts, *year)),
    ]


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen).scaleb(-2)


def _sum(rows: Sequence[Sequence[Cell]], place: int) -> Decimal:
    return sum((one for row in rows if isinstance(one := row[place], Decimal)), Decimal(0))
