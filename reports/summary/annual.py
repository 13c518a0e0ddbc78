"""The summary of a period as a document."""

from collections.abc import Iterator, Mapping

from models.figures.figure import Figure
from models.periods import Period
from models.reading import Refused
from models.store import Store
from models.values.dates import say_day
from models.values.documents import read_doc_no
from reports.blocks import (
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    Paragraph,
    Salutation,
    SignOff,
    Title,
)
from reports.summary.draft import Draft, draft_of

# Codes of paper_head and page_number_place.
RED_HEAD, PREPRINTED_HEAD = "2", "3"
CENTRED = "2"


def annual_summary(
    store: Store, period: Period, figures: Mapping[str, Figure] | None = None
) -> Document:
    """Return the summary of a period, in our sentences with what the clerk made of them."""
    return document_of(draft_of(store, period, figures))


def document_of(draft: Draft) -> Document:
    """Return a draft as it prints."""
    return Document(
        name=draft.title.replace("\n", ""),
        kind="official",
        blocks=tuple(_blocks(draft)),
        author=draft.facts.town.union_name,
        page_number="centre" if draft.paper.page_number == CENTRED else "outer",
    )


def _blocks(draft: Draft) -> Iterator[Block]:
    paper, union, day = draft.paper, draft.facts.town.union_name, say_day(draft.day)
    has_red_head = paper.head in (RED_HEAD, PREPRINTED_HEAD)
    if has_red_head:
        yield Masthead(
            mark=f"{union}文件",
            number=_doc_no(paper.doc_no),
            signer=paper.signed_by.strip(),
            is_preprinted=paper.head == PREPRINTED_HEAD,
        )
    yield Title(draft.title)
    if addressee := paper.addressee.strip().rstrip(":："):
        yield Salutation(f"{addressee}：")
    yield from _body(draft)
    yield SignOff(union, day, is_sealed=has_red_head)
    copy_to = paper.copy_to.strip().rstrip("。.")
    if has_red_head or copy_to:
        yield Imprint(f"{copy_to}。" if copy_to else "", union, day)


def _doc_no(text: str) -> str:
    try:
        return read_doc_no(text).value
    except Refused:
        return text


def _body(draft: Draft) -> Iterator[Block]:
    headings = draft.headings()
    for section in draft.sections:
        heading = headings.get(section.section.code)
        if heading:
            yield Heading(heading, 1)
        for paragraph in section.paragraphs:
            yield Paragraph(paragraph.spans)
