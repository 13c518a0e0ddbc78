"""Whether a vote on the draft passed, and what is wrong with how it was counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.records.negotiation import Negotiation, NegotiationMeeting, NegotiationVote
from models.rules.findings import Finding, Lookup, error, warn
from models.rules.local import limit

OF_A_UNIT = frozenset({"1", "2"})
SINGLE = "1"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a vote passed, and why or why not."""

    passed: bool
    words: str


def outcome_of(lookup: Lookup, vote: NegotiationVote) -> Outcome:
    """Return whether enough came and enough agreed; both shares are of those who should attend."""
    should, present, agree = vote.should_attend or 0, vote.present or 0, vote.agree or 0
    came = limit(lookup, "nego_attend_share", vote.held_on)
    agreed = limit(lookup, "nego_agree_share", vote.held_on)
    if not should:
        return Outcome(False, "未通过：没有填写应到人数")
    if came and present < came.number * should:
        return Outcome(
            False, f"未通过：实到{present}人，不足应到{should}人的{came.says()}（{came.source}）"
        )
    if agreed and agree <= agreed.number * should:
        return Outcome(
            False,
            f"未通过：同意{agree}票，没有超过应到{should}人的{agreed.says()}，"
            f"不按实到{present}人算（{agreed.source}）",
        )
    return Outcome(True, f"通过：应到{should}人，实到{present}人，同意{agree}票")


def check_vote(vote: NegotiationVote, lookup: Lookup) -> Iterator[Finding]:
    """Yield counts that cannot be, and a vote that did not pass."""
    should, present = vote.should_attend, vote.present
    if should is not None and present is not None and present > should:
        yield error("present", f"实到{present}人大于应到{should}人")
    cast = [one for one in (vote.agree, vote.oppose, vote.abstain) if one is not None]
    if present is not None and sum(cast) > present:
        yield error("agree", f"同意、反对、弃权合计{sum(cast)}票，大于实到{present}人")
    case = next(iter(lookup.find(Negotiation, id=vote.negotiation)), None)
    if vote.body in OF_A_UNIT and not vote.unit_name and case and case.scope != SINGLE:
        yield warn("unit_name", "企业职代会、职工大会审议的，请填写是哪家企业")
    if vote.held_on:
        meetings = lookup.find(NegotiationMeeting, negotiation=vote.negotiation)
        last = max((one.held_on for one in meetings if one.held_on), default=None)
        if last and vote.held_on < last:
            yield warn("held_on", f"审议日期早于最后一次协商会议{last.isoformat()}，请核对")
    found = outcome_of(lookup, vote)
    if should and present is not None and vote.agree is not None and not found.passed:
        yield warn("agree", found.words)
