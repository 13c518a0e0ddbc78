"""What the examples of single lists say otherwise than the kind of a field tells."""

from collections.abc import Mapping

_COMPANY = {
    "unit_nature": "私营企业",
    "economic_type": "私营经济",
    "industry": "制造业",
    "industry_division": "",
}
OVERRIDES: Mapping[str, Mapping[str, str]] = {
    "unit": _COMPANY,
    "union_org": {**_COMPANY, "status": "已成立(结果已批复)"},
    "union_term": {"expires_on": "2027-03-05"},
    "member": {
        "household": "农业户口",
        "education": "高中",
        "politics": "群众",
        "new_group": "",
        "is_dispatch": "否",
        "status": "在册",
        "status_on": "2024-03-05",
        "joined_on": "2024-03-05",
        "reason": "",
    },
    "election": {"invalid": "0", "published_to": "2024-02-20", "published_from": "2024-02-10"},
    "cb_contract": {"effective_on": "2024-03-05", "filed_on": "2024-03-12"},
    "cb_rep": {"is_management": "否"},
    "cb_vote": {"oppose": "0", "abstain": "0"},
    "dm_congress": {
        "material_on": "2024-02-20",
        "term_to": "2027-03-04",
        "satisfied": "8",
        "fairly_satisfied": "2",
        "dissatisfied": "0",
    },
    "dm_proposal": {"done_on": "2024-03-05"},
    "patent": {"status": "授权"},
    "tech_item": {"stage": "完工"},
    "hard_file": {
        "posted_from": "2024-03-06",
        "posted_to": "2024-03-13",
        "approved_on": "2024-03-20",
        "filed_on": "2024-03-21",
    },
    "rights_case": {"sued_on": "2024-06-05"},
    "aid_item": {"no_file_reason": "临时困难"},
    "issue": {"replied_on": "2024-12-31", "revisited_on": "2024-12-31"},
    "hazard": {"recheck_on": "2024-12-31"},
    "mi_claim": {"self_paid": "0"},
    "fund_rule": {
        "grass_share": "60%",
        "town_share": "5%",
        "county_share": "20%",
        "city_share": "5%",
        "province_share": "5%",
        "national_share": "5%",
    },
    "receipt_book": {"number_from": "0000001", "number_to": "0000100"},
    "receipt": {"number": "0000001"},
    "dues": {"amount": "5"},
    "local_rule": {"value": "10"},
    "word_rule": {"is_off": "否"},
}
BLANK: Mapping[str, tuple[str, ...]] = {
    "cb_nego": ("resumed_on",),
    "hard_file": (
        *("category_scheme", "other_causes", "exclusions", "income_per_head", "card_no"),
    ),
    "rights_case": ("refusal", "leave_from", "leave_to"),
    "venue": ("closed_on",),
    "ankang_entry": ("applied_award",),
    "fund_due": ("due", "relief", "relief_why"),
    "prep_fund": ("returned",),
    "figure_exception": ("amount",),
    "local_figure": (
        *("day_field", "field_1", "field_2", "field_3", "test_1", "test_2", "test_3"),
        *("value_1", "value_2", "value_3", "field"),
    ),
}
