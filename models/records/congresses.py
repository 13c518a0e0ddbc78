"""Workers' congresses with what they voted on, and the proposals made to them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Flag, Link, Note, Number, PartialDay, Text
from models.records.base import About, Record, State
from models.records.states import coded
from models.values.dates import PartialDate

ACCEPTED = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress(Record):
    """One meeting of the workers' congress of a unit or of a region."""

    about: ClassVar[About] = About(
        table="dm_congress",
        label="职代会",
        measure="次",
        titles=("title",),
        columns=("title", "held_on", "should_attend", "attended", "frontline", "is_secret"),
        keys=(("unit", "session"), ("unit_name", "session"), ("region", "session"), ("title",)),
        order=("held_on",),
        search=("title", "unit_name", "region", "session"),
        year="held_on",
        tells=("held_on",),
    )

    title: Annotated[
        str,
        Text(
            label="会议名称",
            width=30,
            help="空着时按单位和届次自动写",
            headings=("职代会名称", "名称", "会议"),
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            is_name=True,
            width=28,
            headings=("单位", "企业名称", "企业", "召开单位"),
        ),
    ] = ""
    region: Annotated[
        str,
        Text(
            label="区域或行业",
            help="区域、行业职代会填，如：东片；单位和区域填一个",
            headings=("区域", "行业", "区域（行业）"),
        ),
    ] = ""
    session: Annotated[
        str,
        Text(
            label="届次",
            required=True,
            help="如：三届二次",
            headings=("会议届次", "职代会届次", "届次（次数）"),
        ),
    ] = ""
    term_from: Annotated[
        PartialDate | None, PartialDay(label="本届起", headings=("任期起", "届期起"))
    ] = None
    term_to: Annotated[
        PartialDate | None, PartialDay(label="本届止", headings=("任期止", "届期止"))
    ] = None
    held_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="召开日期",
            required=True,
            headings=("日期", "会议日期", "召开时间", "会议时间", "时间"),
        ),
    ] = None
    should_attend: Annotated[
        int | None,
        Number(
            label="应到代表",
            unit="人",
            headings=("代表总数", "应到", "应到人数", "代表人数", "职工代表数", "职工代表"),
        ),
    ] = None
    attended: Annotated[
        int | None,
        Number(label="实到代表", unit="人", headings=("实到", "实到人数", "到会代表", "到会人数")),
    ] = None
    frontline: Annotated[
        int | None,
        Number(label="一线职工代表", unit="人", headings=("其中一线", "一线代表", "一线职工")),
    ] = None
    women: Annotated[
        int | None,
        Number(label="女职工代表", unit="人", headings=("其中女", "女代表", "女职工")),
    ] = None
    managers: Annotated[
        int | None,
        Number(
            label="经营管理者代表",
            unit="人",
            headings=("其中经营者", "经营者代表", "中高层代表", "经营者"),
        ),
    ] = None
    material_on: Annotated[
        PartialDate | None,
        PartialDay(label="材料送达日期", headings=("材料送达日", "送达材料日期")),
    ] = None
    agenda: Annotated[str, Note(label="议程", headings=("主要议程", "会议议程", "会议内容"))] = ""
    resolutions: Annotated[
        str, Note(label="决议", headings=("会议决议", "通过事项", "审议通过事项"))
    ] = ""
    is_secret: Annotated[
        bool, Flag(label="无记名投票", headings=("无记名", "无记名表决", "是否无记名投票"))
    ] = False
    satisfied: Annotated[
        int | None, Number(label="评满意", unit="票", headings=("满意", "满意票"))
    ] = None
    fairly_satisfied: Annotated[
        int | None, Number(label="评基本满意", unit="票", headings=("基本满意", "基本满意票"))
    ] = None
    dissatisfied: Annotated[
        int | None, Number(label="评不满意", unit="票", headings=("不满意", "不满意票"))
    ] = None
    reported_on: Annotated[
        PartialDate | None,
        PartialDay(label="报上级工会日期", headings=("报上级工会", "上报日期", "报告日期")),
    ] = None
    has_minutes: Annotated[bool, Flag(label="有会议记录", headings=("会议记录",))] = False
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressVote(Record):
    """One matter on which a congress voted."""

    about: ClassVar[About] = About(
        table="dm_vote",
        label="职代会表决",
        titles=("matter",),
        columns=("matter", "agreed", "opposed", "abstained"),
        keys=(("congress", "matter"),),
        order=("congress",),
        search=("matter",),
    )

    congress: Annotated[
        int | None, Link(label="职代会", required=True, to="dm_congress", is_part=True)
    ] = None
    matter: Annotated[
        str,
        Text(
            label="表决事项",
            required=True,
            width=30,
            help="如：工资专项集体合同草案",
            headings=("事项", "表决项目", "议案"),
        ),
    ] = ""
    agreed: Annotated[
        int | None,
        Number(label="同意", required=True, unit="票", headings=("同意票", "赞成", "赞成票")),
    ] = None
    opposed: Annotated[
        int | None, Number(label="反对", unit="票", headings=("反对票", "不同意"))
    ] = None
    abstained: Annotated[int | None, Number(label="弃权", unit="票", headings=("弃权票",))] = None
    remark: Annotated[str, Note(label="备注")] = ""


