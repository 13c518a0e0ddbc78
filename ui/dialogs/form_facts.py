"""What a form from above is called, to whom it goes, and of which year its blank is."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from models.errors import Problem
from models.records.county_forms import CountyForm
from models.rules import checking
from ui import messages
from ui.dialogs.opening import lay_out
from ui.forms.asked_fields import AskedFields
from ui.look import theme
from ui.office import Office

ASKED = ("name", "recipient", "year")
WIDTH_CHARS = 40


class FormFactsDialog(QDialog):
    """Asks the three facts and keeps them as one step."""

    def __init__(self, form: CountyForm, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._form = form
        self._office = office
        self.setWindowTitle("表格名称和报送对象")
        presets = {name: getattr(form, name) for name in ASKED}
        self._asked = AskedFields(CountyForm, ASKED, presets, office)
        lay_out(self, (self._asked,), "保存", self.save)
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    @property
    def asked(self) -> AskedFields:
        """The fields of the box."""
        return self._asked

    def save(self) -> None:
        """Keep what was typed, or say at the fields why not."""
        values = self._asked.read()
        if values is None:
            return
        changed = replace(self._form, **values)  # type: ignore[arg-type]
        store = self._office.store
        if self._asked.say_errors(checking.check(changed, store)):
            return
        try:
            with store.change(f"修改上级表格 {changed.name}"):
                store.save(changed)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self.accept()
