"""Invented units for the benchmarks: the same ones in every run, none of them real."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# The 3,755 common characters of GB 2312, and some that only a surrogate pair can spell.
COMMON = [
    bytes((high, low)).decode("gb2312")
    for high in range(0xB0, 0xD8)
    for low in range(0xA1, 0xFF)
    if (high, low) < (0xD7, 0xFA)
]
RARE = "𠅤𠙶𠳐𡎚𡐓𣗋𣸣𤧛𤩽𤫉𥔲𥕢𥖨𦈡𦒍𦙶𨐈𨟠"
TRADES = ("机械", "纺织", "食品", "建材", "木业", "商贸", "物流", "农业", "电子", "化工")
INDUSTRIES = ("制造业", "建筑业", "批发和零售业", "住宿和餐饮业")
CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANISATION_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


@dataclass(frozen=True, slots=True)
class InventedUnit:
    """What the lists of the benchmarks say about one unit."""

    name: str
    credit_code: str
    trade: str
    industry: str
    person: str
    contact: str
    phone: str
    village: str
    workers: int


def invent_units(count: int) -> Iterator[InventedUnit]:
    """Yield so many different units."""
    chance = random.Random(20_000)
    villages = [f"示例{''.join(chance.choices(COMMON, k=1))}村" for _ in range(60)]
    for number in range(count):
        trade = chance.choice(TRADES)
        brand = "".join(chance.choices(COMMON, k=3))
        if number % 200 == 7:
            brand = brand[:2] + chance.choice(RARE)
        yield InventedUnit(
            name=f"示例{brand}{trade}有限公司",
            credit_code=_credit_code(number),
            trade=trade,
            industry=chance.choice(INDUSTRIES),
            person="".join(chance.choices(COMMON, k=chance.choice((2, 3, 3)))),
            contact="".join(chance.choices(COMMON, k=chance.choice((2, 3, 3)))),
            phone=f"1{chance.choice('3578')}{chance.randrange(10**9):09d}",
            village=chance.choice(villages),
            workers=chance.randrange(1, 400),
        )


def _credit_code(number: int) -> str:
    """Return a code whose two check characters are right."""
    inner = f"MA{number:06d}"
    rest = -_weighed(inner, ORGANISATION_WEIGHTS, ORGANISATION_SIGNS) % 11
    body = f"91371299{inner}{'X' if rest == 10 else rest}"
    return body + CODE_SIGNS[-_weighed(body, CODE_WEIGHTS, CODE_SIGNS) % 31]


def _weighed(text: str, weights: Sequence[int], signs: str) -> int:
    return sum(signs.index(sign) * weight for sign, weight in zip(text, weights, strict=True))
