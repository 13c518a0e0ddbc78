"""What knows the PC, tried on descriptions of PCs that are not here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models import computer
from models.computer import disk, linux, windows
from models.computer.reasons import Reason, reason_of


class LinuxPc:
    """A PC as its kernel would describe it, built in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lines: list[str] = []
        self.system = linux.System(folder / "mounts", folder / "class", folder / "by-label")
        self.system.mounts.write_text("")
        self.system.blocks.mkdir()
        self.system.labels.mkdir()

    def add_disk(self, name: str, bus: str = "pci0", *, removable: bool = False) -> None:
        block = self.folder / "devices" / bus / name
        (block / "device").mkdir(parents=True)
        (block / "removable").write_text("1\n" if removable else "0\n")
        (self.system.blocks / name).symlink_to(block)

    def add_partition(self, disk_name: str, name: str) -> None:
        block = (self.system.blocks / disk_name).resolve() / name
        block.mkdir()
        (block / "partition").write_text("1\n")
        (self.system.blocks / name).symlink_to(block)

    def add_encrypted(self, name: str, below: str) -> None:
        self.add_disk(name, "virtual")
        (self.system.blocks / name / "slaves" / below).mkdir(parents=True)

    def mount(
        self, device: str, path: Path, kind: str = "ext4", options: str = "rw,relatime"
    ) -> None:
        shown = str(path).replace(" ", "\\040")
        self.lines.append(f"{device} {shown} {kind} {options} 0 0")
        self.system.mounts.write_text("\n".join(self.lines), encoding="utf-8")


@pytest.fixture
def pc(tmp_path: Path) -> LinuxPc:
    """A PC with one built-in disk that holds everything."""
    (tmp_path / "pc").mkdir()
    made = LinuxPc(tmp_path / "pc")
    made.add_disk("sda")
    made.add_partition("sda", "sda1")
    made.mount("/dev/sda1", Path("/"))
    return made


def test_a_stick_is_listed_with_its_label_and_room(pc: LinuxPc, tmp_path: Path) -> None:
    place = tmp_path / "media" / "工会 U盘"
    place.mkdir(parents=True)
    pc.add_disk("sdb", removable=True)
    pc.add_partition("sdb", "sdb1")
    pc.mount("/dev/sdb1", place, "vfat")
    (pc.system.labels / "GH\\x20备份").symlink_to("/dev/sdb1")

    (found,) = linux.removable_volumes(pc.system)

    assert found.path == place
    assert found.label == "GH 备份"
    assert 0 < found.free <= found.total
    assert found.removable
    assert not found.read_only


def test_a_stick_without_a_label_is_called_like_its_folder(pc: LinuxPc, tmp_path: Path) -> None:
    place = tmp_path / "KINGSTON"
    place.mkdir()
    pc.add_disk("sdb", removable=True)
    pc.mount("/dev/sdb", place, "exfat", "ro,nosuid")

    (found,) = linux.removable_volumes(pc.system)

    assert found.label == "KINGSTON"
    assert found.read_only


def test_a_usb_hard_disk_that_calls_itself_fixed_is_recognised(pc: LinuxPc, tmp_path: Path) -> None:
    pc.add_disk("sdc", "usb2")
    pc.add_partition("sdc", "sdc1")
    pc.mount("/dev/sdc1", tmp_path, "fuseblk")

    assert linux.is_removable(pc.system, tmp_path / "工会" / "台账.db")


def test_an_encrypted_stick_is_recognised_by_what_lies_below(pc: LinuxPc, tmp_path: Path) -> None:
    pc.add_disk("sdd", removable=True)
    pc.add_encrypted("dm-0", "sdd")
    pc.mount("/dev/dm-0", tmp_path)

    assert linux.is_removable(pc.system, tmp_path / "台账.db")


def test_a_built_in_disk_is_not_removable(pc: LinuxPc, tmp_path: Path) -> None:
    assert not linux.is_removable(pc.system, tmp_path)
    assert list(linux.removable_volumes(pc.system)) == []


def test_the_disk_the_pc_runs_from_is_never_called_removable(tmp_path: Path) -> None:
    (tmp_path / "pc").mkdir()
    pc = LinuxPc(tmp_path / "pc")
    pc.add_disk("sda", "usb1", removable=True)
    pc.add_partition("sda", "sda2")
    pc.mount("/dev/sda2", Path("/"))

    assert not linux.is_removable(pc.system, tmp_path)


def test_a_pulled_stick_that_is_still_in_the_table_is_skipped(pc: LinuxPc, tmp_path: Path) -> None:
    pc.add_disk("sdb", removable=True)
    pc.mount("/dev/sdb", tmp_path / "gone", "vfat")

    assert list(linux.removable_volumes(pc.system)) == []


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "fuse.sshfs"])
def test_a_network_folder_is_recognised(kind: str, pc: LinuxPc, tmp_path: Path) -> None:
    share = tmp_path / "共享"
    share.mkdir()
    pc.mount("//server/gonghui", share, kind)

    assert linux.is_network(pc.system, share / "2024" / "台账.db")
    assert not linux.is_network(pc.system, tmp_path / "台账.db")


def test_the_later_mount_on_a_folder_hides_the_earlier(pc: LinuxPc, tmp_path: Path) -> None:
    pc.mount("//server/gonghui", tmp_path, "cifs")
    pc.mount("/dev/sda1", tmp_path)

    assert not linux.is_network(pc.system, tmp_path)


