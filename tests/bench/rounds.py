"""Whole processes measured in interleaved rounds, so that a busy machine is busy for all alike."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Timer

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 600
# The kernel counts memory in kB, macOS in bytes.
RSS_UNIT = 1e6 if sys.platform == "darwin" else 1e3


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program to measure; `prepare` runs before each round and is not measured."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Medians of one program: CPU and wall seconds, peak memory in MB, and what it told itself."""

    cpu: float
    wall: float
    peak: float
    told: Mapping[str, float] = field(default_factory=dict)


class Broken(Exception):
    """A measured program ended with an error."""


def python(module: str, *arguments: object) -> tuple[str, ...]:
    """Return the command that runs a module of this folder."""
    return (sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments))


def run(command: Sequence[str]) -> Result:
    """Run a program to its end and return what it used; its last line may be a JSON object."""
    with tempfile.TemporaryFile() as spoken, tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=_environment(), stdout=spoken, stderr=errors
        )
        patience = Timer(LONGEST_SECONDS, process.kill)
        patience.start()
        _, status, usage = os.wait4(process.pid, 0)
        patience.cancel()
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        spoken.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            said = errors.read().decode(errors="replace")[-2000:]
            raise Broken(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
        told = _told(spoken.read().decode(errors="replace"))
    return Result(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / RSS_UNIT, told)


def compete(contestants: Sequence[Contestant], rounds: int) -> dict[str, Result]:
    """Run every program once a round and return the medians by name.

    Of several rounds the first is for practice: it compiles modules and fills the disk's cache.
    """
    results: dict[str, list[Result]] = {one.name: [] for one in contestants}
    for _ in range(rounds + (rounds > 1)):
        for one in contestants:
            if one.prepare:
                one.prepare()
            results[one.name].append(run(one.command))
    return {name: _medians(found[-rounds:]) for name, found in results.items()}


def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiled, as it does for a clerk."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def _told(text: str) -> dict[str, float]:
    last = text.strip().rpartition("\n")[2]
    return dict(json.loads(last)) if last.startswith("{") and last.endswith("}") else {}


def _medians(found: Sequence[Result]) -> Result:
    return Result(
        cpu=median(one.cpu for one in found),
        wall=median(one.wall for one in found),
        peak=median(one.peak for one in found),
        told={key: median(one.told[key] for one in found) for key in found[0].told},
    )
