"""The developer's door: python3 dev.py COMMAND (Windows: py dev.py COMMAND).

Needs nothing but Python and keeps to syntax that older Pythons can read, so that it can say
which version it wants.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
STAMP = VENV / "lock.sha256"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
VENV_PYTHON = BIN / ("python.exe" if WINDOWS else "python")

PYTHONS = ((3, 12), (3, 13), (3, 11))
MIRROR = "UNIONDESK_PIP_INDEX"
PLATFORM = "QT_QPA_PLATFORM"
UV = "uv==0.13.9"
LOCK_HEADER = """\
# Everything the program and its tests run with, pinned with hashes. Made by `python3 dev.py lock`
# from the lists in pyproject.toml (uv pip compile --universal); installed by dev.py with
# pip install --require-hashes --only-binary=:all:. Do not edit by hand.
"""

# Commands of main.py that open no window.
HEADLESS_COMMANDS = (
    "new",
    "import",
    "records",
    "figures",
    "list-reports",
    "report",
    "read-back",
    "checks",
    "backup",
    "verify",
    "restore",
    "check",
    "template",
    "fill",
    "forget-password",
)
HEADLESS_OPTIONS = ("--version", "--self-test", "--help", "-h")
HEADLESS_HINT = """\
No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
The same program answers without one; try:
    python3 dev.py run new 试用.db --demo
    python3 dev.py run figures --office 试用.db --year 2024
(QT_QPA_PLATFORM=offscreen opens the window on no screen at all.)"""

# Shared libraries that Qt's wheels expect from a Linux system, and Debian's packages for them.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libatomic.so.1": "libatomic1",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stop(Exception):
    """The command ends here with this sentence."""


def say(text: str) -> None:
    """Print one message of ours, apart from what the started programs print."""
    print(text, file=sys.stderr, flush=True)


# --- which Python -----------------------------------------------------------------------------


def _answers(command: list[str], *, version: tuple[int, int]) -> bool:
    code = f"import sys; sys.exit(sys.version_info[:2] != {version!r})"
    try:
        done = subprocess.run(
            [*command, "-c", code],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def find_python() -> list[str]:
    """Return the command of a Python that is neither too old nor too new."""
    if sys.version_info[:2] in PYTHONS:
        return [sys.executable]
    for version in PYTHONS:
        name = "{}.{}".format(*version)
        command = ["py", "-" + name] if WINDOWS else ["python" + name]
        if _answers(command, version=version):
            return command
    running = "{}.{}".format(*sys.version_info[:2])
    age = "old" if sys.version_info < min(PYTHONS) else "new"
    raise Stop(
        f"Python {running} is too {age}: the program needs Python 3.11, 3.12 or 3.13, and no such "
        "Python was found on this PC. Install Python 3.12 and start dev.py with it."
    )


# --- what the system lacks --------------------------------------------------------------------


def _is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(wanted: dict[str, str]) -> dict[str, str]:
    """Return the shared libraries that Qt would miss here, with their Debian packages."""
    if not sys.platform.startswith("linux"):
        return {}
    return {name: package for name, package in wanted.items() if not _is_loadable(name)}


def apt_line(packages: list[str]) -> list[str]:
    """Return the command that installs these Debian packages."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def _is_root() -> bool:
    return not WINDOWS and os.geteuid() == 0


def _apt_install(packages: list[str]) -> bool:
    say("Installing system packages: " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*apt_line(packages), "-qq"]):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return False
    return True


def need_packages(packages: list[str], *, reason: str) -> None:
    """Install Debian packages when we may, else stop and name them in one line."""
    if _is_root() and shutil.which("apt-get") and _apt_install(packages):
        return
    window = missing_libraries({**OFFSCREEN_LIBRARIES, **SCREEN_LIBRARIES})
    line = shlex.join(apt_line(list(dict.fromkeys([*packages, *window.values()]))))
    raise Stop(f"{reason} On Debian or Ubuntu:\n    sudo {line}")


