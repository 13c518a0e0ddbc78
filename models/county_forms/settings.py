"""What the office knows about itself and about the day, for the head and the foot of a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models import clock
from models.periods import Period
from models.records.town import Town

Content = Decimal | date | str | None


@dataclass(frozen=True, slots=True)
class Setting:
    """Something about the office or the period; `names` are what forms call it."""

    label: str
    group: str
    names: tuple[str, ...]
    give: Callable[[Town, Period], Content]


def _of_town(label: str, name: str, *names: str) -> Setting:
    return Setting(label, "本镇情况", (label, *names), lambda town, _: str(getattr(town, name)))


def _of_period(label: str, give: Callable[[Period], Content], *names: str) -> Setting:
    return Setting(label, "日期", (label, *names), lambda _, period: give(period))


SETTINGS: Mapping[str, Setting] = {
    "union_name": _of_town(
        "工会名称",
        "union_name",
        "填报单位",
        "单位名称",
        "上报单位",
        "报送单位",
        "填表单位",
        "制表单位",
    ),
    "name": _of_town("镇名", "name", "乡镇", "镇街", "乡镇（街道）", "街道", "所在乡镇"),
    "parent_union": _of_town("上级工会", "parent_union", "主管工会", "上级工会名称"),
    "county": _of_town("所在县（市、区）", "county", "县区", "区县", "所在区县"),
    "city": _of_town("所在市", "city", "市"),
    "chair": _of_town(
        "工会主席", "chair", "负责人", "单位负责人", "主席", "审核人", "审核", "分管领导"
    ),
    "clerk": _of_town(
        "经办人",
        "clerk",
        "填表人",
        "制表人",
        "制表",
        "填表",
        "填报人",
        "联系人",
        "统计人员",
        "经办",
    ),
    "phone": _of_town("办公电话", "phone", "联系电话", "电话", "单位电话"),
    "today": _of_period(
        "填报日期（今天）",
        lambda _: clock.today(),
        "填报日期",
        "填报时间",
        "填表日期",
        "填表时间",
        "报出日期",
        "制表日期",
        "日期",
        "报送日期",
    ),
    "as_of": _of_period("统计截止日", lambda period: period.as_of, "截止日期", "截至", "统计时点"),
    "year": _of_period("年度", lambda period: Decimal(period.year), "年", "统计年度", "年份"),
    "last_year": _of_period("上年年度", lambda period: Decimal(period.year - 1), "上年"),
    "month": _of_period("报告期末的月份", lambda period: Decimal(period.last.month), "月", "月份"),
    "period": _of_period("统计时段", lambda period: period.words(), "报告期", "时段", "填报时段"),
}
