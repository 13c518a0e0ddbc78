"""Every kind of field reads what it shows and loads what it keeps."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models import codes
from models.fields import (
    Choice,
    Choices,
    CreditCode,
    Day,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Note,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Share,
    Text,
    Year,
    fields_of,
)
from models.pointers import FieldName, FigureCode, RecordNumber
from models.reading import Reading, Refused
from models.records import RECORDS
from models.records.units import Unit
from models.values.credit_code import check_character
from models.values.dates import PartialDate

FIELDS: Mapping[str, Field] = {
    "text": Text(label="单位名称"),
    "name": Text(label="姓名", is_name=True),
    "note": Note(label="备注"),
    "number": Number(label="人数"),
    "signed number": Number(label="差额", minimum=None),
    "decimal": Number(label="考核分", places=1),
    "share": Share(label="覆盖率"),
    "money": Money(label="费用"),
    "money in ten thousands": Money(label="产值", unit="万元"),
    "day": Day(label="日期"),
    "partial day": PartialDay(label="建会日期"),
    "month": Month(label="月份"),
    "year": Year(label="年度"),
    "choice": Choice(label="种类", codes="contract_kind"),
    "choices": Choices(label="行业", codes="industry_section"),
    "flag": Flag(label="规上"),
    "link": Link(label="单位", to="unit"),
    "person id": PersonId(label="身份证号"),
    "credit code": CreditCode(label="信用代码"),
    "phone": Phone(label="电话"),
    "figure": FigureCode(label="数字"),
    "field name": FieldName(label="求和字段", of="table_name"),
    "record number": RecordNumber(label="哪一条记录", of="source_table"),
}


def codes_of(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([line.code for line in codes.table(name).lines])


def scaled(places: int, largest: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, largest).map(lambda n: Decimal(n).scaleb(-places))


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
partial_dates = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.integers(1, 3),
)
credit_codes = st.from_regex(r"9137039[0-9][0-9A-HJ-NPQRTUWXY]{9}", fullmatch=True).map(
    lambda first: first + check_character(first)
)


def person_id(born: date, order: int) -> str:
    first = f"370399{born:%Y%m%d}{order:03d}"
    weights = (pow(2, 17 - place, 11) for place in range(17))
    total = sum(int(one) * weight for one, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


VALUES: Mapping[str, st.SearchStrategy[object]] = {
    "number": st.integers(0, 10**12),
    "signed number": st.integers(-(10**12), 10**12),
    "decimal": scaled(1, 10**9),
    "share": scaled(2, 100_000),
    "money": st.integers(0, 10**13),
    "money in ten thousands": st.integers(0, 10**13),
    "day": days,
    "partial day": partial_dates,
    "month": days.map(lambda day: PartialDate(day.year, day.month)),
    "year": st.integers(1900, 2200),
    "choice": codes_of("contract_kind"),
    "choices": st.lists(codes_of("industry_section"), unique=True).map(tuple),
    "flag": st.booleans(),
    "link": st.integers(1, 10**9),
    "person id": st.builds(
        person_id, st.dates(date(1930, 1, 1), date(2020, 12, 31)), st.integers(0, 999)
    ),
    "credit code": credit_codes,
    "phone": st.integers(0, 9_999).map(lambda number: f"1390000{number:04d}"),
    "figure": st.one_of(codes_of("figure"), st.integers(1, 999).map(lambda n: f"local_{n}")),
    "record number": st.integers(1, 10**9),
}
WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("0123456789.-/年月日人家元万%％,，、·〔〕（）() \u3000√×是否有无一二十X"),
    ),
    max_size=24,
)
HAN = re.compile("[\u4e00-\u9fff]")


def read(field: Field, text: str) -> Reading[object] | Refused:
    try:
        return field.parse(text)
    except Refused as refused:
        return refused


@pytest.mark.parametrize("kind", VALUES)
@given(data=st.data())
def test_what_a_field_shows_it_reads_again(kind: str, data: st.DataObject) -> None:
    field, value = FIELDS[kind], data.draw(VALUES[kind])

    assert field.parse(field.show(value)).value == value


@pytest.mark.parametrize("kind", VALUES)
@given(data=st.data())
def test_what_a_field_keeps_it_loads_again(kind: str, data: st.DataObject) -> None:
    field, value = FIELDS[kind], data.draw(VALUES[kind])
    kept = field.keep(value)

    assert field.load(kept) == value
    assert isinstance(kept, int if field.keeps_as == "INTEGER" else str)


@pytest.mark.parametrize("kind", FIELDS)
@given(text=WORDS)
@example("\u3000")
@example("2024.02.30")
@example("1e400")
@example("nan")
@example("９１３７０３９９MA3QH0001X")
@example("\ud800")
@example("²")
@example("٣")
def test_any_text_is_either_read_or_refused_in_chinese(kind: str, text: str) -> None:
    field = FIELDS[kind]
    reading = read(field, text)
    if isinstance(reading, Refused):
        assert HAN.search(str(reading))
        assert not str(reading).startswith(field.label)
        return

    assert all(HAN.search(one) for one in (*reading.repairs, *reading.doubts))
    assert field.load(field.keep(reading.value)) == reading.value
    assert field.parse(field.show(reading.value)).value == reading.value


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\n\t "])
def test_blank_text_means_not_filled_in(kind: str, blank: str) -> None:
    field = FIELDS[kind]
    reading = field.parse(blank)

    assert reading.value == field.empty
    assert field.is_blank(reading.value)
    assert field.load(None) == field.empty
    if kind != "flag":
        assert field.show(field.empty) == ""


@pytest.mark.parametrize("kind", FIELDS)
def test_nothing_filled_in_shows_as_nothing(kind: str) -> None:
    assert FIELDS[kind].show(None) in ("", "否")


def test_two_spellings_of_a_name_have_one_key() -> None:
    field = FIELDS["name"]

    assert field.key("远山（空谷）机械厂") == field.key("远山(空谷) 机械厂")
    assert field.key("远山机械厂") != field.key("远山机械一厂")


def test_text_beyond_its_limit_is_refused_with_both_numbers() -> None:
    with pytest.raises(Refused, match="61.*60"):
        Text(label="姓名或单位", is_name=True, limit=60).parse("长" * 61)

    assert Text(label="姓名或单位", is_name=True, limit=60).parse("长" * 60).value == "长" * 60


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        (Number(label="人数"), "-3", "不能小于0"),
        (Number(label="届", minimum=1), "0", "不能小于1"),
        (Number(label="人数"), "9" * 14, "数字太大"),
        (Number(label="人数"), "300多", "大概的数"),
        (Share(label="覆盖率"), "-1%", "不能是负数"),
        (Share(label="覆盖率"), "1001%", "百分比太大"),
        (Year(label="年度"), "24", "不是年份"),
        (Month(label="月份"), "2024", "请写到月"),
        (Choice(label="种类", codes="contract_kind"), "综合合同书", "无法识别"),
        (Flag(label="规上"), "大概", "看不出是还是否"),
        (Link(label="单位", to="unit"), "0", "从1开始"),
    ],
)
def test_a_refusal_says_why(field: Field, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        field.parse(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("√", True), ("有", True), ("TRUE", True), ("×", False), ("无", False), ("—", False)],
)
def test_ticks_are_read_as_lists_write_them(text: str, value: bool) -> None:
    assert FIELDS["flag"].parse(text).value is value


def test_several_choices_are_read_with_any_mark_between_them() -> None:
    reading = FIELDS["choices"].parse("制造业、采矿，建筑业；制造业")

    assert reading.value == ("C", "B", "E")
    assert reading.repairs == ("“采矿”按“采矿业”登记",)


def test_a_code_that_the_table_lacks_is_shown_as_it_is() -> None:
    assert FIELDS["choice"].show("77") == "77"


def test_a_year_may_be_written_with_its_word() -> None:
    assert FIELDS["year"].parse("2024年度").value == 2024


def test_a_number_shows_separators_and_a_decimal_no_idle_zeros() -> None:
    assert FIELDS["number"].show(1_234_567) == "1,234,567"
    assert FIELDS["decimal"].show(Decimal("90.0")) == "90"
    assert FIELDS["decimal"].show(Decimal("90.5")) == "90.5"
    assert FIELDS["share"].show(Decimal("92.30")) == "92.3%"


def test_the_fields_of_a_record_come_in_the_order_of_their_declaration() -> None:
    assert list(fields_of(Unit))[:3] == ["name", "credit_code", "registration_no"]
    assert "id" not in fields_of(Unit)
    assert "about" not in fields_of(Unit)


def test_every_kind_of_field_is_tried_here() -> None:
    used = {type(field) for one in RECORDS for field in fields_of(one).values()}

    assert used <= {type(field) for field in FIELDS.values()}


@pytest.mark.parametrize(
    "text",
    ["3", "03", "3月", "3月份", "第3月", "三月", "三月份", "２０２４年3月份", "202403", "2024.3"],
)
def test_a_month_is_read_as_lists_write_it(text: str) -> None:
    found = Month(label="所属月份").read(text, default_year=2024)

    assert (found.value, found.doubts) == (PartialDate(2024, 3), ())


@pytest.mark.parametrize("text", ["13", "0", "十三月", "2024", "1-3月"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        Month(label="所属月份").read(text, default_year=2024)
