"""Two texts of a summary beside each other: what went, what came, which figures changed."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.summary.comparing import (
    FigureChange,
    LineChange,
    Piece,
    changed_figures,
    changed_lines,
    changed_words,
)
from models.summary.versions import Snapshot
from ui.dialogs.opening import close_button, take_room
from ui.look import theme
from ui.look.buttons import icon_button

_MARGIN = {"title": "center", "heading": "left", "paragraph": "left"}


class CompareDialog(QDialog):
    """What lies between two texts."""

    def __init__(
        self, before: Snapshot, after: Snapshot, parent: QWidget | None, *, title: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        lines = changed_lines(before, after)
        figures = changed_figures(before, after)
        count = sum(1 for one in lines if not one.is_same)
        self._summary = QLabel(_count_words(count, len(figures)))
        self._summary.setWordWrap(True)
        theme.mark(self._summary, "section")
        self.text = QTextBrowser()
        self.text.setAccessibleName("两种文字的差别")
        self.text.setHtml(comparison_html(lines, figures))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self._summary)
        column.addWidget(self.text, 1)
        close = close_button(self)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        take_room(self)

    @property
    def words(self) -> str:
        """How much changed."""
        return self._summary.text()


class PassageDialog(QDialog):
    """A paragraph as the clerk has it and as the program would write it now."""

    restore_asked = Signal()
    keep_asked = Signal()

    def __init__(self, own: str, ours: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("程序现在怎么写")
        self.text = QTextBrowser()
        self.text.setAccessibleName("两种文字的差别")
        gone, new = _style("gone"), _style("new")
        self.text.setHtml(
            f"<p><b>您写的</b></p><p>{escape(own)}</p>"
            f"<p><b>程序现在写的</b></p><p>{escape(ours) or '现在没有可写的'}</p>"
            f'<p><b>差别</b>（<span style="{gone}">划去的</span>是您写的，'
            f'<span style="{new}">带线的</span>是程序写的）</p>'
            f"<p>{_pieces(changed_words(own, ours))}</p>"
        )
        keep = icon_button("保留我写的", "tick")
        restore = icon_button("用程序写的", "restore")
        keep.clicked.connect(self.accept)
        keep.clicked.connect(self.keep_asked)
        restore.clicked.connect(self.accept)
        restore.clicked.connect(self.restore_asked)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(restore)
        buttons.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(theme.chars(52), theme.chars(32))


def comparison_html(lines: Sequence[LineChange], figures: Sequence[FigureChange]) -> str:
    """Return two texts as one, with what changed between them marked."""
    return "".join(_parts(lines, figures))


def _parts(lines: Sequence[LineChange], figures: Sequence[FigureChange]) -> Iterator[str]:
    if figures:
        yield "<p><b>变动的数字</b></p><ul>"
        for one in figures:
            yield f"<li>{escape(one.label)}　{escape(one.words)}</li>"
        yield "</ul>"
    yield f"<p><b>全文</b>　{_legend()}</p>"
    for line in lines:
        stands = line.after or line.before
        kind = stands.kind if stands else "paragraph"
        words = _pieces(line.pieces)
        bold = f"<b>{words}</b>" if kind != "paragraph" else words
        yield f'<p align="{_MARGIN[kind]}">{bold}</p>'


def _pieces(pieces: Sequence[Piece]) -> str:
    return "".join(f'<span style="{_style(kind)}">{escape(words)}</span>' for kind, words in pieces)


def _style(kind: str) -> str:
    worn = theme.now()
    styles = {
        "gone": f"color: {worn.error}; text-decoration: line-through;",
        "new": f"color: {worn.ok}; text-decoration: underline;",
    }
    return styles.get(kind, "")


def _legend() -> str:
    gone, new = _style("gone"), _style("new")
    return f'（<span style="{gone}">划去的</span>是前一稿有的，<span style="{new}">带线的</span>是后一稿有的）'


def _count_words(lines: int, figures: int) -> str:
    if not lines and not figures:
        return "两稿完全一样"
    return f"{lines} 段不同，{figures} 个数字变了"
