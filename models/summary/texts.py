"""The paragraphs of a summary as the clerk leaves them, kept in the file."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from models.records.summary import SummaryText
from models.store import Store
from models.summary import markup
from models.summary.keys import SummaryKey
from models.summary.parts import keep_style


@dataclass(frozen=True, slots=True)
class KeptParagraph:
    """A paragraph of a chapter as it stands in the editor, marked up.

    `passage` is the code of what the program writes there, blank for the clerk's own; `was` is
    what the program wrote when the clerk changed it, blank when that is what it writes now.
    """

    words: str
    passage: str = ""
    was: str = ""


def keep_section(
    store: Store,
    key: SummaryKey,
    section: str,
    paragraphs: Sequence[KeptParagraph],
    written: Mapping[str, str],
    *,
    off: Collection[str] = (),
) -> None:
    """Keep the paragraphs of a chapter as they stand.

    `written` is what the program writes there now, in its order; what is missing among the
    paragraphs was deleted by the clerk. `off` are the paragraphs that the outline leaves out.
    Paragraphs about which nothing is to be said at present keep what was decided about them.
    """
    shown = [_settled(store, key, section, one, written) for one in paragraphs if one.words]
    written = {**written, **{one.passage: one.was for one in shown if one.words == one.was}}
    old = store.find(SummaryText, **key.equals, section=section)
    wanted = _rows(shown, written, _silent(old, shown, written, off))
    if all(_is_fresh(one) for one in wanted) and [*written] == [one.passage for one in shown]:
        wanted = []
    placed = [
        replace(one, year=key.year, span=key.span, section=section, position=number)
        for number, one in enumerate(wanted)
    ]
    _put(store, old, placed)


def restore_passage(store: Store, key: SummaryKey, section: str, passage: str) -> None:
    """Have the program's own words again in the place of a paragraph."""
    found = store.find(SummaryText, **key.equals, section=section, passage=passage)
    for number, one in enumerate(found):
        if number or one.is_dropped or one.position is None:
            store.delete(one)
        else:
            store.save(replace(one, words="", basis=""))


def keep_passage_order(
    store: Store, key: SummaryKey, section: str, passages: Sequence[str]
) -> None:
    """Put the stored paragraphs of a chapter in another order; own ones follow the one before."""
    rows = store.find(SummaryText, **key.equals, section=section)
    if not any(one.position is not None for one in rows):
        return
    places = {passage: place for place, passage in enumerate(passages)}
    ranked: list[tuple[int, int, SummaryText]] = []
    rank = -1
    for number, one in enumerate(rows):
        rank = places.get(one.passage, rank) if one.passage else rank
        ranked.append((rank, number, one))
    ordered = [one for _, _, one in sorted(ranked, key=lambda item: item[:2])]
    for position, one in enumerate(ordered):
        if one.position is not None and one.position != position:
            store.save(replace(one, position=position))


def _settled(
    store: Store,
    key: SummaryKey,
    section: str,
    paragraph: KeptParagraph,
    written: Mapping[str, str],
) -> KeptParagraph:
    """Return a paragraph with its basis; figures that are only worded otherwise become choices."""
    ours = written.get(paragraph.passage) if paragraph.passage else None
    if ours is None or paragraph.words == ours:
        return replace(paragraph, was=ours or paragraph.was)
    styles = _new_styles(ours, paragraph.words)
    if styles is None:
        return replace(paragraph, was=paragraph.was or ours)
    for figure, style in styles.items():
        keep_style(store, key, f"{section}.{paragraph.passage}:{figure}", style)
    return replace(paragraph, was=paragraph.words)


def _new_styles(before: str, after: str) -> dict[str, str] | None:
    """Return the wordings that make one text of the other, None when more than they differ."""
    old, new = markup.read(before), markup.read(after)
    if [(one.text, one.figure) for one in old] != [(one.text, one.figure) for one in new]:
        return None
    chosen: dict[str, set[str]] = {}
    for one in new:
        if one.figure:
            chosen.setdefault(one.figure, set()).add(one.style)
    changed = {
        now.figure: now.style for was, now in zip(old, new, strict=True) if was.style != now.style
    }
    is_clear = all(len(chosen[figure]) == 1 and style for figure, style in changed.items())
    return changed if is_clear else None


def _silent(
    old: Sequence[SummaryText],
    shown: Sequence[KeptParagraph],
    written: Mapping[str, str],
    off: Collection[str],
) -> list[tuple[str, SummaryText]]:
    """Return the rows that nobody could see, each with the passage of the row before it."""
    seen = {one.passage for one in shown}
    found: list[tuple[str, SummaryText]] = []
    before = ""
    for one in old:
        if one.passage and one.passage not in seen and one.passage not in written:
            is_kept = one.is_dropped or one.words == one.basis or one.passage in off
            if is_kept:
                found.append((before, one))
        before = one.passage or before
    return found


def _rows(
    shown: Sequence[KeptParagraph],
    written: Mapping[str, str],
    silent: Sequence[tuple[str, SummaryText]],
) -> list[SummaryText]:
    rows = [
        SummaryText(passage=one.passage, words=one.words, basis=one.was if one.passage else "")
        for one in shown
    ]
    seen = {one.passage for one in shown}
    for before, one in silent:
        places = [place for place, row in enumerate(rows) if row.passage == before and before]
        rows.insert(places[-1] + 1 if places else 0, replace(one, id=None))
    rows.extend(
        SummaryText(passage=passage, words=words, basis=words, is_dropped=True)
        for passage, words in written.items()
        if passage not in seen
    )
    return rows


def _is_fresh(row: SummaryText) -> bool:
    return bool(row.passage) and not row.is_dropped and row.words == row.basis


def _put(store: Store, old: Sequence[SummaryText], wanted: Sequence[SummaryText]) -> None:
    """Make the rows of a chapter those that are wanted, touching only what differs."""
    free: dict[tuple[str, str], deque[SummaryText]] = {}
    for one in old:
        free.setdefault((one.passage, "" if one.passage else one.words), deque()).append(one)
    for one in wanted:
        same = free.get((one.passage, "" if one.passage else one.words))
        before = same.popleft() if same else None
        now = replace(one, id=before.id if before else None)
        if now != before:
            store.save(now)
    for left in free.values():
        for one in left:
            store.delete(one)
