"""A stick that is pulled, full, locked or lying, played below our code at the system calls."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models import backup
from models.computer import disk
from models.errors import Problem
from models.office_file import OpenOffice

ROOT = Path(__file__).parents[3]


class Stick:
    """The system calls on one folder, failing as told."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.room: int | None = None
        self.code = errno.ENOSPC
        self.is_pulled = False
        self.capacity: int | None = None
        self.failing: dict[str, int] = {}
        self._written = 0
        self._descriptors: set[int] = set()
        self._real: dict[str, Callable[..., Any]] = {}
        for name in ("open", "write", "fsync", "replace", "unlink", "close", "scandir", "listdir"):
            self._real[name] = getattr(os, name)
            monkeypatch.setattr(os, name, getattr(self, name))

    def pull(self, after: int) -> None:
        self.room, self.code = after, errno.ENODEV

    def fill(self, after: int) -> None:
        self.room, self.code = after, errno.ENOSPC

    def plug_in_again(self) -> None:
        self.room, self.is_pulled, self.capacity, self._written = None, False, None, 0
        self.failing = {}

    def open(self, path: Any, flags: int, *args: Any, **named: Any) -> int:
        mine = self._is_mine(path)
        self._fail("create" if mine and flags & os.O_CREAT else "", path)
        descriptor = int(self._real["open"](path, flags, *args, **named))
        if mine:
            self._descriptors.add(descriptor)
        return descriptor

    def close(self, descriptor: int) -> None:
        self._descriptors.discard(descriptor)
        self._real["close"](descriptor)

    def write(self, descriptor: int, data: Any) -> int:
        if descriptor not in self._descriptors:
            return int(self._real["write"](descriptor, data))
        if self.room is not None and self._written + len(data) > self.room:
            rest = self.room - self._written
            if rest > 0:
                self._written += int(self._real["write"](descriptor, bytes(data[:rest])))
                return rest
            self.is_pulled = self.code == errno.ENODEV
            raise OSError(self.code, os.strerror(self.code))
        kept = bytes(data)
        if self.capacity is not None:
            good = max(0, self.capacity - self._written)
            kept = kept[:good] + bytes(len(kept) - min(good, len(kept)))
        self._written += len(data)
        return int(self._real["write"](descriptor, kept))

    def fsync(self, descriptor: int) -> None:
        if descriptor in self._descriptors:
            self._fail("fsync", self.folder)
        self._real["fsync"](descriptor)

    def replace(self, source: Any, target: Any, **named: Any) -> None:
        self._fail("replace", source)
        self._real["replace"](source, target, **named)

    def unlink(self, path: Any, **named: Any) -> None:
        self._fail("unlink", path)
        self._real["unlink"](path, **named)

    def scandir(self, path: Any = ".") -> Any:
        self._fail("list", path)
        return self._real["scandir"](path)

    def listdir(self, path: Any = ".") -> Any:
        self._fail("list", path)
        return self._real["listdir"](path)

    def _fail(self, call: str, path: Any) -> None:
        if not self._is_mine(path):
            return
        if self.is_pulled:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        if call in self.failing:
            raise OSError(self.failing[call], os.strerror(self.failing[call]))

    def _is_mine(self, path: Any) -> bool:
        return not isinstance(path, int) and Path(path).is_relative_to(self.folder)


@pytest.fixture
def faulty(copy: backup.Copy, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """A stick with one good backup on it, which may now fail."""
    assert copy.path.exists()
    return Stick(stick, monkeypatch)


def finals(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.glob("*.ghbak"))


def assert_only_the_earlier_backup(office: OpenOffice, stick: Path, copy: backup.Copy) -> None:
    assert finals(stick) == [copy.file_name]
    assert backup.verify(copy.path).sha256 == copy.sha256
    remembered = backup.last_copy(office.connection)
    assert remembered is not None
    assert remembered.file_name == copy.file_name


# The probe is 4,096 bytes; what lies beyond is the container itself.
PLACES = (0, 1, 4095, 4096, 4097, 5000, 20000, 70000)


@pytest.mark.parametrize("after", PLACES)
def test_a_stick_pulled_while_writing_is_one_sentence_and_harms_nothing(
    after: int, office: OpenOffice, stick: Path, copy: backup.Copy, faulty: Stick
) -> None:
    faulty.pull(after)

    with pytest.raises(Problem) as caught:
        backup.back_up(office.connection, stick, town="示例镇")

    assert "被拔出" in caught.value.message
    assert "以前的备份不受影响" in caught.value.message
    assert "。" not in caught.value.message
    faulty.plug_in_again()
    assert_only_the_earlier_backup(office, stick, copy)


def test_after_plugging_in_again_the_next_backup_is_good_and_the_rest_is_cleared(
    office: OpenOffice, stick: Path, faulty: Stick
) -> None:
    faulty.pull(9000)
    with pytest.raises(Problem):
        backup.back_up(office.connection, stick, town="示例镇")
    faulty.plug_in_again()
    assert list(stick.glob("*.part"))

    made = backup.back_up(office.connection, stick, town="示例镇")

    assert backup.verify(made.path).counts["unit"] == 3
    assert list(stick.glob("*.part")) == []


@pytest.mark.parametrize("after", PLACES)
def test_a_stick_that_fills_up_is_one_sentence_and_is_tidied(
    after: int, office: OpenOffice, stick: Path, copy: backup.Copy, faulty: Stick
) -> None:
    faulty.fill(after)

    with pytest.raises(Problem, match="空间不足"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert list(stick.glob("*.part")) == []
    assert_only_the_earlier_backup(office, stick, copy)


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ("create", errno.EROFS, "写保护"),
        ("create", errno.EACCES, "写保护"),
        ("create", errno.EINVAL, "不接受这个文件名"),
        ("create", errno.ENAMETOOLONG, "不接受这个文件名"),
        ("create", errno.ENOENT, "被拔出"),
        ("fsync", errno.EIO, "被拔出或读写出错"),
        ("fsync", errno.ENOSPC, "空间不足"),
        ("replace", errno.EIO, "被拔出或读写出错"),
        ("replace", errno.EFBIG, "FAT32"),
        ("list", errno.EIO, "被拔出或读写出错"),
    ],
)
def test_every_refusal_of_a_stick_has_its_sentence(
    call: str,
    code: int,
    words: str,
    office: OpenOffice,
    stick: Path,
    copy: backup.Copy,
    faulty: Stick,
) -> None:
    faulty.failing = {call: code}

    with pytest.raises(Problem, match=words):
        backup.back_up(office.connection, stick, town="示例镇")

    faulty.plug_in_again()
    assert list(stick.glob("*.part")) == []
    assert_only_the_earlier_backup(office, stick, copy)


