"""The file of a household in hardship, as the national form has it (一户一档)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    Choices,
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
)
from models.records.base import About, Record, State
from models.records.states import coded
from models.values.dates import PartialDate

ON_FILE, RELIEVED, CLOSED = "3", "4", "5"
ENDED = frozenset({RELIEVED, CLOSED})


def is_on_file(file: "HardshipFile", day: date) -> bool:
    """Whether a household counts on a day: filed by then, and not yet out of hardship or closed."""
    if file.filed_on is not None and file.filed_on.first() > day:
        return False
    if file.status in ENDED:
        return file.left_on is not None and file.left_on.first() > day
    return file.status == ON_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class HardshipFile(Record):
    """A worker's household in hardship: one file a household."""

    about: ClassVar[About] = About(
        table="hard_file",
        label="困难职工档案",
        measure="户",
        titles=("person_name",),
        columns=(
            "person_name",
            "sex",
            "id_no",
            "unit_name",
            "category",
            "household_size",
            "income_per_head",
            "cause",
            "address",
            "phone",
            "filed_on",
            "status",
        ),
        keys=(("id_no",),),
        order=("filed_on",),
        search=("person_name", "id_no", "unit_name", "phone", "file_no"),
        tells=("unit_name", "born_on", "id_no"),
        states=(
            State("在档", is_on_file),
            coded("脱困", RELIEVED, is_alive=False),
            coded("销档", CLOSED, is_alive=False),
            coded("公示中", "2", is_alive=False),
            coded("拟建档", "1", "", is_alive=False),
            coded("暂停", "6", is_alive=False),
        ),
    )

    file_no: Annotated[
        str,
        Text(
            label="职工编号",
            help="已录入全国帮扶系统的，照系统里的编号填",
            headings=("档案编号", "档案号", "困难职工编号", "编号"),
        ),
    ] = ""
    file_level: Annotated[
        str, Choice(label="档案级别", codes="hard_level", headings=("建档级别", "级别"))
    ] = ""
    status: Annotated[
        str,
        Choice(
            label="档案状态",
            codes="hard_status",
            help="只有在档的计数；脱困、销档从“复核”里办",
            headings=("状态", "建档状态", "目前状态"),
        ),
    ] = ""
    left_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="脱困（销档）日期", headings=("脱困日期", "销档日期", "脱困时间", "销档时间")
        ),
    ] = None
    left_reason: Annotated[
        str,
        Choice(label="脱困（销档）原因", codes="hard_reason", headings=("脱困原因", "销档原因")),
    ] = ""
    category: Annotated[
        str,
        Choice(
            label="困难类别",
            codes="hard_category",
            headings=("困难类型", "困难职工类别", "类别", "困难程度"),
        ),
    ] = ""
    category_scheme: Annotated[
        str, Choice(label="类别口径", codes="hard_scheme", help="空着时按困难类别填写")
    ] = ""
    person: Annotated[
        int | None,
        Link(
            label="对应会员",
            to="member",
            brings=("id_no", "sex", "nation", "politics", "unit", "unit_name"),
        ),
    ] = None
    person_name: Annotated[
        str,
        Text(
            label="姓名",
            required=True,
            is_name=True,
            headings=("困难职工姓名", "困难职工", "职工姓名", "户主", "户主姓名"),
        ),
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex", help="空着时按身份证号填写")] = ""
    id_no: Annotated[
        str,
        PersonId(
            label="身份证号",
            required=True,
            width=20,
            headings=("身份证号码", "身份证", "公民身份号码", "证件号码"),
        ),
    ] = ""
    born_on: Annotated[
        date | None,
        Day(label="出生日期", help="空着时按身份证号填写", headings=("出生年月日", "生日")),
    ] = None
    nation: Annotated[str, Choice(label="民族", codes="nation")] = ""
    politics: Annotated[str, Choice(label="政治面貌", codes="politics")] = ""
    health: Annotated[
        str, Choice(label="健康状况", codes="hard_health", headings=("身体状况",))
    ] = ""
    disability: Annotated[str, Choice(label="残疾类别", codes="hard_disability")] = ""
    disability_grade: Annotated[
        str, Choice(label="残疾等级", codes="hard_disability_grade", headings=("残疾级别",))
    ] = ""
    marriage: Annotated[str, Choice(label="婚姻状况", codes="hard_marriage")] = ""
    hukou: Annotated[
        str, Choice(label="户口类型", codes="hard_hukou", headings=("户籍类型", "户口性质"))
    ] = ""
    region: Annotated[
        str, Text(label="户口所在地行政区划", headings=("户口所在地", "户籍所在地"))
    ] = ""
    medical_insurance: Annotated[
        str, Choice(label="医保状况", codes="hard_medical", headings=("参保情况", "医疗保险"))
    ] = ""
    phone: Annotated[
        str, Phone(label="手机号", headings=("联系电话", "电话", "手机", "手机号码", "联系方式"))
    ] = ""
    other_phone: Annotated[str, Phone(label="其他联系方式", headings=("其他电话",))] = ""
    postcode: Annotated[str, Text(label="邮政编码", headings=("邮编",))] = ""
    address: Annotated[
        str,
        Text(label="家庭住址", width=24, headings=("住址", "家庭地址", "现住址", "详细住址")),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="工作单位",
            is_name=True,
            width=28,
            headings=("单位", "单位名称", "所在单位", "所在企业", "企业名称", "原工作单位"),
        ),
    ] = ""
    unit_nature: Annotated[
        str, Choice(label="单位性质", codes="unit_nature", headings=("企业性质",))
    ] = ""
    unit_condition: Annotated[
        str,
        Choice(label="企业状况", codes="hard_unit_condition", headings=("企业状态", "单位状况")),
    ] = ""
    industry: Annotated[
        str, Choice(label="所属行业", codes="industry_section", headings=("行业",))
    ] = ""
    work_state: Annotated[
        str,
        Choice(
            label="工作状态", codes="hard_work_state", headings=("身份", "就业状况", "职工身份")
        ),
    ] = ""
    work_since: Annotated[
        PartialDate | None,
        PartialDay(label="参加工作时间", headings=("工作时间", "参加工作日期")),
    ] = None
    model: Annotated[str, Choice(label="劳模类型", codes="hard_model", headings=("劳模",))] = ""
    housing: Annotated[
        str, Choice(label="住房类型", codes="hard_housing", headings=("住房情况", "住房"))
    ] = ""
    housing_area: Annotated[
        Decimal | None, Number(label="建筑面积（平方米）", places=1, headings=("住房面积", "面积"))
    ] = None
    is_single_parent: Annotated[bool, Flag(label="单亲", headings=("是否单亲",))] = False
    can_help_itself: Annotated[
        bool, Flag(label="有自救能力", headings=("是否有自救能力", "自救能力"))
    ] = False
    has_no_job: Annotated[bool, Flag(label="零就业家庭", headings=("是否零就业家庭", "零就业"))] = (
        False
    )
    own_income: Annotated[
        int | None,
        Money(label="本人月平均收入", headings=("本人月收入", "月收入", "月平均收入")),
    ] = None
    other_income: Annotated[
        int | None,
        Money(
            label="家庭其他非薪资年收入",
            help="含工会救助金；城乡居民基础养老金和节日小额慰问金不计",
            headings=("其他年收入", "家庭其他收入"),
        ),
    ] = None
    total_income: Annotated[
        int | None,
        Money(
            label="家庭年度总收入",
            help="（本人＋成员月收入）×12＋其他年收入",
            headings=("家庭年收入", "家庭总收入", "年收入"),
        ),
    ] = None
    rigid_expense: Annotated[
        int | None,
        Money(
            label="家庭年刚性支出",
            help="医疗、教育、残疾照料、就业成本中自付的部分",
            headings=("刚性支出", "家庭刚性支出"),
        ),
    ] = None
    hardship_expense: Annotated[
        int | None,
        Money(
            label="年度致困费用",
            help="意外、大病等一次性费用，判断意外致困用",
            headings=("致困费用",),
        ),
    ] = None
    household_size: Annotated[
        int | None,
        Number(
            label="家庭人口",
            unit="人",
            minimum=1,
            headings=("家庭人口数", "人口", "家庭人数", "人口数"),
        ),
    ] = None
    income_per_head: Annotated[
        int | None,
        Money(
            label="家庭月人均收入",
            help="空着时按（总收入－刚性支出）÷12÷人口计算",
            headings=("月人均收入", "人均月收入", "人均收入", "家庭人均月收入", "家庭人均收入"),
        ),
    ] = None
    cause: Annotated[
        str,
        Choice(
            label="主要致困原因",
            codes="hard_cause",
            headings=("致困原因", "困难原因", "主要困难原因"),
        ),
    ] = ""
    other_causes: Annotated[
        tuple[str, ...], Choices(label="次要致困原因", codes="hard_cause", help="最多三项")
    ] = ()
    cause_note: Annotated[
        str, Note(label="困难情况说明", headings=("困难情况", "家庭困难情况", "致困说明"))
    ] = ""
    bank: Annotated[str, Text(label="开户行", headings=("开户银行",))] = ""
    bank_branch: Annotated[str, Text(label="开户支行", width=20)] = ""
    card_no: Annotated[
        str, Text(label="银行卡号", width=20, headings=("卡号", "银行账号", "账号"))
    ] = ""
    card_holder: Annotated[
        str,
        Text(label="银行卡户名", is_name=True, headings=("户名", "开户名"), help="本人或监护人"),
    ] = ""
    is_relief_target: Annotated[
        bool, Flag(label="解困脱困对象", help="2017—2020年旧口径", headings=("是否解困脱困对象",))
    ] = False
    relief_group: Annotated[str, Choice(label="五类重点对象", codes="hard_relief_group")] = ""
    relief_measure: Annotated[str, Choice(label="四个一批措施", codes="hard_relief_measure")] = ""
    applied_on: Annotated[date | None, Day(label="申请日期", headings=("申请时间",))] = None
    visited_on: Annotated[
        date | None, Day(label="入户核查日期", headings=("入户日期", "核查日期", "入户调查日期"))
    ] = None
    posted_from: Annotated[date | None, Day(label="公示开始日期", headings=("公示日期",))] = None
    posted_to: Annotated[date | None, Day(label="公示结束日期", headings=("公示截止日期",))] = None
    approved_on: Annotated[date | None, Day(label="审批日期", headings=("批准日期",))] = None
    filed_on: Annotated[
        PartialDate | None, PartialDay(label="建档日期", headings=("建档时间", "建档年月日"))
    ] = None
    comparison: Annotated[
        str, Note(label="信息比对结果", headings=("比对结果", "房车工商比对结果"))
    ] = ""
    exclusions: Annotated[
        tuple[str, ...],
        Choices(label="不宜建档情形", codes="hard_exclusion", help="有一项就要核实清楚再建档"),
    ] = ()
    papers: Annotated[
        tuple[str, ...], Choices(label="附件清单", codes="hard_paper", headings=("附件",))
    ] = ()
    filer: Annotated[str, Text(label="建档人", is_name=True)] = ""
    auditor: Annotated[str, Text(label="审核人", is_name=True)] = ""
    keyer: Annotated[str, Text(label="录入人", is_name=True)] = ""
    remark: Annotated[str, Note(label="备注", headings=("备 注", "说明"))] = ""
