"""Forms of receipts, membership fees, the budget and the cash book."""

from models.records.budget import BudgetLine, CashItem
from models.records.receipts import Dues, Receipt, ReceiptBook
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    ReceiptBook: form(
        (
            "号段",
            (
                ("kind",),
                ("code",),
                ("number_from", "number_to"),
                ("received_on", "received_by"),
                ("returned_on",),
                ("remark",),
            ),
        ),
    ),
    Receipt: form(
        (
            "收据",
            (
                ("book",),
                ("number", "issued_on"),
                ("unit_name",),
                ("unit",),
                ("reason", "ym"),
                ("amount", "way"),
                ("handler", "auditor"),
            ),
        ),
        ("作废", (("is_void",), ("void_why",), ("remark",))),
    ),
    Dues: form(
        (
            "会费",
            (
                ("union_name",),
                ("union",),
                ("ym", "members"),
                ("wage_base", "amount"),
                ("handed_on",),
                ("remark",),
            ),
        ),
    ),
    BudgetLine: form(
        (
            "预决算",
            (
                ("year", "kind"),
                ("account",),
                ("name",),
                ("planned", "actual"),
                ("previous",),
                ("remark",),
            ),
        ),
    ),
    CashItem: form(
        (
            "收支",
            (
                ("paid_on", "direction"),
                ("account",),
                ("amount", "papers"),
                ("party",),
                ("purpose",),
            ),
        ),
        (
            "手续",
            (("handler", "approver"), ("voucher",), ("receipt",), ("remark",)),
        ),
    ),
}
