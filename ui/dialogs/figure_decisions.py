"""Asking why a figure leaves a record out, counts more than its records, or is reported otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import Problem
from models.figures.figure import Figure
from models.periods import Period
from models.records.base import Record
from models.records.reported import FigureAdjustment, FigureException
from models.rules import checking
from models.rules.figures import ADDED, LEFT_OUT
from models.store import Store
from ui import keys, messages
from ui.forms.asked_fields import AskedFields
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

WIDTH_CHARS = 44
MOST_NAMED = 3
Drafts = Sequence[FigureAdjustment | FigureException]


@dataclass(frozen=True, slots=True)
class Question:
    """What a box asks: its title, what it is about, the fields, the name of the step.

    `drafts` are the decisions as far as they are made; what is asked is filled into each.
    """

    title: str
    heading: str
    fields: tuple[str, ...]
    step: str
    drafts: Drafts
    remark: str


class DecisionDialog(QDialog):
    """Asks for the reason and writes the decision as one step; one record or several at once."""

    def __init__(self, question: Question, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self._question = question
        self._office = office
        first = question.drafts[0]
        presets = {name: getattr(first, name) for name in question.fields}
        self._asked = AskedFields(type(first), question.fields, presets, office)
        self._scopes: QButtonGroup | None = None
        self._build()
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def offer_every_figure(self, figure: Figure) -> None:
        """Let the clerk choose whether only this figure leaves the records out, or every one."""
        self._scopes = QButtonGroup(self)
        own = QRadioButton(f"只这个数：{figure.definition.label}")
        every = QRadioButton("所有数字：用到它的合计、比率一起变，前后一致")
        for number, button in enumerate((own, every)):
            self._scopes.addButton(button, number)
            self._scope_rows.addWidget(button)
        own.setChecked(True)

    def save(self) -> None:
        """Write what was decided, or say at the fields why not."""
        values = self._asked.read()
        if values is None:
            return
        decided = [replace(one, **values) for one in self._question.drafts]  # type: ignore[arg-type]
        if self._scopes is not None and self._scopes.checkedId() == 1:
            decided = [replace(one, figure="") for one in decided]
        store = self._office.store
        if any(self._asked.say_errors(checking.check(one, store)) for one in decided):
            return
        try:
            with store.change(self._question.step):
                for one in decided:
                    store.save(one)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已登记：{self._question.step}，可以用 Ctrl+Z 撤销")
        self.accept()

    def _build(self) -> None:
        heading, remark = QLabel(self._question.heading), QLabel(self._question.remark)
        for label, role in ((heading, "title"), (remark, "muted")):
            label.setWordWrap(True)
            theme.mark(label, role)
        self._scope_rows = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(12))
        outer.addWidget(heading)
        outer.addWidget(remark)
        outer.addLayout(self._scope_rows)
        outer.addWidget(self._asked)
        outer.addStretch()
        outer.addLayout(self._make_buttons())
        keys.bind_everywhere(self, "save", self.save)
        self._asked.cells[self._question.fields[0]].editor.control.setFocus()

    def _make_buttons(self) -> QHBoxLayout:
        save = icon_button(keys.label("保存", "save"), "tick", role="main")
        save.clicked.connect(self.save)
        cancel = icon_button(keys.label("取消", "give_up"), "clear")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        return buttons


def leave_out_question(
    figure: Figure, records: Sequence[Record], period: Period, after: Figure, store: Store
) -> Question:
    """Return what is asked about records that a figure is not to count, and what that makes of it."""
    label = figure.definition.label
    named = "、".join(store.title_of(one) for one in records[:MOST_NAMED])
    if len(records) > MOST_NAMED:
        named += f"等{len(records)}{records[0].about.measure}"
    change = f"{label}：{figure.counted_exact} → {after.counted_exact}。"
    if after.counted_exact == figure.counted_exact:
        change = f"{label}还是{after.counted_exact}，不受影响。"
    return Question(
        title="这条不计入",
        heading=f"{period.words()}不计入：{named}",
        # What is wrong in one month is mostly wrong in its year: the days can be widened.
        fields=("reason",) if period.span == "" else ("reason", "first", "last"),
        step=f"{label}不计入{named}",
        drafts=[
            FigureException(
                kind=LEFT_OUT,
                figure=figure.code,
                first=period.first,
                last=period.last,
                source_table=one.about.table,
                source=one.id,
            )
            for one in records
        ],
        remark=f"{change}记录本身不动，随时可以撤回。",
    )


def add_question(figure: Figure, period: Period) -> Question:
    """Return what is asked about an amount that a figure counts besides its records."""
    label = figure.definition.label
    draft = FigureException(kind=ADDED, figure=figure.code, first=period.first, last=period.last)
    where = "加在分子上" if figure.definition.kind == "rate" else f"单位是{figure.definition.unit}"
    return Question(
        title="另计入",
        heading=f"{label}　{period.words()}{figure.counted_exact}",
        fields=("amount", "reason"),
        step=f"{label}另计入",
        drafts=[draft],
        remark=f"台账里没有记录、又确实该算的，在这里另计，{where}。随时可以撤回。",
    )


def adjust_question(figure: Figure, period: Period) -> Question:
    """Return what is asked about a figure that is reported otherwise than it is counted."""
    label = figure.definition.label
    value = Decimal(figure.value) if figure.value is not None else None
    draft = figure.adjustment or FigureAdjustment(
        figure=figure.code, first=period.first, last=period.last, value=value
    )
    return Question(
        title="改定",
        heading=f"{label}　{period.words()}台账数{figure.counted_exact}",
        fields=("value", "reason"),
        step=f"改定{label}",
        drafts=[draft],
        remark=f"单位是{figure.definition.unit}。总结里写改定的数，台账数照样保留，两个都看得见。"
        "只改这一个数，由它算的比率不跟着变，对不上的地方逻辑检查会指出来。",
    )
