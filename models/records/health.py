"""Health examinations of workers, and occupational diseases."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from models.fields import Choice, Flag, Link, Money, Note, Number, PartialDay, Text
from models.records.base import About, Record
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthExam(Record):
    """A unit's health examination on a day."""

    about: ClassVar[About] = About(
        table="health_exam",
        label="健康查体",
        measure="次",
        titles=("unit_name", "on_date"),
        columns=(
            "unit_name",
            "on_date",
            "due_count",
            "headcount",
            "abnormal",
            "kind",
            "hospital",
        ),
        keys=(("unit", "on_date", "kind"), ("unit_name", "on_date", "kind")),
        order=("on_date",),
        search=("unit_name", "hospital"),
        year="on_date",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("企业名称", "受检单位", "体检单位", "查体单位"),
        ),
    ] = ""
    on_date: Annotated[
        PartialDate | None,
        PartialDay(
            label="体检日期",
            required=True,
            headings=("查体日期", "体检时间", "查体时间", "检查日期", "日期"),
        ),
    ] = None
    hospital: Annotated[
        str,
        Text(
            label="体检机构",
            width=20,
            headings=("查体机构", "体检医院", "检查机构", "医院", "医疗机构"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="体检类型",
            required=True,
            codes="exam_kind",
            headings=("查体类型", "检查类型", "体检类别", "体检项目", "类型"),
        ),
    ] = ""
    round_no: Annotated[
        int | None,
        Number(
            label="第几轮",
            minimum=1,
            help="同一年给同一批人查了两轮时填1、2；空着算同一轮，分几天查的人数相加",
            headings=("轮次",),
        ),
    ] = None
    due_count: Annotated[
        int | None,
        Number(
            label="应检人数", unit="人", headings=("应检", "应查人数", "应体检人数", "应检职工")
        ),
    ] = None
    headcount: Annotated[
        int | None,
        Number(
            label="实检人数",
            required=True,
            unit="人",
            headings=(
                "受检人数",
                "实检",
                "体检人数",
                "查体人数",
                "实查人数",
                "参检人数",
                "实际体检人数",
            ),
        ),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    payer: Annotated[
        str,
        Choice(
            label="费用承担",
            codes="exam_payer",
            help="职工自己付钱的不算免费查体",
            headings=("出资", "费用来源", "费用出处", "承担方", "出资方"),
        ),
    ] = ""
    fee: Annotated[
        int | None, Money(label="人均费用（元）", headings=("人均费用", "体检标准", "费用标准"))
    ] = None
    abnormal: Annotated[
        int | None,
        Number(
            label="检出异常人数",
            unit="人",
            headings=("异常人数", "检出异常", "异常", "复查人数"),
        ),
    ] = None
    unfit: Annotated[
        int | None,
        Number(label="职业禁忌人数", unit="人", headings=("职业禁忌", "职业禁忌证人数")),
    ] = None
    suspected: Annotated[
        int | None,
        Number(
            label="疑似职业病人数", unit="人", headings=("疑似职业病", "疑似人数", "职业病人数")
        ),
    ] = None
    is_told: Annotated[
        bool,
        Flag(
            label="结果已告知",
            help="职业健康检查结果要书面告知本人（职业病防治法第三十五条）",
            headings=("结果告知", "是否告知", "已告知本人"),
        ),
    ] = False
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationalDisease(Record):
    """An occupational disease that a worker was diagnosed with."""

    about: ClassVar[About] = About(
        table="occ_disease",
        label="职业病",
        measure="例",
        titles=("person_name", "disease"),
        columns=("person_name", "unit_name", "disease", "stage", "hazard_factor", "diagnosed_on"),
        keys=(
            ("person", "disease"),
            ("person_name", "unit", "disease"),
            ("person_name", "unit_name", "disease"),
        ),
        order=("diagnosed_on",),
        search=("person_name", "unit_name", "disease"),
        year="diagnosed_on",
    )

    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str, Text(label="姓名", required=True, is_name=True, headings=("职工姓名", "病人姓名"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="所在单位",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "企业名称", "用人单位", "工作单位", "单位"),
        ),
    ] = ""
    post: Annotated[str, Text(label="岗位", headings=("工种", "工作岗位"))] = ""
    disease: Annotated[
        str,
        Text(
            label="职业病名称",
            required=True,
            width=16,
            headings=("病名", "职业病种类", "疾病名称", "诊断结论", "诊断"),
        ),
    ] = ""
    stage: Annotated[str, Text(label="分期", width=8, headings=("期别", "病期"))] = ""
    hazard_factor: Annotated[
        str, Text(label="危害因素", width=16, headings=("职业病危害因素", "接触危害因素"))
    ] = ""
    diagnosed_on: Annotated[
        PartialDate | None,
        PartialDay(label="诊断日期", required=True, headings=("诊断时间", "确诊日期", "确诊时间")),
    ] = None
    hospital: Annotated[str, Text(label="诊断机构", width=20, headings=("诊断医院",))] = ""
    disability_grade: Annotated[str, Text(label="伤残等级", help="如：七级", width=8)] = ""
    injury_no: Annotated[
        str, Text(label="工伤认定书编号", headings=("工伤认定号", "工伤认定文号"))
    ] = ""
    treated: Annotated[str, Note(label="治疗和安置", headings=("处理情况", "安置情况"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (HealthExam, OccupationalDisease)
