"""The empty list of every kind is recognised, filled in, imported, and known when it comes again."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from models.errors import Problem
from models.fields import Link, fields_of
from models.lists.catalogue import BY_NAME, SHEET_TYPES
from models.lists.examples import example_of
from models.lists.kinds import MONTHS, SheetType, Slot
from models.practice import build_practice_town
from models.records import BY_TABLE, RECORDS
from models.records.base import Record, with_values
from models.records.members import Member
from models.records.town import Town
from models.rules.checking import check, complete
from models.sheets.committing import commit_import
from models.sheets.examples import ALTERED
from models.sheets.headers import find_header
from models.sheets.plan import SheetPlan
from models.sheets.planning import INSTRUCTIONS, plan_import
from models.sheets.workbook import Grid
from models.store import Store
from reports.templates import (
    ROWS,
    TemplateColumn,
    serial_heading,
    template_columns,
    write_template,
)

YEAR = 2024
EXAMPLE_ROW = 4
FIRST_ROW = 5
MOST = 3
KINDS = sorted(BY_NAME)
MATRICES = [name for name in KINDS if BY_NAME[name].is_matrix]
LISTS = [name for name in KINDS if name not in MATRICES]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "练习镇.db"
    build_practice_town(path).close()
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A town with nothing in its lists, which nobody changes."""
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=YEAR)
    with Store.create(tmp_path_factory.mktemp("empty") / "空镇.db", town) as store:
        yield store


@pytest.fixture
def office(practice: Path, tmp_path: Path) -> Iterator[Store]:
    """The practice town, to be changed at will."""
    copy = tmp_path / "练习镇.db"
    shutil.copy(practice, copy)
    with Store.open(copy) as store:
        yield store


WITHOUT_A_LIST = {
    "town": "the office itself, of which there is one",
    "unit_year": "filled by the list of units",
    "maint_batch": "made by the list of units that names its results",
    "maint_item": "filled by the list of units",
    "attachment": "files, which no cell holds",
    "summary_paper": "settings of the summary",
    "summary_part": "settings of the summary",
    "summary_text": "what the clerk wrote into the summary",
    "summary_version": "a frozen summary",
    "filed_paper": "what left the house, frozen",
    "filed_figure": "what left the house, frozen",
    "year_closing": "an act of the clerk",
    "form_draft": "what is being typed",
    "start_password": "a secret",
    "saved_query": "made in the query box",
    "list_layout": "learnt from imports",
    "word_alias": "learnt from imports",
    "county_form": "read from the county's own file",
    "county_form_cell": "read from the county's own file",
}


def test_every_record_type_has_an_empty_list_or_a_reason() -> None:
    without = {one.about.table for one in RECORDS} - {one.record.about.table for one in SHEET_TYPES}

    assert without == set(WITHOUT_A_LIST)


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_list_is_its_own_kind_even_without_its_title(name: str) -> None:
    one = BY_NAME[name]
    columns = template_columns(one)
    named = [f"*{c.heading}" if c.is_required else c.heading for c in columns]
    header = [serial_heading(columns), *named]

    for title, rows in ((f"{YEAR}年度{one.label}", [["题"], header]), ("", [header])):
        width = len(header)
        found = find_header(Grid("表", [[*row, *[""] * (width - len(row))] for row in rows]), title)

        assert found is not None, title
        assert found.type.name == name
        assert [one.slot for one in found.columns] == [None, *(one.slot for one in columns)]


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_a_record_has_a_column(name: str) -> None:
    one = BY_NAME[name]

    assert {column.slot for column in template_columns(one)} == set(one.slots) - set(one.only_read)


@pytest.mark.parametrize("name", LISTS)
def test_what_is_filled_in_comes_back_as_it_was(name: str, office: Store, tmp_path: Path) -> None:
    one, path = BY_NAME[name], tmp_path / "填好.xlsx"
    records = _forgotten(office, one, path)

    first = commit_import(office, plan_import(office, path)).plan
    again = plan_import(office, path)

    assert _said(first.sheets[0]) == []
    assert first.counts["new"] == len(records)
    kept = sorted(office.all(one.record), key=lambda record: record.id or 0)[-len(records) :]
    for before, after in zip(records, kept, strict=True):
        assert _values(after, one) == _values(before, one)
    assert again.counts["duplicate"] == len(records)


