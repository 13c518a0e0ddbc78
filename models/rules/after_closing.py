"""What may still be written about a record when its year is closed."""

from collections.abc import Collection, Mapping
from typing import Final

from models.fields import Day, Kept, Link, PartialDay, fields_of
from models.records import BY_TABLE

# What happens to a record after its year: it may be filled in as long as its day is in an open year.
LATER: Final[Mapping[str, tuple[str, ...]]] = {
    "maint_batch": ("closed_on",),
    "issue_item": ("returned_on",),
    "member_transfer": ("signed_on", "sent_on", "received_on", "status", "reason"),
    "app_case": (
        *("received_on", "handled_by", "handling_opinion", "reviewed_by", "review_opinion"),
        *("approved_by", "approval_opinion", "reply_no", "reply_on", "extended_to", "status"),
    ),
    "election": ("status",),
    "cb_nego": (
        *("replied_on", "reply_result", "data_given_on", "reported_on", "started_on", "ended_on"),
        *("suspended_on", "resumed_on", "suspend_reason", "drafted_on", "result", "status"),
    ),
    "cb_contract": (
        *("filed_on", "filed_by", "accept_no", "received_on", "review_result", "review_no"),
        *("review_on", "effective_on", "published_on", "publication_way", "union_filed_on"),
        *("performance", "ended_on", "end_reason"),
    ),
    "cb_cover": ("left_on",),
    "cb_check": ("rectified_on", "result"),
    "dm_congress": ("reported_on",),
    "dm_proposal": ("verdict", "department", "due_on", "reply", "done_on", "satisfaction"),
    "dm_disclose": ("ended_on", "opinions", "rectified", "replied_on"),
    "harmony": ("status", "reviewed_on", "reviewed_by", "named_on", "title_no", "valid_to"),
    "suggestion": (
        *("review", "reviewer", "reviewed_on", "done_on", "adopted_count", "done_count"),
        *("benefit", "saving", "reward"),
    ),
    "patent": ("status", "grant_no", "granted_on"),
    "tech_item": ("done_on", "stage", "benefit", "named_after"),
    "rights_case": (
        *("result", "closed_on", "agreement_no", "agreement_on", "perform_by", "performed_on"),
        *("paid", "review_on", "order_on", "tribunal_on", "tribunal_accepted_on", "award_on"),
        *("sued_on", "revisited_on", "satisfaction", "box"),
    ),
    "law_letter": ("answered_on", "outcome", "escalated_on", "escalated_to"),
    "svc_campaign": ("ended_on",),
    "issue": (
        *("assigned_to", "assigned_on", "due_on", "progress", "result", "solved_on", "replied_on"),
        *("satisfaction", "revisited_on", "closed_on", "case", "hardship"),
    ),
    "hazard": (
        *("owner", "notified_on", "due_on", "cost", "fixed_on", "recheck_on", "recheck_by"),
        *("recheck_result", "reported_on", "reported_to"),
    ),
    "incoming": ("opinion", "done_on", "result", "box"),
    "mi_claim": ("amount", "paid_on", "paid_to", "rejected_reason", "rejected_on"),
    "receipt_book": ("returned_on",),
    "fund_dun": ("signer", "signed_on", "result", "paid_on", "order_on"),
}
# The day that tells in which year a part happened; other parts go with what they belong to.
PART_DAYS: Final[Mapping[str, str]] = {
    "maint_item": "done_on",
    "cb_step": "acted_on",
    "cb_rep": "elected_on",
    "cb_meeting": "held_on",
    "cb_vote": "held_on",
}
REMARK: Final = "remark"


def may_still_change(
    table: str, before: Mapping[str, Kept], after: Mapping[str, Kept], closed: Collection[int]
) -> bool:
    """Whether a change of a record of a closed year tells only what happened afterwards."""
    later = {*LATER.get(table, ()), REMARK} if table in LATER else set()
    changed = {name for name, value in after.items() if value != before.get(name)}
    if not changed <= later:
        return False
    fields = fields_of(BY_TABLE[table])
    days = [
        str(row[name])[:4]
        for name in changed
        if isinstance(fields[name], Day | PartialDay)
        for row in (before, after)
        if row.get(name)
    ]
    return not any(int(year) in closed for year in days)


def year_field(table: str) -> str:
    """Return the field that tells the year of a record of its own, blank when there is none."""
    return PART_DAYS.get(table) or BY_TABLE[table].about.year


def owner_fields(table: str) -> tuple[tuple[str, str], ...]:
    """Return the fields through which a part belongs to something, with its table."""
    return tuple(
        (name, field.to)
        for name, field in fields_of(BY_TABLE[table]).items()
        if isinstance(field, Link) and field.is_part
    )


def has_year(table: str) -> bool:
    """Whether records of this type belong to years, themselves or through what they are parts of."""
    return bool(year_field(table)) or any(has_year(owner) for _, owner in owner_fields(table))
