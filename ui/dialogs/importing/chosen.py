"""A list that was chosen to be imported, and what was said about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from models.errors import Problem
from models.sheets.answers import Answers
from models.sheets.asking import UNION, UNION_NAME, UNIT, names_brought
from models.sheets.plan import ImportPlan
from models.sheets.planning import examine_import, import_order
from models.sheets.questions import Question
from models.sheets.recognising import EMPTY
from models.sheets.remembering import learn, recall
from models.store import Store
from models.values.text import name_key
from ui import jobs


@dataclass(slots=True)
class ChosenFile:
    """A list that the clerk chose: what was answered about it, and what importing it would do."""

    path: Path
    answers: Answers = field(default_factory=Answers)
    plan: ImportPlan | None = None
    refusal: str = ""
    is_answered: bool = False


def examine(
    store: Store, files: Sequence[ChosenFile], year: int | None, progress: jobs.Progress
) -> list[ChosenFile]:
    """Return files in the order in which they are imported, with what that would do."""
    progress("正在打开", 0, 0)
    order = import_order([one.path for one in files])
    found = list(_examined(store, [files[place] for place in order], year, progress))
    _spare_questions(found)
    return found


def examine_again(
    store: Store,
    files: Sequence[ChosenFile],
    changed: ChosenFile,
    year: int | None,
    progress: jobs.Progress,
) -> list[ChosenFile]:
    """Return the files after one of them was answered; what was said goes for the others, too."""
    (found,) = _examined(store, [changed], year, progress)
    taught = [found if one.path == found.path else _taught(one, found) for one in files]
    concerned = [
        new for new, old in zip(taught, files, strict=True) if _concerns(new, old) and new != found
    ]
    again = {one.path: one for one in _examined(store, concerned, year, progress)}
    after = [again.get(one.path, one) for one in taught]
    _spare_questions(after)
    return after


def _spare_questions(files: Sequence[ChosenFile]) -> None:
    """Do not ask for units and unions that another of the files brings."""
    plans = [one.plan for one in files if one.plan]
    brought = {
        (table, name_key(name))
        for plan in plans
        for table in (UNIT, UNION)
        for name in names_brought(table, plan.desk)
    }
    for sheet in (sheet for plan in plans for sheet in plan.sheets):
        sheet.questions = tuple(
            one
            for one in sheet.questions
            if one.subject != "name" or (one.code, name_key(one.word)) not in brought
        )


def _taught(one: ChosenFile, by: ChosenFile) -> ChosenFile:
    """Return a file that knows what was said of another one."""
    mine, theirs = one.answers, by.answers
    codes = {*mine.words, *theirs.words}
    words = {code: {**mine.words.get(code, {}), **theirs.words.get(code, {})} for code in codes}
    learnt = {**mine.learnt, **theirs.learnt, **(learn(by.plan) if by.plan else {})}
    answers = replace(
        mine,
        words=words,
        unit_aliases={**mine.unit_aliases, **theirs.unit_aliases},
        learnt=learnt,
    )
    return replace(one, answers=answers) if answers != mine else one


def _concerns(new: ChosenFile, old: ChosenFile) -> bool:
    """Whether what a file was taught changes how it is read."""
    if new is old or new.plan is None:
        return False
    fresh = {
        mark: one for mark, one in new.answers.learnt.items() if old.answers.learnt.get(mark) != one
    }
    for sheet in new.plan.sheets:
        if sheet.sheet not in new.answers.layouts and sheet.grid and recall(sheet.grid, fresh):
            return True
        if any(_is_answered(one, new.answers) for one in sheet.questions if one.is_open):
            return True
    return False


def _is_answered(question: Question, answers: Answers) -> bool:
    """Whether the answers know a word or a name that is still asked for."""
    if question.subject == "name" and question.code == UNIT:
        return question.word in answers.unit_aliases
    code = UNION_NAME if question.subject == "name" else question.code
    return bool(answers.words.get(code, {}).get(question.word))


def _examined(
    store: Store, files: Sequence[ChosenFile], year: int | None, progress: jobs.Progress
) -> Iterator[ChosenFile]:
    for one in files:
        words = f"正在读 {one.path.name}"
        progress(words, 0, 0)
        try:
            plan = examine_import(
                store,
                one.path,
                year=year,
                answers=one.answers,
                progress=partial(progress, words),
            )
        except Problem as problem:
            yield replace(one, plan=None, refusal=f"{one.path.name}：{problem}")
            continue
        if all(sheet.refusal == EMPTY for sheet in plan.sheets):
            yield replace(
                one, plan=None, refusal=f"“{one.path.name}”里没有内容，请检查是否选错了文件。"
            )
        else:
            yield replace(one, plan=plan, refusal="")
