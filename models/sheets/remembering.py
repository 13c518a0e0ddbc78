"""What the clerk said of a list, kept in the office file by the fingerprint of its headings."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from models import clock
from models.errors import Problem
from models.fields import Choice, Flag
from models.lists.catalogue import BY_NAME
from models.records.base import with_values
from models.records.layouts import ListLayout, WordAlias
from models.sheets.answers import Answers
from models.sheets.labels import header_candidates, labels_at
from models.sheets.layout import SheetLayout
from models.sheets.marks import column_letters, column_number
from models.sheets.plan import ImportPlan, SheetPlan
from models.sheets.vocabulary import label_key
from models.sheets.workbook import Grid
from models.store import Store

_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_FEWEST = 2
_LENGTH = 32
_MOST_HEADINGS = 400

Labels = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A layout that was kept, and how it reads this sheet."""

    id: int | None
    layout: SheetLayout
    words: str


class Memory:
    """The layouts and words of an office file, with those of lists that are not imported yet."""

    def __init__(self, store: Store, learnt: Mapping[str, ListLayout]) -> None:
        kept = {one.fingerprint: one for one in store.all(ListLayout)}
        self._layouts = {**kept, **learnt}
        self.words: dict[str, dict[str, str]] = {}
        for one in store.all(WordAlias):
            code = f"{one.table_name}.{one.field_name}"
            self.words.setdefault(code, {})[one.word] = one.meaning

    def recall(self, grid: Grid) -> Remembered | None:
        """Return how a list with these headings was read the last time."""
        return recall(grid, self._layouts)

    def words_with(self, answers: Answers) -> dict[str, dict[str, str]]:
        """Return what words stand for, as said now or once before."""
        found = {code: dict(known) for code, known in self.words.items()}
        for code, known in answers.words.items():
            found.setdefault(code, {}).update(known)
        return {
            code: {word: meaning for word, meaning in known.items() if meaning}
            for code, known in found.items()
        }


def recall(grid: Grid, layouts: Mapping[str, ListLayout]) -> Remembered | None:
    """Return the layout of a list with the headings of this sheet."""
    for top, bottom, labels in _candidates(grid, layouts) if layouts else ():
        kept = layouts.get(fingerprint(labels))
        if kept is not None:
            return _remembered(kept, (top + 1, bottom + 1), labels)
    return None


def learn(plan: ImportPlan) -> dict[str, ListLayout]:
    """Return what was said of the sheets of a file, by the fingerprints of their headings."""
    return _by_fingerprint(_learnt(plan, sheet) for sheet in plan.sheets)


def _candidates(grid: Grid, layouts: Mapping[str, ListLayout]) -> Iterator[tuple[int, int, Labels]]:
    yield from header_candidates(grid)
    pinned = {_pinned(one) for one in layouts.values()} - {None}
    for top, bottom in sorted(cast("set[tuple[int, int]]", pinned)):
        if 0 < bottom <= len(grid.rows):
            yield top - 1, bottom - 1, labels_at(grid, top - 1, bottom - 1)


def fingerprint(labels: Labels) -> str:
    """Return what headings have in common in any order and any year."""
    keys = sorted(_key(names) for names in labels if names)
    if len(keys) < _FEWEST:
        return ""
    return sha256("\n".join(keys).encode()).hexdigest()[:_LENGTH]


def keep_layouts(store: Store, plan: ImportPlan) -> None:
    """Keep what the clerk said of the sheets and words of an import, inside its change."""
    said = _by_fingerprint(_learnt(plan, sheet) for sheet in plan.sheets if sheet.rows)
    for mark, learnt in said.items():
        known = store.find(ListLayout, fingerprint=mark)
        store.save(with_values(learnt, id=known[0].id if known else None))
    _keep_words(store, plan.answers.words)


def forget_layout(store: Store, number: int) -> None:
    """Forget how a list was read; it is one undoable step."""
    kept = store.get_or_none(ListLayout, number)
    if kept is None:
        raise Problem("这份对应已经不在了", "请重新读表。")
    with store.change(f"忘掉“{kept.file_name}”的列对应"):
        store.delete(kept)


