"""The lines of the first page about what was begun: forms put aside, and forms left by a crash."""

from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.drafts import drafts_by_table, typed_in
from models.records import BY_TABLE
from models.records.drafts import Draft
from ui.layouts import LAYOUTS
from ui.look import theme
from ui.look.buttons import link_button
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.recovery import headline, words_of


def left_over_doors(office: Office) -> list[QPushButton]:
    """Return a door to every form that was being typed when the program ended."""
    found = office.journal.left_over()[::-1]
    doors = []
    for place, left in enumerate(found):
        door = link_button(f"{headline(len(found)) if place == 0 else ''}{words_of(left)}，接着填")
        door.clicked.connect(partial(_run, partial(office.reopen_left, left)))
        doors.append(door)
    return doors


def draft_line(office: Office) -> QWidget | None:
    """Return how many forms were put aside, with a door to each kind; None without any."""
    found = {
        table: drafts
        for table, drafts in drafts_by_table(office.store).items()
        if table in BY_TABLE and BY_TABLE[table] in LAYOUTS
    }
    if not found:
        return None
    line = QWidget()
    flow = FlowLayout(line, gap=theme.px(4))
    flow.setContentsMargins(theme.px(4), 0, 0, 0)
    lead = QLabel(f"暂存未完成 {sum(map(len, found.values()))} 条")
    theme.mark(lead, "error")
    flow.addWidget(lead)
    for table, drafts in found.items():
        door = link_button(f"{BY_TABLE[table].about.label} {len(drafts)}")
        door.setToolTip("、".join(one.title for one in drafts))
        door.clicked.connect(partial(_run, partial(_open, office, table, drafts)))
        flow.addWidget(door)
    return line


def _open(office: Office, table: str, drafts: list[Draft]) -> None:
    """Show the list of this kind; a single draft, or one of a kind without a list, at once."""
    typed = typed_in(drafts[0])
    has_list = office.place_of(table) != BY_TABLE[table].about.label
    if typed is not None and (len(drafts) == 1 or not has_list):
        office.take_up(typed)
    else:
        office.show_list(table)


def _run(action: partial[None], _is_on: object = False) -> None:
    action()
