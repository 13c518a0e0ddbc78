"""Keeping forms and what is mapped in them: each function that writes is one step to undo."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.attachments import attachments_of, content_of, keep_bytes
from models.county_forms.anchors import anchor_as_text
from models.county_forms.book import FormBook
from models.county_forms.finding import Anchors, Found, find_all
from models.county_forms.layout import Layout
from models.county_forms.places import (
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SLOTS,
    Place,
    address_of,
    cell_at,
    position_of,
    slot_of,
)
from models.county_forms.reading import read_blank, read_book
from models.county_forms.sources import Source
from models.county_forms.wants import Way, layouts_of, want_at
from models.errors import Problem
from models.records.county_forms import CountyForm, CountyFormCell
from models.store import Store

LONGEST_NAME = 60
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_IN_CHINESE = re.compile("[二][〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ENCLOSURE = re.compile(r"^附[件表录]?\s*[\d一二三四五六七八九十]*\s*[：:]?$|^表号|^制[定表]机关")
_NAME_YEAR = re.compile(r"[（(]?\s*(?:20\d\d|二[〇○零]\S{2}|[_\s]{2,})\s*年?度?\s*[）)]?")


@dataclass(frozen=True, slots=True)
class NewBlank:
    """Another blank for a form: its bytes, and where the mapped places are in it."""

    file_name: str
    data: bytes
    book: FormBook
    year: int | None
    found: tuple[Found, ...]

    @property
    def lost(self) -> tuple[Found, ...]:
        """The mapped places that are not in the new blank, or not only once."""
        return tuple(one for one in self.found if one.place is None)


def year_in(book: FormBook) -> int | None:
    """Return the year that a form's titles name, else the latest that its header names."""
    layouts = layouts_of(book)
    titled = (_years_in(text) for layout in layouts for text in layout.titles)
    for years in titled:
        if years:
            return years[0]
    return max(
        (y for one in layouts for text in one.head_texts for y in _years_in(text)), default=None
    )


def _years_in(text: str) -> list[int]:
    chinese = [int(f"20{one[2:].translate(_DIGITS)}") for one in _IN_CHINESE.findall(text)]
    return chinese + [int(one) for one in _YEAR.findall(text)]


def name_of(book: FormBook) -> str:
    """Return what a form is called by its title, without the year; its file name without one."""
    titles = [title for layout in layouts_of(book) for title in layout.titles]
    told = ("".join(_NAME_YEAR.sub("", one).split()) for one in titles if not _is_aside(one))
    named = next((one for one in told if one), "")
    return (named or _NAME_YEAR.sub("", Path(book.file_name).stem))[:LONGEST_NAME]


def add_form(store: Store, path: Path, form: CountyForm | None = None) -> CountyForm:
    """Keep a blank as a new form; what `form` leaves blank is read from the file."""
    data, book = read_blank(path)
    form = form or CountyForm()
    town = store.town()
    form = replace(
        form,
        name=form.name or name_of(book),
        recipient=form.recipient or town.parent_union,
        year=form.year or year_in(book) or town.year,
        file_name=path.name,
        file_hash=hashlib.sha256(data).hexdigest(),
    )
    if store.find(CountyForm, name=form.name):
        raise Problem(
            f"已经有一张叫“{form.name}”的上级表格",
            "这是新一年的表，请打开原来那张，点“换成今年的新表”；不是，请换一个名称。",
        )
    with store.change(f"添加上级表格 {form.name}"):
        saved = store.save(form)
        keep_bytes(store, saved, path.name, data)
    return saved


def forms(store: Store, table_name: str | None = None) -> list[CountyForm]:
    """Return the forms, or those that are filled for one record of a type (blank: the township)."""
    if table_name is None:
        return store.all(CountyForm)
    return store.find(CountyForm, table_name=table_name)


def blank_of(store: Store, form: CountyForm) -> bytes:
    """Return the bytes of a form's blank."""
    kept = next((one for one in attachments_of(store, form) if one.sha256 == form.file_hash), None)
    if kept is None:
        raise Problem(f"“{form.name}”的空表找不到了", "请点“换成今年的新表”，重新选一次这张空表。")
    return content_of(store, kept)


def book_of(store: Store, form: CountyForm) -> FormBook:
    """Return the workbook of a form's blank."""
    return read_book(blank_of(store, form), form.file_name)


def mapped_in(store: Store, form: CountyForm) -> list[CountyFormCell]:
    """Return what is mapped in a form, in the order of its places."""
    return store.find(CountyFormCell, form=form.id)


def layouts_for(form: CountyForm, book: FormBook) -> list[Layout]:
    """Return the labels of a form's own blank, with years told from the form's."""
    return layouts_of(book, form.year)


def find_mapped(
    store: Store, form: CountyForm, book: FormBook | None = None, year: int | None = None
) -> list[Found]:
    """Return where the mapped places are in the form's blank, or in another file of that form."""
    before = layouts_for(form, book_of(store, form))
    there = before if book is None else layouts_of(book, year)
    return find_all(mapped_in(store, form), there, before)


