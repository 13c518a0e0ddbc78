"""One file is one operation: undone as a whole, cancelled as a whole, killed without a trace."""

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.records.bargaining import Contract
from models.records.town import Town
from models.records.units import MaintenanceItem, Unit, UnitYear
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.sheets.telling import as_json, in_words
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = next((ROOT / "tests" / "samples").glob("01_*.xlsx"))
UNITS = [["2024年企业台账"], ["单位名称", "统一社会信用代码", "职工人数"]]
CODE = "91370399MACRT4G555"

KILLED = """
import os, signal, sys
from pathlib import Path
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store

store = Store.open(Path(sys.argv[1]))
plan = plan_import(store, Path(sys.argv[2]))
insert_all = store.insert_all
calls = []

def save_and_die(records):
    saved = insert_all(records)
    calls.extend(saved)
    if len(calls) > 400:
        print(store.connection.in_transaction, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    return saved

store.insert_all = save_and_die
commit_import(store, plan)
"""


def _records(store: Store) -> list[object]:
    return [*store.all(Unit), *store.all(UnitYear), *store.all(MaintenanceItem)]


def test_undoing_the_batch_restores_everything(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, 30]])
    before = _records(store)

    result = bring_in([*UNITS, ["甲厂", None, 35], ["乙厂", None, 12]], name="新.xlsx")
    assert result.batch is not None
    store.undo_operation(result.batch)

    assert _records(store) == before


def test_an_import_is_one_operation_by_the_name_of_its_file(store: Store, bring_in: Import) -> None:
    result = bring_in([*UNITS, ["甲厂", CODE, 30]], name="企业台账.xlsx")

    (operation, *_) = store.operations()
    assert (operation.id, operation.label) == (result.batch, "导入 企业台账.xlsx")
    assert operation.kind == "import"


def test_nothing_new_leaves_no_operation(store: Store, bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, 30]])
    operations = len(store.operations())

    result = bring_in([*UNITS, ["甲厂", CODE, 30]], name="再来.xlsx")

    assert result.batch is None
    assert len(store.operations()) == operations


def test_cancelling_while_planning_writes_nothing(store: Store, write_list: WriteList) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        assert (done, total) == (0, 1)
        raise Cancelled

    path = write_list([*UNITS, ["甲厂", CODE, 30]])
    with pytest.raises(Cancelled):
        plan_import(store, path, progress=cancel)

    assert store.all(Unit) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_killing_the_program_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    office = tmp_path / "office.db"
    town = Town(name="青石镇", union_name="青石镇总工会", parent_union="云台县总工会", year=2024)
    Store.create(office, town).close()
    with Store.open(office) as store:
        before = list(store.connection.iterdump())

    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(office), str(SAMPLE)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "True\n"), done.stderr
    with Store.open(office) as store:
        assert list(store.connection.iterdump()) == before
        result = commit_import(store, plan_import(store, SAMPLE))
    assert result.plan.counts["new"] == 320


def test_the_command_line_gets_what_its_contract_says(bring_in: Import) -> None:
    result = bring_in([*UNITS, ["甲厂", CODE, "30人"], ["乙厂", "错", 5], ["合计", None, 35]])

    told = as_json(result.plan, result)

    (sheet,) = told.pop("sheets")
    assert told == {"file": "名单.xlsx", "batch": result.batch, "notices": []}
    assert sheet["sheet"] == "Sheet1"
    assert sheet["record_type"] == "unit"
    assert sheet["header_rows"] == [2]
    assert sheet["counts"] == {"new": 1, "update": 0, "duplicate": 0, "conflict": 0, "error": 1}
    assert sheet["skipped"] == [{"row": 5, "why": "合计行"}]
    first, second = sheet["rows"]
    assert (first["row"], first["verdict"]) == (3, "new")
    assert first["messages"] == [
        {"column": "职工人数", "kind": "fix", "text": "“人”字已去掉", "cell": "C3"}
    ]
    assert (second["row"], second["verdict"]) == (4, "error")


def test_a_preview_says_that_nothing_was_written(store: Store, write_list: WriteList) -> None:
    plan = plan_import(store, write_list([*UNITS, ["甲厂", CODE, 30], ["乙厂", "错", 5]]))

    words = in_words(plan, None)

    assert as_json(plan, None)["batch"] is None
    assert "“Sheet1”→单位台账：新增1，错误1" in words
    assert "B4 统一社会信用代码：" in words
    assert words.endswith("只是预览，没有写入台账。")


def test_an_import_leaves_the_search_for_garbage_as_it_was(bring_in: Import) -> None:
    bring_in([*UNITS, ["甲厂", CODE, 30]])

    assert gc.isenabled()


def test_a_row_may_link_to_another_new_row_of_its_own_kind(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["企业名称", "合同种类", "签订日期", "有效期起", "有效期止", "上一份合同"],
            ["甲厂", "工资专项集体合同", "2023-5-1", "2023-5-1", "2024-4-30", None],
            ["甲厂", "工资专项集体合同", "2024-5-1", "2024-5-1", "2025-4-30", "甲厂"],
        ]
    )

    first, second = store.all(Contract)
    assert (first.previous, second.previous) == (None, first.id)
