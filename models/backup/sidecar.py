"""The .sha256 file beside a backup, as sha256sum writes and checks it."""

from pathlib import Path

from models.computer import disk
from models.office_header import Damaged, beside


def sidecar_path(archive: Path) -> Path:
    """Return where the checksum of a backup lies."""
    return beside(archive, ".sha256")


def write_sidecar(archive: Path, sha256: str) -> None:
    """Put the checksum beside a backup and read it back from the disk."""
    final = sidecar_path(archive)
    part = beside(final, ".part")
    text = _text(archive, sha256)
    part.unlink(missing_ok=True)
    try:
        disk.create_file(part, iter([text]))
        disk.replace(part, final)
    except BaseException:
        disk.remove_quietly(part)
        raise
    disk.sync_folder(archive.parent)
    disk.drop_cache(final)
    if final.read_bytes() != text:
        raise Damaged("校验文件重读不一致")


def agrees_with_sidecar(archive: Path, sha256: str) -> bool:
    """Whether the checksum beside a backup is this one; False when there is none."""
    try:
        told = sidecar_path(archive).read_bytes()
    except FileNotFoundError:
        return False
    if told == _text(archive, sha256):
        return True
    if told.startswith(sha256.encode("ascii") + b"  "):
        raise Damaged("校验文件里写的是另一个文件名；若改过备份的名字，请改回原名再验证")
    raise Damaged("与旁边的 .sha256 校验文件对不上，备份或校验文件已损坏")


def declared_sha256(archive: Path) -> str | None:
    """Return the checksum that lies beside a backup, if it looks like one."""
    try:
        word = sidecar_path(archive).read_bytes()[:64].decode("ascii")
    except (OSError, UnicodeDecodeError):
        return None
    return word if len(word) == 64 and set(word) <= set("0123456789abcdef") else None


def _text(archive: Path, sha256: str) -> bytes:
    # Two blanks and a bare line end, whatever the system: that is the format.
    return f"{sha256}  {archive.name}\n".encode()
