"""Lists of democratic management."""

from models.lists.kinds import UNIT_CODE, SheetType, Slot
from models.records.democracy import DemocracyYear

LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=DemocracyYear,
        label="民主管理情况表",
        titles=("民主管理", "厂务公开"),
        needs=("unit_name", "has_disclosure"),
        speaks=("congress_kind", "has_column", "wage_negotiation", "level", "has_mediation"),
        others=(UNIT_CODE,),
        headings={
            Slot(DemocracyYear, "unit_name"): ("企业全称", "单位全称", "单位"),
            Slot(DemocracyYear, "congress_kind"): ("职代会建制形式", "职工代表大会", "职代会类型"),
            Slot(DemocracyYear, "has_disclosure"): ("实行厂务公开", "厂务公开制度", "厂务公开建制"),
            Slot(DemocracyYear, "has_column"): ("设立公开栏", "公开栏设置"),
            Slot(DemocracyYear, "is_above_scale"): ("规上单位", "规模以上企业"),
            Slot(DemocracyYear, "has_contract"): ("签订集体合同", "集体合同制度"),
            Slot(DemocracyYear, "wage_negotiation"): ("工资集体协商制度", "工资协商制度"),
            Slot(DemocracyYear, "has_mediation"): ("劳动争议调解组织", "调解组织", "争议调解组织"),
            Slot(DemocracyYear, "level"): ("达标情况", "评定等级", "考核等级", "考核等次", "等次"),
            Slot(DemocracyYear, "disclosure_leader"): (
                "厂务公开责任人",
                "公开责任人",
                "厂务公开负责人",
                "负责人",
            ),
        },
    ),
)