@pytest.mark.parametrize("name", MATRICES)
def test_a_filled_matrix_is_new_once(name: str, office: Store, tmp_path: Path) -> None:
    one, path = BY_NAME[name], tmp_path / "填好.xlsx"
    records = office.all(one.record)[:3]
    _fill(office, one, records, path, year=2031, amount="120.50")

    first = commit_import(office, plan_import(office, path)).plan
    again = plan_import(office, path)

    assert first.counts["new"] == again.counts["duplicate"] == 3
    for record_type in {slot.record_type for slot in one.slots if slot.number}:
        made = [part for part in office.all(record_type) if _year_of(part) == 2031]
        assert len(made) == 3 * len(MONTHS)


def test_cells_keep_what_is_typed_and_offer_what_may_be_chosen(tmp_path: Path) -> None:
    one = BY_NAME[Member.about.table]
    book = openpyxl.load_workbook(write_template(one, tmp_path / "会员.xlsx", YEAR))
    page, last = book.worksheets[0], EXAMPLE_ROW + ROWS
    places = {str(cell.value).strip("*"): cell.column for cell in page[EXAMPLE_ROW - 1]}

    assert page.cell(1, 1).value == "2024年度会员信息采集表"
    assert page.freeze_panes == "B4"
    assert page.cell(EXAMPLE_ROW - 1, places["证件号码"]).value == "*证件号码"
    for heading in ("证件号码", "移动电话", "出生日期"):
        for row in (FIRST_ROW, last):
            assert page.cell(row, places[heading]).number_format == "@"
    letters = page.cell(1, places["性别"]).column_letter
    (choice,) = [
        one
        for one in page.data_validations.dataValidation
        if f"{letters}{EXAMPLE_ROW}" in str(one.sqref)
    ]
    assert str(choice.sqref) == f"{letters}{EXAMPLE_ROW}:{letters}{last}"
    sheet, area = str(choice.formula1).split("!")
    chosen = [row[0].value for row in book[sheet.strip("'")][area.replace("$", "")]]
    assert chosen[:2] == ["男", "女"]
    told = {row[0].value: row[2].value for row in book[INSTRUCTIONS].iter_rows(min_row=4)}
    assert "日期" in str(told["出生日期"])


@pytest.mark.parametrize("name", KINDS)
def test_the_example_is_right_by_our_own_rules_and_nobodys(name: str, empty: Store) -> None:
    one = BY_NAME[name]
    given: dict[str, object] = {}
    for slot, text in example_of(one).items():
        if isinstance(slot.field, Link):
            continue
        found = slot.field.parse(text)
        assert not [*found.repairs, *found.doubts], (slot.field.label, text)
        if slot.record_type is one.record and not slot.number:
            given[slot.name] = found.value

    record = complete(with_values(one.record(), **given))

    fields = fields_of(one.record)
    wrong = [
        found for found in check(record, empty) if not isinstance(fields.get(found.field), Link)
    ]
    required = {slot for slot in one.slots if _is_needed(one, slot)}
    assert wrong == []
    assert required <= set(example_of(one))


def _is_needed(one: SheetType, slot: Slot) -> bool:
    return slot.record_type is one.record and not slot.number and slot.name in one.needs


@pytest.mark.parametrize("name", KINDS)
def test_the_example_left_in_the_list_is_never_imported(
    name: str, empty: Store, tmp_path: Path
) -> None:
    path = write_template(BY_NAME[name], tmp_path / "空.xlsx", YEAR, rows=2)
    book = openpyxl.load_workbook(path)
    filled = [cell.value for cell in book.worksheets[0][EXAMPLE_ROW] if cell.value]
    book.worksheets[0].cell(EXAMPLE_ROW, 1).value = None
    book.save(path)

    with pytest.raises(Problem, match="没有可导入的数据行"):
        plan_import(empty, path)

    assert filled[0] == "示例"
    assert len(filled) > 2


@pytest.mark.parametrize("mark", ["例", "（示例）", "填写示例：", "样例行"])
def test_an_example_of_another_township_is_passed_over_and_told(
    mark: str, empty: Store, tmp_path: Path
) -> None:
    path = tmp_path / "名单.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["序号", "姓名", "身份证号", "入会日期"])
    book.active.append([mark, "张三", "370399199003070112", "2020.5"])
    book.active.append([1, "示例乙", "370399197804055810", "2020.5"])
    book.save(path)

    (sheet,) = plan_import(empty, path, as_type="member").sheets

    assert [row.title for row in sheet.rows] == ["示例乙"]
    assert [(one.row, one.why) for one in sheet.skipped] == [(2, ALTERED)]
    assert f"第2行{ALTERED}" in sheet.notes


