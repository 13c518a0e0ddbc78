"""Aid within the local caps: what may be given, batches as one step, what is counted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.aid import AidSheet, batch_totals
from models.errors import Problem
from models.figures.catalogue import compute
from models.periods import year_period
from models.records.aid import AidBatch, AidItem, StudyAid
from models.records.hardship_file import HardshipFile
from models.records.members import Member
from models.records.town import Town
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.households import YUAN, batch_of, file_of, id_number, keep, said, value_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    town = Town(
        name="青石镇",
        union_name="青石镇总工会",
        parent_union="云台县总工会",
        year=2024,
        rule_region="shandong",
    )
    with Store.create(tmp_path / "office.db", town) as made:
        yield made


# Aid


def test_an_amount_above_the_cap_needs_a_reason(store: Store) -> None:
    file, batch = file_of(store, "甲", 12), batch_of(store)
    item = AidItem(batch=batch.id, household=file.id, household_name="甲", amount=3_000 * YUAN + 1)

    assert "每人次最高3000元（山东省" in said(item, store)["amount"]
    assert said(replace(item, amount=3_000 * YUAN), store) == {}
    assert said(replace(item, cap_reason="镇总主席办公会批准"), store) == {}


def test_the_cap_of_the_year_counts_what_the_same_person_got_before(store: Store) -> None:
    file = file_of(store, "甲", 12)
    for number in (1, 2):
        batch = batch_of(store, title=f"第{number}批")
        keep(
            store,
            AidItem(
                batch=batch.id,
                household=file.id,
                household_name="甲",
                id_no=file.id_no,
                amount=2_500 * YUAN,
            ),
        )
    third = batch_of(store, title="第3批")
    other = batch_of(store, kind="3", title="医疗")
    item = AidItem(household=file.id, household_name="甲", id_no=file.id_no, amount=1_500 * YUAN)

    assert "本年累计6,500.00元" in said(replace(item, batch=third.id), store)["amount"]
    assert said(replace(item, batch=other.id), store) == {}
    assert said(replace(item, batch=third.id, amount=1_000 * YUAN), store) == {}


def test_where_no_cap_is_known_none_is_asked(tmp_path: Path) -> None:
    with Store.create(
        tmp_path / "office.db", Town(name="镇", union_name="会", parent_union="县", year=2024)
    ) as store:
        file, batch = file_of(store, "甲", 12), batch_of(store)
        item = AidItem(batch=batch.id, household=file.id, household_name="甲", amount=9_000 * YUAN)

        assert said(item, store) == {}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "amount"),
        ({"amount": 0}, "amount"),
        ({"amount": -5}, "amount"),
        ({"amount": 5, "receiver": "2", "proxy_name": "柳絮"}, "proxy_relation"),
        ({"amount": 5, "receiver": "2", "proxy_relation": "女儿"}, "proxy_name"),
    ],
)
def test_what_cannot_be_given_is_refused(
    store: Store, values: dict[str, object], field: str
) -> None:
    file, batch = file_of(store, "甲", 12), batch_of(store)
    item = AidItem(batch=batch.id, household=file.id, household_name="甲", **values)  # type: ignore[arg-type]

    assert set(said(item, store)) == {field}


def test_goods_need_no_amount(store: Store) -> None:
    file, batch = file_of(store, "甲", 12), batch_of(store)
    item = AidItem(batch=batch.id, household=file.id, household_name="甲", goods="米面油")

    assert said(item, store) == {}


def test_people_off_file_need_a_reason(store: Store) -> None:
    gone = file_of(store, "甲", 12, status="4", left_on=PartialDate(2024, 1, 5))
    batch = batch_of(store)
    item = AidItem(batch=batch.id, household=gone.id, household_name="甲", amount=5)

    assert "不在档" in said(item, store)["household"]
    assert said(replace(item, no_file_reason="突发火灾，临时救助"), store) == {}
    assert "no_file_reason" in said(replace(item, household=None), store, "warn")


def test_nobody_gets_twice_from_one_batch(store: Store) -> None:
    file, batch = file_of(store, "甲", 12), batch_of(store)
    item = AidItem(
        batch=batch.id, household=file.id, household_name="甲", id_no=file.id_no, amount=5
    )
    keep(store, item)

    assert "一批只发一次" in said(item, store)["id_no"]


def test_students_of_some_schools_are_excluded(store: Store) -> None:
    file, batch = file_of(store, "甲", 12), batch_of(store, kind="4")
    (item,) = keep(store, AidItem(batch=batch.id, household=file.id, household_name="甲", amount=5))
    study = StudyAid(item=item.id, student="柳絮", school="某学院")

    assert said(replace(study, excluded="1"), store) == {"excluded": "军事院校不予资助"}
    assert said(replace(study, excluded="0"), store) == {}


# A batch as a sheet


def sheet_with(store: Store, count: int, amount: int = 1_000 * YUAN) -> AidSheet:
    files = [file_of(store, f"户主{n}", 12 + 13 * n, category="1") for n in range(count)]
    sheet = AidSheet.open(
        store,
        AidBatch(
            title="春节送温暖", year=2024, kind="1", fund_source="5", planned_on=date(2024, 2, 2)
        ),
    )
    sheet.add_files(files, {"": amount})
    return sheet


def test_a_batch_is_saved_as_one_step_and_taken_back_as_one(store: Store) -> None:
    sheet = sheet_with(store, 5)
    sheet.sign(0, is_signed=True)

    batch = sheet.save()

    assert store.count(AidItem) == 5
    assert batch_totals(store, 2024) == {batch.id: (5, 1, 5_000 * YUAN)}
    operation = store.undoable()
    assert operation is not None
    assert operation.label == "新增发放批次 春节送温暖"
    store.undo()
    assert (store.count(AidBatch), store.count(AidItem)) == (0, 0)


def test_amounts_may_differ_by_category(store: Store) -> None:
    first = file_of(store, "甲", 12, category="1")
    second = file_of(store, "乙", 25, category="2")
    sheet = AidSheet.open(store, AidBatch(title="批", year=2024, kind="1"))

    sheet.add_files([first, second], {"": 500 * YUAN, "1": 800 * YUAN})

    assert [one.amount for one in sheet.items] == [800 * YUAN, 500 * YUAN]
    assert sheet.total == 1_300 * YUAN
    assert sheet.addable() == []


def test_only_households_on_file_on_the_day_can_be_added(store: Store) -> None:
    file_of(store, "甲", 12)
    file_of(store, "乙", 25, filed_on=PartialDate(2024, 6, 1))
    file_of(store, "丙", 38, status="5", left_on=PartialDate(2024, 1, 1))
    sheet = AidSheet.open(
        store, AidBatch(title="批", year=2024, kind="1", planned_on=date(2024, 2, 2))
    )

    assert [one.person_name for one in sheet.addable()] == ["甲"]


def test_too_much_is_told_in_the_line_before_saving_and_saving_says_where(store: Store) -> None:
    sheet = sheet_with(store, 3)
    sheet.change(1, amount=3_500 * YUAN)

    level, words = sheet.words(1)

    assert level == "error"
    assert "最高3000元" in words
    with pytest.raises(Problem, match="第2行（户主1）没有保存"):
        sheet.save()
    assert store.count(AidBatch) == 0
    sheet.change(1, cap_reason="会议批准")
    assert sheet.words(1)[0] == "warn"
    sheet.save()


def test_a_member_named_in_a_line_brings_what_is_known(store: Store) -> None:
    (unit,) = keep(store, Unit(name="云溪宏达铸造厂", carrier_type="01", registration_no="1"))
    keep(store, Member(name="林小满", id_type="111", id_no=id_number(38), unit_name="旧厂"))
    sheet = AidSheet.open(store, AidBatch(title="批", year=2024, kind="5"))
    place = sheet.add_person()

    sheet.name_unit(place, "云溪宏达铸造厂")
    sheet.name_person(place, "林小满")

    line = sheet.items[place]
    assert line.person is not None
    assert line.id_no == id_number(38)
    assert (line.unit, line.unit_name) == (unit.id, "云溪宏达铸造厂")
    sheet.name_person(place, "不是会员")
    assert sheet.items[place].person is None


def test_what_others_gave_this_year_counts_in_the_sheet(store: Store) -> None:
    sheet_with(store, 1, 2_900 * YUAN).save()
    (file,) = store.all(HardshipFile)
    second = AidSheet.open(store, AidBatch(title="二", year=2024, kind="1"))
    second.add_files([file], {"": 2_900 * YUAN})
    second.save()
    third = AidSheet.open(store, AidBatch(title="三", year=2024, kind="1"))
    third.add_files([file], {"": 300 * YUAN})

    assert third.given_to(file) == 5_800 * YUAN
    assert "6,100.00元" in third.words(0)[1]


def test_a_batch_that_everybody_signed_is_closed_but_for_reversing_lines(store: Store) -> None:
    sheet = sheet_with(store, 2)
    for row in range(2):
        sheet.sign(row, is_signed=True)
    assert not sheet.is_locked
    sheet.save()
    first = sheet.items[0]

    assert sheet.is_locked
    assert "全部签领" in said(replace(first, amount=5), store)["amount"]
    more = AidItem(batch=first.batch, household_name="新人", amount=5)
    assert "全部签领" in said(more, store)["batch"]
    assert said(replace(first, remark="补记"), store) == {}

    back = sheet.reverse(0)

    assert (back.amount, back.reversal_of) == (-1_000 * YUAN, first.id)
    assert sheet.total == 1_000 * YUAN
    assert value_of(store, "aid_times") == 1
    assert value_of(store, "aid_amount") == Decimal("1000.00")
    with pytest.raises(Problem, match="已经冲正过"):
        sheet.reverse(0)
    store.undo()
    assert value_of(store, "aid_amount") == Decimal("2000.00")


def test_a_reversal_takes_back_no_more_than_was_given(store: Store) -> None:
    sheet = sheet_with(store, 1)
    sheet.sign(0, is_signed=True)
    sheet.save()
    (item,) = sheet.items
    back = replace(item, id=None, reversal_of=item.id, amount=-1_000 * YUAN - 1)

    assert said(back, store) == {"amount": "冲正的合计超过了原来的金额"}
    assert said(replace(back, amount=-400 * YUAN), store) == {}


def test_signing_takes_the_day_of_the_batch(store: Store) -> None:
    sheet = sheet_with(store, 1)

    sheet.sign(0, is_signed=True)

    assert sheet.items[0].received_on == date(2024, 2, 2)
    assert sheet.items[0].receiver == "1"


# Figures


def test_aid_is_counted_by_kind_and_by_source(store: Store) -> None:
    sheet = sheet_with(store, 3)
    for row in range(2):
        sheet.sign(row, is_signed=True)
    sheet.save()
    goods = AidSheet.open(
        store,
        AidBatch(
            title="物资", year=2024, kind="9", fund_source="6", way="4", planned_on=date(2024, 5, 6)
        ),
    )
    goods.add_files(store.all(HardshipFile)[:1], {"": 200 * YUAN})
    goods.sign(0, is_signed=True)
    goods.save()

    figures = compute(store, year_period(2024))
    values = {code: one.value for code, one in figures.items() if code.startswith("aid_")}

    assert {code: one for code, one in values.items() if one} == {
        "aid_times": 3,
        "aid_people": 2,
        "aid_households": 2,
        "aid_amount": Decimal("2200.00"),
        "aid_in_kind_amount": Decimal("200.00"),
        "aid_warmth_times": 2,
        "aid_warmth_amount": Decimal("2000.00"),
        "aid_goods_times": 1,
        "aid_goods_amount": Decimal("200.00"),
        "aid_from_own": Decimal("2000.00"),
        "aid_from_donated": Decimal("200.00"),
    }
    assert len(figures["aid_amount"].records) == 3
    assert figures["aid_amount"].text == "2200元"


def test_what_is_not_received_yet_is_not_given(store: Store) -> None:
    sheet_with(store, 3).save()

    assert value_of(store, "aid_times") == 0
