"""年度结账: closing a year after a look at what is open in it, and opening it with a reason."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from models import closing
from models.errors import Problem
from models.periods import year_period
from reports.summary.checks import check_office
from reports.summary.draft import draft_of
from ui import jobs, keys, messages
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

CLOSED = "属于这一年的记录不能再新增、修改、删除或撤销，数字不会再变。要改，写明原因反结账。"
OPEN = "结账后，属于这一年的记录不能再新增、修改、删除或撤销，数字就不会再变。"
LATER = "合同终止、案件结案、隐患整改等后来发生的事，照样可以补记。"
NOTHING_OPEN = "没有暂存的记录，逻辑检查也没有发现问题，可以结账。"
SEVERITIES = {"error": "有错", "warn": "可疑", "hint": "请看"}


def ask_about_closing(office: Office, parent: QWidget) -> None:
    """Look through the year that the clerk works on, then offer to close it or to open it again."""
    year = office.year
    if closing.is_closed(office.store, year):
        open_dialog(ClosingDialog(office, parent, ()))
        return
    jobs.run(
        parent,
        f"正在检查{year}年度…",
        lambda _progress: left_open(office, year),
        lambda found: open_dialog(ClosingDialog(office, parent, found)),
    )


def left_open(office: Office, year: int) -> list[str]:
    """Return what is put aside and what 逻辑检查 finds, in words."""
    drafts = [f"暂存：{one}" for one in closing.drafts_left(office.store, year)]
    findings = check_office(draft_of(office.store, year_period(year)))
    return [*drafts, *(f"{SEVERITIES[one.severity]}：{one.text}" for one in findings)]


class ClosingDialog(QDialog):
    """What is open in a year, and the one button that closes it or opens it again."""

    def __init__(self, office: Office, parent: QWidget, found: Sequence[str]) -> None:
        super().__init__(parent)
        self._office = office
        self._year = office.year
        self._is_closed = closing.is_closed(office.store, self._year)
        self.setWindowTitle("年度结账")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(12))
        state = "已经结账" if self._is_closed else "还没有结账"
        layout.addWidget(_words(f"{self._year}年度{state}", "title"))
        layout.addWidget(_words((CLOSED if self._is_closed else OPEN) + LATER, ""))
        told = closing.closing_words(office.store, self._year)
        if told:
            layout.addWidget(_words(told, "muted"))
        self._reason = QLineEdit()
        if self._is_closed:
            layout.addLayout(self._make_reason())
        else:
            self._add_found(layout, found)
        layout.addStretch()
        layout.addLayout(self._make_buttons())
        width = theme.chars(44)
        height = max(layout.totalHeightForWidth(width), theme.px(420 if found else 0))
        self.resize(width, height)

    @property
    def reason_box(self) -> QLineEdit:
        """Where the clerk says why a closed year is opened again."""
        return self._reason

    def close_year(self) -> None:
        """Close the year."""
        self._try(
            lambda: closing.close_year(self._office.store, self._year), f"{self._year}年度已结账"
        )

    def reopen_year(self) -> None:
        """Open the year again for the reason that was typed."""
        self._try(
            lambda: closing.reopen_year(self._office.store, self._year, self._reason.text()),
            f"{self._year}年度已反结账，可以修改了；改完请再结账",
        )

    def _try(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(said)
        self.accept()

    def _add_found(self, layout: QVBoxLayout, found: Sequence[str]) -> None:
        if not found:
            layout.addWidget(_words(NOTHING_OPEN, "muted"))
            return
        layout.addWidget(_words(f"结账前请看这{len(found)}处，不处理也可以结账：", ""))
        lines = QListWidget()
        lines.setAccessibleName("结账前要看的")
        lines.setWordWrap(True)
        theme.mark(lines, "lines")
        lines.addItems(list(found))
        layout.addWidget(lines, 1)

    def _make_reason(self) -> QHBoxLayout:
        label = QLabel("反结账原因")
        label.setBuddy(self._reason)
        self._reason.setAccessibleName("反结账原因")
        self._reason.setPlaceholderText("如：漏登一次走访。会记入操作记录，并印在数据来源表上")
        self._reason.setMaxLength(100)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self._reason, 1)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        if self._is_closed:
            main = icon_button("反结账", "open", role="main")
            main.clicked.connect(self.reopen_year)
        else:
            main = icon_button(f"结账 {self._year}年度", "lock", role="main")
            main.clicked.connect(self.close_year)
        cancel = icon_button(keys.label("取消", "give_up"), "clear")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(main)
        return row


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    if role:
        theme.mark(label, role)
    return label
