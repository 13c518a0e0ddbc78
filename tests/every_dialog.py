"""Every box of the program, made as the window makes it, for tests that run over all of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from models.aid import AidSheet
from models.backup import back_up, verify
from models.county_forms.filling import period_for, plan_fill
from models.county_forms.mapping import add_form, map_place, new_blank
from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.figures.catalogue import Figures
from models.negotiation_case import read_case
from models.periods import year_period
from models.queries.conditions import Query
from models.records.aid import AidBatch
from models.records.bargaining import Campaign
from models.records.county_forms import CountyForm
from models.records.democracy import Disclosure
from models.records.members import Member
from models.records.negotiation import Negotiation
from models.records.papers import Certificate
from models.records.reported import FiledPaper
from models.records.summary import SummaryVersion
from models.records.units import Unit
from models.store import Store
from models.summary.keys import SummaryKey
from models.summary.versions import snapshot_of
from models.typed import TypedForm
from reports.summary.draft import draft_of
from tests.county_blanks import blank_form
from ui.areas import list_spec
from ui.dialogs.about import AboutDialog
from ui.dialogs.attachments import AttachmentsDialog
from ui.dialogs.batch import BatchDialog
from ui.dialogs.chronicle import ChronicleDialog
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.column_filter import ColumnFilterDialog
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.empty_list import EmptyListDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.figure_decisions import DecisionDialog, adjust_question
from ui.dialogs.filed_check import FiledCheckDialog
from ui.dialogs.filing import FilingDialog, offer_of
from ui.dialogs.fill_form import FillFormDialog
from ui.dialogs.form_facts import FormFactsDialog
from ui.dialogs.form_filing import FormFilingDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.import_log import ImportLogDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.manual import ManualDialog
from ui.dialogs.membership import MembershipDialog
from ui.dialogs.new_blank import NewBlankDialog
from ui.dialogs.official_form import OfficialFormDialog
from ui.dialogs.operations import OperationsDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.query import QueryDialog
from ui.dialogs.read_back import ReadBackDialog
from ui.dialogs.recycle_bin import RecycleBinDialog
from ui.dialogs.reports import PreviewDialog, ReportDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.saved_queries import SavedQueriesDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.typed import TypedDialog
from ui.page import RecordPage
from ui.pages.aid.choosing import ChooseFilesDialog
from ui.pages.certificates import preview_of
from ui.pages.negotiation.day_dialog import DayDialog
from ui.pages.negotiation.signing import SigningDialog
from ui.pages.summary.comparison import CompareDialog, PassageDialog
from ui.pages.summary.settings import SettingsDialog as SummarySettings
from ui.record_boxes import NewRecordDialog, RecordDialog, RelatedDialog
from ui.related import relations_of
from ui.window.main_window import MainWindow

Maker = Callable[[MainWindow, Path], QDialog]


def _office_box(kind: type[QDialog], *given: object) -> Maker:
    def make(window: MainWindow, _folder: Path) -> QDialog:
        return kind(*given, window.office, window)  # type: ignore[call-arg,arg-type]

    return make


def _units(window: MainWindow) -> RecordPage:
    assert window.desk is not None
    page = window.desk.show_list(Unit)
    assert page is not None
    return page


def _official_form(window: MainWindow, _folder: Path) -> QDialog:
    assert window.desk is not None
    page = window.desk.show_list(Member)
    assert page is not None
    return OfficialFormDialog(page.context)


def _list_box(kind: Callable[..., QDialog]) -> Maker:
    def make(window: MainWindow, _folder: Path) -> QDialog:
        return kind(_units(window).context)

    return make


def _store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


def _related(window: MainWindow, _folder: Path) -> QDialog:
    office = window.office
    assert office is not None
    owner = _store(window).all(Campaign)[0]
    return RelatedDialog(
        relations_of(Campaign)[0],
        owner,
        office,
        window,
        spec_of=lambda one: list_spec(one, office),
    )


def _restore(window: MainWindow, folder: Path) -> QDialog:
    copy = back_up(_store(window).connection, folder, town="青禾镇")
    assert window.office is not None
    return RestoreDialog(verify(copy.path), window.office, window)


def _filing(window: MainWindow, _folder: Path) -> QDialog:
    draft = draft_of(_store(window), year_period(2024))
    return FilingDialog(offer_of(draft), window.office, window)  # type: ignore[arg-type]


def _county_form(store: Store, folder: Path) -> CountyForm:
    """The form that an earlier box brought in, else a new one."""
    kept = store.all(CountyForm)
    return kept[0] if kept else add_form(store, blank_form(folder / "年报表.xlsx"))


def _form_facts(window: MainWindow, folder: Path) -> QDialog:
    form = _county_form(_store(window), folder)
    return FormFactsDialog(form, window.office, window)  # type: ignore[arg-type]


def _form_filing(window: MainWindow, folder: Path) -> QDialog:
    store = _store(window)
    form = _county_form(store, folder)
    plan = plan_fill(store, form, period_for(store, form, 2024))
    return FormFilingDialog(plan, window.office, window)  # type: ignore[arg-type]


def _new_blank(window: MainWindow, folder: Path) -> QDialog:
    store = _store(window)
    form = _county_form(store, folder)
    map_place(store, form, Place(0, 3, 1), "cell", Source(kind="setting", content="union_name"))
    found = new_blank(store, form, blank_form(folder / "新表.xlsx", year=2025))
    return NewBlankDialog(form, found, window)


def _decision(window: MainWindow, _folder: Path) -> QDialog:
    figures = Figures(_store(window), year_period(2024))
    question = adjust_question(figures["cb_rate"], figures.ledger.period)
    return DecisionDialog(question, window.office, window)  # type: ignore[arg-type]


def _signing(window: MainWindow, _folder: Path) -> QDialog:
    negotiation = _store(window).all(Negotiation)[0]
    case = read_case(_store(window), negotiation)
    return SigningDialog(case, window.office, date(2024, 12, 1), window)  # type: ignore[arg-type]


def _of_record(kind: Callable[..., QDialog], record_type: type) -> Maker:
    def make(window: MainWindow, _folder: Path) -> QDialog:
        return kind(_store(window).all(record_type)[0], window.office, window)

    return make


MAKERS: dict[str, Maker] = {
    "about": lambda window, _folder: AboutDialog(window),
    "attachments": _of_record(AttachmentsDialog, Unit),
    "batch": lambda window, _folder: BatchDialog(
        _units(window).context, list(_units(window).table.records.ids[:3])
    ),
    "chronicle": _office_box(ChronicleDialog),
    "choose_files": lambda window, _folder: ChooseFilesDialog(
        AidSheet.open(_store(window), _store(window).all(AidBatch)[-1]), window
    ),
    "closing": lambda window, _folder: ClosingDialog(
        window.office,  # type: ignore[arg-type]
        window,
        ["还有1份暂存"],
    ),
    "column_filter": lambda window, _folder: ColumnFilterDialog(_units(window).context, 1),
    "columns": _list_box(ColumnsDialog),
    "compare": lambda window, _folder: CompareDialog(
        snapshot_of(_store(window).all(SummaryVersion)[0]),
        snapshot_of(_store(window).all(SummaryVersion)[-1]),
        window,
        title="两个版本",
    ),
    "day": lambda window, _folder: DayDialog(
        "要约日期", date(2024, 3, 1), year=2024, parent=window
    ),
    "decision": _decision,
    "empty_list": _office_box(EmptyListDialog),
    "export": _list_box(ExportDialog),
    "filed_check": _of_record(FiledCheckDialog, FiledPaper),
    "filing": _filing,
    "fill_form": lambda window, _folder: FillFormDialog(
        _store(window).all(Unit)[:2],
        window.office,
        window,  # type: ignore[arg-type]
    ),
    "form_facts": _form_facts,
    "form_filing": _form_filing,
    "history": _of_record(HistoryDialog, Unit),
    "import": _office_box(ImportDialog),
    "manual": lambda window, _folder: ManualDialog(window),
    "membership": lambda window, _folder: MembershipDialog(
        _store(window).all(Member)[:2],
        {},
        window.office,  # type: ignore[arg-type]
        window,
    ),
    "new_record": lambda window, _folder: NewRecordDialog(
        Unit,
        "云溪",
        window.office,  # type: ignore[arg-type]
        window,
        lambda _id: None,
    ),
    "imports": _office_box(ImportLogDialog),
    "official_form": _official_form,
    "operations": _office_box(OperationsDialog),
    "passage": lambda window, _folder: PassageDialog("写了一段", "程序的一段", window),
    "password": _office_box(PasswordDialog),
    "preview": lambda window, _folder: PreviewDialog(
        preview_of(_store(window).all(Certificate)[:1], window.office),  # type: ignore[arg-type]
        window.office,  # type: ignore[arg-type]
        window,
    ),
    "query": lambda window, _folder: QueryDialog(
        Query(Unit, ()),
        window.office,  # type: ignore[arg-type]
        window,
        lambda _query: None,
    ),
    "read_back": lambda window, _folder: ReadBackDialog(
        Path("总结.docx"),
        (),
        window.office,  # type: ignore[arg-type]
        window,
    ),
    "record": _of_record(RecordDialog, Disclosure),
    "recycle_bin": _office_box(RecycleBinDialog),
    "related": _related,
    "report": _office_box(ReportDialog),
    "restore": _restore,
    "new_blank": _new_blank,
    "saved_queries": lambda window, _folder: SavedQueriesDialog(
        Unit,
        window.office,  # type: ignore[arg-type]
        window,
        lambda _query: None,
    ),
    "settings": lambda window, _folder: SettingsDialog(window, window, lambda: None),
    "signing": _signing,
    "typed": lambda window, _folder: TypedDialog(
        TypedForm(table="unit", record=None, title="", texts={"name": "云溪水厂"}, base={}),
        "",
        window,
    ),
    "summary_settings": _office_box(SummarySettings, SummaryKey(2024, "")),
}
