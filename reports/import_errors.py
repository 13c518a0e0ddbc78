"""What an import has to say about a list, as rows for a workbook."""

from models.sheets.plan import SAID, ImportPlan
from reports.workbook import ImportRemark


def remarks_of(plan: ImportPlan) -> list[ImportRemark]:
    """Return every refusal and doubt of an import; what was mended silently is left out."""
    return [
        ImportRemark(
            sheet=sheet.sheet,
            row=row.row,
            verdict=SAID[row.verdict],
            column=message.column,
            cell=message.cell,
            text=message.text,
        )
        for sheet in plan.sheets
        for row in sheet.rows
        for message in row.messages
        if message.kind != "fix"
    ]
