"""The rows under a header: which hold data, and what their blank or ditto cells stand for."""

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.lists.kinds import Repeat, Slot
from models.sheets.below import next_list
from models.sheets.examples import ALTERED, example_rows
from models.sheets.headers import SOME_TWO_DAYS, TWO_DAYS, Header
from models.sheets.spans import read_days
from models.sheets.vocabulary import label_key, numbers_rows
from models.sheets.workbook import Grid, show_cells

_TOTAL = re.compile(
    r"(?:本?(?:页|村|镇|月|季|年|片|组)?|.{0,12}?)(?:小|合|总|累|共)\s*计(?:行|数)?[:：]?"
    r"\s*[(（]?\s*\d*\s*[家人户个份件枚块]?\s*[)）]?"
    r"|(?:签订|覆盖|建会|入会|组建|完成|维护|参保|收缴|签约|达标|已?占)?(?:率|比|占比|比例|百分比)"
    r"|平均(?:数|值)?"
)
_FOOTER = re.compile(
    r"\s*(?:说明|填[表报]说明|备注|注|附注|制表人?|填[表报]人|审核人?|复核人?|经办人|单位负责人|"
    r"负责人|分管领导|联系人|联系电话|(?:填表|填报|制表|上报|统计)?(?:日期|时间)|填[表报]单位|"
    r"统计人|录入人)\s*(?:（[^）]*）)?\s*[:：].*"
    r"|\s*[(（]?(?:以下|下)(?:空白|无(?:正文|内容|记录)?)[)）]?\s*"
    r"|\s*[(（]?共\s*\d+\s*[家人户个份件条项页][)）]?\s*"
    r"|\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*"
    r"|\s*※.*",
    re.DOTALL,
)
_GROUP = re.compile(
    r"(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]).*"
    r"|.{1,8}(?:村|社区|片区|片|园区|工业园)(?:[(（].*[)）])?[:：]?"
)
_TOTAL_SIGNS = frozenset("计率比平")
# Such a text is its own label: there is nothing in it to be tidied.
_PLAIN = re.compile("[一-鿿]+")
_FOOTER_SIGNS = frozenset(":：※下共月")
_DITTO = re.compile(r"[-—\s]*(?:[〃″\"“”〞〟々]{1,3}|''|´´|同\s*上|同前|同左|↓)[-—\s]*")
# Every ditto has one of these: a whole column is asked in one go.
_DITTO_SIGNS = re.compile("[〃″\"“”〞〟々'´同↓]")
_BELOW = "属于下面的另一张表"
_OVER_ROWS = "分组或说明行"
_GROUP_NUMBERS = re.compile(
    r"^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])|[(（][^()（）]*\d[^()（）]*[)）]|[:：]$"
)
_FIRST_CELLS = 4
_WIDE = 3
_LONG = 30
_FEW = 3
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row without data, numbered as the spreadsheet shows it, and why it was passed over."""

    row: int
    why: str


@dataclass(slots=True)
class Body:
    """The data rows of a sheet from 0: their cells, their texts with fills, and what was filled."""

    rows: list[int]
    texts: dict[Slot, list[str]]
    skipped: tuple[Skipped, ...]
    own: dict[Slot, list[str]]
    cells: dict[Slot, tuple[object, ...]]
    repeated: dict[Slot, list[int]]
    groups: dict[int, str]
    next_list: int | None = None

    def whole_row(self, grid: Grid, header: Header, place: int) -> tuple[str, ...]:
        """Return a row's cells by themselves: with what blank, ditto and damaged ones stand for."""
        cells = [text.strip() for text in _texts_with_troubles(grid, self.rows[place])]
        for slot, column in header.by_slot.items():
            cell = cells[column.index]
            if not cell or _DITTO.fullmatch(cell):
                cells[column.index] = self.texts[slot][place].strip()
        return tuple(cells)


def read_body(grid: Grid, header: Header) -> Body:
    """Return the data rows with merged, ditto and repeating cells filled."""
    end = next_list(grid, header)
    rows, skipped = _split(grid, header, end)
    columns = header.by_slot
    cells = {slot: grid.cells(rows, column.index) for slot, column in columns.items()}
    own = {slot: show_cells(found) for slot, found in cells.items()}
    texts = {slot: list(found) for slot, found in own.items()}
    places = {row: place for place, row in enumerate(rows)} if grid.merges else {}
    for slot, column in columns.items():
        _fill_merges(grid, column.index, slot, texts[slot], places)
        _fill_dittos(texts[slot])
    _split_spans(header, texts)
    repeated = {
        repeat.slot: filled
        for repeat in header.type.repeats
        if repeat.slot in texts and repeat.only_with in texts
        if (filled := _fill_down(texts[repeat.slot], _told(repeat, texts))) and repeat.is_told
    }
    # Most columns have nothing to fill; their texts need not be kept twice.
    own = {slot: texts[slot] if texts[slot] == found else found for slot, found in own.items()}
    return Body(rows, texts, skipped, own, cells, repeated, _groups(grid, rows, skipped), end)


