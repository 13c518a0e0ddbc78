"""Forms of collective bargaining."""

from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    Campaign: Layout(
        (
            Section(
                "行动",
                (
                    ("title",),
                    ("year", "scope"),
                    ("started_on", "ended_on"),
                    ("leader_name", "leader_post"),
                    ("plan_title",),
                    ("plan_no",),
                ),
            ),
            Section(
                "目标与口径",
                (
                    ("target_units", "target_share"),
                    ("base_date", "denominator_basis"),
                    ("denominator_manual", "denominator_note"),
                    ("remark",),
                ),
            ),
        )
    ),
    CampaignMember: Layout((Section("成员", (("name", "role"), ("post",), ("campaign",))),)),
    CampaignStep: Layout(
        (
            Section(
                "做了什么",
                (
                    ("step", "acted_on"),
                    ("content",),
                    ("unit_count", "headcount"),
                    ("output",),
                    ("campaign",),
                ),
            ),
        )
    ),
    Contract: Layout(
        (
            Section(
                "合同",
                (
                    ("unit_name",),
                    ("unit",),
                    ("kind",),
                    ("scope", "workers_covered"),
                    ("signed_on", "contract_no"),
                    ("valid_from", "valid_to"),
                    ("title",),
                ),
            ),
            Section(
                "代表与工资",
                (
                    ("chief_workers", "chief_employer"),
                    ("wage_before", "wage_after"),
                    ("min_wage", "copies"),
                ),
            ),
            Section(
                "报送与审查",
                (
                    ("filed_on", "filed_by"),
                    ("accept_no", "received_on"),
                    ("review_result", "review_on"),
                    ("review_no", "effective_on"),
                    ("published_on", "publication_way"),
                    ("union_filed_on",),
                ),
            ),
            Section(
                "履行",
                (
                    ("performance", "ended_on"),
                    ("end_reason",),
                    ("previous",),
                    ("negotiation",),
                    ("remark",),
                ),
            ),
        )
    ),
    Coverage: Layout(
        (
            Section(
                "覆盖企业",
                (
                    ("unit_name",),
                    ("unit",),
                    ("credit_code",),
                    ("year", "base_date"),
                    ("contract_title",),
                    ("workers_total", "workers_covered"),
                    ("workers_female", "own_contract"),
                ),
            ),
            Section(
                "确认",
                (("chair", "worker_delegate"), ("sealed_on", "left_on"), ("remark",)),
            ),
        )
    ),
}