def _by_fingerprint(layouts: Iterable[ListLayout | None]) -> dict[str, ListLayout]:
    return {one.fingerprint: one for one in layouts if one is not None}


def _learnt(plan: ImportPlan, sheet: SheetPlan) -> ListLayout | None:
    """Return what was said of a sheet the way that it is kept."""
    layout = plan.answers.layouts.get(sheet.sheet)
    if layout is None or not _is_worth_keeping(layout) or not sheet.header_rows:
        return None
    if sheet.grid is None:
        return None
    labels = labels_at(sheet.grid, sheet.header_rows[0] - 1, sheet.header_rows[-1] - 1)
    mark = fingerprint(labels)
    keys = _column_keys(labels)
    content = {
        "columns": {
            keys[column_number(letters)]: code
            for letters, code in layout.columns.items()
            if column_number(letters) < len(keys)
        },
        "constants": _lasting(sheet.kind, layout.constants),
        "rows": list(layout.rows) if layout.rows else None,
    }
    headings = "、".join(names[0] for names in labels if names)
    kept = ListLayout(
        fingerprint=mark,
        kind=sheet.kind,
        headings=headings[:_MOST_HEADINGS],
        answers=json.dumps(content, ensure_ascii=False),
        file_name=plan.path.name,
        used_on=clock.today(),
    )
    return kept if mark else None


def _keep_words(store: Store, words: Mapping[str, Mapping[str, str]]) -> None:
    for code, known in words.items():
        table, _, name = code.partition(".")
        for word, meaning in known.items():
            found = store.find(WordAlias, table_name=table, field_name=name, word=word)
            if not meaning:
                for one in found:
                    store.delete(one)
            elif not found:
                store.save(WordAlias(table_name=table, field_name=name, word=word, meaning=meaning))
            elif found[0].meaning != meaning:
                store.save(with_values(found[0], meaning=meaning))


def _lasting(kind: str, constants: Mapping[str, str]) -> dict[str, str]:
    """Return the constants that go for the next list, too: not whose it was, nor when."""
    slots = {code: BY_NAME[kind].slot_coded(code) for code in constants}
    return {
        code: constants[code]
        for code, slot in slots.items()
        if slot is not None and isinstance(slot.field, (Choice, Flag))
    }


def _is_worth_keeping(layout: SheetLayout) -> bool:
    return bool(layout.kind or layout.rows or layout.columns or layout.constants)


def _remembered(kept: ListLayout, rows: tuple[int, int], labels: Labels) -> Remembered | None:
    content = _content(kept)
    if content is None or kept.kind not in BY_NAME:
        return None
    letters = {key: column_letters(index) for index, key in enumerate(_column_keys(labels))}
    layout = SheetLayout(
        kind=kept.kind,
        rows=rows,
        columns={letters[key]: code for key, code in content.columns.items() if key in letters},
        constants=content.constants,
    )
    return Remembered(kept.id, layout, _words(kept))


def _words(kept: ListLayout) -> str:
    if kept.id is None:
        return f"照“{kept.file_name}”的对应"
    day = f"{kept.used_on.isoformat()} " if kept.used_on else ""
    return f"按上次的对应（{day}{kept.file_name}）"


def _content(kept: ListLayout) -> SheetLayout | None:
    try:
        return SheetLayout.from_json(json.loads(kept.answers))
    except (TypeError, ValueError):
        return None


def _pinned(kept: ListLayout) -> tuple[int, int] | None:
    content = _content(kept)
    return content.rows if content else None


def _column_keys(labels: Labels) -> list[str]:
    """Return what each column is known by wherever it stands; a second of the same is numbered."""
    seen: Counter[str] = Counter()
    keys = []
    for index, names in enumerate(labels):
        key = _key(names) if names else f"@{column_letters(index)}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def _key(names: Sequence[str]) -> str:
    return _YEAR.sub("#", label_key(names[0]))
