"""Deleting records: what goes is named first, and can be taken back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from models.errors import Problem
from models.records.base import Record
from models.store import Store
from ui import messages
from ui.office import Office


def ask_and_delete(parent: QWidget, office: Office, records: Sequence[Record]) -> bool:
    """Delete records of one type after naming them and what goes with them; whether it was done."""
    if not records:
        office.say("请先在列表中选中要删除的记录")
        return False
    store, about = office.store, records[0].about
    named = f"“{store.title_of(records[0])}”"
    if len(records) > 1:
        named += f"等{len(records)}{about.measure}"
    question = f"删除{about.label}{named}？"
    if not messages.confirm(parent, question, detail=_what_goes(store, records), yes="删除"):
        return False
    try:
        with store.change(f"删除{about.label} {named.strip('“”')}"):
            for record in records:
                store.delete(record)
    except Problem as problem:
        messages.show_problem(parent, problem)
        return False
    office.say(f"已删除{about.label}{named}，可以用 Ctrl+Z 撤销")
    return True


def _what_goes(store: Store, records: Sequence[Record]) -> str:
    counts: dict[str, int] = {}
    for record in records:
        for one in store.dependents(record):
            if one.is_part:
                name = f"{one.record_type.about.label}{{}}{one.record_type.about.measure}"
                counts[name] = counts.get(name, 0) + one.count
    named = "、".join(name.format(count) for name, count in counts.items())
    return f"同时删除：{named}。删除后可以撤销。" if named else "删除后可以撤销。"
