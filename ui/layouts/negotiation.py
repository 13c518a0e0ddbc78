"""Forms of negotiations, their parts, and what follows a contract."""

from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import Guide, GuidedUnit, PerformanceCheck
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Negotiation: form(
        (
            "双方",
            (
                ("title",),
                ("year", "scope"),
                ("unit_name",),
                ("unit",),
                ("union_name",),
                ("union",),
                ("is_guided",),
                ("employer_party",),
                ("campaign",),
            ),
        ),
        (
            "要约和答复",
            (
                ("offer_side", "offer_no"),
                ("offer_on", "received_on"),
                ("replied_on", "reply_result"),
                ("data_given_on", "reported_on"),
            ),
        ),
        (
            "协商",
            (
                ("started_on", "ended_on"),
                ("suspended_on", "resumed_on"),
                ("suspend_reason",),
                ("drafted_on", "result"),
                ("status",),
                ("remark",),
            ),
        ),
    ),
    Delegate: form(
        (
            "代表",
            (
                ("side",),
                ("person_name",),
                ("person",),
                ("sex", "phone"),
                ("id_number",),
                ("unit_name",),
                ("unit",),
                ("post",),
            ),
        ),
        (
            "身份",
            (("is_chief", "is_frontline"), ("is_officer", "is_external"), ("is_management",)),
        ),
        (
            "产生和变动",
            (
                ("elected_how",),
                ("elected_on", "published_on"),
                ("vote_agree", "vote_total"),
                ("proxy_no",),
                ("term_to", "left_on"),
                ("negotiation",),
                ("remark",),
            ),
        ),
    ),
    Topic: form(
        (
            "议题",
            (
                ("kind",),
                ("demand",),
                ("counter",),
                ("agreed",),
                ("value_before", "value_after"),
                ("unit_label", "support_count"),
                ("source",),
                ("negotiation",),
                ("remark",),
            ),
        ),
    ),
    TopicSurvey: form(
        (
            "征集",
            (
                ("method", "held_on"),
                ("unit_name",),
                ("unit",),
                ("issued", "returned"),
                ("valid",),
                ("headcount", "headcount_basis"),
                ("top_items",),
                ("negotiation",),
                ("campaign",),
                ("remark",),
            ),
        ),
    ),
    NegotiationMeeting: form(
        (
            "会议",
            (
                ("sequence", "held_on"),
                ("held_at", "place"),
                ("host_side", "host_name"),
                ("recorder",),
                ("attended_workers", "attended_employer"),
                ("absent",),
            ),
        ),
        (
            "记录",
            (
                ("agenda",),
                ("employer_said",),
                ("workers_said",),
                ("consensus",),
                ("dissent",),
                ("next_on", "signed_all"),
                ("negotiation",),
                ("remark",),
            ),
        ),
    ),
    NegotiationVote: form(
        (
            "审议",
            (
                ("body", "held_on"),
                ("unit_name",),
                ("unit",),
                ("should_attend", "present"),
                ("agree", "oppose"),
                ("abstain",),
                ("resolution_no",),
                ("negotiation",),
                ("remark",),
            ),
        ),
    ),
    PerformanceCheck: form(
        (
            "检查",
            (
                ("unit_name",),
                ("unit",),
                ("checked_on", "method"),
                ("checkers",),
                ("contract",),
            ),
        ),
        (
            "项目",
            (
                ("minimum_wage", "paid_monthly"),
                ("raise_kept", "overtime_paid"),
                ("insured", "quota_kept"),
                ("women_protected",),
            ),
        ),
        (
            "结论和整改",
            (("result",), ("problems",), ("rectify_by", "rectified_on"), ("remark",)),
        ),
    ),
    Guide: form(
        (
            "指导员",
            (
                ("person_name",),
                ("person",),
                ("unit_name",),
                ("unit",),
                ("post", "phone"),
                ("kind", "cert_no"),
                ("from_on", "to_on"),
                ("remark",),
            ),
        ),
    ),
    GuidedUnit: form(
        (
            "联系企业",
            (("unit_name",), ("unit",), ("since",), ("plan",), ("guide",), ("remark",)),
        ),
    ),
}
