"""上级表格: the forms that the county sends, mapped once, filled and handed up every year."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout
from typing_extensions import override

from models.computer import documents_folder
from models.county_forms.filling import FillPlan, plan_fill, title_for
from models.county_forms.mapping import NewBlank, add_form, new_blank, take_new_blank
from models.errors import Problem
from models.records.county_forms import CountyForm
from models.records.reported import FiledPaper
from reports.filling.fill import save_filled
from ui import jobs, messages
from ui.dialogs.filed_check import FiledCheckDialog
from ui.dialogs.form_facts import FormFactsDialog
from ui.dialogs.form_filing import FormFilingDialog
from ui.dialogs.new_blank import NewBlankDialog
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.county_forms.form_view import FormView
from ui.pages.county_forms.forms_list import FormsList
from ui.pages.county_forms.session import Session
from ui.printing import file_name, open_file

KINDS = "Excel 工作簿 (*.xlsx)"
LIST, FORM = 0, 1


class CountyFormsPage(OwnPage):
    """The list of forms, and behind it the one that is open."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self.list = FormsList(office)
        self.view = FormView(office)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self.list.refresh()

    @property
    @override
    def state_words(self) -> str:
        return f"上级表格 {self.list.count}张"

    @override
    def refresh(self) -> None:
        if self._stack.currentIndex() == FORM:
            self.view.refresh()
        else:
            self._show_list()

    def add(self) -> None:
        """Let the clerk choose blanks; the last of them is opened."""
        chosen = messages.door.open_files(self, "选上级发来的空表", kinds=KINDS)
        added = [form for path in chosen if (form := self._add(path)) is not None]
        self._show_list()
        if added:
            self.open_form(added[-1])

    def open_form(self, form: CountyForm) -> None:
        """Show a form."""
        self._stack.setCurrentIndex(FORM)
        self.view.open_form(form)

    def show_list(self) -> None:
        """Show all forms again."""
        form = self.view.session.form if self.view.session is not None else None
        self.view.close_form()
        self._stack.setCurrentIndex(LIST)
        self._show_list()
        if form is not None:
            self.list.choose(form)
        self.list.table.setFocus()

    def save(self, session: Session) -> None:
        """Ask for a place and write the form there, filled with what the records say now."""
        store = self._office.store
        proposal = documents_folder() / f"{file_name(title_for(store, session.plan))}.xlsx"
        path = messages.door.save_file(self, "填好另存", proposal=proposal, kinds=KINDS)
        if path is None:
            return

        plan_now = self._planned(session)

        def work(progress: jobs.Progress) -> FillPlan:
            plan = plan_now(progress)
            save_filled(plan, path)
            return plan

        jobs.run(self, "正在填表…", work, lambda plan: self._tell_saved(path, plan))

    def _planned(self, session: Session) -> Callable[[jobs.Progress], FillPlan]:
        """Return the work that counts what goes into a form now."""
        store, form, period, record = (
            self._office.store,
            session.form,
            session.period,
            session.record,
        )

        def work(progress: jobs.Progress) -> FillPlan:
            return plan_fill(
                store,
                form,
                period,
                record=record,
                progress=lambda done, total: progress("正在算表里的数", done, total),
            )

        return work

    def hand_up(self, session: Session) -> None:
        """Ask to whom the form goes, and freeze it as reported."""
        plan = self._planned(session)

        def ask(made: FillPlan) -> None:
            open_dialog(FormFilingDialog(made, self._office, self))

        jobs.run(self, "正在填表…", plan, ask)

    def rename(self, session: Session) -> None:
        """Let the clerk say what a form is called and to whom it goes."""
        open_dialog(FormFactsDialog(session.form, self._office, self))

    def renew(self, session: Session) -> None:
        """Take another blank for a form, and show what of the mapping is found in it."""
        chosen = messages.door.open_files(self, "选今年的新表", kinds=KINDS)
        if not chosen:
            return
        store, form, path = self._office.store, session.form, chosen[0]

        def work(progress: jobs.Progress) -> NewBlank:
            progress("正在新表里找对应过的格子", 0, 0)
            return new_blank(store, form, path)

        jobs.run(self, "正在读新表…", work, lambda found: self._show_renewal(form, found))

    def _show_list(self) -> None:
        self.list.refresh()
        self.office.filter_changed.emit(self.state_words)

    def _connect(self) -> None:
        self.list.adding_asked.connect(self.add)
        self.list.opened.connect(self.open_form)
        self.list.deleting_asked.connect(self._delete)
        self.list.checking_asked.connect(self._check)
        self.view.left.connect(self.show_list)
        self.view.saving_asked.connect(self.save)
        self.view.filing_asked.connect(self.hand_up)
        self.view.renewing_asked.connect(self.renew)
        self.view.facts_asked.connect(self.rename)

    def _add(self, path: Path) -> CountyForm | None:
        try:
            form = add_form(self._office.store, path)
        except Problem as problem:
            messages.show_problem(self, problem)
            return None
        self._office.say(f"已收进“{form.name}”。黄底的格子还要对应")
        return form

    def _delete(self, form: CountyForm) -> None:
        with self._office.store.change(f"删除上级表格 {form.name}"):
            self._office.store.delete(form)
        self._office.offer(f"已删除“{form.name}”和它的对应", "撤销", self._office.undo)

    def _check(self, paper: FiledPaper) -> None:
        open_dialog(FiledCheckDialog(paper, self._office, self))

    def _tell_saved(self, path: Path, plan: FillPlan) -> None:
        said = f"已填好存到 {path}"
        if plan.unmapped:
            said += f"，没对应的{len(plan.unmapped)}处空着"
        if plan.troubles:
            said += f"，{len(plan.troubles)}处填不了"
        self._office.offer(said, "打开看看", lambda: self._open_file(path))

    def _open_file(self, path: Path) -> None:
        try:
            open_file(path)
        except Problem as problem:
            messages.show_problem(self, problem)

    def _show_renewal(self, form: CountyForm, found: NewBlank) -> None:
        dialog = NewBlankDialog(form, found, self)
        dialog.taken.connect(lambda: self._take_blank(form, found))
        open_dialog(dialog)

    def _take_blank(self, form: CountyForm, found: NewBlank) -> None:
        try:
            taken = take_new_blank(self._office.store, form, found)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        kept = len(found.found) - len(found.lost)
        self._office.say(f"已换成“{found.file_name}”，{kept}处对应照旧，可以用 Ctrl+Z 撤销")
        self.open_form(taken)

    @override
    def _note_change(self) -> None:
        if not self.view.is_own_change:
            super()._note_change()
