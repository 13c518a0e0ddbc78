"""What the right mouse button offers on the rows and on the headings of a list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ui.lists.columns import Column
from ui.lists.commands import Command, ListContext, fill_menu

COLUMN_GROUP = 2
MOST_FROZEN = 5
Commands = Callable[[], Sequence[Command]]


def offer_menus(
    context: ListContext, commands: Commands, of_column: Callable[[int], Sequence[Command]]
) -> None:
    """Let the right button and the menu key offer what the buttons offer, and headings theirs."""
    table = context.table
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.customContextMenuRequested.connect(
        lambda place: _pop_up(table, table.viewport(), place, commands(), table.selected_count)
    )
    for header in (table.horizontalHeader(), table.frozen.horizontalHeader()):
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(partial(_offer_column, header, of_column))


def column_commands(context: ListContext, section: int) -> list[Command]:
    """Return what can be done with one column, whoever asks."""
    table = context.table
    columns = table.records.columns
    if not 0 <= section < len(columns):
        return []
    column = columns[section]
    named = f"“{column.title}”"
    found = [
        _of_column(f"按{named}升序", "up", partial(_sort, context, column, descending=False)),
        _of_column(f"按{named}降序", "down", partial(_sort, context, column, descending=True)),
    ]
    if table.records.sorted_by is not None:
        found.append(_of_column("恢复原来的次序", "restore", table.unsort))
    if section < MOST_FROZEN and table.frozen_columns != section + 1:
        found.append(_of_column(f"冻结到{named}", "freeze", partial(table.freeze, section + 1)))
    if table.frozen_columns:
        found.append(_of_column("取消冻结", "clear", partial(table.freeze, 0)))
    if column.names and not context.scope:
        ask = partial(context.ask_about, column.key)
        found.append(_of_column(f"用{named}定条件…", "search", ask))
    if len(columns) > 1:
        found.append(_of_column(f"隐藏{named}", "hide", partial(_hide, context, column)))
    return found


def _of_column(label: str, icon: str, run: Callable[[], object]) -> Command:
    return Command(label=label, icon=icon, run=run, group=COLUMN_GROUP)


def _sort(context: ListContext, column: Column, *, descending: bool) -> None:
    context.table.sort_by(column.key, descending=descending)


def _hide(context: ListContext, column: Column) -> None:
    kept = [one for one in context.table.records.columns if one.key != column.key]
    context.table.show_columns(kept)
    context.office.say(f"已隐藏“{column.title}”，在“选择列”里可以再打勾显示")


def _offer_column(
    header: QHeaderView, of_column: Callable[[int], Sequence[Command]], place: QPoint
) -> None:
    section = header.logicalIndexAt(place)
    _pop_up(header, header.viewport(), place, of_column(section), selected=0)


def _pop_up(
    owner: QWidget, shown_on: QWidget, place: QPoint, commands: Sequence[Command], selected: int
) -> None:
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_menu(menu, commands, selected)
    menu.popup(shown_on.mapToGlobal(place))
