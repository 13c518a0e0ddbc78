"""The backup container: a plain zip that can be opened without this program."""

import errno
import json
import platform
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.backup.snapshot import Snapshot
from models.backup.soundness import TableDigest
from models.computer import disk
from models.office_header import APPLICATION_ID, Damaged
from models.version import VERSION

FORMAT = 1
EXTENSION = ".ghbak"
MANIFEST, DATA, README = "manifest.json", "data.db", "明文说明.txt"

_APPLICATION = "工会案头"
_MEMBERS = (MANIFEST, DATA, README)
_LARGEST_MANIFEST = 4 << 20
_LARGEST_README = 64 << 10
_PIECE = 1 << 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself."""

    created: datetime
    town: str
    application_version: str
    schema_version: int
    operation: int
    tables: Mapping[str, TableDigest]
    sha256: str
    size: int
    previous: str | None


def manifest_of(
    snapshot: Snapshot, *, created: datetime, town: str, previous: str | None
) -> Manifest:
    """Return what the backup of this snapshot is to say."""
    return Manifest(
        created=created,
        town=town,
        application_version=VERSION,
        schema_version=snapshot.schema_version,
        operation=snapshot.operation,
        tables=snapshot.tables,
        sha256=snapshot.sha256,
        size=snapshot.size,
        previous=previous,
    )


def pack(path: Path, manifest: Manifest, data: Path) -> None:
    """Write a backup of a checked snapshot to a new file."""
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), _manifest_text(manifest))
        with archive.open(_entry(DATA), "w", force_zip64=manifest.size >= 1 << 31) as member:
            for piece in disk.read_pieces(data):
                member.write(piece)
        archive.writestr(_entry(README), _readme_text(manifest))
    disk.sync_file(path)


def unpack(path: Path, data: Path) -> Manifest:
    """Write the database of a backup to a new file and return what the backup says."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(path, archive)
            manifest = _read_manifest(archive.read(MANIFEST))
            archive.read(README)  # its checksum is compared on the way
            disk.create_file(data, _member_pieces(archive))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        TypeError,
        ValueError,
        RuntimeError,  # "encrypted", and NotImplementedError for an unknown kind of packing
    ) as error:
        raise Damaged("备份文件的内容已损坏") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a damaged directory sends zipfile before the first byte
            raise
        raise Damaged("备份文件的目录已损坏") from error
    if disk.sha256_of(data) != manifest.sha256 or data.stat().st_size != manifest.size:
        raise Damaged("备份里的数据与清单对不上")
    return manifest


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.external_attr = 0o600 << 16
    return entry


def _check_members(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if tuple(member.filename for member in members) != _MEMBERS:
        raise Damaged("里面的文件与备份应有的不一样")
    limits = (_LARGEST_MANIFEST, path.stat().st_size, _LARGEST_README)
    for member, limit in zip(members, limits, strict=True):
        stored = member.compress_type == zipfile.ZIP_STORED
        if not stored or member.file_size != member.compress_size or member.file_size > limit:
            raise Damaged(f"里面的“{member.filename}”不是备份应有的样子")


def _member_pieces(archive: zipfile.ZipFile) -> Iterator[bytes]:
    with archive.open(DATA) as member:
        while piece := member.read(_PIECE):
            yield piece


def _manifest_text(manifest: Manifest) -> str:
    created = manifest.created
    told = {
        "format": FORMAT,
        "application": _APPLICATION,
        "application_id": APPLICATION_ID,
        "application_version": manifest.application_version,
        "schema_version": manifest.schema_version,
        "created_local": created.isoformat(timespec="seconds"),
        "created_utc": created.astimezone(UTC).isoformat(timespec="seconds"),
        "machine": platform.node(),
        "town": manifest.town,
        "operation": manifest.operation,
        "tables": {
            name: {"rows": table.rows, "digest": table.digest}
            for name, table in manifest.tables.items()
        },
        "db_sha256": manifest.sha256,
        "db_bytes": manifest.size,
        "previous_sha256": manifest.previous,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _read_manifest(raw: bytes) -> Manifest:
    told = json.loads(raw.decode("utf-8"))
    if told["application_id"] != APPLICATION_ID:
        raise Damaged("不是本软件的备份")
    if told["format"] != FORMAT:
        raise Damaged("备份是更新版本的程序做的，请安装新版程序")
    tables = {
        str(name): TableDigest(int(table["rows"]), str(table["digest"]))
        for name, table in told["tables"].items()
    }
    previous = told["previous_sha256"]
    return Manifest(
        created=datetime.fromisoformat(told["created_local"]),
        town=str(told["town"]),
        application_version=str(told["application_version"]),
        schema_version=int(told["schema_version"]),
        operation=int(told["operation"]),
        tables=tables,
        sha256=str(told["db_sha256"]),
        size=int(told["db_bytes"]),
        previous=None if previous is None else str(previous),
    )


def _readme_text(manifest: Manifest) -> str:
    """Say how to get at the data in ten years, on a PC without this program."""
    lines = (
        f"这是“{_APPLICATION}”软件为{manifest.town or '本镇'}工会做的台账备份。",
        f"备份时间：{manifest.created:%Y-%m-%d %H:%M:%S}",
        "",
        "有本软件时：打开软件，选“从备份恢复”，再选这个 .ghbak 文件。",
        "",
        "没有本软件时：",
        "1. 这个文件是普通的 ZIP 压缩包，没有加密。把扩展名 .ghbak 改成 .zip，",
        "   用 Windows 自带的解压、7-Zip 或 WinRAR 都能打开。",
        "2. 里面的 data.db 是 SQLite 3 数据库，用免费软件 DB Browser for SQLite",
        "   （sqlitebrowser）打开，可以查看每张表，并导出为 CSV 或 Excel。",
        "3. 里面的 manifest.json 写着每张表有多少行，以及 data.db 的 SHA-256，",
        "   可以用来核对数据是否完整。",
        "",
        "旁边同名的 .sha256 文件是整个备份文件的校验值：",
        "   Windows：certutil -hashfile 备份文件名 SHA256",
        "   Linux：sha256sum -c 校验文件名",
        "",
        "备份里有职工的个人信息，请妥善保管，不要外传。",
    )
    # Old Notepad shows a text as one line without \r\n, and as gibberish without the mark.
    return "\ufeff" + "\r\n".join(lines) + "\r\n"