def map_place(
    store: Store, form: CountyForm, place: Place, way: Way, source: Source
) -> CountyFormCell:
    """Keep what goes into a place; what went there before is replaced."""
    (mapped,) = map_places(store, form, ((place, way, source),))
    return mapped


def map_places(
    store: Store, form: CountyForm, choices: Sequence[tuple[Place, Way, Source]]
) -> list[CountyFormCell]:
    """Keep what goes into several places, as one step; what went there before is replaced."""
    new = mapped_rows(form, book_of(store, form), choices)
    (first, *more) = [
        f"{place.address} {one.label}" for (place, *_), one in zip(choices, new, strict=True)
    ]
    etc = f"等{len(new)}处" if more else ""
    with store.change(f"对应 {form.name} {first}"[: 120 - len(etc)] + etc):
        for kept in mapped_in(store, form):
            if any(_is_at(kept, one) for one in new):
                store.delete(kept)
        return [store.save(one) for one in new]


def mapped_rows(
    form: CountyForm, book: FormBook, choices: Sequence[tuple[Place, Way, Source]]
) -> list[CountyFormCell]:
    """Return the records of what goes into several places of a form's blank, not saved yet."""
    anchors = Anchors(layouts_for(form, book))
    return [
        _placed(_sourced(form, way, source), book, anchors, place) for place, way, source in choices
    ]


def _sourced(form: CountyForm, way: Way, source: Source) -> CountyFormCell:
    return CountyFormCell(
        form=form.id,
        source=source.kind,
        content=source.content,
        table_name=source.table_name,
        query=source.query,
        years_back=source.years_back or None,
        span=source.span,
        style=source.style,
        way=way,
    )


def unmap(store: Store, mapped: Sequence[CountyFormCell]) -> None:
    """Forget what goes into places."""
    named = "、".join(one.address for one in mapped)
    with store.change(f"取消对应 {named}"[:120]):
        for one in mapped:
            store.delete(one)


def move_mapped(store: Store, form: CountyForm, mapped: CountyFormCell, place: Place) -> None:
    """Say where a mapped place is now, for one that was ambiguous or missing."""
    book = book_of(store, form)
    moved = _placed(mapped, book, Anchors(layouts_for(form, book)), place)
    with store.change(f"改对应 {form.name} {place.address} {moved.label}"[:120]):
        for one in mapped_in(store, form):
            if one.id != mapped.id and _is_at(one, moved):
                store.delete(one)
        store.save(moved)


def new_blank(store: Store, form: CountyForm, path: Path, year: int | None = None) -> NewBlank:
    """Return how next year's file takes over the mapping; nothing is written yet."""
    data, book = read_blank(path)
    year = year or year_in(book) or form.year
    found = find_mapped(store, form, book, year)
    return NewBlank(path.name, data, book, year, tuple(found))


def take_new_blank(store: Store, form: CountyForm, blank: NewBlank) -> CountyForm:
    """Make a new blank the form's own: what was found is re-anchored, what was not stays to map."""
    digest = hashlib.sha256(blank.data).hexdigest()
    old = [one for one in attachments_of(store, form) if one.sha256 != digest]
    anchors = Anchors(layouts_of(blank.book, blank.year))
    moved = [
        _placed(one.mapped, blank.book, anchors, one.place) for one in blank.found if one.place
    ]
    with store.change(f"换成新表 {form.name} {blank.file_name}"[:120]):
        saved = store.save(
            replace(form, file_name=blank.file_name, file_hash=digest, year=blank.year)
        )
        keep_bytes(store, saved, blank.file_name, blank.data)
        for one in old:
            store.delete(one)
        for mapped in moved:
            store.save(mapped)
    return saved


def place_of(mapped: CountyFormCell, book: FormBook) -> Place | None:
    """Return where a place was mapped, in the blank that it was mapped in."""
    sheet = book.sheet(mapped.sheet)
    if sheet is None:
        return None
    return Place(sheet.place, *cell_at(mapped.address), slot_of(mapped.position or 0))


def _placed(
    mapped: CountyFormCell, book: FormBook, anchors: Anchors, place: Place
) -> CountyFormCell:
    if place.row >= MOST_ROWS or place.column >= MOST_COLUMNS or place.slot >= MOST_SLOTS - 1:
        raise Problem(f"{place.address}太靠边了，不能对应", "请选择表格里面的格子。")
    way: Way = "cell" if mapped.way == "cell" else "slot" if mapped.way == "slot" else "column"
    row, column = book.sheets[place.sheet].owner(*place.cell)
    place = replace(place, row=row, column=column)
    return replace(
        mapped,
        sheet=book.sheets[place.sheet].name,
        address=address_of(place.row, place.column),
        position=position_of(place),
        label=want_at(book, place, way).label[:200],
        anchor=anchor_as_text(anchors.anchor_for(place, way)),
    )


def _is_at(kept: CountyFormCell, mapped: CountyFormCell) -> bool:
    """Whether two would write into the same place: blanks within one text may stand together."""
    if (kept.sheet, kept.address) != (mapped.sheet, mapped.address):
        return False
    if kept.way == mapped.way == "slot":
        return kept.position == mapped.position
    return True


def _is_aside(title: str) -> bool:
    return bool(_ENCLOSURE.match(title.strip()))
