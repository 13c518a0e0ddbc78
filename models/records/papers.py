"""Documents sent out, targets set by the county, and certificates issued."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Link, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A document that the federation sent out under its own number."""

    about: ClassVar[About] = About(
        table="document",
        label="发文登记",
        measure="件",
        titles=("doc_no", "title"),
        columns=("issued_on", "doc_no", "kind", "title", "recipients", "copies"),
        keys=(("doc_no",),),
        order=("issued_on", "doc_no"),
        search=("doc_no", "title", "recipients"),
        year="issued_on",
    )

    doc_no: Annotated[
        str,
        Text(
            label="发文字号",
            required=True,
            width=20,
            help="如：示例镇工发〔2024〕5号",
            headings=("文号", "发文文号"),
        ),
    ] = ""
    issued_on: Annotated[
        date | None,
        Day(label="成文日期", required=True, headings=("发文日期", "印发日期", "日期")),
    ] = None
    kind: Annotated[str, Choice(label="文种", required=True, codes="document_kind")] = ""
    title: Annotated[
        str, Text(label="标题", required=True, width=36, headings=("文件标题", "题名"))
    ] = ""
    recipients: Annotated[str, Text(label="主送", width=28, headings=("主送机关", "主送单位"))] = ""
    copy_to: Annotated[str, Text(label="抄送", width=28)] = ""
    matter: Annotated[
        str,
        Choice(label="批复事项", codes="reply_matter", help="文种是批复时填；建会批复计入年度总结"),
    ] = ""
    union: Annotated[int | None, Link(label="对应工会", to="union_org")] = None
    signed_by: Annotated[str, Text(label="签发人", is_name=True)] = ""
    drafted_by: Annotated[str, Text(label="拟稿人", is_name=True)] = ""
    copies: Annotated[int | None, Number(label="份数", unit="份", headings=("印发份数",))] = None
    box: Annotated[str, Text(label="归卷", headings=("盒号",))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Record):
    """What the county asks of the township in a year."""

    about: ClassVar[About] = About(
        table="task_target",
        label="上级任务",
        measure="项",
        titles=("indicator", "year"),
        columns=("indicator", "year", "target", "unit_label", "issued_by", "due_on", "weight"),
        keys=(("year", "indicator"),),
        search=("indicator", "issued_by"),
        year="year",
    )

    indicator: Annotated[
        str,
        Text(
            label="考核指标",
            required=True,
            width=28,
            headings=("指标", "指标名称", "任务指标", "考核项目", "任务名称"),
        ),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    target: Annotated[
        Decimal | None,
        Number(
            label="年度目标",
            required=True,
            places=2,
            headings=("目标", "目标值", "任务数", "年度任务", "下达任务"),
        ),
    ] = None
    unit_label: Annotated[str, Text(label="计量单位", headings=("单位",))] = ""
    figure: Annotated[
        str,
        Choice(
            label="对应数字",
            codes="target_figure",
            help="选了之后，完成数由台账自动算出",
        ),
    ] = ""
    issued_by: Annotated[str, Text(label="下达机关", headings=("下达单位",))] = ""
    doc_no: Annotated[str, Text(label="下达文号", headings=("文号",))] = ""
    issued_on: Annotated[date | None, Day(label="下达日期")] = None
    due_on: Annotated[date | None, Day(label="完成时限", headings=("完成期限", "截止时间"))] = None
    weight: Annotated[
        Decimal | None, Number(label="权重（分）", places=1, headings=("权重", "分值"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """A certificate that the federation issued, by its number."""

    about: ClassVar[About] = About(
        table="certificate",
        label="证书登记",
        measure="份",
        titles=("number", "holder"),
        columns=("number", "kind", "holder", "unit_name", "honour", "awarded_on"),
        keys=(("number",),),
        unique=("number",),
        order=("number",),
        search=("number", "holder", "unit_name", "honour"),
        year="awarded_on",
    )

    number: Annotated[
        str,
        Text(
            label="证书编号",
            required=True,
            help="年份加顺序号，如2024-001；新增时自动给出",
            headings=("编号",),
        ),
    ] = ""
    kind: Annotated[str, Choice(label="证书种类", required=True, codes="certificate_kind")] = ""
    holder_kind: Annotated[str, Choice(label="授予对象", required=True, codes="holder_kind")] = ""
    holder: Annotated[
        str,
        Text(
            label="姓名或单位",
            required=True,
            is_name=True,
            width=28,
            limit=60,
            headings=("姓名", "获奖人", "获奖单位", "受奖人", "持证人"),
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="所在单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="所在单位名称", is_name=True, width=28, headings=("单位", "所在单位", "工作单位")
        ),
    ] = ""
    honour: Annotated[
        str,
        Text(label="荣誉称号", required=True, width=28, limit=60, headings=("称号", "奖项")),
    ] = ""
    reason: Annotated[
        str,
        Note(label="事由", help="如：在2024年度工资集体协商工作中成绩突出"),
    ] = ""
    awarded_on: Annotated[
        date | None, Day(label="颁发日期", required=True, headings=("颁发时间", "授予日期"))
    ] = None
    issuer: Annotated[str, Text(label="颁发机关", help="空着时用本镇工会名称")] = ""
    doc_no: Annotated[str, Text(label="表彰文号")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Target, Document, Certificate)
