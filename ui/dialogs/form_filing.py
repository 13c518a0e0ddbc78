"""Handing up a filled form of the county: to whom and when; its figures and its file are frozen."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from models import clock
from models.county_forms.filling import FillPlan, file_form, title_for
from models.errors import Problem
from models.records.reported import FiledPaper
from models.rules import checking
from models.values.dates import say_day
from reports.filling.fill import filled
from ui import jobs, messages
from ui.dialogs.opening import lay_out
from ui.forms.asked_fields import AskedFields
from ui.look import theme
from ui.office import Office

ASKED = ("title", "recipient", "filed_on")
WIDTH_CHARS = 46


class FormFilingDialog(QDialog):
    """Asks what is entered about the paper, and freezes it as one step."""

    def __init__(self, plan: FillPlan, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._office = office
        self.setWindowTitle("上报留底")
        presets = {
            "title": title_for(office.store, plan),
            "recipient": plan.form.recipient or office.store.town().parent_union,
            "filed_on": clock.today(),
        }
        self._asked = AskedFields(FiledPaper, ASKED, presets, office)
        lay_out(self, (self._make_heading(), self._asked), "留底", self.save)
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    @property
    def asked(self) -> AskedFields:
        """The fields of the box."""
        return self._asked

    def save(self) -> None:
        """Freeze the form, or say at the fields why not."""
        values = self._asked.read()
        if values is None:
            return
        paper = self._paper(values)
        if self._asked.say_errors(checking.check(paper, self._office.store)):
            return
        plan = self._plan
        jobs.run(
            self, "正在填表…", lambda _progress: filled(plan), lambda data: self._keep(paper, data)
        )

    def _keep(self, paper: FiledPaper, data: bytes) -> None:
        store = self._office.store
        try:
            with store.change(f"上报留底 {paper.title}"):
                file_form(store, self._plan, paper, data)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        count = len(self._plan.figures)
        kept = f"{count}项数字和填好的表一并存下" if count else "填好的表已存下"
        self._office.say(f"已留底“{paper.title}”：{kept}，可以用 Ctrl+Z 撤销")
        self.accept()

    def _paper(self, values: Mapping[str, object]) -> FiledPaper:
        period = self._plan.period
        return FiledPaper(
            **values,  # type: ignore[arg-type]
            first=period.first,
            last=period.last,
            as_of=period.as_of,
        )

    def _make_heading(self) -> QLabel:
        period, count = self._plan.period, len(self._plan.figures)
        said = "照台账现在的样子填好，把表存下来，在“已上报”里这份材料的附件中。"
        if count:
            said += (
                f"表里的{count}项数字（{period.words()}，算到{say_day(period.as_of)}）连同名单一起"
                "存下，以后台账再改，能对出哪里不一样。"
            )
        if self._plan.unmapped:
            said += f"还有{len(self._plan.unmapped)}处没有对应，会空着。"
        heading = QLabel(said)
        heading.setWordWrap(True)
        theme.mark(heading, "muted")
        return heading
