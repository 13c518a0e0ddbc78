"""Lists of other townships: other orders, names, titles, merges and numbers of header rows."""

from pathlib import Path
from random import Random

import openpyxl
import pytest

from models.errors import Problem
from models.records.bargaining import Contract, Coverage
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import MaintenanceItem, Unit, UnitYear
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CODE = "91370399MACRT4G555"
OTHER_CODE = "91370399MAWMF9DM49"


def test_a_plain_list_with_other_headings_is_a_list_of_units(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["青石镇辖区企业名录"],
            ["（截至2023年6月30日）"],
            [],
            [
                "联系方式",
                "法人代表",
                "企业全称★",
                "职工总数（人）",
                "社会信用代码",
                "所属村居",
                "企业地址",
            ],
            ["13900000001", "王 强", "云台县青石纺织厂", 35, CODE, "东村", "东村1号"],
        ]
    )

    (unit,) = store.all(Unit)
    (year,) = store.all(UnitYear)
    assert (unit.name, unit.credit_code) == ("云台县青石纺织厂", CODE)
    assert (unit.legal_person, unit.phone) == ("王强", "13900000001")
    assert (unit.village, unit.address) == ("东村", "东村1号")
    assert (year.workers_total, str(year.as_of)) == (35, "2023-06-30")


def test_three_header_rows_and_groups_are_joined(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["2024年度企业台账"],
            ["基本情况", None, "用工情况", None, None],
            ["单位名称", "信用代码", "职工人数", None, "农民工"],
            [None, None, "总数", "其中女职工", None],
            ["甲厂", CODE, 20, 8, 3],
        ],
        merges=["A2:B2", "C2:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4"],
    )

    (year,) = store.all(UnitYear)
    assert (year.workers_total, year.workers_female, year.workers_migrant) == (20, 8, 3)


def test_groups_without_merged_cells_reach_to_the_right(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["集体合同台账"],
            ["企业名称", "合同类型", "签订时间", "合同有效期", None, "覆盖人数"],
            [None, None, None, "起", "止", None],
            ["甲厂", "工资专项", "2024-3-1", "2024-3-1", "2025-2-28", 30],
        ]
    )

    (contract,) = store.all(Contract)
    assert (contract.kind, contract.workers_covered) == ("2", 30)
    assert str(contract.valid_to) == "2025-02-28"


def test_no_title_and_no_row_numbers_are_needed(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["工会名称", "工会主席", "成立时间", "建会形式"],
            ["甲厂工会", "李明", "2020.5.1", "单独建会"],
        ]
    )

    (union,) = store.all(Union)
    assert (union.chair, union.org_type) == ("李明", "10")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("start", "sheet"),
    [
        ("01", "企业台账"),
        ("02", "工会组织信息采集表"),
        ("04", "合同台账"),
        ("05", "确认表"),
        ("06", "民主管理"),
    ],
)
def test_columns_in_any_order_give_the_same_records(
    store: Store, write_list: WriteList, start: str, sheet: str, seed: int
) -> None:
    source = next(SAMPLES.glob(f"{start}_*.xlsx"))
    rows = _unmerged(source, sheet)
    header = _header_of(store, source)
    order = list(range(len(rows[0])))
    Random(seed).shuffle(order)
    shuffled = [
        row if place < header[0] - 1 else [row[column] for column in order]
        for place, row in enumerate(rows)
    ]
    shuffled.insert(1, ["云台县总工会制"])

    plan = plan_import(store, write_list(shuffled, sheet="汇总", name="改过.xlsx"))
    straight = plan_import(store, write_list(rows, sheet=sheet, name="原样.xlsx"))

    assert plan.sheets[0].record_type == straight.sheets[0].record_type
    assert plan.sheets[0].header_rows == tuple(row + 1 for row in header)
    assert plan.counts == straight.counts
    assert plan.counts["new"] > 40


def _unmerged(path: Path, name: str) -> list[list[object]]:
    """Return the rows with headers spelt out, so that columns can be moved."""
    page = openpyxl.load_workbook(path)[name]
    areas = [area for area in page.merged_cells.ranges if area.size["rows"] > 1 or area.min_row > 2]
    for area in areas:
        text = page.cell(area.min_row, area.min_col).value
        page.unmerge_cells(str(area))
        for row, column in area.cells:
            if row > 5 or area.size["rows"] == 1:
                page.cell(row, column).value = text
    return [list(row) for row in page.iter_rows(values_only=True)]


def _header_of(store: Store, path: Path) -> tuple[int, ...]:
    return plan_import(store, path).sheets[0].header_rows


def test_optional_columns_may_be_missing(store: Store, bring_in: Import) -> None:
    bring_in([["2024年民主管理"], ["企业名称", "厂务公开"], ["甲厂", "是"], ["乙厂", "否"]])

    assert [(one.unit_name, one.has_disclosure) for one in store.all(DemocracyYear)] == [
        ("甲厂", True),
        ("乙厂", False),
    ]


