"""What the county asked for, against what the file can prove."""

from decimal import Decimal

import pytest

from models import codes
from models.figures.catalogue import BY_CODE, compute
from models.periods import year_period
from models.records.papers import Target
from models.records.unions import Union
from models.rules.papers import check_target
from models.store import Store
from models.targets import progress
from models.values.dates import PartialDate


def found_unions(store: Store, number: int) -> None:
    with store.change("新增工会"):
        for one in range(number):
            store.save(Union(name=f"{one}工会", org_type="10", founded_on=PartialDate(2024)))


def progress_of(store: Store, target: Target) -> tuple[Decimal | None, Decimal | None, str]:
    with store.change("新增任务"):
        store.save(target)
    (found,) = progress(store, compute(store, year_period(2024)), 2024)
    return found.done, found.share, found.words


@pytest.mark.parametrize(
    ("target", "share", "words"),
    [
        (Decimal(5), Decimal("60.0"), "还差2家"),
        (Decimal(3), Decimal("100.0"), "已完成"),
        (Decimal(2), Decimal("150.0"), "已完成，超1家"),
        (Decimal("3.5"), Decimal("85.7"), "还差0.5家"),
        (Decimal(30), Decimal("10.0"), "还差27家"),
    ],
)
def test_progress_is_told_in_words(
    store: Store, target: Decimal, share: Decimal, words: str
) -> None:
    found_unions(store, 3)
    wanted = Target(
        indicator="建会", year=2024, target=target, unit_label="家", figure="unions_new"
    )

    assert progress_of(store, wanted) == (Decimal(3), share, words)


def test_a_gap_of_hundreds_is_written_out(store: Store) -> None:
    wanted = Target(
        indicator="建会", year=2024, target=Decimal(300), unit_label="家", figure="unions_new"
    )

    assert progress_of(store, wanted) == (Decimal(0), Decimal("0.0"), "还差300家")


def test_what_the_file_cannot_count_has_no_progress(store: Store) -> None:
    wanted = Target(indicator="文体活动", year=2024, target=Decimal(2), unit_label="场")

    assert progress_of(store, wanted) == (None, None, "台账还不能自动计算这一项")


def test_a_rate_without_denominator_is_not_nought(store: Store) -> None:
    wanted = Target(
        indicator="覆盖率", year=2024, target=Decimal(90), unit_label="%", figure="cb_rate"
    )

    assert progress_of(store, wanted) == (None, None, "台账里还没有算这一项要用的记录")


def test_only_the_years_targets_are_told(store: Store) -> None:
    with store.change("新增任务"):
        for year in (2023, 2024):
            store.save(Target(indicator=f"{year}年任务", year=year, target=Decimal(1)))

    found = progress(store, compute(store, year_period(2024)), 2024)

    assert [one.target.indicator for one in found] == ["2024年任务"]


def test_the_founding_task_is_a_figure_of_its_own(store: Store) -> None:
    found_unions(store, 3)
    with store.change("新增任务"):
        store.save(Target(indicator="建会任务", year=2024, target=Decimal("3.5"), unit_label="家"))

    figures = compute(store, year_period(2024))

    assert figures["task_unions"].text == "4家"
    assert figures["task_unions_rate"].text == "75%"
    assert compute(store, year_period(2023))["task_unions"].value is None


def test_whatever_a_target_may_be_measured_by_is_a_figure() -> None:
    assert {one.code for one in codes.table("target_figure").lines} <= set(BY_CODE)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("按期换届率", "renewal_rate"),
        ("法人登记率", "certified_rate"),
        ("发展农民工会员", "members_new_migrant"),
        ("新就业形态劳动者入会", "members_new_new_form"),
    ],
)
def test_the_countys_words_name_the_figure(words: str, figure: str) -> None:
    assert codes.table("target_figure").read(words).value == figure


@pytest.mark.parametrize(
    ("figure", "number", "is_told"),
    [("cb_rate", 100, False), ("cb_rate", 9000, True), ("unions_new", 9000, False)],
)
def test_a_share_of_more_than_all_is_doubted(figure: str, number: int, is_told: bool) -> None:
    target = Target(indicator="任务", year=2024, target=Decimal(number), figure=figure)

    assert any("超过100%" in one.text for one in check_target(target)) is is_told
