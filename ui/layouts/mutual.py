"""Forms of mutual help insurance."""

from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    MutualPlan: form(
        (
            "计划",
            (
                ("name",),
                ("kind",),
                ("insurer",),
                ("fee", "max_shares"),
                ("term_months", "wait_days"),
                ("claim_days", "ended_on"),
            ),
        ),
        ("条件与待遇", (("eligible",), ("benefit",), ("remark",))),
    ),
    MutualPolicy: form(
        (
            "参保",
            (
                ("unit_name",),
                ("unit",),
                ("plan_name",),
                ("plan",),
                ("start_on", "end_on"),
                ("headcount", "headcount_basis"),
                ("shares", "fee_total"),
                ("payer", "renewal"),
            ),
        ),
        (
            "手续",
            (
                ("policy_no",),
                ("form_no", "keyed_on"),
                ("previous",),
                ("cancelled_on",),
                ("remark",),
            ),
        ),
    ),
    InsuredPerson: form(
        (
            "被保障人",
            (
                ("person_name",),
                ("person",),
                ("id_no",),
                ("shares", "fee"),
                ("member_fee",),
                ("policy",),
                ("remark",),
            ),
        ),
    ),
    MutualClaim: form(
        (
            "申领",
            (
                ("policy",),
                ("person_name",),
                ("person",),
                ("id_no",),
                ("event_on", "discharged_on"),
                ("hospital",),
                ("disease",),
                ("medical_total", "insurance_paid"),
                ("self_paid", "times"),
                ("claimed_on", "are_documents_complete"),
                ("documents",),
            ),
        ),
        (
            "给付",
            (
                ("amount", "paid_on"),
                ("paid_to",),
                ("rejected_on",),
                ("rejected_reason",),
                ("remark",),
            ),
        ),
    ),
}