def told_examples(skipped: Sequence[Skipped]) -> list[str]:
    """Name the rows that were taken for examples though they may be somebody's data."""
    return [f"第{one.row}行{one.why}" for one in skipped if one.why == ALTERED]


def _groups(grid: Grid, rows: Sequence[int], skipped: Sequence[Skipped]) -> dict[int, str]:
    """Return for the places of rows the line that stands over them, without its numbers."""
    lines = [one.row - 1 for one in skipped if one.why == _OVER_ROWS]
    found: dict[int, str] = {}
    for place, row in enumerate(rows) if lines else ():
        if above := bisect(lines, row):
            text = next(filter(None, grid.texts(lines[above - 1])), "")
            found[place] = _GROUP_NUMBERS.sub("", "".join(text.split()))
    return found


def _split_spans(header: Header, texts: dict[Slot, list[str]]) -> None:
    """Give each end of a span its own day; what does not hold two days is left as it is."""
    span = header.type.span
    if span is None or header.by_slot.get(span.last) is None:
        return
    how = header.by_slot[span.last].how
    if how not in (TWO_DAYS, SOME_TWO_DAYS):
        return
    for end, slot in enumerate((span.first, span.last)):
        found = (read_days(text) for text in texts[slot])
        texts[slot] = [
            days[end] if len(days) == 2 else "" if end and how == SOME_TWO_DAYS else text
            for days, text in zip(found, texts[slot], strict=True)
        ]


def _split(grid: Grid, header: Header, end: int | None) -> tuple[list[int], tuple[Skipped, ...]]:
    labels = _labels(grid, header)
    mapped = [column.index for column in header.columns if column.slot]
    main = header.main.index if header.main else 0
    needed = [column.index for column in header.needed]
    leading = _leading_columns(header, main)
    wide = {merge.top for merge in grid.merges if merge.right - merge.left >= _WIDE - 1}
    suspicious = _suspicious(grid, header, main, leading)
    examples = example_rows(grid, header)
    rows: list[int] = []
    skipped: list[Skipped] = []
    for row in range(header.bottom + 1, len(grid.rows)):
        if row in grid.elsewhere:
            continue
        why = _BELOW if end is not None and row >= end else ""
        if not why and row in examples:
            why = examples[row]
        if not why and row in suspicious:
            texts = _texts_with_troubles(grid, row)
            why = total_in(texts[column] for column in leading)
            if not (why or _is_whole(texts, needed)):
                why = _why_not(texts, mapped, main, is_wide=row in wide)
            why = why or _header_again(texts, labels)
        if why:
            skipped.append(Skipped(row + 1, why))
        else:
            rows.append(row)
    return rows, tuple(skipped)


def _labels(grid: Grid, header: Header) -> list[Mapping[int, str]]:
    """Return the labels of each row of the header, as they would stand on the next page again."""
    rows = range(max(header.top, 0), header.bottom + 1)
    keys = ({at: label_key(text) for at, text in enumerate(grid.texts(row))} for row in rows)
    return [{at: key for at, key in found.items() if key} for found in keys]


def _texts_with_troubles(grid: Grid, row: int) -> list[str]:
    """Return a row's texts; a cell with an error value is not an empty one."""
    texts = grid.texts(row)
    if grid.troubles:
        texts = [text or grid.troubles.get((row, at), "") for at, text in enumerate(texts)]
    return texts


def _leading_columns(header: Header, main: int) -> list[int]:
    """Return the columns in which totals and footers begin."""
    numbering = {one.index for one in header.columns if numbers_rows(one.heading)}
    last = max(one.index for one in header.columns)
    return sorted({main, *numbering, *range(min(_FIRST_CELLS, last + 1))})


def _suspicious(grid: Grid, header: Header, main: int, leading: Sequence[int]) -> set[int]:
    """Return the rows that deserve a look: all the others begin like data."""
    headings = {label[main] for label in _labels(grid, header) if main in label}
    below = range(header.bottom + 1, len(grid.rows))
    found: set[int] = set(_lonely(grid, header))
    for column in leading:
        cells = grid.cells(below, column)
        odd = {cell for cell in set(cells) if isinstance(cell, str) and _looks_odd(cell)}
        if column == main:
            found.update(
                _rows_of({one for one in set(cells) if not _is_name(one, headings)}, below, cells)
            )
        found.update(_rows_of(odd, below, cells))
    return found


