"""The print centre: choose what to print, see it as it prints, print or save it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.computer import documents_folder
from models.errors import Problem
from models.periods import year_period
from reports.blocks import Document
from reports.catalogue import REPORTS, Report
from reports.output import write_report
from reports.pdf.render import render
from reports.request import PROFILES, Parameter, Request
from ui import messages
from ui.dialogs.opening import take_room
from ui.dialogs.preview import PrintPanel
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.office import Office
from ui.printing import file_name

NOT_CHOSEN = "（不限）"
EXPORTS = {"xlsx": ("Excel", "Excel 工作簿 (*.xlsx)"), "docx": ("Word", "Word 文档 (*.docx)")}


class PreviewDialog(QDialog):
    """One finished document, ready to be printed."""

    def __init__(self, document: Document, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"打印预览 · {document.name}")
        self.panel = PrintPanel(office)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.addWidget(self.panel)
        take_room(self)
        self.panel.show_pdf(render(document).pdf, document.name)


class ReportDialog(QDialog):
    """Everything that can be printed, with its settings and its preview."""

    def __init__(
        self,
        office: Office,
        parent: QWidget,
        *,
        name: str = "",
        answers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("打印")
        self._office = office
        self._report = REPORTS[0]
        self._choices: dict[str, CalmCombo] = {}
        self._typed: dict[str, QLineEdit] = {}
        self.panel = PrintPanel(office)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(16),) * 4)
        row.setSpacing(theme.px(12))
        row.addWidget(self._make_choice())
        row.addWidget(self.panel, 1)
        take_room(self)
        # Enter in a box shows the paper; it must not press the first button of the dialog.
        button: QPushButton
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        names = [one.name for one in REPORTS]
        self._answers = answers or {}
        self._names.setCurrentRow(names.index(name) if name in names else 0)
        self._answers = {}

    def choose(self, name: str) -> None:
        """Show another document."""
        self._names.setCurrentRow([one.name for one in REPORTS].index(name))

    def _make_choice(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "card")
        frame.setFixedWidth(theme.chars(15))
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        title = QLabel("打印什么")
        theme.mark(title, "section")
        self._names = QListWidget()
        self._names.setSpacing(theme.px(4))
        self._names.addItems([one.label for one in REPORTS])
        self._names.setAccessibleName("打印什么")
        self._names.currentRowChanged.connect(self._choose_row)
        self._settings = QVBoxLayout()
        self._profile = CalmCombo()
        self._profile.addItems(PROFILES)
        self._profile.setAccessibleName("给谁看")
        self._profile.activated.connect(lambda _row: self._show())
        self._exports = {ending: self._export_button(ending) for ending in EXPORTS}
        column.addWidget(title)
        column.addWidget(self._names, 1)
        column.addWidget(_muted("给谁看（公示版会略去个人信息）"))
        column.addWidget(self._profile)
        column.addLayout(self._settings)
        for button in self._exports.values():
            column.addWidget(button)
        return frame

    def _export_button(self, ending: str) -> QPushButton:
        program, _ = EXPORTS[ending]
        button = icon_button(f"导出 {program}", "export")
        button.clicked.connect(lambda: self._save_as(ending))
        return button

    def _choose_row(self, row: int) -> None:
        self._report = REPORTS[row]
        self._profile.setCurrentText(self._report.profile)
        for ending, button in self._exports.items():
            button.setVisible(ending in self._report.formats)
        self._show_settings(self._report)
        self._show()

    def _show_settings(self, report: Report) -> None:
        while item := self._settings.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._choices, self._typed = {}, {}
        for parameter in report.parameters:
            if parameter.choices:
                self._add_setting(parameter)
            elif parameter.is_typed:
                self._add_typed(parameter)

    def _add_setting(self, parameter: Parameter) -> None:
        label = _muted(parameter.label)
        combo = CalmCombo()
        combo.setAccessibleName(parameter.label)
        if not parameter.is_required:
            combo.addItem(parameter.unset or NOT_CHOSEN, "")
        for value, words in parameter.choices.items():
            combo.addItem(words, value)
        combo.setToolTip(parameter.help)
        chosen = combo.findData(self._answers.get(parameter.key))
        combo.setCurrentIndex(max(chosen, 0))
        combo.activated.connect(lambda _row: self._show())
        combo.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choices[parameter.key] = combo
        self._settings.addWidget(label)
        self._settings.addWidget(combo)

    def _add_typed(self, parameter: Parameter) -> None:
        label = _muted(parameter.label)
        box = QLineEdit(self._answers.get(parameter.key, ""))
        box.setAccessibleName(parameter.label)
        box.setPlaceholderText(parameter.unset)
        box.setToolTip(parameter.help)
        label.setBuddy(box)
        box.editingFinished.connect(self._show)
        self._typed[parameter.key] = box
        self._settings.addWidget(label)
        self._settings.addWidget(box)

    def _request(self) -> Request:
        values = {key: combo.currentData() for key, combo in self._choices.items()}
        values |= {key: box.text().strip() for key, box in self._typed.items()}
        return self._report.request(
            year_period(self._office.year),
            profile=self._profile.currentText(),
            values={key: value for key, value in values.items() if value},
        )

    def _show(self) -> None:
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            document = self._report.document(self._office.store, self._request())
            self.panel.show_pdf(render(document).pdf, document.name)
        except Problem as problem:
            self.panel.show_nothing(str(problem))
        finally:
            self.unsetCursor()

    def _save_as(self, ending: str) -> None:
        program, kinds = EXPORTS[ending]
        proposal = documents_folder() / f"{file_name(self._report.label)}.{ending}"
        path = messages.door.save_file(self, f"导出 {program}", proposal=proposal, kinds=kinds)
        if path is None:
            return
        try:
            write_report(self._office.store, self._report.name, self._request(), path)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已导出 {path}")


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    theme.mark(label, "muted")
    return label
