"""The commands of a list as buttons: the frequent ones, and all of them behind 更多."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from ui.lists.commands import Command, fill_menu
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.flow import FlowLayout


class CommandBar(FlowLayout):
    """What narrows a list at the left, what can be done with it at the right."""

    def __init__(self, filters: QWidget) -> None:
        super().__init__(gap=theme.px(8))
        self.addWidget(filters)
        self.add_spring()

    def offer(self, commands: Callable[[], Sequence[Command]], selected: Callable[[], int]) -> None:
        """Make the buttons; the menu asks again each time what is possible."""
        for one in (command for command in commands() if command.is_on_bar):
            button = icon_button(one.words, one.icon)
            button.clicked.connect(lambda _on=False, run=one.run: run())
            self.addWidget(button)
        more = icon_button("更多", "more", role="menu")
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: fill_menu(menu, commands(), selected()))
        more.setMenu(menu)
        self.addWidget(more)
