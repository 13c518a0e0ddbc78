"""Entering a paper that left the house; its figures are frozen with it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from models import clock
from models.errors import Problem
from models.figures.figure import Figure
from models.filing import file_paper
from models.periods import Period
from models.records.reported import FiledPaper
from models.rules import checking
from models.values.dates import say_day
from reports.summary.draft import Draft
from ui import messages
from ui.dialogs.opening import lay_out
from ui.forms.asked_fields import AskedFields
from ui.look import theme
from ui.office import Office

ASKED = ("title", "recipient", "filed_on", "kind")
WIDTH_CHARS = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingOffer:
    """A paper that may be entered: what it says, and the file it is when there is one."""

    title: str
    period: Period
    figures: Sequence[Figure]
    shown: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    version: int | None = None
    file_name: str = ""
    file_hash: str = ""


def offer_of(
    draft: Draft, kind: str = "", path: Path | None = None, content: bytes = b""
) -> FilingOffer:
    """Return a summary as it stands; `content` is the file that it went out as."""
    shown: dict[str, str] = {}
    for one in draft.figure_spans():
        shown.setdefault(one.figure, one.text)
    return FilingOffer(
        title=draft.title.replace("\n", ""),
        period=draft.period,
        figures=[draft.facts.figures[code] for code in shown if code in draft.facts.figures],
        shown=shown,
        kind=kind,
        file_name=path.name if path else "",
        file_hash=hashlib.sha256(content).hexdigest() if content else "",
    )


class FilingDialog(QDialog):
    """Asks to whom a paper went and when, and freezes it with its figures as one step."""

    def __init__(self, offer: FilingOffer, office: Office, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._office = office
        self.setWindowTitle("登记为已上报")
        presets = {
            "title": offer.title,
            "recipient": office.store.town().parent_union,
            "filed_on": clock.today(),
            "kind": offer.kind,
        }
        self._asked = AskedFields(FiledPaper, ASKED, presets, office)
        self._build()
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    @property
    def asked(self) -> AskedFields:
        """The fields of the box."""
        return self._asked

    def save(self) -> None:
        """Freeze the paper, or say at the fields why not."""
        values = self._asked.read()
        if values is None:
            return
        paper = self._paper(values)
        store = self._office.store
        if self._asked.say_errors(checking.check(paper, store)):
            return
        try:
            with store.change(f"登记已上报 {paper.title}"):
                file_paper(store, paper, self._offer.figures, self._offer.shown)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        count = len(self._offer.figures)
        self._office.say(f"已登记“{paper.title}”，{count}项数字一并存下，可以用 Ctrl+Z 撤销")
        self.accept()

    def _paper(self, values: Mapping[str, object]) -> FiledPaper:
        offer = self._offer
        return FiledPaper(
            **values,  # type: ignore[arg-type]
            first=offer.period.first,
            last=offer.period.last,
            as_of=offer.period.as_of,
            version=offer.version,
            file_name=offer.file_name,
            file_hash=offer.file_hash,
        )

    def _build(self) -> None:
        until = say_day(self._offer.period.as_of)
        heading = QLabel(
            f"{self._offer.period.words()}的{len(self._offer.figures)}项数字（算到{until}）连同口径和"
            "名单一起存下，以后台账再改，随时能对出哪里不一样。"
        )
        heading.setWordWrap(True)
        theme.mark(heading, "muted")
        lay_out(self, (heading, self._asked), "登记", self.save)
