"""Files kept with records: put in, listed, read back, taken out again."""

from collections.abc import Sequence
from pathlib import Path

from models import clock, store_contents
from models.errors import Problem
from models.records.attachments import Attachment
from models.records.base import Record
from models.store import Store

LARGEST = 20 * 1024 * 1024
LARGEST_WORDS = "20兆"


def attach(store: Store, record: Record, paths: Sequence[Path]) -> list[Attachment]:
    """Keep copies of files with a saved record, as one operation; return what is new."""
    contents = [(path, _read_file(path)) for path in paths]
    label = f"添加附件 {store.title_of(record)} {'、'.join(path.name for path in paths)}"
    with store.change(label[:120]):
        return [
            kept
            for path, data in contents
            if (kept := _keep(store, record, path.name, data)) is not None
        ]


def keep_bytes(store: Store, record: Record, name: str, data: bytes) -> None:
    """Keep bytes with a saved record under a file's name, inside a change."""
    _keep(store, record, name, data)


def attachments_of(store: Store, record: Record) -> list[Attachment]:
    """Return what is kept with a record."""
    if record.id is None:
        return []
    return store.find(Attachment, owner_table=record.about.table, owner=record.id)


def detach(store: Store, attachments: Sequence[Attachment]) -> None:
    """Take attachments away from their record; 撤销 brings them back."""
    named = "、".join(one.file_name for one in attachments)
    with store.change(f"删除附件 {named}"[:120]):
        for one in attachments:
            store.delete(one)


def content_of(store: Store, attachment: Attachment) -> bytes:
    """Return the bytes of an attachment."""
    data = store_contents.read(store.connection, attachment.sha256)
    if data is None:
        raise Problem(
            f"附件“{attachment.file_name}”的内容读不出来", "请从最近的备份中找回，或重新添加。"
        )
    return data


def save_out(store: Store, attachment: Attachment, path: Path) -> None:
    """Write an attachment to a file."""
    data = content_of(store, attachment)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Problem(
            f"“{path.name}”没有存成：{error.strerror}", "请换一个位置，或检查磁盘。"
        ) from error


def _keep(store: Store, record: Record, name: str, data: bytes) -> Attachment | None:
    digest = store_contents.keep(store.connection, data)
    same = store.find(Attachment, owner_table=record.about.table, owner=record.id, sha256=digest)
    if same:
        return None
    return store.save(
        Attachment(
            owner_table=record.about.table,
            owner=record.id,
            file_name=name,
            size=len(data),
            sha256=digest,
            added_on=clock.today(),
        )
    )


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Problem(f"“{path.name}”是一个文件夹", "请选择里面的文件。")
        size = path.stat().st_size
        if size > LARGEST:
            raise Problem(
                f"“{path.name}”有{size / 1024 / 1024:.1f}兆，超过了每个附件{LARGEST_WORDS}的上限",
                "请把扫描件的分辨率调低，或分成几个文件再添加。",
            )
        if size == 0:
            raise Problem(f"“{path.name}”是空文件，没有添加", "请检查扫描是否完成。")
        return path.read_bytes()
    except OSError as error:
        raise Problem(
            f"“{path.name}”读不出来：{error.strerror}", "请检查文件是否还在，U盘是否插好。"
        ) from error
