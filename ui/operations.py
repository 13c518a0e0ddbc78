"""What can be done with the rows and columns of any list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from models.asking.lists import records_with
from models.county_forms.mapping import forms
from ui import keys
from ui.dialogs.batch import BatchDialog
from ui.dialogs.column_filter import ColumnFilterDialog, can_filter
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.fill_form import FillFormDialog
from ui.dialogs.official_form import FORM_OF, OfficialFormDialog
from ui.dialogs.opening import open_dialog
from ui.lists.commands import Command, ListContext, Needs
from ui.lists.context import COLUMN_GROUP, column_commands, offer_menus
from ui.lists.copying import copy_cell
from ui.lists.selection import all_words, select_all, select_none, selected_ids
from ui.pasting import paste
from ui.row_copying import copy_rows

ROWS, COLUMNS, OUT = 1, COLUMN_GROUP, 3


def operations(context: ListContext) -> list[Command]:
    """Return what can be done with a list, whatever it holds."""
    return [
        *_row_commands(context),
        *_column_commands(context, context.table.currentIndex().column()),
        Command(
            label="导出看到的内容…",
            icon="export",
            run=lambda: open_dialog(ExportDialog(context)),
            key="export",
            group=OUT,
        ),
        *_official_commands(context),
    ]


def attach(context: ListContext, page: QWidget, commands: Callable[[], Sequence[Command]]) -> None:
    """Give a list its keys and its menus."""
    table = context.table
    keys.bind(table, "copy", partial(copy_rows, context))
    keys.bind(table, "select_all", partial(select_all, context))
    keys.bind(table, "batch", partial(_change_selected, context))
    # An empty list has no table that could have the focus; fields keep Ctrl+V to themselves.
    keys.bind_everywhere(page, "paste", partial(paste, context))
    keys.bind_everywhere(page, "export", lambda: open_dialog(ExportDialog(context)))
    offer_menus(context, commands, partial(_column_commands, context))


def _row_commands(context: ListContext) -> list[Command]:
    found = [
        _of_rows("复制", "copy", partial(copy_rows, context), key="copy", needs_rows=True),
        _of_rows("复制这一格", "copy", partial(copy_cell, context), needs_rows=True),
        _of_rows("粘贴成新记录…", "paste", partial(paste, context), key="paste"),
        _of_rows(all_words(context), "select", partial(select_all, context), key="select_all"),
    ]
    if context.table.selected_count > 1:
        found.append(_of_rows("取消选择", "clear", partial(select_none, context)))
    change = partial(_change_selected, context)
    found.append(_of_rows("批量修改…", "edit", change, key="batch", needs_rows=True))
    return found


def _form_commands(context: ListContext) -> list[Command]:
    """Return how the chosen records fill a form from above, where there is such a form."""
    if not forms(context.office.store, context.record_type.about.table):
        return []

    def fill() -> None:
        chosen = selected_ids(context)
        records = records_with(context.office.store, context.record_type, list(chosen))
        if records:
            open_dialog(FillFormDialog(records, context.office, context.table.window()))

    return [
        Command(label="填上级表格…", icon="documents", run=fill, needs="some", group=OUT),
    ]


def _of_rows(
    label: str, icon: str, run: Callable[[], object], *, key: str = "", needs_rows: bool = False
) -> Command:
    needs: Needs = "some" if needs_rows else ""
    return Command(label=label, icon=icon, run=run, key=key, needs=needs, group=ROWS)


def _column_commands(context: ListContext, section: int) -> list[Command]:
    found = column_commands(context, section)
    if can_filter(context, section):
        title = context.table.records.columns[section].title
        found.append(
            Command(
                label=f"按“{title}”筛选…",
                icon="filter",
                run=lambda: open_dialog(ColumnFilterDialog(context, section)),
                group=COLUMNS,
            )
        )
    choose = Command(
        label="选择列…",
        icon="columns",
        run=lambda: open_dialog(ColumnsDialog(context)),
        group=COLUMNS,
    )
    return [*found, choose]


def _official_commands(context: ListContext) -> list[Command]:
    form = FORM_OF.get(context.record_type)
    if form is None:
        return []
    return [
        Command(
            label=f"导出{form.title}…",
            icon="export",
            run=lambda: open_dialog(OfficialFormDialog(context)),
            group=OUT,
        )
    ]


def _change_selected(context: ListContext) -> None:
    ids = selected_ids(context)
    if not ids:
        context.office.say("请先在列表中选中要修改的记录")
        return
    open_dialog(BatchDialog(context, ids))
