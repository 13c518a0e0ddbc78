"""Random damage to lists, and what is wrong with the answer that the import gives to it.

What has to hold: a plan or a Problem whose sentences name the file and say what to do; nothing is
written before the clerk says so; what is taken in goes out again by one undo; the file stays as it
was; ten seconds are enough.
"""

import csv
import io
import re
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import openpyxl

from models.errors import Problem
from models.records import RECORDS
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.sheets.workbook import read_workbook
from models.store import Store

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
LONGEST_SECONDS = 10.0
Rows = list[list[object]]
_HIGHEST, _WIDEST = 60, 40
_LARGEST_SOURCE = 60_000
_MOST_CHANGES = 6
_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_CHINESE = re.compile(r"[一-鿿]")
_STRANGE: tuple[object, ...] = (
    *("", " ", "　", "\t=1+1", "=cmd|'/c calc'!A1", "#N/A", "#REF!", "NaN", "inf", "-0", "1e309"),
    *("370399197709211627", "37039919770921162", 3.70399197709211e17, 10**21, -1, 0.1, 1990.1),
    *("1990.5", "１９９０．５．１", "一九九〇年五月", "2024/2/30", "0000-00-00", "99999999", 32994),
    *(
        "同上",
        "〃",
        "以上",
        "合计",
        "小计：",
        "填表说明：",
        "序号",
        "姓名",
        "单位名称",
        "√",
        "×",
        "—",
    ),
    *(
        "张\u202e三",
        "\ue863一",
        "李\u200b四",
        "\U0001f600",
        "\U00020087",
        "\ufffd",
        "_xD800_",
        "_x0001_",
    ),
    *("甲" * 32767, "\n\n\n", '"', "'", ",", ";", "|", "<x>&amp;", "]]>", "%s%n", "../../x", "NUL"),
    *(True, False, None, date(1900, 1, 1), date(9999, 12, 31), date(2024, 2, 29)),
)
_BYTES = (
    b"\x00",
    b"\xff",
    b"&x;",
    b"<!DOCTYPE x>",
    b"-1",
    b"99999999999",
    b"_x0000_",
    b"NaN",
    b"'",
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """A file's name and content, and what was done to it."""

    name: str
    content: bytes
    how: str


def damaged(chance: Random) -> Damaged:
    """Return a list with something wrong about its bytes, its parts or its cells."""
    way = chance.choice((_bytes_of_a_file, _part_of_a_book, _part_of_a_book, _cells, _cells))
    return way(chance)


@cache
def _sources() -> tuple[Path, ...]:
    """Return the lists that are damaged: small ones of every format."""
    return tuple(
        path
        for path in sorted(SAMPLES.rglob("*"))
        if path.is_file() and 0 < path.stat().st_size <= _LARGEST_SOURCE and path.suffix != ".json"
    )


def _bytes_of_a_file(chance: Random) -> Damaged:
    source = chance.choice(_sources())
    content = _other_bytes(source.read_bytes(), chance)
    return Damaged(f"名单{source.suffix}", content, f"bytes of {source.name}")


def _part_of_a_book(chance: Random) -> Damaged:
    source = chance.choice([one for one in _sources() if zipfile.is_zipfile(one)])
    content = _other_part(source.read_bytes(), chance)
    return Damaged(f"名单{source.suffix}", content, f"a part of {source.name}")


def _cells(chance: Random) -> Damaged:
    source = chance.choice([one for one in _sources() if one.parent == SAMPLES])
    rows = [list(row) for row in _cells_of(source)]
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        _shake(rows, chance)
    make, suffix = chance.choice(((_as_book, ".xlsx"), (_as_text, ".csv")))
    return Damaged(f"名单{suffix}", make(rows, chance), f"cells of {source.name}")


def fault_of(store: Store, path: Path) -> str:
    """Return what is wrong with how a list is taken in, nothing when all is well."""
    content, started = path.read_bytes(), time.monotonic()
    before = _records(store)
    try:
        plan = plan_import(store, path, year=2024)
    except Problem as problem:
        fault = _fault_of_sentence(str(problem), problem.advice, path.name)
    else:
        fault = "planning wrote something" if _records(store) != before else ""
        done = commit_import(store, plan)
        if done.batch is not None:
            store.undo_operation(done.batch)
    if not fault and _records(store) != before:
        fault = "something was left behind"
    if not fault and path.read_bytes() != content:
        fault = "the file was changed"
    took = time.monotonic() - started
    return fault or (f"it took {took:.1f} s" if took > LONGEST_SECONDS else "")


def _fault_of_sentence(sentence: str, advice: str, name: str) -> str:
    if name not in sentence:
        return f"the file is not named: {sentence}"
    if not advice or not _CHINESE.search(advice):
        return f"no remedy is named: {sentence}"
    return ""


def _records(store: Store) -> dict[str, int]:
    return {one.about.table: store.count(one) for one in RECORDS}


def _other_bytes(content: bytes, chance: Random) -> bytes:
    """Return a file some of whose bytes were lost, doubled or overwritten."""
    found = bytearray(content)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(found) + 1)
        length = chance.choice((1, 2, 8, 100))
        match chance.randrange(4):
            case 0:
                found[at : at + length] = chance.randbytes(length)
            case 1:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length]
            case _:
                found[at:at] = chance.choice(_BYTES)
    return bytes(found[: chance.randrange(len(found) + 1)] if not chance.randrange(8) else found)


