"""Queries that stand ready for each type, in the words in which clerks ask for them."""

from typing import TypeAlias

from models.queries.conditions import Condition, Query
from models.records.base import Record

Asked: TypeAlias = tuple[str, *tuple[Condition, ...]]

YEAR_OF_MONTHS = 12
RENEWAL_DAYS = 90
EXPIRY_DAYS = 60
REVIEW_DAYS = 365
ELECTION_DAYS = 180
ANSWER_DAYS = 20
YOUNG_YEARS = 35
# 工会法第十一条: from 25 members on a unit elects a committee of its own.
ENOUGH_FOR_A_UNION = 25
# The operating statuses of units that do not exist any more.
ENDED = ("4", "5", "6", "7", "8", "9")


def _blank(subject: str) -> Condition:
    return Condition(subject, "blank")


def _filled(subject: str) -> Condition:
    return Condition(subject, "filled")


def _due(subject: str, days: int) -> Condition:
    return Condition(subject, "due", days)


def _over(subject: str) -> Condition:
    return Condition(subject, "older", 0)


def _stage(*names: str) -> Condition:
    return (
        Condition("@stage", "is", names[0])
        if len(names) == 1
        else Condition("@stage", "one_of", names)
    )


NO_FILES = Condition("@files", "none")
ON_FILE = _stage("在档")
RUNNING = Condition("operating_status", "none_of", ENDED)
MEMBERSHIP = _stage("在册", "疑似退会")

