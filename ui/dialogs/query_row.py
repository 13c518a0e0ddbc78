"""One line of a query: what is looked at, how it is compared, and with what."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from models.fields import Text
from models.queries.conditions import Condition
from models.queries.relations import Relation, relations_of
from models.queries.subjects import OTHERS, OWN, Subject, subject_of, subjects_of
from models.reading import Reading, Refused
from models.records.base import Record
from models.store import Store
from ui.dialogs.query_values import ValueBox
from ui.forms.offers import Offer
from ui.forms.options import MOST_OPTIONS, Option, answers_to, begins_with
from ui.forms.pickers import PickEditor
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo

RELATION_CHARS = 11.5
_SUBJECT = Text(label="看什么")
_DETAILS = {OTHERS: "有没有、有几条"}


class SubjectEditor(PickEditor):
    """What a condition looks at, picked by its words or their initials."""

    def __init__(self, record_type: type[Record]) -> None:
        self._type = record_type
        super().__init__(_SUBJECT, self._answering)
        self._line.setPlaceholderText(self.hint)
        self._line.setAccessibleName("看什么")

    @property
    @override
    def hint(self) -> str:
        return "看什么，可输拼音首字母"

    def _answering(self, typed: str) -> list[Option]:
        found = self._meant(typed.strip())[:MOST_OPTIONS]
        return [Option(one.key, one.label, _DETAILS.get(one.group, "")) for one in found]

    def _meant(self, wanted: str) -> list[Subject]:
        found = [one for one in subjects_of(self._type) if answers_to(one.label, wanted)]
        if wanted:
            found.sort(key=lambda one: (not begins_with(one.label, wanted), one.group != OWN))
        return found

    @override
    def _further_rows(self, options: list[Option]) -> list[Offer]:
        left = len(self._meant(self._asked.strip())) - len(options)
        return [Offer(f"还有 {left:,} 项，请再输几个字", kind="note")] if left > 0 else []

    @override
    def _option_of(self, value: object) -> Option | None:
        if not value:
            return None
        return Option(str(value), subject_of(self._type, str(value)).label)

    @override
    def _read_words(self, text: str) -> Reading[object]:
        for one in subjects_of(self._type):
            if one.label == text:
                return Reading(one.key)
        raise Refused(f"没有“{text}”这一项，请从列表中选")


class ConditionRow(QWidget):
    """One condition as the clerk builds it."""

    changed = Signal()
    removed = Signal()
    done = Signal()

    def __init__(self, record_type: type[Record], store: Store, *, chars: float) -> None:
        super().__init__()
        self._type = record_type
        self._store = store
        self._chars = chars
        self._subject: Subject | None = None
        self._relations: tuple[Relation, ...] = ()
        self.subject = SubjectEditor(record_type)
        self.relation = CalmCombo()
        self.relation.setAccessibleName("怎么比")
        self.value: ValueBox | None = None
        self._place = QHBoxLayout()
        self._problem = QLabel()
        theme.mark(self._problem, "error")
        self._problem.hide()
        self._build()
        self.subject.changed.connect(self._follow_subject)
        self.subject.left.connect(self._follow_subject)
        self.subject.done.connect(self._leave_subject)
        self.relation.currentIndexChanged.connect(self._follow_relation)
        self._show_relations()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was chosen yet."""
        return not self.subject.raw().strip()

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; what it looks at must be there."""
        self.subject.show_value(condition.subject)
        self._take_subject(subject_of(self._type, condition.subject))
        codes = [one.code for one in self._relations]
        self.relation.setCurrentIndex(codes.index(condition.relation))
        if self.value is not None:
            self.value.show_value(condition.value)

    def ask_about(self, key: str) -> None:
        """Look at a field, compared as is most usual for it."""
        self.subject.show_value(key)
        self._take_subject(subject_of(self._type, key))

    def read(self) -> Condition:
        """Return the condition; refused when something is missing."""
        key = str(self.subject.read().value)
        if self._subject is None or self._subject.key != key:
            self._take_subject(subject_of(self._type, key))
        assert self.value is not None
        return Condition(key, self._relation.code, self.value.read())

    def say_problem(self, words: str) -> None:
        """Show under the line what is wrong with it, blank for nothing."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def focus_first_gap(self) -> None:
        """Put the cursor where something is missing."""
        if self._subject is None or self.value is None:
            self.subject.setFocus()
        else:
            self.value.setFocus()

    @property
    def _relation(self) -> Relation:
        return self._relations[self.relation.currentIndex()]

    def _build(self) -> None:
        self.subject.setFixedWidth(theme.chars(self._chars))
        self.relation.setFixedWidth(theme.chars(RELATION_CHARS))
        self._place.addStretch()
        remove = icon_button("去掉", "clear", role="link")
        remove.setAutoDefault(False)
        remove.clicked.connect(self.removed)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.subject, 0, top)
        line.addWidget(self.relation, 0, top)
        line.addLayout(self._place, 1)
        line.addWidget(remove, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(line)
        column.addWidget(self._problem)

    def _follow_subject(self) -> None:
        try:
            key = str(self.subject.read().value)
            found = subject_of(self._type, key) if key else None
        except Refused:
            found = None
        if found != self._subject:
            self._take_subject(found)
        self.changed.emit()

    def _leave_subject(self) -> None:
        self._follow_subject()
        if self._subject is not None:
            self.relation.setFocus()

    def _take_subject(self, subject: Subject | None) -> None:
        self._subject = subject
        self._show_relations()

    def _show_relations(self) -> None:
        self._relations = relations_of(self._subject) if self._subject else ()
        blocked = QSignalBlocker(self.relation)
        self.relation.clear()
        self.relation.addItems([one.label for one in self._relations])
        blocked.unblock()
        self.relation.setVisible(bool(self._relations))
        self._show_value_box()

    def _follow_relation(self, _place: int) -> None:
        self._show_value_box()
        self.changed.emit()

    def _show_value_box(self) -> None:
        old = self.value
        kept = _raw_of(old)
        self.value = None
        if self._subject is not None:
            self.value = ValueBox(self._subject, self._relation, self._store)
            self.value.changed.connect(self.changed)
            self.value.done.connect(self.done)
            self._place.insertWidget(0, self.value)
            self._keep_typed(old, kept)
            QWidget.setTabOrder(self.relation, self.value)
        if old is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.say_problem("")

    def _keep_typed(self, old: ValueBox | None, kept: list[str]) -> None:
        """Let what was typed stand when only the relation changed: from 大于 to 小于."""
        if old is None or self.value is None:
            return
        for before, after, text in zip(old.editors, self.value.editors, kept, strict=False):
            if type(before) is type(after) and before.field == after.field:
                after.take_raw(text)


def _raw_of(box: ValueBox | None) -> list[str]:
    return [] if box is None else [one.raw() for one in box.editors]
