"""A page written for its work, where a list and a form are not enough."""

from PySide6.QtWidgets import QWidget

from ui.office import Office


class OwnPage(QWidget):
    """What the tabs ask of such a page; it is made when it is first looked at."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._is_stale = False
        office.changed.connect(lambda _tables: self._note_change())
        office.year_changed.connect(lambda _year: self._note_change())

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
