"""Lists of units, unions, covered units and what was issued to unions."""

from models.lists.frames import Frame
from models.lists.kinds import UNIT_CODE, Draft, Others, Part, Repeat, Say, SheetType, Slot
from models.lists.union_rows import CHAIR_SLOTS, COVERED, UNIT_SLOTS, with_unit_and_chair
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear

FROM_A_LIST = "5"
PRESET = "1"
NOT_PRESET = "5"
_VILLAGE, _VILLAGE_ENDINGS = Slot(Unit, "village"), ("村", "社区")


def _asks_year(frame: Frame) -> bool:
    """Whether headcounts or results of the upkeep stand in rows whose year nothing tells."""
    if frame.has(UnitYear) and frame.as_of is None:
        return True
    return frame.has(MaintenanceItem) and frame.year is None


def _lists_presets(frame: Frame) -> bool:
    """Whether each row is a preset company, checked or not: nothing else marks them."""
    return (
        Slot(MaintenanceItem, "result") in frame.mapped
        and Slot(MaintenanceItem, "preset_no") not in frame.mapped
    )


def _with_unit_parts(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    _take_village(frame, found, say)
    counts = others.get(UnitYear, {})
    # A bare 否 under 规上 says nothing that a missing row does not say.
    if any(value is not False for value in counts.values()):
        found.parts.append(
            Part(UnitYear, {**counts, "as_of": frame.as_of}, "unit", {"source": FROM_A_LIST})
        )
    item = others.get(MaintenanceItem, {})
    if not (item or _lists_presets(frame)):
        return
    is_preset = item.get("result") != NOT_PRESET and (
        bool(item.get("preset_no")) or Slot(MaintenanceItem, "preset_no") not in frame.mapped
    )
    given = {**item, "batch": _batch(frame)}
    first = {"preset_name": found.given.get("name", ""), "is_preset": is_preset}
    found.parts.append(Part(MaintenanceItem, given, "unit", first))


def _take_village(frame: Frame, found: Draft, say: Say) -> None:
    """Take the village from the line that stands over the rows of each one."""
    if _VILLAGE not in frame.mapped and frame.group.endswith(_VILLAGE_ENDINGS):
        found.given[_VILLAGE.name] = frame.group
        say(_VILLAGE, "fix", f"按上面一行“{frame.group}”登记所在村")


def _batch(frame: Frame) -> int:
    """Return the batch of a sheet with maintenance results; a new one is kept with its first row."""
    title = frame.facts.title or frame.sheet
    return frame.shared(MaintenanceBatch, title=title, year=frame.year, source=PRESET)


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=Unit,
        label="单位台账",
        titles=("企业台账", "单位台账", "维护台账", "法人数据库", "企业名录", "单位名录", "村居"),
        needs=("name",),
        speaks=(
            "credit_code",
            "carrier_type",
            "legal_person",
            "village",
            "address",
            "preset_no",
            "result",
        ),
        others=(
            *(
                Slot(UnitYear, name)
                for name in ("workers_total", "workers_female", "workers_migrant", "above_scale")
            ),
            *(
                Slot(MaintenanceItem, name)
                for name in ("preset_no", "result", "done_on", "done_by", "changes", "uploaded_on")
            ),
        ),
        headings={
            Slot(Unit, "name"): (
                "企业",
                "单位(企业)名称",
                "用人单位",
                "用人单位名称",
                "用工单位",
                "厂名",
                "单位详细名称",
                "市场主体名称",
                "个体工商户名称",
            ),
            UNIT_CODE: ("统一代码", "营业执照号", "营业执照号码", "社会统一信用代码"),
            Slot(Unit, "legal_person"): (
                "法人姓名",
                "法定代表人姓名",
                "负责人姓名",
                "企业法人",
                "法人代表人",
                "主要负责人",
                "老板",
                "经营者",
                "业主",
                "主任",
                "村主任",
                "社区主任",
                "书记",
                "村(居)主任",
            ),
            Slot(Unit, "phone"): (
                "负责人电话",
                "固定电话",
                "单位电话",
                "企业电话",
                "座机",
                "联系手机",
            ),
            Slot(Unit, "village"): ("所在村居", "村(居)", "行政村", "村名", "村庄", "村社区"),
            Slot(Unit, "address"): ("生产经营地址", "企业地址", "厂址"),
            Slot(UnitYear, "workers_total"): (
                "用工人数",
                "用工总数",
                "员工人数",
                "员工数",
                "职工",
                "从业人员",
                "从业人员数",
                "在职职工",
                "在职人数",
                "现有职工数",
                "用工规模",
            ),
            Slot(UnitYear, "workers_female"): ("女性", "女员工", "女工"),
            Slot(Unit, "carrier_type"): ("性质类别", "组织类别"),
            Slot(MaintenanceItem, "preset_no"): ("预置号", "预置单位序号", "预置单位编号"),
            Slot(MaintenanceItem, "result"): ("核查结果", "维护结论"),
            Slot(MaintenanceItem, "done_by"): ("维护人员", "核实人员", "核查人"),
        },
        repeats=(Repeat(Slot(MaintenanceItem, "done_by"), Slot(MaintenanceItem, "done_on")),),
        maker=_with_unit_parts,
        asks_year=_asks_year,
    ),
    SheetType(
        record=Union,
        label="工会组织信息采集表",
        titles=("工会组织", "基层工会"),
        needs=("name",),
        speaks=("founded_on", "org_type", "chair", "members_total", "parent_name"),
        others=(*UNIT_SLOTS, *CHAIR_SLOTS, COVERED),
        headings={
            UNIT_CODE: (
                "单位法人和其他组织统一社会信用代码",
                "单位统一社会信用代码",
                "所在单位统一社会信用代码",
            ),
            Slot(Union, "credit_code"): (
                "工会法人和其他组织统一社会信用代码",
                "工会组织统一社会信用代码",
            ),
            Slot(Union, "name"): ("工会全称", "工会组织名称", "基层工会全称", "工会组织全称"),
            Slot(Union, "unit_name"): ("所属单位", "所在企业", "所属企业", "企业全称", "建会企业"),
            Slot(Union, "org_type"): (
                "工会形式",
                "工会类别",
                "组建形式",
                "建会类型",
                "工会组织形式",
                "工会性质",
                "建会性质",
                "类型",
            ),
            Slot(Union, "founded_on"): (
                "组建日期",
                "组建时间",
                "批准成立日期",
                "批复时间",
                "建立工会时间",
                "成立工会时间",
                "建会年月",
                "建立时间",
            ),
            Slot(Union, "members_total"): ("会员数量", "工会会员", "入会人数", "工会会员人数"),
            Slot(Union, "workers_total"): ("职工数量", "员工人数"),
            # As a group 职工人数 over 总数 and 其中：女 is read.
            **{
                Slot(Union, f"{who}_female"): tuple(
                    f"{group}{words}"
                    for group in (f"{people}人数", f"{people}数", f"{people}总数", people)
                    for words in ("女", "其中女", "其中:女", "女性", "其中女性")
                )
                for who, people in (("workers", "职工"), ("members", "会员"))
            },
            Slot(Union, "chair"): (
                "负责人",
                "工会主席姓名",
                "工会主席（负责人）",
                "主席（负责人）",
            ),
            COVERED: ("覆盖单位", "覆盖企业", "成员单位", "所辖单位", "所辖企业"),
            **{
                slot: (f"主席{slot.field.label}", f"工会主席{slot.field.label}")
                for slot in CHAIR_SLOTS
            },
        },
        links_by_maker=("unit",),
        maker=with_unit_and_chair,
    ),
    SheetType(
        record=UnionUnit,
        label="联合工会涵盖单位",
        titles=("涵盖单位", "涵盖企业"),
        needs=("union", "unit_name"),
        speaks=("joined_on", "members_total", "workers_total", "contact"),
        others=(UNIT_CODE,),
        headings={
            Slot(UnionUnit, "union"): ("所属联合工会", "所属工会", "联合工会全称"),
            Slot(UnionUnit, "unit_name"): ("覆盖单位", "覆盖企业", "成员单位", "涵盖单位全称"),
            Slot(UnionUnit, "joined_on"): ("入会日期", "纳入日期", "纳入时间"),
            Slot(UnionUnit, "members_total"): ("入会人数", "入会会员"),
            Slot(UnionUnit, "contact"): ("单位负责人", "企业负责人", "负责人姓名"),
        },
        repeats=(Repeat(Slot(UnionUnit, "union"), Slot(UnionUnit, "unit_name"), is_told=True),),
    ),
    SheetType(
        record=IssuedItem,
        label="印章门牌发放登记",
        titles=("印章", "门牌", "牌匾", "公章"),
        needs=("union_name", "item"),
        speaks=("quantity", "issued_on", "received_by", "made_on"),
        headings={
            Slot(IssuedItem, "union_name"): ("领用单位", "基层工会", "使用单位", "工会组织名称"),
            Slot(IssuedItem, "item"): ("物品名称", "种类", "类别"),
            Slot(IssuedItem, "quantity"): ("件数", "枚数", "个数"),
            Slot(IssuedItem, "received_by"): ("领用人", "签收人"),
        },
    ),
)
