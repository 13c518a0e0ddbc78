"""The invented people, brands and codes of the practice town, always the same."""

from datetime import date, timedelta

from models.values.credit_code import check_character

TOWN, COUNTY, CITY = "青禾镇", "云溪县", "临澜市"
UNION = f"{TOWN}总工会"
# Never given to any place, so that no code can be somebody's.
REGION = "370399"

SURNAMES = "孟秦于宋方柳顾沈陶邹邱范汪石廖熊韩冯董袁邓曹彭萧田程魏蒋余叶杜苏吕丁任卢姚钟崔谭"
GIVEN_NAMES = (
    *("明远", "晓禾", "庆丰", "文秀", "立群", "海波", "玉珍", "志恒", "春燕", "守信", "新民"),
    *("丽娟", "长河", "国栋", "雅琴", "兴旺", "俊峰", "桂兰", "永祥", "淑华", "建业", "佳宁"),
    *("书恒", "秋实", "德厚", "凤英", "卫东", "思源", "广林", "红梅", "振邦", "若云", "培元"),
    *("玉山", "月霞", "喆", "堃", "玥", "昕", "岚", "磊", "倩", "骁", "楠", "澍", "茜", "铮"),
    *("敬之", "一鸣", "少华", "亚男", "子谦", "彦博", "怀瑾", "素心", "景行", "宏图", "念慈"),
    *("启航", "润生", "满仓"),
)
RARE_PEOPLE = ("孟繁喆", "秦堃", "于玥", "宋𬭎", "欧阳晓禾", "司徒明远", "阿依努尔·艾山", "方喆")

FIRST_SYLLABLES = "禾云瑞恒润晟博宏永嘉卓承启"
SECOND_SYLLABLES = "达丰泰源兴和盛诚"

VILLAGES = (
    *("柳溪村", "石桥村", "北岭村", "南河村", "东坪村", "杏花村", "望湖村", "芦荡村"),
    *("枣林村", "大槐村", "双泉村", "清水湾村", "河湾村", "坡头村", "桃园村", "新立村"),
)
COMMUNITIES = ("府前社区", "禾香社区")

_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_SERIALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def person(number: int) -> str:
    """Return one of some two thousand names; every ninth one is hard to print."""
    if number % 9 == 0 and number // 9 < len(RARE_PEOPLE):
        return RARE_PEOPLE[number // 9]
    surname = SURNAMES[number % len(SURNAMES)]
    return surname + GIVEN_NAMES[(number * 7) % len(GIVEN_NAMES)]


def brand(number: int) -> str:
    """Return a two-character brand, another one for every number below 104."""
    first, second = divmod(number * 37 % 104, len(SECOND_SYLLABLES))
    return FIRST_SYLLABLES[first % len(FIRST_SYLLABLES)] + SECOND_SYLLABLES[second]


def phone(number: int) -> str:
    """Return a mobile number of a block that is not in use."""
    return f"1390000{number:04d}"


def credit_code(kind: str, number: int) -> str:
    """Return a right code for a kind of body: 91 enterprises, 93 co-operatives, 81 unions."""
    serial = f"MAQH{number:04d}"
    total = sum(
        _SERIALS.index(one) * weight for one, weight in zip(serial, _INNER_WEIGHTS, strict=True)
    )
    inner = "0X987654321"[total % 11]
    first17 = f"{kind}{REGION}{serial}{inner}"
    return first17 + check_character(first17)


def working_day(first: date, number: int, step: int) -> date:
    """Return the day some steps after the first one, moved from a weekend to the Monday."""
    day = first + timedelta(days=number * step)
    return day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())
