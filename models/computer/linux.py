"""Drives as Linux describes them in /proc and /sys."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs", "glusterfs"}
    | {"lustre", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"}
)


class Volume(NamedTuple):
    """What a mounted drive is, in the order of the fields of Drive."""

    path: Path
    label: str
    free: int
    total: int
    removable: bool
    read_only: bool


@dataclass(frozen=True, slots=True)
class System:
    """Where the kernel's descriptions lie; tests point it at a tree of their own."""

    mounts: Path
    blocks: Path
    labels: Path


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the mount table."""

    device: str
    path: Path
    kind: str
    read_only: bool


SYSTEM = System(Path("/proc/self/mounts"), Path("/sys/class/block"), Path("/dev/disk/by-label"))


def removable_volumes(system: System) -> Iterator[Volume]:
    """Yield the mounted drives that can be pulled out."""
    own_disks = _own_disks(system)
    for mount in _mounts(system):
        if not _is_removable_mount(system, mount, own_disks):
            continue
        try:
            usage = shutil.disk_usage(mount.path)
        except OSError:
            continue  # pulled out between the mount table and now
        label = _label(system, mount)
        yield Volume(mount.path, label, usage.free, usage.total, True, mount.read_only)


def is_removable(system: System, path: Path) -> bool:
    """Whether the path lies on a mounted drive that can be pulled out."""
    mount = _mount_of(system, path)
    return mount is not None and _is_removable_mount(system, mount, _own_disks(system))


def is_network(system: System, path: Path) -> bool:
    """Whether the path lies on a network file system."""
    mount = _mount_of(system, path)
    return mount is not None and mount.kind in NETWORK_TYPES


def _is_removable_mount(system: System, mount: Mount, own_disks: frozenset[str]) -> bool:
    disks = _disks(system, mount.device)
    # A PC may itself run from a USB disk or a card: that one stays in.
    return bool(disks - own_disks) and any(_can_be_pulled(system.blocks / disk) for disk in disks)


def _own_disks(system: System) -> frozenset[str]:
    roots = [mount for mount in _mounts(system) if mount.path == Path("/")]
    return frozenset(disk for mount in roots for disk in _disks(system, mount.device))


def _mounts(system: System) -> list[Mount]:
    text = system.mounts.read_bytes().decode("utf-8", "surrogateescape")
    lines = [line.split(" ") for line in text.splitlines()]
    return [
        Mount(_unescape(line[0]), Path(_unescape(line[1])), line[2], "ro" in line[3].split(","))
        for line in lines
        if len(line) >= 4
    ]


def _mount_of(system: System, path: Path) -> Mount | None:
    place = path.resolve()
    holding = [mount for mount in _mounts(system) if place.is_relative_to(mount.path)]
    # The later of two mounts on one folder hides the earlier.
    return max(reversed(holding), key=lambda mount: len(mount.path.parts), default=None)


def _unescape(text: str) -> str:
    """Undo the octal escapes by which the mount table writes blanks."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _disks(system: System, device: str) -> frozenset[str]:
    """Return the whole disks below a device; an encrypted volume may have several."""
    if not device.startswith("/dev/"):
        return frozenset()
    return _disks_below(system, Path(device).resolve().name)


def _disks_below(system: System, name: str) -> frozenset[str]:
    block = system.blocks / name
    if not block.exists():
        return frozenset()
    slaves = block / "slaves"
    below = [slave.name for slave in slaves.iterdir()] if slaves.is_dir() else []
    if below:
        return frozenset(disk for slave in below for disk in _disks_below(system, slave))
    if (block / "partition").exists():
        return frozenset({block.resolve().parent.name})
    return frozenset({name})


def _can_be_pulled(block: Path) -> bool:
    if _read(block / "removable") == "1" or _read(block / "device" / "type") == "SD":
        return True
    # USB hard disks call themselves fixed; their bus gives them away.
    return any(re.fullmatch(r"usb\d+", part) for part in block.resolve().parts)


def _label(system: System, mount: Mount) -> str:
    device = Path(mount.device).resolve()
    links = sorted(system.labels.iterdir()) if system.labels.is_dir() else []
    for link in links:
        if link.resolve() == device:
            return _decode_label(link.name)
    return mount.path.name


def _decode_label(name: str) -> str:
    raw = re.sub(
        rb"\\x([0-9a-fA-F]{2})",
        lambda found: bytes([int(found[1], 16)]),
        name.encode("utf-8", "surrogateescape"),
    )
    return raw.decode("utf-8", "replace")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
