"""Forms of what the clerk decides about figures, and of figures of her own."""

from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure
from ui.layouts.base import Layouts, form

_FILTERS = tuple(
    row for place in (1, 2, 3) for row in ((f"field_{place}", f"test_{place}"), (f"value_{place}",))
)

LAYOUTS: Layouts = {
    FigureAdjustment: form(
        ("改定", (("figure",), ("first", "last"), ("value",), ("reason",))),
    ),
    FigureException: form(
        ("处理", (("kind",), ("figure",), ("first", "last"), ("reason",))),
        ("不计入的记录", (("source_table",), ("source",))),
        ("另外计入的数", (("amount",),)),
    ),
    FigureBase: form(
        ("基数", (("figure",), ("year", "value"), ("kind",), ("source",), ("remark",))),
    ),
    LocalFigure: form(
        ("指标", (("label",), ("unit_label", "measure"), ("table_name",), ("field", "day_field"))),
        ("条件（都要满足；用不着的空着）", _FILTERS),
        ("说明", (("basis",),)),
    ),
}