def test_further_lists_of_the_office_are_known_by_their_labels(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["印章门牌发放登记"],
            ["领取单位", "品名", "数量", "领取日期", "领取人"],
            ["甲厂工会", "门牌", 1, "2024/5/6", "王五"],
        ],
        name="发放.xlsx",
    )
    bring_in(
        [
            ["证书登记"],
            ["编号", "证书种类", "授予对象", "姓名", "荣誉称号", "颁发日期"],
            ["2024-001", "荣誉证书", "个人", "王五", "先进工作者", "2024/5/6"],
        ],
        name="证书.xlsx",
    )
    bring_in(
        [
            ["2024年考核"],
            ["指标名称", "任务数", "计量单位", "权重"],
            ["新建基层工会", 60, "家", 15],
        ],
        name="任务.xlsx",
    )
    bring_in(
        [
            ["发文登记"],
            ["文号", "题名", "印发日期"],
            ["青石镇工发[2024]03号", "关于同意成立甲厂工会委员会的批复", "2024/5/6"],
        ],
        name="发文.xlsx",
    )

    assert store.all(IssuedItem)[0].item == "3"
    assert store.all(Certificate)[0].holder == "王五"
    assert store.all(Target)[0].figure == "unions_new"
    (document,) = store.all(Document)
    assert (document.doc_no, document.kind, document.matter) == ("青石镇工发〔2024〕3号", "5", "1")


def test_columns_that_are_not_read_are_named(bring_in: Import) -> None:
    result = bring_in(
        [["2024年企业台账"], ["单位名称", "信用代码", "用电量", "盖章"], ["甲厂", CODE, 500, None]]
    )

    assert result.plan.sheets[0].notes == ["没有读取的列：“用电量”"]


def test_a_list_without_its_year_asks_for_it(store: Store, write_list: WriteList) -> None:
    path = write_list([["企业名称", "信用代码", "职工人数"], ["甲厂", CODE, 30]])

    with pytest.raises(Problem, match="--year"):
        plan_import(store, path)
    plan = plan_import(store, path, year=2023)

    assert plan.counts["new"] == 1


def test_where_nobody_can_be_asked_the_year_is_the_office_s_and_that_is_said(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([["企业名称", "信用代码", "职工人数"], ["甲厂", CODE, 30]])

    (sheet,) = plan_import(store, path, answers=Answers(work_year=2024)).sheets

    assert sheet.counts["new"] == 1
    assert "没有写明是哪一年的，按台账的工作年度2024年登记，请核对" in sheet.notes


def test_a_list_of_somebody_else_is_refused_by_name(store: Store, write_list: WriteList) -> None:
    path = write_list([["食堂采购清单"], ["品名", "数量", "单价"], ["土豆", 5, 2]])

    with pytest.raises(Problem, match="“Sheet1”认不出是哪种台账"):
        plan_import(store, path)


def test_a_name_and_a_telephone_do_not_make_a_list_of_units(
    store: Store, write_list: WriteList
) -> None:
    path = write_list(
        [["参会回执"], ["企业名称", "联系人", "联系电话"], ["甲厂", "王五", "13900000001"]]
    )

    with pytest.raises(Problem, match="认不出是哪种台账"):
        plan_import(store, path)


def test_the_type_can_be_forced(store: Store, write_list: WriteList) -> None:
    path = write_list([["参会回执"], ["企业名称", "联系人"], ["甲厂", "王五"]])

    with pytest.raises(Problem, match="认不出是哪种台账"):
        plan_import(store, path)
    commit_import(store, plan_import(store, path, as_type="unit"))

    assert [one.name for one in store.all(Unit)] == ["甲厂"]


def test_a_forced_type_names_the_columns_it_lacks(store: Store, write_list: WriteList) -> None:
    path = write_list(
        [["名单"], ["企业名称", "信用代码", "联系电话"], ["甲厂", CODE, "13900000001"]]
    )

    with pytest.raises(Problem, match="缺少“合同种类”、“签订日期”、“有效期止”列"):
        plan_import(store, path, as_type="cb_contract")
    with pytest.raises(Problem, match="没有“花名册”这种台账"):
        plan_import(store, path, as_type="花名册")


def test_a_sheet_without_a_date_takes_that_of_its_neighbour(
    store: Store, write_list: WriteList
) -> None:
    path = write_list(
        [["企业台账"], ["截止日期：2022年12月31日"], ["单位名称", "职工人数"], ["甲厂", 30]]
    )
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("机关")
    for row in (["单位名称", "类别", "职工人数"], ["乙站", "事业单位", 9]):
        page.append(row)
    book.save(path)

    commit_import(store, plan_import(store, path))

    assert [str(one.as_of) for one in store.all(UnitYear)] == ["2022-12-31", "2022-12-31"]


def test_money_is_read_in_the_unit_of_its_heading(store: Store, bring_in: Import) -> None:
    bring_in([["2024年企业台账"], ["单位名称", "年产值（元）", "固定资产"], ["甲厂", 1200000, 35]])

    (unit,) = store.all(Unit)
    assert (unit.annual_output, unit.fixed_assets) == (120_000_000, 35_000_000)


def test_a_code_of_the_union_and_one_of_its_unit_are_told_apart(
    store: Store, bring_in: Import
) -> None:
    bring_in([["2024年企业台账"], ["单位名称", "信用代码"], ["甲厂", CODE]])
    bring_in(
        [
            [
                "单位名称",
                "统一社会信用代码",
                "单位地址",
                "工会名称",
                "工会法人统一社会信用代码",
                "建会日期",
                "基层工会类型",
            ],
            ["甲厂", CODE, "东村1号", "甲厂工会", "81370399948396978E", "2020年5月", "独立"],
        ],
        name="工会.xlsx",
    )

    (union,) = store.all(Union)
    (unit,) = store.all(Unit)
    assert (union.unit, union.credit_code) == (unit.id, "81370399948396978E")
    assert union.founded_on is not None
    assert union.founded_on.iso == "2020-05"
    assert (unit.credit_code, unit.address) == (CODE, "东村1号")


def test_covered_units_hang_on_their_union(store: Store, bring_in: Import) -> None:
    bring_in([["工会名称", "建会日期", "工会类型"], ["东村联合工会委员会", "2024-5-1", "联合工会"]])
    result = bring_in(
        [
            ["联合工会名称", "涵盖单位", "职工数"],
            ["东村联合工会", "甲厂", 5],
            [None, "乙厂", 6],
            ["西村联合工会", "丙厂", 7],
        ],
        name="涵盖.xlsx",
    )

    union = store.all(Union)[0].id
    assert [(one.union, one.unit_name) for one in store.all(UnionUnit)] == [
        (union, "甲厂"),
        (union, "乙厂"),
    ]
    (refused,) = [row for row in result.plan.sheets[0].rows if row.verdict == "error"]
    assert "工会台账里没有“西村联合工会”" in refused.messages[-1].text


def test_newly_found_companies_are_not_preset(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["2024年数据库维护台账"],
            ["预置序号", "单位名称", "维护结果", "维护日期"],
            ["YZ1", "甲厂", "核实无变化", "2024-5-1"],
            ["", "乙厂", "新增", "2024-5-2"],
        ]
    )

    assert [(one.preset_name, one.is_preset) for one in store.all(MaintenanceItem)] == [
        ("乙厂", False),
        ("甲厂", True),
    ]


