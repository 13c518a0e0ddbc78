"""The two lists by which unions collect their members and organisations: columns, widths, words.

Widths are those that the forms' own files hold. The words of the drop-downs are the forms' too,
but for what is wrong there: an industry that stands twice, 离休 missing, 僳僳族 for 傈僳族.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from models import codes
from models.errors import Problem
from models.fields import Choice
from models.lists.kinds import Given, Slot
from models.records.base import Record
from models.records.members import Member, MemberChange
from models.records.unions import Union
from models.records.units import Unit

# The sheet of the forms that holds what their longest drop-downs offer.
WORD_LISTS = "下拉菜单表"
AGRICULTURAL, OTHER_HOUSEHOLD = "农业户口", "非农业户口"
OTHER_INDUSTRY = "其它"
_ENTERPRISES = (
    *("国有企业", "集体企业", "股份合作企业", "联营企业", "国有独资公司", "其他有限责任公司"),
    *("国有控股公司", "其他股份有限公司", "私营企业", "其他内资企业", "港澳台商投资企业"),
    *("外商投资企业", "财政拨款的事业单位", "其他事业单位", "机关", "个体经济组织", "社会团体"),
    *("民办非企业单位", "基金会", "其他组织"),
)
_INDUSTRIES = (
    *("农、林、牧、渔业", "采矿业", "制造业", "电力、热力、燃气及水的生产和供应业", "建筑业"),
    *("交通运输、仓储业和邮政业", "信息传输、计算机服务和软件业", "批发和零售业"),
    *("住宿、餐饮业", "金融、保险业", "房地产业", "租赁和商务服务业"),
    *("科学研究、技术服务和地质勘查业", "水利、环境和公共设施管理业", "居民服务和其他服务业"),
    *("教育", "卫生、社会保障和社会服务业", "文化、体育、娱乐业"),
    *("综合（含投资类、主业不明显）", OTHER_INDUSTRY),
)
# Offices and international bodies, of which the form's list of industries says nothing.
_WITHOUT_INDUSTRY = ("S", "T")
_UNION_TYPES = ("独立基层工会", "联合基层工会", "工会联合会", "产业（系统）工会", "总工会")
_CHANGES = ("入会", "转入", "保留", "转出", "除名", "退会")
_REASONS = (
    *("劳动（工作）关系发生变化", "在本单位下岗后待岗", "失业", "所在企业破产"),
    *("个人要求退会", "因犯罪被开除会籍"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """A column of a form; without a slot it counts the rows.

    `words` are what its drop-down offers; `ending` offers all words of the code table that end so.
    `is_from_office` offers what the office file holds in that field.
    """

    heading: str
    width: float
    slot: Slot | None = None
    words: tuple[str, ...] = ()
    ending: str | None = None
    group: str = ""
    is_from_office: bool = False

    @property
    def offered(self) -> tuple[str, ...]:
        """Return the words of the drop-down; none where anything may be written."""
        if self.ending is None:
            return self.words
        return tuple(line.name for line in self._table.lines if line.name.endswith(self.ending))

    def word_for(self, code: str) -> str:
        """Return the form's word for a code; the code table's own where the form has none."""
        return self._words_by_code.get(code) or self._table.label(code)

    def has_word_for(self, code: str) -> bool:
        """Whether the form's drop-down offers a word for a code."""
        return code in self._words_by_code

    def says_the_same(self, code: str, other: str) -> bool:
        """Whether the form shows two codes by one word, so that it cannot tell them apart."""
        words = self._words_by_code
        return code in words and words[code] == words.get(other)

    @property
    def _table(self) -> codes.CodeTable:
        assert self.slot is not None
        assert isinstance(self.slot.field, Choice)
        return codes.table(self.slot.field.codes)

    @property
    def _words_by_code(self) -> Mapping[str, str]:
        return _words_by_code(self._table.name, self.offered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What stands in the line for signatures, over these columns; `{}` is filled in."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialForm:
    """One form: how it is called, what stands above and below it, and its columns."""

    name: str
    title: str
    annex: str
    kind: str
    measure: str
    columns: tuple[FormColumn, ...]
    signatures: tuple[Signature, ...]
    note: str
    margins: tuple[float, float, float, float]

    @property
    def label(self) -> str:
        """Return the name by which the clerk chooses the form."""
        return f"{self.title}（官方{len(self.columns)}列）"

    @property
    def header_rows(self) -> int:
        """Return how many rows its headings take."""
        return 2 if any(one.group for one in self.columns) else 1

    def column_of(self, slot: Slot) -> FormColumn | None:
        """Return the column that shows a field."""
        return next((one for one in self.columns if one.slot == slot), None)


def official_form(name: str) -> OfficialForm:
    """Return the form of that name; Problem names them all."""
    found = next((one for one in FORMS if one.name == name), None)
    if found is None:
        known = "、".join(f"{one.name}（{one.label}）" for one in FORMS)
        raise Problem(f"没有“{name}”这种官方表", f"可以是：{known}。")
    return found


def keep_finer(form: OfficialForm, given: Given, known: Record) -> None:
    """Take out of a row what the form cannot say as finely as the register knows it."""
    for column in form.columns:
        slot = column.slot
        if slot is None or not column.offered or not isinstance(known, slot.record_type):
            continue
        said, kept = given.get(slot.name), getattr(known, slot.name)
        if said and kept and said != kept and column.says_the_same(str(said), kept):
            del given[slot.name]


@cache
def _words_by_code(table: str, words: tuple[str, ...]) -> Mapping[str, str]:
    """Return the form's word for each code that it can say."""
    known = codes.table(table)
    if table == "household":
        rural = known.codes_where("is_rural")
        return {
            one.code: AGRICULTURAL if one.code in rural else OTHER_HOUSEHOLD for one in known.lines
        }
    found = {known.read(word).value: word for word in words}
    if table == "industry_section":
        found |= dict.fromkeys(_WITHOUT_INDUSTRY, OTHER_INDUSTRY)
    return found


def _member(
    heading: str,
    width: float,
    name: str = "",
    words: tuple[str, ...] = (),
    *,
    ending: str | None = None,
) -> FormColumn:
    slot = Slot(Member, name) if name else None
    return FormColumn(heading=heading, width=width, slot=slot, words=words, ending=ending)


def _change(heading: str, width: float, name: str, words: tuple[str, ...] = ()) -> FormColumn:
    return FormColumn(heading=heading, width=width, slot=Slot(MemberChange, name), words=words)


MEMBERS = OfficialForm(
    name="official-members",
    title="会员信息采集表",
    annex="附件二",
    kind="member",
    measure="人",
    columns=(
        _member("序号", 4.109375),
        _member("姓名", 5.44140625, "name"),
        _member("性别", 4.77734375, "sex", ("男", "女")),
        _member("出生日期", 12, "birth"),
        _member("民族", 12.77734375, "nation", ending="族"),
        _member("就业状况", 5, "work_status", ending=""),
        _member("有效证件类别", 6.77734375, "id_type", ("居民身份证",)),
        _member("证件号码", 10.44140625, "id_no"),
        _member("学历", 5.109375, "education", ending=""),
        _member("技术等级", 5.109375, "tech_level", ending=""),
        _member("移动电话", 8.77734375, "mobile"),
        _member("户籍类型", 4.6640625, "household", (AGRICULTURAL, OTHER_HOUSEHOLD)),
        _member("户籍所在地", 5.77734375, "domicile"),
        _change("会籍变化类型", 6.77734375, "kind", _CHANGES),
        _change("会籍变化日期", 13.44140625, "changed_on"),
        _change("会籍变化原因", 8, "reason", _REASONS),
        _member("政治面貌", 5.33203125, "politics", ending=""),
        _member("工作单位", 7.44140625, "unit_name"),
        _member("籍贯", 4, "native_place"),
        _member("是否农民工会员", 11.109375, "is_migrant", ("是", "否")),
    ),
    signatures=(
        Signature(first=0, last=10, text="填表单位（盖章）：{filler}"),
        Signature(first=11, last=19, text="单位负责人（签字）："),
    ),
    note=(
        "填表说明：1.本表各项均为必填项；2.日期按年/月/日填写，如1990/05/01；"
        "3.工作单位填写单位全称；4.证件号码、移动电话的格子已设为文本，请不要改成数字。"
    ),
    margins=(0.26, 0.23, 1.1, 1.02),
)


def _of_unit(
    heading: str,
    width: float,
    slot: Slot,
    words: tuple[str, ...] = (),
    *,
    ending: str | None = None,
    is_from_office: bool = False,
) -> FormColumn:
    return FormColumn(
        heading=heading,
        width=width,
        slot=slot,
        words=words,
        ending=ending,
        group="工会组织所在单位信息",
        is_from_office=is_from_office,
    )


def _of_union(heading: str, width: float, name: str, words: tuple[str, ...] = ()) -> FormColumn:
    return FormColumn(
        heading=heading, width=width, slot=Slot(Union, name), words=words, group="工会组织信息"
    )


UNIONS = OfficialForm(
    name="official-unions",
    title="工会组织信息采集表",
    annex="附件一",
    kind="union_org",
    measure="家",
    columns=(
        FormColumn(heading="序号", width=4.44140625),
        _of_unit("单位名称", 7.77734375, Slot(Union, "unit_name")),
        _of_unit("单位法人和其他组织统一社会信用代码", 17.44140625, Slot(Unit, "credit_code")),
        _of_unit("单位地址", 9.109375, Slot(Unit, "address")),
        _of_unit("单位所在政区", 15.33203125, Slot(Unit, "region"), is_from_office=True),
        _of_unit("单位性质类别", 7.109375, Slot(Unit, "unit_nature"), _ENTERPRISES),
        _of_unit("经济类型", 7.44140625, Slot(Unit, "economic_type"), ending=""),
        _of_unit("单位所属行业", 10.33203125, Slot(Unit, "industry"), _INDUSTRIES),
        _of_unit("职工人数", 8.33203125, Slot(Union, "workers_total")),
        _of_union("工会名称", 7.109375, "name"),
        _of_union("工会法人统一社会信用代码", 23.109375, "credit_code"),
        _of_union("上级工会名称", 7.77734375, "parent_name"),
        _of_union("建会日期\n（格式：yyyy/MM/dd）", 15.6640625, "founded_on"),
        _of_union("基层工会类型", 8.109375, "org_type", _UNION_TYPES),
        _of_union("会员人数", 8.109375, "members_total"),
        _of_union("工会负责人（法定代表人）", 6.77734375, "chair"),
        _of_union("联系电话", 8.109375, "phone"),
    ),
    signatures=(
        Signature(first=0, last=3, text="填表单位（盖章）：{filler}"),
        Signature(first=4, last=8, text="单位负责人（签字）："),
        Signature(first=9, last=12, text="信息采集人（签字）："),
        Signature(first=13, last=16, text="填报日期：{day}"),
    ),
    note=(
        "填表说明：1.本表各项均为必填项，按单位和工会统一社会信用代码证书上的项目填写；"
        "2.工会负责人填工会法定代表人；3.建会日期按年/月/日填写，如2024/03/05。"
    ),
    margins=(0.23, 0.17, 1.1, 0.9),
)
FORMS: tuple[OfficialForm, ...] = (UNIONS, MEMBERS)
