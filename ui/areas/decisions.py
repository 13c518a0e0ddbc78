"""The lists of what the clerk decides about figures, and of figures of her own."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.figures.local_figures import PREFIX
from models.periods import between, year_period
from models.records import BY_TABLE
from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure
from ui.areas.base import SubTab, listed
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office
from ui.page_spec import PageSpec


def _adjustment_columns(office: Office) -> Sequence[Column]:
    counted: dict[tuple[date, date], Figures] = {}

    def counted_cell(adjustment: FigureAdjustment) -> CellText:
        first, last = adjustment.first, adjustment.last
        if first is None or last is None:
            return CellText(NOTHING, "muted")
        if (first, last) not in counted:
            counted[first, last] = Figures(office.store, between(first, last))
        return _value_cell(counted[first, last].get(adjustment.figure), is_counted=True)

    return (Column("台账数", counted_cell, align="right", width=5),)


def _exception_columns(office: Office) -> Sequence[Column]:
    def record_cell(exception: FigureException) -> CellText:
        record_type = BY_TABLE.get(exception.source_table)
        if record_type is None or exception.source is None:
            return CellText(NOTHING, "muted")
        found = office.store.get_or_none(record_type, exception.source)
        if found is None:
            return CellText("记录已删除", "muted")
        return CellText(f"{record_type.about.label} {office.store.title_of(found)}")

    return (Column("记录", record_cell, width=14),)


def _local_columns(office: Office) -> Sequence[Column]:
    figures = Figures(office.store, year_period(office.year))

    def value_cell(local: LocalFigure) -> CellText:
        return _value_cell(figures.get(f"{PREFIX}{local.id}"))

    return (Column(f"{office.year}年", value_cell, align="right", width=5),)


def _value_cell(figure: Figure | None, *, is_counted: bool = False) -> CellText:
    value = None if figure is None else figure.counted if is_counted else figure.value
    if figure is None or value is None:
        return CellText(NOTHING, "muted")
    return CellText(figure.counted_exact if is_counted else figure.exact, order=value)


def _this_year(office: Office) -> Mapping[str, object]:
    period = year_period(office.year)
    return {"first": period.first, "last": period.last}


DECISIONS: tuple[SubTab, ...] = (
    listed(
        "数字改定",
        PageSpec(
            FigureAdjustment,
            advice="在“总结”里点一个数字，再点“改定…”最方便；也可以在右边填写。上报用改定的数，台账数照样保留。",
            more_columns=_adjustment_columns,
            presets=_this_year,
        ),
    ),
    listed(
        "不计与另计",
        PageSpec(
            FigureException,
            advice="在“总结”里点一个数字，对着一条记录点“这条不计入…”，或点“另计入…”；也可以在右边填写。",
            more_columns=_exception_columns,
            presets=_this_year,
        ),
    ),
    listed(
        "结转基数",
        PageSpec(
            FigureBase,
            advice="把启用本程序以前各年上报过的数登记在这里，和去年比、历年对比就有数可比；也可以导入。",
            can_import=True,
        ),
    ),
    listed(
        "自定指标",
        PageSpec(
            LocalFigure,
            advice="总结里要用、程序没有的数，在右边定义：数哪种记录的条数，或把哪个字段相加，最多三个条件。",
            more_columns=_local_columns,
        ),
    ),
)
