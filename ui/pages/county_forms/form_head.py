"""Over a form: its name, for which days and for whom it is filled, and what can be done with it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models import codes
from models.fields import Link
from models.records import BY_TABLE
from ui import keys
from ui.forms.pickers import LinkEditor
from ui.look import theme
from ui.look.buttons import icon_button, link_button
from ui.look.combo import CalmCombo
from ui.look.elided import ElidedLabel
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.pages.county_forms.choices import listed_types
from ui.pages.county_forms.session import Session

WHOLE_TOWN = "全镇"
WHOLE_YEAR = "全年"


class FormHead(QWidget):
    """What a form is about can be changed here; each change is one step to undo."""

    left = Signal()
    changed = Signal()
    saving_asked = Signal()
    filing_asked = Signal()
    renewing_asked = Signal()
    facts_asked = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._session: Session | None = None
        self._picker: LinkEditor | None = None
        self._build()
        self._connect()

    def show_form(self, session: Session) -> None:
        """Show what a form is about."""
        is_new = self._session is not session
        self._session = session
        form = session.form
        self._title.setText(form.name)
        self._spans.setCurrentIndex(max(self._spans.findData(form.span), 0))
        self._tables.setCurrentIndex(max(self._tables.findData(form.table_name), 0))
        self._year.setText(f"{session.year}年")
        if is_new or self._picked_table != form.table_name:
            self._show_picker(form.table_name)

    @property
    def picker(self) -> LinkEditor | None:
        """Where the record is chosen that a form is filled for."""
        return self._picker

    @property
    def _picked_table(self) -> str:
        return self._picker.table if self._picker is not None else ""

    def _build(self) -> None:
        row = FlowLayout(self, gap=theme.px(8))
        self._back = link_button("返回全部表格")
        self._title = ElidedLabel()
        theme.mark(self._title, "title")
        self._rename = link_button("改名…")
        self._rename.setToolTip("表格名称、报送对象、空表是哪一年的")
        self._renew = icon_button("换成今年的新表…", "import")
        self._file = icon_button("上报留底…", "lock")
        self._save = icon_button(keys.label("填好另存…", "save"), "export", role="main")
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addWidget(self._rename)
        self._add_questions(row)
        row.add_spring()
        for button in (self._renew, self._file, self._save):
            row.addWidget(button)

    def _add_questions(self, row: FlowLayout) -> None:
        self._year, self._spans, self._tables = QLabel(), CalmCombo(), CalmCombo()
        self._spans.addItem(WHOLE_YEAR, "")
        for one in codes.table("paper_span").lines:
            self._spans.addItem(one.name, one.code)
        self._tables.addItem(WHOLE_TOWN, "")
        for table, label in listed_types():
            self._tables.addItem(f"每个{label}", table)
        self._record_place = QWidget()
        self._record_row = QVBoxLayout(self._record_place)
        self._record_row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_label("时段", self._spans))
        row.addWidget(self._year)
        row.addWidget(self._spans)
        row.addWidget(_label("填给", self._tables))
        row.addWidget(self._tables)
        row.addWidget(self._record_place)
        self._tables.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self._tables.setMaximumWidth(theme.chars(14))

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._rename.clicked.connect(self.facts_asked)
        self._renew.clicked.connect(self.renewing_asked)
        self._file.clicked.connect(self.filing_asked)
        self._save.clicked.connect(self.saving_asked)
        self._spans.activated.connect(lambda _row: self._keep())
        self._tables.activated.connect(lambda _row: self._keep())

    def _keep(self) -> None:
        session = self._session
        if session is None:
            return
        span, table = str(self._spans.currentData()), str(self._tables.currentData())
        changed = replace(session.form, span=span, table_name=table)
        if changed == session.form:
            return
        if table != session.form.table_name:
            session.record = None
        store = self._office.store
        with store.change(f"修改上级表格 {session.form.name}"):
            session.form = store.save(changed)

    def fill_for_each(self, table: str) -> None:
        """Let the form be filled for one record of a type."""
        self._tables.setCurrentIndex(max(self._tables.findData(table), 0))
        self._keep()

    def _show_picker(self, table: str) -> None:
        if self._picker is not None:
            self._picker.control.setParent(None)
            self._picker.control.deleteLater()
            self._picker = None
        self._record_place.setVisible(bool(table))
        if not table:
            return
        label = BY_TABLE[table].about.label
        self._picker = LinkEditor(Link(label=label, to=table), self._office.store)
        self._picker.control.setMinimumWidth(theme.chars(12))
        self._picker.control.setAccessibleName(f"填给哪一个{label}")
        self._picker.done.connect(self._follow_pick)
        self._record_row.addWidget(self._picker.control)
        self._pick_first(table)

    def _pick_first(self, table: str) -> None:
        """Show the form filled for somebody at once: the record that was entered last."""
        session = self._session
        if session is None or self._picker is None:
            return
        if session.record is None:
            found = self._office.store.all(BY_TABLE[table])
            session.record = found[-1] if found else None
        if session.record is not None:
            self._picker.show_value(session.record.id)

    def _follow_pick(self) -> None:
        session, picker = self._session, self._picker
        if session is None or picker is None:
            return
        value = picker.read().value
        if isinstance(value, int):
            session.record = self._office.store.get(BY_TABLE[picker.table], value)
            self.changed.emit()


def _label(words: str, control: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(control)
    control.setAccessibleName(words)
    theme.mark(label, "label")
    return label
