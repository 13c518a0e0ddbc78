"""回收站: what was deleted, what it held, and bringing it back or removing it for good."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models import bringing_back, clock, purging, recycle_bin, store_binned
from models.records import BY_TABLE
from models.recycle_bin import Binned, RecycleBin
from models.store_binned import BinnedRow
from reports.workbook import Sheet
from ui import jobs, messages
from ui.bringing_back import BringingBack
from ui.dialogs.opening import take_room
from ui.lists.paged import PagedTable, all_of
from ui.lists.painting import dress
from ui.lists.view_sheets import sheet_of_lines
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.find_line import find_line
from ui.office import Office
from ui.sheet_saving import LABEL, save_made_sheets

TITLES = (("种类", 6.5), ("名称", 16), ("删除时间", 9.5), ("怎样删除的", 13), ("连同", 8))
EVERY_KIND = "全部种类"
EMPTY = "回收站是空的。删除的记录会放在这里，随时可以恢复。"
NOTHING_FOUND = "回收站里没有符合条件的记录。换个种类或词再找。"
FOR_GOOD = "连同修改记录和附件一起从台账文件里清除，谁也找不回来；动过它们的旧操作也不能再撤销。"
AGES = (("一年以前", 365), ("半年以前", 182), ("三个月以前", 91))
MOST_NAMED = 3


class RecycleBinDialog(QDialog):
    """The deleted records at the left, the values of the chosen one at the right."""

    def __init__(self, office: Office, parent: QWidget, *, words: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("回收站")
        self._office = office
        self._table: PagedTable[Binned] = PagedTable("回收站", TITLES, _texts)
        self._values = _make_values()
        self._nothing = QLabel(EMPTY)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._nothing, "muted")
        self._build()
        self._words.setText(words)
        self._connect()
        self.refresh()
        take_room(self)
        self._words.setFocus()

    @property
    def table(self) -> PagedTable[Binned]:
        """The deleted records."""
        return self._table

    @property
    def values(self) -> QTableWidget:
        """What the chosen record held."""
        return self._values

    @property
    def words_box(self) -> QLineEdit:
        """Where the clerk types what to look for."""
        return self._words

    def refresh(self) -> None:
        """Read the bin again as the filters say."""
        kind = str(self._kinds.currentData() or "")
        found = RecycleBin(self._office.store, table=kind, words=self._words.text())
        self._table.read_from(found.more)
        is_empty = not self._table.lines.lines
        is_narrowed = bool(kind or self._words.text().strip())
        self._nothing.setText(NOTHING_FOUND if is_narrowed else EMPTY)
        self._places.setCurrentIndex(1 if is_empty else 0)

    def restore_chosen(self) -> None:
        """Bring the chosen records back."""
        rows = [one.row for one in self._table.selected]
        if rows:
            label = bringing_back.label_for(self._office.store, rows)
            BringingBack(self, self._office, label, self.refresh).start(rows)

    def restore_step(self) -> None:
        """Bring everything back that the step of the chosen record deleted."""
        chosen = self._table.selected
        if chosen:
            step = chosen[0].step
            rows = store_binned.rows_of_step(self._office.store.connection, step.id)
            label = bringing_back.label_for_step(step, len(rows))
            BringingBack(self, self._office, label, self.refresh).start(rows)

    def purge_chosen(self) -> None:
        """Remove the chosen records for good, after naming them."""
        chosen = self._table.selected
        if not chosen:
            return
        named = "、".join(f"{one.label}“{one.title}”" for one in chosen[:MOST_NAMED])
        more = f"等{len(chosen)}条" if len(chosen) > MOST_NAMED else ""
        self._purge([one.row for one in chosen], f"{named}{more}")

    def purge_old(self) -> None:
        """Remove what was deleted long ago for good."""
        answers = (*(words for words, _ in AGES), "取消")
        answer = messages.choose(
            self, "清空多久以前删除的记录？", detail="较近删除的仍留在回收站。", answers=answers
        )
        if answer >= len(AGES):
            return
        words, days = AGES[answer]
        day = clock.today() - timedelta(days=days)
        rows = purging.rows_before(self._office.store, day)
        if not rows:
            self._office.say(f"回收站里没有{words}删除的记录")
            return
        self._purge(rows, f"{words}删除的{purging.counted(rows)}")

    def _purge(self, rows: list[BinnedRow], named: str) -> None:
        store = self._office.store
        if not messages.confirm(self, f"彻底删除{named}？", detail=FOR_GOOD, yes="彻底删除"):
            return

        def tell(_count: int) -> None:
            self._office.say(f"已彻底删除{purging.counted(rows)}")
            self.refresh()

        jobs.run(
            self,
            "正在彻底删除…",
            lambda progress: purging.purge(store, rows, progress),
            tell,
        )

    def _build(self) -> None:
        self._places = QStackedWidget()
        self._places.addWidget(self._make_both())
        self._places.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._make_bar())
        layout.addWidget(self._places, 1)
        layout.addLayout(self._make_buttons())

    def _make_both(self) -> QSplitter:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(theme.px(12))
        both.addWidget(self._table)
        both.addWidget(self._values)
        both.setSizes([theme.chars(62), theme.chars(32)])
        return both

    def _make_bar(self) -> QHBoxLayout:
        self._kinds = CalmCombo()
        self._kinds.setAccessibleName("种类")
        self._kinds.addItem(EVERY_KIND, "")
        for table in store_binned.kinds(self._office.store.connection):
            self._kinds.addItem(BY_TABLE[table].about.label, table)
        self._words = find_line("查找姓名、单位、号码", "在回收站中查找")
        self._words.setFixedWidth(theme.chars(18))
        self._clear = icon_button("清空早于…", "delete")
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._kinds)
        bar.addWidget(self._words)
        bar.addStretch()
        bar.addWidget(self._clear)
        return bar

    def _make_buttons(self) -> QHBoxLayout:
        self._restore = icon_button("恢复", "restore", role="main")
        self._step = icon_button("恢复整步", "undo")
        self._purge_button = icon_button("彻底删除", "delete")
        close = QPushButton("关闭 Esc")
        close.clicked.connect(self.reject)
        self._told = QLabel()
        theme.mark(self._told, "muted")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._told, 1)
        export = icon_button(LABEL, "export")
        export.clicked.connect(self._save_sheet)
        for button in (export, self._purge_button, self._step, self._restore, close):
            row.addWidget(button)
        return row

    def _save_sheet(self) -> None:
        """Save all that the filters let through as a table, also what was not scrolled to."""
        kind, words = str(self._kinds.currentData() or ""), self._words.text()
        store = self._office.store

        def make() -> list[Sheet]:
            found = all_of(RecycleBin(store, table=kind, words=words).more)
            labels = [label for label, _ in TITLES]
            return [sheet_of_lines("回收站", labels, [_texts(one) for one in found])]

        save_made_sheets(self, self._office, "回收站", make)

    def _connect(self) -> None:
        self._kinds.activated.connect(lambda _row: self.refresh())
        self._words.textChanged.connect(lambda _text: self.refresh())
        self._table.chosen.connect(self._follow_choice)
        self._table.doubleClicked.connect(lambda _index: self.restore_chosen())
        self._restore.clicked.connect(self.restore_chosen)
        self._step.clicked.connect(self.restore_step)
        self._purge_button.clicked.connect(self.purge_chosen)
        self._clear.clicked.connect(self.purge_old)

    def _follow_choice(self) -> None:
        chosen = self._table.selected
        for button in (self._restore, self._step, self._purge_button):
            button.setEnabled(bool(chosen))
        self._step.setToolTip(f"把“{chosen[0].step.label}”删掉的全部恢复" if chosen else "")
        count = len(self._table.lines.lines)
        read = (
            f"已列出{count}条，往下滚动继续列出" if self._table.lines.has_more else f"共{count}条"
        )
        self._told.setText(f"{read}，选中{len(chosen)}条" if len(chosen) > 1 else read)
        self._show_values(chosen[0] if chosen else None)

    def _show_values(self, one: Binned | None) -> None:
        shown = recycle_bin.values_of(self._office.store, one.row) if one else []
        self._values.setRowCount(len(shown))
        for row, texts in enumerate(shown):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                self._values.setItem(row, column, item)


def _texts(one: Binned) -> tuple[str, ...]:
    made_at = one.step.made_at[:16].replace("T", " ")
    return one.label, one.title, made_at, one.step.label, one.parts


def _make_values() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setHorizontalHeaderLabels(("项目", "删除时的内容"))
    dress(table)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setAccessibleName("删除时的内容")
    table.setColumnWidth(0, theme.chars(9) + theme.px(16))
    return table
