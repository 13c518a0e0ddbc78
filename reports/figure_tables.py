"""The numbers of a period as a table, and the records behind one of them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from models.figures.catalogue import FIGURES, Figures
from models.figures.figure import Figure
from models.figures.telling import DECIDED, decisions_in_words, period_words, reckoning
from models.periods import Period
from models.records.base import Record
from models.store import Store
from models.values.dates import say_day
from models.values.numbers import show_number
from reports.blocks import Block, Column, Document, ListHead, SignatureRow, Table
from reports.request import Parameter, Request
from reports.rosters.plain import RecordLines
from reports.rosters.sheet import SERIAL, SIGNATURES
from reports.scales import NOTHING

WHICH = Parameter(
    key="which",
    label="哪些数字",
    choices={"counted": "有记录的", "all": "全部"},
    unset="有记录的",
    help="不填只列有记录的数字",
)
USUAL_FIGURE: Final = "unions_total"
FIGURE = Parameter(
    key="figure",
    label="哪个数字",
    choices={one.code: one.label for one in FIGURES},
    unset=next(one.label for one in FIGURES if one.code == USUAL_FIGURE),
)
FIGURE_COLUMNS: Final = (
    Column("area", "类别", 8, "center", merge=True),
    Column("label", "指标", 14),
    Column("value", "数值", 7, "right"),
    Column("unit", "单位", 3.6, "center"),
    Column("reckoning", "计算", 9),
    Column("basis", "口径", 26),
    Column("period", "时段", 11, "center"),
    Column("code", "代码", 9),
)
SHARE: Final = Column("share", "是否计入", 5, "center")
COUNTED, NOT_COUNTED = "计入", "未计入"


def year_figures(store: Store, request: Request) -> Document:
    """Return the numbers of a period, those that nothing was entered for only when asked for."""
    figures = Figures(store, request.period)
    if request.values.get(WHICH.key) == "all":
        return figures_document(store, figures, codes=figures)
    told = [code for code, one in figures.items() if one.is_there or one.is_decided]
    return figures_document(store, figures, codes=frozenset(told))


def figures_document(store: Store, figures: Figures, *, codes: Container[str]) -> Document:
    """Return some of the counted numbers as a table by field of work."""
    period = figures.ledger.period
    title = f"{period.words()}数字一览表"
    town = store.town()
    rows = [
        _cells(FIGURE_COLUMNS, {"area": area.title, **_figure_row(figures[one.code], period)})
        for area in figures.areas
        for one in area.definitions
        if one.code in codes
    ]
    return Document(
        name=title,
        kind="list",
        blocks=(
            ListHead(
                title,
                f"填报单位：{town.union_name}",
                f"截止日期：{say_day(period.as_of)}",
                note=f"带{DECIDED}的有改定、不计、另计或基数",
            ),
            Table(columns=FIGURE_COLUMNS, rows=rows),
            SignatureRow(SIGNATURES),
        ),
        author=town.union_name,
    )


def figure_records(store: Store, request: Request) -> Document:
    """Return one number and the records behind it."""
    figures = Figures(store, request.period)
    code = request.values.get(FIGURE.key) or USUAL_FIGURE
    return figure_document(store, figures[code], request)


def figure_document(store: Store, figure: Figure, request: Request) -> Document:
    """Return a counted number with its basis, and the records that it counts and does not."""
    town, label = store.town(), figure.definition.label
    title = f"{request.period.words()}{label}名单"
    blocks: list[Block] = [*_figure_blocks(store, figure, request.period, title)]
    if not request.is_posted:
        blocks += _record_blocks(store, figure, request, title)
    return Document(name=title, kind="list", blocks=tuple(blocks), author=town.union_name)


def _figure_blocks(store: Store, figure: Figure, period: Period, title: str) -> Iterator[Block]:
    lines = {
        "指标": figure.definition.label,
        "数值": figure.exact,
        "口径": figure.definition.basis,
        "计算": reckoning(figure),
        "时段": period_words(figure.definition, period),
        "改动": "；".join(words for _, words in decisions_in_words(figure, store)),
    }
    columns = (Column("name", "项目", 6, "center"), Column("words", "内容", 40))
    yield ListHead(f"{title}（口径）", f"填报单位：{store.town().union_name}")
    yield Table(columns=columns, rows=[one for one in lines.items() if one[1]])


def _record_blocks(store: Store, figure: Figure, request: Request, title: str) -> Iterator[Block]:
    marked = [(one, COUNTED) for one in figure.records]
    marked += [(one, NOT_COUNTED) for one in figure.others]
    kinds = dict.fromkeys(type(one) for one, _ in marked)
    counted = f"共{len(figure.records)}条计入"
    for kind in kinds:
        own = [(one, share) for one, share in marked if type(one) is kind]
        name = title if len(kinds) == 1 else f"{title}（{kind.about.label}）"
        yield ListHead(name, f"填报单位：{store.town().union_name}", counted)
        yield _record_table(store, kind, own, request)


def _record_table(
    store: Store, kind: type[Record], records: Sequence[tuple[Record, str]], request: Request
) -> Table:
    lines = RecordLines.of(store, kind, request)
    columns = (SERIAL, *lines.columns, SHARE)
    rows = [
        _cells(columns, {"serial": str(number), **lines.row(one), "share": share})
        for number, (one, share) in enumerate(records, start=1)
    ]
    return Table(columns=columns, rows=rows)


def _figure_row(figure: Figure, period: Period) -> Mapping[str, str]:
    definition = figure.definition
    return {
        "label": f"{definition.label}{DECIDED if figure.is_decided else ''}",
        "value": _value(figure),
        "unit": definition.unit,
        "reckoning": reckoning(figure),
        "basis": definition.basis,
        "period": period_words(definition, period),
        "code": definition.code,
    }


def _value(figure: Figure) -> str:
    if figure.value is None:
        return NOTHING
    is_share = figure.definition.unit == "%"
    return figure.exact if is_share else show_number(figure.value)


def _cells(columns: Sequence[Column], row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row.get(one.key, "") for one in columns)
