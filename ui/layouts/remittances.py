"""Forms of remittances, returns, demands in writing and preparation funds."""

from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Remittance: form(
        (
            "上解",
            (
                ("ym", "remit_on"),
                ("income", "due"),
                ("amount", "level"),
                ("voucher", "bank_ref"),
                ("remark",),
            ),
        ),
    ),
    FundReturn: form(
        (
            "返还",
            (
                ("kind", "in_on"),
                ("from_level", "amount"),
                ("doc_no",),
                ("unit_name",),
                ("unit",),
                ("ym",),
            ),
        ),
        ("拨付", (("paid_on", "signer"), ("remark",))),
    ),
    FundDun: form(
        (
            "催缴",
            (
                ("unit_name",),
                ("unit",),
                ("number",),
                ("period_from", "period_to"),
                ("arrears", "issued_on"),
                ("deadline", "sent_way"),
                ("signer", "signed_on"),
            ),
        ),
        ("结果", (("result",), ("paid_on", "order_on"), ("remark",))),
    ),
    PreparationFund: form(
        (
            "筹备金",
            (
                ("unit_name",),
                ("unit",),
                ("reason",),
                ("from_on", "to_on"),
                ("returned", "returned_on"),
                ("remark",),
            ),
        ),
    ),
}