def _other_part(content: bytes, chance: Random) -> bytes:
    """Return a workbook of which one part says something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        names = [one for one in whole.namelist() if not one.endswith("/")]
        victim = chance.choice([one for one in names if one.endswith((".xml", ".rels"))] or names)
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
            for name in names:
                part = whole.read(name)
                if name != victim:
                    other.writestr(name, part)
                elif chance.randrange(10):
                    other.writestr(name, _other_xml(part, chance))
    return made.getvalue()


def _other_xml(part: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        pattern = chance.choice((_NUMBER, _TAG))
        found = list(pattern.finditer(part))
        if not found:
            continue
        one = chance.choice(found)
        new = chance.choice((b"", one[0] * 2, chance.choice(_BYTES), chance.choice(found)[0]))
        part = part[: one.start()] + new + part[one.end() :]
    return part


def _as_book(rows: Rows, chance: Random) -> bytes:
    """Return the cells as a workbook, some of them merged."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append([_storable(cell) for cell in row])
    for _ in range(chance.randrange(4)):
        top, left = chance.randint(1, 12), chance.randint(1, 12)
        page.merge_cells(
            start_row=top,
            start_column=left,
            end_row=top + chance.randrange(4),
            end_column=left + chance.randrange(4),
        )
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _as_text(rows: Rows, chance: Random) -> bytes:
    """Return the cells as text in one of the encodings of the world."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=chance.choice(",;\t|"))
    writer.writerows(rows)
    encoding = chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"))
    return made.getvalue().encode(encoding, errors="replace")


def _storable(cell: object) -> object:
    if isinstance(cell, str):
        return "".join(one for one in cell if one.isprintable() or one in "\n\t")
    return cell


@cache
def _cells_of(path: Path) -> tuple[tuple[object, ...], ...]:
    grid = read_workbook(path).sheets[0]
    return tuple(tuple(row[:_WIDEST]) for row in grid.rows[:_HIGHEST])


def _shake(rows: Rows, chance: Random) -> None:
    """Change one thing: a cell, a row, a column, or their order."""
    row = chance.randrange(len(rows))
    width = len(rows[0])
    match chance.randrange(8):
        case 0 | 1 | 2:
            rows[row][chance.randrange(len(rows[row]))] = chance.choice(_STRANGE)
        case 3:
            rows.insert(row, list(chance.choice(rows)))
        case 4 if len(rows) > 1:
            del rows[row]
        case 5:
            _reorder(rows, chance.sample(range(width), width))
        case 6:
            rows.insert(row, [chance.choice(_STRANGE)] + [None] * (width - 1))
        case _:
            column = chance.randrange(width)
            for one in rows:
                one[column] = chance.choice(_STRANGE)


def _reorder(rows: Rows, order: Sequence[int]) -> None:
    for place, row in enumerate(rows):
        rows[place] = [row[at] for at in order if at < len(row)]
