"""Forms of union funds."""

from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from ui.layouts import receipts, remittances
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    FundRule: form(
        ("依据", (("doc_no",), ("valid_from", "valid_to"), ("rate",))),
        (
            "各级留成，合计100%",
            (
                ("grass_share", "town_share"),
                ("county_share", "city_share"),
                ("province_share", "national_share"),
                ("remark",),
            ),
        ),
    ),
    FundUnit: form(
        (
            "缴费户",
            (
                ("unit_name",),
                ("unit",),
                ("mode", "collect_rate"),
                ("base_kind", "base_month"),
                ("cycle", "year_month"),
                ("workers", "is_small"),
                ("is_prep",),
            ),
        ),
        (
            "账户与联系",
            (
                ("tax_no",),
                ("bank",),
                ("account",),
                ("contact", "phone"),
                ("valid_from", "valid_to"),
                ("remark",),
            ),
        ),
    ),
    FundDue: form(
        (
            "应缴",
            (
                ("unit_name",),
                ("unit",),
                ("ym", "payroll"),
                ("rate", "due"),
                ("relief", "relief_why"),
                ("is_prep",),
                ("remark",),
            ),
        ),
    ),
    FundIn: form(
        (
            "实缴",
            (
                ("unit_name",),
                ("unit",),
                ("ym", "in_on"),
                ("amount", "way"),
                ("voucher",),
                ("receipt",),
                ("is_prep",),
                ("remark",),
            ),
        ),
        hidden=("is_month_total",),
    ),
    FundTask: form(("任务", (("year", "scope"), ("target",), ("doc_no",), ("remark",)))),
    **remittances.LAYOUTS,
    **receipts.LAYOUTS,
}
