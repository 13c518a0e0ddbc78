"""Lists of words that are not to be used."""

from models.lists.kinds import SheetType, Slot
from models.records.reported import WordRule

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=WordRule,
        label="用词规则",
        titles=("用词规则", "规范用词", "用词对照"),
        needs=("wrong", "right"),
        speaks=("wrong",),
        headings={
            Slot(WordRule, "wrong"): ("不用的词", "不规范用词", "错误写法"),
            Slot(WordRule, "right"): ("改用的词", "规范用词", "正确写法"),
        },
    ),
)