class WindowsPc:
    """A PC with a disk, a stick, a USB hard disk, a network drive and an empty reader."""

    def __init__(self) -> None:
        self._types = {"C": 3, "E": 2, "F": 3, "G": 2, "Z": 4}
        self._labels = {"C": ("系统", 0), "E": ("工会U盘", 0x00080000), "F": ("", 0)}

    def letters(self) -> str:
        return "".join(self._types)

    def drive_type(self, root: str) -> int:
        return self._types.get(root[0], 1)

    def bus_type(self, letter: str) -> int | None:
        return {"C": 17, "F": 7}.get(letter)

    def volume(self, root: str) -> tuple[str, int] | None:
        return self._labels.get(root[0])

    def system_letter(self) -> str:
        return "C"


def test_windows_drives_are_told_apart() -> None:
    pc = WindowsPc()

    removable = [c for c in "CEFGZ" if windows.is_removable(pc, Path(f"{c}:\\工会\\台账.db"))]
    network = [c for c in "CEFGZ" if windows.is_network(pc, Path(f"{c}:\\工会\\台账.db"))]

    assert removable == ["E", "F", "G"]
    assert network == ["Z"]
    assert windows.is_network(pc, Path("\\\\server\\share\\台账.db"))
    assert windows.is_removable(pc, Path("\\\\?\\e:\\台账.db"))


def test_windows_lists_drives_with_a_medium(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = disk.shutil.disk_usage(Path.cwd())
    monkeypatch.setattr(disk.shutil, "disk_usage", lambda root: usage)

    found = list(windows.removable_volumes(WindowsPc()))

    assert [(str(volume.path), volume.label, volume.read_only) for volume in found] == [
        ("E:\\", "工会U盘", True),
        ("F:\\", "F盘", False),
    ]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 某某镇人民政府", "OneDrive"),
        ("WPS云盘", "WPS云盘"),
        ("我的坚果云", "坚果云"),
        ("Nutstore Files", "坚果云"),
        ("WeChat Files", "微信文件"),
        ("BaiduSyncdisk", "百度网盘"),
        ("坚果云使用说明", None),
        ("工会案头", None),
    ],
)
def test_folders_of_cloud_services_are_known_by_name(folder: str, name: str | None) -> None:
    assert computer.sync_folder_name(Path("/home/clerk") / folder / "2024" / "台账.db") == name


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of our own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its own list of folders")
def test_documents_are_where_the_desktop_says(home: Path) -> None:
    assert computer.documents_folder() == home
    (home / "Documents").mkdir()
    assert computer.documents_folder() == home / "Documents"
    (home / "文档").mkdir()
    assert computer.documents_folder() == home / "文档"
    (home / ".config").mkdir()
    (home / "资料").mkdir()
    settings = home / ".config" / "user-dirs.dirs"
    settings.write_text('# made by the desktop\nXDG_DOCUMENTS_DIR="$HOME/资料"\n', encoding="utf-8")
    assert computer.documents_folder() == home / "资料"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another place for settings")
def test_the_last_file_is_remembered_as_long_as_it_exists(home: Path) -> None:
    assert computer.last_file() is None
    file = home / "示例镇.db"
    file.touch()

    computer.remember_file(file)

    assert computer.last_file() == file
    assert computer.settings_folder().is_relative_to(home / ".config")
    file.unlink()
    assert computer.last_file() is None


def test_a_lock_is_held_once_and_tells_by_whom(tmp_path: Path) -> None:
    held = computer.lock_file(tmp_path / "台账.db.lock")

    with pytest.raises(computer.LockHeld) as caught:
        computer.lock_file(tmp_path / "台账.db.lock")
    assert caught.value.holder.pid == str(os.getpid())
    assert caught.value.holder.since

    held.release()
    held.release()
    computer.lock_file(tmp_path / "台账.db.lock").release()


def test_the_end_of_a_program_lets_its_lock_go(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from models.computer import lock_file\n"
        "lock = lock_file(Path(sys.argv[1])); os._exit(9)\n"
    )
    root = Path(__file__).parents[2]

    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "lock")],
        check=False,
        env={**os.environ, "PYTHONPATH": str(root)},
    )

    assert ended.returncode == 9
    assert "pid=" in (tmp_path / "lock").read_text(encoding="utf-8")
    computer.lock_file(tmp_path / "lock").release()


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")

    with pytest.raises(FileExistsError):
        disk.create_file(tmp_path / "a", iter([b"yours"]))

    assert (tmp_path / "a").read_bytes() == b"mine"


def test_dropping_the_cache_keeps_the_file(tmp_path: Path) -> None:
    content = os.urandom(3 << 20)
    disk.create_file(tmp_path / "a", iter([content]))

    computer.drop_cache(tmp_path / "a")

    assert b"".join(disk.read_pieces(tmp_path / "a")) == content
    assert computer.free_space(tmp_path) > 0


def test_windows_numbers_come_before_the_one_python_made_of_them() -> None:
    error = OSError(13, "Access is denied")
    error.winerror = 21  # the drive is not ready; Python calls that EACCES

    assert reason_of(error) is Reason.GONE
    assert reason_of(OSError(13, "Permission denied")) is Reason.PROTECTED
    assert reason_of(OSError(9999, "?")) is Reason.OTHER


def test_a_program_counts_its_own_memory_and_not_that_of_the_one_that_started_it() -> None:
    told = "import sys; from models.computer.memory import most_memory as most; print(most())"
    starts = f"import subprocess, sys; kept = b'x' * 400_000_000; {told}; sys.stdout.flush()"
    starts += f"; subprocess.run([sys.executable, '-c', {told!r}], check=True)"

    done = subprocess.run(
        [sys.executable, "-c", starts], capture_output=True, text=True, check=True
    )

    starter, started = map(int, done.stdout.split())
    assert starter > 400_000_000
    assert 1_000_000 < started < 200_000_000
