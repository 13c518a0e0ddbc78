"""The safety contest 安康杯: who takes part, and what is done for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Note, Number, Phone, Text, Year
from models.records.base import About, Record
from models.records.states import coded


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkangEntry(Record):
    """A unit that takes part in a year's safety contest, from its entry to its award."""

    about: ClassVar[About] = About(
        table="ankang_entry",
        label="安康杯参赛",
        measure="家",
        titles=("unit_name", "year"),
        columns=(
            "unit_name",
            "year",
            "participants",
            "teams",
            "entered_on",
            "score",
            "award",
        ),
        keys=(("year", "unit"), ("year", "unit_name")),
        order=("year",),
        search=("unit_name", "contact"),
        year="year",
        states=(
            coded("参赛", "", "1", "2", "3", "4", "5", field="stage"),
            coded("退赛", "6", field="stage", is_alive=False),
        ),
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="企业名称",
            required=True,
            is_name=True,
            width=28,
            headings=("单位名称", "参赛企业", "参赛单位"),
        ),
    ] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    entered_on: Annotated[date | None, Day(label="报名日期", headings=("报名时间", "参赛日期"))] = (
        None
    )
    workers_total: Annotated[
        int | None,
        Number(
            label="职工总数",
            unit="人",
            help="报名表上写的职工数",
            headings=("职工人数", "职工数", "在岗职工"),
        ),
    ] = None
    participants: Annotated[
        int | None,
        Number(
            label="参赛职工",
            required=True,
            unit="人",
            headings=("参赛人数", "参赛职工数", "参赛职工人数"),
        ),
    ] = None
    teams_total: Annotated[
        int | None, Number(label="班组数", unit="个", headings=("班组总数",))
    ] = None
    teams: Annotated[int | None, Number(label="参赛班组", unit="个", headings=("参赛班组数",))] = (
        None
    )
    contact: Annotated[str, Text(label="联系人", is_name=True)] = ""
    phone: Annotated[str, Phone(label="联系电话", headings=("电话",))] = ""
    has_commitment: Annotated[
        bool, Flag(label="签订承诺书", headings=("承诺书", "是否签订承诺书"))
    ] = False
    stage: Annotated[
        str,
        Choice(
            label="进展",
            codes="ankang_stage",
            help="报名、参赛、考核、申报、表彰；退赛的不再计数",
        ),
    ] = ""
    score: Annotated[
        Decimal | None,
        Number(label="考核得分", places=1, headings=("考核分", "得分", "考核成绩")),
    ] = None
    applied_award: Annotated[
        str, Choice(label="申报奖项", codes="ankang_award", headings=("拟申报奖项",))
    ] = ""
    award: Annotated[
        str, Text(label="获奖情况", width=20, headings=("获奖", "所获奖项", "荣誉"))
    ] = ""
    award_grade: Annotated[str, Choice(label="获奖级别", codes="grade")] = ""
    remark: Annotated[str, Note(label="备注", headings=("说明",))] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkangActivity(Record):
    """Something that was done for the contest, such as one of the ten things of the year."""

    about: ClassVar[About] = About(
        table="ankang_activity",
        label="安康杯活动",
        measure="次",
        titles=("title", "on_date"),
        columns=("on_date", "unit_name", "title", "headcount", "result"),
        keys=(("unit", "on_date", "title"), ("unit_name", "on_date", "title")),
        order=("on_date",),
        search=("title", "unit_name"),
        year="on_date",
    )

    unit: Annotated[int | None, Link(label="对应单位", to="unit")] = None
    unit_name: Annotated[
        str,
        Text(
            label="举办单位",
            required=True,
            is_name=True,
            width=28,
            headings=("企业名称", "单位名称", "参赛企业", "主办单位"),
        ),
    ] = ""
    on_date: Annotated[
        date | None, Day(label="活动日期", required=True, headings=("日期", "活动时间"))
    ] = None
    title: Annotated[
        str,
        Text(
            label="活动内容",
            required=True,
            width=28,
            help="如：查一次事故隐患、提一条安全建议、看一场安全影片",
            headings=("活动名称", "活动项目", "活动"),
        ),
    ] = ""
    headcount: Annotated[
        int | None,
        Number(label="参加人次", unit="人次", headings=("参加人数", "参与人数", "人数")),
    ] = None
    headcount_basis: Annotated[str, Choice(label="人次依据", codes="headcount_basis")] = ""
    result: Annotated[str, Note(label="成效", headings=("活动成效", "效果"))] = ""
    remark: Annotated[str, Note(label="备注")] = ""


RECORDS: tuple[type[Record], ...] = (AnkangEntry, AnkangActivity)
