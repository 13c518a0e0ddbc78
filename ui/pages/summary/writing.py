"""The summary that is open: its draft, its figures, and keeping what the clerk changes in it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from models.figures.catalogue import Figures
from models.records.summary import (
    SummaryPaper,
    SummaryPart,
    SummaryText,
    SummaryVersion,
)
from models.summary.comparing import FigureChange, changed_figures
from models.summary.keys import SummaryKey
from models.summary.papers import paper_of, period_of
from models.summary.texts import KeptParagraph, keep_section, restore_passage
from models.summary.versions import Snapshot, latest_version, snapshot_of
from models.values.dates import say_day
from reports.summary.draft import Draft, DraftParagraph, draft_of
from reports.summary.paragraphs import NO_VALUE
from reports.summary.snapshots import off_passages, snapshot
from ui.office import Office
from ui.pages.summary.manuscript import TextLine

# What changes in these tables leaves every figure as it is.
OWN_TABLES = frozenset(one.about.table for one in (SummaryPart, SummaryText, SummaryVersion))
SETTINGS_TABLE = SummaryPaper.about.table
Texts = dict[str, list[TextLine]]


class Writing:
    """One summary on the desk; `settle` keeps what is typed and not kept yet."""

    def __init__(self, office: Office, key: SummaryKey) -> None:
        self.settle: Callable[[], object] = lambda: None
        self._office = office
        self._key = key
        self._figures: Figures | None = None
        self._period = key.period
        self._draft: Draft | None = None
        self._was: dict[tuple[str, str], str] = {}

    @property
    def key(self) -> SummaryKey:
        """Which summary is open."""
        return self._key

    def open(self, key: SummaryKey) -> None:
        """Turn to another summary."""
        if key != self._key:
            self._key = key
            self._figures = None
            self._draft = None

    @property
    def draft(self) -> Draft:
        """The summary as it stands in the file."""
        if self._draft is None:
            self.refresh()
        assert self._draft is not None
        return self._draft

    @property
    def figures(self) -> Figures:
        """Every figure of its period."""
        if self._figures is None:
            self.refresh()
        assert self._figures is not None
        return self._figures

    def refresh(self, *, recount: bool = True) -> None:
        """Write the summary again, with figures counted again where records may have changed."""
        store = self._office.store
        period = period_of(paper_of(store, self._key.year, self._key.span))
        if recount or self._figures is None or period != self._period:
            self._period = period
            self._figures = Figures(store, period)
        self._draft = draft_of(store, period, self._figures)
        self._was = {
            (section.section.code, one.passage): one.was
            for section in self._draft.sections
            for one in section.paragraphs
            if one.passage and one.was
        }

    def lines(self) -> list[TextLine]:
        """Return the text as the editor shows it, and remember it as what is kept."""
        draft = self.draft
        headings = draft.headings()
        lines = [TextLine("title", _plain(draft.title))]
        for section in draft.sections:
            code = section.section.code
            if code in headings:
                lines.append(TextLine("heading", _plain(headings[code]), code))
            lines.extend(
                TextLine("paragraph", one.words, code, one.passage) for one in section.paragraphs
            )
        lines.append(TextLine("signature", _plain(draft.facts.town.union_name)))
        lines.append(TextLine("signature", say_day(draft.day)))
        return lines

    def basis(self) -> dict[tuple[str, str], str]:
        """Return what the program writes now, or last wrote, in each paragraph."""
        found = {
            (section.section.code, one.passage): one.basis
            for section in self.draft.sections
            for one in section.paragraphs
            if one.passage
        }
        for code, paragraphs in self.draft.written.items():
            found |= {(code, one.passage): one.basis for one in paragraphs}
        return found

    def overtaken(self) -> frozenset[tuple[str, str]]:
        """Return the rewritten paragraphs in which the program would now write something else."""
        return frozenset(
            (section.section.code, one.passage)
            for section in self.draft.sections
            for one in section.paragraphs
            if one.is_overtaken
        )

    def written(self, section: str, passage: str) -> DraftParagraph | None:
        """Return what the program writes now in the place of a paragraph."""
        found = self.draft.written.get(section, ())
        return next((one for one in found if one.passage == passage), None)

    def say(self, code: str, style: str) -> str:
        """Return a figure as it reads in the text."""
        figure = self.figures.get(code)
        return figure.say(style) if figure is not None and figure.value is not None else NO_VALUE

    def keep(self, texts: Texts) -> bool:
        """Keep the chapters in which the clerk changed something; whether there were any."""
        before = self._texts()
        codes = [*dict.fromkeys((*before, *texts))]
        changed = [one for one in codes if texts.get(one, []) != before.get(one, [])]
        if not changed:
            return False
        with self._office.store.change(f"修改{self._key.words}"):
            for code in changed:
                self._keep_section(code, texts.get(code, []))
        return True

    def restore_passage(self, section: str, passage: str) -> None:
        """Have the program's own words again in the place of a paragraph."""
        with self.change(f"恢复{self._key.words}里程序写的一段"):
            restore_passage(self._office.store, self._key, section, passage)

    def accept_own(self, section: str, passage: str) -> None:
        """Stay with the clerk's words although the program would now write something else."""
        with self.change(f"保留{self._key.words}里改过的一段"):
            self._was[section, passage] = ""
            self._keep_section(section, self._texts()[section])

    @contextmanager
    def change(self, label: str) -> Iterator[None]:
        """Make one operation that can be taken back; what was typed before it is kept first."""
        self.settle()
        with self._office.store.change(label):
            yield

    def dropped(self) -> frozenset[tuple[str, str]]:
        """Return the paragraphs that the clerk deleted, by chapter and code."""
        found = self._office.store.find(SummaryText, **self._key.equals, is_dropped=True)
        return frozenset((one.section, one.passage) for one in found)

    def snapshot(self) -> Snapshot:
        """Return the summary as a version keeps it."""
        return snapshot(self.draft)

    def changes(self) -> tuple[FigureChange, ...]:
        """Return the figures that say something else than in the version that was kept last."""
        latest = latest_version(self._office.store, self._key)
        return changed_figures(snapshot_of(latest), self.snapshot()) if latest else ()

    def _texts(self) -> Texts:
        found: Texts = {}
        for line in self.lines():
            if line.kind == "paragraph":
                found.setdefault(line.section, []).append(line)
        return found

    def _keep_section(self, code: str, lines: Sequence[TextLine]) -> None:
        paragraphs = [
            KeptParagraph(one.words, one.passage, self._was.get((code, one.passage), ""))
            for one in lines
        ]
        written = {one.passage: one.words for one in self.draft.written.get(code, ())}
        keep_section(
            self._office.store,
            self._key,
            code,
            paragraphs,
            written,
            off=off_passages(self.draft, code),
        )


def _plain(text: str) -> str:
    """Return plain text as marked-up text."""
    return text.replace("\n", "").replace("{", "{{").replace("}", "}}")
