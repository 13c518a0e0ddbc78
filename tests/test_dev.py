"""The developer's door says what is wrong before it starts anything."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev
import main

ROOT = Path(__file__).resolve().parents[1]
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def _pinned(requirements: list[str]) -> set[tuple[str, str]]:
    pairs = (re.match(r"([\w-]+)==([\w.]+)", line) for line in requirements)
    return {(pair[1].lower().replace("_", "-"), pair[2]) for pair in pairs if pair}


def _run_without_display(*arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(
        command, env={**env, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False
    )


@ON_LINUX
@pytest.mark.parametrize("arguments", [[], ["--demo"], ["本镇.db"]])
def test_a_window_without_a_display_names_the_headless_commands(arguments: list[str]) -> None:
    done = _run_without_display("run", *arguments)

    assert done.returncode == 1
    assert "python3 dev.py run new 试用.db --demo" in done.stderr
    assert "python3 dev.py run figures --office 试用.db --year 2024" in done.stderr


def test_every_command_of_the_program_runs_without_a_display() -> None:
    assert set(dev.HEADLESS_COMMANDS) == set(main.COMMANDS)


def test_an_unknown_command_is_refused_with_code_2() -> None:
    done = _run_without_display("tset")

    assert done.returncode == 2
    assert "tset" in done.stderr


@ON_LINUX
def test_only_libraries_that_do_not_load_are_missing() -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}

    assert dev.missing_libraries(wanted) == {"libnowhere.so.9": "libnowhere9"}


@ON_LINUX
def test_what_may_not_be_installed_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(dev.Stop) as stopped:
        dev.need_packages(["python3-venv"], reason="No venv.")

    last = str(stopped.value).splitlines()[-1]
    assert last.startswith("    sudo apt-get install -y --no-install-recommends python3-venv")


def test_the_continuous_integration_installs_every_library_that_qt_wants() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split()

    wanted = {*dev.OFFSCREEN_LIBRARIES.values(), *dev.SCREEN_LIBRARIES.values()}

    assert wanted - set(script) == set()


def test_the_lock_holds_the_versions_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = _pinned([*project["project"]["dependencies"], *project["dependency-groups"]["dev"]])

    locked = _pinned((ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines())

    assert named
    assert named - locked == set()
