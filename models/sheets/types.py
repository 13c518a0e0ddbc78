"""The sheet types that can be read: which record each fills and which columns it knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.fields import Field, Link, Money, Number, fields_of
from models.reading import Reading
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import MaintenanceItem, Unit, UnitYear
from models.values.documents import read_doc_no

Reader = Callable[[str], Reading[str]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that a column can fill: of the sheet's record or of one that comes with it."""

    record_type: type[Record]
    name: str

    @property
    def field(self) -> Field:
        """Return the declared field."""
        return fields_of(self.record_type)[self.name]

    @property
    def repeats_in_merges(self) -> bool:
        """Whether a merged cell says the same for each of its rows; a count does not."""
        return not isinstance(self.field, (Number, Money))


@dataclass(frozen=True, slots=True)
class Repeat:
    """A column whose blank cells mean the same as above, in rows where another one is filled."""

    slot: Slot
    only_with: Slot
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Two days that some lists write into one cell, such as 2024.3.1-2025.2.28."""

    first: Slot
    last: Slot
    headings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SheetType:
    """One kind of list: its record, the other records in its rows, and how it is recognised."""

    record: type[Record]
    label: str
    titles: tuple[str, ...]
    needs: tuple[str, ...]
    speaks: tuple[str, ...] = ()
    others: tuple[Slot, ...] = ()
    headings: Mapping[Slot, tuple[str, ...]] = field(default_factory=dict)
    repeats: tuple[Repeat, ...] = ()
    readers: Mapping[str, Reader] = field(default_factory=dict)
    optional: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def name(self) -> str:
        """Return the name for --as."""
        return self.record.about.table

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Return everything that a column of this sheet may fill, the record's own fields first."""
        own = tuple(
            Slot(self.record, name)
            for name, one in fields_of(self.record).items()
            if not isinstance(one, Link)
        )
        links = tuple(slot for slot in self.headings if slot not in own + self.others)
        return own + self.others + links

    def words(self, slot: Slot) -> tuple[str, ...]:
        """Return every heading under which lists show a slot."""
        return (slot.field.label, *slot.field.headings, *self.headings.get(slot, ()))


UNIT_CODE = Slot(Unit, "credit_code")

