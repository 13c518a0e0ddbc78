"""A short or misspelt name is told from those that it may mean."""

import pytest

from models.lists.resembling import resembling

NAMES = (
    "云溪东方木业有限公司",
    "云溪鸿泰金属制品有限公司",
    "东岭蔬菜专业合作社",
    "青禾镇新立便民超市有限公司",
    "临澜市承达橡塑制品有限公司",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("东木", "云溪东方木业有限公司"),
        ("东方木业厂", "云溪东方木业有限公司"),
        ("宏泰金属", "云溪鸿泰金属制品有限公司"),
        ("蔬菜合作社", "东岭蔬菜专业合作社"),
        ("新立超市", "青禾镇新立便民超市有限公司"),
        ("承达", "临澜市承达橡塑制品有限公司"),
    ],
)
def test_the_likeliest_name_comes_first(written: str, meant: str) -> None:
    assert resembling(written, NAMES)[0] == meant


@pytest.mark.parametrize("written", ["外地某建筑队", "甲", ""])
def test_a_name_that_resembles_none_finds_nothing(written: str) -> None:
    assert resembling(written, NAMES) == []
