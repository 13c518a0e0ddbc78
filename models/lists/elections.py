"""Lists of applications, elections with their counts, offices and certificates."""

import re
from datetime import date
from typing import cast

from models import codes
from models.lists.frames import Frame
from models.lists.kinds import Draft, Others, Part, Reader, Say, SheetType, Slot, Span
from models.lists.wording import FIRST_DAY, named_in, take_from_title, worded
from models.reading import Reading
from models.records.elections import Application, Candidate, Election, LegalCertificate, Post
from models.records.members import Member
from models.records.unions import UnionTerm
from models.rules.elections import decided
from models.values.documents import read_doc_no
from models.values.numbers import read_number

_OF_MEMBER = ("sex", "birth", "politics")
_COMMITTEES = (
    ("经审|经费审查", "经费审查委员会"),
    ("女职工|女工", "女职工委员会"),
    (".", "工会委员会"),
)
# Answers to the question whether somebody works full-time.
_FULLTIME = ((r"^[是√✓]$", "专职"), (r"^[否×✗]$", "兼职"))
# Many lists name the unit instead of its union.
_UNIT_WORDS = ("单位名称", "单位", "所在单位", "企业名称", "工作单位", "工会全称", "工会组织名称")
_SESSION = re.compile(r"第?(.+?)[届次](?:委员会)?")


def _read_session(text: str) -> Reading[int]:
    """Return which term of office 第三届 or 3 means."""
    bare = "".join(text.split())
    found = _SESSION.fullmatch(bare)
    return read_number(found[1] if found else bare)


def _with_years(_frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take how many years a term lasts from its days when no column tells it."""
    slot = Slot(UnionTerm, "years")
    first, last = (found.given.get(name) for name in ("elected_on", "expires_on"))
    if found.given.get(slot.name) or not (isinstance(first, date) and isinstance(last, date)):
        return
    words = f"{round((last - first).days / 365.25)}年"
    if words in (line.name for line in codes.table("term_years").lines):
        found.given[slot.name] = slot.field.read(words).value
        say(slot, "fix", f"按选举日期到届满日期登记为“{words}”")


def _with_results(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Let the votes of all rows of an election decide who is elected."""
    own = found.given
    election = frame.desk.shelf(Election).records.get(_ref(own.get("election")))
    if election is None or own.get("yes") is None:
        return
    this = Candidate(**own)  # type: ignore[arg-type]
    before = [
        one
        for one in frame.desk.find(Candidate, election=own["election"])
        if one.person_name != this.person_name
    ]
    after = decided(election, [*before, this])
    own["result"] = after[-1].result
    for old, new in zip(before, after, strict=False):
        if old != new:
            keys = {"election": new.election, "person_name": new.person_name}
            found.parts.append(Part(Candidate, {**keys, "result": new.result}))


def _ref(value: object) -> int:
    return value if isinstance(value, int) else 0


def _with_committee(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take a list without committees for one of the committee that its title names."""
    slot = Slot(Election, "committee")
    title = f"{frame.facts.title} {frame.sheet}"
    take_from_title(frame, found, slot, named_in(title, _COMMITTEES), say)


def _with_person(frame: Frame, found: Draft, _others: Others, _say: Say) -> None:
    """Take from the members' roster what the list leaves out about a person."""
    person = found.given.get("person")
    kept = frame.desk.shelf(Member).records.get(_ref(person)) if person else None
    for name in _OF_MEMBER if kept else ():
        value = getattr(kept, name)
        if value and not found.given.get(name):
            found.first[name] = value


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Application,
        label="申请审批登记簿",
        titles=("申请审批", "请示批复", "建会申请", "建会审批"),
        needs=("union_name", "kind"),
        speaks=("request_no", "request_on", "reply_no", "reply_on", "received_on"),
        headings={Slot(Application, "union_name"): ("申请单位", "申报单位")},
        readers={"request_no": read_doc_no, "reply_no": read_doc_no},
    ),
    SheetType(
        record=Election,
        label="选举登记表",
        titles=("选举情况", "选举登记", "选举", "换届"),
        needs=("union_name", "held_on", "entitled"),
        speaks=("present", "issued", "returned", "seats"),
        headings={
            Slot(Election, "union_name"): _UNIT_WORDS,
            Slot(Election, "held_on"): ("选举大会日期", "召开日期", "换届时间", "换届选举时间"),
            Slot(Election, "entitled"): ("应到代表", "应到会代表", "应参会人数"),
            Slot(Election, "present"): ("实到代表", "实到会代表", "到会人数", "实参会人数"),
        },
        maker=_with_committee,
    ),
    SheetType(
        record=Candidate,
        label="候选人得票登记表",
        titles=("候选人", "计票", "得票"),
        needs=("election", "person_name"),
        speaks=("yes", "no", "abstain", "result"),
        headings={Slot(Candidate, "election"): ("选举", "选举名称")},
        maker=_with_results,
    ),
    SheetType(
        record=Post,
        label="工会干部花名册",
        titles=("工会干部", "任职", "委员会组成人员", "委员名册", "干部花名册", "专干", "组织员"),
        needs=("union_name", "position", "person_name"),
        speaks=("fulltime", "from_on", "to_on", "title_in_unit", "committee"),
        headings={
            Slot(Post, "union_name"): _UNIT_WORDS,
            Slot(Post, "position"): ("工会任职", "工会内职务", "现任工会职务"),
            Slot(Post, "from_on"): ("本届任职时间", "任现职时间"),
            Slot(Post, "fulltime"): ("是否专职", "专职/兼职"),
            Slot(Post, "phone"): ("联系方式", "手机号", "移动电话"),
        },
        readers={"from_on": FIRST_DAY, "fulltime": worded(Post, "fulltime", _FULLTIME)},
        maker=_with_person,
    ),
    SheetType(
        record=LegalCertificate,
        label="法人资格证书登记表",
        titles=("法人资格", "法人证书", "法人登记"),
        needs=("union_name", "valid_to"),
        speaks=("cert_no", "legal_person", "authority", "valid_from", "issued_on"),
        headings={
            Slot(LegalCertificate, "credit_code"): (
                *("工会统一社会信用代码", "工会法人代码", "代码", "工会代码"),
            ),
            Slot(LegalCertificate, "legal_person"): ("法定代表人（主席）", "工会主席"),
        },
        span=Span(
            Slot(LegalCertificate, "valid_from"),
            Slot(LegalCertificate, "valid_to"),
            ("有效期", "有效期限", "证书有效期", "证书有效期限", "有效期起止", "起止日期"),
        ),
    ),
    SheetType(
        record=UnionTerm,
        label="工会届次登记表",
        titles=("届次", "换届情况", "任期情况"),
        needs=("union", "session_no", "elected_on"),
        speaks=("years", "expires_on", "extended_to", "delegates_total"),
        headings={
            Slot(UnionTerm, "union"): (*_UNIT_WORDS, "工会名称", "基层工会名称"),
            Slot(UnionTerm, "session_no"): ("届次", "本届届次"),
            Slot(UnionTerm, "elected_on"): (
                *("本届选举日期", "换届日期", "当选日期", "本届当选日期", "选举时间"),
                *("换届时间", "本届选举时间"),
            ),
            Slot(UnionTerm, "years"): ("任期年限", "任期（年）", "任期年数"),
            Slot(UnionTerm, "expires_on"): ("任期届满日期", "任期届满时间", "到届日期", "届满时间"),
        },
        readers={"session_no": cast("Reader", _read_session)},
        maker=_with_years,
    ),
)
