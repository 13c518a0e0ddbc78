"""The annual summary: its text to write in, its paper as it prints, behind each number its records."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout
from typing_extensions import override

from models import clock
from models.errors import Problem
from models.figures.catalogue import Figures
from models.proofreading.findings import Finding
from models.summary.keys import SummaryKey
from reports.summary.annual import document_of
from reports.summary.checks import check_draft
from ui import keys, messages
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.summary.bar import SummaryBar
from ui.pages.summary.checks import ChecksPanel
from ui.pages.summary.editor import SummaryEditor
from ui.pages.summary.exporting import Exporting
from ui.pages.summary.figure import FigurePanel
from ui.pages.summary.figure_object import FigureWords
from ui.pages.summary.handing_in import HandingIn
from ui.pages.summary.last_year import LastYearPanel
from ui.pages.summary.measures import count_letters, guess_pages
from ui.pages.summary.mending import mend
from ui.pages.summary.menus import EditorMenus
from ui.pages.summary.outline import OutlinePanel
from ui.pages.summary.outlining import Outlining
from ui.pages.summary.settings import SettingsDialog, keep_paper
from ui.pages.summary.sides import Side, above, centred
from ui.pages.summary.versioning import Versioning
from ui.pages.summary.versions import VersionsPanel
from ui.pages.summary.writing import OWN_TABLES, SETTINGS_TABLE, Writing
from ui.paper import PaperView

TEXT, PRINT = 0, 1
FIGURES, OUTLINE, CHECKS, LAST_YEAR, VERSIONS = range(5)
PAUSE_MILLISECONDS = 2_000
TELLING_MILLISECONDS = 200


class SummaryPage(OwnPage):
    """Text or paper at the left; figures, outline, checks, last year and versions at the right.

    `exported` tells what left the program: print, pdf or docx, the path (None for the printer)
    and the file itself.
    """

    exported = Signal(str, object, object)

    def __init__(self, office: Office) -> None:
        self._needs_counting = True
        self._is_keeping = False
        super().__init__(office)
        theme.mark(self, "canvas")
        self._is_stale = True
        self.writing = Writing(office, SummaryKey(office.year))
        self._words = FigureWords(say=self.writing.say)
        self.bar = SummaryBar()
        self.editor = SummaryEditor(self._words)
        self.paper = PaperView()
        self.figure_panel = FigurePanel(office)
        self.outline_panel = OutlinePanel()
        self.checks_panel = ChecksPanel(office)
        self.last_year_panel = LastYearPanel(office)
        self.versions_panel = VersionsPanel()
        self.outlining = Outlining(self.outline_panel, self.writing, office)
        self.versioning = Versioning(self.versions_panel, self.writing, office)
        self.exporting = Exporting(self, self.writing, self.versioning, office)
        self.handing_in = HandingIn(self.writing, office)
        self.menus = EditorMenus(self.editor, self.writing, self._words)
        self._insert = icon_button("插入到光标处", "add")
        self._insert.setToolTip("把打开的这个数字写到文稿的光标处，以后跟着台账变")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._telling = QTimer(self, singleShot=True, interval=TELLING_MILLISECONDS)
        self._is_edited = False
        self._saved = self._pages = ""
        self._shown_figures: Figures | None = None
        self._shows: tuple[Callable[[], None], ...] = (
            self._show_figures,
            self.outlining.show,
            self._show_checks,
            lambda: self.last_year_panel.show_writing(self.writing),
            self.versioning.show,
        )
        self.writing.settle = self.keep
        self._build()
        self._connect()

    @override
    def refresh(self) -> None:
        """Write the summary again from what the file holds now; what the clerk typed is kept first."""
        self.keep()
        self._is_stale = False
        key = SummaryKey(self._office.year, self.writing.key.span)
        self._needs_counting |= key != self.writing.key
        self.writing.open(key)
        self.writing.refresh(recount=self._needs_counting)
        self._needs_counting = False
        self._show_text()
        self._show_rest()

    def show_span(self, span: str) -> None:
        """Turn to the summary of another part of the year."""
        self.keep()
        self.writing.open(SummaryKey(self._office.year, span))
        self._needs_counting = True
        self.refresh()

    def keep(self) -> bool:
        """Keep what the clerk typed; whether nothing is left to be kept."""
        self._pause.stop()
        if not self._is_edited:
            return True
        self._is_keeping = True
        try:
            kept = self.writing.keep(self.editor.paragraphs())
        except Problem as problem:
            messages.show_problem(self, problem)
            return False
        finally:
            self._is_keeping = False
        self._is_edited = False
        if kept:
            self._saved = f"已保存 {clock.now():%H:%M}"
            self.writing.refresh(recount=False)
            self._show_marks()
            self._show_rest()
        self._tell_state()
        return True

    def show_figure(self, code: str) -> None:
        """Show where a number comes from."""
        figure = self.writing.figures.get(code)
        if figure is None:
            self._office.say("台账里已经没有这项数字了，请从文中删去")
            return
        self.paper.mark(code)
        self.right.show_number(FIGURES)
        self._show_figures()
        self.figure_panel.show_figure(figure)

    def show_print(self) -> None:
        """Show the paper as it prints."""
        self.left.show_number(PRINT)

    @override
    def may_leave(self) -> bool:
        """Keep what was typed; nothing is asked, as it can be taken back."""
        return self.keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        else:
            self._show_text()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    @override
    def _note_change(self) -> None:
        """Leave it to _follow_tables, which knows what changed."""

    def _follow_tables(self, tables: Collection[str]) -> None:
        if self._is_keeping:
            return
        if set(tables) - OWN_TABLES - {SETTINGS_TABLE}:
            self._needs_counting = True
        self._catch_up()

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _build(self) -> None:
        self.left = Side((("文稿", centred(self.editor)), ("印样", self.paper)))
        self.right = Side(
            (
                ("数字", above(self.figure_panel, self._insert)),
                ("章节", self.outline_panel),
                ("检查", self.checks_panel),
                ("去年", self.last_year_panel),
                ("版本", self.versions_panel),
            )
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self.left)
        splitter.addWidget(self.right)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([620, 400])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addWidget(self.bar)
        outer.addWidget(self.handing_in)
        outer.addWidget(splitter, 1)

    def _connect(self) -> None:
        self._office.changed.connect(self._follow_tables)
        self._office.year_changed.connect(self._catch_up)
        keys.bind_everywhere(self, "save", self.keep)
        self._pause.timeout.connect(self.keep)
        self._telling.timeout.connect(self._tell_state)
        self._connect_text()
        self._connect_bar()
        self.left.chosen.connect(lambda _number: self._turn_to_side())
        self.right.chosen.connect(lambda _number: self._turn_to_panel())
        self.paper.figure_chosen.connect(self.show_figure)
        self.figure_panel.figure_chosen.connect(self._follow_list)
        self._insert.clicked.connect(self._insert_open_figure)
        self.outline_panel.section_chosen.connect(self.editor.show_section)
        self.checks_panel.check_asked.connect(self._turn_to_panel)
        self.checks_panel.finding_chosen.connect(self._show_finding)
        self.checks_panel.mend_asked.connect(self._mend)
        self.last_year_panel.insert_asked.connect(self.insert_figure)
        self.last_year_panel.figure_chosen.connect(self.show_figure)
        self.last_year_panel.section_asked.connect(self.outlining.write_section)
        self.versions_panel.figure_chosen.connect(self._follow_list)

    def _connect_text(self) -> None:
        self.editor.edited.connect(self._note_edit)
        self.editor.left.connect(self.keep)
        self.editor.figure_chosen.connect(self.show_figure)
        self.editor.heading_chosen.connect(self._change_heading)
        self.editor.refused.connect(self._office.say)
        self.menus.figure_asked.connect(self.show_figure)

    def _connect_bar(self) -> None:
        self.bar.span_chosen.connect(self.show_span)
        self.bar.length_chosen.connect(self._keep_length)
        self.bar.settings_asked.connect(self.change_settings)
        exporting = self.exporting
        for asked, run in (
            (self.bar.print_asked, exporting.print),
            (self.bar.pdf_asked, exporting.save_pdf),
            (self.bar.word_asked, exporting.save_word),
            (self.bar.reader_asked, exporting.open_reader),
            (self.bar.evidence_asked, exporting.show_evidence),
            (self.bar.read_back_asked, exporting.read_back),
        ):
            asked.connect(self.keep)
            asked.connect(run)
        exporting.exported.connect(self.exported)
        exporting.exported.connect(self.handing_in.offer)

    def change_settings(self) -> None:
        """Ask for title, dates, head and addressee of the summary."""
        self.keep()
        open_dialog(SettingsDialog(self.writing.key, self._office, self.window()))

    def insert_figure(self, code: str) -> None:
        """Write a figure where the clerk was writing last."""
        self.left.show_number(TEXT)
        if self.editor.insert_figure(code):
            self.editor.setFocus()

    def _insert_open_figure(self) -> None:
        if self.figure_panel.code:
            self.insert_figure(self.figure_panel.code)
        else:
            self._office.say("请先在右边点开一个数字")

    def _note_edit(self) -> None:
        self._is_edited = True
        self._saved = "改过，稍后自动保存"
        self._pause.start()
        self._telling.start()

    def _show_text(self) -> None:
        draft = self.writing.draft
        self.bar.show_paper(draft.paper, draft.period.as_of)
        self.editor.show_lines(self.writing.lines())
        self._show_marks()
        self.editor.show_values()
        self._is_edited = False
        self._tell_state()

    def _show_marks(self) -> None:
        self._words.changes = {one.code: one for one in self.writing.changes()}
        self.editor.marks.take(self.writing.basis(), self.writing.overtaken())
        self.editor.viewport().update()

    def _show_rest(self) -> None:
        """Bring up to date what is looked at beside the text."""
        if self.left.number == PRINT:
            self._show_paper()
        self._show_panel()

    def _turn_to_side(self) -> None:
        self.keep()
        if self.left.number == PRINT:
            self._show_paper()
        self._tell_state()

    def _show_panel(self) -> None:
        self._shows[self.right.number]()

    def _show_figures(self) -> None:
        if self._shown_figures is not self.writing.figures:
            self._shown_figures = self.writing.figures
            self.figure_panel.show_figures(self.writing.figures)

    def _show_checks(self) -> None:
        self.checks_panel.show_findings(check_draft(self.writing.draft))
        count = self.checks_panel.open_count
        self.right.entitle(CHECKS, f"检查 {count}" if count else "检查")

    def _turn_to_panel(self) -> None:
        """Show a panel that knows of everything that was typed."""
        self.keep()
        self._show_panel()

    def _show_paper(self) -> None:
        # reportlab takes a while to load, and is only needed once a paper is looked at.
        from reports.pdf.render import render

        try:
            rendered = render(document_of(self.writing.draft))
        except Problem as problem:
            self.left.say(str(problem))
            return
        self.paper.show_pdf(rendered.pdf, rendered.boxes)
        self._pages = f"共{rendered.pages}页"
        self._tell_state()

    def _tell_state(self) -> None:
        lines = self.editor.reading()
        letters = count_letters(text for _, text in lines)
        pages = self._pages if self.left.number == PRINT else f"约{guess_pages(lines)}页"
        said = [f"{letters:,}字", pages, self._saved]
        if self._words.changes:
            said.insert(0, f"{len(self._words.changes)} 个数字与上一版不同")
        self.left.say("　".join(one for one in said if one))

    def _follow_list(self, code: str) -> None:
        self.editor.choose_figure(code)
        self.paper.show_figure(code)
        self.show_figure(code)

    def _change_heading(self, section: str) -> None:
        if not section:
            self.change_settings()
            return
        self.right.show_number(OUTLINE)
        self.outline_panel.start_renaming(section)

    def _keep_length(self, length: str) -> None:
        self.keep()
        paper = replace(self.writing.draft.paper, length=length)
        keep_paper(self._office, self.writing.key, paper)

    def _mend(self, finding: Finding) -> None:
        self.left.show_number(TEXT)
        if mend(self.editor, finding):
            self._turn_to_panel()
        else:
            self._office.say("文字已经变了，请再检查一遍")

    def _show_finding(self, finding: Finding) -> None:
        if not finding.is_about_words:
            if finding.figures:
                self._follow_list(finding.figures[0])
            else:
                self.right.show_number(OUTLINE)
            return
        self.left.show_number(TEXT)
        block = self.editor.block_of(finding.section, finding.paragraph)
        if block is None:
            self.editor.show_section(finding.section)
        else:
            self.editor.choose_words(block, finding.start, finding.end)
