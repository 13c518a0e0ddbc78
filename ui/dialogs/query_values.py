"""What a condition is compared with: the field's own editor, two of them, or several ticks."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from models.fields import Choices, Field, Link, Text
from models.queries.conditions import Value
from models.queries.relations import Relation, Takes, value_field
from models.queries.subjects import DATES, Kind, Subject
from models.reading import Reading, Refused
from models.store import Store
from ui.forms.choosers import editor_for
from ui.forms.editors import BETWEEN, Editor
from ui.forms.offers import Offer
from ui.forms.options import Option
from ui.forms.pickers import LinkEditor, left_over_rows
from ui.look import theme
from ui.look.combo import CalmCombo

NUMBER_CHARS, DAY_CHARS, USUAL_CHARS, TICKS_CHARS = 7.0, 10.0, 15.0, 22.0
MOST_TICKS_HEIGHT = 132
ABREAST = 4
_STAGE = Text(label="阶段")


class KnownRecordEditor(LinkEditor):
    """A record that is there already; nothing is made on the spot where something is looked for."""

    @override
    def _further_rows(self, options: list[Option]) -> list[Offer]:
        return left_over_rows(self._store, self.table, self._asked, len(options))


class NameEditor(Editor):
    """One name out of a few."""

    def __init__(self, names: Sequence[str]) -> None:
        self._combo = CalmCombo()
        self._combo.addItems(list(names))
        super().__init__(_STAGE, self._combo)
        self._combo.currentIndexChanged.connect(lambda _place: self.changed.emit())

    @override
    def show_value(self, value: object) -> None:
        blocked = QSignalBlocker(self._combo)
        self._combo.setCurrentText(str(value))
        blocked.unblock()

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return Reading(self._combo.currentText())

    @override
    def raw(self) -> str:
        return self._combo.currentText()

    @override
    def take_raw(self, text: str) -> None:
        self.show_value(text)


class NamesEditor(Editor):
    """Several names out of a few."""

    def __init__(self, names: Sequence[str]) -> None:
        panel = QWidget()
        super().__init__(_STAGE, panel)
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, 0, 0, 0)
        self._ticks = [QCheckBox(name) for name in names]
        for number, tick in enumerate(self._ticks):
            grid.addWidget(tick, number // ABREAST, number % ABREAST)
            tick.toggled.connect(lambda _on: self.changed.emit())
        panel.setFocusProxy(self._ticks[0])

    @override
    def show_value(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for tick in self._ticks:
            blocked = QSignalBlocker(tick)
            tick.setChecked(tick.text() in chosen)
            blocked.unblock()

    @override
    def read(self, default_year: int | None = None) -> Reading[object]:
        return Reading(tuple(tick.text() for tick in self._ticks if tick.isChecked()))

    @override
    def raw(self) -> str:
        return BETWEEN.join(tick.text() for tick in self._ticks if tick.isChecked())

    @override
    def take_raw(self, text: str) -> None:
        self.show_value(tuple(text.split(BETWEEN)))


class ValueBox(QWidget):
    """The editors of what one relation compares with; none for a relation that needs nothing."""

    changed = Signal()
    done = Signal()

    def __init__(self, subject: Subject, relation: Relation, store: Store) -> None:
        super().__init__()
        self._relation = relation
        self._field = value_field(subject, relation)
        self._is_stage = subject.kind is Kind.STAGE
        self._editors = self._make_editors(subject, store)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for number, editor in enumerate(self._editors):
            if number:
                row.addWidget(QLabel("到"))
            row.addWidget(_roomy(editor))
            editor.control.setAccessibleName(f"{subject.label}{relation.label}")
            editor.changed.connect(self.changed)
            editor.done.connect(self.done)
        if self._editors and self._unit:
            row.addWidget(QLabel(self._unit))
        row.addStretch()
        if self._editors:
            self.setFocusProxy(self._editors[0])

    @property
    def editors(self) -> Sequence[Editor]:
        """Where the clerk types."""
        return self._editors

    def show_value(self, value: Value) -> None:
        """Show what a condition is compared with."""
        if value is None:
            return
        if self._relation.takes is Takes.TWO and isinstance(value, tuple):
            for editor, one in zip(self._editors, value, strict=True):
                editor.show_value(self._loaded(one))
        elif self._editors:
            self._editors[0].show_value(self._loaded(value))

    def read(self) -> Value:
        """Return what stands in the editors as the file keeps it; refused when it is not there."""
        found = [self._kept(one.read().value) for one in self._editors]
        if not found:
            return None
        if self._relation.takes is Takes.TWO:
            first, last = found
            return (str(first), str(last)) if isinstance(first, str) else (first, last)  # type: ignore[return-value]
        return found[0]

    @property
    def _unit(self) -> str:
        return "" if self._field is None else str(getattr(self._field, "unit", ""))

    def _make_editors(self, subject: Subject, store: Store) -> list[Editor]:
        takes = self._relation.takes
        if takes is Takes.NOTHING:
            return []
        if self._is_stage:
            names = [one.name for one in subject.owner.about.states]
            return [NamesEditor(names) if takes is Takes.MANY else NameEditor(names)]
        assert self._field is not None
        return [_editor(self._field, store) for _ in range(2 if takes is Takes.TWO else 1)]

    def _loaded(self, value: Value) -> object:
        if self._field is None or self._is_stage or isinstance(value, tuple):
            return value
        return self._field.load(value)

    def _kept(self, value: object) -> Value:
        if (self._field is not None and self._field.is_blank(value)) or value in ("", ()):
            raise Refused("还没有填")
        if isinstance(value, tuple):
            return tuple(str(one) for one in value)
        return str(value) if self._field is None else self._field.keep(value)


def _editor(field: Field, store: Store) -> Editor:
    return KnownRecordEditor(field, store) if isinstance(field, Link) else editor_for(field, store)


def _roomy(editor: Editor) -> QWidget:
    """Return an editor with the width that its kind needs; long lists of ticks can be scrolled."""
    field = editor.field
    if isinstance(field, Choices):
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.mark(editor, "clear")
        area.setWidget(editor)
        height = min(editor.sizeHint().height() + theme.px(4), theme.px(MOST_TICKS_HEIGHT))
        area.setFixedHeight(height)
        area.setMinimumWidth(theme.chars(TICKS_CHARS))
        return area
    if isinstance(editor, NamesEditor):
        editor.setMinimumWidth(theme.chars(TICKS_CHARS))
        return editor
    width = DAY_CHARS if isinstance(field, DATES) else USUAL_CHARS
    is_number = field.align == "right" and not isinstance(field, Link)
    editor.setFixedWidth(theme.chars(NUMBER_CHARS if is_number else width))
    return editor
