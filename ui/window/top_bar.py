"""The bar above everything: whose desk it is, the year, the search box, the main actions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from models import clock
from ui import keys
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.elided import ElidedLabel
from ui.office import Office
from ui.window.search_box import SearchBox

YEARS_BACK = 12
CLOSED = " 已结账"


class TopBar(QFrame):
    """Year, search and the actions that are always at hand."""

    import_asked = Signal()
    print_asked = Signal()
    backup_asked = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        theme.mark(self, "bar")
        self._office = office
        self._name = ElidedLabel()
        theme.mark(self._name, "title")
        self._years = self._make_years()
        self.search = SearchBox(office)
        self.search.setMinimumWidth(theme.chars(12))
        self.search.setMaximumWidth(theme.chars(34))
        self._build()
        self._show_name()
        office.changed.connect(self._show_name)
        office.changed.connect(self._mark_closed)
        office.year_changed.connect(self._show_year)
        keys.bind_everywhere(self, "search", self._start_search)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        gap = theme.px(16)
        row.setContentsMargins(gap, theme.px(8), gap, theme.px(8))
        row.setSpacing(theme.px(8))
        row.addWidget(self._name)
        if self._office.is_practice:
            practice = QLabel("练习")
            theme.mark(practice, "mark")
            row.addWidget(practice)
        row.addWidget(self._years)
        row.addWidget(self.search, 1)
        row.addStretch()
        for label, icon, signal in (
            ("导入 Excel", "import", self.import_asked),
            (keys.label("打印", "print"), "print", self.print_asked),
        ):
            button = icon_button(label, icon)
            button.clicked.connect(signal)
            row.addWidget(button)
        backup = icon_button("备份到U盘", "backup", role="main")
        backup.clicked.connect(self.backup_asked)
        row.addWidget(backup)

    def _make_years(self) -> CalmCombo:
        years = CalmCombo()
        years.setAccessibleName("年度")
        years.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
        newest = max(clock.today().year + 1, self._office.year)
        oldest = min(newest - YEARS_BACK, self._office.year)
        for year in range(newest, oldest - 1, -1):
            years.addItem(f"{year}年度", year)
        years.setCurrentIndex(years.findData(self._office.year))
        years.activated.connect(self._choose_year)
        self._mark(years)
        return years

    def _mark_closed(self) -> None:
        self._mark(self._years)

    def _mark(self, years: CalmCombo) -> None:
        """Say behind each year that was closed that it is."""
        closed = self._office.store.closed_years
        for row in range(years.count()):
            year = years.itemData(row)
            words = f"{year}年度{CLOSED if year in closed else ''}"
            if years.itemText(row) != words:
                years.setItemText(row, words)

    def _choose_year(self, row: int) -> None:
        self._office.set_year(self._years.itemData(row))
        # The clerk may have chosen to stay with what is not saved yet.
        self._show_year(self._office.year)

    def _show_year(self, year: int) -> None:
        self._years.setCurrentIndex(self._years.findData(year))

    def _show_name(self) -> None:
        self._name.setText(self._office.store.town().union_name)

    def _start_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
