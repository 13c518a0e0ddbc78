"""Units of the township, their yearly headcounts, and the upkeep of the company database."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import (
    Choice,
    CreditCode,
    Day,
    Flag,
    Link,
    Money,
    Note,
    Number,
    PartialDay,
    Phone,
    Text,
    Year,
)
from models.records.base import About, Record
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """An enterprise, village, office, co-operative or other body that employs people."""

    about: ClassVar[About] = About(
        table="unit",
        label="单位",
        measure="家",
        titles=("name",),
        columns=("name", "carrier_type", "legal_person", "phone", "village", "operating_status"),
        keys=(("credit_code",), ("name",)),
        unique=("credit_code",),
        search=("name", "credit_code", "legal_person", "phone", "village", "contact"),
    )

    name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("企业名称", "单位全称", "单位名称(全称)", "公司名称", "企业(单位)名称"),
        ),
    ] = ""
    credit_code: Annotated[
        str,
        CreditCode(
            label="统一社会信用代码",
            help="18位，照营业执照填写",
            width=20,
            headings=("信用代码", "社会信用代码", "统一信用代码", "单位统一社会信用代码"),
        ),
    ] = ""
    registration_no: Annotated[
        str,
        Text(label="旧注册号", help="没有信用代码的老单位填", headings=("注册号", "组织机构代码")),
    ] = ""
    carrier_type: Annotated[
        str,
        Choice(
            label="单位类别",
            codes="carrier_type",
            headings=("类别", "载体类别", "单位载体类别", "单位类型"),
        ),
    ] = ""
    unit_nature: Annotated[
        str,
        Choice(
            label="单位性质", codes="unit_nature", headings=("单位性质类别", "企业性质", "性质")
        ),
    ] = ""
    economic_type: Annotated[str, Choice(label="经济类型", codes="economic_type")] = ""
    registration_type: Annotated[
        str, Choice(label="登记注册类型", codes="registration_type", headings=("注册类型",))
    ] = ""
    industry: Annotated[
        str,
        Choice(
            label="所属行业",
            codes="industry_section",
            headings=("行业", "单位所属行业", "行业门类", "行业类别"),
        ),
    ] = ""
    industry_division: Annotated[str, Choice(label="行业大类", codes="industry_division")] = ""
    nonpublic: Annotated[
        str,
        Choice(label="是否非公", codes="yes_no", help="空着时按单位性质判断", headings=("非公",)),
    ] = ""
    operating_status: Annotated[
        str,
        Choice(
            label="经营状态", codes="operating_status", headings=("企业状态", "状态", "经营情况")
        ),
    ] = ""
    founded_on: Annotated[
        PartialDate | None,
        PartialDay(label="成立日期", headings=("开业日期", "成立(开业)日期", "注册日期")),
    ] = None
    region: Annotated[str, Text(label="所在政区", headings=("单位所在政区", "行政区划"))] = ""
    village: Annotated[
        str,
        Text(
            label="所在村（社区）",
            headings=("所在村", "所在村(社区)", "村(社区)", "村居", "所属村", "所在社区"),
        ),
    ] = ""
    address: Annotated[
        str,
        Text(
            label="经营地址",
            width=28,
            headings=("地址", "单位地址", "详细地址", "通讯地址", "住所"),
        ),
    ] = ""
    registered_address: Annotated[str, Text(label="注册地址", width=28)] = ""
    postcode: Annotated[str, Text(label="邮政编码", headings=("邮编",))] = ""
    legal_person: Annotated[
        str,
        Text(
            label="法定代表人",
            is_name=True,
            headings=("法人", "法人代表", "负责人", "单位负责人", "企业负责人"),
        ),
    ] = ""
    phone: Annotated[
        str,
        Phone(label="联系电话", headings=("电话", "法人电话", "联系方式", "手机", "手机号码")),
    ] = ""
    contact: Annotated[str, Text(label="联系人", is_name=True)] = ""
    contact_phone: Annotated[str, Phone(label="联系人电话")] = ""
    email: Annotated[str, Text(label="电子邮箱", headings=("邮箱",))] = ""
    main_business: Annotated[str, Text(label="主营业务", width=28, headings=("经营范围",))] = ""
    fixed_assets: Annotated[int | None, Money(label="固定资产（万元）", unit="万元")] = None
    annual_output: Annotated[int | None, Money(label="年产值（万元）", unit="万元")] = None
    tax_paid: Annotated[int | None, Money(label="年利税（万元）", unit="万元")] = None
    party_organisation: Annotated[
        str, Choice(label="党组织情况", codes="party_organisation", headings=("党组织",))
    ] = ""
    no_union_reason: Annotated[str, Choice(label="未建会原因", codes="no_union_reason")] = ""
    planned_union_on: Annotated[PartialDate | None, PartialDay(label="计划建会时间")] = None
    remark: Annotated[str, Note(label="备注", headings=("说明", "备 注"))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitYear(Record):
    """How many people a unit employs, and whether it is above scale, as of a day."""

    about: ClassVar[About] = About(
        table="unit_year",
        label="单位年度数据",
        titles=("as_of",),
        columns=(
            "unit",
            "as_of",
            "workers_total",
            "workers_female",
            "workers_migrant",
            "above_scale",
            "source",
        ),
        keys=(("unit", "as_of"),),
        order=("as_of",),
        year="as_of",
        indexes=(("unit", "as_of"),),
    )

    unit: Annotated[int | None, Link(label="单位", required=True, to="unit", is_part=True)] = None
    as_of: Annotated[
        date | None,
        Day(
            label="截止日期",
            required=True,
            headings=("截至日期", "统计日期"),
            help="数字是哪一天的",
        ),
    ] = None
    workers_total: Annotated[
        int | None,
        Number(
            label="职工人数",
            unit="人",
            headings=("职工总数", "职工数", "总数", "人数", "从业人数", "在岗职工", "职工人数总数"),
        ),
    ] = None
    workers_female: Annotated[
        int | None, Number(label="女职工", unit="人", headings=("女职工数", "其中女职工", "女"))
    ] = None
    workers_migrant: Annotated[
        int | None, Number(label="农民工", unit="人", headings=("农民工数", "其中农民工"))
    ] = None
    above_scale: Annotated[
        bool,
        Flag(
            label="规模以上",
            help="以县统计局名录为准",
            headings=(
                "是否规上企业",
                "是否规上",
                "规上企业",
                "规上",
                "是否规模以上",
                "规模以上企业",
            ),
        ),
    ] = False
    source: Annotated[str, Choice(label="数据来源", codes="data_source")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaintenanceBatch(Record):
    """One round of checking the preset companies of the national database."""

    about: ClassVar[About] = About(
        table="maint_batch",
        label="数据库维护批次",
        measure="批",
        titles=("title",),
        columns=("title", "year", "source", "issued_on", "due_on", "closed_on"),
        keys=(("title", "year"),),
        order=("year",),
        year="year",
    )

    title: Annotated[str, Text(label="批次名称", required=True, width=28)] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    source: Annotated[str, Choice(label="来源", codes="maintenance_source")] = ""
    issued_on: Annotated[date | None, Day(label="下发日期")] = None
    due_on: Annotated[date | None, Day(label="要求完成日期")] = None
    closed_on: Annotated[date | None, Day(label="关闭日期")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaintenanceItem(Record):
    """One preset company of a batch and what the check on the spot found."""

    about: ClassVar[About] = About(
        table="maint_item",
        label="数据库维护",
        measure="家",
        titles=("preset_name",),
        columns=("preset_no", "preset_name", "result", "done_on", "done_by", "uploaded_on"),
        keys=(("batch", "unit"), ("batch", "preset_name")),
        order=("preset_no",),
        search=("preset_no", "preset_name"),
    )

    batch: Annotated[
        int | None, Link(label="维护批次", required=True, to="maint_batch", is_part=True)
    ] = None
    preset_no: Annotated[str, Text(label="预置序号", headings=("预置编号",))] = ""
    preset_name: Annotated[
        str,
        Text(label="预置名称", required=True, is_name=True, width=28, headings=("预置单位名称",)),
    ] = ""
    preset_workers: Annotated[int | None, Number(label="预置职工数", unit="人")] = None
    is_preset: Annotated[
        bool, Flag(label="预置单位", help="普查时新发现的单位不算预置，不计入维护率")
    ] = False
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    result: Annotated[
        str,
        Choice(
            label="维护结果",
            codes="maintenance_result",
            help="空着表示尚未维护",
            headings=("核实结果", "维护情况"),
        ),
    ] = ""
    done_on: Annotated[
        PartialDate | None, PartialDay(label="维护日期", headings=("核实日期", "维护时间"))
    ] = None
    done_by: Annotated[str, Text(label="维护人", is_name=True, headings=("核实人",))] = ""
    changes: Annotated[str, Note(label="变更内容")] = ""
    uploaded_on: Annotated[date | None, Day(label="上报日期", headings=("上传日期",))] = None


RECORDS: tuple[type[Record], ...] = (Unit, UnitYear, MaintenanceBatch, MaintenanceItem)
