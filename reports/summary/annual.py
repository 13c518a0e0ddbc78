"""The summary of a period as a document."""

from collections.abc import Iterator, Mapping

from models.figures.figure import Figure
from models.periods import Period
from models.store import Store
from models.values.dates import say_day
from reports.blocks import Block, Document, Heading, Paragraph, SignOff, Title
from reports.summary.draft import Draft, draft_of


def annual_summary(
    store: Store, period: Period, figures: Mapping[str, Figure] | None = None
) -> Document:
    """Return the summary of a period, in our sentences with what the clerk made of them."""
    return document_of(draft_of(store, period, figures))


def document_of(draft: Draft) -> Document:
    """Return a draft as it prints."""
    union = draft.facts.town.union_name
    return Document(
        name=draft.title.replace("\n", ""),
        kind="official",
        blocks=(Title(draft.title), *_body(draft), SignOff(union, say_day(draft.day))),
        author=union,
        page_number="centre" if draft.paper.page_number == "2" else "outer",
    )


def _body(draft: Draft) -> Iterator[Block]:
    headings = draft.headings()
    for section in draft.sections:
        heading = headings.get(section.section.code)
        if heading:
            yield Heading(heading, 1)
        for paragraph in section.paragraphs:
            yield Paragraph(paragraph.spans)
