"""A county's form is filled in its own file: the mapped cells change, nothing else does."""

import zipfile
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from xlsxwriter import Workbook as XlsxWriter

from models.county_forms.filling import FillPlan, period_for, plan_fill
from models.county_forms.mapping import add_form, map_place
from models.county_forms.places import Place, cell_at
from models.county_forms.sources import Source
from models.county_forms.wants import Way
from models.records.county_forms import CountyForm
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit
from models.store import Store
from models.values.dates import PartialDate
from reports.filling.fill import filled, save_filled
from reports.filling.references import Insertion, formula_after, formula_copied
from tests.county_form import LIST_ROWS, Shape, write_form

LIST = 1
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def town(empty_town: Store) -> Store:
    """A town with ten units, and a list of those that are kept up."""
    with empty_town.change("登记单位"):
        units = [
            empty_town.save(Unit(name=f"云溪{one}厂", registration_no=f"0370{number:08d}"))
            for number, one in enumerate("甲乙丙丁戊己庚辛壬癸")
        ]
        batch = empty_town.save(MaintenanceBatch(title="预置单位核实", year=2024))
        for number, unit in enumerate(units):
            empty_town.save(
                MaintenanceItem(
                    batch=batch.id,
                    preset_no=f"{number}",
                    preset_name=unit.name,
                    is_preset=True,
                    unit=unit.id,
                    result="1" if number else "",
                    done_on=PartialDate(2024, 5, 10) if number else None,
                )
            )
    return empty_town


@pytest.fixture
def form(town: Store, tmp_path: Path) -> CountyForm:
    return add_form(town, write_form(tmp_path / "2024.xlsx"))


def put(
    store: Store, form: CountyForm, address: str, source: Source, way: Way = "cell", sheet: int = 0
) -> None:
    map_place(store, form, Place(sheet, *cell_at(address), 0 if way == "slot" else -1), way, source)


def words(text: str) -> Source:
    return Source(kind="constant", content=text)


def column(field: str, query: str = "") -> Source:
    return Source(kind="column", content=field, table_name="unit", query=query)


def plan_of(store: Store, form: CountyForm, blank: bytes = b"", year: int = 2024) -> FillPlan:
    return plan_fill(store, form, period_for(store, form, year), blank=blank)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def canonical(content: bytes, without: Iterable[str] = ()) -> bytes:
    """Return a sheet's XML without some of its cells, in one spelling."""
    root = etree.fromstring(content)
    for cell in root.iter(f"{{{MAIN}}}c"):
        if cell.get("r") in set(without):
            cell.getparent().remove(cell)
    return bytes(etree.tostring(root, method="c14n"))


def test_only_the_mapped_cells_and_what_reckons_with_them_change(
    town: Store, form: CountyForm
) -> None:
    put(town, form, "D5", words("甲"))
    put(town, form, "A2", words("云溪镇总工会"), "slot")
    plan = plan_of(town, form)

    content = filled(plan)

    before, after = parts_of(plan.blank), parts_of(content)
    assert list(before) == list(after)
    changed = {one for one in before if before[one] != after[one]}
    assert changed == {"xl/worksheets/sheet1.xml"}
    touched = ("D5", "A2", "G5", "D10")
    sheet = "xl/worksheets/sheet1.xml"
    assert canonical(before[sheet], touched) == canonical(after[sheet], touched)
    book = opened(content)["基本情况"]
    assert (book["D5"].value, book["A2"].value) == ("甲", "填报单位（盖章）：云溪镇总工会")
    assert (book["D10"].value, book["G5"].value) == ("=SUM(D5:D9)", '=IF(F5=0,"",D5/F5-1)')


def test_totals_are_reckoned_when_the_file_is_opened(
    town: Store, form: CountyForm, tmp_path: Path
) -> None:
    put(town, form, "D7", Source(kind="figure", content="unions_total"))
    path = write_form(tmp_path / "plain.xlsx")
    plain = with_part(path.read_bytes(), "xl/workbook.xml", (b' fullCalcOnLoad="1"', b""))

    content = filled(plan_of(town, form, plain))

    book = opened(content)
    assert b"fullCalcOnLoad" not in parts_of(plain)["xl/workbook.xml"]
    assert b'fullCalcOnLoad="1"' in parts_of(content)["xl/workbook.xml"]
    assert book["基本情况"]["D7"].value == plan_of(town, form).figures[0].value
    assert book["基本情况"]["D7"].data_type == "n"


def test_what_looks_like_a_formula_is_a_text(town: Store, form: CountyForm) -> None:
    hostile = '=HYPERLINK("x") <b>'
    put(town, form, "D5", words(hostile))
    put(town, form, "D6", words("_x0041_"))

    content = filled(plan_of(town, form))

    sheet = opened(content)["基本情况"]
    assert (sheet["D5"].value, sheet["D5"].data_type) == (hostile, "s")
    assert b"<t>_x005F_x0041_</t>" in parts_of(content)["xl/worksheets/sheet1.xml"]


