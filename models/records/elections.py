"""Applications and replies, elections, offices held, and certificates of legal personality."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    CreditCode,
    Day,
    Link,
    Note,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Text,
    Year,
)
from models.records.base import About, Record, State
from models.records.states import coded, term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Record):
    """What a union asked of the township federation, and the reply."""

    about: ClassVar[About] = About(
        table="app_case",
        label="申请审批",
        measure="件",
        titles=("title",),
        columns=("union_name", "kind", "request_no", "request_on", "reply_no", "reply_on"),
        keys=(("union_name", "kind", "request_on"),),
        order=("request_on",),
        search=("title", "union_name", "request_no", "reply_no"),
        year="request_on",
        states=(
            coded("拟稿", "draft", "", is_alive=False),
            coded("办理中", "reported", "under_review"),
            coded("已批复", "replied"),
            coded("未批准", "refused", is_alive=False),
        ),
    )

    union: Annotated[
        int | None, Link(label="对应工会", to="union_org", help="还没有成立的空着")
    ] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称",
            required=True,
            is_name=True,
            width=28,
            headings=("申请工会", "工会", "申报工会", "拟建工会"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="申请类型",
            required=True,
            codes="application_type",
            headings=("类型", "事项", "申请事项"),
        ),
    ] = ""
    title: Annotated[
        str,
        Text(label="请示标题", width=36, help="空着时按工会和类型给出", headings=("标题", "题名")),
    ] = ""
    request_no: Annotated[
        str, Text(label="请示文号", width=20, headings=("来文文号", "请示字号"))
    ] = ""
    request_on: Annotated[
        date | None, Day(label="请示日期", headings=("来文日期", "申请日期", "上报日期"))
    ] = None
    received_on: Annotated[date | None, Day(label="收到日期", headings=("收文日期",))] = None
    handled_by: Annotated[str, Text(label="经办人", is_name=True, headings=("承办人",))] = ""
    handling_opinion: Annotated[str, Note(label="经办意见")] = ""
    reviewed_by: Annotated[str, Text(label="审核人", is_name=True)] = ""
    review_opinion: Annotated[str, Note(label="审核意见")] = ""
    approved_by: Annotated[str, Text(label="审批人", is_name=True)] = ""
    approval_opinion: Annotated[str, Note(label="审批意见")] = ""
    reply_no: Annotated[str, Text(label="批复文号", width=20, headings=("批复字号", "文号"))] = ""
    reply_on: Annotated[date | None, Day(label="批复日期", headings=("批复时间",))] = None
    extended_to: Annotated[
        date | None, Day(label="同意延期至", help="延期换届的填，届次跟着改")
    ] = None
    status: Annotated[
        str,
        Choice(
            label="办理情况",
            codes="application_status",
            help="按填了哪些日期判断；不批准的自己选",
            headings=("状态", "办理状态"),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Election(Record):
    """One ballot for a committee, with the count of heads and of votes."""

    about: ClassVar[About] = About(
        table="election",
        label="选举",
        measure="次",
        titles=("title",),
        columns=("union_name", "committee", "held_on", "entitled", "present", "seats"),
        keys=(("union", "committee", "held_on"), ("union_name", "committee", "held_on")),
        order=("held_on",),
        search=("title", "union_name", "place"),
        year="held_on",
        states=(
            coded("拟选举", "planned", "", is_alive=False),
            coded("已选举", "held", "reported"),
            coded("已批复", "approved"),
        ),
    )

    union: Annotated[int | None, Link(label="对应工会", required=True, to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称", required=True, is_name=True, width=28, headings=("工会", "基层工会")
        ),
    ] = ""
    term: Annotated[int | None, Link(label="届次", to="union_term")] = None
    committee: Annotated[
        str,
        Choice(
            label="选举的委员会",
            required=True,
            codes="committee_type",
            headings=("委员会", "选举类别"),
        ),
    ] = ""
    held_on: Annotated[
        date | None,
        Day(label="选举日期", required=True, headings=("大会日期", "日期", "选举时间")),
    ] = None
    title: Annotated[
        str, Text(label="选举名称", width=36, help="空着时按工会、委员会和日期给出")
    ] = ""
    place: Annotated[str, Text(label="地点")] = ""
    meeting_type: Annotated[
        str, Choice(label="会议形式", codes="meeting_type", headings=("大会形式",))
    ] = ""
    published_from: Annotated[
        date | None, Day(label="候选人公示起", headings=("公示开始日期", "公示起"))
    ] = None
    published_to: Annotated[
        date | None, Day(label="候选人公示止", headings=("公示结束日期", "公示止"))
    ] = None
    entitled: Annotated[
        int | None,
        Number(
            label="应到人数", required=True, minimum=1, unit="人", headings=("应到会人数", "应到")
        ),
    ] = None
    present: Annotated[
        int | None, Number(label="实到人数", unit="人", headings=("实到会人数", "实到"))
    ] = None
    issued: Annotated[
        int | None, Number(label="发出选票", unit="张", headings=("发出票数", "发票数", "发出"))
    ] = None
    returned: Annotated[
        int | None, Number(label="收回选票", unit="张", headings=("收回票数", "收回"))
    ] = None
    valid: Annotated[int | None, Number(label="有效票", unit="张", headings=("有效",))] = None
    invalid: Annotated[int | None, Number(label="无效票", unit="张", headings=("无效",))] = None
    seats: Annotated[
        int | None,
        Number(label="应选名额", minimum=1, unit="人", headings=("应选人数", "应选", "名额")),
    ] = None
    status: Annotated[str, Choice(label="进展", codes="election_status", headings=("状态",))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Record):
    """Somebody who stood in an election, or whose name was written in."""

    about: ClassVar[About] = About(
        table="candidate",
        label="候选人",
        measure="人",
        titles=("person_name",),
        columns=("election", "person_name", "sex", "yes", "no", "abstain", "result"),
        keys=(("election", "person_name"),),
        order=("election", "number"),
        search=("person_name", "post_title"),
    )

    election: Annotated[
        int | None, Link(label="选举", required=True, to="election", is_part=True)
    ] = None
    number: Annotated[int | None, Number(label="序号", minimum=1)] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("候选人姓名", "候选人"))
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="类别", codes="candidate_kind", help="空着时按候选人", headings=("候选人类别",)
        ),
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex")] = ""
    birth: Annotated[PartialDate | None, PartialDay(label="出生年月", headings=("出生日期",))] = (
        None
    )
    politics: Annotated[str, Choice(label="政治面貌", codes="politics")] = ""
    post_title: Annotated[str, Text(label="职务", headings=("现任职务", "行政职务"))] = ""
    yes: Annotated[
        int | None, Number(label="同意票", unit="票", headings=("同意", "赞成票", "得票数", "票数"))
    ] = None
    no: Annotated[
        int | None, Number(label="不同意票", unit="票", headings=("不同意", "反对票"))
    ] = None
    abstain: Annotated[int | None, Number(label="弃权票", unit="票", headings=("弃权",))] = None
    result: Annotated[
        str,
        Choice(
            label="选举结果",
            codes="candidate_result",
            help="按得票自动得出：超过应到人数半数、在应选名额之内的当选",
            headings=("是否当选", "结果"),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """One person in one office of a union."""

    about: ClassVar[About] = About(
        table="post",
        label="工会任职",
        measure="人",
        titles=("person_name", "position"),
        columns=("union_name", "person_name", "position", "fulltime", "from_on", "to_on"),
        keys=(("union_name", "person_name", "position", "from_on"),),
        order=("union_name", "position"),
        search=("person_name", "union_name", "phone", "title_in_unit"),
        tells=("union_name",),
        states=term("from_on", "to_on", running="在任", over="届满"),
    )

    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称",
            required=True,
            is_name=True,
            width=28,
            headings=("工会", "所在工会", "基层工会", "任职工会"),
        ),
    ] = ""
    term: Annotated[int | None, Link(label="届次", to="union_term")] = None
    position: Annotated[
        str,
        Choice(
            label="工会职务",
            required=True,
            codes="union_position",
            headings=("职务", "任职", "担任职务"),
        ),
    ] = ""
    committee: Annotated[
        str,
        Choice(
            label="委员会",
            codes="committee_type",
            help="空着时按职务填写",
            headings=("所在委员会",),
        ),
    ] = ""
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(
            label="姓名", required=True, is_name=True, headings=("干部姓名", "委员姓名", "任职人员")
        ),
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex")] = ""
    birth: Annotated[PartialDate | None, PartialDay(label="出生年月", headings=("出生日期",))] = (
        None
    )
    id_no: Annotated[
        str, PersonId(label="身份证号", width=20, headings=("身份证号码", "证件号码"))
    ] = ""
    nation: Annotated[str, Choice(label="民族", codes="nation")] = ""
    politics: Annotated[str, Choice(label="政治面貌", codes="politics")] = ""
    education: Annotated[str, Choice(label="文化程度", codes="education", headings=("学历",))] = ""
    title_in_unit: Annotated[
        str, Text(label="兼任行政职务", headings=("行政职务", "单位职务", "党政职务"))
    ] = ""
    fulltime: Annotated[
        str,
        Choice(
            label="专兼职",
            codes="fulltime_kind",
            headings=("专/兼职", "专职或兼职", "专（兼）职", "任职方式"),
        ),
    ] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "手机", "手机号码"))] = ""
    from_on: Annotated[
        date | None, Day(label="任职日期", headings=("任职时间", "当选日期", "任职起"))
    ] = None
    to_on: Annotated[
        date | None,
        Day(
            label="届满日期",
            help="离任的填离任日期；空着且选了届次的，按届次届满",
            headings=("届满时间", "离任日期", "任职止", "任期届满"),
        ),
    ] = None
    votes: Annotated[int | None, Number(label="得票数", unit="票", headings=("得票",))] = None
    trained_in: Annotated[int | None, Year(label="最近培训年度", headings=("培训年度", "培训"))] = (
        None
    )
    remark: Annotated[str, Note(label="备注")] = ""


def _is_over(certificate: "LegalCertificate", day: date) -> bool:
    return certificate.valid_to is not None and certificate.valid_to < day


def _is_held(certificate: "LegalCertificate", day: date) -> bool:
    return certificate.status in ("", "valid") and not _is_over(certificate, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCertificate(Record):
    """The certificate of a union's legal personality; it lives as long as the committee's term."""

    about: ClassVar[About] = About(
        table="legal_cert",
        label="法人资格证书",
        measure="份",
        titles=("union_name", "cert_no"),
        columns=(
            "union_name",
            "credit_code",
            "legal_person",
            "valid_from",
            "valid_to",
            "authority",
        ),
        keys=(("cert_no", "valid_from"), ("union_name", "valid_from")),
        order=("valid_to",),
        search=("union_name", "credit_code", "cert_no", "legal_person"),
        states=(
            coded("申领中", "applying", is_alive=False),
            coded("注销等", "changed", "cancelled", "lost", is_alive=False),
            State("有效", _is_held),
            State("到期", _is_over, is_alive=False),
        ),
    )

    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    union_name: Annotated[
        str,
        Text(
            label="工会名称", required=True, is_name=True, width=28, headings=("工会", "基层工会")
        ),
    ] = ""
    credit_code: Annotated[
        str,
        CreditCode(
            label="工会信用代码",
            width=20,
            help="81开头，18位",
            headings=("统一社会信用代码", "信用代码", "法人代码"),
        ),
    ] = ""
    cert_no: Annotated[
        str, Text(label="证书号", headings=("证书编号", "法人资格证书号", "证号"))
    ] = ""
    legal_person: Annotated[
        str, Text(label="法定代表人", is_name=True, headings=("法人代表", "主席"))
    ] = ""
    issued_on: Annotated[date | None, Day(label="发证日期", headings=("发证时间", "领证日期"))] = (
        None
    )
    valid_from: Annotated[
        date | None,
        Day(label="有效期起", help="空着时按发证日期", headings=("有效期自", "有效起始日期")),
    ] = None
    valid_to: Annotated[
        date | None,
        Day(label="有效期止", required=True, headings=("有效期至", "到期日期", "有效截止日期")),
    ] = None
    authority: Annotated[
        str, Text(label="发证机关", is_name=True, headings=("登记机关", "审查登记机关"))
    ] = ""
    status: Annotated[
        str,
        Choice(
            label="证书状态",
            codes="legal_cert_status",
            help="空着时按有效期判断",
            headings=("状态",),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Application, Election, Candidate, Post, LegalCertificate)
