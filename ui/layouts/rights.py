"""Forms of rights."""

from models.records.rights import CaseStep, LawLetter, RightsCase
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    RightsCase: form(
        (
            "登记与受理",
            (
                ("case_no", "source"),
                ("applied_on", "received_on"),
                ("party_name", "heads"),
                ("party",),
                ("party_phone", "application_form"),
                ("unit_name",),
                ("unit",),
                ("respondent", "agreed"),
                ("cause", "amount"),
                ("claim",),
                ("facts",),
                ("representatives",),
                ("refusal",),
            ),
        ),
        (
            "时效与工伤",
            (
                ("disputed_on", "left_on"),
                ("injury_on", "recognition_on"),
                ("leave_from", "leave_to"),
                ("wage_due", "wage_paid"),
            ),
        ),
        (
            "调解",
            (
                ("mediator", "panel"),
                ("due_on", "result"),
                ("closed_on", "agreement_on"),
                ("agreement_no", "perform_by"),
                ("performed_on", "paid"),
            ),
        ),
        (
            "后续程序",
            (
                ("review_on", "order_on"),
                ("tribunal_on", "tribunal_accepted_on"),
                ("award_on", "sued_on"),
            ),
        ),
        ("回访归档", (("revisited_on", "satisfaction"), ("box",), ("remark",))),
    ),
    CaseStep: form(
        (
            "办了什么",
            (
                ("case",),
                ("acted_on", "kind"),
                ("handler", "with_whom"),
                ("content",),
                ("remark",),
            ),
        ),
    ),
    LawLetter: form(
        (
            "文书",
            (
                ("kind",),
                ("letter_no",),
                ("unit_name",),
                ("unit",),
                ("issued_on", "signed_by"),
                ("case",),
                ("content",),
                ("basis",),
            ),
        ),
        (
            "答复",
            (
                ("answer_due", "answered_on"),
                ("outcome",),
                ("escalated_on", "escalated_to"),
                ("remark",),
            ),
        ),
    ),
}