def test_a_cell_keeps_its_style_and_ids_stay_whole(town: Store, form: CountyForm) -> None:
    put(town, form, "D3", column("registration_no"), "column", LIST)
    put(town, form, "F3", column("name"), "column", LIST)

    before = opened(plan_of(town, form).blank)["困难职工名单"]
    after = opened(filled(plan_of(town, form)))["困难职工名单"]

    assert after["D3"].data_type == "s"
    assert after["D3"].value == town.all(Unit)[0].registration_no
    for address in ("D3", "F3"):
        assert after[address].style_id == before[address].style_id


def test_a_list_grows_downward_and_what_is_below_moves(town: Store, form: CountyForm) -> None:
    put(town, form, "B3", column("name"), "column", LIST)
    put(town, form, "A8", words("林青山"), "slot", LIST)
    units = town.all(Unit)
    more = len(units) - LIST_ROWS
    total = 3 + len(units)

    sheet = opened(filled(plan_of(town, form)))["困难职工名单"]

    assert [sheet.cell(3 + n, 2).value for n in range(len(units))] == [one.name for one in units]
    assert [sheet.cell(3 + n, 1).value for n in range(len(units))] == list(range(1, len(units) + 1))
    assert sheet.cell(total, 1).value == "合计"
    assert sheet.cell(total, 7).value == f"=SUM(G3:G{total - 1})"
    assert sheet.cell(total + 1, 1).value == "审核人：林青山　　制表人：　　　　　　"
    assert sheet.cell(total + 2, 2).value.date() == date(2024, 1, 5)
    assert f"A{total + 1}:G{total + 1}" in {str(one) for one in sheet.merged_cells.ranges}
    assert sheet.print_area == f"'困难职工名单'!$A$1:$G${total + 1}"
    assert [str(one.sqref) for one in sheet.conditional_formatting] == [f"G3:G{total - 1}"]
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == [f"G3:G{total - 1}"]
    assert sheet.cell(total - 1, 6).font.name == "楷体"
    assert sheet.cell(2 + LIST_ROWS + more, 2).has_style


def test_no_total_that_reckons_with_new_rows_keeps_its_old_result(
    town: Store, form: CountyForm
) -> None:
    put(town, form, "B3", column("name"), "column", LIST)
    blank = plan_of(town, form).blank
    kept = (b"<f>SUM(G3:G6)</f><v></v>", b"<f>SUM(A3:A6)</f><v>10</v>")
    content = filled(plan_of(town, form, with_part(blank, "xl/worksheets/sheet2.xml", kept)))

    sheet = parts_of(content)["xl/worksheets/sheet2.xml"]

    assert b"<f>SUM(A3:A12)</f></c>" in sheet


def test_a_short_list_leaves_its_other_rows_blank(town: Store, form: CountyForm) -> None:
    few = '{"version":1,"match":"all","conditions":[{"subject":"name","relation":"contains","value":"丁"}]}'
    put(town, form, "B3", column("name", few), "column", LIST)
    put(town, form, "A3", Source(kind="serial"), "column", LIST)

    sheet = opened(filled(plan_of(town, form)))["困难职工名单"]

    assert [sheet.cell(row, 2).value for row in (3, 4)] == ["云溪丁厂", None]
    assert sheet["G7"].value == "=SUM(G3:G6)"


def test_next_years_moved_form_is_filled_by_the_same_mapping(
    town: Store, form: CountyForm, tmp_path: Path
) -> None:
    for address in ("D5", "F6", "E9"):
        put(town, form, address, words(address))
    shape = Shape(2025, "附表1", 2, 1, has_new_column=True, people="职工人数（人）")
    moved = write_form(tmp_path / "2025.xlsx", shape).read_bytes()

    plan = plan_of(town, form, moved, 2025)
    sheet = opened(filled(plan))["附表1"]

    assert plan.troubles == ()
    assert {
        one.coordinate: one.value
        for line in sheet
        for one in line
        if one.value in ("D5", "F6", "E9")
    } == {
        "E7": "D5",
        "G8": "F6",
        "F12": "E9",
    }


