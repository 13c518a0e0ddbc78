"""What keeps the text of a form from being lost: the journal, and drafts put aside."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from models.records.base import Record
from models.typed import TypedForm
from ui.forms.cell import FieldCell
from ui.forms.drafts import Drafting, title_typed, year_typed
from ui.forms.entry import Entry
from ui.forms.journal import Journaling
from ui.office import Office


class Keeping:
    """Knows what stood in a form before the clerk typed, and what stands there now."""

    def __init__(
        self, parent: QObject, office: Office, record: Record, cells: Mapping[str, FieldCell]
    ) -> None:
        self._office = office
        self._record = record
        self._cells = cells
        self._base: Mapping[str, str] = {}
        self.drafting = Drafting(office)
        self.journaling = Journaling(parent, office, record.about.table, self.typed)

    def typed(self) -> TypedForm:
        """Return what stands in the form, letter for letter."""
        texts = self._texts()
        record = self._record
        return TypedForm(
            table=record.about.table,
            record=record.id,
            title=title_typed(texts, type(record)),
            texts=texts,
            base=self._base,
            scope=self._scope(),
            draft=self.drafting.draft_id,
        )

    def settle(self, record: Record) -> None:
        """Hear that the form shows a record, or an empty one, in which nothing was typed yet."""
        self._record = record
        self._base = self._texts()
        self.drafting.show(None)
        self.journaling.forget()

    def take(self, typed: TypedForm) -> bool:
        """Put back what was typed; whether any of it is kept nowhere else.

        Of a new record that is all of it, of a saved one what was changed.
        """
        names = typed.texts if self._record.id is None else typed.changed
        for name in names:
            if name in self._cells:
                self._cells[name].editor.take_raw(typed.texts[name])
        self.drafting.show(typed.draft)
        return not self.drafting.keeps(typed)

    def finish(self) -> None:
        """End what kept the text, inside the change that saves it."""
        self.drafting.finish()
        self.journaling.forget_when_saved()

    def put_aside(self, entry: Entry) -> bool:
        """Keep the form as a draft; whether that could be done."""
        wrong = dict.fromkeys(one.field for one in entry.errors)
        labels = tuple(c.editor.field.label for name, c in self._cells.items() if name in wrong)
        editors = {name: cell.editor for name, cell in self._cells.items()}
        year = year_typed(editors, self._record, self._office.year)
        return self.drafting.put_aside(self.typed(), labels, year=year)

    def _texts(self) -> dict[str, str]:
        return {name: cell.editor.raw() for name, cell in self._cells.items()}

    def _scope(self) -> dict[str, int]:
        found = {
            n: getattr(self._record, n) for n, one in self._cells.items() if not one.isEnabled()
        }
        return {name: value for name, value in found.items() if isinstance(value, int)}
