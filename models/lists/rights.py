"""Lists of cases of workers' rights, their steps, and letters of supervision."""

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Given, Others, Say, SheetType, Slot
from models.lists.wording import named_in, take_from_title, worded
from models.reading import Reading
from models.records.rights import CaseStep, LawLetter, RightsCase
from models.values.documents import read_doc_no

_RESULTS = (
    (r"未达成|[不未]成|失败|仲裁|未果", "未达成"),
    (r"撤", "撤回"),
    (r"监察", "转监察"),
    (r"和解", "和解"),
    (r"支付|付清|付款|兑现|履行|到位", "已支付"),
    (r"调解|达成|协议", "调解成功"),
)
_CAUSES = (
    (r"停工留薪", "工伤停工留薪期工资"),
    (r"工伤", "工伤待遇"),
    (r"工资|欠薪|报酬|薪资|加班费", "拖欠工资"),
    (r"社保|保险|公积金", "社保"),
    (r"补偿|赔偿|解除|辞退|开除|终止", "解除/经济补偿"),
    (r"女职工|产假|生育|哺乳", "女职工权益"),
    (r"加班|休假|休息|工时", "工时休假"),
    (r"合同", "劳动合同"),
    (r"福利|津贴|补贴", "福利"),
    (r".", "其他"),
)
_WAGES_IN_TITLE = ((r"欠薪|工资(纠纷|争议)|拖欠", "拖欠工资"),)
_LETTERS = (
    (r"提示函", "劳动法律监督提示函"),
    (r"意见书", "劳动法律监督意见书"),
    (r"建议书", "劳动法律监督建议书"),
)


def _read_case_no(text: str) -> Reading[str]:
    """Return the number of a case; one that is not written like a document's is left as it is."""
    found = read_doc_no(text)
    return Reading(found.value, found.repairs)


def _kind_of_letter(title: str) -> str:
    """Return the kind of letter that a title names; blank when it names none or several."""
    found = [meant for pattern, meant in _LETTERS if named_in(title, ((pattern, meant),))]
    return found[0] if len(found) == 1 else ""


def _cause_in(title: str) -> str:
    return named_in(title, _WAGES_IN_TITLE)


def _with_cause(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    _take_day(found.given, say)
    cause = _cause_in(f"{frame.facts.title} {frame.sheet}")
    take_from_title(frame, found, Slot(RightsCase, "cause"), cause, say)


def _take_day(own: Given, say: Say) -> None:
    """Let the day of the application stand for that of its acceptance where a list has only one."""
    applied = own.get("applied_on")
    if applied and not own.get("received_on"):
        own["received_on"] = applied
        say(Slot(RightsCase, "applied_on"), "warn", "没有受理日期，按申请日期登记，请核对")


def _with_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    kind = _kind_of_letter(f"{frame.facts.title} {frame.sheet}")
    take_from_title(frame, found, Slot(LawLetter, "kind"), kind, say)


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=RightsCase,
        label="劳动争议案件登记台账",
        titles=("劳动争议", "争议调解", "案件台账", "案件登记", "维权个案", "调解台账", "纠纷"),
        needs=("party_name", "cause"),
        speaks=("case_no", "mediator", "result", "closed_on", "amount", "box"),
        others=(UNIT_CODE,),
        headings={
            Slot(RightsCase, "case_no"): ("调解案号", "文号", "案件号码", "受理号", "受理编号"),
            Slot(RightsCase, "received_on"): ("时间", "收案日期", "收案时间", "申请受理日期"),
            Slot(RightsCase, "party_name"): (
                "申请方",
                "职工(申请人)",
                "申请人(职工)",
                "当事人(职工)",
                "劳动者姓名",
                "投诉人",
            ),
            Slot(RightsCase, "unit_name"): (
                "被申请方",
                "企业名称",
                "被申请人(单位)",
                "涉案单位",
                "涉及企业",
            ),
            Slot(RightsCase, "cause"): ("争议原因", "案件性质", "纠纷类别", "争议案由"),
            Slot(RightsCase, "amount"): (
                "案值",
                "调解金额",
                "涉及金额(元)",
                "涉案标的",
                "标的",
                "欠薪金额",
            ),
            Slot(RightsCase, "mediator"): ("办案人", "调解人", "调解人员", "办案人员"),
            Slot(RightsCase, "closed_on"): ("办结时间", "结案"),
            Slot(RightsCase, "box"): ("卷宗号", "归档卷号", "档号"),
        },
        readers={
            "case_no": _read_case_no,
            "cause": worded(RightsCase, "cause", _CAUSES),
            "result": worded(RightsCase, "result", _RESULTS),
        },
        optional=("received_on",),
        maker=_with_cause,
        told_by_title={"cause": _cause_in},
    ),
    SheetType(
        record=CaseStep,
        label="办案过程记录",
        titles=("办案过程", "办案记录"),
        needs=("case", "acted_on", "kind"),
        speaks=("handler", "with_whom", "content"),
        headings={Slot(CaseStep, "case"): ("案号", "案件编号", "所属个案")},
    ),
    SheetType(
        record=LawLetter,
        label="一函两书台账",
        titles=("一函两书", "提示函", "意见书", "建议书", "法律监督"),
        needs=("unit_name", "kind", "issued_on"),
        speaks=("letter_no", "answer_due", "answered_on", "signed_by", "escalated_on"),
        others=(UNIT_CODE,),
        headings={
            Slot(LawLetter, "unit_name"): (
                *("企业", "被监督单位", "接收单位", "发往单位", "受文单位", "收文单位"),
                "致送单位",
            ),
            Slot(LawLetter, "issued_on"): ("时间", "下发日期", "下达日期", "签发日期"),
            Slot(LawLetter, "content"): ("违法事项", "违法问题", "主要事项", "监督事项", "事由"),
            Slot(LawLetter, "case"): ("案号", "对应案号"),
        },
        readers={"letter_no": _read_case_no},
        maker=_with_kind,
        told_by_title={"kind": _kind_of_letter},
    ),
)
