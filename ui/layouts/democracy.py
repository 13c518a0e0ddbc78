"""Forms of democratic management."""

from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import DemocracyYear, Disclosure, Harmony
from ui.layouts.base import Layout, Layouts, Section, form

LAYOUTS: Layouts = {
    DemocracyYear: Layout(
        (
            Section(
                "单位",
                (("unit_name",), ("unit",), ("year", "level"), ("is_above_scale", "score")),
            ),
            Section(
                "职代会与厂务公开",
                (
                    ("congress_kind", "congress_term"),
                    ("has_disclosure", "has_column"),
                    ("disclosure_leader", "disclosure_department"),
                    ("column_place",),
                ),
            ),
            Section(
                "其他",
                (
                    ("has_contract", "wage_negotiation"),
                    ("has_director", "has_supervisor"),
                    ("has_mediation", "has_safety_delegate"),
                    ("remark",),
                ),
            ),
        )
    ),
    Disclosure: form(
        (
            "公开事项",
            (
                ("unit_name",),
                ("unit",),
                ("title",),
                ("item", "way"),
                ("started_on", "ended_on"),
            ),
        ),
        (
            "职代会与意见",
            (
                ("congress",),
                ("before_on", "opinions"),
                ("rectified",),
                ("replied_on",),
                ("remark",),
            ),
        ),
    ),
    Congress: form(
        (
            "会议",
            (
                ("unit_name",),
                ("unit",),
                ("region", "session"),
                ("title",),
                ("held_on", "material_on"),
                ("term_from", "term_to"),
            ),
        ),
        (
            "代表",
            (("should_attend", "attended"), ("frontline", "women"), ("managers", "is_secret")),
        ),
        (
            "议程与决议",
            (
                ("agenda",),
                ("resolutions",),
                ("satisfied", "fairly_satisfied"),
                ("dissatisfied", "has_minutes"),
                ("reported_on",),
                ("remark",),
            ),
        ),
    ),
    CongressVote: form(
        (
            "表决",
            (("congress",), ("matter",), ("agreed", "opposed"), ("abstained",), ("remark",)),
        ),
    ),
    Proposal: form(
        (
            "提案",
            (
                ("congress",),
                ("proposal_no", "proposed_on"),
                ("title",),
                ("person_name",),
                ("person",),
                ("seconders",),
                ("reason",),
                ("suggestion",),
            ),
        ),
        (
            "审查与办理",
            (
                ("verdict", "department"),
                ("due_on", "done_on"),
                ("reply",),
                ("satisfaction",),
                ("remark",),
            ),
        ),
    ),
    Harmony: form(
        (
            "创建",
            (
                ("unit_name",),
                ("unit",),
                ("year", "level"),
                ("status", "applied_on"),
                ("reviewed_on", "reviewed_by"),
                ("named_on", "valid_to"),
                ("title_no",),
            ),
        ),
        (
            "自评",
            (
                ("self_score", "score_contracts"),
                ("score_collective", "score_wages"),
                ("score_insurance", "score_democracy"),
                ("score_safety", "score_disputes"),
                ("remark",),
            ),
        ),
    ),
}