def _is_open(one: "Proposal", _day: date) -> bool:
    return one.verdict == ACCEPTED and one.done_on is None


def _is_done(one: "Proposal", _day: date) -> bool:
    return one.verdict == ACCEPTED and one.done_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """A proposal of delegates: filed, handled by a department, answered and judged."""

    about: ClassVar[About] = About(
        table="dm_proposal",
        label="职代会提案",
        measure="件",
        titles=("title",),
        columns=(
            *("proposal_no", "title", "person_name", "verdict"),
            *("department", "due_on", "done_on", "satisfaction"),
        ),
        keys=(("congress", "proposal_no"), ("congress", "title")),
        order=("congress", "proposal_no"),
        search=("title", "person_name", "proposal_no", "department"),
        year="proposed_on",
        states=(
            State("办理中", _is_open),
            State("已办结", _is_done),
            coded("待审查", "", field="verdict"),
            coded("转建议", "2", field="verdict", is_alive=False),
            coded("不立案", "3", field="verdict", is_alive=False),
        ),
    )

    congress: Annotated[
        int | None, Link(label="职代会", required=True, to="dm_congress", is_part=True)
    ] = None
    proposal_no: Annotated[str, Text(label="提案编号", headings=("编号", "提案号", "提案序号"))] = (
        ""
    )
    proposed_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="提案日期",
            required=True,
            headings=("提出日期", "日期", "提交日期", "提案时间", "时间"),
        ),
    ] = None
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(label="提案人", required=True, is_name=True, headings=("提议人", "姓名", "提出人")),
    ] = ""
    seconders: Annotated[
        str, Text(label="附议人", width=20, help="几个人用顿号隔开", headings=("联名人",))
    ] = ""
    title: Annotated[
        str,
        Text(
            label="案由",
            required=True,
            width=28,
            headings=("提案名称", "提案标题", "题目", "标题", "提案内容"),
        ),
    ] = ""
    reason: Annotated[str, Note(label="理由", headings=("提案理由",))] = ""
    suggestion: Annotated[
        str, Note(label="建议办法", headings=("建议", "具体建议", "解决办法", "措施建议"))
    ] = ""
    verdict: Annotated[
        str,
        Choice(
            label="审查结果",
            codes="proposal_verdict",
            headings=("审查", "审查意见", "立案情况", "是否立案", "处理意见"),
        ),
    ] = ""
    department: Annotated[
        str, Text(label="承办部门", headings=("承办单位", "办理部门", "责任部门"))
    ] = ""
    due_on: Annotated[
        PartialDate | None, PartialDay(label="办理期限", headings=("期限", "办结期限"))
    ] = None
    reply: Annotated[
        str, Note(label="答复", headings=("办理结果", "答复内容", "办理情况", "落实情况"))
    ] = ""
    done_on: Annotated[
        PartialDate | None,
        PartialDay(label="办结日期", headings=("答复日期", "办结时间", "完成日期")),
    ] = None
    satisfaction: Annotated[
        str,
        Choice(label="满意度", codes="satisfaction", headings=("提案人意见", "是否满意", "评价")),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Congress, CongressVote, Proposal)
