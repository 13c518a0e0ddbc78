"""The chosen batch: its head, its lines, the sums, and what can be done with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

from models.aid import AidSheet
from models.records.aid import AidBatch
from models.records.hardship_file import HardshipFile
from models.values.money import capital_money, show_money
from ui import keys
from ui.lists.state import EmptyState
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.pages.aid.extras import LineExtras
from ui.pages.aid.grid import AidGrid, AidModel
from ui.pages.aid.head import HeadEditor

ADVICE = (
    "先填好批次名称、类别和发放日期，再点“加入在档户”勾选，一次填好金额。"
    "不是在档户的点“加入其他人”，要写明原因。"
)
LOCKED = "这一批已全部签领，不能再改。发错了的把光标放在那一行，点“冲正本行”，会加一行负数。"


class SheetPanel(QFrame):
    """What is typed here is a draft until it is saved as one step."""

    edited = Signal()
    save_asked = Signal()
    given_up = Signal()
    files_asked = Signal()
    delete_asked = Signal()
    print_asked = Signal()
    history_asked = Signal()
    reversal_asked = Signal(int)

    def __init__(self, office: Office, batch: AidBatch) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._office = office
        self._is_head_changed = False
        self._said = ""
        self._sheet = AidSheet.open(office.store, batch)
        self._model = AidModel(self._sheet, lambda: office.year)
        self._build()
        self._connect()

    @property
    def sheet(self) -> AidSheet:
        """The batch that is shown, as it stands on the screen."""
        return self._sheet

    @property
    def grid(self) -> AidGrid:
        """The lines."""
        return self._grid

    @property
    def head(self) -> HeadEditor:
        """The fields over the lines."""
        return self._head

    @property
    def totals(self) -> str:
        """The sums as they are shown."""
        return self._totals.text()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._is_head_changed or self._sheet.is_changed

    def show_sheet(self, sheet: AidSheet) -> None:
        """Show a batch as it is kept."""
        self._sheet = sheet
        self._is_head_changed = False
        self._head.show_batch(sheet.batch, is_locked=sheet.is_locked)
        self._model.show_sheet(sheet)
        self.say("")
        self._refresh()

    def show_typed(self, head: Mapping[str, str]) -> None:
        """Show lines that were put back into the sheet, and what was typed over them."""
        self._head.take_raw(head)
        self._is_head_changed = True
        self._model.show_sheet(self._sheet)
        self._refresh()
        self._note_change()

    def start(self) -> None:
        """Put the cursor into the head of a new batch."""
        self._head.focus_first()

    def focus_lines(self) -> None:
        """Put the cursor into the first amount."""
        self._grid.go_to(0)

    def take(self) -> AidSheet | None:
        """Return the sheet with its head as typed, None when a field cannot be read."""
        batch = self._head.read(self._office.year)
        if batch is None:
            self.say("还没有保存，请改正标红的地方")
            return None
        if batch != self._sheet.batch:
            self._sheet.change_batch(batch)
        return self._sheet

    def add_files(self, files: Sequence[HardshipFile], amounts: Mapping[str, int | None]) -> None:
        """Put households into the batch and the cursor into the first of them."""
        first = len(self._sheet.items)
        self._sheet.add_files(files, amounts)
        self._model.show_sheet(self._sheet)
        self._refresh()
        self._note_change()
        self._grid.go_to(first)

    def say(self, text: str) -> None:
        """Say how things stand beside the buttons."""
        self._said = text
        self._show_state()

    def say_head(self, name: str, text: str) -> None:
        """Show what is wrong with the head."""
        self.say(f"还没有保存：{text}")
        self._head.say(name, text)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        gap = theme.px(12)
        outer.setContentsMargins(gap, gap, gap, gap)
        outer.setSpacing(theme.px(8))
        self._head = HeadEditor(self._office.store)
        outer.addWidget(self._head)
        outer.addLayout(self._make_bar())
        outer.addWidget(self._make_lock())
        self._grid = AidGrid(self._model)
        self._lines = QStackedWidget()
        self._lines.addWidget(self._grid)
        self._lines.addWidget(EmptyState("这一批还没有人", ADVICE, can_import=False))
        outer.addWidget(self._lines, 1)
        self._extras = LineExtras()
        outer.addWidget(self._extras)
        self._totals = QLabel()
        self._totals.setWordWrap(True)
        outer.addWidget(self._totals)
        outer.addLayout(self._make_footer())

    def _make_bar(self) -> FlowLayout:
        self._add_files = icon_button("加入在档户", "add")
        self._add_person = icon_button("加入其他人", "add")
        self._remove = icon_button("移出本行", "clear")
        self._sign_all = icon_button("全部签字", "good")
        self._reverse = icon_button("冲正本行", "undo")
        self._print = icon_button("打印签领表", "print")
        row = FlowLayout(gap=theme.px(8))
        for button in (self._add_files, self._add_person, self._remove, self._sign_all):
            row.addWidget(button)
        row.add_spring()
        hint = QLabel("回车向下　Tab 向右　空格签字")
        theme.mark(hint, "help")
        for widget in (hint, self._reverse, self._print):
            row.addWidget(widget)
        return row

    def _make_lock(self) -> QFrame:
        self._lock = QFrame()
        theme.mark(self._lock, "warn-box")
        words = QLabel(LOCKED)
        words.setWordWrap(True)
        row = QHBoxLayout(self._lock)
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))
        row.addWidget(words)
        return self._lock

    def _make_footer(self) -> QVBoxLayout:
        self._state = QLabel()
        self._state.setWordWrap(True)
        theme.mark(self._state, "muted")
        # Room for a line at all times, so that the grid does not shrink under the cursor.
        self._state.setMinimumHeight(theme.px(20))
        self._attachments = icon_button("附件", "attach", role="link")
        self._history = icon_button("修改记录", "history", role="link")
        self._delete = icon_button("删除批次", "delete")
        self._give_up = QPushButton(keys.label("放弃", "give_up"))
        self._save = QPushButton(keys.label("保存", "save"))
        theme.mark(self._save, "main")
        row = FlowLayout(gap=theme.px(8))
        row.add_spring()
        links = (self._attachments, self._history)
        for button in (*links, self._delete, self._give_up, self._save):
            row.addWidget(button)
        footer = QVBoxLayout()
        footer.addWidget(self._state)
        footer.addLayout(row)
        return footer

    def _connect(self) -> None:
        keys.bind(self, "give_up", self.given_up.emit)
        self._head.edited.connect(self._note_head)
        self._head.settled.connect(self._settle_head)
        self._model.edited.connect(self._note_lines)
        self._model.refused.connect(self.say)
        self._grid.row_chosen.connect(lambda _row: self._show_line())
        self._grid.removal_asked.connect(self._remove_line)
        self._extras.changed.connect(self._change_line)
        self._extras.refused.connect(self.say)
        self._add_files.clicked.connect(self.files_asked)
        self._add_person.clicked.connect(self._start_person)
        self._remove.clicked.connect(lambda: self._remove_line(self._grid.row))
        self._sign_all.clicked.connect(self._sign_everybody)
        self._reverse.clicked.connect(lambda: self.reversal_asked.emit(self._grid.row))
        self._print.clicked.connect(self.print_asked)
        self._attachments.clicked.connect(lambda: self._office.show_attachments(self._sheet.batch))
        self._history.clicked.connect(self.history_asked)
        self._delete.clicked.connect(self.delete_asked)
        self._give_up.clicked.connect(self.given_up)
        self._save.clicked.connect(self.save_asked)

    def _start_person(self) -> None:
        place = self._sheet.add_person()
        self._model.show_sheet(self._sheet)
        self._refresh()
        self._note_change()
        self._grid.go_to(place, 1)

    def _remove_line(self, row: int) -> None:
        if self._sheet.is_locked or not 0 <= row < len(self._sheet.items):
            return
        self._sheet.remove(row)
        self._model.show_sheet(self._sheet)
        self._refresh()
        self._note_change()
        self._grid.go_to(min(row, len(self._sheet.items) - 1))

    def _sign_everybody(self) -> None:
        for row in range(len(self._sheet.items)):
            self._sheet.sign(row, is_signed=True)
        self._model.refresh()
        self._note_lines()

    def _change_line(self, name: str, value: object) -> None:
        row = self._grid.row
        if 0 <= row < len(self._sheet.items):
            self._sheet.change(row, **{name: value})
            self._model.refresh()
            self._note_lines()

    def _note_head(self) -> None:
        self._is_head_changed = True
        self._note_change()

    def _settle_head(self) -> None:
        """Let the caps follow the kind and the day as soon as they are typed."""
        if self._is_head_changed and self.take() is not None:
            self._model.refresh()
            self._refresh()

    def _note_lines(self) -> None:
        self._refresh()
        if self._sheet.is_changed:
            self._note_change()

    def _note_change(self) -> None:
        self.say("改过，还没有保存")
        self.edited.emit()

    def _refresh(self) -> None:
        """Show the sums, what is wrong, and which buttons are of use."""
        sheet = self._sheet
        self._lines.setCurrentIndex(0 if sheet.items else 1)
        self._lock.setVisible(sheet.is_locked)
        for button in (self._add_files, self._add_person, self._remove, self._save):
            button.setEnabled(not sheet.is_locked)
        self._sign_all.setEnabled(not sheet.is_locked and sheet.signed < len(sheet.items))
        self._reverse.setVisible(sheet.is_locked)
        self._print.setEnabled(bool(sheet.items))
        for link in (self._attachments, self._history):
            link.setVisible(sheet.batch.id is not None)
        self._delete.setEnabled(sheet.batch.id is not None and not sheet.is_locked)
        self._show_line()
        self._totals.setText(self._sum_words())

    def _show_line(self) -> None:
        self._extras.show_line(self._sheet, self._grid.row)
        self._show_state()

    def _show_state(self) -> None:
        """Say how things stand, and all there is to say about the line with the cursor."""
        row, words = self._grid.row, ""
        if 0 <= row < len(self._sheet.items):
            level, text = self._sheet.words(row)
            colour = theme.now().error if level == "error" else theme.now().warn
            words = f'<span style="color:{colour}">第{row + 1}行：{text}</span>' if text else ""
        self._state.setText("<br>".join(one for one in (words, self._said) if one))

    def _sum_words(self) -> str:
        sheet = self._sheet
        if not sheet.items:
            return ""
        wrong = sum(sheet.words(row)[0] == "error" for row in range(len(sheet.items)))
        parts = [
            f"合计 {len(sheet.items)}行",
            f"<b>{show_money(sheet.total)}元</b>",
            f"人民币{capital_money(sheet.total)}",
            f"已签 {sheet.signed}/{len(sheet.items)}",
        ]
        if wrong:
            parts.append(f'<span style="color:{theme.now().error}">{wrong}行要改</span>')
        return "&nbsp;&nbsp;&nbsp;".join(parts)
