"""Bringing deleted records back in front of the clerk: what stands in the way is asked first."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from models import bringing_back, recycle_bin
from models.bringing_back import Plan
from models.errors import Problem
from models.records import BY_TABLE
from models.records.base import Record
from models.store_binned import BinnedRow
from ui import jobs, messages
from ui.office import Office

# Beyond that the window would wait for the file.
AT_ONCE = 100
Done = Callable[[], None]
TOGETHER, ALONE, CANCEL = "一起恢复", "只恢复选中的，去掉关联", "取消"
OPEN = "打开现有的"
MOST_NAMED = 3


class BringingBack:
    """One wish to bring records back."""

    def __init__(self, parent: QWidget, office: Office, label: str, done: Done) -> None:
        self._parent = parent
        self._office = office
        self._label = label
        self._done = done

    def start(self, rows: Sequence[BinnedRow]) -> None:
        """Look what comes back with these rows, ask where that is needed, and do it."""
        store = self._office.store
        if len(rows) <= AT_ONCE:
            self._go_on(bringing_back.plan(store, rows))
            return
        jobs.run(
            self._parent,
            "正在查看要恢复的记录…",
            lambda _progress: bringing_back.plan(store, rows),
            self._go_on,
        )

    def _go_on(self, plan: Plan) -> None:
        if plan.taken:
            self._offer_the_living(plan)
        elif plan.binned_targets:
            self._ask_about_links(plan)
        else:
            self._write(plan)

    def _offer_the_living(self, plan: Plan) -> None:
        store, taken = self._office.store, plan.taken[0]
        about = taken.record.about
        title = recycle_bin.title_of(store, taken.row)
        answer = messages.choose(
            self._parent,
            f"{about.label}“{title}”不能恢复：后来又登记了{taken.labels}相同的"
            f"“{store.title_of(taken.record)}”",
            detail="请打开现有的那一条核对；确实重复的，先删除一条。",
            answers=(OPEN, CANCEL),
        )
        if answer == 0 and taken.record.id is not None:
            self._done()
            self._office.open_record(about.table, taken.record.id)

    def _ask_about_links(self, plan: Plan) -> None:
        store = self._office.store
        targets = plan.binned_targets
        named = "、".join(
            f"{BY_TABLE[one.table].about.label}“{recycle_bin.title_of(store, one)}”"
            for one in targets[:MOST_NAMED]
        )
        more = f"等{len(targets)}条" if len(targets) > MOST_NAMED else ""
        answers = (TOGETHER, ALONE, CANCEL) if plan.may_go_alone else (TOGETHER, CANCEL)
        answer = messages.choose(
            self._parent,
            f"它关联的{named}{more}也在回收站里",
            detail="一起恢复，关联才完整。",
            answers=answers,
        )
        if answers[answer] == TOGETHER:
            whole = bringing_back.plan_with_targets(store, list(plan.rows))
            if whole.taken:
                self._offer_the_living(whole)
            else:
                self._write(whole)
        elif answers[answer] == ALONE:
            self._write(plan)

    def _write(self, plan: Plan) -> None:
        store = self._office.store
        if len(plan.rows) > AT_ONCE:
            jobs.run_to_the_end(
                self._parent,
                "正在恢复…",
                lambda _progress: bringing_back.bring_back(store, plan, self._label),
                self._tell,
            )
            return
        try:
            records = bringing_back.bring_back(store, plan, self._label)
        except Problem as problem:
            messages.show_problem(self._parent, problem)
            return
        self._tell(records)

    def _tell(self, records: Sequence[Record]) -> None:
        self._done()
        first = next((one for one in records if one.id is not None), None)
        said = f"已{self._label}"
        if first is None or first.id is None:
            self._office.say(said)
            return
        table, record_id = first.about.table, first.id
        self._office.offer(said, "打开", lambda: self._office.open_record(table, record_id))
