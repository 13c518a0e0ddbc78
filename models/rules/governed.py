"""Which local rules govern a field: what the clerk is told when she asks for help there."""

from collections.abc import Mapping
from datetime import date

from models import codes
from models.rules.findings import Lookup
from models.rules.local import Limit, limit

# By table and field: the rules of resources/codes/local_rule.csv that a value is held against.
RULES_OF: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("cb_contract", "min_wage"): ("nego_min_wage",),
    ("cb_contract", "valid_to"): ("nego_term_max_years", "nego_renew_days"),
    ("cb_contract", "filed_on"): ("nego_filing_days",),
    ("cb_contract", "effective_on"): ("nego_effective_days",),
    ("cb_contract", "published_on"): ("nego_publish_days",),
    ("rights_case", "received_on"): ("case_accept_days", "case_mediate_days"),
    ("rights_case", "heads"): ("case_parties_max",),
    ("rights_case", "injury_on"): ("case_unit_injury_days", "case_worker_injury_months"),
    ("rights_case", "leave_to"): ("case_leave_months",),
    ("law_letter", "issued_on"): ("law_letter_answer_days",),
    ("issue", "urgency"): ("appeal_days_normal", "appeal_days_important", "appeal_days_urgent"),
    ("dm_disclose", "ended_on"): ("dm_disclose_days",),
    ("dm_disclose", "replied_on"): ("dm_opinion_days",),
    ("dm_disclose", "before_on"): ("dm_before_days",),
    ("dm_disclose", "started_on"): ("dm_result_days",),
    ("dm_congress", "material_on"): ("dm_material_days",),
    ("dm_congress", "attended"): ("dm_attend_share",),
    ("dm_congress", "should_attend"): ("dm_delegates_min",),
    ("dm_congress", "managers"): ("dm_region_manager_share",),
    ("dm_congress", "frontline"): ("dm_region_frontline_share",),
    ("dm_congress", "term_to"): ("dm_term_min_years", "dm_term_max_years"),
    ("fund_rule", "grass_share"): ("fund_grass_min",),
    ("remit", "remit_on"): ("fund_remit_months",),
    ("dues", "amount"): ("dues_rate",),
    ("hard_file", "posted_to"): ("hard_post_days",),
    ("hard_file", "category"): (
        "hard_dibao_month",
        "hard_relative_factor",
        "hard_accident_share",
    ),
    ("aid_item", "amount"): ("aid_once_max", "aid_year_max"),
    ("ankang_entry", "score"): ("ankang_apply_score",),
    ("app_case", "reply_on"): ("result_reply_days",),
    ("app_case", "extended_to"): ("extend_max_days",),
    ("election", "present"): ("attend_min",),
    ("election", "published_to"): ("pub_days",),
    ("election", "seats"): ("candidate_surplus_min", "committee_odd_seats"),
    ("union_term", "meeting_type"): ("congress_min",),
    ("union_term", "expires_on"): ("renewal_remind_days", "extend_max_days"),
    ("legal_cert", "valid_to"): ("legal_cert_renew_days",),
    ("cb_rep", "published_on"): ("nego_reps_publish_days",),
    ("cb_vote", "present"): ("nego_attend_share",),
    ("cb_vote", "agree"): ("nego_agree_share",),
    ("mi_policy", "end_on"): ("mutual_renew_days",),
}


def rules_in_words(lookup: Lookup, table: str, field: str, day: date) -> list[str]:
    """Return what governs a field on a day, each rule with its limit and its source."""
    known = codes.table("local_rule").by_code
    found = ((known[code], limit(lookup, code, day)) for code in RULES_OF.get((table, field), ()))
    return [
        f"{line.name}：{_said(line, one)}（{one.source}）" for line, one in found if one is not None
    ]


def _said(line: codes.Code, one: Limit) -> str:
    """Return a limit with its unit; shares that are whole per mille as per cent."""
    if one.number < 1 and (one.number * 1000).denominator == 1:
        return f"{float(one.number * 100):g}%"
    said = one.says()
    unit = line.extra.get("unit", "")
    if said.endswith(("日", "月")):
        return said
    return f"{said}{'个月' if unit == '月' else unit}"
