"""Writes an invented list of units as a clerk would send it, and an office file to put it into.

python -m tests.bench.unit_sheet COUNT LIST.xlsx OFFICE.db
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from models.records.town import Town
from models.store import Store
from tests.bench.data import COMMON, InventedUnit, invent_units

HEADINGS = (
    "单位名称",
    "统一社会信用代码",
    "单位类别",
    "单位性质",
    "所属行业",
    "经营状态",
    "成立日期",
    "所在政区",
    "所在村（社区）",
    "经营地址",
    "邮政编码",
    "法定代表人",
    "联系电话",
    "联系人",
    "联系人电话",
    "电子邮箱",
    "主营业务",
    "固定资产（万元）",
    "年产值（万元）",
    "备注",
)
# One row in so many is written carelessly, lacks something, or stands in the list twice.
CARELESS, LACKING, TWICE = 40, 12, 250


def rows(count: int) -> Iterator[list[str | float]]:
    """Yield so many rows, the rows that repeat earlier ones included."""
    chance = random.Random(5_000)
    before: list[str | float] = []
    for number, unit in enumerate(invent_units(count)):
        if before and number % TWICE == TWICE - 1:
            yield before
            continue
        before = _row(unit, number, chance)
        yield before


def write(count: int, target: Path) -> None:
    """Write the list with a title and a line above its header."""
    book = xlsxwriter.Workbook(str(target), {"constant_memory": True})
    page = book.add_worksheet("企业台账")
    page.merge_range(0, 0, 0, len(HEADINGS) - 1, "示例镇企业台账（2024年度）")
    page.write_row(1, 0, ["填报单位：示例镇总工会", *[""] * 16, "截止日期：2024年12月31日"])
    page.write_row(2, 0, HEADINGS)
    for number, row in enumerate(rows(count), 3):
        page.write_row(number, 0, row)
    book.close()


def _row(unit: InventedUnit, number: int, chance: random.Random) -> list[str | float]:
    day = f"{chance.randrange(1990, 2024)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 28):02d}"
    row: list[str | float] = [
        unit.name,
        unit.credit_code,
        "企业",
        chance.choice(("私营企业", "国有企业", "外商投资企业")),
        unit.industry,
        "正常经营",
        day,
        "示例省示例市示例县示例镇",
        unit.village,
        f"{unit.village}{chance.choice(COMMON)}{chance.choice(COMMON)}路{chance.randrange(1, 999)}号",
        f"27{chance.randrange(10**4):04d}",
        unit.person,
        unit.phone,
        unit.contact,
        f"13{chance.randrange(10**9):09d}",
        f"office{number}@example.com",
        f"{unit.trade}生产销售",
        chance.randrange(10, 90_000) / 10,
        chance.randrange(10, 900_000) / 10,
        "",
    ]
    if chance.randrange(CARELESS) == 0:
        row[0] = f" {row[0]}　".replace("有限", " 有限")
        row[6] = day.replace("-", ".")
        row[12] = f"{unit.phone[:3]} {unit.phone[3:7]} {unit.phone[7:]}"
    if chance.randrange(LACKING) == 0:
        row[chance.choice((1, 6, 12, 14, 15, 17))] = ""
    return row


def make_office(path: Path) -> None:
    """Make an empty office file."""
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    Store.create(path, town).close()


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
    make_office(Path(sys.argv[3]))
