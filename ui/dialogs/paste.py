"""A block from Excel on its way into new rows: seen cell by cell, mended, then one step."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from models.errors import Problem
from models.lists.kinds import Slot
from models.sheets.pasting import (
    LEFT_OUT,
    Paste,
    PasteRequest,
    commit_paste,
    plan_paste,
)
from models.sheets.plan import SAID
from ui import jobs, keys, messages
from ui.dialogs.opening import answer_row, take_room
from ui.dialogs.paste_table import PasteTable
from ui.lists.commands import ListContext
from ui.look import theme
from ui.look.buttons import icon_button

# So many rows are understood while one waits.
AT_ONCE = 1_000
MOST_NOTES = 4
KEPT = "已登记过、不改动"


class PasteDialog(QDialog):
    """Shows what was understood of a block; nothing is written before the clerk says so."""

    def __init__(self, context: ListContext, request: PasteRequest) -> None:
        super().__init__(context.table.window())
        self._context = context
        self._request = request
        self._paste: Paste | None = None
        about = context.record_type.about
        self.setWindowTitle(f"粘贴成新的{about.label}")
        self._build()
        take_room(self)
        self._plan(request)

    @property
    def paste(self) -> Paste:
        """What pasting would do, as it is shown."""
        if self._paste is None:
            raise LookupError("nothing was understood yet")
        return self._paste

    @property
    def table(self) -> PasteTable:
        """The block, cell by cell."""
        return self._table

    @property
    def words(self) -> str:
        """What pasting would do, in words."""
        return self._words.text()

    def take_text(self, row: int, column: int, text: str) -> None:
        """Put another text into a cell of the block and look again; the row is one of the grid."""
        place = self.paste.place_in_block(row)
        self._plan(self._request.with_cell(place, column, text))

    def read_as(self, column: int, name: str) -> None:
        """Read a column as another field, or leave it out."""
        self._plan(self._request.with_column(column, name))

    def write(self) -> None:
        """Write the rows that are right, as one step."""
        store, paste = self._context.office.store, self._paste
        if paste is None or not paste.count:
            return
        if len(paste.rows) > AT_ONCE:
            jobs.run_to_the_end(
                self, "正在粘贴…", lambda _told: commit_paste(store, paste), self._tell_done
            )
            return
        try:
            done = commit_paste(store, paste)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._tell_done(done)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(8))
        self._words, self._notes = QLabel(), QLabel()
        theme.mark(self._words, "plain")
        theme.mark(self._notes, "muted")
        for label in (self._words, self._notes):
            label.setWordWrap(True)
            outer.addWidget(label)
        self._table = PasteTable()
        self._table.typed.connect(self.take_text)
        header = self._table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_fields)
        header.sectionClicked.connect(self._offer_fields_of)
        outer.addWidget(self._table, 1)
        outer.addLayout(self._make_choices())
        outer.addLayout(self._make_answers())
        keys.bind_everywhere(self, "save", self.write)

    def _make_choices(self) -> QHBoxLayout:
        self._headed = QCheckBox("第一行是标题")
        self._headed.clicked.connect(self._follow_headed)
        self._updates = QCheckBox()
        self._updates.clicked.connect(self._follow_updates)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self._headed)
        row.addWidget(self._updates)
        row.addStretch()
        return row

    def _make_answers(self) -> QHBoxLayout:
        self._do = icon_button("粘贴", "paste", role="main")
        self._do.clicked.connect(self.write)
        return answer_row(self, self._do)

    def _follow_headed(self, is_headed: bool) -> None:
        self._plan(self._request.headed(is_headed=is_headed))

    def _follow_updates(self, is_wanted: bool) -> None:
        self._plan(self._request.updating(is_wanted=is_wanted))

    def _plan(self, request: PasteRequest) -> None:
        self._request = request
        store = self._context.office.store

        def work(progress: jobs.Progress) -> Paste:
            return plan_paste(store, request, lambda done, whole: progress("正在核对", done, whole))

        if len(request.table.rows) > AT_ONCE:
            jobs.run(self, "正在核对…", work, self._show)
            return
        try:
            self._show(plan_paste(store, request))
        except Problem as problem:
            messages.show_problem(self, problem)

    def _show(self, paste: Paste) -> None:
        self._paste = paste
        self._request = paste.request
        self._table.show_paste(paste)
        self._words.setText(in_words(paste))
        notes = paste.plan.sheets[0].notes
        skipped = [f"第{one.row}行没有粘贴（{one.why}）" for one in paste.plan.sheets[0].skipped]
        self._notes.setText("；".join([*skipped, *notes][:MOST_NOTES]))
        self._notes.setVisible(bool(self._notes.text()))
        self._headed.setChecked(paste.is_headed)
        known, measure = paste.plan.counts["update"], self._context.record_type.about.measure
        self._updates.setText(f"已经登记过的 {known} {measure}也按粘贴的内容更新")
        self._updates.setVisible(known > 0)
        self._updates.setChecked(paste.request.with_updates)
        self._do.setText(keys.label(f"粘贴 {paste.count:,} {measure}", "save"))
        self._do.setEnabled(paste.count > 0)

    def _tell_done(self, paste: Paste) -> None:
        words = f"已{paste.label}，可以用 {keys.printed('undo')} 撤销"
        self._context.office.say(words)
        self.accept()

    def _offer_fields(self, place: QPoint) -> None:
        self._offer_fields_of(self._table.horizontalHeader().logicalIndexAt(place))

    def _offer_fields_of(self, section: int) -> None:
        column = section - self._table.first_column
        if not 0 <= column < self.paste.grid.width:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for slot in self.fields_to_choose():
            action = menu.addAction(slot.field.label)
            action.triggered.connect(lambda _on=False, name=slot.name: self.read_as(column, name))
        menu.addSeparator()
        menu.addAction("这一列不粘贴").triggered.connect(lambda: self.read_as(column, LEFT_OUT))
        header = self._table.horizontalHeader()
        menu.popup(
            header.mapToGlobal(QPoint(header.sectionViewportPosition(section), header.height()))
        )

    def fields_to_choose(self) -> list[Slot]:
        """Return the fields as which a column can be read."""
        return [one for one in self.paste.header.type.slots if not one.number]


def in_words(paste: Paste) -> str:
    """Return what pasting would do with how many rows."""
    if paste.refusal:
        return f"{paste.refusal}。请点表头，指明哪一列是什么；或连同标题行重新复制。"
    counts = paste.plan.counts
    words = SAID if paste.request.with_updates else {**SAID, "update": KEPT}
    said = "，".join(f"{words[verdict]} {count} 行" for verdict, count in counts.items() if count)
    wrong = counts["error"] + counts["conflict"]
    advice = "标红的格子双击就能改，改好就会一起粘贴；不改则跳过那一行。" if wrong else ""
    return f"认出：{said}。{advice}"
