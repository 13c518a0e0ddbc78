"""What becomes of rows: fills, repairs, refusals, matches, links."""

from pathlib import Path

import openpyxl
import pytest

from models.errors import Problem
from models.records.bargaining import Contract
from models.records.papers import Target
from models.records.town import UnitAlias
from models.records.unions import Union
from models.records.units import Unit, UnitYear
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult, Message, RowPlan
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

CODE = "91370399MACRT4G555"
OTHER_CODE = "91370399MAWMF9DM49"
UNITS = [["2024年企业台账"], ["单位名称", "统一社会信用代码", "联系电话", "所在村"]]
CONTRACTS = [["2024年集体合同台账"], ["企业名称", "合同种类", "签订日期", "有效期起", "有效期止"]]


def _rows(result: ImportResult) -> list[RowPlan]:
    return result.plan.sheets[0].rows


def _verdicts(result: ImportResult) -> list[str]:
    return [row.verdict for row in _rows(result)]


def _said(result: ImportResult, row: int) -> list[Message]:
    return next(one.messages for one in _rows(result) if one.row == row)


def test_merged_and_ditto_cells_stand_for_those_above(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            *UNITS,
            ["甲厂", CODE, "13900000001", "东村"],
            ["乙厂", None, "13900000002", None],
            ["丙厂", None, "13900000003", "同上"],
            ["丁厂", None, "13900000004", None],
        ],
        merges=["D3:D4"],
    )

    assert [(one.name, one.village) for one in store.all(Unit)] == [
        ("甲厂", "东村"),
        ("乙厂", "东村"),
        ("丙厂", "东村"),
        ("丁厂", ""),
    ]


def test_a_merged_count_is_not_counted_twice(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["2024年企业台账"],
            ["单位名称", "信用代码", "职工人数"],
            ["甲厂", CODE, 30],
            ["乙厂", None, None],
        ],
        merges=["C3:C4"],
    )

    assert [one.workers_total for one in store.all(UnitYear)] == [30]


def test_totals_remarks_groups_and_repeated_headers_are_not_units(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [
            *UNITS,
            ["一、东村", None, None, None],
            ["甲厂", CODE, "13900000001", "东村"],
            ["东村小计", "1家", None, None],
            [None, None, None, None],
            ["单位名称", "统一社会信用代码", "联系电话", "所在村"],
            ["乙厂", OTHER_CODE, "13900000002", "西村"],
            ["合 计", "2家", None, None],
            ["说明：本表由各村填报。", None, None, None],
            ["制表人：王五", None, "审核人：赵六", None],
        ],
        merges=["A3:D3"],
    )

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂"]
    assert [one.row for one in result.plan.sheets[0].skipped] == [3, 5, 6, 7, 9, 10, 11]


def test_all_errors_of_a_row_are_told_with_their_cells(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            ["2024年企业台账"],
            ["单位名称", "统一社会信用代码", "职工人数", "女职工"],
            ["甲厂", "91370399MACRT4G55X", "约20", 5],
            ["乙厂", OTHER_CODE, 20, 25],
            [None, CODE, 20, 5],
        ]
    )

    told = {row.row: [(m.cell, m.kind) for m in row.messages] for row in _rows(result)}
    assert told[3] == [("B3", "error"), ("C3", "error")]
    assert told[4] == [("D4", "error")]
    assert told[5] == [("A5", "error")]
    assert store.all(Unit) == []
    assert _rows(result)[0].cells[:2] == ("甲厂", "91370399MACRT4G55X")


def test_a_long_number_that_lost_its_end_is_refused(store: Store, bring_in: Import) -> None:
    result = bring_in([*UNITS, ["甲厂", 543703997776309844, "13900000001", "东村"]])

    assert "后3位已丢失" in _said(result, 3)[0].text
    assert store.all(Unit) == []


def test_a_formula_without_a_result_refuses_its_row(store: Store, write_list: WriteList) -> None:
    path = write_list([*UNITS, ["甲厂", CODE, "13900000001", "=NA()"]])

    plan = plan_import(store, path)

    assert plan.counts["error"] == 1
    assert "公式没有算出结果" in plan.sheets[0].rows[0].messages[0].text


def test_odd_spellings_of_a_column_are_noted_and_usual_ones_are_not(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [
            ["2024年民主管理"],
            ["企业名称", "厂务公开", "公开栏"],
            ["甲厂", "√", "有"],
            ["乙厂", "✓", "有"],
            ["丙厂", "√", None],
        ]
    )

    noted = {
        row.row: [(m.cell, m.kind) for m in row.messages if m.kind == "fix"]
        for row in _rows(result)
    }
    assert noted == {3: [], 4: [("B4", "fix")], 5: []}


def test_dates_without_a_year_take_the_given_or_the_titles_year(
    store: Store, bring_in: Import
) -> None:
    row = ["甲厂", "工资专项", "3月5日", "3月5日", "2025年3月4日"]

    bring_in([*CONTRACTS, row])
    bring_in([["集体合同台账"], CONTRACTS[1], row], name="去年.xlsx", year=2023)

    assert [str(one.signed_on) for one in store.all(Contract)] == ["2023-03-05", "2024-03-05"]


