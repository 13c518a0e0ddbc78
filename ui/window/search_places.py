"""Where the clerk can go and what she can start, by the words that stand on it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from reports.catalogue import REPORTS
from ui.areas import AREAS, SubTab
from ui.forms.options import answers_to, begins_with
from ui.office import Office


@dataclass(frozen=True, slots=True)
class Place:
    """A tab, a list, an empty form, a paper or an entry of the menus, found by its name."""

    name: str
    deed: str
    run: Callable[[], object]

    @property
    def words(self) -> str:
        """What is offered: the name with what happens."""
        return f"{self.deed}：{self.name}" if self.deed else self.name


def places_named(places: Sequence[Place], typed: str) -> list[Place]:
    """Return the places that answer to what was typed, those that begin with it first."""
    wanted = "".join(typed.split())
    found = [one for one in places if wanted and answers_to(one.name, wanted)]
    return sorted(found, key=lambda one: (not begins_with(one.name, wanted), len(one.name)))


def places_of(
    office: Office,
    *,
    show_area: Callable[[int], object],
    show_sub_tab: Callable[[int, int], object],
    import_sheets: Callable[[], object],
) -> list[Place]:
    """Return every tab and list, with the forms, lists to bring in and papers behind them."""
    found = []
    for number, area in enumerate(AREAS):
        found.append(Place(area.title, "去", partial(show_area, number)))
        for place, one in enumerate(area.lists):
            show = partial(show_sub_tab, number, place)
            found.extend(Place(name, "去", show) for name in _names(office, one))
            found.extend(_of_list(office, one, import_sheets))
    found.extend(
        Place(report.label, "打印", partial(office.print_report, report.name, {}))
        for report in REPORTS
        if not any(one.is_required for one in report.parameters)
    )
    return found


def listed_tables(office: Office) -> frozenset[str]:
    """Return the tables that have a list of their own."""
    specs = (one.spec(office) for area in AREAS for one in area.lists if one.spec)
    return frozenset(spec.record_type.about.table for spec in specs)


def _names(office: Office, listed: SubTab) -> tuple[str, ...]:
    """Return what a list may be called: its title, and what is in it unless that says the same."""
    label = listed.spec(office).record_type.about.label if listed.spec else listed.title
    if listed.title in label:
        return (label,)
    return (listed.title,) if label in listed.title else (listed.title, label)


def _of_list(
    office: Office, listed: SubTab, import_sheets: Callable[[], object]
) -> Iterator[Place]:
    if listed.spec is None:
        return
    spec = listed.spec(office)
    about = spec.record_type.about
    yield Place(f"新增{about.label}", "", partial(office.start_record, about.table))
    if spec.can_import:
        yield Place(f"{about.label}导入…", "", import_sheets)
    if not spec.scope:
        answers = {"type": about.table, "within": "all"}
        yield Place(f"{about.label}花名册", "打印", partial(office.print_report, "roster", answers))


def menu_places(window: QWidget) -> Iterator[Place]:
    """Yield the entries of the window's menus that can be chosen now."""
    if not isinstance(window, QMainWindow):
        return
    for heading in window.menuBar().actions():
        menu = heading.menu()
        for action in menu.actions() if isinstance(menu, QMenu) else ():
            if action.isEnabled() and not action.isSeparator() and not action.menu():
                yield Place(action.text().partition("\t")[0], "", action.trigger)
