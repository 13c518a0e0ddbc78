"""Drafts: forms put aside before they are complete, told by kind and taken up again."""

from dataclasses import replace

from models import clock
from models.records.drafts import Draft
from models.store import Store
from models.typed import TypedForm, shortened, typed_from

LONGEST_TITLE = 120


def put_aside(
    store: Store, typed: TypedForm, lacks: tuple[str, ...], *, year: int | None = None
) -> Draft:
    """Keep a form as a draft, or bring the draft that it came from up to date, as one step."""
    known = store.get_or_none(Draft, typed.draft)
    draft = Draft(
        id=known.id if known else None,
        table_name=typed.table,
        record=typed.record,
        title=typed.words[:LONGEST_TITLE],
        texts=replace(typed, draft=None).as_text(),
        missing=len(lacks),
        lacks="、".join(lacks),
        year=year,
        changed_on=clock.today(),
    )
    with store.change(f"暂存{draft.title}"):
        return store.save(draft)


def throw_away(store: Store, draft: Draft) -> int:
    """Delete a draft as a step of its own; return the step's number."""
    with store.change(f"删除暂存 {draft.title}") as operation:
        store.delete(draft)
    return operation.id


def drafts_of(store: Store, table: str) -> list[Draft]:
    """Return the drafts of one kind of record, oldest first."""
    return store.find(Draft, table_name=table)


def drafts_by_table(store: Store) -> dict[str, list[Draft]]:
    """Return all drafts by the kind of record they are to become."""
    found: dict[str, list[Draft]] = {}
    for draft in store.all(Draft):
        found.setdefault(draft.table_name, []).append(draft)
    return found


def drafts_of_year(store: Store, year: int) -> list[Draft]:
    """Return the drafts that belong to a year, which are in none of its figures."""
    return store.find(Draft, year=year)


def typed_in(draft: Draft) -> TypedForm | None:
    """Return the form as it was put aside; None when another version of the program kept it."""
    typed = typed_from(draft.texts)
    return None if typed is None else replace(typed, draft=draft.id)


def words_of(draft: Draft) -> str:
    """Return how a draft is called in a row of them, with what it lacks."""
    _, _, name = draft.title.partition(" ")
    named = shortened(name) or "未填名称"
    return f"{named}（缺{draft.missing}项）" if draft.missing else f"{named}（已填全）"
