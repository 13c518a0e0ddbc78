"""Lists of what the clerk decides about figures, and of figures of her own."""

from models.lists.kinds import SheetType, Slot
from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=FigureBase,
        label="结转基数",
        titles=("结转基数", "历年数据", "历年指标"),
        needs=("figure", "year", "value"),
        speaks=("figure", "kind"),
        headings={Slot(FigureBase, "figure"): ("指标", "指标名称")},
    ),
    SheetType(
        record=FigureAdjustment,
        label="数字改定",
        titles=("数字改定",),
        needs=("figure", "first", "last", "value", "reason"),
        speaks=("figure", "value"),
    ),
    SheetType(
        record=FigureException,
        label="不计与另计",
        titles=("不计与另计",),
        needs=("kind", "first", "last", "reason"),
        speaks=("source_table", "amount"),
    ),
    SheetType(
        record=LocalFigure,
        label="自定指标",
        titles=("自定指标",),
        needs=("label", "unit_label", "table_name", "measure"),
        speaks=("table_name", "measure"),
    ),
)
