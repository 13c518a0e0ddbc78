"""A block of cells from Excel becomes new rows of a list: seen first, then one step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from models.errors import Problem
from models.records.members import Member
from models.records.unions import Union
from models.records.units import Unit, UnitYear
from models.sheets.pasting import (
    LEFT_OUT,
    Paste,
    PasteRequest,
    commit_paste,
    plan_paste,
    read_block,
)
from models.store import Store
from models.values.person_id import check_digit
from tests.town import build_town

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {{color:black}}</style>
</head><body><!--StartFragment--><table border=0><tr height=19>
<td>姓名</td><td>证件号码</td><td>工作单位</td></tr>
<tr><td>林青山</td><td style='mso-number-format:"\\@"'>{first}</td>
<td rowspan=2>云溪鑫恒化工
  有限公司</td></tr>
<tr><td>苏<br>小禾</td><td>{second}</td></tr><!--EndFragment--></table></body></html>"""
SHOWN = ("name", "id_no", "mobile", "unit")


def id_no(number: int) -> str:
    bare = f"37039919800101{number:03}"
    return bare + check_digit(bare)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as opened:
        yield opened


def request(text: str = "", *, html: str = "", **others: Any) -> PasteRequest:
    table = read_block(html, text)
    assert table is not None
    return PasteRequest(record_type=Member, table=table, shown=SHOWN, year=2024, **others)


def said(paste: Paste) -> list[str]:
    return [one.text for row in paste.rows for one in row.messages]


def test_a_block_with_its_header_is_read_by_the_header(store: Store) -> None:
    text = f"移动电话\t证件号码\t姓名\n１３９００００１２３４\t{id_no(1)}\t林青山\n"

    paste = commit_paste(store, plan_paste(store, request(text)))

    (member,) = store.all(Member)
    assert (member.name, member.id_no, member.mobile) == ("林青山", id_no(1), "13900001234")
    assert (member.sex, paste.label) == ("1", "粘贴会员 1人")


def test_without_a_header_the_columns_of_the_list_count(store: Store) -> None:
    text = f"林青山\t{id_no(1)}\t13900001234\t云溪鑫恒化工有限公司"

    paste = plan_paste(store, request(text))

    assert [one.heading for one in paste.header.columns] == [
        "姓名",
        "证件号码",
        "移动电话",
        "工作单位",
    ]
    assert not paste.is_headed
    commit_paste(store, paste)
    (member,) = store.all(Member)
    assert store.title_of_id("unit", member.unit) == "云溪鑫恒化工有限公司"


def test_the_page_that_excel_copies_keeps_merged_cells_and_line_breaks(store: Store) -> None:
    html = EXCEL.format(first=id_no(1), second=id_no(2))

    commit_paste(store, plan_paste(store, request("不读这里", html=html)))

    members = store.all(Member)
    assert [one.name for one in members] == ["林青山", "苏小禾"]
    assert {store.title_of_id("unit", one.unit) for one in members} == {"云溪鑫恒化工有限公司"}


def test_a_blank_cell_of_a_page_repeats_nothing_but_one_of_plain_text_may(store: Store) -> None:
    cells = [
        ["姓名", "证件号码", "工作单位"],
        ["林青山", id_no(1), "西河村"],
        ["苏小禾", id_no(2), ""],
    ]
    lines = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in cells)
    text = "\n".join("\t".join(row) for row in cells)

    by_page = plan_paste(store, request(html=f"<table>{lines}</table>"))
    commit_paste(store, plan_paste(store, request(text)))
    by_text = [one.unit_name for one in store.all(Member)]
    store.undo()
    commit_paste(store, by_page)

    assert by_text == ["西河村", "西河村"]
    assert [one.unit_name for one in store.all(Member)] == ["西河村", ""]


def test_quoted_cells_of_plain_text_may_hold_line_breaks() -> None:
    table = read_block("", '姓名\t备注\r\n林青山\t"第一行\n第""二""行"\r\n\r\n')

    assert table is not None
    assert table.rows == [["姓名", "备注"], ["林青山", '第一行\n第"二"行']]


@pytest.mark.parametrize("text", ["", "  \r\n "])
def test_nothing_on_the_clipboard_is_no_block(text: str) -> None:
    assert read_block("<p>words</p>", text) is None


def test_a_wrong_cell_keeps_its_row_out_until_it_is_mended(store: Store) -> None:
    text = f"姓名\t证件号码\n林青山\t{id_no(1)}\n苏小禾\t37039919800101001\n"
    paste = plan_paste(store, request(text))
    assert (paste.count, paste.rows[1].verdict) == (1, "error")
    assert [one.cell for one in paste.rows[1].messages if one.kind == "error"] == ["B3"]

    mended = plan_paste(store, paste.request.with_cell(paste.place_in_block(2), 1, id_no(2)))

    assert mended.count == 2
    commit_paste(store, mended)
    assert store.count(Member) == 2


