"""The official forms as reports: on paper, and as the workbook that the form itself is."""

from collections.abc import Callable, Iterator, Sequence

from models.errors import Problem
from models.fields import PersonId, Phone
from models.lists.official import MEMBERS, FormColumn, OfficialForm
from models.official_rows import Cell, form_rows, records_for
from models.records.base import Record
from models.records.unions import Union
from models.store import Store
from models.values.dates import say_day
from models.values.person_id import masked
from reports.blocks import Column, Document, ListHead, SignatureRow, Table
from reports.official import official_workbook, paper_for
from reports.request import Parameter, Request

UNION = Parameter(
    key="union", label="哪个工会", unset="全部工会", help="写工会名称，空着是全部", is_typed=True
)
# More rows than anybody looks through on paper; the workbook takes as many as there are.
MOST_ON_PAPER = 1_500
# The forms' own widths are for cells in which codes break; paper needs them in one piece.
MEMBER_WIDTHS = (7, 16, 7, 18, 11, 9, 13, 33, 10, 16, 22, 12, 20, 10, 18, 16, 11, 22, 11, 13)
UNION_WIDTHS = (7, 26, 42, 18, 16, 11, 11, 13, 9, 28, 42, 13, 20, 12, 9, 14, 22)


def official_list(store: Store, request: Request, form: OfficialForm) -> Document:
    """Return a form filled with what counts at the period's end."""
    records = _asked(store, request, form)
    if len(records) > MOST_ON_PAPER:
        raise Problem(
            f"{form.title}有{len(records)}{form.measure}，太多，不排成纸面",
            "请点“导出 Excel”，或写明是哪个工会。",
        )
    head = ListHead(
        form.title,
        f"填表单位（盖章）：{_filler(store, request)}",
        f"填报日期：{say_day(request.period.as_of)}",
    )
    shown = [n for n, one in enumerate(form.columns) if not request.is_posted or not _private(one)]
    rows = _rows(store, request, form, records)
    table = Table(
        columns=[_column(form, place) for place in shown],
        rows=[tuple(_text(row[place]) for place in shown) for row in rows],
    )
    signed = SignatureRow(("单位负责人（签字）", "信息采集人（签字）"))
    blocks = (head, table, signed)
    return Document(form.title, "list", blocks, author=store.town().union_name)


def official_file(store: Store, request: Request, form: OfficialForm) -> bytes:
    """Return the form's own workbook, filled like the list on paper."""
    records = _asked(store, request, form)
    filler = _filler(store, request)
    paper = paper_for(store, form, request.period.as_of, records=records, filler=filler)
    rows = _rows(store, request, form, records)
    return official_workbook(paper.with_rows(rows))


def _asked(store: Store, request: Request, form: OfficialForm) -> Sequence[Record]:
    union = _union(store, request)
    return records_for(store, form, request.period.as_of, union=union.id if union else None)


def _union(store: Store, request: Request) -> Union | None:
    name = request.values.get(UNION.key, "")
    if not name:
        return None
    found = store.find(Union, name=name) or [
        one for one in store.all(Union) if name in one.name or name == one.unit_name
    ]
    if len(found) == 1:
        return found[0]
    many = f"有{len(found)}个工会的名称里有“{name}”" if found else f"没有名称里有“{name}”的工会"
    raise Problem(many, "请写工会的全称，与基层工会台账里的一样。")


def _filler(store: Store, request: Request) -> str:
    union = _union(store, request)
    return union.name if union else store.town().union_name


def _rows(
    store: Store, request: Request, form: OfficialForm, records: Sequence[Record]
) -> Iterator[Sequence[Cell]]:
    rows = form_rows(store, form, records)
    hidden = _hidden(request, form)
    if not hidden:
        return rows
    return ([hidden[n](one) if n in hidden else one for n, one in enumerate(row)] for row in rows)


def _hidden(request: Request, form: OfficialForm) -> dict[int, Callable[[Cell], Cell]]:
    """Return how the columns that not everybody may read are written, by their places."""
    columns = enumerate(form.columns)
    if request.is_posted:
        return {place: lambda _cell: None for place, one in columns if _private(one)}
    if request.is_for_the_office:
        return {place: _masked for place, one in columns if _name(one) == "id_no"}
    return {}


def _masked(cell: Cell) -> Cell:
    return masked(str(cell)) if cell else None


def _private(column: FormColumn) -> bool:
    return column.slot is not None and isinstance(column.slot.field, PersonId | Phone)


def _column(form: OfficialForm, place: int) -> Column:
    widths = MEMBER_WIDTHS if form is MEMBERS else UNION_WIDTHS
    heading = form.columns[place].heading.partition("\n")[0]
    return Column(str(place), heading, widths[place], "center")


def _name(column: FormColumn) -> str:
    return column.slot.name if column.slot else ""


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