SHEET_TYPES: tuple[SheetType, ...] = (
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
    ),
    SheetType(
        record=Union,
        label="工会组织信息采集表",
        titles=("工会组织", "基层工会"),
        needs=("name",),
        speaks=("founded_on", "org_type", "chair", "members_total", "parent_name"),
        others=(
            UNIT_CODE,
            Slot(Unit, "address"),
            Slot(Unit, "region"),
            Slot(Unit, "unit_nature"),
            Slot(Unit, "economic_type"),
            Slot(Unit, "industry"),
        ),
        headings={
            UNIT_CODE: (
                "单位法人和其他组织统一社会信用代码",
                "单位统一社会信用代码",
                "所在单位统一社会信用代码",
            ),
            Slot(Union, "name"): ("工会全称", "工会组织名称", "基层工会全称", "工会组织全称"),
            Slot(Union, "unit_name"): ("所属单位", "所在企业", "所属企业", "企业全称", "建会企业"),
            Slot(Union, "org_type"): (
                "工会形式",
                "工会类别",
                "组建形式",
                "建会类型",
                "工会组织形式",
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
            Slot(Union, "chair"): (
                "负责人",
                "工会主席姓名",
                "工会主席（负责人）",
                "主席（负责人）",
            ),
        },
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
        record=Contract,
        label="集体合同台账",
        titles=("合同台账", "集体合同", "集体协商"),
        needs=("unit_name", "kind", "signed_on", "valid_to"),
        speaks=("valid_from", "workers_covered", "scope", "performance"),
        others=(UNIT_CODE,),
        headings={
            Slot(Contract, "unit_name"): ("企业全称", "单位全称", "用人单位", "单位"),
            Slot(Contract, "kind"): (
                "协议类型",
                "集体合同种类",
                "集体合同类型",
                "合同性质",
                "类别",
                "类型",
            ),
            Slot(Contract, "signed_on"): ("合同签订日期", "合同签订时间", "签约时间"),
            Slot(Contract, "valid_from"): (
                "合同起始日期",
                "有效期开始",
                "开始日期",
                "生效起始日期",
            ),
            Slot(Contract, "valid_to"): (
                "合同终止日期",
                "有效期截止",
                "截止日期",
                "到期日",
                "终止",
                "至",
                "到期时间",
            ),
            Slot(Contract, "workers_covered"): ("覆盖职工人数", "涉及职工人数", "覆盖职工数量"),
            Slot(Contract, "filed_on"): ("备案日期", "报备日期", "报审日期"),
        },
        optional=("valid_from",),
        span=Span(
            Slot(Contract, "valid_from"),
            Slot(Contract, "valid_to"),
            (
                "合同有效期",
                "有效期",
                "有效期限",
                "期限",
                "合同期",
                "合同期限",
                "合同起止日期",
                "起止日期",
                "合同有效期限",
            ),
        ),
    ),
    SheetType(
        record=Coverage,
        label="合同覆盖企业确认表",
        titles=("覆盖企业", "确认表"),
        needs=("unit_name", "workers_covered"),
        speaks=("sealed_on", "worker_delegate", "chair", "credit_code"),
        headings={
            Slot(Coverage, "unit_name"): ("企业全称", "单位全称", "单位"),
            Slot(Coverage, "workers_total"): ("职工总人数", "企业职工数"),
            Slot(Coverage, "workers_covered"): ("覆盖职工人数", "涉及职工", "涉及职工人数"),
            Slot(Coverage, "sealed_on"): ("签章日期", "盖章时间", "签字盖章日期"),
            Slot(Coverage, "worker_delegate"): ("职工方代表", "职工代表姓名", "职工方"),
            Slot(Coverage, "chair"): ("工会负责人", "企业工会主席", "工会主席姓名"),
        },
    ),
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
    SheetType(
        record=Target,
        label="上级任务指标",
        titles=("任务指标", "目标任务", "考核指标", "任务分解"),
        needs=("indicator", "target"),
        speaks=("unit_label", "issued_by", "due_on", "weight"),
        headings={
            Slot(Target, "indicator"): ("考核内容", "任务内容", "工作任务", "指标内容", "项目"),
            Slot(Target, "target"): (
                "计划数",
                "目标任务",
                "目标任务数",
                "任务目标",
                "指标数",
                "年度目标值",
            ),
            Slot(Target, "due_on"): ("完成时间", "完成日期", "要求完成时间"),
            Slot(Target, "issued_by"): ("下达部门", "任务来源"),
        },
        readers={"doc_no": read_doc_no},
    ),
    SheetType(
        record=Document,
        label="发文登记簿",
        titles=("发文",),
        needs=("doc_no", "title", "issued_on"),
        speaks=("kind", "recipients", "copies", "signed_by"),
        headings={
            Slot(Document, "doc_no"): ("文件编号", "发文编号", "文件字号", "字号"),
            Slot(Document, "title"): ("文件名称", "发文标题", "文件题名", "公文标题"),
            Slot(Document, "issued_on"): ("发文时间", "印发时间", "成文时间", "行文日期"),
            Slot(Document, "kind"): ("公文种类", "文件种类", "类别"),
            Slot(Document, "copies"): ("印数", "印制份数"),
        },
        readers={"doc_no": read_doc_no},
        optional=("kind",),
    ),
    SheetType(
        record=Certificate,
        label="证书登记",
        titles=("证书登记", "证书发放"),
        needs=("number", "holder", "honour"),
        speaks=("kind", "awarded_on", "holder_kind", "reason"),
        headings={
            Slot(Certificate, "number"): ("证书号", "证书号码", "荣誉证书编号"),
            Slot(Certificate, "holder"): ("获奖者", "获得者", "受表彰人", "获奖人员"),
            Slot(Certificate, "honour"): ("荣誉名称", "授予称号", "奖项名称"),
            Slot(Certificate, "awarded_on"): ("授予时间", "发证日期", "颁奖日期"),
        },
        readers={"doc_no": read_doc_no},
        optional=("kind", "holder_kind"),
    ),
)
BY_NAME: Mapping[str, SheetType] = {one.name: one for one in SHEET_TYPES}

# Lists whose records come with later versions, by a word that their titles carry.
LATER: Mapping[str, str] = {
    "会员": "会员名册",
    "困难职工": "困难职工档案",
    "结对帮扶": "结对帮扶",
    "安康杯": "安康杯参赛登记",
    "互助保障": "互助保障登记",
    "走访": "走访记录",
    "诉求": "职工诉求",
    "争议案件": "劳动争议案件",
    "个案": "劳动争议案件",
    "竞赛": "劳动竞赛登记",
    "比武": "技能比武登记",
    "合理化建议": "合理化建议",
    "专利": "专利登记",
    "技改": "技改革新登记",
    "技术革新": "技改革新登记",
    "经费": "工会经费台账",
    "收缴": "工会经费台账",
    "上解": "经费上解明细",
    "安全检查": "安全检查记录",
    "培训": "培训班登记",
    "查体": "健康查体汇总",
    "体检": "健康查体汇总",
    "大事记": "大事记",
    "活动登记": "活动登记",
    "调研视察": "调研视察登记",
    "荣誉": "荣誉台账",
    "宣传报道": "宣传报道登记",
    "资料制品": "资料制品登记",
    "劳模": "劳模名册",
}
