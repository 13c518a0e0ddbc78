"""What an import has to say about a list, as rows for a workbook."""

from dataclasses import dataclass

from models.sheets.plan import SAID, ImportPlan, Message, RowPlan, SheetPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRemark:
    """What an import says about one cell of a list, or about a row when the cell is blank."""

    file: str
    sheet: str
    row: int
    cell: str
    column: str
    verdict: str
    title: str
    original: str
    text: str


def remarks_of(plan: ImportPlan) -> list[ImportRemark]:
    """Return every refusal and doubt of an import; what was mended silently is left out."""
    return [
        ImportRemark(
            file=plan.path.name,
            sheet=sheet.sheet,
            row=row.row,
            cell=message.cell,
            column=message.column,
            verdict=SAID[row.verdict],
            title=row.title,
            original=_original(sheet, row, message),
            text=message.text,
        )
        for sheet in plan.sheets
        for row in sheet.rows
        for message in row.messages
        if message.kind != "fix"
    ]


def _original(sheet: SheetPlan, row: RowPlan, message: Message) -> str:
    """Return what stood in the cell of which something is said."""
    from xlsxwriter.utility import xl_cell_to_rowcol

    if not message.cell:
        return ""
    _, column = xl_cell_to_rowcol(message.cell)
    if not row.cells and sheet.grid is not None:
        return sheet.grid.text(row.row - 1, column)
    return row.cells[column] if column < len(row.cells) else ""
