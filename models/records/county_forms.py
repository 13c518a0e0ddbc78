"""The county's own blank forms, and what the clerk wants in their cells."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from models.fields import Choice, Link, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyForm(Record):
    """A form that somebody above sends every year; its blank workbook is kept as an attachment.

    `table_name` is blank for a form about the whole township; otherwise the form is filled for
    one record of that type.
    """

    about: ClassVar[About] = About(
        table="county_form",
        label="上级表格",
        measure="张",
        titles=("name",),
        columns=("name", "year", "span", "recipient", "table_name", "file_name"),
        keys=(("name",),),
        unique=("name",),
        order=("name",),
    )

    name: Annotated[
        str, Text(label="表格名称", required=True, width=28, help="不带年份，如：工会统计年报表")
    ] = ""
    recipient: Annotated[str, Text(label="报送对象", width=28, help="如：示例县总工会")] = ""
    year: Annotated[int | None, Year(label="空表年度", help="这张空表是哪一年发的")] = None
    span: Annotated[str, Choice(label="时段", codes="paper_span", help="空着是全年")] = ""
    table_name: Annotated[
        str,
        Choice(
            label="一条记录一张",
            codes="record_type",
            help="给一家单位、一名职工填的表选它的种类；全镇一张的表空着",
        ),
    ] = ""
    file_name: Annotated[str, Text(label="空表文件名", width=28)] = ""
    file_hash: Annotated[str, Text(label="空表校验值", width=28)] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyFormCell(Record):
    """A cell, a blank within a cell or a column of a form, and where its content comes from.

    `anchor` says by which of the sheet's own labels it is found again (models.county_forms.anchors);
    `sheet` and `address` are where it was found last. `content` is the code of a figure or setting,
    the path of a field, or the fixed text itself, as `source` says.
    """

    about: ClassVar[About] = About(
        table="county_form_cell",
        label="上级表格的格子",
        measure="格",
        titles=("label", "address"),
        columns=("sheet", "address", "label", "source", "content"),
        keys=(("form", "sheet", "address", "way", "position"),),
        order=("form", "position"),
    )

    form: Annotated[
        int | None, Link(label="表格", required=True, to="county_form", is_part=True)
    ] = None
    position: Annotated[int | None, Number(label="次序")] = None
    sheet: Annotated[str, Text(label="工作表")] = ""
    address: Annotated[str, Text(label="单元格", required=True)] = ""
    label: Annotated[str, Text(label="表上的名称", width=28)] = ""
    way: Annotated[str, Choice(label="填法", required=True, codes="county_form_way")] = ""
    anchor: Annotated[str, Note(label="认法", required=True)] = ""
    source: Annotated[str, Choice(label="来源", required=True, codes="county_form_source")] = ""
    content: Annotated[str, Note(label="内容")] = ""
    table_name: Annotated[str, Choice(label="名单的种类", codes="record_type")] = ""
    query: Annotated[str, Note(label="名单的条件", help="空着是全部")] = ""
    years_back: Annotated[int | None, Number(label="往前几年", help="上年数填1")] = None
    span: Annotated[
        str, Choice(label="数字的时段", codes="county_form_span", help="空着与全表相同")
    ] = ""
    style: Annotated[str, Choice(label="数字写法", codes="figure_style", help="空着写数值")] = ""


RECORDS: tuple[type[Record], ...] = (CountyForm, CountyFormCell)