def with_part(content: bytes, part: str, change: tuple[bytes, bytes]) -> bytes:
    """Return a workbook in whose part some bytes are others."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts_of(content).items():
            assert name != part or change[0] in data
            archive.writestr(name, data.replace(*change) if name == part else data)
    return file.getvalue()


def test_cells_and_rows_that_the_file_leaves_out_are_made_in_their_place(
    town: Store, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A4"], sheet["D4"] = "单位名称", "联系电话", "备注"
    sheet.column_dimensions["B"].number_format = "@"
    book.save(tmp_path / "kv.xlsx")
    form = add_form(town, tmp_path / "kv.xlsx", CountyForm(name="登记卡"))
    for address in ("B1", "B3", "B4", "C9"):
        put(town, form, address, words(address))

    content = filled(plan_of(town, form))

    told = opened(content).worksheets[0]
    assert {at: told[at].value for at in ("B1", "B3", "B4", "C9")} == {
        at: at for at in ("B1", "B3", "B4", "C9")
    }
    assert told["B4"].number_format == "@"
    root = etree.fromstring(parts_of(content)["xl/worksheets/sheet1.xml"])
    rows = [int(one.get("r", "0")) for one in root.iter(f"{{{MAIN}}}row")]
    assert rows == sorted(rows)
    assert [one.get("r") for one in root.iter(f"{{{MAIN}}}c")][-4:] == ["A4", "B4", "D4", "C9"]


@pytest.mark.parametrize(("is_1904", "serial"), [(False, 45657), (True, 44195)])
def test_a_day_is_a_date_in_a_date_cell_and_words_elsewhere(
    town: Store, tmp_path: Path, is_1904: bool, serial: int
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = "截止日期", "统计时点"
    sheet["B1"].number_format = "yyyy/m/d"
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    book.save(tmp_path / "day.xlsx")
    form = add_form(town, tmp_path / "day.xlsx", CountyForm(name="日期表"))
    for address in ("B1", "B2"):
        put(town, form, address, Source(kind="setting", content="as_of"))

    content = filled(plan_of(town, form))

    written = parts_of(content)["xl/worksheets/sheet1.xml"].decode()
    assert f"<v>{serial}</v>" in written
    told = opened(content).worksheets[0]
    assert (told["B1"].value.date(), told["B2"].value) == (date(2024, 12, 31), "2024年12月31日")


def test_money_and_shares_are_written_as_the_label_and_the_format_ask(
    town: Store, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row, words_of_row in enumerate(("建会率", "建会率（%）", "建会率"), start=1):
        sheet.cell(row, 1, words_of_row)
    sheet["B1"].number_format = "0.0%"
    book.save(tmp_path / "rate.xlsx")
    form = add_form(town, tmp_path / "rate.xlsx", CountyForm(name="比率表"))
    for address in ("B1", "B2", "B3"):
        put(town, form, address, Source(kind="figure", content="maint_rate"))

    plan = plan_of(town, form)
    told = opened(filled(plan)).worksheets[0]

    share = plan.figures[0].value
    assert share
    assert told["B1"].value == pytest.approx(float(share) / 100)
    assert told["B2"].value == pytest.approx(float(share))
    assert told["B3"].value == plan.figures[0].exact


def test_a_prefixed_sheet_with_shared_rich_text_and_no_cell_names_is_filled(
    town: Store, tmp_path: Path
) -> None:
    path = tmp_path / "rich.xlsx"
    path.write_bytes(rich_book())
    form = add_form(town, path, CountyForm(name="卡片"))
    put(town, form, "A1", words("云溪镇"), "slot")
    put(town, form, "B2", words("乙"))

    content = filled(plan_of(town, form))

    sheet = parts_of(content)["xl/worksheets/sheet1.xml"].decode()
    assert "<x:u/>" in sheet
    assert "ns0" not in sheet
    assert (
        parts_of(content)["xl/sharedStrings.xml"] == parts_of(rich_book())["xl/sharedStrings.xml"]
    )
    told = opened(content).worksheets[0]
    assert (told["A1"].value, told["B2"].value) == ("单位：云溪镇", "乙")


def rich_book() -> bytes:
    file = BytesIO()
    with XlsxWriter(file) as book:
        book.add_worksheet().write(0, 0, "一")
    parts = parts_of(file.getvalue())
    parts["xl/worksheets/sheet1.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<x:worksheet xmlns:x="{MAIN}">'
        '<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row>'
        '<x:row><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    ).encode()
    parts["xl/sharedStrings.xml"] = (
        f'<x:sst xmlns:x="{MAIN}"><x:si><x:r><x:t>单位：</x:t></x:r><x:r><x:rPr><x:u/></x:rPr>'
        '<x:t xml:space="preserve">　　　　</x:t></x:r></x:si><x:si><x:t>电话</x:t></x:si></x:sst>'
    ).encode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("SUM(F3:F7)", "SUM(F3:F10)"),
        ("F8*2+名单!$F$8", "F11*2+名单!$F$11"),
        ('IF(A3>0,"F8:F9",其他!F9)', 'IF(A3>0,"F8:F9",其他!F9)'),
        ("LOG10(F9)+[1]名单!F9", "LOG10(F12)+[1]名单!F9"),
        ("SUM(F2:F2)", "SUM(F2:F2)"),
        ("$3:$9", "$3:$12"),
    ],
)
def test_references_follow_the_rows_that_are_put_in(formula: str, after: str) -> None:
    assert formula_after(formula, Insertion("名单", 2, 6, 3), "名单") == after


def test_a_copied_formula_moves_with_its_row() -> None:
    assert formula_copied("D3*$E$1+SUM(A3:$B3)", 4) == "D7*$E$1+SUM(A7:$B7)"


def test_a_form_is_saved_whole(town: Store, form: CountyForm, tmp_path: Path) -> None:
    put(town, form, "D5", words("甲"))
    plan = plan_of(town, form)

    path = save_filled(plan, tmp_path / "填好.xlsx")

    assert path.read_bytes() == filled(plan)
