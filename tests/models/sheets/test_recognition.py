"""With so many kinds of lists, each is known by its title or by columns of its own, or not at all."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest

from models.errors import Problem
from models.sheets.headers import Header, find_header
from models.sheets.planning import plan_import
from models.sheets.preamble import read_facts
from models.sheets.workbook import Grid, Merge, read_workbook
from models.store import Store
from tests.models.sheets.conftest import WriteList

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["files"]
# A day and a text say too little: only a title tells such a list.
ONLY_BY_TITLE = {"chronicle"}
UNTITLED = [key for key, one in FILES.items() if one["entity"] not in ONLY_BY_TITLE]


@dataclass(frozen=True)
class Sample:
    """A sheet of a sample file, and where its header begins."""

    grid: Grid
    kind: str
    top: int


@cache
def _sample(key: str) -> Sample:
    name, _, sheet = key.partition("#")
    grids = read_workbook(SAMPLES / name).sheets
    grid = next(one for one in grids if one.name == sheet) if sheet else grids[0]
    return Sample(grid, FILES[key]["entity"], FILES[key]["header_rows"][0] - 1)


def _found(grid: Grid) -> Header | None:
    return find_header(grid, f"{read_facts(grid, 3, '').title} {grid.name}")


@pytest.mark.parametrize("key", FILES)
def test_a_list_is_known_by_its_title_and_columns(key: str) -> None:
    sample = _sample(key)

    found = _found(sample.grid)

    assert found is not None
    assert (found.type.name, found.top) == (sample.kind, sample.top)
    assert not found.missing


@pytest.mark.parametrize("key", UNTITLED)
def test_a_list_is_known_without_its_title(key: str) -> None:
    sample = _sample(key)
    top, merges = sample.top, sample.grid.merges
    moved = tuple(
        Merge(one.top - top, one.left, one.bottom - top, one.right)
        for one in merges
        if one.top >= top
    )

    found, whole = _found(Grid("Sheet1", sample.grid.rows[top:], moved)), _found(sample.grid)

    assert found is not None
    assert whole is not None
    assert found.type.name == sample.kind
    assert set(found.by_slot) == set(whole.by_slot)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("key", UNTITLED)
def test_a_list_is_known_whatever_the_order_of_its_columns(key: str, seed: int) -> None:
    sample = _sample(key)
    rows = [list(row) for row in sample.grid.rows]
    for one in sample.grid.merges:
        for row in range(one.top, one.bottom + 1):
            for column in range(one.left, one.right + 1):
                rows[row][column] = sample.grid.rows[one.top][one.left]
    order = list(range(sample.grid.width))
    Random(seed).shuffle(order)

    shuffled = Grid("Sheet1", [[row[at] for at in order] for row in rows[sample.top :]])
    found, whole = _found(shuffled), _found(sample.grid)

    assert found is not None
    assert whole is not None
    assert found.type.name == sample.kind
    headings = {slot: column.heading for slot, column in whole.by_slot.items()}
    assert {slot: column.heading for slot, column in found.by_slot.items()} == headings


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("", "序号 单位名称 日期 备注"),
        ("", "序号 日期 单位 金额"),
        ("", "名称 类型 日期"),
        ("", "日期 内容"),
        ("", "单位名称 联系人 电话"),
        ("通讯录", "序号 姓名 电话 备注"),
        ("会议签到表", "序号 姓名 单位 职务 签名"),
        ("采购清单", "序号 品名 数量 单价 金额 日期"),
        ("考勤表", "姓名 部门 1 2 3 4"),
        ("党员花名册", "姓名 性别 出生日期 身份证号 入党时间 党支部 联系电话"),
        ("疫苗接种登记", "姓名 身份证号 接种日期 单位"),
        ("值班表", "日期 带班领导 值班人员 电话"),
        ("工资表", "姓名 身份证号 基本工资 岗位工资 实发工资"),
        ("固定资产台账", "资产编号 名称 规格 购置日期 原值 使用部门"),
        ("学生花名册", "序号 姓名 性别 学校 班级 家长电话"),
        ("安全生产责任书", "单位名称 负责人 签订日期 联系电话"),
        ("招聘信息", "单位名称 岗位 人数 工资 联系人 电话"),
    ],
)
def test_a_list_of_something_else_is_not_taken_for_one_of_ours(title: str, header: str) -> None:
    labels: list[object] = [*header.split()]
    above: list[list[object]] = [[title, *[""] * (len(labels) - 1)]] if title else []

    assert _found(Grid("Sheet1", [*above, labels])) is None


def test_what_the_title_names_is_not_read_as_something_else(
    store: Store, write_list: WriteList
) -> None:
    rows = [
        ["安康杯竞赛参赛企业名单"],
        ["企业名称", "统一社会信用代码", "法定代表人"],
        ["甲厂", None, "王五"],
    ]
    path = write_list(rows)

    with pytest.raises(Problem, match="缺少“参赛职工.*不能按安康杯参赛汇总表导入"):
        plan_import(store, path, year=2024)