def test_a_known_unit_is_updated_and_blanks_overwrite_nothing(
    store: Store, bring_in: Import
) -> None:
    bring_in([*UNITS, ["甲厂", CODE, "13900000001", "东村"]])
    result = bring_in([*UNITS, ["甲厂", None, "13900000009", None]], name="新.xlsx")

    (unit,) = store.all(Unit)
    assert (unit.credit_code, unit.phone, unit.village) == (CODE, "13900000009", "东村")
    assert _verdicts(result) == ["update"]
    (message,) = _said(result, 3)
    assert (message.kind, message.cell) == ("warn", "C3")
    assert message.text == "“联系电话”由“13900000001”改为“13900000009”"


def test_filling_a_blank_is_an_update_too(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None, None]])
    result = bring_in([*UNITS, ["甲厂", CODE, None, "东村"]], name="新.xlsx")

    assert _verdicts(result) == ["update"]
    assert _said(result, 3)[0].text == "补上原来空着的“所在村（社区）”：东村"


def test_rows_of_one_file_see_each_other(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            *UNITS,
            ["甲厂", CODE, None, None],
            ["甲 厂", CODE, None, None],
            ["甲厂", None, "13900000001", None],
        ]
    )

    assert _verdicts(result) == ["new", "duplicate", "update"]
    assert [one.phone for one in store.all(Unit)] == ["13900000001"]
    assert "与第3行是同一条记录" in _said(result, 4)[-1].text


def test_a_row_that_speaks_of_two_units_is_kept_out(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None, None], ["乙厂", OTHER_CODE, None, None]])
    result = bring_in([*UNITS, ["乙厂", CODE, "13900000001", None]], name="新.xlsx")

    assert _verdicts(result) == ["conflict"]
    assert "“甲厂”" in _said(result, 3)[0].text
    assert "“乙厂”" in _said(result, 3)[0].text
    assert [one.phone for one in store.all(Unit)] == ["", ""]


def test_one_name_with_two_codes_is_kept_out(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None, None]])
    result = bring_in([*UNITS, ["甲厂", OTHER_CODE, None, None]], name="新.xlsx")

    assert _verdicts(result) == ["conflict"]
    assert store.all(Unit)[0].credit_code == CODE


def test_a_short_name_with_the_right_code_keeps_the_registered_name(
    store: Store, bring_in: Import
) -> None:
    bring_in([*UNITS, ["临江市甲乙纺织有限公司", CODE, None, None]])
    result = bring_in([*UNITS, ["甲乙纺织", CODE, "13900000001", None]], name="新.xlsx")

    assert [one.name for one in store.all(Unit)] == ["临江市甲乙纺织有限公司"]
    assert _verdicts(result) == ["update"]
    assert _said(result, 3)[0].kind == "warn"


def test_a_month_agrees_with_a_day_in_it(store: Store, bring_in: Import) -> None:
    header = ["工会名称", "建会日期", "工会类型"]
    bring_in([header, ["甲厂工会", "2020-05-06", "独立"]])
    result = bring_in([header, ["甲厂工会", "2020年5月", "独立"]], name="新.xlsx")

    assert _verdicts(result) == ["duplicate"]
    (union,) = store.all(Union)
    assert union.founded_on is not None
    assert union.founded_on.iso == "2020-05-06"


@pytest.mark.parametrize(
    ("name", "linked", "word"),
    [
        ("临江市甲乙纺织有限公司", True, ""),
        ("临江市 甲乙纺织有限公司", True, ""),
        ("甲乙纺织", True, "请核对"),
        ("甲乙纺织（临江）有限责任公司", True, "请核对"),
        ("丙丁", False, "可能是"),
        ("从没见过的厂", False, "单位台账里没有"),
    ],
)
def test_unit_names_are_linked_only_when_they_can_mean_one(
    store: Store, bring_in: Import, name: str, linked: bool, word: str
) -> None:
    bring_in(
        [
            *UNITS,
            ["临江市甲乙纺织有限公司", CODE, None, None],
            ["临江市丙丁有限公司", None, None, None],
            ["云台县丙丁有限公司", None, None, None],
        ]
    )
    result = bring_in(
        [*CONTRACTS, [name, "工资专项", "2024-1-1", "2024-1-1", "2024-12-31"]], name="合同.xlsx"
    )

    (contract,) = store.all(Contract)
    warnings = [one.text for one in _said(result, 3) if one.kind == "warn"]
    assert (contract.unit is not None) is linked
    assert contract.unit_name == ("临江市甲乙纺织有限公司" if linked else name)
    assert bool(warnings) is bool(word)
    assert all(word in text for text in warnings)


