"""What a session has to say about each cell of a sheet."""

from decimal import Decimal

from models.county_forms.slots import with_slots_filled
from models.county_forms.sources import Source, source_words
from models.county_forms.values import CellValue
from ui.pages.county_forms.marks import WORDS, Cell, Kind, Mark
from ui.pages.county_forms.session import Session, Spot

NOTHING_THERE = "—"
# Of several blanks in one text the one that needs the clerk most is told.
_URGENCY: tuple[Kind, ...] = ("stuck", "wanted", "offered", "given", "left")


def marks_of(session: Session, sheet: int) -> dict[Cell, Mark]:
    """Return the marks of one sheet."""
    found: dict[Cell, Mark] = {}
    texts: dict[Cell, list[Spot]] = {}
    for spot in session.spots:
        if spot.place.sheet != sheet:
            continue
        if spot.way == "slot":
            texts.setdefault(spot.place.cell, []).append(spot)
        else:
            found |= _marks_down(session, spot)
    for cell, spots in texts.items():
        found[cell] = _mark_of_text(session, sheet, spots)
    return found


def words_of(session: Session, source: Source) -> str:
    """Return a source in the clerk's words."""
    if source.kind == "constant" and not source.content:
        return "不用填"
    return source_words(session.store, source, session.form.table_name)


def short_words(session: Session, source: Source) -> str:
    """Return a source without saying of what kind it is."""
    return words_of(session, source).rpartition("：")[2]


def _marks_down(session: Session, spot: Spot) -> dict[Cell, Mark]:
    row, column = spot.place.cell
    tip = _tip(session, spot)
    return {
        (row + step, column): Mark(
            spot.kind,
            _text(session, spot, step),
            tip,
            _is_number(_value(spot, step)),
            goes_on=step > 0,
        )
        for step in range(max(spot.rows, 1))
    }


def _text(session: Session, spot: Spot, step: int) -> str:
    value = _value(spot, step)
    if spot.kind == "given" and value is not None:
        return value.shown or (NOTHING_THERE if spot.way == "cell" else "")
    if spot.kind == "offered" and spot.offer is not None and not step:
        return _without_remark(short_words(session, spot.offer))
    if spot.kind in ("left", "stuck") and not step:
        return WORDS[spot.kind]
    return ""


def _without_remark(words: str) -> str:
    return words.partition("（")[0] if words.endswith("）") else words


def _value(spot: Spot, step: int) -> CellValue | None:
    return spot.values[step] if step < len(spot.values) else None


def _is_number(value: CellValue | None) -> bool:
    return value is not None and isinstance(value.content, Decimal)


def _mark_of_text(session: Session, sheet: int, spots: list[Spot]) -> Mark:
    """Return the mark of a text with blanks: what is known stands in them."""
    text = session.book.sheets[sheet].text(*spots[0].place.cell)
    shown = {
        one.place.slot: one.values[0].shown for one in spots if one.values and one.kind == "given"
    }
    kind = next(one for one in _URGENCY if any(spot.kind == one for spot in spots))
    tips = "\n".join(_tip(session, one) for one in spots)
    return Mark(kind, with_slots_filled(text, shown), tips)


def _tip(session: Session, spot: Spot) -> str:
    source = spot.source or spot.offer
    said = f"{spot.label}：{WORDS[spot.kind]}"
    if source is not None:
        said += f"，{words_of(session, source)}"
    notes = [spot.trouble, *(one.note for one in spot.values[:1])]
    return "\n".join((said, *(one for one in notes if one)))
