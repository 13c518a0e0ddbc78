"""Official documents become files that Word and WPS edit, on the same grid as on paper."""

from collections.abc import Iterator, Sequence

from models.summary.markup import Span
from reports.blocks import (
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Salutation,
    SignOff,
    Subtitle,
    Table,
    Title,
)
from reports.docx import red_head, styles
from reports.docx.figures import Bookmarks, properties_of
from reports.docx.measures import CELL, cells
from reports.docx.package import add_properties, describe, empty_document, file_of
from reports.docx.page import set_page
from reports.docx.runs import KEEP_NEXT, PAGE_BREAK, bookmarked, element, paragraph, run
from reports.docx.styles import TextStyle, add_styles
from reports.docx.tables import table
from reports.pdf.official import title_lines


def render_docx(document: Document) -> bytes:
    """Return an official document as a .docx file, every figure in its own bookmark."""
    word = empty_document()
    describe(word, title=document.name, author=document.author)
    set_page(word, document.page_number)
    add_styles(word)
    writer = _Writer(document.blocks)
    last = word.element.body.sectPr
    for xml in writer.paragraphs():
        last.addprevious(element(xml))
    add_properties(word, properties_of(writer.bookmarks, writer.plain))
    return file_of(word)


class _Writer:
    """The paragraphs of one document, and what was written in its bookmarks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.bookmarks = Bookmarks()
        self.plain: list[str] = []
        self._blocks = blocks
        self._foot = next((one for one in blocks if isinstance(one, Imprint)), None)
        self._flow = ""

    def paragraphs(self) -> Iterator[str]:
        """Yield all paragraphs, and the floating table of the foot."""
        in_head = False
        for place, block in enumerate(self._blocks):
            if in_head and not isinstance(block, Title | Subtitle):
                yield paragraph(styles.BLANK)
            in_head = isinstance(block, Title | Subtitle)
            follows = self._blocks[place + 1 : place + 2]
            is_last = bool(follows) and isinstance(follows[0], SignOff)
            yield from self._block(block, keep=KEEP_NEXT if is_last else "")
        if self._foot is not None and not any(isinstance(one, SignOff) for one in self._blocks):
            yield red_head.imprint_table(self._foot)
            yield paragraph(styles.BLANK)

    def _block(self, block: Block, keep: str) -> Iterator[str]:
        match block:
            case Masthead(mark, number, signer):
                self.plain += (mark, f"{number}{signer}", f"{block.office}{block.day}")
                yield from red_head.masthead(block)
            case Title() | Subtitle() | Salutation() | Heading():
                yield self._written(*_worded(block))
            case Paragraph(spans):
                yield self._body(spans, keep)
            case SignOff():
                yield from self._sign_off(block)
            case Table(rows=rows):
                self.plain += (text for row in rows for text in row)
                yield table(block)
                yield paragraph(styles.BLANK)
            case PageBreak():
                self._flow = PAGE_BREAK
            case Imprint(copy_to, printer, day):
                self.plain += (copy_to, f"{printer}{day}印发")
            case _:
                raise TypeError(f"{type(block).__name__} has no place in an official document")

    def _written(self, style: TextStyle, text: str) -> str:
        self.plain.append(text)
        return paragraph(style, run(text, style.font), flow=self._taken_flow())

    def _body(self, spans: Sequence[Span], keep: str) -> str:
        self.plain.append("".join("\n" if span.figure else span.text for span in spans))
        runs = "".join(map(self._span, spans))
        return paragraph(styles.BODY, runs, flow=keep + self._taken_flow())

    def _span(self, span: Span) -> str:
        shown = run(span.text, styles.BODY.font)
        if not span.figure:
            return shown
        return bookmarked(shown, *self.bookmarks.add(span.figure, span.text))

    def _taken_flow(self) -> str:
        flow, self._flow = self._flow, ""
        return flow

    def _sign_off(self, block: SignOff) -> Iterator[str]:
        """Yield name and day as on paper; the foot is anchored at the blank row above them."""
        name_indent, day_indent = _indents(block)
        self.plain += (block.name, block.day)
        if self._foot is not None:
            yield red_head.imprint_table(self._foot)
        yield paragraph(styles.BLANK, flow=KEEP_NEXT)
        yield _signed(block.name, name_indent, KEEP_NEXT)
        yield _signed(block.day, day_indent, "")


def _worded(block: Title | Subtitle | Salutation | Heading) -> tuple[TextStyle, str]:
    match block:
        case Title(text):
            return styles.TITLE, "\n".join(title_lines(text))
        case Subtitle(text):
            return styles.SUBTITLE, text
        case Salutation(text):
            return styles.SALUTATION, text
        case Heading(text, level):
            return styles.HEADINGS[level], text


def _indents(block: SignOff) -> tuple[float, float]:
    """Return how many characters name and day stand away from the right edge (7.3.5)."""
    name, day = cells(block.name), cells(block.day)
    if block.is_sealed:
        return max(0.0, 4 + (day - name) / 2), 4
    if day > name:
        return day + 4 - name, 2
    return 2, max(0.0, name - day)


def _signed(text: str, indent: float, flow: str) -> str:
    layout = f'<w:ind w:rightChars="{round(indent * 100)}" w:right="{round(indent * CELL)}"/>'
    return paragraph(styles.SIGN_OFF, run(text, styles.SIGN_OFF.font), flow=flow, layout=layout)
