"""Habits of other townships' clerks, each of which was once misread."""

from datetime import date

import pytest

from models.errors import Problem
from models.records.bargaining import Contract, Coverage
from models.records.papers import Certificate
from models.records.unions import IssuedItem
from models.records.units import MaintenanceItem, Unit
from models.sheets.planning import plan_import
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