def test_pasting_is_one_step_that_one_undo_takes_back(store: Store) -> None:
    rows = "\n".join(f"林{'甲乙丙'[number]}\t{id_no(number)}" for number in range(3))
    before = len(store.operations())

    commit_paste(store, plan_paste(store, request(rows)))

    assert len(store.operations()) == before + 1
    assert store.undo().label == "粘贴会员 3人"
    assert store.count(Member) == 0


def test_nothing_is_written_before_it_is_confirmed(store: Store) -> None:
    plan_paste(store, request(f"林青山\t{id_no(1)}"))

    assert store.count(Member) == 0


def test_who_is_known_already_stays_as_she_is_unless_updates_are_wanted(store: Store) -> None:
    with store.change("先登记一人"):
        store.save(Member(name="林青山", id_no=id_no(1), mobile="13900000001"))
    text = f"林青山\t{id_no(1)}\t13900009999\n苏小禾\t{id_no(2)}\t"

    careful = plan_paste(store, request(text))
    assert [row.verdict for row in careful.rows] == ["update", "new"]
    assert any("由“13900000001”改为“13900009999”" in words for words in said(careful))
    commit_paste(store, careful)

    assert [one.mobile for one in store.all(Member)] == ["13900000001", ""]
    again = plan_paste(store, replace(careful.request, with_updates=True))
    assert again.label == "粘贴会员 1人"
    commit_paste(store, again)
    assert store.all(Member)[0].mobile == "13900009999"


def test_duplicates_are_told_as_the_import_tells_them(store: Store) -> None:
    text = f"林青山\t{id_no(1)}\n林青山\t{id_no(1)}"

    paste = plan_paste(store, request(text))

    assert [row.verdict for row in paste.rows] == ["new", "duplicate"]
    assert "第2行是同一条记录，没有新内容" in said(paste)[-1]


def test_a_column_can_be_read_as_another_field_or_left_out(store: Store) -> None:
    paste = plan_paste(store, request(f"13900001234\t{id_no(1)}\t林青山\t云溪"))
    assert paste.count == 0

    asked = paste.request.with_column(0, "mobile").with_column(2, "name").with_column(3, LEFT_OUT)
    commit_paste(store, plan_paste(store, asked))

    (member,) = store.all(Member)
    assert (member.name, member.mobile, member.unit_name) == ("林青山", "13900001234", "")


def test_a_block_without_a_needed_column_says_which_one(store: Store) -> None:
    paste = plan_paste(store, request("姓名\t性别\n林青山\t女"))

    assert "缺少“证件号码”列" in paste.refusal
    with pytest.raises(Problem, match="没有可以粘贴的行"):
        commit_paste(store, paste)


def _labels(paste: Paste) -> list[str]:
    return [one.slot.field.label for one in paste.header.columns if one.slot]


@pytest.mark.parametrize("header", ["工会名称\t会员人数\n", ""])
def test_a_field_that_must_be_filled_in_gets_a_column_to_type_into(
    store: Store, header: str
) -> None:
    table = read_block("", f"{header}云溪惠民超市工会\t12")
    assert table is not None
    asked = PasteRequest(record_type=Union, table=table, shown=("name", "members_total"), year=2024)

    paste = plan_paste(store, asked)

    assert _labels(paste) == ["工会名称", "会员人数", "基层工会类型"]
    row = paste.place_in_block(1)
    typed = plan_paste(store, paste.request.with_cell(row, 2, "单独基层工会"))
    assert _labels(typed)[3:] == ["建会日期"]
    commit_paste(store, plan_paste(store, typed.request.with_cell(row, 3, "2024.6.1")))
    (union,) = store.find(Union, name="云溪惠民超市工会")
    assert union.members_total == 12


def test_words_that_only_look_like_a_header_can_be_called_so(store: Store) -> None:
    text = f"谁\t号\n林青山\t{id_no(1)}"

    paste = plan_paste(store, request(text, has_header=True))

    assert [row.verdict for row in paste.rows] == ["new"]


def test_rows_pasted_behind_a_door_belong_to_its_owner(store: Store) -> None:
    unit = store.all(Unit)[0]

    commit_paste(store, plan_paste(store, request(f"林青山\t{id_no(1)}", given={"unit": unit.id})))

    (member,) = store.all(Member)
    assert (member.unit, member.unit_name) == (unit.id, unit.name)


def test_a_list_without_sheets_says_what_to_do_instead(store: Store) -> None:
    table = read_block("", "林青山\t组长")
    assert table is not None

    with pytest.raises(Problem, match="不能成批粘贴"):
        plan_paste(store, PasteRequest(record_type=UnitYear, table=table, shown=(), year=2024))


def test_a_thousand_rows_are_understood_within_a_second(store: Store) -> None:
    rows = "\n".join(
        f"林{number}\t{id_no(number)}\t139{number:08}\t云溪鑫恒化工有限公司"
        for number in range(1_000)
    )
    started = perf_counter()

    paste = plan_paste(store, request(rows))

    assert len(paste.rows) == 1_000
    assert perf_counter() - started < 1
