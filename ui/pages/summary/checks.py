"""逻辑检查 beside the editor: what is wrong or doubtful in the figures and in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.proofreading.findings import Finding
from models.proofreading.telling import state_words
from reports.workbook import Sheet
from ui.lists.view_sheets import sheet_of_lines
from ui.look import icons, theme
from ui.look.buttons import icon_button, link_button
from ui.office import Office
from ui.sheet_saving import export_button

FINDING = Qt.ItemDataRole.UserRole
GROUPS = ("数据", "文字", "提示")
MARKS = {"error": ("warning", "error"), "warn": ("warning", "warn"), "hint": ("search", "muted")}


class ChecksPanel(QWidget):
    """Findings in groups: 数据, 文字, and 提示 that keep no summary from being 逻辑正确.

    Whoever holds the panel runs the check (reports.summary.checks.check_draft) and hands over what
    it found with show_findings, also each time check_asked is emitted by 再检查. finding_chosen
    carries the Finding that was clicked: one about words names section, paragraph, start and end;
    one about figures has the code of the doubtful figure first in its figures. mend_asked carries
    one whose words are to be exchanged for its replacement, at all its places.
    """

    check_asked = Signal()
    finding_chosen = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._findings: tuple[Finding, ...] = ()
        self._ignored: set[tuple[object, ...]] = set()
        self._state = QLabel()
        self._list = QListWidget()
        self._build(office)
        office.year_changed.connect(self._forget)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are shown, in their order."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(one.data(FINDING) for one in items if one.data(FINDING) is not None)

    @property
    def words(self) -> str:
        """The line that says how the check ended."""
        return self._state.text()

    @property
    def open_count(self) -> int:
        """How many findings keep the summary from being 逻辑正确."""
        return sum(one.severity != "hint" for one in self.findings)

    @property
    def list_view(self) -> QListWidget:
        """The findings as the clerk sees them."""
        return self._list

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Take what a check found; what was ignored stays away, the chosen line stays chosen."""
        self._findings = tuple(findings)
        self._show()

    def ignore_chosen(self) -> None:
        """Leave out the chosen finding until the file is opened again."""
        finding = self._chosen()
        if finding is not None:
            self._ignored.add(finding.identity)
            self._show()

    def recall_ignored(self) -> None:
        """Show again what was ignored."""
        self._forget()
        self._show()

    def _forget(self) -> None:
        self._ignored.clear()

    def _show(self) -> None:
        open_ones = [one for one in self._findings if one.identity not in self._ignored]
        row, chosen = self._list.currentRow(), self._chosen()
        self._list.clear()
        for title in GROUPS:
            self._add_group(title, [one for one in open_ones if _group_of(one) == title])
        if chosen is not None:
            self._choose_again(chosen, row)
        self._tell_state(open_ones)

    def _chosen(self) -> Finding | None:
        item = self._list.currentItem()
        found = item.data(FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def _choose_again(self, chosen: Finding, row: int) -> None:
        """Choose the same finding, or the one that has come to its place when it is mended."""
        rows = range(self._list.count())
        found = [(one, self._list.item(one).data(FINDING)) for one in rows]
        same = [one for one, each in found if each and each.identity == chosen.identity]
        behind = [one for one, each in found if each and one >= row]
        if same or behind:
            self._list.setCurrentRow((same or behind)[0])

    def _add_group(self, title: str, findings: Sequence[Finding]) -> None:
        if not findings:
            return
        header = QListWidgetItem(f"{title}　{len(findings)}处")
        header.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self._list.font())
        font.setBold(True)
        header.setFont(font)
        self._list.addItem(header)
        for one in findings:
            name, tone = MARKS[one.severity]
            drawn = icons.icon(name, theme.now().tone(tone))
            item = QListWidgetItem(drawn, one.sentence)
            item.setData(FINDING, one)
            item.setToolTip(f"“{one.words}”" if one.words else "点一下，看这个数字是怎么来的")
            self._list.addItem(item)

    def _tell_state(self, open_ones: Sequence[Finding]) -> None:
        ignored = len({one.identity for one in self._findings} & self._ignored)
        is_right = all(one.severity == "hint" for one in open_ones)
        theme.mark(self._state, "ok" if is_right else "title")
        self._state.setText(state_words(open_ones))
        self._list.setVisible(bool(open_ones))
        self._nothing.setVisible(not open_ones)
        self._ignore.setVisible(bool(open_ones))
        self._mend.setVisible(bool(open_ones))
        self._export.setVisible(bool(open_ones))
        self._tell_choice()
        self._recall.setText(f"已忽略 {ignored} 处，重新列出")
        self._recall.setVisible(ignored > 0)

    def _tell_choice(self) -> None:
        chosen = self._chosen()
        self._ignore.setEnabled(chosen is not None)
        self._mend.setEnabled(chosen is not None and chosen.can_be_mended)
        self._mend.setText(_cure_of(chosen))

    def _ask_mending(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.can_be_mended:
            self.mend_asked.emit(chosen)

    def _choose(self, item: QListWidgetItem) -> None:
        finding = item.data(FINDING)
        if finding is not None:
            self.finding_chosen.emit(finding)

    def _sheets(self) -> list[Sheet]:
        lines = [
            (_group_of(one), one.words, one.text, one.advice, one.replacement or "")
            for one in self.findings
        ]
        labels = ("类别", "文中的话", "问题", "建议", "改成")
        return [sheet_of_lines("逻辑检查结果", labels, lines, under=(self.words,))]

    def _build(self, office: Office) -> None:
        again = icon_button("再检查", "redo")
        again.clicked.connect(self.check_asked)
        head = QHBoxLayout()
        head.addWidget(self._state, 1)
        head.addWidget(again)
        self._export = export_button(office, lambda: "逻辑检查结果", self._sheets)
        head.addWidget(self._export)
        self._nothing = QLabel("数字之间对得上，文字里没有发现问题。")
        self._nothing.setWordWrap(True)
        theme.mark(self._nothing, "muted")
        self._list.setWordWrap(True)
        # Lines that wrap anew take other heights, and a bar that comes and goes narrows them.
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        theme.mark(self._list, "lines")
        self._list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._list.setAccessibleName("逻辑检查的结果")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._ignore = link_button("忽略选中的这一处")
        self._ignore.clicked.connect(self.ignore_chosen)
        self._mend = icon_button("照改这一处", "good")
        self._mend.clicked.connect(self._ask_mending)
        self._list.currentItemChanged.connect(lambda _item, _before: self._tell_choice())
        self._recall = link_button("")
        self._recall.clicked.connect(self.recall_ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._mend)
        foot.addWidget(self._ignore)
        foot.addStretch()
        column.addLayout(foot)
        column.addWidget(self._recall, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._tell_state(())


def _group_of(finding: Finding) -> str:
    if finding.severity == "hint":
        return "提示"
    return "文字" if finding.is_about_words else "数据"


def _cure_of(finding: Finding | None) -> str:
    """Return what the button says that it does with a finding."""
    if finding is not None and finding.figure_instead:
        return "换成台账的数"
    return "照改这几处" if finding is not None and finding.more else "照改这一处"
