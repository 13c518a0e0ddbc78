"""A list leaves the program as the official form: asks which records, and where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from models.computer import documents_folder
from models.lists.official import MEMBERS, UNIONS, OfficialForm
from models.official_rows import records_for
from models.records.base import Record
from models.records.members import Member
from models.records.unions import Union
from reports.official import paper_for, write_official
from ui import jobs, keys, messages
from ui.lists.commands import ListContext
from ui.lists.selection import selected_ids
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.printing import file_name

FORM_OF: dict[type[Record], OfficialForm] = {Member: MEMBERS, Union: UNIONS}
EVERYBODY, LISTED, SELECTED, OF_UNION, EMPTY = "everybody", "listed", "selected", "union", "empty"
SHEETS = "Excel 工作簿 (*.xlsx)"
ADVICE = (
    "按上级工会的表样导出：列、次序、列宽和下拉框都照原表，证件号码和电话是文本。"
    "“空表”可以发给各单位填，填好了直接导入。"
)


class OfficialFormDialog(QDialog):
    """Asks which members or unions the official form is filled with."""

    def __init__(self, context: ListContext) -> None:
        super().__init__(context.table.window())
        self._context = context
        self._form = FORM_OF[context.record_type]
        self.setWindowTitle(f"导出{self._form.title}")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        words = QLabel(ADVICE)
        words.setWordWrap(True)
        column.addWidget(words)
        self._which = self._make_which()
        self._union = self._make_union()
        column.addLayout(self._make_questions())
        column.addStretch()
        column.addLayout(self._make_buttons())
        self.setMinimumWidth(theme.chars(36))
        self._show_union()

    @property
    def which(self) -> CalmCombo:
        """Which records the form is filled with."""
        return self._which

    @property
    def union(self) -> CalmCombo:
        """Whose members, where one union was asked for."""
        return self._union

    def save(self) -> None:
        """Ask for a place and write the form there."""
        proposal = documents_folder() / f"{file_name(self._name())}.xlsx"
        title = f"保存{self._form.title}"
        path = messages.door.save_file(self, title, proposal=proposal, kinds=SHEETS)
        if path is None:
            return
        office, form = self._context.office, self._form
        ids, union, filler = self._ids(), self._union_id(), self._filler()

        def work(progress: jobs.Progress) -> tuple[Path, int]:
            found = records_for(office.store, form, office.day, union=union, ids=ids)
            paper = paper_for(office.store, form, office.day, records=found, filler=filler)
            return write_official(path, paper, progress), len(found)

        jobs.run(self, "正在导出…", work, self._tell_saved)

    def _ids(self) -> Sequence[int] | None:
        match self._which.currentData():
            case "listed":
                return list(self._context.table.records.ids)
            case "selected":
                return list(selected_ids(self._context))
            case "empty":
                return []
        return None

    def _union_id(self) -> int | None:
        found = self._union.currentData() if self._which.currentData() == OF_UNION else None
        return found if isinstance(found, int) else None

    def _filler(self) -> str:
        return self._union.currentText() if self._union_id() is not None else ""

    def _name(self) -> str:
        if self._which.currentData() == EMPTY:
            return f"{self._form.title}（空表）"
        filler = self._filler()
        return f"{self._form.title}（{filler}）" if filler else self._form.title

    def _tell_saved(self, saved: tuple[Path, int]) -> None:
        path, count = saved
        told = f"（{count:,}{self._form.measure}）" if count else ""
        self._context.office.say(f"已导出 {path}{told}")
        self.accept()

    def _make_which(self) -> CalmCombo:
        which, about = CalmCombo(), self._context.record_type.about
        listed = self._context.table.records.rowCount()
        selected = self._context.table.selected_count
        alive = "全部在册会员" if self._form is MEMBERS else "全部正常的工会"
        which.addItem(alive, EVERYBODY)
        if self._form is MEMBERS:
            which.addItem("一个工会的在册会员", OF_UNION)
        if listed:
            which.addItem(f"列表里全部 {listed:,} {about.measure}", LISTED)
        if selected > 1:
            which.addItem(f"选中的 {selected:,} {about.measure}", SELECTED)
            which.setCurrentIndex(which.findData(SELECTED))
        which.addItem("不填，只要空表", EMPTY)
        which.setAccessibleName("填哪些")
        which.currentIndexChanged.connect(lambda _row: self._show_union())
        return which

    def _make_union(self) -> CalmCombo:
        union = CalmCombo()
        unions = self._context.office.store.all(Union) if self._form is MEMBERS else []
        for one in sorted(unions, key=lambda found: found.name):
            union.addItem(one.name, one.id)
        union.setAccessibleName("哪个工会")
        return union

    def _show_union(self) -> None:
        is_asked = self._which.currentData() == OF_UNION
        self._union.setVisible(is_asked)
        self._union_label.setVisible(is_asked)

    def _make_questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        labels = []
        for row, (text, control) in enumerate((("填哪些", self._which), ("哪个工会", self._union))):
            label = QLabel(text)
            label.setBuddy(control)
            theme.mark(label, "label")
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1)
            labels.append(label)
        self._union_label = labels[1]
        return grid

    def _make_buttons(self) -> QHBoxLayout:
        cancel = icon_button(keys.label("取消", "give_up"), "clear")
        save = icon_button("保存 Excel…", "export", role="main")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.save)
        save.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(save)
        return row
