"""What a document says, as plain data: reports return it, the PDF and the editable file draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models.summary.markup import Span
from reports.charts import Chart

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Masthead:
    """The head of a red-headed paper: who issues it, its number, and who signed it upwards.

    On sheets with a head printed beforehand only the number and the signer are drawn. A bulletin
    names its `office` and `day` over the red line, and its mark stands at the top of the page.
    """

    mark: str
    number: str = ""
    signer: str = ""
    is_preprinted: bool = False
    office: str = ""
    day: str = ""


@dataclass(frozen=True)
class Title:
    """The title of an official document; a line feed breaks the line where the author wants it."""

    text: str


@dataclass(frozen=True)
class Subtitle:
    """The line under the title, usually a date or an occasion in brackets."""

    text: str


@dataclass(frozen=True)
class Salutation:
    """Whom the document addresses, flush left, with its colon."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading with its number in the text: 一、 (level 1), （一） (level 2), 1. (level 3)."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the body."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The whole paragraph without its figures' marks."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class SignOff:
    """Who signs and on which day, with or without room for a seal."""

    name: str
    day: str
    is_sealed: bool = False


@dataclass(frozen=True)
class Imprint:
    """The foot of the last page: who else gets a copy, who printed the paper and when."""

    copy_to: str
    printer: str
    day: str
    label: str = "抄送："


@dataclass(frozen=True)
class PageBreak:
    """Whatever follows starts on a new page."""


@dataclass(frozen=True)
class Column:
    """A column of a list; widths share the sheet in proportion."""

    key: str
    label: str
    width: float
    align: Align = "left"
    merge: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of ready text; cells of a `merge` column that repeat the one above become one cell."""

    columns: Sequence[Column]
    rows: Sequence[tuple[str, ...]]
    total: tuple[str, ...] | None = None
    row_height_mm: float = 8


@dataclass(frozen=True)
class ListHead:
    """The title of a list and the line under it: the unit at the left, the date at the right.

    `note` stands between the two: what the list leaves out; `middle` in the middle of the line.
    """

    title: str
    left: str = ""
    right: str = ""
    middle: str = ""
    note: str = ""


@dataclass(frozen=True)
class Charts:
    """Charts under the head of their list; `note` says where their values come from."""

    charts: tuple[Chart, ...]
    note: str = ""


@dataclass(frozen=True)
class SignatureRow:
    """Who signs a list, with room to write: 制表人, 审核人, 负责人."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Certificate:
    """One certificate of honour."""

    heading: str
    salutation: str
    body: tuple[str, ...]
    honour: str
    closing: str
    issuer: str
    day: str
    number: str


Block: TypeAlias = (
    Masthead
    | Title
    | Subtitle
    | Salutation
    | Heading
    | Paragraph
    | SignOff
    | Imprint
    | PageBreak
    | ListHead
    | Table
    | Charts
    | SignatureRow
    | Certificate
)


@dataclass(frozen=True)
class Document:
    """One printable document: its name, its kind of page and its blocks.

    Lists lie on their side unless they are upright.
    """

    name: str
    kind: Literal["official", "list", "certificate"]
    blocks: tuple[Block, ...]
    author: str = ""
    page_number: Literal["outer", "centre"] = "outer"
    is_upright: bool = False
