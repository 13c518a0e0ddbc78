"""Places for workers, and what they did in a year."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Link, Money, Note, Number, PartialDay, Phone, Text, Year
from models.records.base import About, Record, State
from models.values.dates import PartialDate

OUT_OF_USE = "2"


def _is_out_of_use(venue: "Venue", day: date) -> bool:
    closed = venue.closed_on
    if closed is not None:
        return closed.first() <= day
    return venue.status == OUT_OF_USE


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Record):
    """A place for workers: a workers' home, a library, a rest stop for outdoor workers."""

    about: ClassVar[About] = About(
        table="venue",
        label="职工阵地",
        measure="个",
        titles=("name",),
        columns=("name", "kind", "unit_name", "address", "opened_on", "grade", "status"),
        keys=(("name", "kind"), ("name",)),
        order=("kind", "name"),
        search=("name", "unit_name", "address", "manager"),
        tells=("unit_name",),
        states=(
            State("在用", lambda one, day: not _is_out_of_use(one, day)),
            State("停用", _is_out_of_use, is_alive=False),
        ),
    )

    name: Annotated[
        str,
        Text(
            label="阵地名称",
            required=True,
            is_name=True,
            width=28,
            headings=("名称", "书屋名称", "驿站名称", "站点名称"),
        ),
    ] = ""
    kind: Annotated[
        str,
        Choice(
            label="阵地类型", required=True, codes="venue_kind", headings=("类型", "类别", "种类")
        ),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="所属单位",
            is_name=True,
            width=28,
            headings=("建设单位", "单位名称", "依托单位", "所在单位"),
        ),
    ] = ""
    address: Annotated[str, Text(label="地址", width=28, headings=("地点", "详细地址"))] = ""
    area: Annotated[
        int | None, Number(label="面积", unit="平方米", headings=("建筑面积", "面积(平方米)"))
    ] = None
    facilities: Annotated[
        str, Note(label="设施设备", headings=("设施", "配备设施", "设备", "主要设施"))
    ] = ""
    opened_on: Annotated[
        PartialDate | None,
        PartialDay(label="建成时间", headings=("建成日期", "启用日期", "建立时间", "开放日期")),
    ] = None
    opening_hours: Annotated[str, Text(label="开放时段", help="如：每天8:00-20:00")] = ""
    grade: Annotated[
        str, Choice(label="命名级别", codes="grade", help="被命名为示范点的填", headings=("级别",))
    ] = ""
    manager: Annotated[
        str, Text(label="管理员", is_name=True, headings=("负责人", "联系人", "管理人"))
    ] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话",))] = ""
    status: Annotated[
        str,
        Choice(label="状态", codes="venue_status", help="空着按在用", headings=("使用状态",)),
    ] = ""
    closed_on: Annotated[PartialDate | None, PartialDay(label="停用时间")] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueYear(Record):
    """How many people a venue served in a year, and what was spent on it."""

    about: ClassVar[About] = About(
        table="venue_year",
        label="阵地年度情况",
        titles=("year",),
        columns=("venue", "year", "served_count", "activity_count", "spent"),
        keys=(("venue", "year"),),
        unique=("venue", "year"),
        order=("year",),
        year="year",
    )

    venue: Annotated[
        int | None,
        Link(label="阵地", required=True, to="venue", is_part=True, headings=("阵地名称",)),
    ] = None
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    served_count: Annotated[
        int | None,
        Number(label="服务人次", unit="人次", headings=("服务职工", "服务职工人次", "接待人次")),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人数依据", codes="headcount_basis")] = ""
    activity_count: Annotated[
        int | None, Number(label="开展活动", unit="场次", headings=("活动次数", "活动场次"))
    ] = None
    spent: Annotated[
        int | None, Money(label="投入经费（元）", headings=("投入资金", "经费", "投入经费"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Venue, VenueYear)
