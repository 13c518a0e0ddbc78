"""Deleting records: what goes is named first, and comes back from the recycle bin."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from models.errors import Problem
from models.history import Operation
from models.naming import name_of, step_of
from models.records.base import Record
from models.store import Store
from models.store_deleting import Progress, silent
from models.store_dependents import parts_of_all
from ui import jobs, messages
from ui.dialogs.opening import window_in_front
from ui.office import Office
from ui.undoing import undo_step

# Beyond that the window would wait for the file.
AT_ONCE = 50
FOUND_AGAIN = "删除后可在回收站找回。"


def ask_and_delete(
    parent: QWidget, office: Office, records: Sequence[Record], done: Callable[[], object]
) -> None:
    """Delete records of one type after naming them and what goes with them."""
    if not records:
        office.say("请先在列表中选中要删除的记录")
        return
    store, about = office.store, records[0].about
    title = name_of(store, records[0])
    many = f"等{len(records)}{about.measure}" if len(records) > 1 else ""
    question = f"删除{about.label}“{title}”{many}？"
    if not messages.confirm(parent, question, detail=_what_goes(store, records), yes="删除"):
        return
    label = step_of("删除", store, records[0], len(records))

    def tell(step: Operation) -> None:
        words = f"已删除{about.label}“{title}”{many}"
        office.offer(words, "撤销", lambda: undo_step(window_in_front(), office, step))
        done()

    if len(records) > AT_ONCE:
        jobs.run(parent, f"正在删除{about.label}…", partial(_delete, store, records, label), tell)
        return
    try:
        step = _delete(store, records, label, silent)
    except Problem as problem:
        messages.show_problem(parent, problem)
        return
    tell(step)


def _delete(store: Store, records: Sequence[Record], label: str, progress: Progress) -> Operation:
    with store.change(label) as step:
        store.delete_all(records, progress)
    return step


def _what_goes(store: Store, records: Sequence[Record]) -> str:
    named = "、".join(
        f"{record_type.about.label}{count}{record_type.about.measure}"
        for record_type, count in parts_of_all(store.connection, records)
    )
    return f"同时删除：{named}。{FOUND_AGAIN}" if named else FOUND_AGAIN
