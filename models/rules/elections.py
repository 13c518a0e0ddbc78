"""Checks on applications and replies, elections, offices held, and certificates of legal personality."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models import codes
from models.records.base import Record
from models.records.elections import Application, Candidate, Election, LegalCertificate, Post
from models.records.unions import Union, UnionTerm
from models.rules.findings import Completions, Finding, FollowUps, Lookup, Rules, error, warn
from models.rules.local import deadline, limit
from models.values.dates import say_day

FOUNDING, RESULT, POSTPONING = "01", "03", "05"
REPLIED, REFUSED = "replied", "refused"
STAGES = ("draft", "reported", "under_review", REPLIED)
UNION_COMMITTEE, AUDIT, WOMEN = "01", "02", "03"
CHAIR, TREASURER = "1", "20"
DELEGATES = "2"
WRITTEN_IN = "2"
ELECTED, NOT_ELECTED, TIED = "1", "2", "3"
MALE = "1"
UNION_PREFIX = "81"


def complete_application(case: Application) -> Application:
    """Fill in the title; the days that are known say how far the case is at least."""
    line = codes.table("application_type").by_code.get(case.kind)
    if not case.title and case.union_name and line is not None:
        case = replace(case, title=line.extra["title"].format(case.union_name))
    if case.status == REFUSED:
        return case
    if case.reply_on:
        reached = REPLIED
    elif case.received_on:
        reached = "under_review"
    else:
        reached = "reported" if case.request_on else "draft"
    further = max(reached, case.status or reached, key=STAGES.index)
    return replace(case, status=further) if further != case.status else case


def check_application(case: Application) -> Iterator[Finding]:
    """Yield days in the wrong order, and a reply without number or day."""
    if case.request_on and case.received_on and case.received_on < case.request_on:
        yield error("received_on", "收到日期早于请示日期")
    asked = case.received_on or case.request_on
    if asked and case.reply_on and case.reply_on < asked:
        yield error("reply_on", "批复日期早于请示或收到日期")
    if case.status == REPLIED:
        if not case.reply_no:
            yield warn("reply_no", "已批复的要填批复文号")
        if case.reply_on is None:
            yield warn("reply_on", "已批复的要填批复日期")
    if case.extended_to and case.kind != POSTPONING:
        yield warn("extended_to", "只有延期换届的申请才填同意延期至")


def check_application_terms(case: Application, lookup: Lookup) -> Iterator[Finding]:
    """Yield a reply that came late, and a term that is put off too long."""
    if case.kind == RESULT and case.reply_on:
        due = deadline(lookup, "result_reply_days", case.received_on or case.request_on)
        if due and case.reply_on > due:
            source = _source(lookup, "result_reply_days", case.reply_on)
            yield warn("reply_on", f"选举结果应在{say_day(due)}前批复{source}")
    if case.kind == POSTPONING and case.extended_to and case.union:
        for term in lookup.find(UnionTerm, union=case.union):
            latest = _latest_extension(lookup, term)
            if _is_last(term, lookup) and latest and case.extended_to > latest:
                source = _source(lookup, "extend_max_days", case.extended_to)
                yield warn("extended_to", f"最长可延期到{say_day(latest)}{source}")


def _latest_extension(lookup: Lookup, term: UnionTerm) -> date | None:
    most = limit(lookup, "extend_max_days", term.expires_on)
    if term.expires_on is None or most is None:
        return None
    return term.expires_on + timedelta(days=most.whole)


def _is_last(term: UnionTerm, lookup: Lookup) -> bool:
    others = lookup.find(UnionTerm, union=term.union)
    return all((one.session_no or 0) <= (term.session_no or 0) for one in others)


def _source(lookup: Lookup, rule: str, day: date | None) -> str:
    found = limit(lookup, rule, day)
    return f"（{found.source}）" if found and found.source else ""


def follow_application(case: Application, lookup: Lookup) -> Iterator[Record]:
    """Yield the union, or its latest term, with what the reply says about it."""
    is_kept = bool(lookup.find(Application, id=case.id))
    if case.status != REPLIED or case.union is None or not is_kept:
        return
    for union in lookup.find(Union, id=case.union) if case.kind == FOUNDING else ():
        if case.reply_no and not union.reply_no:
            yield replace(union, reply_no=case.reply_no)
    for term in lookup.find(UnionTerm, union=case.union):
        if not _is_last(term, lookup):
            continue
        if case.kind == POSTPONING and case.extended_to and term.extended_to != case.extended_to:
            yield replace(term, extended_to=case.extended_to)
        elif case.kind == RESULT and not term.reply_no and case.reply_no:
            yield replace(term, reply_no=case.reply_no, reply_on=case.reply_on)


def complete_election(election: Election) -> Election:
    """Fill in the name of an election and how far it is."""
    if not election.title and election.union_name and election.committee and election.held_on:
        words = codes.table("committee_type").label(election.committee)
        name = election.union_name.removesuffix(words)
        title = f"{name}{words}选举（{election.held_on.isoformat()}）"
        election = replace(election, title=title)
    if not election.status:
        status = "held" if election.present is not None else "planned"
        election = replace(election, status=status)
    return election


def check_election(election: Election) -> Iterator[Finding]:
    """Yield heads and votes that cannot be."""
    for smaller, larger, text, is_sure in (
        ("present", "entitled", "实到人数多于应到人数", True),
        ("issued", "present", "发出选票多于实到人数，请核对", False),
        ("returned", "issued", "收回选票多于发出选票，选举无效", True),
        ("seats", "entitled", "应选名额多于应到人数", True),
    ):
        low, high = getattr(election, smaller), getattr(election, larger)
        if low is not None and high is not None and low > high:
            yield (error if is_sure else warn)(smaller, text)
    parts = (election.valid, election.invalid, election.returned)
    if None not in parts and (election.valid or 0) + (election.invalid or 0) != election.returned:
        yield error("invalid", "有效票与无效票之和不等于收回选票")
    start, end = election.published_from, election.published_to
    if start and end and end < start:
        yield error("published_to", "公示止早于公示起")
    if end and election.held_on and end > election.held_on:
        yield warn("published_to", "选举时公示还没有结束")


def check_election_rules(election: Election, lookup: Lookup) -> Iterator[Finding]:
    """Yield what the rules on elections ask for: attendance, publicity, seats, surplus."""
    day = election.held_on
    least = limit(lookup, "attend_min", day)
    entitled, present = election.entitled, election.present
    if least and entitled and present is not None and present < least.number * entitled:
        yield warn("present", f"实到不足应到的{least.says()}，不能选举（{least.source}）")
    days = limit(lookup, "pub_days", day)
    start, end = election.published_from, election.published_to
    if days and start and end and (end - start).days < days.whole:
        yield warn("published_to", f"候选人公示不足{days.whole}日（{days.source}）")
    yield from _check_seats(election, lookup)
    if election.id and election.seats:
        yield from _check_surplus(election, election.seats, lookup)


def _check_seats(election: Election, lookup: Lookup) -> Iterator[Finding]:
    if election.committee != UNION_COMMITTEE or not election.seats:
        return
    for union in lookup.find(Union, id=election.union):
        band = seats_for(lookup, union.members_total, election.held_on)
        if band and not band[0] <= election.seats <= band[1]:
            text = f"会员{union.members_total}人的工会委员会一般为{band[0]}至{band[1]}人"
            yield warn("seats", text)


def seats_for(
    lookup: Lookup, members: int | None, day: date | None = None
) -> tuple[int, int] | None:
    """Return the fewest and most seats of a committee by the office's table."""
    odd = limit(lookup, "committee_odd_seats", day)
    return _band("committee_size_odd" if odd and odd.whole else "committee_size", members)