def test_facts_above_the_confirmation_list_go_into_its_rows(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["确认表"],
            ["合同名称：青石镇2024年度区域性工资专项集体合同", None, "基准日：2024年3月1日"],
            ["企业名称", "覆盖职工数", "盖章日期"],
            ["甲厂", 20, "2024年5月6日"],
        ]
    )

    (coverage,) = store.all(Coverage)
    assert coverage.year == 2024
    assert str(coverage.base_date) == "2024-03-01"
    assert coverage.contract_title == "青石镇2024年度区域性工资专项集体合同"


def test_a_term_written_into_one_cell_is_taken_apart(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            ["2024年集体合同台账"],
            ["单位", "协议类型", "签约时间", "合同期限", "覆盖职工人数"],
            ["甲厂", "工资协议", "2024.3.1", "2024.3.1-2025.2.28", 30],
            ["乙厂", "工资协议", "2024.3.1", "2024年3月1日至2025年2月28日", 20],
            ["丙厂", "工资协议", "2024.3.1", "一年", 20],
        ]
    )

    assert [(str(one.valid_from), str(one.valid_to)) for one in store.all(Contract)] == [
        ("2024-03-01", "2025-02-28"),
        ("2024-03-01", "2025-02-28"),
    ]
    assert [row.verdict for row in result.plan.sheets[0].rows] == ["new", "new", "error"]


def test_a_union_without_a_unit_column_is_linked_by_its_own_name(
    store: Store, bring_in: Import
) -> None:
    bring_in([["2024年企业台账"], ["单位名称", "信用代码"], ["甲厂", CODE]])
    bring_in(
        [["工会全称", "成立日期", "工会类别"], ["甲厂工会委员会", "2024-5-1", "独立"]],
        name="工会.xlsx",
    )

    assert store.all(Union)[0].unit == store.all(Unit)[0].id


def test_codes_and_telephones_are_known_by_their_content(store: Store, bring_in: Import) -> None:
    codes = [CODE, OTHER_CODE, "91370399MAJU8C4M0T"]
    result = bring_in(
        [
            ["2024年企业台账"],
            ["企业名称", "三证合一", "村庄", "找谁"],
            *([f"{n}号厂", code, "东村", f"1390000000{n}"] for n, code in enumerate(codes)),
        ]
    )

    assert [one.credit_code for one in store.all(Unit)] == codes
    assert [one.phone for one in store.all(Unit)] == ["13900000000", "13900000001", "13900000002"]
    assert "“三证合一”列读作“统一社会信用代码”（按内容判断）" in result.plan.sheets[0].notes


def test_a_code_that_begins_with_81_is_the_unions_own(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["工会名称", "统一社会信用代码", "成立日期", "工会类型"],
            ["甲厂工会", "81370399948396978E", "2024-5-1", "独立"],
        ]
    )

    assert store.all(Union)[0].credit_code == "81370399948396978E"
