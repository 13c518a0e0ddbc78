"""What the next record of a run takes over from the one just saved."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QMenu, QPushButton

from models.fields import Choice, Day, Field, Link, PartialDay, Text, Year, fields_of
from models.records.base import Record
from ui import preferences
from ui.layouts import LAYOUTS, Layout
from ui.look import icons, theme

MOST_IN_ONE_MENU = 12
_CAN_BE_KEPT = Choice | Day | Link | PartialDay | Text | Year


class Carrier:
    """Knows which fields the clerk wants to keep from one record to the next."""

    def __init__(self, record_type: type[Record]) -> None:
        self._type = record_type
        self._fields = fields_of(record_type)
        self.choices = tuple(self._choices())

    @property
    def kept(self) -> tuple[str, ...]:
        """The fields that are kept now, those that are always kept left out."""
        chosen = preferences.kept_fields(self._type.about.table)
        usual = (self._type.about.year, *LAYOUTS[self._type].keeps)
        return tuple(one for one in self.choices if one in (usual if chosen is None else chosen))

    def keep(self, name: str, *, is_kept: bool) -> None:
        """Keep a field from now on, or start it blank."""
        kept = [one for one in self.kept if one != name]
        preferences.keep_fields(self._type.about.table, [*kept, name] if is_kept else kept)

    def values_for_next(self, saved: Record) -> dict[str, object]:
        """Return what the record after this one begins with."""
        always = (n for n, kind in self._fields.items() if isinstance(kind, Link) and kind.is_part)
        names = dict.fromkeys((*always, *self.kept))
        repeated = [f"{name}_name" for name in names if f"{name}_name" in self._fields]
        values = {name: getattr(saved, name) for name in (*names, *repeated)}
        return {n: value for n, value in values.items() if not self._fields[n].is_blank(value)}

    def words(self) -> str:
        """Return in words what is kept."""
        labels = "、".join(self._fields[name].label for name in self.kept)
        return f"新增下一条时保留：{labels}" if labels else "新增下一条时什么都不保留"

    def _choices(self) -> Iterator[str]:
        about = self._type.about
        for name in LAYOUTS[self._type].names():
            is_repeat = name.endswith("_name") and name.removesuffix("_name") in self._fields
            is_title = name in about.titles and name != about.year
            if not (is_repeat or is_title or name in about.unique) and _can_be_kept(
                self._fields[name]
            ):
                yield name


def _can_be_kept(field: Field) -> bool:
    return isinstance(field, _CAN_BE_KEPT) and not (isinstance(field, Link) and field.is_part)


class CarryButton(QPushButton):
    """The small button beside 保存并新增 that tells and chooses what the next record keeps."""

    def __init__(self, carrier: Carrier, layout: Layout, labels: Mapping[str, str]) -> None:
        super().__init__()
        self._carrier = carrier
        self._layout = layout
        self._labels = labels
        self.setAutoDefault(False)
        self.setIcon(icons.icon("pin"))
        self.setIconSize(icons.spaced_size())
        theme.mark(self, "icon")
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._tell()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction("新增下一条时保留：").setEnabled(False)
        is_long = len(self._carrier.choices) > MOST_IN_ONE_MENU
        for section in self._layout.sections:
            names = [n for row in section.rows for n in row if n in self._carrier.choices]
            place = menu.addMenu(section.title) if is_long and names else menu
            for name in names:
                self._add_choice(place, name)

    def _add_choice(self, menu: QMenu, name: str) -> None:
        action = menu.addAction(self._labels[name])
        action.setCheckable(True)
        action.setChecked(name in self._carrier.kept)
        action.toggled.connect(lambda is_on, name=name: self._choose(name, is_kept=is_on))

    def _choose(self, name: str, *, is_kept: bool) -> None:
        self._carrier.keep(name, is_kept=is_kept)
        self._tell()

    def _tell(self) -> None:
        words = self._carrier.words()
        self.setToolTip(words)
        self.setAccessibleName(words)