def delegates_for(members: int | None) -> tuple[int, int] | None:
    """Return the fewest and most delegates of a congress."""
    return _band("representative_quota", members)


def _band(table: str, members: int | None) -> tuple[int, int] | None:
    for line in codes.table(table).lines if members else ():
        most = line.extra["member_max"]
        if int(line.extra["member_min"]) <= (members or 0) and (not most or members <= int(most)):  # type: ignore[operator]
            return int(line.extra["seats_min"]), int(line.extra["seats_max"])
    return None


def _check_surplus(election: Election, seats: int, lookup: Lookup) -> Iterator[Finding]:
    """Yield an election with hardly more names than seats; an audit committee may have as many."""
    if election.committee != UNION_COMMITTEE:
        return
    standing = [
        one for one in lookup.find(Candidate, election=election.id) if one.kind != WRITTEN_IN
    ]
    least = limit(lookup, "candidate_surplus_min", election.held_on)
    if standing and least and len(standing) - seats < least.number * seats:
        text = f"候选人{len(standing)}名，差额不足应选名额的{float(least.number):.0%}"
        yield warn("seats", f"{text}（{least.source}）")


def check_delegates(term: UnionTerm, lookup: Lookup) -> Iterator[Finding]:
    """Yield a congress that is too small or too large for the union's members."""
    if term.meeting_type != DELEGATES or not term.members_total:
        return
    least = limit(lookup, "congress_min", term.elected_on)
    if least and term.members_total < least.whole:
        text = f"会员不足{least.whole}人的应开会员大会（{least.source}）"
        yield warn("meeting_type", text)
    band = delegates_for(term.members_total)
    if band and term.delegates_total and not band[0] <= term.delegates_total <= band[1]:
        text = f"会员{term.members_total}人的代表一般为{band[0]}至{band[1]}人"
        yield warn("delegates_total", text)


