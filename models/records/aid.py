"""Money and goods given to people: batches, who gets what, and aid for studies."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Day,
    Flag,
    Link,
    Money,
    Note,
    Number,
    PersonId,
    Text,
    Year,
)
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class AidBatch(Record):
    """One handing-out of money or goods, decided once and signed for on one list."""

    about: ClassVar[About] = About(
        table="aid_batch",
        label="发放批次",
        measure="批",
        titles=("title",),
        columns=("title", "kind", "fund_source", "decided_by", "planned_on", "way"),
        keys=(("title", "year"),),
        order=("year", "planned_on"),
        search=("title", "decided_by"),
        year="year",
    )

    title: Annotated[
        str,
        Text(label="批次名称", required=True, width=28, headings=("名称", "发放名称", "项目")),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    kind: Annotated[
        str,
        Choice(
            label="发放类别",
            required=True,
            codes="aid_kind",
            headings=("类别", "救助类别", "帮扶类别", "救助类型"),
        ),
    ] = ""
    fund_source: Annotated[str, Choice(label="资金来源", codes="aid_fund")] = ""
    decided_by: Annotated[str, Text(label="审批依据", width=24, headings=("文号",))] = ""
    planned_on: Annotated[date | None, Day(label="发放日期", headings=("计划日期", "日期"))] = None
    way: Annotated[str, Choice(label="发放方式", codes="aid_way")] = ""
    remark: Annotated[str, Note(label="备注", headings=("备 注",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AidItem(Record):
    """What one person gets in a batch, and whether it was signed for."""

    about: ClassVar[About] = About(
        table="aid_item",
        label="发放明细",
        measure="人次",
        titles=("household_name",),
        columns=(
            "household_name",
            "unit_name",
            "id_no",
            "batch",
            "amount",
            "goods",
            "received_on",
            "is_signed",
        ),
        keys=(("batch", "id_no"), ("batch", "household_name", "unit_name")),
        order=("batch",),
        search=("household_name", "id_no", "unit_name"),
        year="received_on",
        tells=("batch", "amount"),
    )

    batch: Annotated[
        int | None, Link(label="发放批次", required=True, to="aid_batch", is_part=True)
    ] = None
    household: Annotated[
        int | None,
        Link(
            label="困难档案",
            to="hard_file",
            brings=("person", "id_no", "unit", "unit_name", "category"),
        ),
    ] = None
    household_name: Annotated[
        str,
        Text(
            label="姓名",
            required=True,
            is_name=True,
            headings=("困难职工", "困难职工姓名", "职工姓名", "领款人", "受助人", "救助对象"),
        ),
    ] = ""
    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    id_no: Annotated[
        str,
        PersonId(
            label="身份证号",
            width=20,
            headings=("身份证号码", "身份证", "公民身份号码", "证件号码"),
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位",
            is_name=True,
            width=28,
            headings=("工作单位", "单位名称", "所在单位", "企业名称"),
        ),
    ] = ""
    category: Annotated[
        str,
        Choice(
            label="困难类别",
            codes="hard_category",
            help="发放时的类别",
            headings=("困难类型", "类别"),
        ),
    ] = ""
    amount: Annotated[
        int | None,
        Money(
            label="金额",
            headings=("发放金额", "救助金额", "慰问金", "慰问金额", "金额小写", "补助金额"),
        ),
    ] = None
    goods: Annotated[str, Text(label="物品", headings=("慰问品", "物资", "物品名称"))] = ""
    goods_quantity: Annotated[
        Decimal | None, Number(label="物品数量", places=2, headings=("数量",))
    ] = None
    no_file_reason: Annotated[
        str,
        Text(label="未建档原因", width=20, help="不是在档户的要写明，如：突发意外，临时救助"),
    ] = ""
    cap_reason: Annotated[
        str, Text(label="超标准原因", width=20, help="超过本地最高标准的要写明，如哪次会议批准")
    ] = ""
    account_holder: Annotated[
        str, Text(label="户名", is_name=True, headings=("开户名", "账户名"))
    ] = ""
    account_no: Annotated[
        str, Text(label="账号", width=20, headings=("卡号", "银行卡号", "银行账号"))
    ] = ""
    received_on: Annotated[
        date | None, Day(label="领取日期", headings=("发放日期", "领取时间", "发放时间"))
    ] = None
    receiver: Annotated[
        str, Choice(label="领取方式", codes="aid_receiver", headings=("领取人",))
    ] = ""
    proxy_name: Annotated[str, Text(label="代领人", is_name=True, headings=("代领人姓名",))] = ""
    proxy_relation: Annotated[
        str, Text(label="与本人关系", headings=("代领人关系", "代领关系"))
    ] = ""
    proxy_id: Annotated[
        str, PersonId(label="代领人身份证号", width=20, headings=("代领人证号",))
    ] = ""
    is_signed: Annotated[
        bool, Flag(label="已签字", headings=("签字", "已签", "是否签字", "已签领"))
    ] = False
    reversal_of: Annotated[
        int | None,
        Link(label="冲正对应", to="aid_item", help="签领后更正用，金额为负数"),
    ] = None
    keyed_on: Annotated[
        date | None, Day(label="录入帮扶系统日期", headings=("录入日期", "系统录入日期"))
    ] = None
    remark: Annotated[str, Note(label="备注", headings=("备 注",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyAid(Record):
    """The student for whom an amount of aid is meant."""

    about: ClassVar[About] = About(
        table="study_aid",
        label="助学对象",
        measure="人",
        titles=("student",),
        columns=("student", "item", "relation", "school", "level", "enrolled_year"),
        keys=(("item", "student"),),
        search=("student", "school", "student_id"),
    )

    item: Annotated[
        int | None, Link(label="发放明细", required=True, to="aid_item", is_part=True)
    ] = None
    student: Annotated[
        str, Text(label="学生", required=True, is_name=True, headings=("学生姓名", "受助学生"))
    ] = ""
    student_id: Annotated[
        str,
        PersonId(label="学生身份证号", width=20, headings=("学生证件号码", "学生身份证号码")),
    ] = ""
    relation: Annotated[
        str, Choice(label="与职工关系", codes="hard_relation", headings=("关系",))
    ] = ""
    exam_no: Annotated[str, Text(label="准考证号", headings=("考生号",))] = ""
    school: Annotated[
        str,
        Text(label="学校", required=True, width=24, headings=("院校", "就读学校", "录取院校")),
    ] = ""
    major: Annotated[str, Text(label="专业", width=16, headings=("所学专业",))] = ""
    level: Annotated[
        str, Choice(label="学历层次", codes="study_level", headings=("层次", "学段", "学历"))
    ] = ""
    enrolled_year: Annotated[
        int | None, Year(label="入学年份", headings=("入学年", "录取年份"))
    ] = None
    tuition: Annotated[int | None, Money(label="应缴学费", headings=("学费",))] = None
    has_tuition_proof: Annotated[bool, Flag(label="有学费凭证", headings=("学费凭证",))] = False
    has_school_confirmed: Annotated[bool, Flag(label="学校已盖章", headings=("学校盖章",))] = False
    excluded: Annotated[
        str,
        Choice(
            label="不予资助类型",
            codes="study_exclusion",
            help="军校、免费师范、定向培养的不予资助",
            headings=("排除类型",),
        ),
    ] = ""
    prior_aid: Annotated[str, Note(label="已获其他资助", headings=("已获资助",))] = ""
    remark: Annotated[str, Note(label="备注", headings=("备 注",))] = ""


RECORDS: tuple[type[Record], ...] = (AidBatch, AidItem, StudyAid)
