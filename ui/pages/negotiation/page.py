"""The page 「协商」: the year's negotiations at the left, one of them stage by stage at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)
from typing_extensions import override

from models import clock
from models.errors import Problem
from models.negotiation_case import (
    CONTRACT,
    NEGOTIATION,
    OBJECTION,
    Case,
    Memory,
    moved_on,
    read_case,
    seen_on,
    with_day,
)
from models.negotiation_contracts import Signatory, Terms, contracts_for
from models.negotiation_stages import Entry, Stage, stages_of
from models.records.bargaining import Campaign, Contract
from models.records.base import Record
from models.records.negotiation import Negotiation, NegotiationVote
from models.records.negotiation_care import PerformanceCheck
from reports.workbook import Sheet
from ui import keys, messages
from ui.deleting import ask_and_delete
from ui.dialogs.opening import open_dialog
from ui.lists.state import EmptyState
from ui.lists.table import RecordTable
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.own_page import OwnPage
from ui.page_spec import PageSpec
from ui.pages.negotiation.columns import list_columns
from ui.pages.negotiation.course import Course
from ui.pages.negotiation.day_dialog import DayDialog
from ui.pages.negotiation.parts import Parts, vote_columns
from ui.pages.negotiation.signing import SigningDialog
from ui.record_boxes import RecordDialog, RelatedDialog
from ui.related import Relation
from ui.sheet_saving import export_button
from ui.undoing import nothing

ADVICE = (
    "点“新增协商”登记双方和要约，以后每一步的日期、期限和材料都在这里办。\n"
    "有现成的协商台账，可以先导入。别的年度的，点开“只看年度”就能看到。"
)
CONSENT, REFUSAL, NO_OBJECTION, LAPSED = "1", "2", "1", "3"


class NegotiationPage(OwnPage):
    """The list of negotiations, and the course of the chosen one."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._cases: dict[int, tuple[Case, tuple[Stage, ...]]] = {}
        self._build()
        self._connect()
        self.refresh()
        self._choose_first()

    @property
    def table(self) -> RecordTable:
        """The list of negotiations."""
        return self._table

    @property
    def course(self) -> Course:
        """The stages of the chosen negotiation."""
        return self._course

    @property
    def chosen(self) -> Negotiation | None:
        """The negotiation whose stages are shown."""
        found = self._table.chosen
        return found if isinstance(found, Negotiation) else None

    @property
    @override
    def state_words(self) -> str:
        """How many negotiations are listed, and how many have something overdue."""
        late = sum(any(stage.is_late for stage in stages) for _, stages in self._cases.values())
        words = f"协商 {len(self._cases)}次"
        return f"{words}，{late}次有超期的事项" if late else words

    @override
    def refresh(self) -> None:
        """Read the negotiations again and show those of the year."""
        memory, today = Memory(self.office.store), clock.today()
        self._cases, days = {}, {}
        for one in self._listed():
            case = read_case(memory, one)
            days[one.id or 0] = day = seen_on(case, self.office.day, today)
            self._cases[one.id or 0] = (case, stages_of(memory, case, day))
        chosen = self.chosen.id if self.chosen else None
        records = [case.negotiation for case, _ in self._cases.values()]
        self._table.show_records(records, list_columns(self._cases, days))
        self._year_only.setText(f"只看{self.office.year}年度")
        self._stack.setCurrentIndex(0 if records else 1)
        if not self._table.choose(chosen):
            self._choose_first()
        self._show()
        if self.isVisible():
            self.office.filter_changed.emit(self.state_words)

    def start_new(self) -> None:
        """Offer an empty form for another negotiation."""
        store, year = self.office.store, self.office.year
        running = store.find(Campaign, year=year)
        self._open_form(
            Negotiation(
                year=year,
                campaign=running[0].id if len(running) == 1 else None,
                offer_side="1",
                union_name=store.town().union_name,
            )
        )

    def _listed(self) -> list[Negotiation]:
        found = self.office.store.all(Negotiation)
        year = self.office.year
        shown = [one for one in found if not self._year_only.isChecked() or one.year == year]
        return sorted(shown, key=lambda one: one.offer_on or date.max, reverse=True)

    def _build(self) -> None:
        theme.mark(self, "canvas")
        self._year_only = QPushButton()
        self._year_only.setCheckable(True)
        self._year_only.setChecked(True)
        theme.mark(self._year_only, "sub")
        self._add = icon_button(keys.label("新增协商", "new"), "add")
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._year_only)
        bar.addStretch()
        bar.addWidget(export_button(self.office, lambda: self._sheet_name, self._sheets))
        bar.addWidget(self._add)
        self._table = RecordTable(())
        self._table.setAccessibleName("协商列表")
        self._course = Course()
        empty = EmptyState("本年度还没有协商", ADVICE, can_import=True)
        empty.import_asked.connect(self.office.import_asked)
        split = QSplitter()
        split.setHandleWidth(theme.px(8))
        split.setChildrenCollapsible(False)
        split.addWidget(self._table)
        split.addWidget(self._course)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 8)
        split.setSizes([theme.chars(32), theme.chars(56)])
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(bar)
        outer.addWidget(self._stack, 1)

    @property
    def _sheet_name(self) -> str:
        year = f"{self.office.year}年" if self._year_only.isChecked() else ""
        return f"{year}集体协商进展表"

    def _sheets(self) -> list[Sheet]:
        town = self.office.store.town().union_name
        return [sheet_of_view(self._table, self._sheet_name, (town, self.state_words))]

    def _connect(self) -> None:
        keys.bind_everywhere(self, "new", self.start_new)
        keys.bind(self._table, "delete", self._delete)
        self._add.clicked.connect(self.start_new)
        self._year_only.toggled.connect(lambda _on: self.refresh())
        self._table.row_chosen.connect(lambda _record: self._show())
        self._table.opened.connect(lambda _record: self._course.focus_next())
        course = self._course
        course.today_pressed.connect(lambda entry: self._fill(entry, clock.today()))
        course.other_day_asked.connect(self._ask_day)
        course.part_opened.connect(self._open_part)
        course.part_added.connect(lambda parts: self._open_parts(parts, None))
        course.acted.connect(self._act)

    def _choose_first(self) -> None:
        if self._table.records.records:
            self._table.choose(self._table.records.records[0].id)

    def _show(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.id in self._cases:
            self._course.show_case(*self._cases[chosen.id])

    def _case(self) -> Case | None:
        chosen = self.chosen
        found = self._cases.get(chosen.id or 0) if chosen else None
        return found[0] if found else None

    def _fill(self, entry: Entry, day: date | None) -> None:
        case = self._case()
        if case is None:
            return
        also: dict[str, object] = {}
        if entry.place == (NEGOTIATION, "replied_on"):
            also["reply_result"] = (case.negotiation.reply_result or CONSENT) if day else ""
        self._save(f"{entry.verb} ", case, entry.place, day, also)

    def _save(
        self,
        verb: str,
        case: Case,
        place: tuple[str, str],
        day: date | None,
        also: Mapping[str, object],
        among: Callable[[Record], bool] | None = None,
    ) -> None:
        records = with_day(case, place, day, today=clock.today(), also=also, among=among)
        self._commit(f"{verb}{case.negotiation.title}", records)

    def _commit(self, label: str, records: Sequence[Record]) -> None:
        """Save everything as one change that can be taken back."""
        had_focus = self._course.isAncestorOf(self.focusWidget() or self)
        try:
            with self.office.store.change(label):
                for record in records:
                    self.office.store.save(record)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self.office.say(f"已登记：{label}，可以用 Ctrl+Z 撤销")
        if had_focus:
            self._course.focus_next()

    def _ask_day(self, entry: Entry) -> None:
        year = self.chosen.year if self.chosen and self.chosen.year else self.office.year
        dialog = DayDialog(entry.label, entry.day, year=year, parent=self)
        dialog.explain(_words_about(entry))
        dialog.given.connect(lambda day: self._fill(entry, day))
        open_dialog(dialog)

    def _act(self, name: str) -> None:
        case = self._case()
        if case is None:
            return
        today = clock.today()
        if name in {"edit", "delete", "renew", "sign"}:
            self._act_on_whole(name, case)
        elif name == "refuse":
            answer = {"reply_result": REFUSAL}
            self._save("对方拒绝 ", case, (NEGOTIATION, "replied_on"), today, answer)
        elif name == "pause":
            self._save("中止 ", case, (NEGOTIATION, "suspended_on"), today, {"resumed_on": None})
        else:
            self._act_on_review(name, case, today)

    def _act_on_whole(self, name: str, case: Case) -> None:
        if name == "edit":
            self._open_form(case.negotiation)
        elif name == "delete":
            self._delete()
        elif name == "renew":
            self._start_again(case)
        else:
            dialog = SigningDialog(case, self.office, clock.today(), self)
            dialog.signed.connect(self._sign)
            open_dialog(dialog)

    def _act_on_review(self, name: str, case: Case, today: date) -> None:
        """Record what became of the contracts that are not in force yet."""
        if name == "no-objection":
            review = {"review_on": today, "review_result": NO_OBJECTION}
            self._save("审查无异议 ", case, (CONTRACT, "effective_on"), today, review)
        elif name == "object":
            review = {"review_result": OBJECTION}
            self._save("审查有异议 ", case, (CONTRACT, "review_on"), today, review, _is_waiting)
        elif name == "file-again":
            again = {"received_on": None, "review_result": "", "review_on": None}
            self._save("重新报送 ", case, (CONTRACT, "filed_on"), today, again, _is_waiting)
        elif name == "confirm":
            self._confirm_effect(case)

    def _confirm_effect(self, case: Case) -> None:
        """Record that the contract took effect because nobody objected in time (劳动合同法第五十四条)."""
        _, stages = self._cases[case.negotiation.id or 0]
        day = next((one.proposal for one in stages if one.proposal), None)
        if day is not None:
            review = {"review_result": LAPSED}
            self._save("确认生效 ", case, (CONTRACT, "effective_on"), day, review)

    def _sign(self, chosen: list[Signatory], terms: Terms) -> None:
        case = self._case()
        if case is None:
            return
        contracts = contracts_for(case, chosen, terms)
        everything = replace(case, contracts=(*case.contracts, *contracts))
        records = [*contracts, moved_on(everything, clock.today())]
        self._commit(f"签字 {case.negotiation.title}", records)

    def _start_again(self, case: Case) -> None:
        own = case.negotiation
        self._open_form(
            Negotiation(
                year=self.office.year,
                campaign=own.campaign if own.year == self.office.year else None,
                scope=own.scope,
                unit=own.unit,
                unit_name=own.unit_name,
                union=own.union,
                union_name=own.union_name,
                is_guided=own.is_guided,
                employer_party=own.employer_party,
                offer_side=own.offer_side,
            )
        )

    def _open_form(self, record: Negotiation) -> None:
        dialog = RecordDialog(record, self.office, self)
        dialog.form.saved.connect(self._follow_saved)
        dialog.form.saved.connect(dialog.accept)
        dialog.form.focus_first()
        open_dialog(dialog)

    def _follow_saved(self, record: Negotiation) -> None:
        if record.year != self.office.year and self._year_only.isChecked():
            self._year_only.setChecked(False)
        self._table.choose(record.id)
        self.sync(record.id)

    def _delete(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        ask_and_delete(self, self.office, [chosen], nothing)

    def _open_part(self, parts: Parts, record: Record) -> None:
        if parts.record_type is PerformanceCheck and record.id is not None:
            self.office.open_record(record.about.table, record.id)
            return
        self._open_parts(parts, record)

    def _open_parts(self, parts: Parts, record: Record | None) -> None:
        case = self._case()
        owner = self._owner(parts, case) if case else None
        if owner is None:
            self.office.start_record(parts.record_type.about.table)
            return

        def spec_of(record_type: type[Record]) -> PageSpec:
            given = parts.presets if record_type is parts.record_type else {}
            spec = PageSpec(record_type, presets=lambda _office: given)
            if record_type is NegotiationVote:
                return replace(spec, leave_out=("oppose",), more_columns=vote_columns)
            return spec

        relation = Relation(parts.record_type, parts.link)
        dialog = RelatedDialog(relation, owner, self.office, self, spec_of=spec_of)
        chosen = self.chosen
        dialog.finished.connect(lambda _result: self.sync(chosen.id if chosen else None))
        open_dialog(dialog)
        if record is None:
            dialog.page.start_new()
        elif record.id is not None:
            dialog.page.show_record(record.id)

    def _owner(self, parts: Parts, case: Case) -> Record | None:
        if parts.link == "negotiation":
            return case.negotiation
        return case.contracts[0] if len(case.contracts) == 1 else None

    def sync(self, record_id: int | None) -> None:
        """Move the status on to what the parts now tell, as a change of its own."""
        store = self.office.store
        own = store.get_or_none(Negotiation, record_id)
        if own is None:
            return
        now = moved_on(read_case(store, own), clock.today())
        if now != own:
            with store.change(f"更新协商状态 {own.title}"):
                store.save(now)


def _is_waiting(record: Record) -> bool:
    return isinstance(record, Contract) and record.effective_on is None


def _words_about(entry: Entry) -> str:
    """Return whom a day that several records share is for; blank where it is only one."""
    if entry.missing and entry.days:
        return f"填进还空着的{entry.missing}条，已填的{len(entry.days)}条不动。"
    whole = entry.missing + len(entry.days)
    return f"{whole}条都填成这一天。" if whole > 1 else ""
