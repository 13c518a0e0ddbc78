"""The register of enterprises, or of all units, with their headcount and union."""

from collections.abc import Mapping, Sequence

from models.fields import fields_of
from models.figures.bargaining import NOT_COMPANIES
from models.overview import UnitOverview, unit_overview
from models.records.units import Unit
from models.store import Store
from models.values.dates import say_day
from models.values.pinyin import full_pinyin
from reports.blocks import Column, Document
from reports.request import Parameter, Request
from reports.rosters.sheet import Roster, shown, sum_of

SCOPE = Parameter(
    key="scope",
    label="范围",
    choices={"companies": "企业", "all": "全部单位"},
    help="企业指村、社区、机关、事业单位、社会组织、学校、医院以外的单位；不填为企业",
)
SORT = Parameter(
    key="sort",
    label="排序",
    choices={"list": "按台账顺序", "village": "按所在村（社区）"},
    help="不填按台账顺序",
)
VILLAGE = Column("village", "村（社区）", 6.2, "center", merge=True)
COLUMNS = (
    Column("name", "单位名称", 16.4),
    Column("credit_code", "统一社会信用代码", 14.2, "center"),
    Column("carrier_type", "类别", 5.2, "center"),
    Column("industry", "所属行业", 6.2, "center"),
    Column("legal_person", "法人代表", 5, "center"),
    Column("phone", "联系电话", 6.8, "center"),
    Column("workers", "职工人数", 4.9, "right"),
    Column("women", "女职工", 4.6, "right"),
    Column("migrants", "农民工", 4.6, "right"),
    Column("above_scale", "规上", 3.2, "center"),
    Column("operating_status", "经营状态", 4.6, "center"),
    Column("union_state", "建会状态", 5.5, "center"),
    Column("union_name", "工会名称", 11.2),
)
PRIVATE = frozenset({"phone"})


def unit_roster(store: Store, request: Request) -> Document:
    """Return the enterprises, or all units, as they stand at the period's end."""
    is_whole = request.values.get("scope") == "all"
    by_village = request.values.get("sort") == "village"
    overview = unit_overview(store, request.period)
    units = [one for one in store.all(Unit) if is_whole or one.carrier_type not in NOT_COMPANIES]
    if by_village:
        units.sort(key=_village_order)
    views = [_view(unit, overview) for unit in units]
    roster = Roster(
        title="单位台账" if is_whole else "企业台账",
        author=store.town().union_name,
        columns=_columns(by_village=by_village, is_posted=request.is_posted),
        rows=[_row(unit, view) for unit, view in zip(units, views, strict=True)],
        totals=_totals(views),
        right=f"截止日期：{say_day(request.period.as_of)}",
    )
    return roster.document()


def _village_order(unit: Unit) -> tuple[bool, str, str]:
    """Villages stand by their sound; units without one come last."""
    return not unit.village, full_pinyin(unit.village), unit.village


def _columns(*, by_village: bool, is_posted: bool) -> list[Column]:
    columns = (VILLAGE, *COLUMNS) if by_village else COLUMNS
    return [one for one in columns if not (is_posted and one.key in PRIVATE)]


def _view(unit: Unit, overview: Mapping[int, UnitOverview]) -> UnitOverview:
    return overview.get(unit.id or 0, UnitOverview())


def _row(unit: Unit, view: UnitOverview) -> Mapping[str, str]:
    fields = fields_of(Unit)
    names = (
        "village",
        "name",
        "credit_code",
        "carrier_type",
        "industry",
        "legal_person",
        "phone",
        "operating_status",
    )
    return {
        **{name: fields[name].show(getattr(unit, name)) for name in names},
        "workers": shown(view.workers),
        "women": shown(view.women),
        "migrants": shown(view.migrants),
        "above_scale": "是" if view.above_scale else "",
        "union_state": view.union_state.value,
        "union_name": view.union_name,
    }


def _totals(views: Sequence[UnitOverview]) -> Mapping[str, str]:
    return {
        "name": f"{len(views)}家",
        "workers": sum_of(view.workers for view in views),
        "women": sum_of(view.women for view in views),
        "migrants": sum_of(view.migrants for view in views),
        "above_scale": shown(sum(view.above_scale for view in views)),
    }
