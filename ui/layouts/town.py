"""Forms of the township and its aliases."""

from models.records.town import Town, UnitAlias
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    Town: Layout(
        (
            Section("本镇", (("name", "union_name"), ("parent_union", "year"), ("county", "city"))),
            Section("办公", (("chair", "clerk"), ("phone", "doc_prefix"), ("rule_region",))),
        )
    ),
    UnitAlias: Layout((Section("别名", (("alias",), ("unit",))),)),
}
