"""One negotiation from top to bottom: who negotiates, what is overdue, and its twelve stages."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models import codes
from models.negotiation_case import Case
from models.negotiation_stages import Stage
from ui.look import theme
from ui.look.buttons import link_button
from ui.pages.negotiation.stage_row import StageRow

Actions = tuple[tuple[str, str], ...]


class Course(QFrame):
    """The stages of one negotiation on a sheet; what the clerk does is told to the page."""

    today_pressed = Signal(object)
    other_day_asked = Signal(object)
    part_opened = Signal(object, object)
    part_added = Signal(object)
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._shown: tuple[Case, tuple[Stage, ...]] | None = None
        self._folds: dict[tuple[int | None, str], bool] = {}
        self._rows: list[StageRow] = []
        self._title, self._parties = QLabel(), QLabel()
        theme.mark(self._title, "title")
        theme.mark(self._parties, "muted")
        for label in (self._title, self._parties):
            label.setWordWrap(True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_header())
        column.addWidget(self._parties)
        column.addWidget(self._scroll, 1)

    @property
    def rows(self) -> list[StageRow]:
        """The stages from top to bottom."""
        return self._rows

    def show_case(self, case: Case, stages: tuple[Stage, ...]) -> None:
        """Show a negotiation as it stands."""
        is_same = self._shown is not None and self._shown[0].negotiation.id == case.negotiation.id
        self._shown = (case, stages)
        place = self._scroll.verticalScrollBar().value()
        self.setUpdatesEnabled(False)
        self._title.setText(case.negotiation.title)
        self._parties.setText(_parties(case))
        self._show_rows(case, stages)
        self.setUpdatesEnabled(True)
        if is_same:
            self._scroll.verticalScrollBar().setValue(place)
        else:
            QTimer.singleShot(0, self._show_next)

    def focus_next(self) -> None:
        """Put the cursor on the button for what comes next."""
        for row in self._rows:
            button = row.main_button
            if button is not None:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(row)
                return

    def _show_next(self) -> None:
        """Bring what comes next into view, once the rows have their places."""
        for row in self._rows:
            if row.stage.state == "next":
                self._scroll.ensureWidgetVisible(row, 0, theme.px(40))

    def _make_header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        for name, words in (("edit", "修改"), ("delete", "删除")):
            button = link_button(words)
            button.clicked.connect(lambda _=False, name=name: self.acted.emit(name))
            header.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _show_rows(self, case: Case, stages: tuple[Stage, ...]) -> None:
        body = QWidget()
        theme.mark(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(0)
        self._rows = []
        for stage in stages:
            rule = QFrame()
            theme.mark(rule, "rule")
            column.addWidget(rule)
            row = self._make_row(stage, case)
            column.addWidget(row)
            self._rows.append(row)
        column.addStretch()
        # The button that was pressed is still in its own click: it may go only after that.
        if before := self._scroll.takeWidget():
            before.hide()
            before.deleteLater()
        self._scroll.setWidget(body)
        body.show()

    def _make_row(self, stage: Stage, case: Case) -> StageRow:
        known = self._folds.get((case.negotiation.id, stage.code))
        is_open = stage.state == "next" if known is None else known
        row = StageRow(stage, case, actions_of(stage, case), is_open=is_open)
        row.today_pressed.connect(self.today_pressed)
        row.other_day_asked.connect(self.other_day_asked)
        row.part_opened.connect(self.part_opened)
        row.part_added.connect(self.part_added)
        row.acted.connect(self.acted)
        row.unfolded.connect(self._fold)
        return row

    def _fold(self, code: str, is_open: bool) -> None:
        if self._shown is not None:
            self._folds[(self._shown[0].negotiation.id, code)] = is_open
            self.show_case(*self._shown)


def actions_of(stage: Stage, case: Case) -> Actions:
    """Return what else can be done in a stage: the name of the action and its words."""
    own = case.negotiation
    if stage.code == "reply" and own.received_on and not stage.is_done:
        return (("refuse", "今天对方拒绝"), ("renew", "开始新一轮协商"))
    if stage.code == "meetings" and own.replied_on and not own.suspended_on:
        return (("pause", "今天中止协商"),)
    if stage.code == "sign" and not stage.is_done:
        return (("sign", "登记签字…"),)
    if stage.code == "sign":
        return (("sign", "再登记企业签字…"),)
    if stage.code == "effect" and not stage.is_done and case.contracts:
        return _review_actions(stage)
    if stage.code == "perform" and case.contracts:
        return (("renew", "开始新一轮协商"),)
    return ()


def _review_actions(stage: Stage) -> Actions:
    if stage.proposal is not None:
        return (("confirm", f"确认{stage.proposal.isoformat()}生效"), ("object", "已提出异议"))
    if not any("异议，修改" in note for note in stage.notes):
        return (("no-objection", "今天审查无异议"), ("object", "今天提出异议"))
    return (("file-again", "今天重新报送"),)


def _parties(case: Case) -> str:
    own = case.negotiation
    scope = codes.table("contract_scope").label(own.scope)
    side = codes.table("nego_side").label(own.offer_side)
    guided = "（上级工会指导）" if own.is_guided else ""
    number = f"　{own.offer_no}" if own.offer_no else ""
    return (
        f"{scope}协商　职工方：{own.union_name}{guided}　企业方：{own.employer_party}"
        f"　{side}提出要约{number}"
    )
