"""Which tabs the window has, and which pages are in them, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.numbering import next_document_number
from models.records.bargaining import Campaign, Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.papers import Document, Target
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from ui.derived import target_columns, unit_columns
from ui.office import Office
from ui.page import PageSpec
from ui.pages.backup import BackupPage
from ui.pages.certificates import certificate_spec
from ui.pages.home import HomePage
from ui.pages.summary.page import SummaryPage

IMPORT_UNITS = "把企业名单的 Excel 导入进来最快；也可以在右边一家一家填写。"
IMPORT_LIST = "有现成的 Excel 名单就点“导入”；也可以在右边填写。"


@dataclass(frozen=True, slots=True)
class SubTab:
    """A list inside a tab."""

    title: str
    spec: Callable[[Office], PageSpec]


@dataclass(frozen=True, slots=True)
class Area:
    """A tab: either one page of its own or several lists."""

    name: str
    title: str
    icon: str
    page: Callable[[Office], QWidget] | None = None
    lists: tuple[SubTab, ...] = ()


def _list(title: str, spec: PageSpec) -> SubTab:
    return SubTab(title, lambda _office: spec)


def _document_presets(office: Office) -> Mapping[str, object]:
    return {"doc_no": next_document_number(office.store, office.year)}


def _target_presets(office: Office) -> Mapping[str, object]:
    return {"issued_by": office.store.town().parent_union}


AREAS: tuple[Area, ...] = (
    Area("home", "首页", "home", page=HomePage),
    Area(
        "units",
        "单位与工会",
        "units",
        lists=(
            _list(
                "单位",
                PageSpec(
                    Unit,
                    advice=IMPORT_UNITS,
                    can_import=True,
                    leave_out=("phone", "operating_status"),
                    more_columns=unit_columns,
                ),
            ),
            _list("年度数据", PageSpec(UnitYear)),
            _list(
                "基层工会",
                PageSpec(Union, advice=IMPORT_LIST, can_import=True, leave_out=("phone", "status")),
            ),
            _list("涵盖单位", PageSpec(UnionUnit, advice=IMPORT_LIST, can_import=True)),
            _list("届次", PageSpec(UnionTerm)),
            _list(
                "维护批次",
                PageSpec(MaintenanceBatch, advice="先登记一个批次，再登记或导入它的单位。"),
            ),
            _list("数据库维护", PageSpec(MaintenanceItem, advice=IMPORT_LIST, can_import=True)),
            _list(
                "民主管理",
                PageSpec(
                    DemocracyYear,
                    advice=IMPORT_LIST,
                    can_import=True,
                    leave_out=("has_column", "disclosure_leader"),
                ),
            ),
            _list("印章门牌", PageSpec(IssuedItem)),
            _list(
                "上级任务",
                PageSpec(
                    Target,
                    advice="把上级下达的指标登记在这里，完成数由台账自动算出。",
                    can_import=True,
                    leave_out=("unit_label", "due_on", "weight"),
                    more_columns=target_columns,
                    presets=_target_presets,
                ),
            ),
        ),
    ),
    Area(
        "bargaining",
        "集体协商",
        "bargaining",
        lists=(
            _list(
                "协商行动",
                PageSpec(Campaign, advice="登记当年的协商行动，再在下方登记领导小组和五步台账。"),
            ),
            _list(
                "集体合同",
                PageSpec(
                    Contract,
                    advice=IMPORT_LIST,
                    can_import=True,
                    leave_out=("scope", "valid_from", "performance"),
                ),
            ),
            _list("合同覆盖企业", PageSpec(Coverage, advice=IMPORT_LIST, can_import=True)),
        ),
    ),
    Area(
        "documents",
        "文书",
        "documents",
        lists=(
            _list(
                "发文登记",
                PageSpec(
                    Document,
                    advice=IMPORT_LIST,
                    can_import=True,
                    leave_out=("recipients", "copies"),
                    presets=_document_presets,
                ),
            ),
            SubTab("证书登记", certificate_spec),
        ),
    ),
    Area("summary", "年度总结", "summary", page=SummaryPage),
    Area("backup", "备份", "backup", page=BackupPage),
)


def list_spec(record_type: type[Record], office: Office) -> PageSpec:
    """Return how a record type is listed on its tab, or plainly when it has none."""
    for area in AREAS:
        for one in area.lists:
            spec = one.spec(office)
            if spec.record_type is record_type:
                return spec
    return PageSpec(record_type)
