"""The command line does the whole job without a window: lists in, figures, papers and copies out."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

import main
from models import clock
from models.figures.catalogue import compute
from models.periods import year_period
from models.records import RECORDS
from models.records.bargaining import Contract
from models.records.units import Unit
from models.store import Store
from tests.reports.leaving import faults
from tests.reports.showing import sheet_rows

ROOT = Path(main.__file__).parent
SAMPLES = ROOT / "tests" / "samples"
LISTS = sorted(SAMPLES.glob("*.xlsx"))
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
ASKED = [
    "unit_total",
    "unit_maintained",
    "maint_rate",
    "above_scale_total",
    "unions_total",
    "unions_new",
    "unions_new_single",
    "unions_new_joint",
    "unions_new_coop",
    "unions_new_hotel",
    "unions_new_restaurant",
    "unions_new_market",
    "joint_units",
    "union_replies",
    "cb_units_signed",
    "cb_units_scope",
    "cb_rate",
    "cb_workers",
    "dm_disclosed",
]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; return its exit code, what it said and what it complained of."""

    def call(*words: object) -> tuple[int, str, str]:
        code = main.main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file into which all sample lists went; tests that change it take a copy."""
    office = tmp_path_factory.mktemp("imported") / "town.db"
    assert main.main(["new", str(office)]) == 0
    assert main.main(["import", *map(str, LISTS), "--office", str(office), "--json"]) == 0
    return office


@pytest.fixture
def office(imported: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "town.db"
    copy.write_bytes(imported.read_bytes())
    return copy


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store


def figures(run: Run, office: Path) -> dict[str, Any]:
    code, said, _ = run("figures", "--office", office, "--year", 2024, "--json")
    assert code == 0
    found: dict[str, Any] = json.loads(said)["figures"]
    return found


@pytest.mark.parametrize("code", ASKED)
def test_the_imported_lists_give_the_expected_figure(run: Run, office: Path, code: str) -> None:
    wanted = EXPECTED["figures"][code]

    got = figures(run, office)[code]

    assert got["value"] == wanted["value"]
    assert got["unit"] == wanted["unit"]
    if wanted["num"] is not None:
        assert (got["numerator"], got["denominator"]) == (wanted["num"], wanted["den"])


def test_two_lines_prove_a_figure_with_every_record_it_counts(run: Run, office: Path) -> None:
    code, said, _ = run(
        "figures", "--office", office, "--year", 2024, "--proof", "--code", "cb_rate"
    )

    value, records = said.splitlines()
    assert code == 0
    assert value.startswith("企业覆盖率：92.3%＝48÷52（签订工资专项集体合同企业 ÷")
    with opened(office) as store:
        counted = compute(store, year_period(2024))["cb_rate"].records
        assert records.startswith("集体合同48份：")
        assert all(f"{store.title_of(one)}[{one.id}]" in records for one in counted)


def test_a_figure_that_is_not_there_is_a_sentence(run: Run, office: Path) -> None:
    code, _, complaint = run("figures", "--office", office, "--year", 2024, "--code", "payroll")

    assert code == 1
    assert complaint.startswith("没有“payroll”这个数字")


def test_the_order_in_which_the_lists_come_changes_no_figure(
    run: Run, office: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    run("new", other)
    run("import", *reversed(LISTS), "--office", other)

    assert figures(run, other) == figures(run, office)


def test_the_summary_prints_the_figures(run: Run, office: Path, tmp_path: Path) -> None:
    paper = tmp_path / "s.pdf"

    code, _, _ = run("report", "annual-summary", "--office", office, "--year", 2024, "--out", paper)

    assert code == 0
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper))
    bare = "".join(text.split())
    for words in ("48家签订了工资专项集体合同", "92.3%", "4500余人", "新建基层工会63家", "98%"):
        assert words in bare


def test_one_contract_less_is_47_of_52_until_it_is_undone(run: Run, office: Path) -> None:
    with opened(office) as store:
        wages = [one for one in store.all(Contract) if one.kind == "2" and one.valid_to]
        last = max(wages, key=lambda one: one.valid_to or clock.today())
        with store.change("删除集体合同"):
            store.delete(last)
    fewer = figures(run, office)["cb_rate"]
    with opened(office) as store:
        store.undo()
    again = figures(run, office)["cb_rate"]

    assert (fewer["numerator"], fewer["denominator"], fewer["value"]) == (47, 52, 90.4)
    assert (fewer["records"], fewer["text"]) == (47, "90.4%")
    assert (again["numerator"], again["value"], again["records"]) == (48, 92.3, 48)


def test_importing_everything_again_adds_nothing(run: Run, office: Path) -> None:
    def state() -> list[object]:
        with opened(office) as store:
            return [*(store.all(one) for one in RECORDS), len(store.operations(1000))]

    before = state()
    code, said, _ = run("import", *LISTS, "--office", office, "--json")

    assert code == 0
    assert all(file["batch"] is None for file in json.loads(said))
    assert all(
        sheet["counts"]["new"] == 0
        for file in json.loads(said)
        for sheet in file["sheets"]
        if sheet["record_type"]
    )
    assert state() == before


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    office = tmp_path / "new.db"
    run("new", office)

    code, said, _ = run("import", LISTS[0], "--office", office, "--dry-run", "--json")

    assert code == 0
    assert json.loads(said)[0]["sheets"][0]["counts"]["new"] == 287
    with opened(office) as store:
        assert store.count(Unit) == 0


def test_refused_rows_can_be_saved_as_a_workbook(run: Run, tmp_path: Path) -> None:
    office, book = tmp_path / "new.db", tmp_path / "问题.xlsx"
    run("new", office)

    run("import", LISTS[0], "--office", office, "--errors", book)

    kept_out, remarks = load_workbook(book).worksheets
    reasons = [str(cell.value) for cell in tuple(kept_out.columns)[-1]]
    assert any("信用代码" in reason for reason in reasons)
    assert any("D259" in str(cell.value) for cell in remarks["D"])


def test_what_was_imported_is_told_although_the_list_of_errors_cannot_be_saved(
    run: Run, tmp_path: Path
) -> None:
    office = tmp_path / "new.db"
    run("new", office)

    code, said, complained = run(
        "import", LISTS[0], "--office", office, "--errors", tmp_path / "没有" / "问题.xlsx"
    )

    assert code == 1
    assert "新增287" in said
    assert "没有”不存在" in complained


def test_one_bad_file_does_not_keep_the_others_out(run: Run, tmp_path: Path) -> None:
    office, bad = tmp_path / "new.db", tmp_path / "坏.xlsx"
    bad.write_bytes(b"")
    run("new", office)

    code, said, complained = run("import", bad, LISTS[-1], "--office", office)
    only_bad, _, sentence = run("import", bad, "--office", office)

    assert code == 0
    assert "新增10" in said
    assert complained.startswith("坏.xlsx：")
    assert only_bad == 1
    assert "没有读到任何内容" in sentence


def test_killing_an_import_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    office = tmp_path / "town.db"
    assert main.main(["new", str(office)]) == 0
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from models.sheets.committing import commit_import\n"
        "from models.sheets.planning import plan_import\n"
        "from models.store import Store\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "plan = plan_import(store, Path(sys.argv[2]))\n"
        "done = []\n"
        "def stop(statement):\n"
        "    done.append(statement)\n"
        "    if len(done) == 200:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.connection.set_trace_callback(stop)\n"
        "commit_import(store, plan)\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script, str(office), str(LISTS[0])], cwd=ROOT, check=False
    )

    assert ended.returncode == -signal.SIGKILL
    with opened(office) as store:
        assert store.count(Unit) == 0
        assert [one.label for one in store.operations()] == ["新建台账"]


def test_a_backup_is_verified_and_restores_the_same_figures(
    run: Run, office: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run("backup", "--office", office, "--to", stick)
    (archive,) = stick.glob("*.ghbak")

    code, said, _ = run("verify", archive, "--json")
    restored = tmp_path / "restored.db"
    run("restore", archive, "--office", restored)

    assert code == 0
    assert json.loads(said)["counts"]["unit"] == 320
    assert figures(run, restored) == figures(run, office)


def test_a_flipped_bit_in_a_backup_is_noticed(run: Run, office: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    run("backup", "--office", office, "--to", stick)
    (archive,) = stick.glob("*.ghbak")
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 4
    archive.write_bytes(content)

    code, _, sentence = run("verify", archive)

    assert code == 1
    assert "不可用" in sentence


def test_records_are_listed_and_found(run: Run, office: Path) -> None:
    _, types, _ = run("records", "--list")
    _, found, _ = run("records", "unit", "--office", office, "--find", "rssm", "--json")
    code, _, sentence = run("records", "nothing", "--office", office)

    assert {line.split("\t")[0] for line in types.splitlines()} == {
        one.about.table for one in RECORDS
    }
    assert [one["name"] for one in json.loads(found)] == ["示例县瑞顺商贸有限公司"]
    assert code == 1
    assert "records --list" in sentence


def test_records_are_saved_as_a_workbook_with_the_columns_that_are_asked_for(
    run: Run, office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "单位.xlsx"
    asked = ("records", "unit", "--office", office, "--out", out)
    _, said, _ = run(*asked, "--find", "rssm", "--columns", "credit_code, name")
    code, _, sentence = run(*asked, "--columns", "colour")

    assert said.strip() == f"已导出1家：{out}"
    assert faults(out) == []
    rows = sheet_rows(out)
    assert rows[2] == ("统一社会信用代码", "单位名称")
    assert [row[1] for row in rows[3:]] == ["示例县瑞顺商贸有限公司"]
    assert code == 1
    assert sentence.startswith("“单位”没有“colour”这一列")


def test_records_are_found_by_a_query_by_its_name_or_its_text(run: Run, office: Path) -> None:
    text = (
        '{"version": 1, "match": "all", "conditions":'
        ' [{"subject": "name", "relation": "contains", "value": "瑞顺"}]}'
    )
    _, everything, _ = run("records", "unit", "--office", office, "--json")
    _, never, _ = run("records", "unit", "--office", office, "--query", "今年未走访", "--json")
    _, named, _ = run("records", "unit", "--office", office, "--query", text, "--json")
    code, _, sentence = run("records", "unit", "--office", office, "--query", "没有这个")

    assert 0 < len(json.loads(never)) < len(json.loads(everything))
    assert [one["name"] for one in json.loads(named)] == ["示例县瑞顺商贸有限公司"]
    assert code == 1
    assert sentence.startswith("单位没有叫“没有这个”的查询。有这些：")


def test_reports_are_listed_with_their_parameters(run: Run) -> None:
    _, said, _ = run("list-reports", "--json")

    by_name = {one["name"]: one for one in json.loads(said)}
    assert "annual-summary" in by_name
    assert [one["key"] for one in by_name["certificate"]["parameters"]] == ["number"]


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "--office", "missing.db", "--year", "2024"),
        ("figures", "--office", "OFFICE", "--from", "2024-01-01"),
        ("figures", "--office", "OFFICE", "--from", "2024-05-01", "--to", "2024-01-01"),
        ("figures", "--office", "OFFICE", "--year", "2024", "--to", "2024-05-01"),
        ("figures", "--office", "OFFICE", "--year", "2024", "--as-of", "2023-12-31"),
        ("records", "unit"),
        ("report", "nothing", "--office", "OFFICE", "--out", "x.pdf"),
        ("report", "annual-summary", "--office", "OFFICE", "--out", "x.odt"),
        ("report", "roster", "--office", "OFFICE", "--out", "x.pdf", "--set", "type"),
        ("verify", "missing.ghbak"),
        ("backup", "--office", "OFFICE", "--to", "missing-folder"),
        ("new", "OFFICE"),
        ("check", "--office", "OFFICE.txt"),
    ],
)
def test_what_cannot_be_done_is_one_chinese_sentence(
    run: Run, office: Path, words: tuple[str, ...]
) -> None:
    (office.parent / "town.db.txt").write_text("not an office file", encoding="utf-8")

    code, _, sentence = run(*(word.replace("OFFICE", str(office)) for word in words))

    assert code == 1
    assert len(sentence.strip().splitlines()) == 1
    assert "Traceback" not in sentence
    assert any("一" <= character <= "鿿" for character in sentence)


@pytest.mark.parametrize("year", ["0", "24", "10000", "二〇二四"])
def test_a_year_that_is_none_is_a_wrong_argument(
    office: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    for words in (
        ["figures", "--office", str(office), "--year", year],
        ["figures", "--office", str(office), "--stat-year", year],
        ["report", "annual-summary", "--office", str(office), "--out", "x.pdf", "--year", year],
        ["new", str(office.with_name("other.db")), "--year", year],
    ):
        with pytest.raises(SystemExit) as ended:
            main.main(words)

        assert ended.value.code == 2
        assert f"“{year}”不是年份" in capsys.readouterr().err


def test_headless_commands_never_load_qt(office: Path) -> None:
    script = (
        "import sys, main\n"
        f"main.main(['figures', '--office', {str(office)!r}, '--year', '2024', '--json'])\n"
        "sys.stderr.write(str([name for name in sys.modules if name.startswith('PySide6')]))\n"
    )
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}

    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert ended.stderr == "[]"


def test_a_reader_that_has_seen_enough_ends_the_listing_quietly(office: Path) -> None:
    command = [sys.executable, "main.py", "records", "unit", "--office", str(office)]

    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.readline()
        listing.stdout.close()
        complaint = listing.stderr.read()

    assert b"Traceback" not in complaint
