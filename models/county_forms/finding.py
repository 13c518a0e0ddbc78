"""Finding mapped places again in a form that was changed since."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from models.county_forms.anchors import Anchor, anchor_for, anchor_from
from models.county_forms.layout import Layout
from models.county_forms.likeness import LIKE, SAME, likeness
from models.county_forms.places import Place, cell_at, sheet_of
from models.county_forms.slots import slots_in
from models.county_forms.wants import LONGEST_SLOT_TEXT, Way, column_starts, rows_from
from models.records.county_forms import CountyFormCell

State = Literal["found", "reworded", "ambiguous", "missing"]

# Two places that are nearly as good as each other are both candidates.
MARGIN = 0.03
MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A mapped place and where it is now.

    `found` by the same labels, `reworded` by labels that changed slightly; an `ambiguous` one has
    several `candidates` and a `missing` one has none: neither has a place, and neither is filled.
    `words` say to the clerk what changed, blank when nothing did.
    """

    mapped: CountyFormCell
    state: State
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    words: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place of the workbook with its own labels."""

    place: Place
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Likely:
    """A place whose labels are like those that are sought, and how like."""

    spot: _Spot
    score: float


@dataclass(frozen=True, slots=True)
class _Known:
    """What the blank that was mapped called so: its labels, and its places by their labels."""

    labels: frozenset[str]
    places: frozenset[object]


class _Sheet:
    """One sheet of the workbook: its places by their labels."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._spots: dict[Way, list[_Spot]] = {}
        self._by_labels: dict[Way, dict[object, list[_Spot]]] = {}

    def spots(self, way: Way) -> list[_Spot]:
        """Return the places that may be filled in a way, in reading order."""
        if way not in self._spots:
            self._spots[way] = _counted(
                _Spot(place, anchor_for(self.layout, place, way))
                for place in places_for(self.layout, way)
            )
        return self._spots[way]

    def same(self, anchor: Anchor) -> list[_Spot]:
        """Return the places with the same labels as an anchor."""
        if anchor.way not in self._by_labels:
            by_labels: dict[object, list[_Spot]] = defaultdict(list)
            for one in self.spots(anchor.way):
                by_labels[one.anchor.labels].append(one)
            self._by_labels[anchor.way] = by_labels
        return self._by_labels[anchor.way].get(anchor.labels, [])


def places_for(layout: Layout, way: Way) -> Iterator[Place]:
    """Yield the places of a sheet that may be filled in a way."""
    sheet = layout.sheet.place
    if way == "column":
        yield from (Place(sheet, *at) for at in column_starts(layout))
        return
    for at in layout.cells():
        if way == "slot":
            text = layout.cell(at).text
            if layout.cell(at).kind == "text" and len(text) <= LONGEST_SLOT_TEXT:
                yield from (Place(sheet, *at, number) for number in range(len(slots_in(text))))
        elif layout.cell(at).kind != "text":
            yield Place(sheet, *at)


