"""Local rules and days that are worked or not against the calendar."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Note, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRule(Record):
    """A local parameter from a day on: a deadline, a threshold, a share, with where it is written."""

    about: ClassVar[About] = About(
        table="local_rule",
        label="本地规定",
        titles=("rule",),
        columns=("rule", "value", "valid_from", "document"),
        keys=(("rule", "valid_from"),),
        order=("rule", "valid_from"),
        search=("rule", "document"),
    )

    rule: Annotated[
        str, Choice(label="项目", required=True, codes="local_rule", headings=("规定项目",))
    ] = ""
    value: Annotated[
        str,
        Text(
            label="数值",
            required=True,
            help="如：10、10工作日、1/3、2%；单位见项目名称",
            headings=("标准", "规定数值"),
        ),
    ] = ""
    valid_from: Annotated[
        date | None, Day(label="施行日期", required=True, headings=("生效日期", "起始日期"))
    ] = None
    document: Annotated[str, Text(label="依据", width=28, help="文件名称、文号、条款")] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkdayChange(Record):
    """A day that is worked or free against the calendar, as the State Council announces each year."""

    about: ClassVar[About] = About(
        table="workday_change",
        label="节假日调整",
        measure="天",
        titles=("day",),
        columns=("day", "is_workday", "reason"),
        keys=(("day",),),
        unique=("day",),
        order=("day",),
        year="day",
    )

    day: Annotated[date | None, Day(label="日期", required=True)] = None
    is_workday: Annotated[
        bool, Flag(label="上班", help="周末调成上班的打勾；放假的不打勾", headings=("是否上班",))
    ] = False
    reason: Annotated[str, Text(label="节日", help="如：国庆节")] = ""


RECORDS: tuple[type[Record], ...] = (LocalRule, WorkdayChange)
