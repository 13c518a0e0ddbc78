"""Democratic management of a unit in a year."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Flag, Link, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class DemocracyYear(Record):
    """Whether a unit had a workers' congress, disclosure and the like in a year."""

    about: ClassVar[About] = About(
        table="dm_year",
        label="民主管理年度情况",
        measure="家",
        titles=("unit_name", "year"),
        columns=(
            "unit_name",
            "year",
            "is_above_scale",
            "congress_kind",
            "has_disclosure",
            "has_column",
            "level",
            "disclosure_leader",
        ),
        keys=(("year", "unit"), ("year", "unit_name")),
        search=("unit_name", "disclosure_leader"),
        year="year",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(label="企业名称", required=True, is_name=True, width=28, headings=("单位名称",)),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    is_above_scale: Annotated[
        bool,
        Flag(label="规上企业", headings=("是否规上", "规模以上", "是否规上企业", "规上")),
    ] = False
    congress_kind: Annotated[
        str, Choice(label="职代会形式", codes="congress_kind", headings=("职代会",))
    ] = ""
    congress_term: Annotated[str, Text(label="职代会届次")] = ""
    has_disclosure: Annotated[
        bool, Flag(label="厂务公开", headings=("是否厂务公开", "推行厂务公开"))
    ] = False
    disclosure_leader: Annotated[str, Text(label="责任人", is_name=True)] = ""
    disclosure_department: Annotated[str, Text(label="办理机构")] = ""
    has_column: Annotated[bool, Flag(label="公开栏", headings=("厂务公开栏",))] = False
    column_place: Annotated[str, Text(label="公开栏位置")] = ""
    has_contract: Annotated[bool, Flag(label="集体合同")] = False
    wage_negotiation: Annotated[bool, Flag(label="工资协商", headings=("工资集体协商",))] = False
    has_director: Annotated[bool, Flag(label="职工董事")] = False
    has_supervisor: Annotated[bool, Flag(label="职工监事")] = False
    has_mediation: Annotated[
        bool, Flag(label="争议调解委员会", headings=("调解委员会", "劳动争议调解委员会"))
    ] = False
    has_safety_delegate: Annotated[bool, Flag(label="劳动保护监督员")] = False
    score: Annotated[Decimal | None, Number(label="考核分", places=1)] = None
    level: Annotated[str, Choice(label="达标等级", codes="democracy_level", headings=("等级",))] = (
        ""
    )
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (DemocracyYear,)
