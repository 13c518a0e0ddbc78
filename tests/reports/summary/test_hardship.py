"""The chapter on hardship says what files, signing lists and visits prove, and names nobody."""

from dataclasses import replace
from datetime import date

import pytest

from models.records.activities import Event, EventMoney
from models.records.aid import AidItem
from models.records.hardship import Pairing
from models.records.hardship_file import HardshipFile
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.hardship import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.households import batch_of, file_of
from tests.reports.summary.speaking import lay, told

DAY = date(2024, 5, 16)


def aid(store: Store, kind: str, amounts: tuple[int, ...], *, source: str = "5") -> None:
    """Lay down a batch with a line for each amount in yuan; each is somebody else's."""
    batch = batch_of(store, kind, title=f"批次{kind}", fund_source=source)
    lay(
        store,
        [
            AidItem(
                batch=batch.id,
                household_name=f"受助人{number}",
                amount=amount * 100,
                received_on=DAY,
                no_file_reason="临时救助",
            )
            for number, amount in enumerate(amounts)
        ],
    )


def pair(file: HardshipFile, helper: str) -> Pairing:
    return Pairing(
        household=file.id,
        household_name=file.person_name,
        helper_name=helper,
        from_on=PartialDate(2024, 3),
    )


def test_files_are_told_with_what_became_of_them(store: Store) -> None:
    file_of(store, "甲某", 1, household_size=3)
    file_of(store, "乙某", 2, household_size=3, filed_on=PartialDate(2024, 5, 16))
    file_of(store, "丙某", 3, status="4", left_on=PartialDate(2024, 5, 16))
    file_of(store, "丁某", 4, status="2", filed_on=None)

    assert told(store, SECTION) == (
        "截至12月31日，全镇在档困难职工2户、家庭人口6人。全年新建档1户、脱困1户。"
    )


@pytest.mark.parametrize(
    ("paired", "said"),
    [
        (1, "落实帮扶责任人1人，结对帮扶困难职工1人。"),
        (2, "落实帮扶责任人1人，结对帮扶困难职工2人，在档困难职工全部有人结对。"),
    ],
)
def test_all_are_paired_only_when_all_are(store: Store, paired: int, said: str) -> None:
    files = [file_of(store, "甲某", 1), file_of(store, "乙某", 2)]
    lay(store, [pair(one, "帮扶人") for one in files[:paired]])

    assert told(store, SECTION, level=STANDARD).endswith(said)


def test_aid_of_one_kind_is_no_part_of_more(store: Store) -> None:
    aid(store, "1", (500, 500))

    assert told(store, SECTION) == (
        "全年发放帮扶款物1000元，救助2人。元旦春节送温暖2人次、1000元。帮扶资金来自本级工会经费。"
    )


def test_aid_is_told_by_kinds_and_by_its_largest_sources(store: Store) -> None:
    aid(store, "1", (500, 500), source="1")
    aid(store, "3", (3_000,), source="2")
    aid(store, "5", (800,), source="3")
    aid(store, "4", (2_500,), source="4")
    aid(store, "6", (600,), source="6")

    text = told(store, SECTION)

    assert "全年发放帮扶款物7900元，救助2人、6人次。" in text
    assert (
        "其中，元旦春节送温暖2人次、1000元；医疗救助1人次、3000元；金秋助学1人次、2500元。" in text
    )
    assert "此外，临时救助1人次、劳模慰问1人次。" in text
    assert "帮扶资金中，中央财政1000元、省级财政3000元、市县财政800元、上级工会拨款2500元。" in text
    assert "社会捐助" not in text
    assert told(store, SECTION, level=SHORT) == "全年发放帮扶款物7900元，救助2人、6人次。"


def test_aid_that_was_taken_back_is_not_told(store: Store) -> None:
    aid(store, "5", (800,))
    (given,) = store.all(AidItem)
    with store.change("签字"):
        store.save(replace(given, is_signed=True))
    back = replace(given, id=None, amount=-80_000, reversal_of=given.id, is_signed=True)
    lay(store, [replace(back, no_file_reason="更正")])

    assert told(store, SECTION) == ""


def test_nobody_in_hardship_is_named(store: Store) -> None:
    file = file_of(store, "郑某某", 1)
    file_of(store, "冯某某", 2)
    lay(store, [pair(file, "帮扶人员")])
    aid(store, "8", (5_000,))

    text = told(store, SECTION)

    assert not [one for one in ("郑某某", "冯某某", "帮扶人员", "受助人") if one in text]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            {"kind": "13", "households": 12, "goods": "米、面、油", "goods_value": 216_000},
            "开展送温暖活动，走访慰问12户，慰问款物2160元，送去米、面、油等慰问品。",
        ),
        ({"kind": "13", "headcount": 8}, "开展送温暖活动，走访慰问8人次。"),
        (
            {"kind": "14", "headcount": 350, "goods": "毛巾200条"},
            "开展送清凉活动，慰问一线职工300多人次。",
        ),
        (
            {"kind": "15", "headcount": 3, "cost": 900_000},
            "开展金秋助学活动，资助3人次，资助款物9000元。",
        ),
    ],
)
def test_visits_with_gifts_are_told_by_what_was_given(
    store: Store, event: dict[str, object], said: str
) -> None:
    lay(store, [Event(title="慰问", held_on=DAY, **event)])  # type: ignore[arg-type]

    assert told(store, SECTION) == said


def test_money_given_by_signing_list_is_not_told_twice(store: Store) -> None:
    lay(store, [Event(title="送温暖", kind="13", held_on=DAY, households=2, cost=100_000)])
    lay(store, [Event(title="助学", kind="15", held_on=DAY, headcount=1, cost=200_000)])
    aid(store, "1", (500, 500))
    aid(store, "4", (2_000,))

    visits = told(store, SECTION).splitlines()[-1]

    assert visits.startswith("开展送温暖活动，走访慰问2户。")
    assert "助学活动" not in visits


def test_who_paid_for_the_summer_visits_is_told(store: Store) -> None:
    (event,) = lay(store, [Event(title="送清凉", kind="14", held_on=DAY, headcount=9)])
    lay(
        store,
        [
            EventMoney(event=event.id, source="2", amount=2_000_000),
            EventMoney(event=event.id, source="1", amount=1_200_000),
        ],
    )

    assert told(store, SECTION) == (
        "开展送清凉活动，慰问一线职工9人次，慰问款物3.2万元。"
        "送清凉资金来自镇总工会经费、上级工会拨款。"
    )


def test_all_visits_are_added_up_when_that_tells_more(store: Store) -> None:
    cooling = Event(title="送清凉", kind="14", held_on=DAY, headcount=640)
    lay(store, [cooling, Event(title="看望", kind="7", held_on=DAY, headcount=12)])
    alike = told(store, SECTION)
    lay(store, [Event(title="看望", kind="7", held_on=date(2024, 6, 1), headcount=70)])

    assert "各类慰问活动" not in alike
    assert "全年各类慰问活动共慰问职工700多人次。" in told(store, SECTION)
