"""Households in hardship: their members, reviews and the people who stand by them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Flag,
    Link,
    Money,
    Note,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Text,
    Year,
)
from models.records import aid
from models.records.base import About, Record
from models.records.hardship_file import HardshipFile
from models.records.states import term
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class HardshipMember(Record):
    """Somebody who belongs to a household in hardship, besides the worker."""

    about: ClassVar[About] = About(
        table="hard_member",
        label="家庭成员",
        measure="人",
        titles=("name",),
        columns=("name", "household", "relation", "born_on", "identity", "monthly_income"),
        keys=(("household", "id_no"), ("household", "name")),
        order=("household",),
        search=("name", "id_no"),
    )

    household: Annotated[
        int | None, Link(label="困难档案", required=True, to="hard_file", is_part=True)
    ] = None
    name: Annotated[
        str,
        Text(label="姓名", required=True, is_name=True, headings=("成员姓名", "家庭成员姓名")),
    ] = ""
    relation: Annotated[
        str,
        Choice(
            label="与职工关系",
            required=True,
            codes="hard_relation",
            headings=("关系", "与户主关系"),
        ),
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex", help="空着时按身份证号填写")] = ""
    id_no: Annotated[
        str,
        PersonId(
            label="身份证号",
            width=20,
            help="一户一档：一个人只能在一户里",
            headings=("身份证号码", "身份证", "证件号码"),
        ),
    ] = ""
    born_on: Annotated[
        date | None, Day(label="出生日期", help="空着时按身份证号填写", headings=("出生年月日",))
    ] = None
    politics: Annotated[str, Choice(label="政治面貌", codes="politics")] = ""
    health: Annotated[str, Choice(label="健康状况", codes="hard_health")] = ""
    disability: Annotated[str, Choice(label="残疾类别", codes="hard_disability")] = ""
    disability_grade: Annotated[str, Choice(label="残疾等级", codes="hard_disability_grade")] = ""
    medical_insurance: Annotated[str, Choice(label="医保状况", codes="hard_medical")] = ""
    identity: Annotated[
        str, Choice(label="人员身份", codes="hard_identity", headings=("身份", "职业"))
    ] = ""
    monthly_income: Annotated[int | None, Money(label="月收入", headings=("月平均收入",))] = None
    is_imputed: Annotated[
        bool, Flag(label="推定收入", help="有劳动能力未就业、按当地最低工资推定的打勾")
    ] = False
    school_or_unit: Annotated[
        str, Text(label="学校（单位）", width=20, headings=("工作单位或学校", "学校", "工作单位"))
    ] = ""
    study_stage: Annotated[str, Choice(label="学段", codes="study_level")] = ""
    enrolled_year: Annotated[int | None, Year(label="入学年份")] = None
    school_years: Annotated[int | None, Number(label="学制", unit="年")] = None
    remark: Annotated[str, Note(label="备注", headings=("备 注",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One look at whether a household is still in hardship, and what was decided."""

    about: ClassVar[About] = About(
        table="hard_review",
        label="困难复核",
        measure="次",
        titles=("reviewed_on",),
        columns=("household", "reviewed_on", "kind", "income_per_head", "decision", "reason"),
        keys=(("household", "reviewed_on"),),
        order=("reviewed_on",),
        year="reviewed_on",
    )

    household: Annotated[
        int | None, Link(label="困难档案", required=True, to="hard_file", is_part=True)
    ] = None
    reviewed_on: Annotated[
        date | None, Day(label="复核日期", required=True, headings=("复核时间", "核查日期"))
    ] = None
    kind: Annotated[str, Choice(label="复核类型", codes="hard_review_kind", headings=("类型",))] = (
        ""
    )
    income_per_head: Annotated[
        int | None, Money(label="复核月人均收入", headings=("人均收入", "月人均收入"))
    ] = None
    decision: Annotated[
        str,
        Choice(
            label="复核结论",
            required=True,
            codes="hard_decision",
            help="保存后点“落实结论”，档案状态随之改变",
            headings=("结论",),
        ),
    ] = ""
    category: Annotated[
        str, Choice(label="调整后类别", codes="hard_category", headings=("现类别",))
    ] = ""
    reason: Annotated[
        str, Choice(label="原因", codes="hard_reason", headings=("脱困原因", "销档原因"))
    ] = ""
    approver: Annotated[str, Text(label="审批人", is_name=True)] = ""
    approved_on: Annotated[date | None, Day(label="审批日期")] = None
    evidence: Annotated[str, Note(label="复核情况", headings=("依据", "情况说明"))] = ""
    remark: Annotated[str, Note(label="备注", headings=("备 注",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Record):
    """Somebody who stands by a household for a time."""

    about: ClassVar[About] = About(
        table="pairing",
        label="结对帮扶",
        measure="对",
        titles=("helper_name", "household_name"),
        columns=(
            "household_name",
            "unit_name",
            "helper_name",
            "helper_post",
            "helper_phone",
            "from_on",
            "to_on",
            "visits",
        ),
        keys=(
            ("household", "helper_name", "from_on"),
            ("household_name", "helper_name", "from_on"),
        ),
        order=("from_on",),
        search=("household_name", "helper_name", "unit_name"),
        states=term("from_on", "to_on"),
    )

    household: Annotated[
        int | None,
        Link(label="困难档案", required=True, to="hard_file", brings=("unit", "unit_name")),
    ] = None
    household_name: Annotated[
        str,
        Text(
            label="帮扶对象",
            required=True,
            is_name=True,
            headings=("困难职工", "困难职工姓名", "被帮扶人", "对象姓名", "帮扶职工", "结对对象"),
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="对象单位",
            is_name=True,
            width=28,
            headings=("工作单位", "所在单位", "困难职工单位", "对象工作单位"),
        ),
    ] = ""
    helper_name: Annotated[
        str,
        Text(
            label="帮扶人",
            required=True,
            is_name=True,
            headings=("帮扶人姓名", "帮扶责任人", "结对帮扶人", "责任人", "帮扶干部"),
        ),
    ] = ""
    helper_unit: Annotated[
        str,
        Text(label="帮扶人单位", is_name=True, width=20, headings=("帮扶单位", "帮扶人工作单位")),
    ] = ""
    helper_post: Annotated[
        str,
        Text(label="帮扶人职务", headings=("职务", "单位及职务", "单位职务", "帮扶人单位及职务")),
    ] = ""
    helper_phone: Annotated[
        str, Phone(label="帮扶人电话", headings=("联系电话", "电话", "帮扶人联系电话"))
    ] = ""
    from_on: Annotated[
        PartialDate | None,
        PartialDay(label="结对日期", headings=("结对时间", "开始日期", "帮扶开始时间", "起始日期")),
    ] = None
    to_on: Annotated[
        PartialDate | None,
        PartialDay(label="到期日期", headings=("结束日期", "到期时间", "截止日期", "终止日期")),
    ] = None
    plan: Annotated[str, Note(label="帮扶措施", headings=("措施", "帮扶内容", "帮扶计划"))] = ""
    visits: Annotated[
        int | None, Number(label="走访次数", unit="次", headings=("走访数", "走访（次）"))
    ] = None
    card_printed: Annotated[bool, Flag(label="已发联系卡", headings=("联系卡",))] = False
    remark: Annotated[str, Note(label="备注", headings=("备 注", "成效", "帮扶成效"))] = ""


RECORDS: tuple[type[Record], ...] = (
    HardshipFile,
    HardshipMember,
    Review,
    Pairing,
    *aid.RECORDS,
)