def test_a_row_that_only_happens_to_say_the_same_is_read(empty: Store, tmp_path: Path) -> None:
    path = tmp_path / "调休.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["日期", "上班", "节日"])
    book.active.append(["2024-03-05", "是", None])
    book.save(path)

    (sheet,) = plan_import(empty, path, as_type="workday_change").sheets

    assert [row.row for row in sheet.rows] == [2]


def test_an_example_that_was_overwritten_is_told_as_such(empty: Store, tmp_path: Path) -> None:
    path = write_template(BY_NAME["unit"], tmp_path / "空.xlsx", YEAR, rows=2)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(EXAMPLE_ROW, 2).value = "云溪填表厂"
    book.save(path)

    with pytest.raises(Problem, match=f"第{EXAMPLE_ROW}行{ALTERED}"):
        plan_import(empty, path)


def test_an_empty_list_says_that_it_is_empty(office: Store, tmp_path: Path) -> None:
    path = write_template(BY_NAME["member"], tmp_path / "会员.xlsx", YEAR)

    with pytest.raises(Problem, match="没有可导入的数据行"):
        plan_import(office, path)


def _forgotten(store: Store, one: SheetType, path: Path) -> list[Record]:
    """Fill some records into an empty list and take them out of the office."""
    known = store.all(one.record)
    for last in range(len(known), 0, -1):
        records: list[Record] = list(known[max(0, last - MOST) : last])
        _fill(store, one, records, path)
        with store.change("取出"):
            for record in records:
                _forget(store, record)
        if not any(found.level == "error" for r in records for found in check(r, store)):
            return records
        # Some may only be entered while what they hang on is open, such as a batch not yet signed.
        store.undo()
    raise AssertionError(f"the practice town has no {one.label} that may be entered again")


def _forget(store: Store, record: Record) -> None:
    if store.get_or_none(type(record), record.id) is None:
        return
    for found in store.dependents(record):
        for other in store.find(found.record_type, **{found.field: record.id}):
            _forget(store, other)
    store.delete(record)


def _fill(
    store: Store,
    one: SheetType,
    records: Sequence[Record],
    path: Path,
    *,
    year: int = YEAR,
    amount: str = "",
) -> None:
    book = openpyxl.load_workbook(write_template(one, path, year, rows=5))
    for row, record in enumerate(records, start=FIRST_ROW):
        for place, column in enumerate(template_columns(one), start=2):
            text = amount if column.slot.number else _text(store, one, record, column)
            if text:
                book.worksheets[0].cell(row, place).value = text
    book.save(path)


def _text(store: Store, one: SheetType, record: Record, column: TemplateColumn) -> str:
    """Return what a clerk writes: links by what tells their records apart."""
    slot, field = column.slot, column.slot.field
    source = record if slot.record_type is one.record else _linked(store, record, slot.record_type)
    value = getattr(source, slot.name) if source else None
    if source is None or field.is_blank(value):
        return ""
    if isinstance(field, Link) and isinstance(value, int):
        target = store.get(BY_TABLE[field.to], value)
        shown = fields_of(type(target))
        names = dict.fromkeys((*target.about.titles, *target.about.tells))
        return " ".join(filter(None, (shown[n].show(getattr(target, n)) for n in names)))
    return field.show(value)


def _linked(store: Store, record: Record, wanted: type[Record]) -> Record | None:
    """Return the record that a kind's own columns describe besides the row's own, if it is linked."""
    one = BY_NAME.get(record.about.table)
    for name in one.links_by_maker if one else ():
        link = fields_of(type(record))[name]
        if isinstance(link, Link) and BY_TABLE[link.to] is wanted:
            return store.get_or_none(wanted, getattr(record, name))
    return None


def _values(record: Record, one: SheetType) -> dict[str, object]:
    return {name: getattr(record, name) for name in fields_of(one.record)}


def _said(sheet: SheetPlan) -> list[str]:
    """Return why rows were kept out."""
    return [m.text for row in sheet.rows for m in row.messages if m.kind == "error"]


def _year_of(record: Record) -> int | None:
    return getattr(getattr(record, record.about.year), "year", None)
