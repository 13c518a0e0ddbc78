"""Model workers, craftsmen and others who were honoured."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from models.fields import Choice, Flag, Link, Note, PartialDay, PersonId, Phone, Text
from models.records.base import About, Record
from models.records.states import coded
from models.values.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPerson(Record):
    """A title that one person holds, and how the union cares for the holder."""

    about: ClassVar[About] = About(
        table="model_person",
        label="劳模先进",
        measure="人",
        titles=("person_name", "honour"),
        columns=("person_name", "unit_name", "honour", "grade", "awarded_on", "life_state"),
        keys=(("person_name", "honour", "awarded_on"),),
        order=("grade", "awarded_on"),
        search=("person_name", "honour", "unit_name", "id_no", "phone"),
        tells=("unit_name", "birth"),
        states=(
            coded("在职", "", "1", field="life_state"),
            coded("退休", "2", field="life_state"),
            coded("去世", "3", field="life_state", is_alive=False),
            coded("撤销称号", "4", field="life_state", is_alive=False),
        ),
    )

    person: Annotated[int | None, Link(label="对应会员", to="member")] = None
    person_name: Annotated[
        str,
        Text(label="姓名", required=True, is_name=True, headings=("劳模姓名", "先进个人")),
    ] = ""
    sex: Annotated[str, Choice(label="性别", codes="sex", help="空着时按身份证号填写")] = ""
    birth: Annotated[
        PartialDate | None,
        PartialDay(
            label="出生日期",
            help="空着时按身份证号填写",
            headings=("出生年月", "出生年月日", "出生"),
        ),
    ] = None
    id_no: Annotated[
        str, PersonId(label="身份证号", width=20, headings=("身份证号码", "证件号码"))
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            is_name=True,
            width=24,
            help="授予称号时所在的单位",
            headings=("单位", "所在单位", "工作单位", "企业名称"),
        ),
    ] = ""
    job: Annotated[str, Text(label="职务或工种", headings=("职务", "工种", "岗位"))] = ""
    honour: Annotated[
        str,
        Text(
            label="荣誉称号",
            required=True,
            width=24,
            help="如：省劳动模范、县五一劳动奖章、镇技术能手",
            headings=("称号", "授予称号", "荣誉名称", "劳模称号"),
        ),
    ] = ""
    grade: Annotated[
        str,
        Choice(
            label="级别",
            required=True,
            codes="grade",
            headings=("荣誉级别", "称号级别", "劳模级别", "授予级别"),
        ),
    ] = ""
    awarded_on: Annotated[
        PartialDate | None,
        PartialDay(
            label="授予日期",
            required=True,
            headings=("授予时间", "命名时间", "表彰时间", "获得时间", "授予年份", "表彰年份"),
        ),
    ] = None
    issuer: Annotated[
        str, Text(label="授予机关", width=24, headings=("授予单位", "表彰机关", "命名机关"))
    ] = ""
    doc_no: Annotated[str, Text(label="授予文号", headings=("文号", "表彰文号"))] = ""
    life_state: Annotated[
        str,
        Choice(
            label="现状",
            codes="model_state",
            help="空着算在职",
            headings=("状态", "在职情况", "目前状况"),
        ),
    ] = ""
    is_hardship: Annotated[
        bool, Flag(label="困难劳模", headings=("是否困难", "是否困难劳模", "困难"))
    ] = False
    phone: Annotated[str, Phone(label="联系电话", headings=("电话", "手机", "联系方式"))] = ""
    treatments: Annotated[
        str,
        Note(
            label="待遇慰问",
            help="一次一行：年度、项目、金额",
            headings=("慰问记录", "慰问情况", "享受待遇", "待遇"),
        ),
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (ModelPerson,)
