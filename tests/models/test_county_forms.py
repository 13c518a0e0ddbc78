"""A county's form is read, its places are known by its labels and found again after a year."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from models.county_forms.filling import FillPlan, file_form, period_for, plan_fill
from models.county_forms.mapping import (
    NewBlank,
    add_form,
    book_of,
    map_place,
    map_places,
    mapped_in,
    move_mapped,
    new_blank,
    take_new_blank,
    unmap,
    year_in,
)
from models.county_forms.places import Place, cell_at
from models.county_forms.reading import read_blank
from models.county_forms.slots import slots_in, with_slots_filled
from models.county_forms.sources import Source
from models.county_forms.suggesting import column_suggestions, suggestions
from models.county_forms.wants import wants_of
from models.errors import Problem
from models.filing import differences
from models.records.county_forms import CountyForm, CountyFormCell
from models.records.reported import FiledFigure, FiledPaper
from models.records.unions import Union
from models.store import Store
from models.values.dates import PartialDate
from tests.county_form import Shape, insert, write_form

MOVED = Shape(
    year=2025,
    sheet="附表1",
    rows_above=2,
    new_row_after=1,
    has_new_column=True,
    people="职工人数（人）",
    unit="填报单位(公章)",
)


@pytest.fixture
def form(store: Store, tmp_path: Path) -> CountyForm:
    return add_form(store, write_form(tmp_path / "2024.xlsx"))


def words(text: str) -> Source:
    return Source(kind="constant", content=text)


def put(store: Store, form: CountyForm, address: str, sheet: int = 0) -> CountyFormCell:
    place = Place(sheet, *cell_at(address))
    return map_place(store, form, place, "cell", words(address))


def found_at(blank: NewBlank) -> dict[str, str]:
    return {one.mapped.content: one.place.address for one in blank.found if one.place}


def test_a_form_is_called_as_its_title_says_without_the_year(form: CountyForm) -> None:
    assert (form.name, form.year) == ("示例县基层工会统计表", 2024)
    assert (form.recipient, form.file_name) == ("空谷县总工会", "2024.xlsx")


def test_blanks_are_wanted_and_formulas_titles_and_code_rows_are_not(
    store: Store, form: CountyForm
) -> None:
    wanted = wants_of(book_of(store, form))

    table = [one for one in wanted if one.place.sheet == 0]
    assert [one.label for one in table if one.way == "slot"] == [
        "填报单位(盖章)",
        "填表人",
        "联系电话",
        "填报日期",
    ]
    cells = {one.place.address for one in table if one.way == "cell"}
    assert cells == {f"{column}{row}" for column in "DEF" for row in range(5, 10)}
    columns = [one for one in wanted if one.way == "column"]
    assert [one.label for one in columns][:2] == ["姓名", "性别"]
    assert {one.rows for one in columns} == {4}


def test_a_form_still_knows_its_places_after_rows_and_columns_came_in(
    store: Store, form: CountyForm, tmp_path: Path
) -> None:
    for address in ("D5", "E6", "F7", "D8", "E9"):
        put(store, form, address)
    map_place(store, form, Place(0, 1, 0, 0), "slot", words("A2"))
    map_place(store, form, Place(1, 2, 1), "column", words("B3"))

    blank = new_blank(store, form, write_form(tmp_path / "2025.xlsx", MOVED))

    assert blank.year == 2025
    assert found_at(blank) == {
        "A2": "A4",
        "D5": "E7",
        "E6": "F8",
        "F7": "G10",
        "D8": "E11",
        "E9": "F12",
        "B3": "B3",
    }
    assert blank.lost == ()
    assert {one.words for one in blank.found if one.state == "reworded"} == {
        "“填报单位(盖章)”现在写作“填报单位(公章)”",
        "“职工人数”现在写作“职工人数(人)”",
    }


@pytest.mark.parametrize(("row", "column"), [(2, 2), (4, 5), (5, 4), (7, 6), (9, 3), (11, 7)])
def test_rows_and_a_column_that_excel_puts_in_change_nothing(
    store: Store, form: CountyForm, tmp_path: Path, row: int, column: int
) -> None:
    wanted = wants_of(book_of(store, form))
    map_places(store, form, [(one.place, one.way, words(one.label)) for one in wanted])
    moved = insert(write_form(tmp_path / "新.xlsx"), row=row, column=column, title="附表1")

    blank = new_blank(store, form, moved)

    now = {one.mapped.id: one.place for one in blank.found}
    for one in mapped_in(store, form):
        (was_row, was_column), place = cell_at(one.address), now[one.id]
        assert place, one.label
        assert place.row == was_row + (2 if was_row >= row - 1 else 0)
        assert place.column == was_column + (1 if was_column >= column - 1 else 0)


def test_last_years_column_stays_last_years(store: Store, form: CountyForm, tmp_path: Path) -> None:
    put(store, form, "D5")
    put(store, form, "F5")

    blank = new_blank(store, form, write_form(tmp_path / "2025.xlsx", Shape(year=2025)))

    assert found_at(blank) == {"D5": "D5", "F5": "F5"}


def test_a_label_that_is_gone_is_told_and_never_taken_for_another(
    store: Store, form: CountyForm, tmp_path: Path
) -> None:
    put(store, form, "D5")
    put(store, form, "D8")

    blank = new_blank(
        store, form, write_form(tmp_path / "2025.xlsx", Shape(year=2025, people="女职工人数"))
    )

    assert found_at(blank) == {"D8": "D8"}
    (lost,) = blank.lost
    assert (lost.state, lost.mapped.content) == ("missing", "D5")
    assert "职工人数" in lost.words


def test_a_part_of_another_row_is_no_new_wording_of_a_part_that_is_gone(
    store: Store, tmp_path: Path
) -> None:
    head, workers, members = ("指标", "数值"), ("职工总数",), ("会员总数",)
    part = ("其中：农民工",)
    path = grid(tmp_path / "旧.xlsx", head, workers, part, members, part)
    form = add_form(store, path, CountyForm(name="简表"))
    put(store, form, "B5")

    blank = new_blank(store, form, grid(tmp_path / "新.xlsx", head, workers, part, members))

    assert [one.state for one in blank.found] == ["missing"]


def test_equal_labels_are_told_apart_by_the_rows_about_them(
    store: Store, form: CountyForm, tmp_path: Path
) -> None:
    put(store, form, "D6")
    put(store, form, "D9")

    shape = Shape(year=2025, new_row_after=3)
    blank = new_blank(store, form, write_form(tmp_path / "2025.xlsx", shape))

    assert found_at(blank) == {"D6": "D6", "D9": "D10"}


def test_a_new_blank_takes_over_the_mapping_in_one_step(
    store: Store, form: CountyForm, tmp_path: Path
) -> None:
    put(store, form, "D5")
    path = write_form(tmp_path / "2025.xlsx", MOVED)

    taken = take_new_blank(store, form, new_blank(store, form, path))

    (mapped,) = mapped_in(store, taken)
    assert (taken.year, taken.file_name) == (2025, "2025.xlsx")
    assert (mapped.sheet, mapped.address) == ("附表1", "E7")
    assert [one.place.address for one in plan_of(store, taken).entries if one.place] == ["E7"]
    store.undo()
    assert store.all(CountyForm) == [form]
    assert book_of(store, form).sheets[0].name == "基本情况"


def test_a_lost_place_is_shown_by_the_clerk(store: Store, form: CountyForm, tmp_path: Path) -> None:
    put(store, form, "D5")
    shape = Shape(year=2025, people="女职工人数")
    path = write_form(tmp_path / "2025.xlsx", shape)
    taken = take_new_blank(store, form, new_blank(store, form, path))
    (mapped,) = mapped_in(store, taken)
    before = plan_of(store, taken).troubles

    move_mapped(store, taken, mapped, Place(0, 4, 4))

    assert len(before) == 1
    assert [one.place.address for one in plan_of(store, taken).entries if one.place] == ["E5"]


def plan_of(store: Store, form: CountyForm) -> FillPlan:
    return plan_fill(store, form, period_for(store, form, form.year or 0))


def test_mapping_a_place_again_replaces_what_went_there(store: Store, form: CountyForm) -> None:
    put(store, form, "D5")
    place = Place(0, *cell_at("D5"))

    mapped = map_place(store, form, place, "cell", Source(kind="figure", content="unions_total"))

    assert mapped_in(store, form) == [mapped]
    store.undo()
    assert [one.content for one in mapped_in(store, form)] == ["D5"]
    unmap(store, mapped_in(store, form))
    assert mapped_in(store, form) == []


def test_a_formula_and_a_figure_that_is_gone_are_told_and_not_filled(
    store: Store, form: CountyForm
) -> None:
    put(store, form, "D10")
    map_place(store, form, Place(0, 4, 3), "cell", Source(kind="figure", content="nothing_such"))

    gone, formula = plan_of(store, form).entries

    assert gone.trouble == "台账里没有“nothing_such”这个数字了，请重新对应"
    assert formula.trouble == "D10是公式，由表格自己算，没有填"
    assert (gone.values, formula.values) == ((), ())


def test_last_years_number_stands_beside_this_years(store: Store, form: CountyForm) -> None:
    for address, back in (("D7", 0), ("F7", 1)):
        source = Source(kind="figure", content="unions_total", years_back=back)
        map_place(store, form, Place(0, *cell_at(address)), "cell", source)

    plan = plan_of(store, form)

    assert [one.value.figure for one in plan.entries] == ["unions_total", "unions_total_last"]


def test_a_form_that_went_up_is_kept_with_its_figures_and_its_file(
    store: Store, form: CountyForm
) -> None:
    source = Source(kind="figure", content="unions_total")
    map_place(store, form, Place(0, *cell_at("D7")), "cell", source)
    plan = plan_of(store, form)

    with store.change("上报"):
        paper = file_form(store, plan, FiledPaper(filed_on=plan.period.last), b"filled")

    assert (paper.title, paper.recipient) == ("2024年示例县基层工会统计表", "空谷县总工会")
    assert [one.figure for one in store.find(FiledFigure, paper=paper.id)] == ["unions_total"]
    assert differences(store, paper) == []
    with store.change("建会"):
        store.save(
            Union(
                name="空谷化工厂工会",
                org_type="10",
                status="established",
                founded_on=PartialDate(2024, 5),
            )
        )
    assert len(differences(store, paper)) == 1


def test_what_is_no_xlsx_says_how_to_become_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.xls"
    path.write_text("姓名,人数\n甲,1\n", encoding="utf-8")

    with pytest.raises(Problem, match="另存为“Excel工作簿（.xlsx）”后再选"):
        read_blank(path)


def test_a_second_form_of_the_same_name_says_where_next_years_file_goes(
    store: Store, form: CountyForm, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="换成今年的新表"):
        add_form(store, write_form(tmp_path / "2025.xlsx", Shape(year=2025)))
    assert store.all(CountyForm) == [form]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("填报单位（盖章）：　　　　填表人：　　　填报日期：  年  月  日", 3),
        ("单位：人", 0),
        ("现有职工____人，其中女职工____人", 2),
        ("（　　　　）年度统计表", 1),
        ("填表说明：本表由乡镇填报。", 0),
        ("　　　　年度工会统计表", 1),
        ("联系电话：", 1),
        ("出生年月", 0),
        ("填报单位：（盖章）", 1),
        ("填报日期：2024年  月  日", 1),
        ("填表人： 审核人： ", 2),
    ],
)
def test_blanks_within_a_text_are_found(text: str, labels: int) -> None:
    assert len(slots_in(text)) == labels


def test_blanks_within_a_text_are_filled_and_the_rest_stays() -> None:
    text = "填报单位：　　　　填报日期：    年  月  日"

    filled = with_slots_filled(text, {0: "空谷镇总工会", 1: "2024年12月31日"})

    assert filled == "填报单位：空谷镇总工会　　填报日期：2024年12月31日"


def test_a_year_whose_century_is_printed_is_written_once() -> None:
    assert with_slots_filled("20   年度统计表", {0: "2024"}) == "2024年度统计表"
    assert with_slots_filled("示例县20__年统计表", {0: "2024"}) == "示例县2024年统计表"


def test_labels_suggest_what_they_mean(store: Store) -> None:
    assert suggestions(store, "填报单位（盖章）")[0] == Source(kind="setting", content="union_name")
    assert suggestions(store, "填表人")[0] == Source(kind="setting", content="clerk")
    assert suggestions(store, "序号") == [Source(kind="serial")]
    assert Source(kind="figure", content="workers") in suggestions(store, "职工人数 · 合计")
    assert column_suggestions("身份证号", "member")[0].content == "id_no"
    assert column_suggestions("女会员数", "union_org")[0].content == "members_female"
    assert suggestions(store, "鸡蛋产量") == []


def test_a_form_without_a_year_in_its_title_takes_it_from_its_header(tmp_path: Path) -> None:
    path = grid(tmp_path / "简表.xlsx", ("指标", 2023, 2024), ("会员人数", None, None))

    assert year_in(read_blank(path)[1]) == 2024


def test_the_column_of_a_year_moves_on_with_the_year(store: Store, tmp_path: Path) -> None:
    path = grid(tmp_path / "简表.xlsx", ("指标", 2023, 2024), ("会员人数", None, None))
    form = add_form(store, path, CountyForm(name="简表"))
    put(store, form, "C2")
    later = grid(tmp_path / "新.xlsx", ("指标", 2024, 2025), ("会员人数", None, None))

    assert found_at(new_blank(store, form, later)) == {"C2": "C2"}


def test_a_list_without_boxes_and_without_blank_rows_is_found_again(
    store: Store, tmp_path: Path
) -> None:
    form = add_form(store, grid(tmp_path / "名单.xlsx", ("姓名", "电话")), CountyForm(name="名单"))
    map_place(store, form, Place(0, 1, 1), "column", words("电话"))
    later = grid(tmp_path / "新.xlsx", ("姓名", "性别", "电话"))

    assert found_at(new_blank(store, form, later)) == {"电话": "C2"}


def test_one_of_many_equal_sheets_is_known_by_its_name_or_its_turn(
    store: Store, tmp_path: Path
) -> None:
    months = [f"{number}月" for number in range(1, 4)]
    form = add_form(store, months_book(tmp_path / "月报.xlsx", months), CountyForm(name="月报"))
    for sheet in range(3):
        map_place(store, form, Place(sheet, 1, 1), "cell", words(months[sheet]))
    renamed = months_book(tmp_path / "新.xlsx", ["一月份", "二月份", "三月份"])

    blank = new_blank(store, form, renamed)

    assert [one.place.sheet for one in blank.found if one.place] == [0, 1, 2]


def grid(path: Path, *rows: tuple[object, ...]) -> Path:
    """Save a sheet without lines or merges."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def months_book(path: Path, names: list[str]) -> Path:
    """Save sheets that are all alike."""
    book = Workbook()
    for name in names:
        sheet = book.create_sheet(name)
        sheet.append(("指标", "人数"))
        sheet.append(("会员人数",))
    del book["Sheet"]
    book.save(path)
    return path
