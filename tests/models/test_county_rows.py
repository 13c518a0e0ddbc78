"""A form's row is known by what it counts, not by its unit, wherever the unit's column stands."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.county_forms.filling import period_for, preview
from models.county_forms.layout import Layout
from models.county_forms.mapping import add_form, map_place, new_blank
from models.county_forms.places import Place, cell_at
from models.county_forms.reading import read_blank
from models.county_forms.sources import Source
from models.county_forms.wants import label_of
from models.errors import Problem
from models.records.members import Member
from models.store import Store
from models.values.dates import PartialDate
from tests.county_form import BOX

LINES = (("职工总数", "人"), ("会员总数", "人"), ("新发展会员", "人"), ("企业覆盖率", "%"))
REWORDED = {"职工总数": "职工总人数", "会员总数": "会员总人数", "新发展会员": "新发展的会员"}


def write(path: Path, *, is_new: bool = False) -> Path:
    """Save a table with a column of units, next year's with a blank column before the units."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    gap = [""] if is_new else []
    sheet.append(["指标", *(["统计口径"] if is_new else []), "计量单位", "合计"])
    for name, unit in LINES:
        sheet.append([REWORDED.get(name, name) if is_new else name, *gap, unit, ""])
    for line in sheet.iter_rows():
        for cell in line:
            cell.border = BOX
    workbook.save(path)
    workbook.close()
    return path


def layout_of(path: Path) -> Layout:
    return Layout(read_blank(path)[1].sheets[0], 2024)


@pytest.mark.parametrize(("is_new", "address"), [(False, "C3"), (True, "D3")])
def test_a_row_is_called_by_what_it_counts_and_keeps_its_unit(
    tmp_path: Path, is_new: bool, address: str
) -> None:
    layout = layout_of(write(tmp_path / "表.xlsx", is_new=is_new))
    name = "会员总人数" if is_new else "会员总数"

    assert layout.labels_left(cell_at(address)) == ("人", name)
    assert label_of(layout, cell_at(address)) == f"{name} · 合计"


def test_reworded_rows_with_one_unit_are_not_taken_for_one_another(
    store: Store, tmp_path: Path
) -> None:
    form = add_form(store, write(tmp_path / "旧.xlsx"))
    for row in range(2, 5):
        place = Place(0, *cell_at(f"C{row}"))
        map_place(store, form, place, "cell", Source(kind="constant", content=f"C{row}"))

    blank = new_blank(store, form, write(tmp_path / "新.xlsx", is_new=True))

    found = {one.mapped.content: one.place.address for one in blank.found if one.place}
    assert found == {"C2": "D2", "C3": "D3", "C4": "D4"}


def test_a_rate_whose_unit_has_a_column_of_its_own_is_a_number(
    store: Store, tmp_path: Path
) -> None:
    with store.change("会员"):
        store.save(
            Member(name="林青山", id_no="370399198001010023", joined_on=PartialDate(2020, 1, 1))
        )
    form = add_form(store, write(tmp_path / "旧.xlsx"))
    place = Place(0, *cell_at("C5"))
    source = Source(kind="figure", content="members_female_share")

    (value,) = preview(store, form, place, "cell", source, period_for(store, form, 2024))

    assert value.content == 100


def test_what_names_the_blank_beside_it_is_no_header_of_what_is_below(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    for line in (("姓名", "", "家庭人口", ""), ("困难类型", "", "", ""), ("致困原因", "", "", "")):
        sheet.append(line)
    sheet.append(("家庭成员", "关系", "年龄", "备注"))
    sheet.append(("", "", "", ""))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.border = BOX
    workbook.save(tmp_path / "申请表.xlsx")
    layout = layout_of(tmp_path / "申请表.xlsx")

    assert label_of(layout, cell_at("C2")) == "困难类型"
    assert layout.labels_above(cell_at("A5")) == ("家庭成员",)
    assert layout.labels_above(cell_at("C5")) == ("年龄",)


def test_a_workbook_without_a_word_is_refused(store: Store, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "空.xlsx")

    with pytest.raises(Problem, match="“空.xlsx”里一个字也没有"):
        add_form(store, tmp_path / "空.xlsx")
