"""Whether a backup can be trusted, found out by reading and opening all of it."""

import sqlite3
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.backup import archive, soundness, source
from models.backup.faults import explain
from models.backup.sidecar import agrees_with_sidecar
from models.backup.snapshot import Snapshot, check_copy
from models.computer import disk
from models.computer.reasons import Reason, reason_of
from models.errors import Problem
from models.office_header import Damaged

NO_SIDECAR = "旁边没有 .sha256 校验文件，只核对了备份自带的清单。"
PLAIN_COPY = "这是本机副本，没有清单和校验文件；只检查了数据库本身，没有发现问题。"


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
    if path.is_dir():
        raise Problem(f"“{path.name}”是一个文件夹", "请选择里面的备份文件（.ghbak）。")
    with source.kept_closed(path):
        return _verify(path)


def _verify(path: Path) -> Verified:
    try:
        disk.drop_cache(path)
        sha256 = disk.sha256_of(path)
        is_plain = source.is_plain_copy(path)
        has_sidecar = agrees_with_sidecar(path, sha256)
        manifest = rehearse(path)
    except Damaged as damage:
        advice = "不要用它恢复，请换另一份备份；这一份先留着，不要删除。"
        raise Problem(f"备份“{path.name}”不可用：{damage}", advice) from damage
    except FileNotFoundError:
        raise Problem(f"找不到备份“{path.name}”", "请检查U盘是否插好。") from None
    except OSError as error:
        place = f"备份“{path.name}”所在的磁盘"
        raise explain(error, place=place, outcome="备份没有核对完") from error
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
        notices=() if has_sidecar else (PLAIN_COPY if is_plain else NO_SIDECAR,),
    )


def rehearse(path: Path) -> archive.Manifest:
    """Restore a backup into a private folder, check every row there, and throw it away."""
    # mkdtemp makes the folder readable by nobody else.
    with tempfile.TemporaryDirectory(prefix="ghbak-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / archive.DATA
        try:
            manifest = source.unpack(path, data)
        except OSError as error:
            if reason_of(error) is not Reason.FULL:
                raise
            # Only this PC's own disk was written to.
            raise explain(error, place="电脑磁盘", outcome="备份没有核对完") from error
        check_against(manifest, data)
        return manifest


def check_against(manifest: archive.Manifest, data: Path) -> Snapshot:
    """Raise Damaged unless a database holds exactly what the manifest says."""
    copy = check_copy(data)
    told = (manifest.schema_version, manifest.operation, manifest.tables)
    if (copy.schema_version, copy.operation, copy.tables) != told:
        raise Damaged("备份里的记录与清单对不上")
    return copy


def compare(connection: sqlite3.Connection, verified: Verified) -> tuple[Difference, ...]:
    """Return the row counts of every table, now and in the backup."""
    now = soundness.table_counts(connection)
    names = [*now, *(name for name in verified.counts if name not in now)]
    return tuple(Difference(name, now.get(name, 0), verified.counts.get(name, 0)) for name in names)
