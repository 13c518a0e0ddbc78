"""What can be done with a list: one declaration for its buttons and its menus."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QMenu

from models.records.base import Record
from ui import keys
from ui.lists.columns import Column
from ui.lists.table import RecordTable
from ui.look import icons, theme
from ui.office import Office

Needs = Literal["", "one", "some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing to do with a list; `key` names a command of ui.keys, `needs` what is selected.

    Commands of one `group` stand together; those on the bar are buttons as well.
    """

    label: str
    icon: str
    run: Callable[[], object]
    key: str = ""
    needs: Needs = ""
    group: int = 0
    is_on_bar: bool = False

    @property
    def words(self) -> str:
        """What stands on the button: the label with its key."""
        return keys.label(self.label, self.key) if self.key else self.label

    def is_possible(self, selected: int) -> bool:
        """Whether it can be done while that many records are selected."""
        least = {"": 0, "one": 1, "some": 1}[self.needs]
        return selected >= least and (self.needs != "one" or selected == 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContext:
    """What the operations on a list know of it."""

    office: Office
    record_type: type[Record]
    table: RecordTable
    scope: Mapping[str, object]
    presets: Callable[[], Mapping[str, object]]
    filter_words: Callable[[], str]
    ask_about: Callable[[str], object]
    usual_columns: Callable[[], Sequence[Column]]
    further_columns: Callable[[], Sequence[Column]]
    show_only: Callable[[frozenset[int], str], None]


def fill_menu(menu: QMenu, commands: Sequence[Command], selected: int) -> None:
    """Offer the commands in a menu, with a line between their groups."""
    menu.clear()
    for number, one in enumerate(commands):
        if number and one.group != commands[number - 1].group:
            menu.addSeparator()
        action = menu.addAction(icons.icon(one.icon, theme.now().ink), one.words)
        action.setEnabled(one.is_possible(selected))
        action.triggered.connect(lambda _on=False, run=one.run: run())
