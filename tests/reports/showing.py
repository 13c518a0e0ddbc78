"""How tests compare what reports made: blocks as plain text, pages and sheets."""

from pathlib import Path
from typing import Any

from reports.blocks import (
    Block,
    Certificate,
    Charts,
    Document,
    Heading,
    Imprint,
    ListHead,
    Masthead,
    Paragraph,
    SignatureRow,
    SignOff,
    Subtitle,
    Table,
    Title,
)
from reports.pdf.render import render
from tests.reports.pdf.reading import texts_of

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def block_text(document: Document) -> str:
    """The document as lines that a person can compare."""
    lines = [f"{document.name} [{document.kind}] {document.author}"]
    for block in document.blocks:
        lines.extend(_lines(block))
    return "\n".join(lines) + "\n"


def assert_golden(name: str, document: Document, *, update: bool) -> None:
    """Compare a document's blocks with the stored text, or store it."""
    file = GOLDEN / f"{name}.txt"
    if update:
        file.write_text(block_text(document), encoding="utf-8")
    assert block_text(document) == file.read_text(encoding="utf-8")


def page_texts(document: Document) -> list[str]:
    """The text of every page of the document's PDF, without blanks and line ends."""
    return texts_of(render(document).pdf)


def table_of(document: Document) -> Table:
    """The document's only table."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def column_of(document: Document, key: str) -> list[str]:
    """The cells of one column of the document's table."""
    table = table_of(document)
    place = [column.key for column in table.columns].index(key)
    return [row[place] for row in table.rows]


def total_of(document: Document, key: str) -> str:
    """The total of one column of the document's table."""
    table = table_of(document)
    assert table.total is not None
    return table.total[[column.key for column in table.columns].index(key)]


def sheet_rows(path: Path, place: int = 0) -> list[tuple[Any, ...]]:
    """The values of a sheet of a workbook, the first one if not told, as openpyxl reads them."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    try:
        return [tuple(row) for row in workbook.worksheets[place].iter_rows(values_only=True)]
    finally:
        workbook.close()


def _lines(block: Block) -> list[str]:
    match block:
        case ListHead(title, left, right):
            return [f"# {title}", f"{left} | {right}"]
        case Table(columns, rows, total):
            labels = tuple(column.label for column in columns)
            return [
                " | ".join(cell or "·" for cell in row)
                for row in (labels, *rows, *([total] if total else []))
            ]
        case SignatureRow(labels):
            return [" ".join(labels)]
        case Charts(charts):
            return [
                f"{one.title}：{' '.join(f'{point.label}={point.text}' for point in one.points)}"
                for one in charts
            ]
        case Certificate():
            return [
                f"== {block.heading}",
                block.salutation,
                *block.body,
                block.honour,
                block.closing,
                f"{block.issuer} {block.day} {block.number}",
            ]
        case _:
            return _official_lines(block)


def _official_lines(block: Block) -> list[str]:
    match block:
        case Title(text) | Subtitle(text):
            return [f"# {text}"]
        case Heading(text, level):
            return [f"{'#' * (level + 1)} {text}"]
        case Paragraph():
            return [block.text]
        case SignOff(name, day):
            return [f"{name} {day}"]
        case Masthead():
            return [f"== {block.mark} {block.number}", f"{block.office} | {block.day}"]
        case Imprint():
            return [f"{block.label}{block.copy_to}", f"{block.printer} {block.day}印发"]
        case _:
            raise AssertionError(f"{block} has no golden text")
