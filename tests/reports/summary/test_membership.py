"""The chapter on members tells wholes with their parts and nothing of columns left blank."""

from datetime import date

import pytest

from models.periods import year_period
from models.records.members import Member, MemberChange
from models.records.unions import Union
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.membership import SECTION
from reports.summary.parts import SHORT
from tests.reports.summary.speaking import adjust, lay, told

JOINED = date(2024, 4, 8)


def member(store: Store, name: str, *, joined: date = JOINED, **more: object) -> Member:
    values = {
        "joined_on": joined,
        "status": "active",
        "status_on": PartialDate(joined.year, joined.month, joined.day),
        **more,
    }
    (saved,) = lay(
        store, [Member(name=name, id_type="414", id_no=f"P{len(store.all(Member)):07}", **values)]
    )  # type: ignore[arg-type]
    lay(
        store,
        [
            MemberChange(
                member=saved.id,
                kind="1",
                changed_on=PartialDate(joined.year, joined.month, joined.day),
            )
        ],
    )
    assert isinstance(saved, Member)
    return saved


def test_new_members_are_told_with_those_from_the_country(store: Store) -> None:
    member(store, "张三", is_migrant="1")
    member(store, "李四", new_group="02")
    member(store, "王五")

    assert (
        told(store, SECTION, level=SHORT)
        == "全年新发展会员3人，其中农民工1人、新就业形态劳动者1人。"
    )


@pytest.mark.parametrize(("count", "said"), [(1, "，为农民工。"), (2, "，均为农民工。")])
def test_a_part_that_is_the_whole_is_no_part(store: Store, count: int, said: str) -> None:
    for number in range(count):
        member(store, f"张{number}", is_migrant="1")

    assert told(store, SECTION, level=SHORT).endswith(said)


def test_a_part_beyond_the_whole_is_no_part(store: Store) -> None:
    member(store, "张三", is_migrant="1")
    adjust(store, "members_new_migrant", 9)

    assert told(store, SECTION, level=SHORT) == "全年新发展会员1人。"


def test_nobody_new_is_not_compared_with_the_year_before(store: Store) -> None:
    member(store, "张三", joined=date(2023, 5, 1))

    assert "上年" not in told(store, SECTION)


def test_more_new_members_than_the_year_before_are_told_in_the_long_text(store: Store) -> None:
    member(store, "张三", joined=date(2023, 5, 1))
    member(store, "李四")
    member(store, "王五")

    assert "新发展会员数比上年增加1人。" in told(store, SECTION)


def test_the_roll_tells_verification_only_where_somebody_is_ticked(store: Store) -> None:
    first = member(store, "张三", sex="2")
    blank = told(store, SECTION)
    member(store, "李四", verified=True)
    partly = told(store, SECTION)
    with store.change("补认证"):
        store.delete(first)
    wholly = told(store, SECTION)

    assert "登记入册会员1人，为女会员。" in blank
    assert "认证" not in blank.replace("实名制", "")
    assert "登记入册会员2人，其中女会员1人，实名认证率50%。" in partly
    assert "登记入册会员1人，已完成实名认证。" in wholly


@pytest.mark.parametrize(("members", "said"), [(30, "入会率为60%。"), (80, "")])
def test_more_members_than_workers_make_no_rate(store: Store, members: int, said: str) -> None:
    (unit,) = lay(store, [Unit(name="甲厂", operating_status="1")])
    lay(store, [UnitYear(unit=unit.id, as_of=date(2024, 1, 1), workers_total=50)])
    lay(
        store,
        [
            Union(
                name="甲厂工会",
                unit=unit.id,
                org_type="10",
                status="established",
                founded_on=PartialDate(2019),
                members_total=members,
            )
        ],
    )

    assert told(store, SECTION, period=year_period(2024)).endswith(said)
    assert ("入会率" in told(store, SECTION)) is bool(said)
