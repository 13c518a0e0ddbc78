"""Taking one step back, apart from the window when it is long."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models import history
from models.errors import Problem
from models.history import Operation
from ui import jobs, messages
from ui.office import Office

# Beyond that the window would wait for the file.
AT_ONCE = 500


def nothing() -> None:
    """Do nothing more."""


def undo_step(
    parent: QWidget, office: Office, step: Operation, *, done: Callable[[], None] = nothing
) -> None:
    """Take a step back, even when others came after it, or say why that cannot be."""
    store = office.store

    def tell(undone: Operation) -> None:
        office.say(f"已撤销：{undone.label}")
        done()

    if history.count_images(store.connection, step.id) > AT_ONCE:
        jobs.run(
            parent,
            f"正在撤销“{step.label}”…",
            lambda progress: store.undo_operation(
                step.id, lambda count, total: progress("正在撤销…", count, total)
            ),
            tell,
        )
        return
    try:
        undone = store.undo_operation(step.id)
    except Problem as problem:
        messages.show_problem(parent, problem)
        return
    tell(undone)


def redo_step(parent: QWidget, office: Office, undoing: Operation) -> None:
    """Bring back what was undone last."""
    store = office.store

    def tell(redone: Operation) -> None:
        office.say(f"已重做：{redone.label}")

    if history.count_images(store.connection, undoing.id) > AT_ONCE:
        label = f"正在重做“{undoing.label}”…"
        jobs.run_to_the_end(parent, label, lambda _progress: store.redo(), tell)
        return
    try:
        redone = store.redo()
    except Problem as problem:
        messages.show_problem(parent, problem)
        return
    tell(redone)
