"""What the clerk decides and writes about her summaries, and the versions that she kept."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Choice, Day, Flag, Note, Number, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPaper(Record):
    """How the summary of one span of time is written and printed."""

    about: ClassVar[About] = About(
        table="summary_paper",
        label="总结设置",
        titles=("year", "span"),
        columns=("year", "span", "length", "as_of"),
        keys=(("year", "span"),),
        year="year",
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    span: Annotated[str, Choice(label="时段", codes="paper_span", help="空着是全年")] = ""
    title: Annotated[str, Text(label="标题", help="空着按“某某镇总工会2024年工作总结”")] = ""
    length: Annotated[str, Choice(label="篇幅", codes="paper_length", help="空着是标准版")] = ""
    as_of: Annotated[date | None, Day(label="截止日期", help="空着算到最后一天")] = None
    head: Annotated[str, Choice(label="版头", codes="paper_head", help="空着是普通材料")] = ""
    doc_no: Annotated[str, Text(label="发文字号")] = ""
    signed_by: Annotated[str, Text(label="签发人", is_name=True, help="报上级的文件才有")] = ""
    addressee: Annotated[str, Text(label="主送机关")] = ""
    copy_to: Annotated[str, Text(label="抄送机关")] = ""
    signed_on: Annotated[date | None, Day(label="落款日期", help="空着是截止日期")] = None
    page_number: Annotated[
        str, Choice(label="页码位置", codes="page_number_place", help="空着单页居右、双页居左")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart(Record):
    """A chapter, paragraph or sentence of one summary: its place, its title, whether it is in.

    `part` is a path of codes: `bargaining`, `bargaining.results`, `bargaining.results.signed`;
    `bargaining.results:cb_workers` names a figure in a paragraph, whose wording `style` chooses.
    """

    about: ClassVar[About] = About(
        table="summary_part",
        label="总结章节",
        titles=("year", "part"),
        columns=("year", "span", "part", "title", "position", "is_off"),
        keys=(("year", "span", "part"),),
        order=("position",),
        year="year",
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    span: Annotated[str, Choice(label="时段", codes="paper_span")] = ""
    part: Annotated[str, Text(label="章节", required=True)] = ""
    title: Annotated[str, Text(label="章节标题")] = ""
    position: Annotated[int | None, Number(label="次序")] = None
    is_off: Annotated[bool, Flag(label="不写")] = False
    style: Annotated[str, Choice(label="数字写法", codes="figure_style")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryText(Record):
    """A paragraph of one summary as the clerk left it.

    `words` and `basis` are marked-up text (see models.summary.markup). `passage` is the code of
    the paragraph that the program writes there, blank for one of the clerk's own; `basis` is what
    the program wrote when the clerk last saved: as long as `words` equal it, the paragraph is
    written afresh, otherwise the words stay and only the figures in them follow the records.
    """

    about: ClassVar[About] = About(
        table="summary_text",
        label="总结文字",
        titles=("year", "section"),
        columns=("year", "section", "words"),
        keys=(("year", "span", "section", "passage", "position"),),
        order=("position",),
        year="year",
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    section: Annotated[str, Text(label="章节", required=True)] = ""
    words: Annotated[str, Note(label="文字")] = ""
    span: Annotated[str, Choice(label="时段", codes="paper_span")] = ""
    passage: Annotated[str, Text(label="段落")] = ""
    position: Annotated[int | None, Number(label="次序")] = None
    is_dropped: Annotated[bool, Flag(label="已删去")] = False
    basis: Annotated[str, Note(label="原来的文字")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryVersion(Record):
    """A summary as it stood at one moment, whole, with the figures in it."""

    about: ClassVar[About] = About(
        table="summary_version",
        label="总结版本",
        measure="版",
        titles=("year", "span", "made_on", "label"),
        columns=("year", "span", "number", "made_on", "label"),
        keys=(("year", "span", "number"),),
        order=("year", "span", "number"),
        year="year",
    )

    year: Annotated[int | None, Year(label="年度", required=True)] = None
    span: Annotated[str, Choice(label="时段", codes="paper_span")] = ""
    number: Annotated[int | None, Number(label="版次", required=True)] = None
    made_on: Annotated[date | None, Day(label="保存日期", required=True)] = None
    label: Annotated[str, Text(label="说明")] = ""
    words: Annotated[str, Note(label="全文", help="带标记的全文，标题和段落各一行")] = ""
    figures: Annotated[str, Note(label="数字", help="各项数字当时的写法和数值")] = ""


RECORDS: tuple[type[Record], ...] = (SummaryPaper, SummaryPart, SummaryText, SummaryVersion)
