"""Code tables are whole, and every spelling in them means one thing."""

import csv

import pytest

from models import codes
from models.fields import Choice, Choices, fields_of
from models.reading import Refused
from models.records import RECORDS
from models.values.text import name_key
from resources import path

TABLES = sorted(file.stem for file in path("codes").glob("*.csv"))
USED = {
    field.codes
    for one in RECORDS
    for field in fields_of(one).values()
    if isinstance(field, Choice | Choices)
}
# Bands of members with the seats that go with them: rules look them up, no field chooses one.
BANDS = {"committee_size", "committee_size_odd", "representative_quota"}
each_table = pytest.mark.parametrize("name", TABLES)


def test_every_table_that_a_field_names_is_there_and_none_is_left_over() -> None:
    assert set(TABLES) == USED | BANDS


@each_table
def test_codes_and_names_are_there_and_used_once(name: str) -> None:
    lines = codes.table(name).lines

    assert len(lines) >= 2
    assert all(line.code == line.code.strip() and line.code for line in lines)
    assert all(line.name == line.name.strip() and line.name for line in lines)
    assert len({line.code for line in lines}) == len(lines)
    assert len({line.name for line in lines}) == len(lines)


@each_table
def test_every_spelling_means_one_line(name: str) -> None:
    meanings: dict[str, set[str]] = {}
    for line in codes.table(name).lines:
        for word in (line.code, line.name, *line.aliases):
            meanings.setdefault(name_key(word), set()).add(line.code)

    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


@each_table
def test_every_name_code_and_spelling_reads_as_its_line(name: str) -> None:
    table = codes.table(name)
    for line in table.lines:
        for word in (line.name, line.code, *line.aliases):
            reading = table.read(word)
            assert reading.value == line.code
            assert (not reading.repairs) == (word in (line.name, line.code))


@each_table
def test_files_are_plain_and_have_the_same_columns_in_every_line(name: str) -> None:
    raw = path(f"codes/{name}.csv").read_bytes()
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))

    assert not raw.startswith(b"\xef\xbb\xbf")
    assert rows[0][:3] == ["code", "name", "import_alias"]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_spelling_is_told_as_a_repair() -> None:
    reading = codes.table("contract_kind").read("工资专项")

    assert reading.value == "2"
    assert reading.repairs == ("“工资专项”按“工资专项集体合同”登记",)


def test_brackets_and_blanks_make_no_difference() -> None:
    assert codes.table("union_type").read("产业（系统） 工会").value == "40"


def test_an_unknown_word_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(Refused, match="是不是“工资专项集体合同”"):
        codes.table("contract_kind").read("工资专项集体合约")


def test_a_word_far_from_all_names_is_refused_with_the_list() -> None:
    with pytest.raises(Refused, match="可填：是、否"):
        codes.table("yes_no").read("也许吧")


def test_ticked_columns_tell_what_a_line_counts_as() -> None:
    maintained = codes.table("maintenance_result").codes_where("counts_as_maintained")

    assert maintained == {"1", "2", "31", "32", "33"}
    assert codes.table("union_type").codes_where("is_grassroots") == {"10", "20"}
    assert codes.table("union_status").codes_where("counted") == {"established", "overdue"}


def test_every_division_belongs_to_a_section() -> None:
    sections = set(codes.table("industry_section").by_code)
    divisions = codes.table("industry_division").lines

    assert {line.extra["section"] for line in divisions} <= sections
