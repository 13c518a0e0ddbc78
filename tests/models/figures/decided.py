"""What a clerk decides about figures, as tests lay it down."""

from datetime import date
from decimal import Decimal

from models.records.base import Record
from models.records.reported import FigureAdjustment, FigureBase, FigureException

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def left_out(record: Record, figure: str = "", days: tuple[date, date] = YEAR) -> FigureException:
    return FigureException(
        kind="1",
        figure=figure,
        first=days[0],
        last=days[1],
        source_table=record.about.table,
        source=record.id,
        reason="重复登记",
    )


def added(figure: str, amount: str, days: tuple[date, date] = YEAR) -> FigureException:
    return FigureException(
        kind="2",
        figure=figure,
        first=days[0],
        last=days[1],
        amount=Decimal(amount),
        reason="没有留下记录",
    )


def adjusted(figure: str, value: str, days: tuple[date, date] = YEAR) -> FigureAdjustment:
    return FigureAdjustment(
        figure=figure, first=days[0], last=days[1], value=Decimal(value), reason="已按此数上报"
    )


def base(figure: str, year: int, value: str, kind: str = "1") -> FigureBase:
    return FigureBase(figure=figure, year=year, kind=kind, value=Decimal(value), source="旧总结")
