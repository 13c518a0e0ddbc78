"""A small invented town with something in every list, for tests and pictures."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.town import Town
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

YEAR = 2024
TOWN = Town(
    name="云溪镇",
    union_name="云溪镇总工会",
    parent_union="云河县总工会",
    county="云河县",
    doc_prefix="云溪镇工发",
    year=YEAR,
    chair="林青山",
    clerk="苏小禾",
)
UNITS = (
    ("云溪鑫恒化工有限公司", "01", 312, True),
    ("东岭蔬菜专业合作社", "07", 46, False),
    ("云溪悦来大酒店", "08", 88, False),
    ("云溪宏达铸造厂", "01", 64, False),
    ("永兴五金制品厂", "01", 29, False),
    ("云溪惠民超市", "10", 35, False),
    ("云溪瑞丰纺织有限公司", "01", 245, True),
    ("西河村", "05", 18, False),
    ("云溪华康食品有限公司", "01", 102, True),
    ("云河县云溪镇新时代农业机械设备制造与技术服务发展有限责任公司云溪分公司", "01", 41, False),
)


def build_town(path: Path) -> Store:
    """Make the town's office file and leave it open."""
    store = Store.create(path, TOWN)
    with store.change("建立试验台账"):
        units = _add_units(store)
        _add_maintenance(store, units)
        unions = _add_unions(store, units)
        _add_bargaining(store, units)
        _add_papers(store, units, unions)
    return store


def _add_units(store: Store) -> list[Unit]:
    units = [
        store.save(
            Unit(
                name=name,
                carrier_type=kind,
                registration_no=f"37030000{number:04d}",
                legal_person=f"某某{'甲乙丙丁戊己庚辛壬癸'[number]}",
                phone=f"1390000{number:04d}",
                village="东岭村" if number % 2 else "云溪社区",
                operating_status="1",
                unit_nature="170",
            )
        )
        for number, (name, kind, _, _) in enumerate(UNITS)
    ]
    for unit, (_, _, workers, above) in zip(units, UNITS, strict=True):
        for year, fewer in ((2023, 3), (2024, 0)):
            data = UnitYear(
                unit=unit.id,
                as_of=date(year, 12, 31),
                workers_total=workers - fewer,
                workers_female=workers // 3,
                above_scale=above,
                source="2",
            )
            store.save(data)
    return units


def _add_maintenance(store: Store, units: list[Unit]) -> None:
    batch = store.save(
        MaintenanceBatch(title="2024年预置单位核实", year=YEAR, issued_on=date(2024, 3, 1))
    )
    for number, unit in enumerate(units):
        is_done = number != 4
        store.save(
            MaintenanceItem(
                batch=batch.id,
                preset_no=f"{number + 1:04d}",
                preset_name=unit.name,
                is_preset=True,
                unit=unit.id,
                result="1" if is_done else "",
                done_on=PartialDate(2024, 5, 10) if is_done else None,
                done_by="苏小禾",
            )
        )


def _add_unions(store: Store, units: list[Unit]) -> list[Union]:
    unions = []
    for number in (0, 2, 6, 8):
        unit = units[number]
        unions.append(
            store.save(
                Union(
                    name=f"{unit.name}工会委员会",
                    org_type="10",
                    unit=unit.id,
                    unit_name=unit.name,
                    carrier_type=unit.carrier_type,
                    founded_on=PartialDate(2024 if number else 2016, 6, 18),
                    chair="某某主席",
                    workers_total=UNITS[number][2],
                    members_total=UNITS[number][2] - 10,
                    has_women=True,
                )
            )
        )
    joint = Union(
        name="云溪镇东岭村联合工会委员会",
        org_type="20",
        founded_on=PartialDate(2024, 4, 2),
        members_total=60,
    )
    unions.append(store.save(joint))
    for number in (1, 3):
        covered = UnionUnit(
            union=unions[-1].id,
            unit=units[number].id,
            unit_name=units[number].name,
            workers_total=UNITS[number][2],
            members_total=30,
            joined_on=PartialDate(2024, 4, 2),
        )
        store.save(covered)
    store.save(UnionTerm(union=unions[0].id, session_no=3, elected_on=date(2022, 6, 1), years="3"))
    store.save(
        IssuedItem(
            union=unions[0].id,
            union_name=unions[0].name,
            item="1",
            quantity=1,
            made_on=date(2024, 7, 1),
            issued_on=date(2024, 7, 5),
            cost=12000,
        )
    )
    return unions


