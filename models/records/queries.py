"""Queries that the clerk asks again and again, kept by name."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from models.fields import Choice, Note, Number, Text
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery(Record):
    """A query on the records of one type; `conditions` is its text (models.queries.text)."""

    about: ClassVar[About] = About(
        table="saved_query",
        label="保存的查询",
        measure="个",
        titles=("name",),
        columns=("name", "table_name", "position"),
        keys=(("table_name", "name"),),
        order=("table_name", "position"),
    )

    table_name: Annotated[str, Choice(label="记录种类", required=True, codes="record_type")] = ""
    name: Annotated[str, Text(label="名称", required=True, limit=30)] = ""
    conditions: Annotated[str, Note(label="条件", required=True)] = ""
    position: Annotated[int | None, Number(label="顺序")] = None


RECORDS: tuple[type[Record], ...] = (SavedQuery,)
