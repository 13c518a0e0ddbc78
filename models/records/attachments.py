"""Scans and photographs that prove a record."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Day, Number, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file kept with a record; its bytes are stored once under their SHA-256."""

    about: ClassVar[About] = About(
        table="attachment",
        label="附件",
        measure="个",
        titles=("file_name",),
        columns=("file_name", "size", "added_on", "owner_table"),
        keys=(("owner_table", "owner", "sha256"),),
        order=("file_name",),
        search=("file_name",),
        indexes=(("owner_table", "owner"),),
    )

    owner_table: Annotated[str, Text(label="所属台账", required=True)] = ""
    owner: Annotated[int | None, Number(label="所属记录", required=True, minimum=1)] = None
    file_name: Annotated[str, Text(label="文件名", required=True, width=28)] = ""
    size: Annotated[int | None, Number(label="大小（字节）", required=True)] = None
    sha256: Annotated[str, Text(label="校验值", required=True)] = ""
    added_on: Annotated[date | None, Day(label="加入日期")] = None


RECORDS: tuple[type[Record], ...] = (Attachment,)
