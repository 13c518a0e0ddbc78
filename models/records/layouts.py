"""How lists of others were understood once, so that the next one of the same make needs no asking."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Day, Note, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout(Record):
    """What the clerk corrected about lists with these headings; `answers` is its text.

    The fingerprint is that of the headings in any order (models.sheets.remembering).
    """

    about: ClassVar[About] = About(
        table="list_layout",
        label="表格对应",
        measure="种",
        titles=("file_name",),
        columns=("file_name", "kind", "headings", "used_on"),
        keys=(("fingerprint",),),
        unique=("fingerprint",),
        order=("used_on", "file_name"),
    )

    fingerprint: Annotated[str, Text(label="表头指纹", required=True)] = ""
    kind: Annotated[str, Text(label="台账种类")] = ""
    headings: Annotated[str, Note(label="表头", required=True)] = ""
    answers: Annotated[str, Note(label="对应", required=True)] = ""
    file_name: Annotated[str, Text(label="文件名")] = ""
    used_on: Annotated[date | None, Day(label="上次使用")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordAlias(Record):
    """What a word of others' lists stands for in one field, said by the clerk once."""

    about: ClassVar[About] = About(
        table="word_alias",
        label="别的叫法",
        measure="个",
        titles=("word",),
        columns=("table_name", "field_name", "word", "meaning"),
        keys=(("table_name", "field_name", "word"),),
        order=("table_name", "field_name", "word"),
    )

    table_name: Annotated[str, Text(label="记录种类", required=True)] = ""
    field_name: Annotated[str, Text(label="栏目", required=True)] = ""
    word: Annotated[str, Text(label="表中写法", required=True)] = ""
    meaning: Annotated[str, Text(label="登记为", help="空着是按空白登记")] = ""


RECORDS: tuple[type[Record], ...] = (ListLayout, WordAlias)