def _add_bargaining(store: Store, units: list[Unit]) -> None:
    campaign = store.save(
        Campaign(
            title="云溪镇2024年区域性工资集体协商",
            year=YEAR,
            scope="3",
            leader_name="某某某",
            leader_post="镇长",
            started_on=date(2024, 3, 1),
            ended_on=date(2024, 5, 31),
            target_units=8,
        )
    )
    member = CampaignMember(campaign=campaign.id, role="1", name="某某某", post="云溪镇镇长")
    store.save(member)
    for number, words in enumerate(("发放调查问卷", "确定协商代表", "培训协商代表")):
        step = CampaignStep(
            campaign=campaign.id,
            step=str(number + 1),
            acted_on=date(2024, 3, 5 + number),
            content=words,
            unit_count=8,
            headcount=120,
        )
        store.save(step)
    for number, unit in enumerate(units[:8]):
        is_signed = number < 7
        workers = UNITS[number][2]
        store.save(
            Coverage(
                unit=unit.id,
                unit_name=unit.name,
                year=YEAR,
                workers_total=workers,
                workers_covered=workers,
                sealed_on=date(2024, 5, 20) if is_signed else None,
            )
        )
        if is_signed:
            contract = Contract(
                unit=unit.id,
                unit_name=unit.name,
                kind="2",
                scope="3",
                signed_on=date(2024, 5, 20),
                valid_from=date(2024, 6, 1),
                valid_to=date(2025, 5, 31),
                workers_covered=workers,
                wage_before=320_000,
                wage_after=345_050,
            )
            store.save(contract)


def _add_papers(store: Store, units: list[Unit], unions: list[Union]) -> None:
    for number in (0, 6, 8):
        store.save(
            DemocracyYear(
                unit=units[number].id,
                unit_name=units[number].name,
                year=YEAR,
                is_above_scale=True,
                congress_kind="1",
                has_disclosure=number != 8,
                has_column=number != 8,
                level="2",
            )
        )
    for indicator, target, figure in (
        ("新建基层工会数", 6, "unions_new"),
        ("工资集体协商企业覆盖率", 85, "cb_rate"),
        ("组织职工文体活动", 4, ""),
    ):
        store.save(
            Target(
                indicator=indicator,
                year=YEAR,
                target=Decimal(target),
                unit_label="%" if figure == "cb_rate" else "家",
                figure=figure,
                issued_by="云河县总工会",
            )
        )
    store.save(
        Document(
            doc_no="云溪镇工发〔2024〕5号",
            issued_on=date(2024, 6, 18),
            kind="5",
            title="关于同意成立云溪悦来大酒店工会委员会的批复",
            recipients="云溪悦来大酒店",
            matter="1",
            union=unions[1].id,
            copies=3,
        )
    )
    for number, holder in enumerate(("欧阳青松", "某某", "云溪鑫恒化工有限公司"), start=1):
        store.save(
            Certificate(
                number=f"2024-{number:03d}",
                kind="1",
                holder_kind="2" if "公司" in holder else "1",
                holder=holder,
                unit=units[0].id,
                unit_name=units[0].name,
                honour="工资集体协商先进个人" if "公司" not in holder else "工资集体协商先进单位",
                reason="在2024年度工资集体协商工作中成绩突出",
                awarded_on=date(2024, 12, 20),
            )
        )
