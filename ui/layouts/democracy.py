"""Forms of democratic management."""

from models.records.democracy import DemocracyYear
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    DemocracyYear: Layout(
        (
            Section(
                "单位",
                (("unit_name",), ("unit",), ("year", "level"), ("is_above_scale", "score")),
            ),
            Section(
                "职代会与厂务公开",
                (
                    ("congress_kind", "congress_term"),
                    ("has_disclosure", "has_column"),
                    ("disclosure_leader", "disclosure_department"),
                    ("column_place",),
                ),
            ),
            Section(
                "其他",
                (
                    ("has_contract", "wage_negotiation"),
                    ("has_director", "has_supervisor"),
                    ("has_mediation", "has_safety_delegate"),
                    ("remark",),
                ),
            ),
        )
    ),
}
