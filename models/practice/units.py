"""The units of the practice town, their headcounts and other names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

from models.practice.names import (
    CITY,
    COMMUNITIES,
    COUNTY,
    TOWN,
    VILLAGES,
    brand,
    credit_code,
    person,
    phone,
)
from models.records.town import UnitAlias
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

ENTERPRISES = 104
LARGE, LARGE_BEFORE = 14, 12
CLOSED = range(100, 103)
IDLE = 96
# How many enterprises have a union of their own, and up to where joint ones cover the others.
WITH_UNION, COVERED = 40, 80
TOO_SMALL, PREPARING = "01", "07"
FOUND_LATE = range(97, 100)

# What an enterprise does: the words of its name, its trade's division, its business.
TRADES = (
    ("机械制造", "34", "通用机械零部件加工"),
    ("食品", "14", "糕点、速冻食品生产"),
    ("纺织", "17", "棉纱、坯布织造"),
    ("服饰", "18", "工装、校服加工"),
    ("家具", "21", "实木家具制作"),
    ("包装", "22", "纸箱、纸盒印制"),
    ("新材料", "26", "水性涂料、胶粘剂生产"),
    ("生物科技", "27", "中药饮片加工"),
    ("橡塑制品", "29", "密封件、塑料管材生产"),
    ("建材", "30", "透水砖、预制构件生产"),
    ("金属制品", "33", "钢结构、五金件加工"),
    ("环保设备", "35", "除尘、水处理设备制造"),
    ("汽车配件", "36", "制动件、线束加工"),
    ("电气", "38", "配电箱、电线电缆生产"),
    ("电子", "39", "连接器、电路板组装"),
    ("建筑安装工程", "49", "水电、消防安装"),
    ("粮油", "51", "粮食收购、食用油批发"),
    ("商贸", "52", "日用百货零售"),
    ("运输", "54", "普通货物运输"),
    ("冷链仓储", "59", "蔬菜果品冷藏"),
    ("信息技术", "65", "软件开发、系统维护"),
    ("园林绿化", "78", "苗木种植、绿化养护"),
    ("饲料", "13", "配合饲料加工"),
)
PLACES_IN_NAMES = (COUNTY, "青禾", CITY)
SPECIAL_NAMES = {
    "07": (
        *("禾香蔬菜", "北岭苹果", "双泉葡萄", "芦荡稻蟹", "东坪核桃", "望湖水产", "桃园蜜桃"),
        "石桥农机",
    ),
    "08": ("望湖楼酒店", "禾苑宾馆", "云溪驿酒店", "清水湾度假酒店", "府前宾馆"),
    "09": (
        *("稻花香饭店", "老石桥鱼馆", "杏花村酒家", "满仓食府", "双泉羊汤馆", "青禾人家饭店"),
        *("湖畔餐厅", "丰年面馆"),
    ),
    "10": (
        *("禾润超市", "惠邻购物中心", "青禾商场", "田园生活超市", "家家乐超市", "新立便民超市"),
        "北岭供销超市",
    ),
    "15": ("青禾货运物流站",),
    "16": ("青禾快递服务站", "禾运达快递服务站"),
}
OFFICES = (
    (f"{TOWN}人民政府", "02", "500"),
    (f"{TOWN}中心小学", "19", "401"),
    (f"{TOWN}初级中学", "19", "401"),
    (f"{TOWN}卫生院", "20", "401"),
    (f"{TOWN}农业技术推广站", "03", "401"),
    (f"{TOWN}文化服务中心", "03", "401"),
    (f"{TOWN}便民服务中心", "03", "401"),
)
LONG_NAME = f"{COUNTY}{TOWN}禾川新环保节能建筑装饰材料研发制造安装技术服务股份有限公司第二分公司"


@dataclass(frozen=True)
class Roll:
    """The saved units by what they are, and how many people each employs at the end of a year."""

    enterprises: tuple[Unit, ...]
    cooperatives: tuple[Unit, ...]
    hotels: tuple[Unit, ...]
    restaurants: tuple[Unit, ...]
    markets: tuple[Unit, ...]
    carriers: tuple[Unit, ...]
    villages: tuple[Unit, ...]
    offices: tuple[Unit, ...]

    @property
    def companies(self) -> tuple[Unit, ...]:
        """Return everything that the company database may hold."""
        return (
            *self.enterprises,
            *self.cooperatives,
            *self.hotels,
            *self.restaurants,
            *self.markets,
            *self.carriers,
        )

    @property
    def all(self) -> tuple[Unit, ...]:
        """Return every unit."""
        return (*self.companies, *self.villages, *self.offices)

    @cached_property
    def _places(self) -> Mapping[int | None, int]:
        return {unit.id: place for place, unit in enumerate(self.all)}

    def workers(self, unit: Unit, year: int = 2024) -> int:
        """Return how many people a unit employs at the end of a year."""
        return _workers(self._places[unit.id], year)


def save_units(store: Store) -> Roll:
    """Save all units and return them."""
    numbers = count(1)

    def special(carrier: str, kind: str, division: str) -> tuple[Unit, ...]:
        names = SPECIAL_NAMES[carrier]
        made = [_special(next(numbers), name, carrier, kind, division) for name in names]
        return tuple(store.save(unit) for unit in made)

    return Roll(
        enterprises=tuple(store.save(_enterprise(next(numbers))) for _ in range(ENTERPRISES)),
        cooperatives=special("07", "93", "01"),
        hotels=special("08", "91", "61"),
        restaurants=special("09", "92", "62"),
        markets=special("10", "91", "52"),
        carriers=(*special("16", "91", "60"), *special("15", "91", "54")),
        villages=tuple(
            store.save(_village(next(numbers), name)) for name in (*VILLAGES, *COMMUNITIES)
        ),
        offices=tuple(store.save(_office(next(numbers), *one)) for one in OFFICES),
    )


def _workers(place: int, year: int) -> int:
    growth = 1 if year == 2024 else 0
    if place < LARGE:
        return 88 + (place * place * 31 + place * 53) % 331 + growth * (place % 5 * 3 - 2)
    if place < WITH_UNION:
        return 18 + (place * place * 7 + place * 29) % 47 + growth * (place % 3)
    return 6 + (place * place * 5 + place * 17) % 31


def _enterprise(number: int) -> Unit:
    place = number - 1
    words, division, business = TRADES[place % len(TRADES)]
    legal_form = "股份有限公司" if place % 11 == 5 else "有限公司"
    reason = _reason_against_union(place)
    name = f"{PLACES_IN_NAMES[place % 3]}{brand(place)}{words}{legal_form}"
    return Unit(
        name=LONG_NAME if place == 9 else name,
        credit_code=credit_code("91", number),
        carrier_type="01",
        unit_nature="161" if place == 3 else "300" if place == 12 else "170",
        economic_type="1" if place == 3 else "7" if place == 12 else "3",
        industry_division=division,
        operating_status=_status(place),
        founded_on=_founding(place),
        region=CITY + COUNTY + TOWN,
        village=VILLAGES[place % len(VILLAGES)],
        address=f"{TOWN}{('振兴路', '禾香街', '工业大道', '滨河路')[place % 4]}{place * 2 + 1}号",
        legal_person=person(number),
        phone=phone(number),
        main_business=business,
        annual_output=(320 + place * 137 % 2600) * 1_000_000 if place < 40 else None,
        party_organisation="2" if place < LARGE else "0" if place < 60 else "",
        no_union_reason=reason,
        planned_union_on=PartialDate(2025, 4) if reason == PREPARING else None,
    )


def _reason_against_union(place: int) -> str:
    if place < COVERED or place in CLOSED or place == IDLE:
        return ""
    return PREPARING if _workers(place, 2024) >= 25 else TOO_SMALL


def _status(place: int) -> str:
    if place in CLOSED:
        return "8" if place == CLOSED[-1] else "6"
    return "2" if place == IDLE else "1"


def _founding(place: int) -> PartialDate:
    if place in FOUND_LATE:
        return PartialDate(2024, 2 + place % 3, 11)
    year = 2003 + place * 7 % 19
    if place % 6 == 4:
        return PartialDate(year)
    return PartialDate(year, 1 + place % 12, None if place % 6 == 2 else 1 + place * 5 % 28)


def _special(number: int, name: str, carrier: str, kind: str, division: str) -> Unit:
    endings = {"07": "农民专业合作社", "08": "有限公司", "10": "有限公司"}
    return Unit(
        name=f"{COUNTY}{TOWN}{name}{endings.get(carrier, '')}",
        credit_code=credit_code(kind, number),
        carrier_type=carrier,
        unit_nature="600" if kind == "92" else "190" if kind == "93" else "170",
        industry_division=division,
        operating_status="1",
        founded_on=PartialDate(2008 + number % 14, 1 + number % 12),
        region=CITY + COUNTY + TOWN,
        village=(*VILLAGES, *COMMUNITIES)[number % 18],
        legal_person=person(number),
        phone=phone(number),
    )


def _village(number: int, name: str) -> Unit:
    is_village = name.endswith("村")
    return Unit(
        name=f"{TOWN}{name}{'村民' if is_village else '居民'}委员会",
        credit_code=credit_code("54" if is_village else "55", number),
        carrier_type="05" if is_village else "06",
        unit_nature="900",
        industry_division="96",
        operating_status="1",
        region=CITY + COUNTY + TOWN,
        village=name,
        legal_person=person(number),
        phone=phone(number),
    )


def _office(number: int, name: str, carrier: str, nature: str) -> Unit:
    division = {"02": "92", "19": "83", "20": "84"}.get(carrier, "94")
    return Unit(
        name=name,
        credit_code=credit_code("11" if carrier == "02" else "12", number),
        carrier_type=carrier,
        unit_nature=nature,
        economic_type="1",
        industry_division=division,
        operating_status="1",
        region=CITY + COUNTY + TOWN,
        village=COMMUNITIES[0],
        legal_person=person(number),
        phone=phone(number),
    )


def save_headcounts(store: Store, roll: Roll) -> None:
    """Save what every living unit employed at the end of both years."""
    gone = {roll.enterprises[place].id for place in CLOSED}
    late = {roll.enterprises[place].id for place in FOUND_LATE}
    for year, large in ((2023, LARGE_BEFORE), (2024, LARGE)):
        for place, unit in enumerate(roll.all):
            if (year == 2024 and unit.id in gone) or (year == 2023 and unit.id in late):
                continue
            total = roll.workers(unit, year)
            data = UnitYear(
                unit=unit.id,
                as_of=date(year, 12, 31),
                workers_total=total,
                workers_female=total * (31 + place % 23) // 100,
                workers_migrant=total * (40 + place % 31) // 100 if place < ENTERPRISES else None,
                above_scale=place < large,
                source="4" if place < large else "2",
            )
            store.save(data)


def save_aliases(store: Store, roll: Roll) -> None:
    """Save other names under which lists mention some units."""
    for alias, unit in (
        ("禾川建材二分公司", roll.enterprises[9]),
        ("望湖楼", roll.hotels[0]),
        ("青禾中心校", roll.offices[1]),
    ):
        store.save(UnitAlias(alias=alias, unit=unit.id))
