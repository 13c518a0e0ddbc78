"""What goes into a cell of a form fits what the form says: its unit, its format, its blank."""

from datetime import date
from decimal import Decimal

import pytest

from models.county_forms.likeness import LIKE, likeness, plain_label
from models.county_forms.values import Surroundings, day_value, number_value, value_of_field
from models.fields import Flag, Money, PartialDay, PersonId, Share
from models.values.dates import PartialDate


@pytest.mark.parametrize(
    ("labels", "content", "note"),
    [
        (("慰问金额",), Decimal("123456.78"), ""),
        (("单位：万元", "慰问金额"), Decimal("12.345678"), "按“万元”计"),
        (("单位：万元", "慰问金额（元）"), Decimal("123456.78"), ""),
        (("经费（千元）",), Decimal("123.45678"), "按“千元”计"),
        (("多元化解纠纷金额",), Decimal("123456.78"), ""),
    ],
)
def test_money_is_reckoned_in_the_unit_of_the_nearest_label(
    labels: tuple[str, ...], content: Decimal, note: str
) -> None:
    value = value_of_field(Money(label="金额"), 12_345_678, Surroundings(labels))

    assert (value.content, value.note) == (content, note)


@pytest.mark.parametrize(
    ("around", "content"),
    [
        (Surroundings(number_format="0.0%"), Decimal("0.923")),
        (Surroundings(("建会率（%）",)), Decimal("92.3")),
        (Surroundings(("建会率",)), "92.3%"),
    ],
)
def test_a_share_is_percent_where_the_form_says_so(around: Surroundings, content: object) -> None:
    assert value_of_field(Share(label="率"), Decimal("92.3"), around).content == content


def test_a_day_is_a_date_only_where_the_format_shows_one() -> None:
    day = date(2024, 12, 31)

    assert day_value(day, Surroundings(number_format="yyyy/m/d")).content == day
    assert day_value(day, Surroundings()).content == "2024年12月31日"
    assert day_value(day, Surroundings(shape="year")).content == "2024"


def test_what_is_only_partly_known_and_what_has_many_digits_stays_text() -> None:
    month = value_of_field(PartialDay(label="入会"), PartialDate(2024, 5), Surroundings())
    number = value_of_field(PersonId(label="证件"), "370399198203191934", Surroundings())

    assert month.content == "2024年5月"
    assert number.content == "370399198203191934"
    assert number_value(Decimal(1234567890123456)).content == "1234567890123456"
    assert value_of_field(Flag(label="是否"), False, Surroundings()).content == "否"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人数", "人数（人）"),
        ("职工人数", "职工总人数"),
        ("一、基层工会", "二、基层工会"),
        ("其中：女", "女"),
        ("填报单位（盖章）", "填报单位(公章)"),
    ],
)
def test_labels_reworded_slightly_are_alike(one: str, other: str) -> None:
    assert likeness(plain_label(one), plain_label(other)) >= LIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("职工人数", "女职工人数"),
        ("基层工会数", "新建基层工会数"),
        ("参加人数", "参加人次"),
        ("本月发展会员", "累计发展会员"),
        ("集体合同覆盖企业", "集体合同覆盖率"),
        ("会员人数（男）", "会员人数（女）"),
    ],
)
def test_labels_that_mean_something_else_are_not_alike(one: str, other: str) -> None:
    assert likeness(plain_label(one), plain_label(other)) < LIKE
