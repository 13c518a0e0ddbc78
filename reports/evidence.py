"""The annex that proves a summary, 数据来源表: each figure's definition, and the records behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from models.closing import closing_words
from models.fields import Day, PartialDay, fields_of
from models.figures.figure import Figure
from models.figures.telling import decisions_in_words, period_words, reckoning
from models.periods import Period
from models.records.base import Record
from models.store import Store
from models.values.dates import PartialDate, say_day
from reports.blocks import Block, Column, Document, ListHead, SignatureRow, Table
from reports.request import Request
from reports.rosters.sheet import SIGNATURES
from reports.summary.draft import Draft, draft_of

# Beyond that nobody reads on paper; the ledger's own list has them all.
MOST_RECORDS: Final = 2000
COUNTED, NOT_COUNTED = "计入", "只在分母"
FIGURE_COLUMNS: Final = (
    Column("number", "编号", 4, "center"),
    Column("label", "指标", 12),
    Column("chapter", "所在章节", 14),
    Column("words", "文中写法", 8, "center"),
    Column("exact", "精确值", 10, "center"),
    Column("basis", "口径", 31),
    Column("records", "记录数", 4.6, "right"),
    Column("period", "时段与截止日期", 14, "center"),
)
RECORD_COLUMNS: Final = (
    Column("number", "编号", 4, "center", merge=True),
    Column("label", "指标", 15, "center", merge=True),
    Column("serial", "序号", 4, "center"),
    Column("table", "台账", 9, "center"),
    Column("title", "记录", 30),
    Column("day", "日期", 9, "center"),
    Column("share", "是否计入", 6, "center"),
)


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure as a summary uses it: its number in the annex, its words and its chapters."""

    number: str
    figure: Figure
    words: tuple[str, ...]
    chapters: tuple[str, ...]


def summary_evidence(store: Store, request: Request) -> Document:
    """Return the annex to the summary of a period; posted, it names no records."""
    draft = draft_of(store, request.period)
    title = f"{draft.period.words()}工作总结数据来源表"
    proofs = proofs_of(draft)
    blocks = [*_figures(store, draft, title, proofs)]
    if proofs and not request.is_posted:
        blocks += _records(store, title, proofs)
    return Document(
        name=title, kind="list", blocks=tuple(blocks), author=draft.facts.town.union_name
    )


def proofs_of(draft: Draft) -> tuple[Proof, ...]:
    """Return every figure in the text of a summary, numbered in the order of the text."""
    headings = draft.headings()
    words: dict[str, list[str]] = {}
    chapters: dict[str, list[str]] = {}
    for section in draft.sections:
        chapter = headings.get(section.section.code, section.section.label)
        for paragraph in section.paragraphs:
            for span in paragraph.spans:
                if span.figure in draft.facts.figures:
                    words.setdefault(span.figure, []).append(span.text)
                    chapters.setdefault(span.figure, []).append(chapter)
    return tuple(
        Proof(f"F{place:03}", draft.facts.figures[code], _once(words[code]), _once(chapters[code]))
        for place, code in enumerate(words, start=1)
    )


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _figures(store: Store, draft: Draft, title: str, proofs: Sequence[Proof]) -> Iterator[Block]:
    left = f"填报单位：{draft.facts.town.union_name}"
    right = f"截止日期：{say_day(draft.period.as_of)}"
    yield ListHead(title, left, right, note=_closings(store, draft.period))
    rows = [_cells(FIGURE_COLUMNS, _figure_row(store, draft, one)) for one in proofs]
    yield Table(columns=FIGURE_COLUMNS, rows=rows)
    yield SignatureRow(SIGNATURES)


def _closings(store: Store, period: Period) -> str:
    """Return when the years of a period were closed and opened again, blank for never."""
    told = {
        year: closing_words(store, year) for year in range(period.first.year, period.last.year + 1)
    }
    return "；".join(f"{year}年度{words}" for year, words in told.items() if words)


def _figure_row(store: Store, draft: Draft, proof: Proof) -> Mapping[str, str]:
    figure = proof.figure
    definition = figure.definition
    further = [definition.dedupe, reckoning(figure)]
    further += [words for _, words in decisions_in_words(figure, store)]
    basis = [one for one in further if one and one not in definition.basis]
    return {
        "number": proof.number,
        "label": definition.label,
        "chapter": "；".join(proof.chapters),
        "words": "、".join(proof.words),
        "exact": figure.exact,
        "basis": "；".join([definition.basis, *basis]),
        "records": str(len(figure.records)),
        "period": period_words(definition, draft.period),
    }


def _records(store: Store, title: str, proofs: Sequence[Proof]) -> Iterator[Block]:
    yield ListHead(f"{title}（附：各项数字的记录）")
    rows = [
        _cells(RECORD_COLUMNS, {"number": one.number, "label": one.figure.definition.label, **row})
        for one in proofs
        for row in _record_rows(store, one.figure)
    ]
    yield Table(columns=RECORD_COLUMNS, rows=rows, row_height_mm=6)


def _record_rows(store: Store, figure: Figure) -> Iterator[Mapping[str, str]]:
    marked = [(one, COUNTED) for one in figure.records]
    marked += [(one, NOT_COUNTED) for one in figure.others]
    for serial, (record, share) in enumerate(marked[:MOST_RECORDS], start=1):
        yield {
            "serial": str(serial),
            "table": record.about.label,
            "title": store.title_of(record),
            "day": day_of(record),
            "share": share,
        }
    if len(marked) > MOST_RECORDS:
        yield {"title": f"其余{len(marked) - MOST_RECORDS}条见台账"}
    if not marked:
        yield {"title": "没有逐条记录，见口径"}


def _cells(columns: Sequence[Column], row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(one.key, "") for one in columns)


def day_of(record: Record) -> str:
    """Return the day by which a record is known: that of its year, else the first filled in."""
    about = record.about
    names = [name for name in (about.year, *about.columns) if name]
    dated = [
        name
        for name, field in fields_of(type(record)).items()
        if isinstance(field, Day | PartialDay)
    ]
    for name in dict.fromkeys([*(one for one in names if one in dated), *dated]):
        value = getattr(record, name)
        if isinstance(value, date | PartialDate):
            return fields_of(type(record))[name].show(value)
    year = getattr(record, about.year) if about.year else None
    return f"{year}年" if isinstance(year, int) else ""
