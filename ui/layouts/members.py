"""Forms of members."""

from models.records.members import Member, MemberChange, MemberTransfer
from ui.layouts.base import Layouts, form

LAYOUTS: Layouts = {
    Member: form(
        (
            "会员",
            (
                ("name", "sex"),
                ("id_type",),
                ("id_no",),
                ("birth", "nation"),
                ("mobile", "politics"),
                ("unit_name",),
                ("unit",),
                ("union_name",),
                ("union",),
            ),
        ),
        (
            "会籍",
            (
                ("applied_on", "joined_on"),
                ("join_mode", "card_no"),
                ("dues_paid_to", "verified"),
            ),
        ),
        (
            "就业和户籍",
            (
                ("work_status", "job"),
                ("education", "tech_level"),
                ("post_title", "professional_title"),
                ("household", "is_migrant"),
                ("new_group", "is_dispatch"),
                ("domicile",),
                ("native_place",),
                ("remark",),
            ),
        ),
        hidden=("status", "status_on"),
        keeps=("unit", "union"),
    ),
    MemberChange: form(
        (
            "变动",
            (
                ("member",),
                ("kind", "changed_on"),
                ("reason",),
                ("other_union",),
                ("document",),
                ("remark",),
            ),
        ),
    ),
    MemberTransfer: form(
        (
            "会员",
            (
                ("person_name", "kind"),
                ("person",),
                ("id_no",),
                ("mobile", "job"),
                ("dues_paid_to", "applied_on"),
                ("reason",),
            ),
        ),
        (
            "转接",
            (
                ("from_name",),
                ("from_unit",),
                ("to_name",),
                ("to_unit",),
                ("from_area", "to_area"),
            ),
        ),
        (
            "办理",
            (
                ("slip_no", "status"),
                ("signed_on", "sent_on"),
                ("received_on", "handled_by"),
                ("remark",),
            ),
        ),
    ),
}
