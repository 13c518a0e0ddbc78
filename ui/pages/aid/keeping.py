"""What is typed into a batch goes into the journal, head and lines, and comes back from it."""

import json
from collections.abc import Iterator, Mapping

from models.aid import AidSheet
from models.fields import Kept, fields_of
from models.records.aid import AidBatch, AidItem
from models.records.base import with_values
from models.typed import PICKED, TypedForm
from models.values.money import show_money
from ui.pages.aid.sheet import SheetPanel

LINE = "第{}行"


def typed_in(panel: SheetPanel) -> TypedForm:
    """Return what stands in a batch; a line is told in words, its values stand behind them."""
    sheet = panel.sheet
    batch = sheet.batch.id
    kept = sheet.store.find(AidItem, batch=batch) if batch is not None else []
    now, before = _lines(sheet.items), _lines(kept)
    gone = dict.fromkeys((name for name in before if name not in now), "")
    head = panel.head.raw()
    return TypedForm(
        table=AidBatch.about.table,
        record=batch,
        title=head["title"],
        texts={**head, **now, **gone},
        base={**panel.head.base, **before},
    )


def put_back(panel: SheetPanel, typed: TypedForm) -> None:
    """Put head and lines back into the panel, which shows the batch as it is saved."""
    sheet = panel.sheet
    items = [_item(text, sheet) for name, text in typed.texts.items() if _is_line(name) and text]
    numbers = {one.id for one in items}
    sheet.removed = [one for one in sheet.items if one.id not in numbers]
    sheet.items = items
    sheet.is_changed = True
    panel.show_typed({name: typed.texts[name] for name in typed.texts if not _is_line(name)})


def _lines(items: list[AidItem]) -> dict[str, str]:
    return {LINE.format(n): _text(one) for n, one in enumerate(items, start=1)}


def _is_line(name: str) -> bool:
    return name not in fields_of(AidBatch)


def _text(item: AidItem) -> str:
    words = (
        f"{item.household_name} {show_money(item.amount)}元" if item.amount else item.household_name
    )
    return f"{words}{PICKED}{json.dumps(dict(_kept(item)), ensure_ascii=False)}"


def _kept(item: AidItem) -> Iterator[tuple[str, Kept]]:
    yield "id", item.id
    for name, field in fields_of(AidItem).items():
        yield name, field.keep(getattr(item, name))


def _item(text: str, sheet: AidSheet) -> AidItem:
    kept: Mapping[str, Kept] = json.loads(text.partition(PICKED)[2])
    fields = fields_of(AidItem)
    values = {name: fields[name].load(value) for name, value in kept.items() if name in fields}
    known = {one.id for one in sheet.items}
    # A line that was deleted meanwhile comes back as a new one.
    number = kept["id"] if kept["id"] in known else None
    return with_values(AidItem(), id=number, **values)
