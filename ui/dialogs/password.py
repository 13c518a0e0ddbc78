"""Setting, changing and taking away the start password of the open file."""

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from models import access
from models.errors import Problem
from ui import messages
from ui.dialogs.opening import lay_out
from ui.lock import HONEST
from ui.look import theme
from ui.look.combo import CalmCombo
from ui.office import Office

IDLE_MINUTES = (None, 5, 10, 15, 30, 60)
WIDTH_CHARS = 36
SAVED = "启动密码已保存，下次打开这份台账时要输入"
SAVED_IN_PRACTICE = "启动密码已保存；练习镇不问密码，您自己的台账打开时才问"


class PasswordDialog(QDialog):
    """Asks for the new password twice, and for the old one where there is one."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._has_one = access.is_protected(office.store)
        self._old, self._new, self._again = _entry(), _entry(), _entry()
        self._idle = self._make_idle()
        self.setWindowTitle("更换启动密码" if self._has_one else "设置启动密码")
        self._build()

    @property
    def words(self) -> str:
        """What is wrong with what was typed."""
        return self._problem.text()

    def save(self) -> None:
        """Keep the password, or only the idle minutes when no new one was typed."""
        if not self._may_change():
            return
        new, minutes = self._new.text(), self._idle.currentData()
        if new != self._again.text():
            self._refuse("两次输入的新密码不一样，请重新输入。", self._again)
            return
        try:
            if new or not self._has_one:
                access.set_password(self._office.store, new, idle=minutes)
            else:
                access.set_idle(self._office.store, minutes)
        except Problem as problem:
            self._refuse(str(problem), self._new)
            return
        self._office.say(SAVED_IN_PRACTICE if self._office.is_practice else SAVED)
        self.accept()

    def remove(self) -> None:
        """Open the file without a password from now on."""
        if not self._may_change():
            return
        try:
            access.remove_password(self._office.store)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say("已去掉启动密码")
        self.accept()

    def _may_change(self) -> bool:
        if access.is_password(self._office.store, self._old.text()):
            return True
        self._refuse("现在的密码不对，请重新输入。", self._old)
        return False

    def _refuse(self, words: str, entry: QLineEdit) -> None:
        self._problem.setText(words)
        self._problem.show()
        entry.setFocus()
        entry.selectAll()

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setSpacing(theme.px(8))
        fields: list[tuple[str, QWidget]] = [
            ("新密码", self._new),
            ("再输一次", self._again),
            ("闲置锁定", self._idle),
        ]
        if self._has_one:
            fields.insert(0, ("现在的密码", self._old))
        for label, field in fields:
            field.setAccessibleName(label)
            rows.addRow(label, field)
        body = QWidget()
        body.setLayout(rows)
        rows.setContentsMargins(0, 0, 0, 0)
        self._problem, honest = QLabel(), QLabel(HONEST)
        for one, role in ((self._problem, "error"), (honest, "help")):
            one.setWordWrap(True)
            theme.mark(one, role)
        self._problem.hide()
        parts: list[QWidget] = [body, self._problem, honest]
        if self._has_one:
            parts.insert(2, self._make_removal())
            self._new.setPlaceholderText("不换密码就空着")
        lay_out(self, parts, "保存", self.save)
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def _make_removal(self) -> QWidget:
        remove = QPushButton("去掉密码")
        remove.clicked.connect(self.remove)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(remove)
        row.addStretch()
        return place

    def _make_idle(self) -> CalmCombo:
        idle = CalmCombo()
        for minutes in IDLE_MINUTES:
            idle.addItem(f"{minutes}分钟没有操作就锁定" if minutes else "不自动锁定", minutes)
        kept = access.idle_minutes(self._office.store)
        idle.setCurrentIndex(max(idle.findData(kept), 0))
        return idle


def _entry() -> QLineEdit:
    entry = QLineEdit()
    entry.setEchoMode(QLineEdit.EchoMode.Password)
    return entry
