"""Honours received and given, what the media reported, and what was printed or filmed."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Money, Note, Number, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Record):
    """A title awarded to the township's union, a unit, a team or a person."""

    about: ClassVar[About] = About(
        table="honor",
        label="荣誉",
        measure="项",
        titles=("title", "owner"),
        columns=("awarded_on", "title", "grade", "owner", "issuer"),
        keys=(("title", "owner", "awarded_on"),),
        order=("awarded_on",),
        search=("title", "owner", "issuer", "doc_no"),
        year="awarded_on",
    )

    title: Annotated[
        str,
        Text(
            label="荣誉名称",
            required=True,
            width=30,
            headings=("称号", "名称", "荣誉称号", "奖项", "获奖名称", "表彰名称"),
        ),
    ] = ""
    grade: Annotated[
        str,
        Choice(label="级别", required=True, codes="grade", headings=("荣誉级别", "表彰级别")),
    ] = ""
    owner: Annotated[
        str,
        Text(
            label="获得者",
            required=True,
            is_name=True,
            width=28,
            headings=(
                "获奖单位",
                "获奖者",
                "受表彰单位",
                "受表彰对象",
                "获奖个人",
                "获奖单位（个人）",
            ),
        ),
    ] = ""
    owner_kind: Annotated[
        str,
        Choice(label="获得者类型", codes="honour_holder", headings=("对象类型", "类型")),
    ] = ""
    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str, Text(label="所在单位", is_name=True, width=28, headings=("单位", "工作单位"))
    ] = ""
    issuer: Annotated[
        str,
        Text(
            label="授予单位",
            required=True,
            width=28,
            headings=("授予机关", "颁发单位", "表彰单位", "颁奖单位", "发证机关"),
        ),
    ] = ""
    co_issuer: Annotated[
        str, Text(label="联合授予", width=28, headings=("联合授予单位", "联合表彰"))
    ] = ""
    is_given: Annotated[
        bool, Flag(label="本镇授予", help="镇总工会表彰别人的打勾；上级表彰本镇的不打勾")
    ] = False
    awarded_on: Annotated[
        date | None,
        Day(
            label="授予日期",
            required=True,
            headings=("授予时间", "获奖时间", "获奖日期", "表彰时间", "颁发时间"),
        ),
    ] = None
    doc_no: Annotated[str, Text(label="文号", width=20, headings=("表彰文号", "文件号"))] = ""
    certificate_no: Annotated[str, Text(label="证书号", headings=("证书编号",))] = ""
    stored_at: Annotated[
        str, Text(label="证书存放", headings=("存放", "存放处", "存放地点", "证书存放处"))
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaReport(Record):
    """An article, picture or film about the township's union work that was published."""

    about: ClassVar[About] = About(
        table="media",
        label="宣传报道",
        measure="篇",
        titles=("title",),
        columns=("published_on", "title", "media", "page", "kind", "level"),
        keys=(("published_on", "title", "media"), ("published_on", "title")),
        order=("published_on",),
        search=("title", "media", "authors"),
        year="published_on",
    )

    published_on: Annotated[
        date | None,
        Day(
            label="日期",
            required=True,
            headings=("刊发日期", "发表日期", "刊发时间", "发布时间", "时间", "发表时间"),
        ),
    ] = None
    title: Annotated[
        str,
        Text(label="题目", required=True, width=30, headings=("标题", "稿件名称", "报道题目")),
    ] = ""
    media: Annotated[
        str,
        Text(
            label="媒体",
            required=True,
            width=20,
            headings=("媒体名称", "刊发媒体", "报刊", "发布平台", "刊登媒体"),
        ),
    ] = ""
    page: Annotated[
        str, Text(label="版面", help="如：一版报眼", headings=("版次", "版面位置", "期号"))
    ] = ""
    kind: Annotated[
        str, Choice(label="体裁", codes="media_kind", headings=("稿件类型", "类型", "形式"))
    ] = ""
    level: Annotated[
        str, Choice(label="级别", required=True, codes="grade", headings=("媒体级别",))
    ] = ""
    authors: Annotated[str, Text(label="作者", width=16, headings=("撰稿人", "供稿人"))] = ""
    words: Annotated[int | None, Number(label="字数", unit="字")] = None
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Record):
    """A collection of papers, a handbook, a film or a leaflet that the office made."""

    about: ClassVar[About] = About(
        table="output",
        label="资料制品",
        measure="种",
        titles=("title",),
        columns=("done_on", "kind", "title", "quantity", "cost"),
        keys=(("title", "done_on"), ("title",)),
        order=("done_on",),
        search=("title",),
        year="done_on",
    )

    kind: Annotated[
        str,
        Choice(label="类别", required=True, codes="output_kind", headings=("种类", "类型")),
    ] = ""
    title: Annotated[
        str,
        Text(label="名称", required=True, width=30, headings=("资料名称", "标题", "制品名称")),
    ] = ""
    done_on: Annotated[
        date | None,
        Day(
            label="完成日期",
            required=True,
            headings=("完成时间", "日期", "印制日期", "编印日期", "制作日期"),
        ),
    ] = None
    quantity: Annotated[
        str,
        Text(
            label="数量/时长",
            help="如：500册、12分钟",
            headings=("数量", "印数", "时长", "数量（时长）", "印制数量"),
        ),
    ] = ""
    cost: Annotated[
        int | None, Money(label="费用（元）", headings=("费用", "金额", "制作费用", "经费"))
    ] = None
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (Honour, MediaReport, Output)
