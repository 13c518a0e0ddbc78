"""A payer's month in a box of its own, where several payments are corrected one by one."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from models.figures.fund_year import PayerYear
from models.records.funds import FundDue, FundIn
from models.values.dates import PartialDate
from ui.dialogs.history import HistoryDialog
from ui.dialogs.opening import open_dialog, take_room
from ui.look import theme
from ui.office import Office
from ui.page import RecordPage
from ui.page_spec import PageSpec


class MonthDialog(QDialog):
    """What a payer owed or paid for one month: a list and a form."""

    def __init__(
        self, row: PayerYear, month: int, office: Office, parent: QWidget, *, is_due: bool
    ) -> None:
        super().__init__(parent)
        self._office = office
        self.setWindowTitle(f"{row.name} {month}月 · {'应缴' if is_due else '实缴'}")
        ym = PartialDate(office.year, month)
        payer = {"unit_name": row.name} if row.unit is None else {"unit": row.unit}
        spec = PageSpec(
            FundDue if is_due else FundIn,
            scope={**payer, "ym": ym},
            presets=lambda _office: {"unit": row.unit, "unit_name": row.name},
        )
        self._page = RecordPage(spec, office)
        self._page.clear_filters()
        self._page.form.left.connect(self._follow_left)
        self._page.history_asked.connect(
            lambda record: open_dialog(HistoryDialog(record, office, self))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.addWidget(self._page)
        take_room(self)

    @property
    def page(self) -> RecordPage:
        """The list and the form."""
        return self._page

    @override
    def reject(self) -> None:
        if self._page.form.may_leave():
            super().reject()

    def _follow_left(self, was_changed: object) -> None:
        # The first Esc puts back what was typed, the next one closes.
        if not was_changed:
            self.reject()
