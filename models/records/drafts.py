"""Records that were put aside before they were complete."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Day, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Record):
    """A form put aside as it was typed; it is no record yet, so nothing ever counts it.

    `record` is the saved record that is being changed, None for a new one. `texts` is a
    models.typed.TypedForm as JSON; `lacks` names the fields that keep it from being saved.
    """

    about: ClassVar[About] = About(
        table="form_draft",
        label="暂存",
        titles=("title",),
        columns=("title", "missing", "lacks", "changed_on"),
        keys=(("table_name", "record"),),
        order=("table_name", "changed_on"),
        indexes=(("table_name",),),
    )

    table_name: Annotated[str, Text(label="记录种类", required=True)] = ""
    record: Annotated[int | None, Number(label="所改记录", minimum=1)] = None
    title: Annotated[str, Text(label="名称", required=True, width=28)] = ""
    texts: Annotated[str, Note(label="填写的内容")] = ""
    missing: Annotated[int | None, Number(label="还缺几项")] = None
    lacks: Annotated[str, Note(label="还缺哪些")] = ""
    year: Annotated[int | None, Year(label="年度")] = None
    changed_on: Annotated[date | None, Day(label="暂存日期")] = None


RECORDS: tuple[type[Record], ...] = (Draft,)