def need_libraries(*, screen: bool) -> None:
    """Make sure that Qt finds its system libraries, for a real screen or for none."""
    wanted = {**OFFSCREEN_LIBRARIES, **(SCREEN_LIBRARIES if screen else {})}
    missing = missing_libraries(wanted)
    if not missing:
        return
    reason = "Qt's window system misses " + ", ".join(missing) + "."
    need_packages(list(missing.values()), reason=reason)
    still = missing_libraries(missing)
    if still:
        raise Stop("Still missing after the installation: " + ", ".join(still))


# --- the environment in .venv -----------------------------------------------------------------


def _has_ensurepip(python: list[str]) -> bool:
    done = subprocess.run(
        [*python, "-c", "import ensurepip, venv"], capture_output=True, check=False
    )
    return done.returncode == 0


def _venv_works() -> bool:
    if not VENV_PYTHON.exists():
        return False
    code = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    done = subprocess.run([str(VENV_PYTHON), "-c", code], capture_output=True, check=False)
    return done.returncode == 0


def _make_venv() -> None:
    python = find_python()
    if not _has_ensurepip(python):
        reason = "This Python cannot make virtual environments: its venv module is missing."
        need_packages(["python3-venv"], reason=reason)
    say("Making .venv")
    done = subprocess.run([*python, "-m", "venv", "--clear", str(VENV)], check=False)
    if done.returncode != 0:
        raise Stop("The environment .venv could not be made; see the lines above.")


def _pip(*arguments: str) -> list[str]:
    command = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    if not sys.stderr.isatty():
        command.append("--quiet")
    if os.environ.get(MIRROR):
        command += ["--index-url", os.environ[MIRROR]]
    return command


def _install_lock(fingerprint: str) -> None:
    say("Installing the locked packages (about 300 MB to download, a few minutes)")
    options = ("install", "--require-hashes", "--only-binary=:all:", "-r", str(LOCK))
    if subprocess.run(_pip(*options), check=False).returncode != 0:
        raise Stop(
            "The packages could not be installed; pip says why above. Behind a slow network, "
            f"set {MIRROR} to the address of a package mirror and try again."
        )
    STAMP.write_text(fingerprint, encoding="ascii")


def set_up() -> None:
    """Make .venv when it is missing and bring it to what the lock says."""
    fingerprint = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    is_stamped = STAMP.exists() and STAMP.read_text(encoding="ascii") == fingerprint
    if not _venv_works():
        _make_venv()
        is_stamped = False
    if not is_stamped:
        _install_lock(fingerprint)


def environment() -> dict[str, str]:
    """Return the environment in which everything of ours is started."""
    return {**os.environ, "PYTHONUTF8": "1"}


def offscreen() -> dict[str, str]:
    """Return the environment for a Qt without a screen."""
    return {**environment(), PLATFORM: "offscreen"}


def start(command: list[str], env: dict[str, str], *, cwd: Path | None = ROOT) -> int:
    """Run a program to its end and return its exit code."""
    try:
        return subprocess.run(command, env=env, cwd=cwd, check=False).returncode
    except KeyboardInterrupt:
        return 130


# --- commands ---------------------------------------------------------------------------------


def _opens_window(arguments: list[str]) -> bool:
    is_command = bool(arguments) and arguments[0] in HEADLESS_COMMANDS
    return not is_command and not any(option in arguments for option in HEADLESS_OPTIONS)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", PLATFORM))


def run(arguments: list[str]) -> int:
    """Start the program with these arguments."""
    opens_window = _opens_window(arguments)
    if opens_window and not _has_display():
        raise Stop(HEADLESS_HINT)
    set_up()
    if opens_window or "--self-test" in arguments:
        need_libraries(screen=opens_window and os.environ.get(PLATFORM) != "offscreen")
    command = [str(VENV_PYTHON), str(ROOT / "main.py"), *arguments]
    if not WINDOWS:
        os.execve(command[0], command, environment())
    return start(command, environment(), cwd=None)


