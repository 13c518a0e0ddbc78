"""What the clerk decides about figures, and what left the house and is frozen."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Link, Note, Number, Text, Year
from models.pointers import FieldName, FigureCode, RecordNumber
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAdjustment(Record):
    """A figure that the clerk reports otherwise than it counts, for one span of days, and why."""

    about: ClassVar[About] = About(
        table="figure_adjustment",
        label="数字改定",
        titles=("figure", "first"),
        columns=("figure", "first", "last", "value", "reason"),
        keys=(("figure", "first", "last"),),
        order=("first", "figure"),
        search=("reason",),
        year="last",
    )

    figure: Annotated[str, FigureCode(label="数字", required=True)] = ""
    first: Annotated[date | None, Day(label="统计起始日", required=True)] = None
    last: Annotated[date | None, Day(label="统计截止日", required=True)] = None
    value: Annotated[Decimal | None, Number(label="改定为", required=True, places=2)] = None
    reason: Annotated[str, Note(label="理由", required=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureException(Record):
    """A record that a figure leaves out, or a number that it counts besides its records, and why."""

    about: ClassVar[About] = About(
        table="figure_exception",
        label="不计与另计",
        titles=("kind", "figure"),
        columns=("kind", "figure", "amount", "reason", "first", "last"),
        keys=(("figure", "first", "last", "kind", "source_table", "source"),),
        order=("first", "figure"),
        search=("reason",),
        year="last",
    )

    kind: Annotated[str, Choice(label="处理", required=True, codes="figure_exception")] = ""
    figure: Annotated[str, FigureCode(label="数字", help="空着是所有数字")] = ""
    first: Annotated[
        date | None, Day(label="统计起始日", required=True, help="在这两天以内的统计都照办")
    ] = None
    last: Annotated[date | None, Day(label="统计截止日", required=True)] = None
    source_table: Annotated[str, Choice(label="记录种类", codes="record_type")] = ""
    source: Annotated[int | None, RecordNumber(label="哪一条记录", of="source_table")] = None
    amount: Annotated[Decimal | None, Number(label="另计数", places=2)] = None
    reason: Annotated[str, Note(label="理由", required=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBase(Record):
    """What a figure was before the program's records began: 结转基数."""

    about: ClassVar[About] = About(
        table="figure_base",
        label="结转基数",
        titles=("figure", "year"),
        columns=("figure", "year", "kind", "value", "source"),
        keys=(("figure", "year", "kind"),),
        order=("year", "figure"),
        search=("source",),
    )

    figure: Annotated[str, FigureCode(label="数字", required=True)] = ""
    year: Annotated[int | None, Year(label="年度", required=True)] = None
    kind: Annotated[str, Choice(label="性质", required=True, codes="figure_base")] = ""
    value: Annotated[Decimal | None, Number(label="数值", required=True, places=2)] = None
    source: Annotated[
        str, Text(label="依据", required=True, width=28, help="如：2022年工作总结、上报统计表")
    ] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFigure(Record):
    """A figure of the clerk's own: the count or the sum of one record type, with filters."""

    about: ClassVar[About] = About(
        table="local_figure",
        label="自定指标",
        measure="项",
        titles=("label",),
        columns=("label", "unit_label", "table_name", "measure", "basis"),
        keys=(("label",),),
        unique=("label",),
        order=("label",),
        search=("label", "basis"),
    )

    label: Annotated[str, Text(label="指标名称", required=True)] = ""
    unit_label: Annotated[str, Text(label="计量单位", required=True, help="如：家、人次、元")] = ""
    table_name: Annotated[str, Choice(label="记录种类", required=True, codes="record_type")] = ""
    measure: Annotated[str, Choice(label="怎么算", required=True, codes="local_measure")] = ""
    field: Annotated[
        str, FieldName(label="求和字段", of="table_name", help="怎么算选“合计”时填")
    ] = ""
    day_field: Annotated[
        str, FieldName(label="按哪个日期", of="table_name", help="空着不分时段，全部计入")
    ] = ""
    field_1: Annotated[str, FieldName(label="条件一字段", of="table_name")] = ""
    test_1: Annotated[str, Choice(label="条件一比较", codes="filter_test")] = ""
    value_1: Annotated[str, Text(label="条件一内容")] = ""
    field_2: Annotated[str, FieldName(label="条件二字段", of="table_name")] = ""
    test_2: Annotated[str, Choice(label="条件二比较", codes="filter_test")] = ""
    value_2: Annotated[str, Text(label="条件二内容")] = ""
    field_3: Annotated[str, FieldName(label="条件三字段", of="table_name")] = ""
    test_3: Annotated[str, Choice(label="条件三比较", codes="filter_test")] = ""
    value_3: Annotated[str, Text(label="条件三内容")] = ""
    basis: Annotated[str, Note(label="口径", help="一句话说明怎么算的，印在数据来源表上")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper(Record):
    """A paper that left the house: to whom, when, and the file it was."""

    about: ClassVar[About] = About(
        table="filed_paper",
        label="已上报材料",
        measure="份",
        titles=("title", "filed_on"),
        columns=("filed_on", "title", "recipient", "kind", "as_of"),
        keys=(("title", "filed_on", "recipient"),),
        order=("filed_on",),
        search=("title", "recipient"),
    )

    title: Annotated[str, Text(label="材料名称", required=True, width=28)] = ""
    filed_on: Annotated[date | None, Day(label="上报日期", required=True)] = None
    recipient: Annotated[str, Text(label="报送对象", required=True, width=28)] = ""
    kind: Annotated[str, Choice(label="形式", codes="filed_kind")] = ""
    first: Annotated[date | None, Day(label="统计起始日", required=True)] = None
    last: Annotated[date | None, Day(label="统计截止日", required=True)] = None
    as_of: Annotated[date | None, Day(label="数据截止日", required=True)] = None
    version: Annotated[int | None, Link(label="总结版本", to="summary_version")] = None
    file_name: Annotated[str, Text(label="文件名", width=28)] = ""
    file_hash: Annotated[str, Text(label="文件校验值", width=28)] = ""
    remark: Annotated[str, Note(label="备注")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledFigure(Record):
    """A figure as it stood in a paper that left the house, with all that proves it."""

    about: ClassVar[About] = About(
        table="filed_figure",
        label="已上报数",
        measure="项",
        titles=("label", "shown"),
        columns=("label", "shown", "value", "basis"),
        keys=(("paper", "figure"),),
        order=("paper",),
        search=("label",),
    )

    paper: Annotated[
        int | None, Link(label="材料", required=True, to="filed_paper", is_part=True)
    ] = None
    figure: Annotated[str, Text(label="数字代码", required=True)] = ""
    label: Annotated[str, Text(label="指标", required=True)] = ""
    unit_label: Annotated[str, Text(label="计量单位")] = ""
    value: Annotated[Decimal | None, Number(label="数值", places=2)] = None
    numerator: Annotated[Decimal | None, Number(label="分子", places=2)] = None
    denominator: Annotated[Decimal | None, Number(label="分母", places=2)] = None
    shown: Annotated[str, Text(label="上报写法")] = ""
    basis: Annotated[str, Note(label="口径")] = ""
    sources: Annotated[str, Note(label="记录", help="计入的各条记录的种类和编号")] = ""
    sources_hash: Annotated[str, Text(label="记录校验值")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule(Record):
    """A wrong wording that the clerk's office keeps making, and what to write."""

    about: ClassVar[About] = About(
        table="word_rule",
        label="用词规则",
        titles=("wrong",),
        columns=("wrong", "right", "reason", "is_off"),
        keys=(("wrong",),),
        unique=("wrong",),
        order=("wrong",),
        search=("wrong", "right"),
    )

    wrong: Annotated[str, Text(label="不用", required=True)] = ""
    right: Annotated[str, Text(label="改用", help="空着只提醒，不给改法")] = ""
    reason: Annotated[str, Text(label="说明", width=28)] = ""
    is_off: Annotated[bool, Flag(label="停用", help="不要程序自带的某条提醒时打勾")] = False


RECORDS: tuple[type[Record], ...] = (
    FigureAdjustment,
    FigureException,
    FigureBase,
    LocalFigure,
    FiledPaper,
    FiledFigure,
    WordRule,
)