_BY_TABLE: dict[str, tuple[Asked, ...]] = {
    "unit": (
        (
            "未建会且25人以上",
            Condition("@union_org.unit", "alive_none"),
            Condition("@union_unit.unit", "alive_none"),
            Condition("unit_year.unit/workers_total", "least", ENOUGH_FOR_A_UNION),
            RUNNING,
        ),
        ("合同将到期", _due("cb_contract.unit/valid_to", EXPIRY_DAYS)),
        ("没有有效的集体合同", Condition("@cb_contract.unit", "alive_none"), RUNNING),
        ("今年未走访", Condition("@visit.unit", "year_none"), RUNNING),
        ("今年未参加体检", Condition("@health_exam.unit", "year_none"), RUNNING),
        ("没有报职工人数", Condition("@unit_year.unit", "none"), RUNNING),
        ("统一社会信用代码为空", _blank("credit_code")),
    ),
    "union_org": (
        ("没有会员名单", Condition("@member.union", "none"), _stage("正常")),
        ("没有在任届次", Condition("@union_term.union", "alive_none"), _stage("正常")),
        ("没有有效的法人证书", Condition("@legal_cert.union", "alive_none"), _stage("正常")),
        ("工会主席为空", _blank("chair"), _stage("正常")),
        ("没有会员人数", _blank("members_total"), _stage("正常")),
    ),
    "union_term": (
        ("半年内届满", _due("expires_on", ELECTION_DAYS)),
        ("已经届满", _stage("届满")),
    ),
    "legal_cert": (
        ("90天内到期", _due("valid_to", RENEWAL_DAYS)),
        ("已经到期", _stage("到期")),
    ),
    "member": (
        ("身份证号为空", _blank("id_no")),
        ("移动电话为空", _blank("mobile"), MEMBERSHIP),
        ("未参加体检", Condition("unit/@health_exam.unit", "year_none"), MEMBERSHIP),
        ("从未帮扶过", Condition("@aid_item.person", "none"), MEMBERSHIP),
        ("6个月没有交会费", _stage("疑似退会")),
        ("没有实名认证", Condition("verified", "no"), MEMBERSHIP),
        ("没有对应到工会", _blank("union")),
        ("35岁以下青年", Condition("birth", "younger", YOUNG_YEARS), MEMBERSHIP),
        ("没有入会日期", _blank("joined_on"), MEMBERSHIP),
    ),
    "member_transfer": (("还没有接收", _stage("办理中")),),
    "app_case": (("还没有批复", _stage("办理中")),),
    "cb_contract": (
        ("60天内到期", _due("valid_to", EXPIRY_DAYS)),
        ("没有报送备案", _blank("filed_on"), _stage("有效")),
        ("今年没有履约检查", Condition("@cb_check.contract", "year_none"), _stage("有效")),
        ("没有合同附件", NO_FILES, _stage("有效")),
    ),
    "cb_nego": (
        (
            "要约20天没有答复",
            Condition("offer_on", "older", ANSWER_DAYS),
            _blank("replied_on"),
            _stage("进行中"),
        ),
        ("还没有签合同", Condition("@cb_contract.negotiation", "none"), _stage("进行中")),
    ),
    "cb_check": (("过了期限没有整改", _over("rectify_by"), _blank("rectified_on")),),
    "harmony": (("90天内到期", _due("valid_to", RENEWAL_DAYS)), ("已经到期", _stage("到期"))),
    "dm_congress": (("没有会议附件", NO_FILES), ("没有会议记录", Condition("has_minutes", "no"))),
    "suggestion": (("还没有评审", _stage("待评审")), ("采纳了没有实施", _stage("已采纳"))),
    "model_person": (("联系电话为空", _blank("phone"), _stage("在职", "退休")),),
    "hard_file": (
        ("从未帮扶过", Condition("@aid_item.household", "none"), ON_FILE),
        ("今年未帮扶", Condition("@aid_item.household", "year_none"), ON_FILE),
        (
            "今年未走访",
            Condition("visited_on", "not_this_year"),
            Condition("person/@visit_talk.person", "year_none"),
            ON_FILE,
        ),
        (
            "复核到期",
            Condition("@hard_review.household", "days_none", REVIEW_DAYS),
            Condition("filed_on", "older", REVIEW_DAYS),
            ON_FILE,
        ),
        ("没有结对帮扶人", Condition("@pairing.household", "alive_none"), ON_FILE),
        ("没有家庭成员", Condition("@hard_member.household", "none"), ON_FILE),
        ("银行卡号为空", _blank("card_no"), ON_FILE),
    ),
    "pairing": (
        ("30天内到期", _due("to_on", 30)),
        ("从未走访", _blank("visits"), _stage("有效")),
        ("没有发联系卡", Condition("card_printed", "no"), _stage("有效")),
    ),
    "aid_batch": (("没有发放明细", Condition("@aid_item.batch", "none")), ("没有附件", NO_FILES)),
    "aid_item": (
        ("没有签字", Condition("is_signed", "no")),
        ("没有录入帮扶系统", _blank("keyed_on"), _filled("household")),
    ),
    "rights_case": (
        ("过了办结期限", _over("due_on"), _stage("在办")),
        ("没有回访", _blank("revisited_on"), _stage("已结")),
    ),
    "law_letter": (("过了期限没有答复", _over("answer_due"), _stage("待答复")),),
    "visit": (
        ("没有面谈对象", Condition("@visit_talk.visit", "none")),
        ("有问题没有登记诉求", _filled("problems"), Condition("@issue.visit", "none")),
        ("没有走访纪要", _blank("content")),
        ("没有对应到单位", _blank("unit")),
    ),
    "visit_talk": (
        (
            "要跟进没有登记诉求",
            Condition("needs_followup", "yes"),
            Condition("@issue.talk", "none"),
        ),
    ),
    "issue": (
        ("过了办理期限", _over("due_on"), _blank("solved_on")),
        ("没有答复", _blank("replied_on")),
        ("没有责任人", _blank("assigned_to"), _blank("solved_on")),
    ),
    "venue": (("今年没有情况", Condition("@venue_year.venue", "year_none"), _stage("在用")),),
    "ankang_entry": (("没有签承诺书", Condition("has_commitment", "no"), _stage("参赛")),),
    "safety_check": (("没有受检企业", Condition("@checked_unit.safety_check", "none")),),
    "hazard": (
        ("过了整改期限", _over("due_on"), _blank("fixed_on")),
        ("没有复查", _filled("fixed_on"), _blank("recheck_on")),
    ),
    "training": (("没有签到表", Condition("has_signatures", "no")), ("没有附件", NO_FILES)),
    "health_exam": (("结果没有告知", Condition("is_told", "no")),),
    "event": (("没有照片等附件", NO_FILES), ("没有参加人次", _blank("headcount"))),
    "honor": (("没有证书扫描件", NO_FILES), ("没有文号", _blank("doc_no"))),
    "incoming": (("过了办理时限", _stage("逾期")), ("还没有办结", _blank("done_on"))),
    "mi_policy": (
        ("30天内到期", _due("end_on", 30)),
        ("到期没有续保", _stage("到期"), Condition("@mi_policy.previous", "none")),
        ("没有被保障人名单", Condition("@mi_insured.policy", "none")),
    ),
    "mi_claim": (("资料不齐", Condition("are_documents_complete", "no"), _stage("申领")),),
    "fund_unit": (
        ("今年没有缴费", Condition("unit/@fund_in.unit", "year_none"), _stage("在缴")),
        ("没有月基数", _blank("base_month"), _stage("在缴")),
    ),
    "fund_in": (("没有开收据", _blank("receipt")),),
    "fund_dun": (("过了期限没有补缴", _over("deadline"), _blank("paid_on")),),
    "document": (("没有存档件", NO_FILES),),
}


def presets_of(record_type: type[Record]) -> tuple[Query, ...]:
    """Return what clerks usually ask about these records; everything can be stale or unproven."""
    own = _BY_TABLE.get(record_type.about.table, ())
    usual: tuple[Asked, ...] = (
        ("一年未改", Condition("@changed", "stale", YEAR_OF_MONTHS)),
        ("没有附件", NO_FILES),
    )
    known = {name for name, *_ in own}
    asked = (*own, *(one for one in usual if one[0] not in known))
    return tuple(Query(record_type, tuple(conditions), name=name) for name, *conditions in asked)


def tables_with_presets() -> frozenset[str]:
    """Return the tables that have questions of their own."""
    return frozenset(_BY_TABLE)
