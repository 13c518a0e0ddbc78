"""Whether a backup can be trusted, found out by reading and opening all of it."""

import sqlite3
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backup import archive, soundness
from models.backup.sidecar import agrees_with_sidecar
from models.backup.snapshot import Snapshot, check_copy
from models.computer import disk
from models.errors import Problem
from models.office_header import Damaged

NO_SIDECAR = "旁边没有 .sha256 校验文件，只核对了备份自带的清单。"


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that was read and opened in full and found whole."""

    path: Path
    created: datetime
    town: str
    application_version: str
    schema_version: int
    operation: int
    counts: dict[str, int]
    sha256: str
    has_sidecar: bool
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How many rows a table has now, and how many it had in the backup."""

    table: str
    now: int
    then: int


def verify(path: Path) -> Verified:
    """Read a backup from the disk, open it and check every row, or raise Problem."""
    try:
        disk.drop_cache(path)
        sha256 = disk.sha256_of(path)
        has_sidecar = agrees_with_sidecar(path, sha256)
        manifest = rehearse(path)
    except Damaged as damage:
        advice = "不要用它恢复，请换另一份备份；这一份先留着，不要删除。"
        raise Problem(f"备份“{path.name}”不可用：{damage}", advice) from damage
    except FileNotFoundError:
        raise Problem(f"找不到备份“{path.name}”", "请检查U盘是否插好。") from None
    except OSError as error:
        message = f"读取备份“{path.name}”时出错（{error.strerror}）"
        raise Problem(message, "请插好U盘再试；反复出错请换另一份备份。") from error
    return Verified(
        path=path,
        created=manifest.created,
        town=manifest.town,
        application_version=manifest.application_version,
        schema_version=manifest.schema_version,
        operation=manifest.operation,
        counts={name: table.rows for name, table in manifest.tables.items()},
        sha256=sha256,
        has_sidecar=has_sidecar,
        notices=() if has_sidecar else (NO_SIDECAR,),
    )


def rehearse(path: Path) -> archive.Manifest:
    """Restore a backup into a private folder, check every row there, and throw it away."""
    # mkdtemp makes the folder readable by nobody else.
    with tempfile.TemporaryDirectory(prefix="ghbak-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / archive.DATA
        manifest = archive.unpack(path, data)
        check_against(manifest, data)
        return manifest


def check_against(manifest: archive.Manifest, data: Path) -> Snapshot:
    """Raise Damaged unless a database holds exactly what the manifest says."""
    try:
        copy = check_copy(data)
    except sqlite3.DatabaseError as error:
        raise Damaged(f"备份里的数据库打不开（{error}）") from error
    told = (manifest.schema_version, manifest.operation, manifest.tables)
    if (copy.schema_version, copy.operation, copy.tables) != told:
        raise Damaged("备份里的记录与清单对不上")
    return copy


def compare(connection: sqlite3.Connection, verified: Verified) -> tuple[Difference, ...]:
    """Return the row counts of every table, now and in the backup."""
    now = soundness.table_counts(connection)
    names = [*now, *(name for name in verified.counts if name not in now)]
    return tuple(Difference(name, now.get(name, 0), verified.counts.get(name, 0)) for name in names)
