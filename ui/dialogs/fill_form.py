"""Filling a form from above for chosen records: one file each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from models.computer import documents_folder
from models.county_forms.filling import FillPlan, period_for, plan_fill, title_for
from models.county_forms.mapping import forms
from models.records.base import Record
from models.records.county_forms import CountyForm
from reports.filling.fill import save_filled
from ui import jobs, messages
from ui.dialogs.opening import answer_row
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.office import Office
from ui.printing import file_name

KINDS = "Excel 工作簿 (*.xlsx)"
WIDTH_CHARS = 36


class FillFormDialog(QDialog):
    """Asks which form; one record is saved as a file, several into a folder."""

    def __init__(self, records: Sequence[Record], office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._records = records
        self._office = office
        self._forms = forms(office.store, records[0].about.table)
        self.setWindowTitle("填上级表格")
        self.choice = CalmCombo()
        for one in self._forms:
            self.choice.addItem(one.name)
        self.choice.setAccessibleName("哪一张表")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        words = QLabel(self._advice())
        words.setWordWrap(True)
        label = QLabel("哪一张表")
        label.setBuddy(self.choice)
        theme.mark(label, "label")
        for widget in (words, label, self.choice):
            column.addWidget(widget)
        column.addStretch()
        doing = icon_button("填好另存…", "export", role="main")
        doing.setEnabled(bool(self._forms))
        doing.clicked.connect(self.save)
        column.addLayout(answer_row(self, doing))
        self.setMinimumWidth(theme.chars(WIDTH_CHARS))

    def save(self) -> None:
        """Ask for a place, then fill the form for each record."""
        form = self._forms[self.choice.currentIndex()]
        place = self._ask_file(form) if len(self._records) == 1 else self._ask_folder()
        if place is None:
            return
        store, records = self._office.store, self._records
        period = period_for(store, form, self._office.year)

        def work(progress: jobs.Progress) -> list[Path]:
            made: list[Path] = []
            for number, record in enumerate(records):
                progress(f"正在填 {store.title_of(record)}", number, len(records))
                plan = plan_fill(store, form, period, record=record)
                made.append(save_filled(plan, self._path_for(place, plan, made)))
            return made

        jobs.run(self, "正在填表…", work, self._tell)

    def _advice(self) -> str:
        about = self._records[0].about
        if not self._forms:
            return (
                f"还没有每个{about.label}填一张的表。到“年度总结 · 上级表格”选空表，"
                f"把“填给”改成“每个{about.label}”，对应一次就能在这里用。"
            )
        if len(self._records) == 1:
            return f"给“{self._office.store.title_of(self._records[0])}”填一张。"
        return f"给选中的{len(self._records)}{about.measure}各填一张，存到一个文件夹里。"

    def _ask_file(self, form: CountyForm) -> Path | None:
        title = self._office.store.title_of(self._records[0])
        proposal = documents_folder() / f"{file_name(f'{form.name}（{title}）')}.xlsx"
        return messages.door.save_file(self, "填好另存", proposal=proposal, kinds=KINDS)

    def _ask_folder(self) -> Path | None:
        return messages.door.choose_folder(self, "存到哪个文件夹", start=documents_folder())

    def _path_for(self, place: Path, plan: FillPlan, made: Sequence[Path]) -> Path:
        """Return where a record's form goes; namesakes get a number."""
        if len(self._records) == 1:
            return place
        name = file_name(title_for(self._office.store, plan))
        path = place / f"{name}.xlsx"
        number = 2
        while path in made:
            path = place / f"{name}{number}.xlsx"
            number += 1
        return path

    def _tell(self, made: list[Path]) -> None:
        where = made[0] if len(made) == 1 else made[0].parent
        self._office.say(f"已填好{len(made)}张，存到 {where}")
        self.accept()