@pytest.mark.parametrize("capacity", [0, 4096, 5000, 30000])
def test_a_stick_that_only_pretends_to_hold_the_bytes_is_found_out(
    capacity: int, office: OpenOffice, stick: Path, copy: backup.Copy, faulty: Stick
) -> None:
    faulty.capacity = capacity

    with pytest.raises(Problem, match="读回的内容与写入的不一致"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert_only_the_earlier_backup(office, stick, copy)


def test_a_backup_that_rots_while_it_gets_its_name_does_not_keep_it(
    office: OpenOffice, stick: Path, copy: backup.Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def rot(source: Any, target: Any, **named: Any) -> None:
        real(source, target, **named)
        if str(target).endswith(".ghbak"):
            with Path(target).open("r+b") as file:
                file.seek(2000)
                file.write(b"rotten")

    monkeypatch.setattr(os, "replace", rot)

    with pytest.raises(Problem, match="读回的内容与写入的不一致"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert_only_the_earlier_backup(office, stick, copy)


def test_a_stick_without_room_is_refused_before_anything_is_written(
    office: OpenOffice, stick: Path, copy: backup.Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    before = sorted(stick.iterdir())

    with pytest.raises(Problem, match=r"还差 \d MB"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert sorted(stick.iterdir()) == before
    assert disk.free_space(stick) == 100_000


def test_a_full_pc_is_not_blamed_on_the_stick(
    office: OpenOffice, stick: Path, copy: backup.Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse_rehearsal(path: Any, *args: Any, **named: Any) -> int:
        if Path(path).name == "data.db":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *args, **named)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse_rehearsal)
        with pytest.raises(Problem, match="电脑磁盘空间不足"):
            backup.back_up(office.connection, stick, town="示例镇")
        with pytest.raises(Problem, match="电脑磁盘空间不足"):
            backup.verify(copy.path)

    assert_only_the_earlier_backup(office, stick, copy)


def test_a_driver_that_cannot_sync_folders_is_good_enough(
    office: OpenOffice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if os.fstat(descriptor).st_mode & 0o040000:
            raise OSError(errno.EINVAL, "no folders here")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)

    made = backup.back_up(office.connection, stick, town="示例镇")

    assert backup.verify(made.path).has_sidecar


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_killed_anywhere_in_a_backup_every_finished_file_is_good(
    office: OpenOffice, stick: Path, copy: backup.Copy, file: Path
) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from models import backup, office_file\n"
        "office = office_file.open_office(Path(sys.argv[1])); left = [int(sys.argv[3])]\n"
        "def dying(real):\n"
        "    def call(*args, **named):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        return real(*args, **named)\n"
        "    return call\n"
        "for name in ('write', 'fsync', 'replace'): setattr(os, name, dying(getattr(os, name)))\n"
        "backup.back_up(office.connection, Path(sys.argv[2]), town='示例镇')\n"
    )
    office.close()
    finished: list[int] = []

    for calls in range(40):
        command = [sys.executable, "-c", script, str(file), str(stick), str(calls)]
        ended = subprocess.run(command, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
        archives = list(stick.glob("*.ghbak"))
        for archive in archives:
            assert backup.verify(archive).counts["unit"] == 3
        finished.append(len(archives))
        for archive in archives:
            if archive != copy.path:
                archive.unlink()
                archive.with_name(archive.name + ".sha256").unlink(missing_ok=True)
        if ended.returncode == 0:
            break

    assert ended.returncode == 0
    assert copy.path.exists()
    assert finished[0] == 1
    assert finished[-1] == 2
