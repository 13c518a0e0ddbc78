"""A list of very many rows costs no more questions to the office file than a short one."""

from collections.abc import Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from models.records.members import Member
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from models.values.person_id import check_digit

HEADER = ["序号", "姓名", "性别", "出生日期", "民族", "证件号码", "移动电话", "会籍变化类型"]
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平"


def _person(number: int) -> list[str]:
    born = date(1965, 1, 1) + timedelta(days=number % 12_000)
    bare = f"370399{born:%Y%m%d}{number % 1000:03}"
    name = FAMILY[number % 10] + GIVEN[number // 10 % 20] + GIVEN[number // 200 % 20]
    sex = "男" if number % 2 else "女"
    mobile = f"1390000{number % 10_000:04}"
    return [str(number), name, sex, f"{born:%Y/%m/%d}", "汉族", bare + check_digit(bare), mobile]


def _write(path: Path, count: int, *, units: int) -> Path:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("会员信息采集表")
        page.write_row(0, 0, [*HEADER, "会籍变化日期", "工作单位"])
        for number in range(count):
            unit = f"压力测试{number % units:03}有限公司"
            page.write_row(number + 1, 0, [*_person(number), "入会", "2024/07/05", unit])
    return path


@contextmanager
def _statements(store: Store) -> Any:
    """Collect the statements that the office file is asked meanwhile."""
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    try:
        yield asked
    finally:
        store.connection.set_trace_callback(None)


def _asked_while_planning(store: Store, path: Path) -> Sequence[str]:
    with _statements(store) as asked:
        plan = plan_import(store, path)
    assert plan.counts["error"] == 0
    return asked


def test_planning_asks_no_more_for_more_rows(store: Store, tmp_path: Path) -> None:
    few = _asked_while_planning(store, _write(tmp_path / "少.xlsx", 30, units=3))
    many = _asked_while_planning(store, _write(tmp_path / "多.xlsx", 3_000, units=300))

    assert len(many) == len(few)


def test_planning_again_asks_no_more_for_more_known_rows(store: Store, tmp_path: Path) -> None:
    path = _write(tmp_path / "多.xlsx", 3_000, units=300)
    commit_import(store, plan_import(store, path))
    few = _asked_while_planning(store, _write(tmp_path / "少.xlsx", 30, units=3))

    many = _asked_while_planning(store, path)

    assert store.count(Member) == 3_000
    assert len(many) == len(few)


@pytest.mark.parametrize("stop_at", [0, 1_500])
def test_reading_many_rows_can_be_stopped_on_the_way(
    store: Store, tmp_path: Path, stop_at: int
) -> None:
    class Stopped(Exception):
        pass

    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == stop_at:
            raise Stopped

    with pytest.raises(Stopped):
        plan_import(store, _write(tmp_path / "多.xlsx", 3_000, units=3), progress=stop)

    assert seen[-1] == (stop_at, 3_000)
    assert store.count(Member) == 0
