"""A page written for its work, where a list and a form are not enough."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from models.typed import TypedForm
from ui.office import Office


class OwnPage(QWidget):
    """What the tabs ask of such a page; it is made when it is first looked at."""

    # The table of the record that is typed here instead of in a form.
    takes: ClassVar[str] = ""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_stale = False
        office.changed.connect(self._note_change)
        office.year_changed.connect(self._note_change)

    def typed(self) -> list[TypedForm]:
        """Return what stands unsaved on the page, where it can be carried over."""
        return []

    def take_up(self, typed: TypedForm) -> bool:
        """Put back what was typed before; whether the page is the place for it."""
        del typed
        return False

    def keep_now(self) -> bool:
        """Write what was typed into the journal at once; whether that could be done."""
        return False

    def forget_typed(self) -> None:
        """Take what was typed out of the journal: another page goes on with it."""

    @property
    def office(self) -> Office:
        """The open file."""
        return self._office

    @property
    def state_words(self) -> str:
        """What the status bar says of the page."""
        return ""

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost."""
        return True

    def refresh(self) -> None:
        """Show what is true now."""

    def refresh_if_stale(self) -> None:
        """Catch up with what changed while the page was hidden."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _note_change(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
