"""Lists of local rules and of days worked against the calendar."""

from models.lists.kinds import SheetType, Slot
from models.records.local import LocalRule, WorkdayChange

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
)
