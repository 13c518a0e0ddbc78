"""What a list leaves open, asked once: words, names, values that all rows share."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from models.lists.catalogue import BY_NAME
from models.lists.desk import Desk
from models.lists.kinds import SheetType, Slot
from models.sheets.asking import NOTHING_WRITTEN, choices, names_of, tells_apart
from models.sheets.constants import linked_table, read_constants
from models.sheets.plan import SheetPlan
from models.sheets.questions import Question
from ui.dialogs.importing.changing_area import ChangingArea
from ui.dialogs.importing.picks import WordPick, options_of
from ui.forms.editors import Editor, Line
from ui.forms.options import Option
from ui.look import theme
from ui.look.buttons import icon_button, link_button

PICK_CHARS = 18
WORDS_CHARS = 23
NOTHING_OPEN = "没有要问的：表里的词和单位都认得。"
BLANK_OPTION = Option(NOTHING_WRITTEN, "按空白登记")
YEARS_AROUND = 10
MOST_LIKELY, MOST_NAMES = 3, 2


class TextAnswer(Line):
    """A line whose text is the answer when it is left."""

    settled = Signal(str)

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setText(text)
        self._told = text
        self.entered.connect(self._tell)
        self.left.connect(self._tell)

    def _tell(self) -> None:
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.settled.emit(text)


class QuestionsPanel(ChangingArea):
    """A line for each question with its answer; a value for all rows can be added."""

    answered = Signal(object, str)
    shared = Signal(str, str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._year = year
        self._answers: dict[tuple[str, str, str], QWidget] = {}
        self._adding: _Adding | None = None

    @property
    def answers(self) -> dict[tuple[str, str, str], QWidget]:
        """Where each question is answered, by its subject, code and word."""
        return dict(self._answers)

    def show_sheet(self, sheet: SheetPlan, desk: Desk) -> None:
        """Show the questions of a sheet; the cursor goes on to the next one that is open."""
        was_answering = any(one.hasFocus() for one in self._controls())
        self._answers.clear()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(8))
        if not sheet.questions:
            column.addWidget(_words(NOTHING_OPEN, "muted"))
        column.addLayout(self._lines(sheet, desk))
        kind = BY_NAME.get(sheet.kind)
        if kind is not None and sheet.columns:
            self._adding = _Adding(kind, sheet, desk)
            self._adding.added.connect(self.shared)
            column.addWidget(self._adding)
        column.addStretch()
        self.show_content(content)
        if was_answering:
            self.ask_next(sheet.questions)

    def ask_next(self, questions: Sequence[Question]) -> None:
        """Put the cursor where the first open question is answered."""
        for one in questions:
            if one.is_open:
                self._answers[_key(one)].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _controls(self) -> list[QWidget]:
        return [one.control if isinstance(one, Editor) else one for one in self._answers.values()]

    def _lines(self, sheet: SheetPlan, desk: Desk) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        for row, question in enumerate(sheet.questions):
            answer = self._answer_to(question, sheet, desk)
            self._answers[_key(question)] = answer
            words = _words(in_words(question), "" if question.is_open else "muted")
            words.setFixedWidth(theme.chars(WORDS_CHARS))
            words.setBuddy(answer)
            grid.addWidget(words, row, 0)
            grid.addWidget(answer, row, 1)
            grid.addWidget(self._beside(question, sheet), row, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _likely_years(self) -> tuple[int, ...]:
        return tuple(range(self._year, self._year - MOST_LIKELY, -1))

    def _beside(self, question: Question, sheet: SheetPlan) -> QWidget:
        """Return the likely answers, each of them a click, or what else there is to say."""
        hint = _hint(question, sheet)
        most = MOST_LIKELY if question.subject == "word" else MOST_NAMES
        likely = [(word, word) for word in question.likely[:most]]
        if question.subject == "year" and question.is_open:
            likely = [(str(year), f"{year}年") for year in self._likely_years()]
        if hint or not likely:
            return _words(hint, "help")
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(_label("可能是", "help"))
        for answer, words in likely:
            link = link_button(words)
            link.clicked.connect(
                lambda _on=False, one=question, text=answer: self.answered.emit(one, text)
            )
            row.addWidget(link)
        row.addStretch()
        return box

    def _answer_to(self, question: Question, sheet: SheetPlan, desk: Desk) -> QWidget:
        made = self._make_answer(question, sheet, desk)
        made.setFixedWidth(theme.chars(PICK_CHARS))
        made.settled.connect(lambda text, one=question: self.answered.emit(one, text))
        return made

    def _make_answer(
        self, question: Question, sheet: SheetPlan, desk: Desk
    ) -> WordPick | TextAnswer:
        label = in_words(question)
        kind = BY_NAME.get(sheet.kind)
        slot = kind.slot_coded(question.code) if kind else None
        if question.subject == "year":
            years = range(self._year + 1, self._year - YEARS_AROUND, -1)
            options = [Option(str(year), f"{year}年") for year in years]
            return WordPick(label, options, question.answer)
        if question.subject == "name":
            names = options_of(names_of(question.code, desk), question.likely)
            return WordPick(label, names, question.answer)
        if question.subject == "value" and slot is not None:
            return value_line(slot, desk, label, question.answer)
        words = options_of(choices(slot) if slot else (), question.likely)
        return WordPick(label, [*words, BLANK_OPTION], question.answer)


class _Adding(QWidget):
    """A value for all rows, of a field that the list does not have."""

    added = Signal(str, str)

    def __init__(self, kind: SheetType, sheet: SheetPlan, desk: Desk) -> None:
        super().__init__()
        self._kind = kind
        self._desk = desk
        self._value: WordPick | TextAnswer | None = None
        used = {one.code for one in sheet.columns} | set(sheet.layout.constants)
        options = [
            Option(slot.code, kind.name_of(slot))
            for slot in kind.slots
            if slot.code not in used
            and slot.record_type is kind.record
            and not slot.number
            and not tells_apart(slot)
        ]
        self._field = WordPick("表里没有、每行都一样的栏目", options)
        self._field.setFixedWidth(theme.chars(PICK_CHARS))
        self._field.settled.connect(self._ask_value)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, theme.px(8), 0, 0)
        self._row.setSpacing(theme.px(12))
        words = _label("表里没有、每行都一样的，在这里补一项", "label")
        words.setBuddy(self._field)
        self._row.addWidget(words)
        self._row.addWidget(self._field)
        self._add = icon_button("补上", "add")
        self._add.clicked.connect(self._tell)
        self._add.setEnabled(False)
        self._problem = _words("", "error")
        self._row.addWidget(self._add)
        self._row.addWidget(self._problem, 1)
        self.setLayout(self._row)

    def _ask_value(self, code: str) -> None:
        if self._value is not None:
            self._row.removeWidget(self._value)
            self._value.deleteLater()
            self._value = None
        slot = self._kind.slot_coded(code)
        self._add.setEnabled(slot is not None)
        if slot is None:
            return
        self._value = value_line(slot, self._desk, f"{self._kind.name_of(slot)}都是", "")
        self._value.setFixedWidth(theme.chars(PICK_CHARS))
        self._row.insertWidget(2, self._value)
        self._value.show()
        self._value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        if self._value is None:
            return
        if isinstance(self._value, WordPick):
            self._value.left.emit()
            text = self._value.value
        else:
            text = self._value.text().strip()
        code = self._field.value
        refused = read_constants(self._kind, {code: text}).refused
        if refused or not text:
            self._problem.setText(refused.get(code) or "请先填好内容")
            return
        self.added.emit(code, text)


def value_line(slot: Slot, desk: Desk, label: str, text: str) -> WordPick | TextAnswer:
    """Return where a value of a field is chosen or typed."""
    if table := linked_table(slot):
        return WordPick(label, options_of(names_of(table, desk)), text)
    if words := choices(slot):
        return WordPick(label, options_of(words), text)
    return TextAnswer(label, text)


def in_words(question: Question) -> str:
    """Return a question as the clerk is asked."""
    rows = f"（{question.rows}行）" if question.rows else ""
    match question.subject:
        case "year":
            return "这张表没写是哪一年的，都算"
        case "value":
            return f"表里没有“{question.label}”{rows}，每行都是"
        case "name":
            return f"“{question.word}”{rows}是{question.label}台账里的"
    return f"“{question.label}”列的“{question.word}”{rows}就是"


def _hint(question: Question, sheet: SheetPlan) -> str:
    kind = BY_NAME.get(sheet.kind)
    if question.subject == "value" and question.answer and kind is not None:
        refused = read_constants(kind, {question.code: question.answer}).refused
        return refused.get(question.code, "")
    if question.is_optional and not question.likely:
        return "不答也可以，就不写单位"
    if question.answer:
        return "答过了，以后的表也这样读" if question.subject in ("word", "name") else ""
    if question.subject == "name" and not question.likely:
        return "台账里没有相近的；不答就照原样登记，暂不对应"
    return ""


def _key(question: Question) -> tuple[str, str, str]:
    return question.subject, question.code, question.word


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    if role:
        theme.mark(label, role)
    return label


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    theme.mark(label, role)
    return label
