"""A list that was chosen to be imported, and what was said about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from models.errors import Problem
from models.sheets.answers import Answers
from models.sheets.plan import ImportPlan
from models.sheets.planning import examine_import, import_order
from models.sheets.recognising import EMPTY
from models.store import Store
from ui import jobs


@dataclass(slots=True)
class ChosenFile:
    """A list that the clerk chose: what was answered about it, and what importing it would do."""

    path: Path
    answers: Answers = field(default_factory=Answers)
    plan: ImportPlan | None = None
    refusal: str = ""


def examine(
    store: Store, files: Sequence[ChosenFile], year: int | None, progress: jobs.Progress
) -> list[ChosenFile]:
    """Return files in the order in which they are imported, with what that would do."""
    progress("正在打开", 0, 0)
    order = import_order([one.path for one in files])
    return list(_examined(store, [files[place] for place in order], year, progress))


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