class Anchors:
    """Tells by which labels the places of a workbook are known."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        self._sheets = [_Sheet(one) for one in layouts]

    def anchor_for(self, place: Place, way: Way) -> Anchor:
        """Return by which labels a place is known, and the how-manieth of those it is."""
        sheet = self._sheets[place.sheet]
        anchor = anchor_for(sheet.layout, place, way)
        same = [one.place for one in sheet.same(anchor)]
        if place not in same:
            same = sorted((*same, place))
        return replace(anchor, occurrence=same.index(place), occurrences=len(same))


def find_all(
    mapped: Sequence[CountyFormCell], layouts: Sequence[Layout], before: Sequence[Layout] = ()
) -> list[Found]:
    """Return where each mapped place is in a workbook, in the order given.

    `before` is the blank that was mapped: what it already called so is no new wording of another
    label.
    """
    sheets = [_Sheet(one) for one in layouts]
    anchors = [anchor_from(one.anchor) for one in mapped]
    homes = _homes(mapped, anchors, sheets)
    known = _known_in(before)
    found = [
        _find(one, anchor, sheets, homes, known)
        for one, anchor in zip(mapped, anchors, strict=True)
    ]
    return _told_apart(found)


def _homes(
    mapped: Sequence[CountyFormCell], anchors: Sequence[Anchor], sheets: Sequence[_Sheet]
) -> Mapping[str, _Sheet]:
    """Return for each sheet of the anchors the one in which most of them are, whatever its name."""
    homes: dict[str, _Sheet] = {}
    old = {two.sheet: sheet_of(one.position or 0) for one, two in zip(mapped, anchors, strict=True)}
    by_sheet: dict[str, list[Anchor]] = defaultdict(list)
    for one in anchors:
        by_sheet[one.sheet].append(one)
    for name, those in by_sheet.items():
        best = max(
            sheets,
            key=lambda one: (
                sum(bool(one.same(anchor)) for anchor in those),
                one.layout.sheet.name == name,
                -abs(one.layout.sheet.place - old[name]),
            ),
            default=None,
        )
        if best is not None:
            homes[name] = best
    return homes


def _find(
    mapped: CountyFormCell,
    anchor: Anchor,
    sheets: Sequence[_Sheet],
    homes: Mapping[str, _Sheet],
    known: _Known,
) -> Found:
    home = homes.get(anchor.sheet)
    if home is None:
        return Found(mapped, "missing", words="这个文件里没有工作表")
    if not _has_labels(anchor):
        return _by_address(mapped, home)
    same = home.same(anchor) or home.same(replace(anchor, is_boxed=not anchor.is_boxed))
    if same:
        return _among_same(mapped, anchor, same, home)
    likely = _likely(anchor, home, known)
    if not likely:
        return _elsewhere(mapped, anchor, sheets, home)
    best = [one.spot for one in likely if one.score >= likely[0].score - MARGIN]
    if len(best) == 1:
        return _at(mapped, best[0], home, _changed_words(anchor, best[0].anchor))
    settled = _by_neighbours(anchor, best)
    if settled is not None:
        return _at(mapped, settled, home, _changed_words(anchor, settled.anchor))
    return _ambiguous(mapped, best)


def _among_same(
    mapped: CountyFormCell, anchor: Anchor, same: Sequence[_Spot], home: _Sheet
) -> Found:
    """Return which of the places with the same labels is meant."""
    if len(same) == anchor.occurrences:
        return _at(mapped, same[min(anchor.occurrence, len(same) - 1)], home)
    if len(same) == 1 and anchor.occurrences == 1:
        return _at(mapped, same[0], home)
    settled = _by_neighbours(anchor, same)
    return _ambiguous(mapped, same) if settled is None else _at(mapped, settled, home)


def _by_neighbours(anchor: Anchor, spots: Sequence[_Spot]) -> _Spot | None:
    """Return the only place that stands between the same rows as before."""
    for wanted in (2, 1):
        near = [
            one
            for one in spots
            if _is_near(anchor.above, one.anchor.above) + _is_near(anchor.below, one.anchor.below)
            == wanted
        ]
        if len(near) == 1:
            return near[0]
        if near:
            return None
    return None


def _is_near(before: str, now: str) -> bool:
    return bool(before) and likeness(before, now) >= LIKE


def _likely(anchor: Anchor, home: _Sheet, known: _Known) -> list[_Likely]:
    """Return the places with labels like those sought, the likeliest first."""
    found = [
        _Likely(one, score)
        for one in home.spots(anchor.way)
        if (score := _score(anchor, one.anchor, known)) > 0
    ]
    return sorted(found, key=lambda one: -one.score)


def _score(anchor: Anchor, other: Anchor, known: _Known) -> float:
    """Return how like the labels of two places are; 0 when they are not the same place."""
    if other.labels in known.places:
        return 0.0
    if anchor.way == "slot":
        return _alike(anchor.slot, other.slot, known) * _alike_section(anchor, other)
    rows = _alike_path(anchor.rows, other.rows, known)
    columns = _alike_path(anchor.columns, other.columns, known)
    return rows * columns * _alike_section(anchor, other)


def _alike_path(sought: tuple[str, ...], there: tuple[str, ...], known: _Known) -> float:
    """Return how like two paths of labels are; the innermost labels must be the same thing."""
    if not sought:
        return SAME if not there else 0.9
    if not there:
        return 0.0
    leaf = _alike(sought[-1], there[-1], known)
    if leaf < LIKE:
        return 0.0
    outer = [max((_alike(one, two, known) for two in there), default=0.0) for one in sought[:-1]]
    extra = [two for two in there[:-1] if all(likeness(one, two) < LIKE for one in sought)]
    missing = sum(1 - one for one in outer)
    return max(leaf - 0.12 * missing - 0.04 * len(extra), 0.0) if missing < 2 else 0.0


def _alike(sought: str, there: str, known: _Known) -> float:
    """Return how like a label is; one that the form had all along is no new wording of another."""
    if sought == there:
        return SAME
    return 0.0 if there in known.labels else likeness(sought, there)


def _alike_section(anchor: Anchor, other: Anchor) -> float:
    if anchor.section == other.section:
        return SAME
    if not anchor.section or not other.section:
        return 0.95
    return max(0.6, likeness(anchor.section, other.section))


def _elsewhere(
    mapped: CountyFormCell, anchor: Anchor, sheets: Sequence[_Sheet], home: _Sheet
) -> Found:
    """Return the only place with the same labels on another sheet, else nothing."""
    others = [(one, spot) for one in sheets if one is not home for spot in one.same(anchor)]
    if len(others) == 1:
        sheet, spot = others[0]
        return _at(mapped, spot, sheet, f"现在在工作表“{sheet.layout.sheet.name}”")
    if others:
        return _ambiguous(mapped, [spot for _, spot in others])
    return Found(mapped, "missing", words=f"表上找不到“{anchor.words}”")


def _by_address(mapped: CountyFormCell, home: _Sheet) -> Found:
    """Return a place without any label where it was, for the clerk to look at."""
    row, column = cell_at(mapped.address)
    place = Place(home.layout.sheet.place, row, column)
    if home.layout.cell((row, column)).kind == "text":
        return Found(mapped, "missing", words=f"{mapped.address}旁边没有文字，换了表认不出来")
    return Found(mapped, "found", place, words=f"旁边没有文字，仍按{mapped.address}")


def _has_labels(anchor: Anchor) -> bool:
    return bool(anchor.rows or anchor.columns or anchor.slot)


def _at(mapped: CountyFormCell, spot: _Spot, home: _Sheet, words: str = "") -> Found:
    rows = rows_from(home.layout, spot.place.cell) if spot.anchor.way == "column" else 1
    return Found(mapped, "reworded" if words else "found", spot.place, (spot.place,), words, rows)


def _ambiguous(mapped: CountyFormCell, spots: Sequence[_Spot]) -> Found:
    places = tuple(one.place for one in spots[:MOST_CANDIDATES])
    named = "、".join(one.address for one in places[:4])
    words = f"有{len(spots)}处都像“{mapped.label}”（{named}），请指明是哪一格"
    return Found(mapped, "ambiguous", None, places, words)


def _changed_words(anchor: Anchor, now: Anchor) -> str:
    """Return which words are written otherwise now."""
    pairs = [
        *_changes(anchor.rows, now.rows),
        *_changes(anchor.columns, now.columns),
        *_changes((anchor.section,), (now.section,)),
        *_changes((anchor.slot,), (now.slot,)),
    ]
    changed = [f"“{before}”现在写作“{after}”" for before, after in pairs]
    return "；".join(changed) or "所在的大栏目变了"


def _changes(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the labels of a path that are written otherwise, with what is likest to them now."""
    gone = [one for one in before if one and one not in now]
    new = [one for one in now if one and one not in before]
    for one in gone:
        likest = max(new, key=lambda other: likeness(one, other), default="")
        if likest and likeness(one, likest) >= LIKE:
            yield one, likest


