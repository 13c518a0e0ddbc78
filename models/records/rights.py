"""Cases of workers' rights, their steps, and letters of supervision."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Link, Money, Note, Number, Phone, Text
from models.records.base import About, Record, State


def _is_over(case: "RightsCase", day: date) -> bool:
    """Whether a case has ended by a day; a result without a day counts at once."""
    if case.closed_on is not None:
        return case.closed_on <= day
    return bool(case.result or case.refusal)


def _is_filed(case: "RightsCase", day: date) -> bool:
    return _is_over(case, day) and bool(case.box)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsCase(Record):
    """A labour dispute that the township mediates or follows up."""

    about: ClassVar[About] = About(
        table="rights_case",
        label="维权个案",
        measure="件",
        titles=("case_no", "party_name"),
        columns=("case_no", "received_on", "party_name", "unit_name", "cause", "heads", "result"),
        keys=(
            ("case_no",),
            ("received_on", "unit", "party_name"),
            ("received_on", "unit_name", "party_name"),
        ),
        order=("received_on", "case_no"),
        search=("case_no", "party_name", "unit_name", "mediator", "party_phone"),
        year="received_on",
        tells=("unit_name", "received_on"),
        states=(
            State("在办", lambda case, day: not _is_over(case, day)),
            State(
                "已结",
                lambda case, day: _is_over(case, day) and not _is_filed(case, day),
                is_alive=False,
            ),
            State("归档", _is_filed, is_alive=False),
        ),
    )

    case_no: Annotated[
        str,
        Text(
            label="案号",
            width=24,
            help="如：示例镇劳调〔2024〕3号",
            headings=("案件编号", "案件号", "案件文号", "个案编号"),
        ),
    ] = ""
    source: Annotated[
        str, Choice(label="来源", codes="case_source", headings=("案件来源", "案源"))
    ] = ""
    applied_on: Annotated[
        date | None, Day(label="申请日期", headings=("申请调解日期", "申请时间"))
    ] = None
    application_form: Annotated[
        str,
        Choice(label="申请方式", codes="case_form", help="口头申请的当场记录"),
    ] = ""
    received_on: Annotated[
        date | None,
        Day(
            label="受理日期",
            headings=("受理时间", "立案日期", "登记日期", "立案时间", "日期"),
        ),
    ] = None
    refusal: Annotated[
        str, Note(label="不受理理由", help="不予受理的填；填了就不再计算调解期限")
    ] = ""
    party: Annotated[int | None, Link(label="对应会员", to="member")] = None
    party_name: Annotated[
        str,
        Text(
            label="当事人",
            required=True,
            is_name=True,
            width=20,
            help="几个人的写“某某等3人”",
            headings=("申请人", "劳动者", "职工姓名", "申请人姓名", "职工", "当事人姓名", "姓名"),
        ),
    ] = ""
    party_phone: Annotated[
        str, Phone(label="当事人电话", headings=("联系电话", "电话", "申请人电话"))
    ] = ""
    heads: Annotated[
        int | None,
        Number(label="人数", unit="人", minimum=1, headings=("涉及人数", "涉案人数", "当事人数")),
    ] = None
    representatives: Annotated[
        str, Text(label="推举的代表", width=28, help="10人以上的推举3至5名代表")
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="用人单位",
            is_name=True,
            width=28,
            headings=("被申请人", "单位", "单位名称", "被申请单位", "企业", "用工单位"),
        ),
    ] = ""
    respondent: Annotated[
        str, Text(label="单位参加人", is_name=True, help="法定代表人或委托代理人")
    ] = ""
    cause: Annotated[
        str,
        Choice(
            label="案由",
            required=True,
            codes="case_cause",
            width=18,
            headings=("争议类型", "案件类型", "纠纷类型", "争议类别", "争议事由"),
        ),
    ] = ""
    claim: Annotated[
        str, Note(label="争议事项", headings=("请求事项", "诉求", "争议内容", "申请事项"))
    ] = ""
    facts: Annotated[str, Note(label="事实理由", headings=("事实与理由", "基本案情"))] = ""
    amount: Annotated[
        int | None,
        Money(
            label="涉及金额（元）",
            headings=("涉及金额", "涉案金额", "金额", "标的额", "标的金额", "争议金额"),
        ),
    ] = None
    disputed_on: Annotated[
        date | None,
        Day(label="争议发生日", help="仲裁时效从这天起算", headings=("争议发生日期",)),
    ] = None
    left_on: Annotated[
        date | None,
        Day(label="离职日期", help="欠薪案：还在职的不填，不受1年时效限制"),
    ] = None
    injury_on: Annotated[date | None, Day(label="受伤日期", headings=("工伤日期",))] = None
    recognition_on: Annotated[
        date | None, Day(label="申请工伤认定日", headings=("工伤认定申请日期",))
    ] = None
    leave_from: Annotated[date | None, Day(label="停工留薪起", headings=("停工留薪期起",))] = None
    leave_to: Annotated[date | None, Day(label="停工留薪止", headings=("停工留薪期止",))] = None
    wage_due: Annotated[
        int | None, Money(label="应付月工资（元）", help="受伤前的原工资福利", headings=("月工资",))
    ] = None
    wage_paid: Annotated[
        int | None, Money(label="期内已付（元）", headings=("已付工资", "已支付工资"))
    ] = None
    agreed: Annotated[
        str,
        Choice(label="对方同意调解", codes="yes_no", headings=("同意调解", "被申请人同意调解")),
    ] = ""
    mediator: Annotated[
        str,
        Text(label="调解员", is_name=True, width=16, headings=("承办人", "经办人", "主办调解员")),
    ] = ""
    panel: Annotated[str, Text(label="调解小组", width=20, help="3人小组的写全，第一人为组长")] = ""
    due_on: Annotated[
        date | None,
        Day(label="办结期限", help="空着时从受理日期起算15日", headings=("期限届满",)),
    ] = None
    result: Annotated[
        str,
        Choice(
            label="处理结果",
            codes="case_result",
            headings=("结果", "调解结果", "处理情况", "办理结果", "结案方式"),
        ),
    ] = ""
    closed_on: Annotated[
        date | None, Day(label="结案日期", headings=("结案时间", "办结日期", "调解日期"))
    ] = None
    agreement_no: Annotated[str, Text(label="协议书编号", width=20)] = ""
    agreement_on: Annotated[
        date | None, Day(label="协议日期", headings=("协议书日期", "签订协议日期"))
    ] = None
    perform_by: Annotated[date | None, Day(label="履行期限", headings=("协议履行期限",))] = None
    performed_on: Annotated[date | None, Day(label="履行日期", headings=("支付日期",))] = None
    paid: Annotated[
        int | None,
        Money(
            label="实付金额（元）", headings=("实付金额", "实际支付金额", "挽回损失", "追回金额")
        ),
    ] = None
    review_on: Annotated[date | None, Day(label="申请仲裁审查日", help="双方共同申请")] = None
    order_on: Annotated[date | None, Day(label="申请支付令日")] = None
    tribunal_on: Annotated[date | None, Day(label="申请仲裁日期")] = None
    tribunal_accepted_on: Annotated[date | None, Day(label="仲裁受理日期")] = None
    award_on: Annotated[date | None, Day(label="收到裁决书日期")] = None
    sued_on: Annotated[date | None, Day(label="起诉日期")] = None
    revisited_on: Annotated[date | None, Day(label="回访日期")] = None
    satisfaction: Annotated[
        str, Choice(label="满意度", codes="satisfaction", headings=("满意程度",))
    ] = ""
    box: Annotated[str, Text(label="归档号", headings=("档案号", "卷号", "归档编号"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep(Record):
    """One thing done in a case: a talk, an inquiry, a meeting, a delivery."""

    about: ClassVar[About] = About(
        table="case_step",
        label="办案过程",
        measure="次",
        titles=("acted_on", "kind"),
        columns=("case", "acted_on", "kind", "handler", "with_whom"),
        keys=(("case", "acted_on", "kind", "content"), ("case", "acted_on", "kind")),
        order=("case", "acted_on"),
        search=("handler", "with_whom", "content"),
        year="acted_on",
    )

    case: Annotated[
        int | None,
        Link(
            label="个案",
            required=True,
            to="rights_case",
            is_part=True,
            headings=("案号", "所属个案"),
        ),
    ] = None
    acted_on: Annotated[
        date | None, Day(label="日期", required=True, headings=("时间", "办理日期"))
    ] = None
    kind: Annotated[
        str,
        Choice(
            label="办理类型",
            required=True,
            codes="case_step_kind",
            headings=("类型", "办理方式", "事项"),
        ),
    ] = ""
    handler: Annotated[
        str, Text(label="经办人", is_name=True, width=16, headings=("调解员", "承办人", "办理人"))
    ] = ""
    with_whom: Annotated[str, Text(label="对象", width=20, headings=("谈话对象", "办理对象"))] = ""
    content: Annotated[str, Note(label="内容", headings=("办理内容", "办理情况", "主要内容"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


def _letter_is_answered(letter: "LawLetter", day: date) -> bool:
    return letter.answered_on is not None and letter.answered_on <= day


def _letter_is_escalated(letter: "LawLetter", day: date) -> bool:
    is_raised = letter.escalated_on is not None and letter.escalated_on <= day
    return is_raised and not _letter_is_answered(letter, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLetter(Record):
    """A letter of labour law supervision to a unit: a reminder, an opinion or a proposal."""

    about: ClassVar[About] = About(
        table="law_letter",
        label="一函两书",
        measure="件",
        titles=("letter_no", "unit_name"),
        columns=("letter_no", "kind", "unit_name", "issued_on", "answered_on", "escalated_on"),
        keys=(
            ("letter_no",),
            ("unit", "kind", "issued_on"),
            ("unit_name", "kind", "issued_on"),
        ),
        order=("issued_on", "letter_no"),
        search=("letter_no", "unit_name", "content"),
        year="issued_on",
        tells=("issued_on",),
        states=(
            State(
                "待答复",
                lambda one, day: (
                    not _letter_is_answered(one, day) and not _letter_is_escalated(one, day)
                ),
            ),
            State("已答复", _letter_is_answered, is_alive=False),
            State("已提请", _letter_is_escalated),
        ),
    )

    kind: Annotated[
        str,
        Choice(
            label="文书类型",
            required=True,
            codes="law_letter_kind",
            width=20,
            headings=("类型", "种类", "文书种类", "文书名称"),
        ),
    ] = ""
    letter_no: Annotated[
        str, Text(label="文号", width=24, headings=("编号", "文书编号", "文书文号"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="用人单位",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "被函单位", "企业名称", "送达单位", "单位"),
        ),
    ] = ""
    case: Annotated[int | None, Link(label="对应个案", to="rights_case")] = None
    issued_on: Annotated[
        date | None,
        Day(label="发出日期", required=True, headings=("发出时间", "送达日期", "制发日期", "日期")),
    ] = None
    signed_by: Annotated[
        str,
        Text(label="签署人", is_name=True, help="意见书由主席或副主席签署", headings=("签发人",)),
    ] = ""
    content: Annotated[
        str, Note(label="主要问题", headings=("存在问题", "问题", "内容", "违法事实"))
    ] = ""
    basis: Annotated[str, Note(label="法律依据", headings=("依据", "法规依据"))] = ""
    answer_due: Annotated[
        date | None,
        Day(label="答复期限", help="空着时按本地规定算", headings=("整改期限", "回复期限")),
    ] = None
    answered_on: Annotated[
        date | None, Day(label="答复日期", headings=("回复日期", "反馈日期"))
    ] = None
    outcome: Annotated[
        str, Note(label="答复结果", headings=("结果", "整改结果", "整改情况", "处理结果"))
    ] = ""
    escalated_on: Annotated[date | None, Day(label="提请日期", headings=("提请上级日期",))] = None
    escalated_to: Annotated[
        str, Text(label="提请单位", width=20, help="地方总工会，再由其提请人社部门")
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (RightsCase, CaseStep, LawLetter)