def complete_candidate(candidate: Candidate) -> Candidate:
    """Take somebody without a kind for one who was put up."""
    return candidate if candidate.kind else replace(candidate, kind="1")


def check_candidate(candidate: Candidate, lookup: Lookup) -> Iterator[Finding]:
    """Yield votes that do not add up to the valid ones of the election."""
    votes = (candidate.yes, candidate.no, candidate.abstain)
    for election in lookup.find(Election, id=candidate.election):
        valid = election.valid
        if valid is None or candidate.yes is None:
            continue
        if sum(one or 0 for one in votes) > valid:
            yield error("yes", f"得票合计多于有效票{valid}张")
        elif candidate.kind != WRITTEN_IN and None not in votes and sum(map(int, votes)) != valid:  # type: ignore[arg-type]
            yield error("abstain", f"同意、不同意、弃权合计应等于有效票{valid}张")


def decided(election: Election, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with who is elected: most votes, above half of those entitled.

    Where the last seat is contested by equal votes, those are tied and must be voted on again.
    """
    seats, entitled = election.seats, election.entitled
    voted = [one for one in candidates if one.yes is not None]
    if not seats or not entitled or not voted:
        return list(candidates)
    passed = sorted((one.yes or 0 for one in voted if 2 * (one.yes or 0) > entitled), reverse=True)
    last = passed[seats - 1] if len(passed) >= seats else 0
    is_tied = len(passed) > seats and passed[seats] == last
    return [_with_result(one, entitled, last, is_tied=is_tied) for one in candidates]


def _with_result(candidate: Candidate, entitled: int, last: int, *, is_tied: bool) -> Candidate:
    votes = candidate.yes
    if votes is None:
        result = ""
    elif 2 * votes <= entitled or votes < last:
        result = NOT_ELECTED
    else:
        result = TIED if is_tied and votes == last else ELECTED
    return replace(candidate, result=result) if result != candidate.result else candidate


def follow_election(election: Election, lookup: Lookup) -> Iterator[Record]:
    """Yield the election with the term that it began, and the candidates whose result changes."""
    for kept in lookup.find(Election, id=election.id) if election.term is None else ():
        for term in lookup.find(UnionTerm, union=kept.union, elected_on=kept.held_on):
            yield replace(kept, term=term.id)
    before = lookup.find(Candidate, election=election.id)
    for old, new in zip(before, decided(election, before), strict=True):
        if old != new:
            yield new


def follow_candidate(candidate: Candidate, lookup: Lookup) -> Iterator[Record]:
    """Yield the candidates of the same election whose result changes."""
    for election in lookup.find(Election, id=candidate.election):
        yield from follow_election(election, lookup)


def complete_post(post: Post) -> Post:
    """Fill in the committee to which a position belongs."""
    line = codes.table("union_position").by_code.get(post.position)
    if post.committee or line is None:
        return post
    return replace(post, committee=line.extra["committee"])


def check_post(post: Post, lookup: Lookup) -> Iterator[Finding]:
    """Yield offices that do not go together in one union at one time."""
    if post.from_on and post.to_on and post.to_on < post.from_on:
        yield error("to_on", "届满日期早于任职日期")
    if post.committee == WOMEN and _is_head(post) and post.sex == MALE:
        yield warn(
            "sex", "女职工委员会主任一般由女主席、女副主席或女职工担任（女职工委员会工作条例）"
        )
    others = [
        one
        for one in lookup.find(Post, union_name=post.union_name)
        if one.id != post.id and _meets(one, post)
    ]
    yield from _check_heads(post, others)
    yield from _check_auditors(post, others)


def _check_heads(post: Post, others: Sequence[Post]) -> Iterator[Finding]:
    for one in others if _is_head(post) else ():
        if _is_head(one) and one.committee == post.committee:
            text = f"{one.person_name}还在任同一委员会的负责人，请先填届满日期"
            yield warn("position", text)
            return


def _check_auditors(post: Post, others: Sequence[Post]) -> Iterator[Finding]:
    same = [one for one in others if one.person_name == post.person_name]
    mine, theirs = _side(post), {_side(one) for one in same}
    if mine and theirs & ({"audit", "money"} - {mine}):
        yield warn("position", "主席、财务委员不能兼任经费审查委员")


def _side(post: Post) -> str:
    if post.committee == AUDIT:
        return "audit"
    return "money" if post.position in (CHAIR, TREASURER) else ""


def _is_head(post: Post) -> bool:
    line = codes.table("union_position").by_code.get(post.position)
    return line is not None and line.says("is_head")


def _meets(one: Post, other: Post) -> bool:
    """Whether two terms of office overlap; one may begin on the day on which the other ends."""
    latest_start = max(one.from_on or date.min, other.from_on or date.min)
    return latest_start < min(one.to_on or date.max, other.to_on or date.max)


def follow_post(post: Post, lookup: Lookup) -> Iterator[Record]:
    """Yield the office with the term in which it began, and with that term's end."""
    for kept in lookup.find(Post, id=post.id):
        term = _term_of(kept, lookup)
        if term is not None:
            fresh = replace(kept, term=term.id, to_on=kept.to_on or term.expires_on)
            if fresh != kept:
                yield fresh


def _term_of(post: Post, lookup: Lookup) -> UnionTerm | None:
    """Return the term that was chosen for an office, else the union's term on its first day."""
    if post.term is not None:
        return next(iter(lookup.find(UnionTerm, id=post.term)), None)
    start = post.from_on
    for term in lookup.find(UnionTerm, union=post.union) if post.union and start else ():
        end = term.extended_to or term.expires_on
        if term.elected_on and end and term.elected_on <= (start or end) < end:
            return term
    return None


def complete_certificate(certificate: LegalCertificate) -> LegalCertificate:
    """Let a certificate run from the day on which it was issued."""
    if certificate.valid_from is None and certificate.issued_on:
        return replace(certificate, valid_from=certificate.issued_on)
    return certificate


def check_certificate(certificate: LegalCertificate, lookup: Lookup) -> Iterator[Finding]:
    """Yield a certificate that does not fit its union's term (法人登记管理办法第二十六条)."""
    start, end = certificate.valid_from, certificate.valid_to
    if start and end and end < start:
        yield error("valid_to", "有效期止早于有效期起")
    if certificate.credit_code and not certificate.credit_code.startswith(UNION_PREFIX):
        yield warn("credit_code", "工会的信用代码一般以81开头，请对照证书")
    if certificate.union is None or end is None or certificate.status not in ("", "valid"):
        return
    terms = [one for one in lookup.find(UnionTerm, union=certificate.union) if one.expires_on]
    latest = max((one.expires_on for one in terms if one.expires_on), default=None)
    if latest and end > latest:
        yield warn("valid_to", f"证书有效期一般到本届届满{latest.isoformat()}为止")
    for union in lookup.find(Union, id=certificate.union):
        if union.chair and certificate.legal_person not in ("", union.chair):
            text = f"现任主席是{union.chair}，主席变动后30日内要办理法人变更"
            yield warn("legal_person", text)


CHECKS: Rules = {"app_case": check_application, "election": check_election}
CHECKS_ACROSS: Rules = {
    "app_case": check_application_terms,
    "election": check_election_rules,
    "union_term": check_delegates,
    "candidate": check_candidate,
    "post": check_post,
    "legal_cert": check_certificate,
}
COMPLETIONS: Completions = {
    "app_case": complete_application,
    "election": complete_election,
    "candidate": complete_candidate,
    "post": complete_post,
    "legal_cert": complete_certificate,
}
FOLLOW_UPS: FollowUps = {
    "app_case": follow_application,
    "election": follow_election,
    "candidate": follow_candidate,
    "post": follow_post,
}
