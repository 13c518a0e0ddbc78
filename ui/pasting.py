"""What stands on the clipboard goes into a list: as new rows, or into a field of the selected."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from models.errors import Problem
from models.fields import Link, fields_of
from models.records.base import Record
from models.sheets.delimited import Table
from models.sheets.pasting import PasteRequest, can_paste, read_block, refuse_long
from ui import keys, messages
from ui.dialogs.batch import BatchDialog, names_in_form
from ui.dialogs.opening import open_dialog
from ui.dialogs.paste import PasteDialog
from ui.lists.commands import ListContext
from ui.lists.selection import selected_ids

NO_BLOCK = "剪贴板里没有表格内容，请先在 Excel 或 WPS 里选中要粘贴的格子并复制"


def paste_advice(record_type: type[Record]) -> str:
    """Return how a block of cells gets into an empty list, blank where it cannot."""
    if not can_paste(record_type):
        return ""
    return f"在 Excel 里复制几行，到这里按 {keys.printed('paste')} 粘贴也行。"


def paste(context: ListContext) -> None:
    """Show what pasting would do, or offer to fill one field of the selected rows."""
    block = _block()
    if block is None:
        context.office.say(NO_BLOCK)
        return
    if _fits_selection(context, block):
        _offer_both(context, block)
    else:
        _paste_rows(context, block)


def _block() -> Table | None:
    # The stubs of PySide6 6.8 forget that an empty clipboard has no data at all.
    data: QMimeData | None = QApplication.clipboard().mimeData()
    if data is None:
        return None
    return read_block(data.html() if data.hasHtml() else "", data.text())


def _fits_selection(context: ListContext, block: Table) -> bool:
    """Whether a block is one cell, or a column as long as the selection, for a field of the list."""
    is_column = all(len(row) == 1 for row in block.rows)
    selected = context.table.selected_count
    return (
        is_column
        and bool(_field_name(context))
        and len(block.rows) in {1, selected}
        and selected > 0
    )


def _field_name(context: ListContext) -> str:
    """Return the field of the cell on which the cursor stands, blank when a cell shows none."""
    section = context.table.currentIndex().column()
    columns = context.table.records.columns
    names = columns[section].names if 0 <= section < len(columns) else ()
    editable = names_in_form(context.record_type, tuple(context.scope))
    return names[0] if len(names) == 1 and names[0] in editable else ""


def _offer_both(context: ListContext, block: Table) -> None:
    about, name = context.record_type.about, _field_name(context)
    field = fields_of(context.record_type)[name]
    selected = context.table.selected_count
    texts = [row[0] for row in block.rows]
    what = f"一格“{texts[0]}”" if len(texts) == 1 else f"一列 {len(texts)} 格"
    change = f"填进选中的 {selected} {about.measure}"
    answer = messages.choose(
        context.table,
        f"剪贴板里只有{what}，要怎样粘贴？",
        detail=f"填进选中的记录会改它们的“{field.label}”，改之前还能看一遍。",
        answers=(change, "当作新记录粘贴", "取消"),
    )
    if answer == 0 and isinstance(field, Link) and len(texts) > 1:
        context.office.say(f"“{field.label}”要从台账里选，请用批量修改一次改成同一个")
    elif answer == 0:
        ids = list(selected_ids(context))
        open_dialog(BatchDialog(context, ids, name=name, texts=texts))
    elif answer == 1:
        _paste_rows(context, block)


def _paste_rows(context: ListContext, block: Table) -> None:
    about = context.record_type.about
    if not can_paste(context.record_type):
        problem = Problem(f"{about.label}不能成批粘贴", "请点“新增”，一条一条填写。")
        messages.show_problem(context.table, problem)
        return
    try:
        refuse_long(block)
    except Problem as problem:
        messages.show_problem(context.table, problem)
        return
    request = PasteRequest(
        record_type=context.record_type,
        table=block,
        shown=tuple(one.key for one in context.table.records.columns),
        year=context.office.year,
        given=context.presets(),
    )
    open_dialog(PasteDialog(context, request))
