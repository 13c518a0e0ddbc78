"""Figures about disclosure and the workers' congress."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from models.records.democracy import DemocracyYear

ROW = DemocracyYear(unit_name="甲厂", year=2024, has_disclosure=True)


def test_only_units_above_scale_are_in_the_rate(desk: Any) -> None:
    for name, is_large, discloses in (
        ("甲厂", True, True),
        ("乙厂", True, False),
        ("丙厂", True, None),
        ("丁厂", False, True),
    ):
        unit = desk.unit(name, is_large=is_large)
        if discloses is not None:
            desk.add(replace(ROW, unit=unit.id, unit_name=name, has_disclosure=discloses))

    rate = desk.figure("dm_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (1, 3, Decimal("33.3"))
    assert [one.unit_name for one in rate.records] == ["甲厂"]
    assert [one.name for one in rate.others] == ["乙厂", "丙厂"]
    assert desk.figure("dm_disclosed").text == "1家"
    assert desk.value("dm_units") == 2


def test_a_row_that_only_names_its_unit_is_about_that_unit(desk: Any) -> None:
    desk.unit("甲厂", is_large=True)
    desk.unit("乙厂", is_large=False)
    desk.add(ROW)
    desk.add(replace(ROW, unit_name="乙厂", is_above_scale=True))

    rate = desk.figure("dm_rate")

    assert (rate.numerator, rate.denominator) == (1, 1)


def test_a_unit_that_the_file_does_not_know_is_taken_at_its_rows_word(desk: Any) -> None:
    desk.add(replace(ROW, is_above_scale=True))
    desk.add(replace(ROW, unit_name="乙厂", is_above_scale=False))

    rate = desk.figure("dm_rate")

    assert (rate.numerator, rate.denominator) == (1, 1)


def test_a_unit_without_yearly_data_is_taken_at_its_rows_word(desk: Any) -> None:
    large, small = desk.unit("甲厂"), desk.unit("乙厂")
    desk.add(replace(ROW, unit=large.id, is_above_scale=True))
    desk.add(replace(ROW, unit=small.id, unit_name="乙厂", is_above_scale=False))

    assert desk.value("dm_disclosed") == 1


def test_lists_without_the_column_of_scale_leave_it_to_the_ticks_of_the_year(desk: Any) -> None:
    large = desk.unit("甲厂", is_large=False)
    silent = desk.unit("乙厂", is_large=False)
    desk.unit("丙厂", is_large=False)
    desk.add(replace(ROW, unit=large.id, is_above_scale=True))
    desk.add(
        replace(ROW, unit=silent.id, unit_name="乙厂", is_above_scale=True, has_disclosure=False)
    )

    figure = desk.figure("dm_disclosed")

    assert desk.value("above_scale_total") == 2
    assert (figure.numerator, figure.denominator) == (1, 2)
    assert [one.name for one in figure.others] == ["乙厂"]


def test_a_unit_counts_once_and_only_in_its_year(desk: Any) -> None:
    unit = desk.unit("甲厂", is_large=True)
    desk.add(replace(ROW, unit=unit.id))
    desk.add(ROW)
    desk.add(replace(ROW, unit=unit.id, year=2023))

    assert desk.value("dm_units") == 1
    assert desk.value("dm_disclosed") == 1


def test_a_congress_of_any_form_counts(desk: Any) -> None:
    for number, form in enumerate(("1", "2", "3", "0", "")):
        desk.add(replace(ROW, unit_name=f"{number}厂", congress_kind=form))

    assert desk.value("dm_congress") == 3


def test_nothing_known_gives_no_rate(desk: Any) -> None:
    assert desk.value("dm_disclosed") == 0
    assert desk.value("dm_rate") is None
