"""How one summary is headed, dated and signed."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from models.errors import Problem
from models.records.summary import SummaryPaper
from models.rules import checking
from models.summary.keys import SummaryKey
from models.summary.papers import paper_of
from ui import messages
from ui.dialogs.opening import lay_out
from ui.forms.asked_fields import AskedFields
from ui.look import theme
from ui.office import Office

ASKED = (
    "title",
    "as_of",
    "length",
    "head",
    "doc_no",
    "signed_by",
    "addressee",
    "copy_to",
    "signed_on",
    "page_number",
)
WIDTH_CHARS = 44


class SettingsDialog(QDialog):
    """The settings of one summary, saved as one step."""

    def __init__(self, key: SummaryKey, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._key = key
        self._office = office
        self._paper = paper_of(office.store, key.year, key.span)
        self.setWindowTitle(f"{key.words}的设置")
        presets = {name: getattr(self._paper, name) for name in ASKED}
        self.asked = AskedFields(SummaryPaper, ASKED, presets, office)
        self._build()
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def save(self) -> None:
        """Keep the settings, or say at the fields why not."""
        values = self.asked.read()
        if values is None:
            return
        paper = replace(self._paper, **values)  # type: ignore[arg-type]
        store = self._office.store
        if self.asked.say_errors(checking.check(paper, store)):
            return
        try:
            keep_paper(self._office, self._key, paper)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self.accept()

    def _build(self) -> None:
        lay_out(self, (self.asked,), "保存", self.save)


def keep_paper(office: Office, key: SummaryKey, paper: SummaryPaper) -> None:
    """Keep the settings of a summary as one step, when they changed."""
    store = office.store
    if paper != paper_of(store, key.year, key.span):
        with store.change(f"修改{key.words}的设置"):
            store.save(paper)
        office.say(f"已保存{key.words}的设置，可以用 Ctrl+Z 撤销")