def test_an_answered_alias_links_now_and_is_remembered(store: Store, bring_in: Import) -> None:
    bring_in(
        [*UNITS, ["临江市丙丁有限公司", CODE, None, None], ["云台县丙丁有限公司", None, None, None]]
    )
    row = ["丙丁", "工资专项", "2024-1-1", "2024-1-1", "2024-12-31"]

    bring_in(
        [*CONTRACTS, row],
        name="一.xlsx",
        answers=Answers(unit_aliases={"丙丁": "云台县丙丁有限公司"}),
    )
    bring_in([*CONTRACTS, [*row[:2], "2024-2-1", *row[3:]]], name="二.xlsx")

    (alias,) = store.all(UnitAlias)
    assert alias.alias == "丙丁"
    assert [one.unit for one in store.all(Contract)] == [alias.unit, alias.unit]


def test_answers_name_columns_words_and_constants(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["2024年企业台账"],
            ["单位名称", "信用代码", "老板", "类别"],
            ["甲厂", CODE, "王五", "民企"],
        ],
        answers=Answers(
            columns={"老板": "legal_person"},
            value_map={"carrier_type": {"民企": "企业"}},
            constants={"village": "东村"},
        ),
    )

    (unit,) = store.all(Unit)
    assert (unit.legal_person, unit.carrier_type, unit.village) == ("王五", "01", "东村")


def test_answers_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"unit_aliases": {"甲": "甲厂"}, "default_year": 2024}', encoding="utf-8")

    answers = Answers.load(path)

    assert answers.unit_aliases == {"甲": "甲厂"}
    assert answers.default_year == 2024
    path.write_text('{"unit_aliases": [1]}', encoding="utf-8")
    with pytest.raises(Problem, match="unit_aliases格式不对"):
        Answers.load(path)


def test_a_bad_column_word_is_refused_with_the_words_that_would_do(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [["2024年企业台账"], ["单位名称", "信用代码", "经营状态"], ["甲厂", CODE, "好得很"]]
    )

    assert "可填：正常" in _said(result, 3)[0].text
    assert store.all(Unit) == []


def test_the_plan_alone_writes_nothing(store: Store, write_list: WriteList) -> None:
    before = list(store.connection.iterdump())

    plan = plan_import(store, write_list([*UNITS, ["甲厂", CODE, None, None]]))

    assert plan.counts["new"] == 1
    assert list(store.connection.iterdump()) == before


def test_a_plan_made_before_another_change_is_made_again(
    store: Store, write_list: WriteList
) -> None:
    plan = plan_import(store, write_list([*UNITS, ["甲厂", CODE, None, "东村"]]))
    with store.change("新增单位"):
        store.save(Unit(name="甲厂", credit_code=CODE))

    result = commit_import(store, plan)

    assert _verdicts(result) == ["update"]
    assert [one.village for one in store.all(Unit)] == ["东村"]


def test_an_error_value_is_no_text(store: Store, bring_in: Import) -> None:
    result = bring_in([*UNITS, ["#N/A", CODE, None, None], ["甲厂", None, None, "#REF!"]])

    assert _verdicts(result) == ["error", "error"]
    assert "错误值#N/A" in _said(result, 3)[0].text
    assert _said(result, 4)[0].cell == "D4"


def test_a_share_in_a_percent_cell_is_read_as_it_is_shown(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            ["2024年任务指标"],
            ["考核指标", "年度目标", "计量单位"],
            ["工资集体协商企业覆盖率", 0.9, "%"],
        ]
    )

    assert store.all(Target)[0].target == 90
    assert _said(result, 3)[-1].kind == "warn"


def test_a_blank_union_repeats_the_one_above_and_says_so(store: Store, bring_in: Import) -> None:
    bring_in([["工会名称", "建会日期", "工会类型"], ["东村联合工会", "2024-5-1", "联合工会"]])
    result = bring_in(
        [["联合工会名称", "涵盖单位", "职工数"], ["东村联合工会", "甲厂", 5], [None, "乙厂", 6]],
        name="涵盖.xlsx",
    )

    assert _said(result, 3)[0].text == "空白，按上一行“东村联合工会”登记"


def test_a_repeated_row_on_another_sheet_is_named_with_its_sheet(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([*UNITS, ["甲厂", CODE, None, None]], sheet="东片")
    book = openpyxl.load_workbook(path)
    page = book.copy_worksheet(book["东片"])
    page.title = "西片"
    book.save(path)

    plan = plan_import(store, path)

    assert plan.sheets[1].rows[0].messages[0].text == "与“东片”第3行是同一条记录，没有新内容"


def test_another_code_beside_a_known_name_is_doubted(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None, None]])
    result = bring_in(
        [
            ["2024年确认表"],
            ["企业名称", "信用代码", "覆盖职工数", "确认日期"],
            ["甲厂", OTHER_CODE, 5, "2024-5-6"],
        ],
        name="确认表.xlsx",
    )

    (message,) = _said(result, 3)
    assert (message.kind, CODE in message.text) == ("warn", True)
