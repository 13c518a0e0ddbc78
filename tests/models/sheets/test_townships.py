"""Habits of other townships' clerks, each of which was once misread."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.errors import Problem
from models.records.bargaining import Contract, Coverage
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import MaintenanceItem, Unit
from models.sheets.committing import commit_import
from models.sheets.planning import import_order, plan_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

CODE = "91370399MACRT4G555"
OTHER_CODE = "91370399MAWMF9DM49"
CONTRACTS = ["企业全称", "合同种类", "签约时间", "覆盖职工人数", "统一社会信用代码"]


def test_a_contract_list_without_its_end_is_not_read_as_a_confirmation(
    store: Store, write_list: WriteList
) -> None:
    rows = [["工资集体协商合同台账2023年"], CONTRACTS, ["甲厂", "工资专项", "2023.3.1", 20, CODE]]

    with pytest.raises(Problem, match="有效期止"):
        plan_import(store, write_list(rows))
    assert store.all(Coverage) == []


def test_a_term_in_one_cell_is_two_days(store: Store, bring_in: Import) -> None:
    row = ["甲厂", "工资专项", "2023.3.1", 20, CODE, "2023.1.1-2023.12.31"]
    bring_in([[*CONTRACTS, "期限"], row])

    (contract,) = store.all(Contract)
    assert (contract.valid_from, contract.valid_to) == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_header_of_two_rows_on_every_page_is_no_data(store: Store, bring_in: Import) -> None:
    header = [
        ["签约单位", "类别", "签订日期", "有效期限", None, "覆盖人数"],
        [None, None, None, "起", "止", None],
    ]
    rows = [
        [name, "工资专项集体合同", "2025-3-1", "2025-1-1", "2025-12-31", 5]
        for name in ("甲厂", "乙厂", "丙厂", "丁厂")
    ]
    result = bring_in([*header, *rows[:2], *header, *rows[2:]], merges=["D1:E1", "D5:E5"])

    (sheet,) = result.plan.sheets
    assert sheet.header_rows == (1, 2)
    assert [one.row for one in sheet.rows] == [3, 4, 7, 8]
    assert [one.why for one in sheet.skipped] == ["重复的表头", "重复的表头"]


def test_namesakes_with_two_codes_in_one_list_are_two_units(store: Store, bring_in: Import) -> None:
    rows = [["单位名称", "统一社会信用代码"], ["双生厂", CODE], ["双生厂", OTHER_CODE]]
    first = bring_in(rows)
    again = bring_in(rows, name="再来.xlsx")

    assert [one.credit_code for one in store.all(Unit)] == [CODE, OTHER_CODE]
    assert "同名" in first.plan.sheets[0].rows[1].messages[0].text
    assert again.batch is None
    assert again.plan.counts["duplicate"] == 2


def test_records_of_namesakes_are_kept_apart(store: Store, bring_in: Import) -> None:
    header = ["单位名称", "统一社会信用代码", "覆盖职工数", "职工代表", "年度"]
    bring_in([["单位名称", "统一社会信用代码"], ["双生厂", CODE], ["双生厂", OTHER_CODE]])
    bring_in(
        [
            ["2024年度合同覆盖企业确认表"],
            header[:4],
            ["双生厂", CODE, 5, "李明"],
            ["双生厂", OTHER_CODE, 6, "王强"],
        ],
        name="确认.xlsx",
    )

    units = {one.id: one.credit_code for one in store.all(Unit)}
    found = {units[one.unit]: one.workers_covered for one in store.all(Coverage) if one.unit}
    assert found == {CODE: 5, OTHER_CODE: 6}


def test_companies_without_a_result_are_still_to_be_checked(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["2025年企业法人数据库维护情况表"],
            ["企业名称", "统一社会信用代码", "维护结果", "维护日期"],
            ["甲厂", CODE, "核实并更新", "2025-5-6"],
            ["乙厂", OTHER_CODE, None, None],
        ]
    )

    found = {one.preset_name: (one.is_preset, one.result) for one in store.all(MaintenanceItem)}
    assert found == {"甲厂": (True, "2"), "乙厂": (True, "")}


def test_pieces_are_counted_with_their_measure_words(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["印章门牌发放登记表"],
            ["工会名称", "品名", "数量", "领取日期", "领取人"],
            ["甲厂工会", "公章", "1枚", "2024-5-6", "李明"],
            ["甲厂工会", "门牌", "2块", "2024-5-6", "李明"],
        ]
    )

    assert [one.quantity for one in store.all(IssuedItem)] == [1, 2]


def test_a_certificate_list_need_not_name_kind_and_holder_kind(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["2024年荣誉证书发放登记"],
            ["证书编号", "获奖者", "荣誉称号", "颁发日期"],
            ["2024-001", "李明", "先进个人", "2024-12-20"],
            ["2024-002", "甲纺织厂", "先进单位", "2024-12-20"],
        ]
    )

    assert [(one.kind, one.holder_kind) for one in store.all(Certificate)] == [
        ("1", "1"),
        ("1", "2"),
    ]


def test_records_that_came_before_their_unit_are_linked_when_it_comes(
    store: Store, bring_in: Import
) -> None:
    row = ["双生厂", "工资专项", "2023.3.1", 20, "", "2023.1.1-2023.12.31"]
    bring_in([[*CONTRACTS, "期限"], row], name="合同.xlsx")
    before = store.all(Contract)
    assert before[0].unit is None

    units = [["单位名称", "统一社会信用代码"], ["双生厂", CODE]]
    done = bring_in(units, name="单位.xlsx")

    assert store.all(Contract)[0].unit == store.all(Unit)[0].id
    assert any("1条集体合同" in note for note in done.plan.sheets[0].notes)
    assert bring_in(units, name="单位.xlsx").batch is None
    store.undo_operation(done.batch or 0)
    assert store.all(Contract) == before


def test_what_waits_for_one_of_two_namesakes_stays_unlinked(store: Store, bring_in: Import) -> None:
    row = ["双生厂", "工资专项", "2023.3.1", 20, "", "2023.1.1-2023.12.31"]
    bring_in([[*CONTRACTS, "期限"], row], name="合同.xlsx")
    bring_in([["单位名称", "统一社会信用代码"], ["双生厂", CODE], ["双生厂", OTHER_CODE]])

    assert store.all(Contract)[0].unit is None


def test_plates_that_came_before_their_union_are_linked(store: Store, bring_in: Import) -> None:
    header = ["工会名称", "品名", "数量", "领取日期", "领取人"]
    bring_in([header, ["甲厂工会", "公章", 1, "2024-5-6", "李明"]], name="印章.xlsx")
    bring_in([["工会名称", "建会日期", "工会类型"], ["甲厂工会", "2020-05-06", "独立"]])

    assert store.all(IssuedItem)[0].union is not None


def test_another_office_s_list_of_companies_is_not_taken_in(
    store: Store, write_list: WriteList
) -> None:
    header = [
        "序号",
        "企业名称",
        "验收日期",
        "验收人",
        "消防设施",
        "验收意见",
        "负责人",
        "联系电话",
    ]
    row = [1, "甲厂", "2024.1.1", "李", "齐全", "合格", "王强", "13900000001"]

    with pytest.raises(Problem, match="认不出"):
        plan_import(store, write_list([["企业消防验收台账"], header, row]))


def test_sheets_that_others_name_are_read_first(store: Store, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    covered, unions = book.active, book.create_sheet("工会")
    assert covered is not None
    covered.append(["联合工会名称", "涵盖单位名称", "职工数", "加入日期"])
    covered.append(["东村联合工会", "甲厂", 5, "2024-5-6"])
    unions.append(["工会名称", "建会日期", "工会类型"])
    unions.append(["东村联合工会", "2024-05-01", "联合"])
    book.save(tmp_path / "工会.xlsx")

    commit_import(store, plan_import(store, tmp_path / "工会.xlsx"))

    (one,) = store.all(UnionUnit)
    assert one.union == store.all(Union)[0].id


def test_files_are_ordered_by_what_names_what(write_list: WriteList) -> None:
    contracts = write_list([[*CONTRACTS, "期限"]], name="合同.xlsx")
    unions = write_list([["工会名称", "建会日期", "工会类型"]], name="工会.xlsx")
    units = write_list([["单位名称", "统一社会信用代码"], ["甲厂", CODE]], name="单位.xlsx")
    missing = units.with_name("没有.xlsx")

    assert import_order([missing, contracts, unions, units]) == [3, 2, 1, 0]


UNITS = ["企业名称", "统一社会信用代码", "法定代表人", "联系电话"]


@pytest.mark.parametrize(
    "words",
    [
        "合计（2家）",
        "总计2家",
        "（共2家）",
        "以下空白",
        "签订率",
        "占比",
        "平均",
        "※红色为新增",
        "2023年12月31日",
        "填报时间：2023年12月31日",
    ],
)
def test_what_stands_below_a_list_is_no_unit(store: Store, bring_in: Import, words: str) -> None:
    bring_in([UNITS, ["甲厂", CODE, "李明", "13900000001"], [words]])
    bring_in([["序号", *UNITS], [1, "乙厂", OTHER_CODE, "王强", ""], [None, words]], name="乙.xlsx")

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂"]


def test_units_whose_names_begin_like_totals_are_units(store: Store, bring_in: Import) -> None:
    names = ["合计印刷厂", "总汇商店", "共月茶社", "小计量器具厂"]
    bring_in([UNITS[:1] + UNITS[2:], *([name, "李明", "13900000001"] for name in names)])

    assert [one.name for one in store.all(Unit)] == names


@pytest.mark.parametrize("struck", ["—", "/", "－", "无", "不详"])
def test_struck_out_cells_are_blank_and_told(store: Store, bring_in: Import, struck: str) -> None:
    header = [*UNITS, "职工人数", "维护结果", "维护日期"]
    row = ["甲厂", struck, "李明", struck, struck, "核实无变化", struck]
    result = bring_in([["2023年数据库维护"], header, row])

    (unit,) = store.all(Unit)
    assert (unit.credit_code, unit.phone, unit.legal_person) == ("", "", "李明")
    assert store.all(MaintenanceItem)[0].done_on is None
    told = [one.text for one in result.plan.sheets[0].rows[0].messages]
    assert sum("按空白登记" in text for text in told) == 4


@pytest.mark.parametrize(
    ("yes", "no"), [("已建", "未建"), ("已公开", "没有"), ("○", ""), ("●", "×"), ("V", "□")]
)
def test_other_ways_of_ticking(store: Store, bring_in: Import, yes: str, no: str) -> None:
    rows = [["甲厂", yes, "李明"], ["乙厂", no, "王强"]]
    bring_in([["2023年厂务公开情况"], ["企业名称", "厂务公开", "责任人"], *rows])

    assert [one.has_disclosure for one in store.all(DemocracyYear)] == [True, False]


@pytest.mark.parametrize("mark", ["〃〃", "“", "同前", "- 〃 -", "↓"])
def test_other_ways_of_saying_the_same_as_above(store: Store, bring_in: Import, mark: str) -> None:
    header = [*CONTRACTS, "期限"]
    term = "2023.1.1-2023.12.31"
    rows = [["甲厂", "工资专项", "2023.3.1", 5, "", term], ["乙厂", mark, mark, 6, "", mark]]
    bring_in([header, *rows])

    first, second = store.all(Contract)
    assert (second.kind, second.signed_on) == (first.kind, first.signed_on)
    assert second.valid_to == date(2023, 12, 31)


@pytest.mark.parametrize("term", ["2023年1月1日-12月31日", "20230101-20231231", "2023.01.01—12.31"])
def test_other_ways_of_writing_a_term(store: Store, bring_in: Import, term: str) -> None:
    bring_in([[*CONTRACTS, "期限"], ["甲厂", "工资协商", "2023.3.1", 5, "", term]])

    (contract,) = store.all(Contract)
    assert (contract.valid_from, contract.valid_to) == (date(2023, 1, 1), date(2023, 12, 31))


def test_titles_of_groups_between_the_rows_are_no_units(store: Store, bring_in: Import) -> None:
    rows = [["一、上坪村"], ["甲厂", CODE, "李明", ""], ["下坪村（1家）"], ["乙厂", "", "王强", ""]]
    result = bring_in([UNITS, *rows])

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂"]
    assert [one.why for one in result.plan.sheets[0].skipped] == ["分组或说明行"] * 2


def test_the_village_over_a_group_of_units_is_theirs(store: Store, bring_in: Import) -> None:
    bring_in([UNITS, ["东柳村："], ["甲厂", CODE, "李明"], ["西柳村（1家）"], ["乙厂", "", "王强"]])

    assert [(one.name, one.village) for one in store.all(Unit)] == [
        ("甲厂", "东柳村"),
        ("乙厂", "西柳村"),
    ]


def test_a_village_with_its_own_particulars_is_a_unit(store: Store, bring_in: Import) -> None:
    bring_in([["村居名录"], ["序号", *UNITS], [1, "上坪村", "", "李明", "13900000001"]])

    assert [one.name for one in store.all(Unit)] == ["上坪村"]


def test_a_heading_of_our_own_wins_over_another_name(store: Store, bring_in: Import) -> None:
    header = ["企业名称", "合同名称", "合同种类", "签订日期", "有效期起", "有效期止"]
    row = ["甲厂", "甲厂2023年工资专项集体合同", "工资专项", "2023.3.1", "2023.1.1", "2023.12.31"]
    bring_in([header, row])

    assert [one.kind for one in store.all(Contract)] == ["2"]


def test_the_title_tells_the_kind_of_contracts_without_such_a_column(
    store: Store, bring_in: Import
) -> None:
    header = ["企业名称", "签订日期", "有效期起", "有效期止", "覆盖职工数"]
    row = ["甲厂", "2023.3.1", "2023.1.1", "2023.12.31", 5]
    bring_in([["2023年工资专项集体合同签订情况表"], header, row])

    assert [one.kind for one in store.all(Contract)] == ["2"]


def test_contracts_of_no_told_kind_are_refused(store: Store, write_list: WriteList) -> None:
    header = ["企业名称", "签订日期", "有效期起", "有效期止", "覆盖职工数"]
    row = ["甲厂", "2023.3.1", "2023.1.1", "2023.12.31", 5]

    with pytest.raises(Problem):
        plan_import(store, write_list([["2023年集体合同台账"], header, row]))
    assert store.all(Contract) == []


def test_a_list_without_union_types_takes_them_from_the_names_and_says_so(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [
            ["工会名称", "建会日期", "会员人数"],
            ["甲厂工会委员会", "2024-5-1", 20],
            ["东村联合工会委员会", "2024-6-1", 30],
            ["西片工会联合会", "2024-7-1", 90],
        ]
    )

    assert {one.name: one.org_type for one in store.all(Union)} == {
        "甲厂工会委员会": "10",
        "东村联合工会委员会": "20",
        "西片工会联合会": "30",
    }
    said = [message.text for row in result.plan.sheets[0].rows for message in row.messages]
    assert "表中没有基层工会类型，按其他内容登记为“单独基层工会”，请核对" in said


def test_another_list_below_the_first_is_named_and_not_taken_for_units(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [
            ["2024年企业台账"],
            ["序号", "单位名称", "法定代表人", "联系电话"],
            [1, "甲厂", "张三丰", "13900000001"],
            [2, "乙厂", "李四光", "13900000002"],
            ["合计", "2家", None, None],
            [None, None, None, None],
            ["二、民兵整组情况", None, None, None],
            ["序号", "连队", "人数", "装备"],
            [1, "一连", "甲", "锹"],
        ]
    )

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂"]
    (sheet,) = result.plan.sheets
    assert any("第6行起是另一张表" in note for note in sheet.notes)
    assert [one.row for one in sheet.skipped] == [5, 6, 7, 8, 9]


def test_the_header_of_the_next_page_is_not_another_list(store: Store, bring_in: Import) -> None:
    header = ["序号", "单位名称", "法定代表人", "联系电话"]
    bring_in(
        [
            ["2024年企业台账"],
            header,
            [1, "甲厂", "张三丰", "13900000001"],
            header,
            [2, "乙厂", "李四光", "13900000002"],
        ]
    )

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂"]
