"""A township with very many members, with names as people have them: python -m tests.bench.members_data FILE COUNT."""

import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from models.records.members import Member
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit
from tests.bench.data import invent_units
from tests.bench.unit_sheet import make_office

UNITS = 2_000
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏韦傅方单仇解查区"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀兰霞平刚桂英华玉红梅建国志鹏晓丹雪燕云龙海波文斌宇浩然佳琪子涵梓萱一诺欣怡俊熙振东春生德福长青立新庆山"


def fill(path: Path, count: int) -> None:
    """Make an office file with that many members in two thousand units."""
    chance = random.Random(path.suffix)
    units = [Unit(name=one.name, credit_code=one.credit_code) for one in invent_units(UNITS)]
    make_office(path)
    with Store.open(path) as store, store.change("导入", kind="import"):
        store.insert_all(units)
        store.insert_all(list(_members(count, units, chance)))


def _members(count: int, units: list[Unit], chance: random.Random) -> Iterator[Member]:
    for number in range(count):
        born = date.fromordinal(chance.randrange(715_000, 730_000))
        unit = number % len(units)
        joined = PartialDate(2015 + number % 10, 1 + number % 12, 1 + number % 28)
        yield Member(
            name=chance.choice(SURNAMES)
            + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2)))),
            sex=chance.choice("12"),
            birth=PartialDate(born.year, born.month, born.day),
            id_no=_id_number(born, number),
            mobile=f"1{chance.choice('35789')}{chance.randrange(10**9):09}",
            unit=unit + 1,
            unit_name=units[unit].name,
            joined_on=joined,
            status=chance.choice(("active",) * 8 + ("applied", "transferred_out")),
            status_on=joined,
        )


def _id_number(born: date, number: int) -> str:
    first = f"{_region(number)}{born:%Y%m%d}{number % 1000:03}"
    return first + check_digit(first)


def _region(number: int) -> str:
    return f"37{number // 1000 % 100:02}{number // 100_000 % 100:02}"


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
