"""Forms of unions."""

from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from ui.layouts.base import Layout, Layouts, Section

LAYOUTS: Layouts = {
    Union: Layout(
        (
            Section(
                "基本情况",
                (
                    ("name",),
                    ("org_type", "org_form"),
                    ("founded_on", "status"),
                    ("unit",),
                    ("unit_name",),
                    ("carrier_type", "level"),
                    ("parent_name",),
                    ("credit_code",),
                ),
            ),
            Section(
                "主席与人数",
                (
                    ("chair", "phone"),
                    ("workers_total", "members_total"),
                    ("workers_female", "members_female"),
                    ("workers_migrant", "email"),
                    ("staff_fulltime", "staff_parttime"),
                ),
            ),
            Section(
                "组织与账户",
                (
                    ("has_audit", "has_women"),
                    ("has_congress", "has_supervision"),
                    ("has_seal", "has_bank"),
                    ("bank_account", "stat_code"),
                ),
            ),
            Section(
                "建会与撤销",
                (
                    ("build_mode", "prepared_on"),
                    ("reply_no", "ended_on"),
                    ("end_reason",),
                    ("remark",),
                ),
            ),
        )
    ),
    UnionUnit: Layout(
        (
            Section(
                "涵盖单位",
                (
                    ("unit_name",),
                    ("union",),
                    ("unit",),
                    ("workers_total", "members_total"),
                    ("contact", "phone"),
                    ("joined_on", "left_on"),
                ),
            ),
        )
    ),
    UnionTerm: Layout(
        (
            Section(
                "选举",
                (
                    ("union",),
                    ("session_no", "elected_on"),
                    ("years", "expires_on"),
                    ("meeting_type", "extended_to"),
                    ("members_total", "delegates_total"),
                ),
            ),
            Section("批复", (("reply_no", "reply_on"),)),
        )
    ),
    IssuedItem: Layout(
        (
            Section(
                "发放",
                (
                    ("union_name",),
                    ("union",),
                    ("item", "quantity"),
                    ("made_on", "issued_on"),
                    ("received_by", "cost"),
                    ("returned_on",),
                    ("remark",),
                ),
            ),
        )
    ),
}
