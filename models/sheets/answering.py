"""The answers about a file with one more of them, for each thing that the clerk may say."""

from collections.abc import Mapping
from dataclasses import replace

from models.sheets.answers import Answers
from models.sheets.asking import UNION_NAME, UNIT
from models.sheets.layout import SheetLayout
from models.sheets.plan import SheetPlan
from models.sheets.questions import Question


def with_kind(answers: Answers, sheet: SheetPlan, kind: str) -> Answers:
    """Read a sheet as another kind of list; what was said of its columns is void."""
    rows = sheet.layout.rows
    return _with_layout(answers, sheet, SheetLayout(kind=kind, rows=rows))


def with_rows(answers: Answers, sheet: SheetPlan, rows: tuple[int, int]) -> Answers:
    """Take these rows of a sheet for its header."""
    kind = sheet.layout.kind or sheet.kind
    return _with_layout(answers, sheet, SheetLayout(kind=kind, rows=rows))


def with_column(answers: Answers, sheet: SheetPlan, letters: str, code: str) -> Answers:
    """Read a column as a field, or leave it out; a field that another column filled moves here."""
    others = {at: what for at, what in sheet.layout.columns.items() if not code or what != code}
    layout = replace(sheet.layout, columns={**others, letters: code})
    return _with_layout(answers, sheet, layout)


def with_constant(answers: Answers, sheet: SheetPlan, code: str, text: str) -> Answers:
    """Let all rows of a sheet share a value; a blank one takes that back."""
    constants = _with(sheet.layout.constants, code, text)
    return _with_layout(answers, sheet, replace(sheet.layout, constants=constants))


def left_out(answers: Answers, sheet: SheetPlan) -> Answers:
    """Leave a sheet out."""
    return _with_layout(answers, sheet, SheetLayout(is_left_out=True))


def by_itself(answers: Answers, sheet: SheetPlan) -> Answers:
    """Forget what was said now of how a sheet is laid out."""
    layouts = {name: one for name, one in answers.layouts.items() if name != sheet.sheet}
    return replace(answers, layouts=layouts)


def with_answer(answers: Answers, sheet: SheetPlan, question: Question, text: str) -> Answers:
    """Answer a question; a blank answer takes the one given before back."""
    match question.subject:
        case "year":
            return replace(answers, default_year=int(text) if text else None)
        case "value":
            return with_constant(answers, sheet, question.code, text)
        case "name" if question.code == UNIT:
            aliases = _with(answers.unit_aliases, question.word, text)
            return replace(answers, unit_aliases=aliases)
        case "name":
            return _with_word(answers, UNION_NAME, question.word, text)
    return _with_word(answers, question.code, question.word, text)


def _with_word(answers: Answers, code: str, word: str, meaning: str) -> Answers:
    # A blank meaning forgets what the file remembers of the word.
    known = {**answers.words.get(code, {}), word: meaning}
    return replace(answers, words={**answers.words, code: known})


def _with(known: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    found = {one: what for one, what in known.items() if one != key}
    return {**found, key: text} if text else found


def _with_layout(answers: Answers, sheet: SheetPlan, layout: SheetLayout) -> Answers:
    return replace(answers, layouts={**answers.layouts, sheet.sheet: layout})