def _known_in(before: Sequence[Layout]) -> _Known:
    sheets = [_Sheet(one) for one in before]
    ways: tuple[Way, ...] = ("cell", "slot", "column")
    return _Known(
        frozenset(
            layout.label(at)
            for layout in before
            for at in layout.cells()
            if layout.cell(at).kind == "text"
        ),
        frozenset(spot.anchor.labels for one in sheets for way in ways for spot in one.spots(way)),
    )


def _told_apart(found: Sequence[Found]) -> list[Found]:
    """Return what was found; two that would go into one place go into none, unless one is exact."""
    counts = Counter(one.place for one in found if one.place)
    exact = {one.place for one in found if one.state == "found"}
    told = []
    for one in found:
        is_shared = one.place is not None and counts[one.place] > 1
        if is_shared and (one.state == "reworded" or one.place not in exact):
            words = f"{one.words}，但那一格已经对应了别的内容".lstrip("，")
            told.append(replace(one, state="ambiguous", place=None, words=words))
        else:
            told.append(one)
    return told


def _counted(spots: Iterable[_Spot]) -> list[_Spot]:
    """Return places with the how-manieth of its labels each is."""
    found = list(spots)
    totals = Counter(one.anchor.labels for one in found)
    seen: Counter[object] = Counter()
    counted = []
    for one in found:
        labels = one.anchor.labels
        counted.append(
            _Spot(
                one.place,
                replace(one.anchor, occurrence=seen[labels], occurrences=totals[labels]),
            )
        )
        seen[labels] += 1
    return counted
