"""The box in which a signed negotiation gets its contracts."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models import codes
from models.fields import fields_of
from models.negotiation_case import Case
from models.negotiation_contracts import Signatory, Terms, needs_seal, signatories, usual_end
from models.reading import Refused
from models.records.bargaining import Contract
from models.rules.negotiation_delegates import SINGLE
from ui.forms.choosers import editor_for
from ui.forms.editors import Editor
from ui.look import theme
from ui.office import Office

WAGES = "2"
FIELDS = ("kind", "title", "signed_on", "valid_from", "valid_to")
CHOSEN = Qt.ItemDataRole.UserRole


class SigningDialog(QDialog):
    """Asks for what all contracts share, and which enterprises signed."""

    signed = Signal(object, object)

    def __init__(self, case: Case, office: Office, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._office = office
        self.setWindowTitle(f"{case.negotiation.title} · 登记签字")
        self._kind = WAGES
        self._editors: dict[str, Editor] = {}
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        theme.mark(self._problem, "error")
        self._problem.hide()
        self._told = QLabel()
        self._told.setWordWrap(True)
        theme.mark(self._told, "muted")
        self._list = QListWidget()
        self._list.setAccessibleName("签字的企业")
        self._list.setSpacing(theme.px(4))
        self._list.setMinimumHeight(theme.px(240))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_fields(today))
        column.addWidget(self._told)
        column.addWidget(self._list, 1)
        column.addWidget(self._problem)
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(theme.chars(40))
        self._show_signatories()
        self._editors["kind"].changed.connect(self._follow_kind)

    def _make_fields(self, today: date) -> QGridLayout:
        values = {
            "kind": WAGES,
            "title": self._title(WAGES),
            "signed_on": today,
            "valid_from": today,
            "valid_to": usual_end(today),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        for row, name in enumerate(FIELDS):
            field = fields_of(Contract)[name]
            editor = self._editors[name] = editor_for(field, self._office.store)
            editor.show_value(values[name])
            editor.control.setAccessibleName(field.label)
            label = QLabel(field.label)
            label.setBuddy(editor.control)
            theme.mark(label, "label")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, 0)
            grid.addWidget(editor, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _make_buttons(self) -> QHBoxLayout:
        leave, self._save_button = QPushButton("取消"), QPushButton("登记合同")
        theme.mark(self._save_button, "main")
        leave.clicked.connect(self.reject)
        self._save_button.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(self._save_button)
        return row

    def _title(self, kind: str) -> str:
        own = self._case.negotiation
        stem = own.title.removesuffix("工资集体协商").removesuffix("集体协商")
        return f"{stem}{codes.table('contract_kind').label(kind)}"

    def _follow_kind(self) -> None:
        """Show who signs this kind; the title follows unless the clerk wrote another one."""
        try:
            kind = str(self._editors["kind"].read().value)
        except Refused:
            return
        title = self._editors["title"]
        if kind and title.read().value == self._title(self._kind):
            title.show_value(self._title(kind))
        self._kind = kind or self._kind
        self._show_signatories()

    def _show_signatories(self) -> None:
        found = signatories(self._office.store, self._case, self._kind)
        must_seal = needs_seal(self._office.store, self._case)
        self._list.clear()
        for one in found:
            item = QListWidgetItem(_words_for(one, must_seal=must_seal))
            is_chosen = one.is_sealed or not must_seal
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            item.setData(CHOSEN, one)
            self._list.addItem(item)
        self._list.setVisible(bool(found))
        self._save_button.setEnabled(bool(found))
        self._told.setText(self._words_about(found, must_seal=must_seal))

    def _words_about(self, found: list[Signatory], *, must_seal: bool) -> str:
        if found:
            seal = "；当地规定企业盖章确认后才受约束" if must_seal else ""
            return f"给打勾的企业各登记一份合同，已有合同的连到这次协商{seal}。"
        if self._case.contracts:
            return "这些企业的这种合同都已登记。"
        if self._case.negotiation.scope == SINGLE:
            return "请先在协商里填写企业名称。"
        return "先在“合同覆盖企业”里登记参加的企业，或导入覆盖企业确认表，再来登记签字。"

    def _save(self) -> None:
        chosen = [
            item.data(CHOSEN)
            for item in (self._list.item(row) for row in range(self._list.count()))
            if item.checkState() == Qt.CheckState.Checked
        ]
        terms = self._read()
        if terms is None:
            return
        if not chosen:
            self._complain("请至少给一家企业打勾")
            return
        self.signed.emit(chosen, terms)
        self.accept()

    def _read(self) -> Terms | None:
        values: dict[str, object] = {}
        for name, editor in self._editors.items():
            try:
                values[name] = editor.read(self._office.year).value
            except Refused as refusal:
                self._complain(f"{editor.field.label}：{refusal}")
                return None
            if name != "title" and editor.field.is_blank(values[name]):
                self._complain(f"请填写{editor.field.label}")
                return None
        start, end = values["valid_from"], values["valid_to"]
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self._complain("有效期止早于有效期起")
            return None
        return Terms(**values)  # type: ignore[arg-type]

    def _complain(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()


def _words_for(one: Signatory, *, must_seal: bool) -> str:
    words = [one.unit_name]
    if one.workers is not None:
        words.append(f"覆盖职工{one.workers:,}人")
    if one.registered is not None:
        words.append("已有合同")
    if must_seal and not one.is_sealed:
        words.append("还没有盖章确认")
    return "　".join(words)
