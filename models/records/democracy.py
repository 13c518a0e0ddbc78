"""Democratic management of a unit in a year, what it disclosed, and harmonious enterprises."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Note, Number, PartialDay, Text, Year
from models.records import congresses
from models.records.base import About, Record, State
from models.records.states import coded
from models.values.dates import PartialDate

NAMED = frozenset("45")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Record):
    """One matter that a unit made public to its workers, and what came back."""

    about: ClassVar[About] = About(
        table="dm_disclose",
        label="厂务公开事项",
        titles=("title",),
        columns=("title", "unit_name", "item", "way", "started_on", "ended_on"),
        keys=(("unit", "started_on", "title"), ("unit_name", "started_on", "title")),
        order=("started_on",),
        search=("title", "unit_name"),
        year="started_on",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=24,
            headings=("单位", "企业名称", "企业", "公开单位"),
        ),
    ] = ""
    item: Annotated[
        str,
        Choice(
            label="事项类别",
            required=True,
            codes="disclose_item",
            headings=("公开事项", "公开类别", "类别", "公开项目", "事项"),
        ),
    ] = ""
    title: Annotated[
        str,
        Text(
            label="公开内容",
            required=True,
            width=30,
            headings=("标题内容", "标题", "内容", "公开事项内容", "公开的内容"),
        ),
    ] = ""
    way: Annotated[
        str,
        Choice(
            label="公开形式",
            codes="disclose_way",
            headings=("形式", "公开方式", "公开载体", "方式"),
        ),
    ] = ""
    started_on: Annotated[
        date | None,
        Day(
            label="公开日期",
            required=True,
            headings=("公开起", "公开时间", "开始日期", "公示日期", "日期", "公示起"),
        ),
    ] = None
    ended_on: Annotated[
        date | None, Day(label="公开止", headings=("结束日期", "公示止", "截止日期", "撤下日期"))
    ] = None
    congress: Annotated[
        int | None,
        Link(label="对应职代会", to="dm_congress", help="提交职代会或公开职代会结果的，选是哪一次"),
    ] = None
    before_on: Annotated[
        date | None,
        Day(label="会前公开日期", help="须经职代会的事项填", headings=("职代会前公开日",)),
    ] = None
    opinions: Annotated[
        int | None,
        Number(label="意见条数", unit="条", headings=("收集意见", "意见数", "征求意见条数")),
    ] = None
    rectified: Annotated[
        str, Note(label="整改答复", headings=("整改情况", "答复情况", "整改落实情况"))
    ] = ""
    replied_on: Annotated[date | None, Day(label="答复日期", headings=("整改日期", "答复时间"))] = (
        None
    )
    remark: Annotated[str, Note(label="备注")] = ""


def _is_named(one: "Harmony", day: date) -> bool:
    return one.status in NAMED and not _is_over(one, day)


def _is_over(one: "Harmony", day: date) -> bool:
    end = one.valid_to
    return one.status in NAMED and end is not None and end.last() < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmony(Record):
    """A unit on its way to be named an enterprise of harmonious labour relations."""

    about: ClassVar[About] = About(
        table="harmony",
        label="和谐企业创建",
        measure="家",
        titles=("unit_name", "year"),
        columns=("unit_name", "year", "level", "status", "self_score", "named_on", "valid_to"),
        keys=(("unit", "year"), ("unit_name", "year")),
        order=("year", "unit_name"),
        search=("unit_name", "title_no"),
        year="year",
        states=(
            State("命名有效", _is_named),
            coded("创建中", "", "1", "2", "3", is_alive=False),
            State("到期", _is_over, is_alive=False),
            coded("摘牌", "6", is_alive=False),
            coded("未通过", "7", is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="单位名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位", "企业名称", "企业", "创建单位", "申报单位"),
        ),
    ] = ""
    year: Annotated[
        int | None, Year(label="年度", required=True, headings=("创建年度", "申报年度"))
    ] = None
    level: Annotated[
        str,
        Choice(label="级别", codes="grade", headings=("创建级别", "申报级别", "命名级别")),
    ] = ""
    status: Annotated[
        str,
        Choice(
            label="进展",
            codes="harmony_status",
            help="命名、复查的计入和谐企业",
            headings=("状态", "创建情况", "创建结果", "结果", "评审结果"),
        ),
    ] = ""
    applied_on: Annotated[
        PartialDate | None, PartialDay(label="申报日期", headings=("申报时间", "申报日"))
    ] = None
    self_score: Annotated[
        Decimal | None,
        Number(
            label="自评分", places=1, help="空着时按各项得分相加", headings=("自评得分", "得分")
        ),
    ] = None
    score_contracts: Annotated[Decimal | None, Number(label="劳动合同得分", places=1)] = None
    score_collective: Annotated[Decimal | None, Number(label="集体合同得分", places=1)] = None
    score_wages: Annotated[Decimal | None, Number(label="工资支付得分", places=1)] = None
    score_insurance: Annotated[Decimal | None, Number(label="社会保险得分", places=1)] = None
    score_democracy: Annotated[Decimal | None, Number(label="民主管理得分", places=1)] = None
    score_safety: Annotated[Decimal | None, Number(label="安全卫生得分", places=1)] = None
    score_disputes: Annotated[Decimal | None, Number(label="争议调解得分", places=1)] = None
    reviewed_on: Annotated[
        PartialDate | None, PartialDay(label="评审日期", headings=("评审时间", "评审日"))
    ] = None
    reviewed_by: Annotated[
        str, Text(label="评审方", help="如：县三方联席会议", headings=("评审单位", "评审机关"))
    ] = ""
    named_on: Annotated[
        PartialDate | None, PartialDay(label="命名日期", headings=("命名时间", "授牌日期"))
    ] = None
    title_no: Annotated[
        str, Text(label="命名文号", headings=("文号", "称号编号", "证书编号", "牌匾编号"))
    ] = ""
    valid_to: Annotated[
        PartialDate | None,
        PartialDay(label="有效期止", headings=("有效期", "有效期至", "到期日期")),
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (DemocracyYear, *congresses.RECORDS, Disclosure, Harmony)