def test(arguments: list[str]) -> int:
    """Check format, lint, import contracts and types, then run pytest with these arguments."""
    set_up()
    need_libraries(screen=False)
    python = str(VENV_PYTHON)
    steps = (
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "ruff", "check", "."],
        [str(BIN / "lint-imports"), "--no-logo"],
        [python, "-m", "mypy"],
        [python, "-m", "pytest", *(arguments or ["-n", "2"])],
    )
    for step in steps:
        code = start(step, offscreen())
        if code != 0:
            return code
    return 0


def _module(name: str, arguments: list[str]) -> int:
    set_up()
    need_libraries(screen=False)
    return start([str(VENV_PYTHON), "-m", name, *arguments], offscreen())


def bench(arguments: list[str]) -> int:
    """Print the benchmark table."""
    return _module("tests.bench.run", arguments)


def fuzz(arguments: list[str]) -> int:
    """Set 10,000 random paragraphs and import 2,000 damaged lists."""
    return _module("tests.fuzz.run", arguments)


def kills(arguments: list[str]) -> int:
    """Kill the program while somebody types and look for what is lost (--count N)."""
    return _module("tests.kills.run", arguments)


def walks(arguments: list[str]) -> int:
    """Walk through every page and box at every size and by keyboard alone (a quarter of an hour)."""
    os.environ["UNIONDESK_EVERYTHING"] = "1"
    pages = ("test_clipping", "test_keyboard_path", "test_theme_focus", "test_wheel")
    files = (*(f"tests/ui/{one}.py" for one in pages), "tests/test_bench.py")
    return _module("pytest", ["-q", *files, *arguments])


def shots(arguments: list[str]) -> int:
    """Write a picture of every page in both themes and sizes, and of every document."""
    return _module("tests.shots", arguments)


def _size(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())


def build(arguments: list[str]) -> int:
    """Make the one-folder program in dist, start its self-test and tell its size."""
    set_up()
    need_libraries(screen=True)  # the folder takes them along
    command = [str(VENV_PYTHON), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    code = start([*command, *arguments, str(ROOT / "build.spec")], environment())
    if code != 0:
        return code
    folder = ROOT / "dist" / "uniondesk"
    program = folder / ("uniondesk-cli.exe" if WINDOWS else "uniondesk")
    code = start([str(program), "--self-test"], offscreen(), cwd=folder)
    outcome = "passed" if code == 0 else f"FAILED with code {code}"
    say(f"{folder}: {_size(folder) / 1e6:.0f} MB, self-test {outcome}")
    return code


def _uv() -> str:
    folder = ROOT / "build" / "uv"
    program = folder / "bin" / ("uv.exe" if WINDOWS else "uv")
    if not program.exists():
        done = subprocess.run(_pip("install", "--target", str(folder), UV), check=False)
        if done.returncode != 0:
            raise Stop("uv, which makes the lock, could not be installed.")
    return str(program)


def lock(arguments: list[str]) -> int:
    """Rewrite requirements.txt from pyproject.toml; -U takes newer versions of what is not pinned."""
    if not _venv_works():
        _make_venv()
    command = [_uv(), "pip", "compile", "pyproject.toml", "--group", "dev", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-header", "--quiet", "--output-file", LOCK.name, *arguments]
    if os.environ.get(MIRROR):
        command += ["--index-url", os.environ[MIRROR]]
    code = start(command, environment())
    if code == 0:
        body = LOCK.read_text(encoding="utf-8")
        LOCK.write_bytes((LOCK_HEADER + body).encode())
    return code


COMMANDS = {
    command.__name__: command
    for command in (run, test, bench, fuzz, kills, walks, shots, build, lock)
}


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code."""
    lines = (f"  {name:8}{do.__doc__}" for name, do in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="dev.py COMMAND [ARGS]",
        description="Run, test and build the program; .venv is made and kept up to date on the way.",
        epilog="commands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, help=argparse.SUPPRESS)
    command = parser.parse_args(arguments[:1]).command
    try:
        return COMMANDS[command](arguments[1:])
    except Stop as stop:
        say(str(stop))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
