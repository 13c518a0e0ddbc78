"""Lists of local rules, of days worked against the calendar, and of other names of units."""

from models.lists.kinds import SheetType, Slot
from models.records.local import LocalRule, WorkdayChange
from models.records.town import UnitAlias

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=LocalRule,
        label="本地规定",
        titles=("本地规定", "地方标准"),
        needs=("rule", "value", "valid_from"),
        speaks=("document",),
        headings={Slot(LocalRule, "rule"): ("规定名称", "标准名称")},
    ),
    SheetType(
        record=WorkdayChange,
        label="节假日调整",
        titles=("节假日", "放假", "调休"),
        needs=("day", "is_workday"),
        speaks=("reason",),
        headings={Slot(WorkdayChange, "reason"): ("假期", "节日名称")},
    ),
    SheetType(
        record=UnitAlias,
        label="单位别名对照表",
        titles=("单位别名", "单位简称", "简称对照"),
        needs=("alias", "unit"),
        speaks=("alias",),
        headings={
            Slot(UnitAlias, "alias"): ("单位简称", "简称", "曾用名", "其他叫法"),
            Slot(UnitAlias, "unit"): ("单位名称", "单位全称", "企业名称", "全称"),
        },
    ),
)
