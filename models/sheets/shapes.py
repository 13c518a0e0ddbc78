"""Lists that are no rows under a header: turned on their side, or a card of labels and values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.sheets.vocabulary import is_heading, label_key
from models.sheets.workbook import Grid, Merge

TURNED = "这张表是横着排的，一列是一条；下面说的“第几行”是第几列"
CARDS = "这张表是一张张的登记卡，已按栏目名和旁边的内容读取"
_HIGHEST, _WIDEST = 60, 200
_HIGHEST_CARDS = 2_000
_FEWEST_PAIRS = 4
_COLONS = "：:"
Place = tuple[int, int]


def turned(grid: Grid) -> Grid | None:
    """Return the sheet with its columns as rows, None when it is too large to be meant so."""
    rows = [[] if len(set(_texts(row))) < 2 else row for row in grid.rows]
    if len(rows) > _HIGHEST or grid.width > _WIDEST or sum(map(bool, rows)) < 2:
        return None
    lines: list[list[object]] = [
        [row[column] if row else "" for row in rows] for column in range(grid.width)
    ]
    places = {
        (column, row): grid.place(row, column)
        for column in range(grid.width)
        for row in range(len(rows))
    }
    return Grid(
        grid.name,
        lines,
        tuple(Merge(one.left, one.top, one.right, one.bottom) for one in grid.merges),
        {(column, row): why for (row, column), why in grid.troubles.items()},
        is_hidden=grid.is_hidden,
        places=places,
    )


@dataclass(slots=True)
class _Card:
    """The labels of one card, where they stand, and the values beside them with their places."""

    row: int
    labels: dict[str, Place] = field(default_factory=dict)
    values: dict[str, tuple[object, Place]] = field(default_factory=dict)


def cards(grid: Grid) -> Grid | None:
    """Return the cards of a sheet as the rows of a list, None when there are none."""
    if len(grid.rows) > _HIGHEST_CARDS or grid.width > _WIDEST:
        return None
    found = list(_cards(grid))
    if not found or len(found[0].values) < _FEWEST_PAIRS:
        return None
    # Labels that all stand in one column are the headings of a list on its side.
    if len({column for card in found for _, column in card.labels.values()}) < 2:
        return None
    labels = list(dict.fromkeys(label for card in found for label in card.labels))
    top = max(found[0].row - 1, 0)
    blank: list[object] = [""] * len(labels)
    rows: list[list[object]] = [list(blank) for _ in range(top)]
    for row in range(top):
        rows[row][0] = next(filter(None, grid.texts(row)), "")
    rows.append(list(labels))
    places = {(top, column): _place(grid, found, label) for column, label in enumerate(labels)}
    for card in found:
        rows += [list(blank) for _ in range(card.row - len(rows))]
        values = [card.values.get(label, ("", (card.row, 0))) for label in labels]
        places.update({(len(rows), at): grid.place(*place) for at, (_, place) in enumerate(values)})
        rows.append([value for value, _ in values])
    return Grid(grid.name, rows, is_hidden=grid.is_hidden, places=places)


def _place(grid: Grid, found: Sequence[_Card], label: str) -> str:
    return next(grid.place(*card.labels[label]) for card in found if label in card.labels)


def _cards(grid: Grid) -> Iterator[_Card]:
    """Yield cards: a label that was said before begins another one."""
    card: _Card | None = None
    for place, label, value in _pairs(grid):
        if card is None or label in card.labels:
            if card is not None:
                yield card
            card = _Card(place[0])
        card.labels[label] = place
        if value is not None:
            card.values[label] = value
    if card is not None:
        yield card


def _pairs(grid: Grid) -> Iterator[tuple[Place, str, tuple[object, Place] | None]]:
    """Yield labels with the value beside each, if it has one."""
    for row in range(len(grid.rows)):
        cells = {at: text.strip() for at, text in enumerate(grid.texts(row)) if text.strip()}
        places = list(cells)
        for number, at in enumerate(places):
            label, _, inside = (
                cells[at].partition("：") if "：" in cells[at] else (cells[at], "", "")
            )
            if not _is_label(label):
                continue
            label = "".join(label.split()).rstrip(_COLONS)
            beside = places[number + 1] if number + 1 < len(places) else None
            if inside.strip():
                yield (row, at), label, (inside.strip(), (row, at))
            elif beside is None or _is_label(cells[beside].partition("：")[0]):
                yield (row, at), label, None
            else:
                yield (row, at), label, (grid.rows[row][beside], (row, beside))


def _is_label(text: str) -> bool:
    key = label_key(text)
    # 女 heads a column of numbers in lists, and answers a question on cards.
    return len(key) > 1 and is_heading(key)


def _texts(row: Sequence[object]) -> list[str]:
    return [text for cell in row if (text := str(cell or "").strip())]
