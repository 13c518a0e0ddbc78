"""Forms of units and the upkeep of the database."""

from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    Unit: Layout(
        (
            Section(
                "基本情况",
                (
                    ("name",),
                    ("credit_code",),
                    ("carrier_type", "operating_status"),
                    ("village", "registration_no"),
                    ("region",),
                    ("address",),
                ),
            ),
            Section(
                "联系",
                (("legal_person", "phone"), ("contact", "contact_phone"), ("email", "postcode")),
            ),
            Section(
                "性质与行业",
                (
                    ("unit_nature", "nonpublic"),
                    ("industry", "industry_division"),
                    ("economic_type", "registration_type"),
                    ("founded_on", "party_organisation"),
                    ("main_business",),
                    ("registered_address",),
                    ("fixed_assets", "annual_output"),
                    ("tax_paid",),
                ),
            ),
            Section("建会", (("no_union_reason", "planned_union_on"), ("remark",))),
        )
    ),
    UnitYear: Layout(
        (
            Section(
                "截至某一天的人数",
                (
                    ("unit",),
                    ("as_of", "source"),
                    ("workers_total", "workers_female"),
                    ("workers_migrant", "above_scale"),
                ),
            ),
        )
    ),
    MaintenanceBatch: Layout(
        (
            Section(
                "批次",
                (("title",), ("year", "source"), ("issued_on", "due_on"), ("closed_on",)),
            ),
        )
    ),
    MaintenanceItem: Layout(
        (
            Section(
                "预置单位",
                (
                    ("preset_name",),
                    ("batch",),
                    ("preset_no", "preset_workers"),
                    ("unit",),
                    ("is_preset",),
                ),
            ),
            Section("维护情况", (("result", "done_on"), ("done_by", "uploaded_on"), ("changes",))),
        )
    ),
}