def _rows_of(
    odd: Collection[object], below: Iterable[int], cells: Sequence[object]
) -> Iterable[int]:
    return (row for row, cell in zip(below, cells, strict=True) if cell in odd) if odd else ()


def _is_name(cell: object, headings: Collection[str]) -> bool:
    if not isinstance(cell, str):
        return cell is not None
    if not cell.strip() or _GROUP.fullmatch(cell):
        return False
    key = cell if _PLAIN.fullmatch(cell) else label_key(cell)
    return len(cell) > _LONG or key not in headings


def _lonely(grid: Grid, header: Header) -> list[int]:
    """Return the rows with wide merged cells, which are group titles and remarks."""
    return [m.top for m in grid.merges if m.top > header.bottom and m.right - m.left >= _WIDE - 1]


def _looks_odd(text: str) -> bool:
    # Most texts have neither sign, and looking for one is much cheaper than matching.
    if not _TOTAL_SIGNS.isdisjoint(text) and _TOTAL.fullmatch(text.strip()):
        return True
    return not _FOOTER_SIGNS.isdisjoint(text) and _FOOTER.fullmatch(text) is not None


def total_in(texts: Iterable[str]) -> str:
    """Return what sort of total a row is whose leading cells say this, nothing for another row."""
    found = next((text for text in texts if text and _TOTAL.fullmatch(text.strip())), "")
    if not found:
        return ""
    return "小计行" if "小计" in "".join(found.split()) else "合计行"


def _is_whole(texts: Sequence[str], needed: Sequence[int]) -> bool:
    """Whether a row says everything that its kind needs, which no footer or group title does."""
    return len(needed) > 1 and all(texts[column].strip() for column in needed)


def _why_not(texts: Sequence[str], mapped: Sequence[int], main: int, *, is_wide: bool) -> str:
    filled = [index for index, text in enumerate(texts) if text.strip()]
    if not filled:
        return "空行"
    first = texts[filled[0]].strip()
    if len(filled) <= _FEW and _FOOTER.fullmatch(first):
        return "表尾说明或签字"
    inside = [index for index in filled if index in mapped]
    if len(filled) == 1 and (is_wide or not inside or len(first) > _LONG):
        return _OVER_ROWS
    if len(filled) == 1 and (inside != [main] or _GROUP.fullmatch(first)):
        return _OVER_ROWS
    if not inside and all(texts[index].strip().isdigit() for index in filled):
        return "只有序号的空行"
    return ""


def _header_again(texts: Sequence[str], labels: Sequence[Mapping[int, str]]) -> str:
    for row in labels:
        same = sum(1 for index, label in row.items() if label_key(texts[index]) == label)
        if same >= 2 and same * 2 > len(row):
            return "重复的表头"
    return ""


def _fill_merges(
    grid: Grid, column: int, slot: Slot, texts: list[str], places: Mapping[int, int]
) -> None:
    if not slot.repeats_in_merges:
        return
    for merge in grid.merges:
        if merge.left != column or merge.bottom == merge.top:
            continue
        text = grid.text(merge.top, column)
        for row in range(merge.top, merge.bottom + 1):
            place = places.get(row)
            if place is not None and not texts[place]:
                texts[place] = text


def _fill_dittos(texts: list[str]) -> None:
    if not _DITTO_SIGNS.search("\n".join(texts)):
        return
    dittos = {text for text in set(texts) if len(text) <= _SHORTEST and _DITTO.fullmatch(text)}
    if not dittos:
        return
    above = ""
    for place, text in enumerate(texts):
        if text in dittos:
            texts[place] = above
        elif text.strip():
            above = text


def _told(repeat: Repeat, texts: Mapping[Slot, list[str]]) -> Sequence[str]:
    """Return the texts beside which blank cells are filled."""
    begun = texts.get(repeat.unless) if repeat.unless else None
    if begun is None:
        return texts[repeat.only_with]
    both = zip(texts[repeat.only_with], begun, strict=True)
    return ["" if new.strip() else text for text, new in both]


def _fill_down(texts: list[str], only_with: Sequence[str]) -> list[int]:
    """Repeat texts into the blank cells below them and return where."""
    above = ""
    filled = []
    for place, text in enumerate(texts):
        if text.strip():
            above = text
        elif above and only_with[place].strip():
            texts[place] = above
            filled.append(place)
    return filled
