"""Writes an invented list of members as a factory would send it, and an office file to put it into.

python -m tests.bench.member_sheet COUNT LIST.xlsx OFFICE.db
"""

import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

from models.records.units import Unit
from models.store import Store
from models.values.person_id import check_digit
from tests.bench.data import invent_units
from tests.bench.members_data import GIVEN, SURNAMES
from tests.bench.unit_sheet import make_office

HEADINGS = (
    "序号",
    "姓名",
    "性别",
    "出生日期",
    "民族",
    "就业状况",
    "有效证件类别",
    "证件号码",
    "学历",
    "技术等级",
    "移动电话",
    "户籍类型",
    "户籍所在地",
    "会籍变化类型",
    "会籍变化日期",
    "会籍变化原因",
    "政治面貌",
    "工作单位",
    "籍贯",
    "是否农民工会员",
)
UNITS = 2_000
# One row in so many is written carelessly, lacks something, or stands in the list twice.
CARELESS, LACKING, TWICE = 40, 12, 250


def rows(count: int) -> Iterator[list[str | int]]:
    """Yield so many rows, the rows that repeat earlier ones included."""
    chance = random.Random(7_000)
    units = [one.name for one in invent_units(UNITS)]
    before: list[str | int] = []
    for number in range(count):
        if number % TWICE == TWICE - 1:
            yield [number + 1, *before[1:]]
            continue
        before = _row(number, units, chance)
        yield before


def write(count: int, target: Path) -> None:
    """Write the list in the shape of the official form."""
    book = xlsxwriter.Workbook(str(target), {"constant_memory": True})
    page = book.add_worksheet("会员信息采集表")
    page.merge_range(0, 0, 0, len(HEADINGS) - 1, "会员信息采集表")
    page.write_row(1, 0, ["填表单位（盖章）：示例镇总工会", *[""] * 13, "填报日期：2024年12月"])
    page.write_row(2, 0, HEADINGS)
    for number, row in enumerate(rows(count), 3):
        page.write_row(number, 0, row)
    book.close()


def make_office_with_units(path: Path) -> None:
    """Make an office file that knows the units of the members."""
    make_office(path)
    with Store.open(path) as store, store.change("登记单位"):
        store.insert_all(
            [Unit(name=one.name, credit_code=one.credit_code) for one in invent_units(UNITS)]
        )


def _row(number: int, units: list[str], chance: random.Random) -> list[str | int]:
    born = date.fromordinal(chance.randrange(715_000, 730_000))
    inner = f"3703{number // 1000 % 100:02}{born:%Y%m%d}{number % 1000:03}"
    joined = (
        f"{chance.randrange(2015, 2025)}/{chance.randrange(1, 13):02}/{chance.randrange(1, 29):02}"
    )
    given = "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
    row: list[str | int] = [
        number + 1,
        chance.choice(SURNAMES) + given,
        "女男"[number % 2],
        born.isoformat(),
        "汉族",
        chance.choice(("在岗", "在岗", "在岗", "失业")),
        "居民身份证",
        inner + check_digit(inner),
        chance.choice(("初中", "高中", "大专", "本科")),
        chance.choice(("无", "无", "职业资格四级（中级）")),
        f"1{chance.choice('35789')}{chance.randrange(10**9):09}",
        chance.choice(("农业户口", "非农业户口")),
        f"示例市示例县示例镇{chance.choice(GIVEN)}{chance.choice(GIVEN)}村",
        "入会",
        joined,
        "",
        chance.choice(("群众", "群众", "共青团员", "中共党员")),
        units[number % len(units)],
        chance.choice(("示例县", "邻省戊市")),
        chance.choice(("是", "否")),
    ]
    if chance.randrange(CARELESS) == 0:
        row[1] = f" {row[1]}　"
        row[3] = f"{born:%Y.%m.%d}"
        phone = str(row[10])
        row[10] = f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    if chance.randrange(LACKING) == 0:
        row[chance.choice((3, 8, 10, 12, 16, 18))] = ""
    return row


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
    make_office_with_units(Path(sys.argv[3]))
