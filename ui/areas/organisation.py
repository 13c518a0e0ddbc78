"""The tab of units and unions."""

from collections.abc import Mapping

from models.records.papers import Target
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from ui.areas import elections
from ui.areas.base import IMPORT_LIST, Area, listed
from ui.derived import target_columns, union_columns, unit_columns
from ui.office import Office
from ui.page_spec import PageSpec

IMPORT_UNITS = "把企业名单的 Excel 导入进来最快；也可以在右边一家一家填写。"


def _target_presets(office: Office) -> Mapping[str, object]:
    return {"issued_by": office.store.town().parent_union}


AREA = Area(
    "units",
    "单位与工会",
    "units",
    lists=(
        listed(
            "单位",
            PageSpec(
                Unit,
                advice=IMPORT_UNITS,
                can_import=True,
                leave_out=("phone", "operating_status"),
                more_columns=unit_columns,
            ),
        ),
        listed("年度数据", PageSpec(UnitYear)),
        listed(
            "基层工会",
            PageSpec(
                Union,
                advice=IMPORT_LIST,
                can_import=True,
                leave_out=("phone", "status", "members_total"),
                more_columns=union_columns,
            ),
        ),
        listed("涵盖单位", PageSpec(UnionUnit, advice=IMPORT_LIST, can_import=True)),
        listed("届次", PageSpec(UnionTerm)),
        *elections.LISTS,
        listed(
            "维护批次",
            PageSpec(MaintenanceBatch, advice="先登记一个批次，再登记或导入它的单位。"),
        ),
        listed("数据库维护", PageSpec(MaintenanceItem, advice=IMPORT_LIST, can_import=True)),
        listed("印章门牌", PageSpec(IssuedItem)),
        listed(
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
)
