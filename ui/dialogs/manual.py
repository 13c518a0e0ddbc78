"""The clerk's manual inside the program: its headings, its text, and a search through it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QPalette,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from resources import path
from ui import keys
from ui.dialogs.opening import close_button, take_room
from ui.look import theme
from ui.look.buttons import icon_button

NAME = "手册.md"
CONTENTS_CHARS, TEXT_CHARS = 22, 44
SHORT = """\
# 五分钟上手

1. **导入**：点右上角“导入 Excel”，选企业名单、工会名单等文件，看一遍预览再点“导入”。导错了可以“撤销这次导入”。
2. **改一改**：在“单位与工会”“集体协商”“文书”里点一行，右边就是表单；改完按 F6 保存。
3. **看总结**：“年度总结”里带蓝线的数字都能点开，看它背后的名单。
4. **打印**：按 F8 选花名册、台账、证书或总结，先预览再打印。
5. **备份**：插上U盘，点“备份到U盘”。程序会读回来核对，并试着恢复一遍。

| 按键 | 作用 |
|---|---|
| 回车 | 到下一个格子 |
| F2 或 ↓ | 列出可选项（可输汉字、拼音首字母或代码） |
| F3 / Ctrl+K | 在本页查找 / 在全部台账里查找 |
| F5 / F6 | 新增 / 保存 |
| Esc | 放弃修改 |
| Ctrl+Z / Ctrl+Y | 撤销 / 重做 |
| F8 | 打印 |
"""


class ManualDialog(QDialog):
    """The manual, open at one heading, with what is to be said about a field above it."""

    def __init__(self, parent: QWidget, *, heading: str = "", lines: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._wanted = heading
        self._places: list[QTextBlock] = []
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self.setWindowTitle("手册")
        self._text = QTextBrowser()
        self._text.setAccessibleName("手册")
        self._text.setOpenExternalLinks(False)
        self._text.setMarkdown(manual())
        self._text.document().setDocumentMargin(theme.px(12))
        self._contents = QListWidget()
        self._contents.setAccessibleName("手册目录")
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.mark(self._contents, "lines")
        self._box = QLineEdit()
        self._found = QLabel()
        self._build(lines)
        self._fill_contents()
        self._connect()

    @property
    def headings(self) -> list[str]:
        """The headings of the manual in order."""
        return [block.text() for block in self._places]

    @property
    def heading(self) -> str:
        """The heading at which the manual stands open."""
        item = self._contents.currentItem()
        return item.text().strip() if item else ""

    @property
    def search_box(self) -> QLineEdit:
        """Where words are looked for in the manual."""
        return self._box

    @property
    def found_words(self) -> str:
        """How often the words were found, and which place is shown."""
        return self._found.text()

    def show_heading(self, heading: str) -> None:
        """Turn to a heading."""
        if heading in self.headings:
            self._contents.setCurrentRow(self.headings.index(heading))

    def search(self) -> None:
        """Go to the next place where the words stand, the first after new words."""
        if self._hits:
            self._hit = (self._hit + 1) % len(self._hits)
            self._show_hit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A place in the text is known only once the text has been laid out in its width.
        self.show_heading(self._wanted)
        self._text.setFocus()

    def _build(self, lines: tuple[str, ...]) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(12))
        split.addWidget(self._contents)
        split.addWidget(self._text)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.chars(CONTENTS_CHARS), theme.chars(TEXT_CHARS)])
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_bar())
        if lines:
            column.addWidget(_card(lines))
        column.addWidget(split, 1)
        column.addWidget(close_button(self), 0, Qt.AlignmentFlag.AlignRight)
        take_room(self)

    def _make_bar(self) -> QHBoxLayout:
        self._box.setPlaceholderText(keys.label("在手册里查找", "find"))
        self._box.setAccessibleName("在手册里查找")
        self._box.setClearButtonEnabled(True)
        self._next = icon_button("下一处 回车", "down")
        self._next.setEnabled(False)
        theme.mark(self._found, "muted")
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._box, 1)
        bar.addWidget(self._next)
        bar.addWidget(self._found)
        bar.addStretch(1)
        return bar

    def _connect(self) -> None:
        self._contents.currentRowChanged.connect(self._turn_to)
        self._box.textChanged.connect(self._look_for)
        self._box.returnPressed.connect(self.search)
        self._next.clicked.connect(self.search)
        keys.bind_everywhere(self, "find", self._box.setFocus)

    def _fill_contents(self) -> None:
        block = self._text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level > 1:
                self._places.append(block)
                indent = "　" * (level - 2)
                item = QListWidgetItem(f"{indent}{block.text()}")
                item.setToolTip(block.text())
                self._contents.addItem(item)
            block = block.next()

    def _turn_to(self, row: int) -> None:
        if 0 <= row < len(self._places):
            layout = self._text.document().documentLayout()
            top = layout.blockBoundingRect(self._places[row]).top()
            self._text.verticalScrollBar().setValue(round(top))

    def _look_for(self, words: str) -> None:
        self._hits, self._hit = [], -1
        cursor = QTextCursor(self._text.document())
        while words.strip():
            cursor = self._text.document().find(words.strip(), cursor)
            if cursor.isNull():
                break
            self._hits.append(cursor)
        self._next.setEnabled(bool(self._hits))
        self._found.setText("没有找到" if words.strip() and not self._hits else "")
        self._mark_hits()
        self.search()

    def _show_hit(self) -> None:
        self._found.setText(f"第{self._hit + 1}处，共{len(self._hits)}处")
        plain = QTextCursor(self._hits[self._hit])
        plain.clearSelection()
        self._text.setTextCursor(plain)
        self._text.ensureCursorVisible()
        self._mark_hits()

    def _mark_hits(self) -> None:
        marks = []
        for number, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor  # type: ignore[attr-defined]
            mark.format = _found_format(self.palette(), is_shown=number == self._hit)  # type: ignore[attr-defined]
            marks.append(mark)
        self._text.setExtraSelections(marks)


def manual() -> str:
    """Return the manual, or its short form where the whole does not travel with the program."""
    root = path("").parent
    for place in (root / NAME, root / "docs" / NAME):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    return SHORT


def _found_format(palette: QPalette, *, is_shown: bool) -> QTextCharFormat:
    found = QTextCharFormat()
    if is_shown:
        found.setBackground(palette.highlight())
        found.setForeground(palette.highlightedText())
    else:
        found.setBackground(QColor(theme.now().warn_back))
        found.setForeground(QColor(theme.now().warn))
    return found


def _card(lines: tuple[str, ...]) -> QFrame:
    """Return what is said about one field, above the manual."""
    card = QFrame()
    theme.mark(card, "card")
    words = QLabel(f"<b>{escape(lines[0])}</b><br>{'<br>'.join(map(escape, lines[1:]))}")
    words.setWordWrap(True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(*(theme.px(12),) * 4)
    inside.addWidget(words)
    return card
