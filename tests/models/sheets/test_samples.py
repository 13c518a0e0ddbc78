"""The lists of an invented township give exactly what their own key says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.errors import Problem
from models.records.town import Town, UnitAlias
from models.records.unions import Union
from models.records.units import MaintenanceItem, Unit, UnitYear
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.sheets.telling import as_json
from models.store import Store

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
LISTS = sorted(path for path in SAMPLES.iterdir() if path.is_file() and path.suffix != ".json")
Told = dict[str, dict[str, Any]]


def _import_all(store: Store, answers: Answers) -> tuple[list[ImportResult], dict[str, str]]:
    """Import every list; return what became of them, and what was said of those not read."""
    results, refused = [], {}
    for path in LISTS:
        try:
            results.append(commit_import(store, plan_import(store, path, answers=answers)))
        except Problem as problem:
            refused[path.name] = str(problem)
    return results, refused


def _by_key(results: list[ImportResult]) -> Told:
    told = {}
    for result in results:
        for place, sheet in enumerate(as_json(result.plan, result)["sheets"]):
            name = result.plan.path.name
            told[name if place == 0 else f"{name}#{sheet['sheet']}"] = sheet
    return told


def _sheet(told: Told, key: str) -> dict[str, Any]:
    assert key in told, f"{key} was not read"
    return told[key]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    with Store.create(tmp_path_factory.mktemp("office") / "示例镇.db", town) as made:
        yield made


@pytest.fixture(scope="module")
def imported(store: Store) -> tuple[list[ImportResult], dict[str, str]]:
    return _import_all(store, Answers.from_json(EXPECTED["clerk_answers"]))


@pytest.fixture(scope="module")
def results(imported: tuple[list[ImportResult], dict[str, str]]) -> list[ImportResult]:
    return imported[0]


@pytest.fixture(scope="module")
def told(results: list[ImportResult]) -> Told:
    return _by_key(results)


def test_every_list_is_read(imported: tuple[list[ImportResult], dict[str, str]]) -> None:
    assert imported[1] == {}


def test_the_key_speaks_of_every_sheet(told: Told) -> None:
    assert set(told) == set(EXPECTED["files"])


@pytest.mark.parametrize("key", EXPECTED["files"])
def test_each_row_gets_the_verdict_it_deserves(told: Told, key: str) -> None:
    sheet, expected = _sheet(told, key), EXPECTED["files"][key]

    verdicts = {
        verdict: [row["row"] for row in sheet["rows"] if row["verdict"] == verdict]
        for verdict in ("update", "duplicate", "error")
    }

    assert sheet["record_type"] == expected["entity"]
    assert sheet["header_rows"] == expected["header_rows"]
    assert sheet["counts"] == {**expected["expected"], "conflict": 0}
    assert verdicts == expected["rows"]


@pytest.mark.parametrize("key", EXPECTED["files"])
def test_totals_and_footers_are_passed_over_and_named(told: Told, key: str) -> None:
    skipped = {row["row"] for row in _sheet(told, key)["skipped"]}

    assert skipped == {row["row"] for row in EXPECTED["files"][key]["skip_rows"]}


@pytest.mark.parametrize(
    ("key", "defect"),
    [
        pytest.param(key, defect, id=f"{key[:2]}-{defect['cell']}-{defect['kind']}")
        for key, one in EXPECTED["files"].items()
        for defect in one["defects"]
    ],
)
def test_each_defect_is_said_at_its_cell(told: Told, key: str, defect: dict[str, Any]) -> None:
    messages = [
        message
        for row in _sheet(told, key)["rows"]
        if row["row"] == defect["excel_row"]
        for message in row["messages"]
    ]

    assert (defect["cell"], defect["should"]) in [(one["cell"], one["kind"]) for one in messages]


# Said although the key has no word for it: the one regional federation among the unions, whose
# type is read by an accepted spelling, and telephone numbers in a column of numbers.
WORTH_A_WORD = {("02_工会组织信息采集表.xlsx", 70)}
A_NUMBER = "单元格是数字格式，已按号码登记"


@pytest.mark.parametrize("key", EXPECTED["files"])
def test_rows_without_defects_need_no_word(told: Told, key: str) -> None:
    faulty = {defect["excel_row"] for defect in EXPECTED["files"][key]["defects"]}

    chatty = {
        row["row"]: texts
        for row in _sheet(told, key)["rows"]
        if row["row"] not in faulty and (key, row["row"]) not in WORTH_A_WORD
        if (texts := [one["text"] for one in row["messages"] if one["text"] != A_NUMBER])
    }

    assert chatty == {}


def test_repaired_cells_are_kept_as_the_key_says(store: Store, results: object) -> None:
    unit = store.find(Unit, name="赵毅武")
    by_code = store.find(Unit, credit_code="91370399MAJU8C4M0T")
    head = [one.legal_person for one in store.all(Unit) if one.legal_person == "赵毅武"]
    months = [one.done_on.iso for one in store.all(MaintenanceItem) if one.done_on]

    assert unit == []
    assert len(by_code) == 1
    assert head == ["赵毅武"]
    assert "2024-05" in months


def test_counts_of_the_file_are_those_of_the_year(store: Store, results: object) -> None:
    items = store.all(MaintenanceItem)
    founded = [one for one in store.all(Union) if one.founded_on and one.founded_on.year == 2024]

    assert sum(one.is_preset for one in items) == EXPECTED["figures"]["unit_total"]["value"]
    assert {one.as_of.isoformat() for one in store.all(UnitYear) if one.as_of} == {"2024-12-31"}
    assert sum(one.above_scale for one in store.all(UnitYear)) == 23
    assert len([one for one in founded if one.org_type in ("10", "20")]) == 63


def test_answered_aliases_are_remembered(store: Store, results: object) -> None:
    answered = set(EXPECTED["clerk_answers"]["unit_aliases"])

    assert {one.alias for one in store.all(UnitAlias)} == answered


def test_importing_everything_again_changes_nothing(store: Store, results: object) -> None:
    before = list(store.connection.iterdump())

    again, _ = _import_all(store, Answers.from_json(EXPECTED["clerk_answers"]))

    assert [one.batch for one in again] == [None] * len(LISTS)
    assert list(store.connection.iterdump()) == before
    for one in again:
        assert one.plan.counts["new"] == one.plan.counts["update"] == 0


def test_without_answers_short_names_are_linked_by_their_core(tmp_path: Path) -> None:
    town = Town(name="本镇", union_name="本镇总工会", parent_union="县总工会", year=2026)
    with Store.create(tmp_path / "blank.db", town) as store:
        results, _ = _import_all(store, Answers())

    told = _by_key(results)
    row = next(one for one in told["04_工资集体协商合同台账.xlsx"]["rows"] if one["row"] == 52)
    assert row["messages"][0]["text"] == (
        "“丰裕机械制造”按“示例市丰裕机械制造股份有限公司”登记，请核对"
    )
