"""Rules of the house that no linter knows."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("models", "reports", "ui", "resources")
MOST_LINES_A_MODULE = 450
MOST_LINES_A_FUNCTION = 60


def _tracked_files() -> list[Path]:
    """What git keeps or would keep; without git, everything outside the usual caches."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        return [file for room in (*ROOMS, "tests", "docs") for file in (ROOT / room).rglob("*.*")]
    names = done.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


TRACKED = _tracked_files()
# The scripts that made the fonts are kept as they ran.
SOURCES = [
    file
    for file in TRACKED
    if file.suffix == ".py" and not file.is_relative_to(ROOT / "resources" / "fonts")
]
PROGRAM = [file for file in SOURCES if file.relative_to(ROOT).parts[0] not in {"tests", "docs"}]


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _text_of(file: Path) -> bytes:
    content = file.read_bytes()
    return b"" if b"\0" in content else content


def _calls(file: Path) -> Iterator[tuple[str, int]]:
    """Every dotted name that a module uses, with its line: date.today, self.setStyleSheet."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute | ast.Name):
            yield ast.unparse(node), node.lineno


def _uses(pattern: str, *, allowed: tuple[str, ...]) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{_name(file)}:{line} {call}"
        for file in PROGRAM
        if not _name(file).startswith(allowed)
        for call, line in _calls(file)
        if wanted.search(call)
    ]


def test_no_module_is_longer_than_450_lines() -> None:
    lengths = {_name(file): len(file.read_text("utf-8").splitlines()) for file in SOURCES}

    too_long = {name: lines for name, lines in lengths.items() if lines > MOST_LINES_A_MODULE}

    assert too_long == {}


def test_no_function_is_longer_than_60_lines() -> None:
    too_long = [
        f"{_name(file)}:{node.lineno} {node.name}"
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > MOST_LINES_A_FUNCTION
    ]

    assert too_long == []


def test_only_the_theme_sets_style_sheets() -> None:
    assert _uses(r"\bsetStyleSheet$", allowed=("ui/look/theme.py",)) == []


def test_only_the_message_door_opens_message_boxes() -> None:
    assert _uses(r"\bQMessageBox$", allowed=("ui/messages.py",)) == []


def test_only_the_clock_reads_the_clock() -> None:
    pattern = (
        r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time"
        r"|QDate\.currentDate|QDateTime\.currentDateTime)$"
    )

    assert _uses(pattern, allowed=("models/clock.py",)) == []


def test_only_the_store_and_its_neighbours_speak_sql() -> None:
    rooms = (
        "store",
        "history",
        "search",
        "schema",
        "migrations",
        "backup",
        "office_file",
        "form_journal",
        "asking",
    )
    allowed = tuple(f"models/{room}" for room in rooms)

    assert _uses(r"\.(execute|executemany|executescript)$", allowed=allowed) == []


def test_slots_never_pump_events() -> None:
    assert _uses(r"\bprocessEvents$", allowed=()) == []


def test_nothing_is_left_to_do_without_an_issue() -> None:
    left = [
        f"{_name(file)}:{number}"
        for file in SOURCES
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"#.*\b(TODO|FIXME|XXX|HACK)\b", line)
    ]

    assert left == []


def test_no_file_names_a_machine_or_a_package_host() -> None:
    # Put together here so that this file does not find itself.
    parts = ("/" + "work/", "/" + "root/", r"\." + "pyenv", "pypi" + r"\.org", "python" + "hosted")
    machine = re.compile("|".join(parts).encode())

    found = [_name(file) for file in TRACKED if machine.search(_text_of(file))]

    assert found == []


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_lock_pins_every_package_with_a_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")

    packages = re.findall(r"^[a-z0-9].*(?:\n .*)+", lock, flags=re.MULTILINE)

    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert "://" not in lock


@pytest.mark.parametrize(
    ("room", "banned"),
    [
        ("models", "PySide6 reportlab xlsxwriter openpyxl python_calamine pypinyin"),
        ("reports", "PySide6 reportlab xlsxwriter openpyxl"),
    ],
    ids=["models", "reports"],
)
def test_a_room_opens_without_what_it_does_not_need(room: str, banned: str) -> None:
    modules = sorted(
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in PROGRAM
        if file.relative_to(ROOT).parts[0] == room
        # The composer's own rooms may load reportlab: they are imported when something is printed.
        if not _name(file).startswith("reports/pdf/")
    )
    code = (
        f"import importlib, sys; sys.path.insert(0, {str(ROOT)!r});"
        f"[importlib.import_module(name) for name in {modules!r}];"
        f"print(*sorted(set({banned.split()!r}) & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout.split() == []


def test_keys_are_given_out_in_one_place() -> None:
    elsewhere = [
        _name(file)
        for file in PROGRAM
        if _name(file) != "ui/keys.py"
        and re.search(r"QShortcut\(|QKeySequence\(|setShortcut\(", file.read_text(encoding="utf-8"))
    ]

    assert elsewhere == []
