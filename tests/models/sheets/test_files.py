"""Files of every kind are told by their content; a wrong one gives a sentence and changes nothing."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from models.errors import Problem
from models.sheets.container import Format, recognise
from models.sheets.planning import plan_import
from models.sheets.workbook import Merge, read_workbook
from models.store import Store

HOSTILE = Path(__file__).resolve().parents[2] / "samples" / "hostile"
PERSON = ["1", "黄芳琳", "女"]


def _file(start: str) -> Path:
    return next(path for path in HOSTILE.iterdir() if path.name.startswith(start))


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("h01", "空文件"),
        ("h02", "不完整或已经损坏"),
        ("h11", "设置了打开密码"),
        ("h21", "“h21_XXE.xlsx”里带有不该有的外部引用"),
        ("~$", "临时文件"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(start: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence) as caught:
        read_workbook(_file(start))

    assert caught.value.advice
    assert str(_file(start)) not in str(caught.value)


@pytest.mark.parametrize(
    ("start", "row"),
    [
        ("h04", 1),
        ("h05", 2),
        ("h07", 4),
        ("h19", 4),
        ("h30", 1),
        ("h34", 2),
        ("h36", 1),
        ("h38", 4),
        ("h44", 4),
        ("h47", 4),
        ("h52", 4),
        ("h55", 1),
    ],
)
def test_a_list_is_read_whatever_its_name_and_format(start: str, row: int) -> None:
    sheet = read_workbook(_file(start)).sheets[0]

    assert sheet.texts(row)[:3] == PERSON


def test_a_name_that_promises_another_format_is_mentioned() -> None:
    assert "其实是xls格式" in read_workbook(_file("h07")).notices[0]
    assert "网页格式" in read_workbook(_file("h05")).notices[0]
    assert "隐藏的工作表" in read_workbook(_file("h44")).notices[0]


def test_real_dates_of_a_1904_workbook_are_not_moved() -> None:
    book = read_workbook(_file("h38"))

    assert book.counts_from_1904
    assert book.sheets[0].texts(4)[3] == "1977-09-21"


def test_error_cells_are_marked_and_never_blank() -> None:
    sheet = read_workbook(_file("h17")).sheets[0]

    named = {sheet.place(*at): why for at, why in sheet.troubles.items()}
    assert set(named) == {"H5", "B6", "K7", "D8", "R9"}
    assert "#N/A" in named["B6"]


def test_control_characters_in_a_cell_stay_out_of_the_way() -> None:
    assert "_x" not in read_workbook(_file("h26")).sheets[0].texts(4)[1]
    assert "_x" not in read_workbook(_file("h24")).sheets[0].texts(4)[1]


def test_half_a_character_is_told(store: Store) -> None:
    told = plan_import(store, _file("h26")).sheets[0].rows[0]

    assert ("B5", "warn", "有1个无法识别的字符已去掉，请核对") in [
        (one.cell, one.kind, one.text) for one in told.messages
    ]


def test_rare_characters_of_gb18030_are_kept() -> None:
    names = "".join(row[1] for row in map(read_workbook(_file("h31")).sheets[0].texts, range(13)))

    assert "䶮" in names


def test_a_lonely_cell_in_the_far_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "远角.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write(0, 0, "单位名称")
    page.write(1_048_575, 16_383, "误填")
    book.close()

    with pytest.raises(Problem, match="大得不正常"):
        read_workbook(path)


def test_a_lonely_cell_in_the_last_row_does_not_fill_the_memory_either(tmp_path: Path) -> None:
    path = tmp_path / "末行.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write(0, 19, "单位名称")
    page.write(1_048_575, 0, "误填")
    book.close()

    with pytest.raises(Problem, match="大得不正常"):
        read_workbook(path)


def test_cells_merged_beyond_all_values_are_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "合并.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write(0, 0, "单位名称")
    page.merge_range(1, 0, 1_048_575, 0, "甲厂")
    page.merge_range(0, 5, 0, 9, "")
    book.close()

    assert read_workbook(path).sheets[0].merges == (Merge(1, 0, 1, 0),)


@pytest.mark.parametrize("columns", ["16384", "1"])
def test_an_ods_that_says_to_have_all_rows_ends_nothing(tmp_path: Path, columns: str) -> None:
    path = tmp_path / "炸弹.ods"
    with zipfile.ZipFile(_file("h55")) as whole, zipfile.ZipFile(path, "w") as other:
        for name in whole.namelist():
            repeated = f'<table:table-row table:number-rows-repeated="{10**9}">'.encode()
            wide = f'<table:table-cell table:number-columns-repeated="{columns}" '.encode()
            content = whole.read(name).replace(b"<table:table-row>", repeated)
            other.writestr(name, content.replace(b"<table:table-cell ", wide))

    with pytest.raises(Problem, match="“炸弹.ods”不完整或已经损坏"):
        read_workbook(path)


def test_a_formula_without_a_result_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "公式.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet()
    page.write(0, 0, "单位名称")
    page.write_formula(1, 0, "=A1", value="")
    page.write_formula(2, 0, "=1+1", value=2)
    book.close()

    sheet = read_workbook(path).sheets[0]

    assert [sheet.place(*at) for at in sheet.troubles] == ["A2"]
    assert sheet.text(2, 0) == "2"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "大.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(260):
            part.write(b"\0" * (1 << 20))

    with pytest.raises(Problem, match="展开后太大"):
        recognise(path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 etc", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (bytes(range(256)) * 8, "不是表格"),
    ],
)
def test_what_is_no_list_is_called_by_its_name(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)

    with pytest.raises(Problem, match=sentence):
        read_workbook(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="找不到文件“没有.xlsx”"):
        recognise(tmp_path / "没有.xlsx")
    with pytest.raises(Problem, match="是文件夹"):
        recognise(tmp_path)


def test_a_word_document_is_not_a_list(tmp_path: Path) -> None:
    path = tmp_path / "总结.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    with pytest.raises(Problem, match="是Word文档"):
        recognise(path)


def test_csv_and_tabs_are_both_text(tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_text("单位名称\t联系电话\n甲厂\t13900000001\n", encoding="utf-8-sig")

    book = read_workbook(path)

    assert book.format is Format.TEXT
    assert book.sheets[0].texts(1) == ["甲厂", "13900000001"]


@pytest.mark.parametrize("start", ["h01", "h11", "h40", "h41"])
def test_a_wrong_file_changes_nothing(store: Store, start: str) -> None:
    before = list(store.connection.iterdump())

    with pytest.raises(Problem):
        plan_import(store, _file(start))

    assert list(store.connection.iterdump()) == before


def test_wrong_counts_are_refused_row_by_row(store: Store) -> None:
    plan = plan_import(store, _file("h39"), year=2024)

    refused = {
        row.row: row.messages[0].text for row in plan.sheets[0].rows if row.verdict == "error"
    }
    assert plan.counts["new"] + plan.counts["error"] == 7
    assert plan.counts["new"] in (2, 3)
    assert all(refused.values())


def test_the_chosen_file_is_not_touched(store: Store, tmp_path: Path) -> None:
    source = _file("h39")
    before = (source.read_bytes(), source.stat().st_mtime_ns)

    plan_import(store, source, year=2024)

    assert (source.read_bytes(), source.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A3"', b'r="A99999999"'),
        (b'encoding="UTF-8"', b'encoding="ATF-8"'),
        (b'<row r="3"', b'<row r="x"'),
        (b"</sheetData>", b""),
    ],
)
def test_damaged_sheets_get_a_sentence(tmp_path: Path, old: bytes, new: bytes) -> None:
    source = _file("h17")
    path = tmp_path / "坏.xlsx"
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(path, "w") as damaged:
        for name in whole.namelist():
            content = whole.read(name)
            damaged.writestr(name, content.replace(old, new) if "sheet1.xml" in name else content)

    with pytest.raises(Problem, match="读不出来|大得不正常"):
        read_workbook(path)


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml"])
def test_a_part_with_declarations_is_refused_by_name(tmp_path: Path, part: str) -> None:
    path = tmp_path / "引用.xlsx"
    with zipfile.ZipFile(_file("h17")) as whole, zipfile.ZipFile(path, "w") as forged:
        for name in whole.namelist():
            content = whole.read(name)
            if name.endswith(part):
                content = content.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY y "z">]>', 1)
            forged.writestr(name, content)

    with pytest.raises(Problem, match="“引用.xlsx”里带有不该有的外部引用"):
        read_workbook(path)


@pytest.mark.parametrize("length", [600, 5000, 9702])
def test_a_truncated_xls_gets_a_sentence(tmp_path: Path, length: int) -> None:
    path = tmp_path / "半截.xls"
    path.write_bytes(_file("h47").read_bytes()[:length])

    with pytest.raises(Problem, match="读不出来"):
        read_workbook(path)


@pytest.mark.parametrize(("place", "byte"), [(14426, 0x7F), (5598, 0x80)])
def test_an_xls_that_would_end_the_program_gets_a_sentence(
    store: Store, tmp_path: Path, place: int, byte: int
) -> None:
    content = bytearray(next(HOSTILE.parent.glob("09_*.xls")).read_bytes())
    content[place : place + 4] = bytes([byte]) * 4
    damaged = tmp_path / "诉求.xls"
    damaged.write_bytes(content)

    with pytest.raises(Problem, match="“诉求.xls”不完整或已经损坏"):
        plan_import(store, damaged)


def test_an_xls_whose_reader_asks_for_all_memory_gets_a_sentence(tmp_path: Path) -> None:
    content = _file("h47").read_bytes()
    damaged = tmp_path / "名单.xls"
    damaged.write_bytes(content[:512] + b"\xff" * 8 + content[512:])

    with pytest.raises(Problem, match="“名单.xls”不完整或已经损坏"):
        read_workbook(damaged)
