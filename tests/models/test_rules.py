"""Each check speaks when it should and is silent when it should be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.records import BY_TABLE, RECORDS
from models.records.bargaining import Campaign, CampaignStep, Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document, Target
from models.records.town import Town
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.rules import checking
from models.store import Store
from models.values.dates import PartialDate

JAN, MAY, OCT = date(2024, 1, 5), date(2024, 5, 6), date(2024, 10, 7)
UNIT = Unit(name="甲厂", credit_code="91370399MAQH00018Y", carrier_type="01")
YEAR = UnitYear(unit=1, as_of=MAY, workers_total=10, workers_female=10, workers_migrant=10)
BATCH = MaintenanceBatch(title="批", year=2024, issued_on=MAY, due_on=MAY, closed_on=MAY)
ITEM = MaintenanceItem(
    batch=1,
    preset_name="甲厂",
    is_preset=True,
    result="1",
    done_on=PartialDate(2024, 5, 6),
    uploaded_on=MAY,
)
UNION = Union(
    name="甲工会",
    org_type="10",
    founded_on=PartialDate(2020),
    credit_code="81370399MAQH000181",
    workers_total=10,
    workers_female=10,
    workers_migrant=10,
    members_total=10,
    members_female=10,
    status="established",
)
COVERED = UnionUnit(
    union=1,
    unit_name="甲店",
    workers_total=5,
    members_total=5,
    joined_on=PartialDate(2024),
    left_on=JAN,
)
TERM = UnionTerm(
    union=1,
    session_no=1,
    elected_on=date(2024, 2, 29),
    years="3",
    expires_on=date(2027, 2, 28),
    extended_to=date(2027, 2, 28),
)
ISSUED = IssuedItem(
    union_name="甲工会", item="1", quantity=1, made_on=MAY, issued_on=MAY, returned_on=MAY
)
CAMPAIGN = Campaign(
    title="协商",
    year=2024,
    scope="3",
    started_on=MAY,
    ended_on=MAY,
    denominator_basis="5",
    denominator_manual=3,
    denominator_note="县里核定",
)
CONTRACT = Contract(
    unit_name="甲厂",
    kind="2",
    signed_on=MAY,
    valid_from=MAY,
    valid_to=date(2027, 5, 6),
    filed_on=MAY,
    effective_on=MAY,
    published_on=MAY,
    ended_on=MAY,
)
COVERAGE = Coverage(
    unit_name="甲厂",
    year=2024,
    workers_total=9,
    workers_covered=9,
    workers_female=9,
    sealed_on=MAY,
    left_on=MAY,
)
DEMOCRACY = DemocracyYear(
    unit_name="甲厂", year=2024, has_disclosure=True, has_column=True, score=Decimal(100)
)
TARGET = Target(indicator="建会", year=2024, target=Decimal("0.5"), figure="unions_new")
DOCUMENT = Document(doc_no="空谷镇工发〔2024〕5号", issued_on=MAY, kind="1", title="通知")
CERTIFICATE = Certificate(
    number="2024-001", kind="1", holder_kind="1", holder="名" * 20, honour="先进", awarded_on=MAY
)
TOWN = Town(
    name="空谷镇", union_name="总工会", parent_union="县总", year=2024, doc_prefix="空谷镇工发"
)

# A record without any finding, what is changed in it, and the finding that this brings.
CASES: Sequence[tuple[Record, dict[str, Any], tuple[str, str, str]]] = (
    (UNIT, {"name": ""}, ("error", "name", "请填写单位名称")),
    (UNIT, {"credit_code": ""}, ("warn", "credit_code", "信用代码")),
    (
        replace(UNIT, operating_status="2", planned_union_on=PartialDate(2025)),
        {"operating_status": "6"},
        ("warn", "planned_union_on", "已不再经营"),
    ),
    (YEAR, {"workers_female": 11}, ("error", "workers_female", "女职工11人大于职工人数10人")),
    (YEAR, {"workers_migrant": 11}, ("error", "workers_migrant", "农民工11人大于职工人数10人")),
    (YEAR, {"as_of": None}, ("error", "as_of", "请填写截止日期")),
    (BATCH, {"due_on": JAN}, ("error", "due_on", "早于下发日期")),
    (BATCH, {"closed_on": JAN}, ("error", "closed_on", "早于下发日期")),
    (ITEM, {"done_on": None, "uploaded_on": None}, ("warn", "done_on", "没有维护日期")),
    (ITEM, {"result": ""}, ("warn", "result", "不计入已维护")),
    (ITEM, {"uploaded_on": JAN}, ("error", "uploaded_on", "早于维护日期")),
    (ITEM, {"result": "5"}, ("error", "result", "预置单位不能登记为")),
    (UNION, {"members_total": 11}, ("warn", "members_total", "会员11人多于职工10人")),
    (UNION, {"members_female": 11}, ("error", "members_female", "女会员11人大于会员人数10人")),
    (UNION, {"workers_female": 11}, ("error", "workers_female", "11人大于职工人数10人")),
    (UNION, {"workers_migrant": 11}, ("error", "workers_migrant", "11人大于职工人数10人")),
    (UNION, {"credit_code": "91370399MAQH00018Y"}, ("warn", "credit_code", "以81开头")),
    (UNION, {"status": "revoked"}, ("warn", "ended_on", "要填撤销日期")),
    (COVERED, {"members_total": 6}, ("warn", "members_total", "会员6人多于职工5人")),
    (COVERED, {"joined_on": PartialDate(2024, 2)}, ("error", "left_on", "早于加入日期")),
    (TERM, {"expires_on": date(2027, 2, 27)}, ("warn", "expires_on", "2027-02-28届满")),
    (TERM, {"expires_on": date(2024, 2, 29)}, ("error", "expires_on", "应晚于选举日期")),
    (TERM, {"extended_to": date(2027, 2, 27)}, ("error", "extended_to", "早于届满日期")),
    (ISSUED, {"made_on": OCT}, ("error", "issued_on", "早于制作日期")),
    (ISSUED, {"returned_on": JAN}, ("error", "returned_on", "早于发放日期")),
    (CAMPAIGN, {"ended_on": JAN}, ("error", "ended_on", "早于开始日期")),
    (CAMPAIGN, {"denominator_manual": None}, ("error", "denominator_manual", "填写分母家数")),
    (CAMPAIGN, {"denominator_note": ""}, ("warn", "denominator_note", "写明理由")),
    (CONTRACT, {"valid_to": JAN}, ("error", "valid_to", "2024-01-05早于有效期起2024-05-06")),
    (CONTRACT, {"valid_to": date(2027, 5, 7)}, ("warn", "valid_to", "1至3年")),
    *(
        (CONTRACT, {name: JAN}, ("warn", name, "早于签订日期"))
        for name in ("filed_on", "effective_on", "published_on", "ended_on")
    ),
    (COVERAGE, {"workers_covered": 10}, ("error", "workers_covered", "覆盖职工10人大于职工数9人")),
    (COVERAGE, {"workers_female": 10}, ("error", "workers_female", "女职工10人大于职工数9人")),
    (COVERAGE, {"left_on": JAN}, ("error", "left_on", "早于确认日期")),
    (DEMOCRACY, {"has_disclosure": False}, ("warn", "has_disclosure", "没有勾选厂务公开")),
    (DEMOCRACY, {"score": Decimal("100.1")}, ("warn", "score", "超过100分")),
    (TARGET, {"target": Decimal(0)}, ("error", "target", "应大于0")),
    (TARGET, {"figure": ""}, ("warn", "figure", "没有对应数字")),
    (DOCUMENT, {"doc_no": "空谷镇工发[2024]5号"}, ("warn", "doc_no", "六角括号")),
    (DOCUMENT, {"doc_no": "空谷镇工发〔2024〕05号"}, ("warn", "doc_no", "序号不补零")),
    (DOCUMENT, {"issued_on": date(2023, 5, 6)}, ("warn", "issued_on", "年份不一致")),
    (CERTIFICATE, {"holder": "名" * 21}, ("error", "holder", "最多20个字")),
    (TOWN, {"doc_prefix": ""}, ("warn", "doc_prefix", "没有发文代字")),
)
WHOLE = {type(record): record for record, _, _ in CASES}


def told(record: Record, store: Store) -> list[tuple[str, str, str]]:
    return [(one.level, one.field, one.text) for one in checking.check(record, store)]


@pytest.mark.parametrize(
    "record", {repr(one): one for one, _, _ in CASES}.values(), ids=lambda one: one.about.table
)
def test_a_record_in_order_has_no_findings(store: Store, record: Record) -> None:
    assert told(record, store) == []


@pytest.mark.parametrize(
    ("record", "changed", "finding"),
    CASES,
    ids=[
        f"{record.about.table}-{'-'.join(changed)}-{n}"
        for n, (record, changed, _) in enumerate(CASES)
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    store: Store, record: Record, changed: dict[str, Any], finding: tuple[str, str, str]
) -> None:
    level, field, words = finding

    found = told(replace(record, **changed), store)

    assert [one for one in found if one[:2] == (level, field) and words in one[2]]


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_an_empty_record_says_only_what_must_be_filled_in(
    store: Store, record_type: type[Record]
) -> None:
    errors = [one for one in told(record_type(), store) if one[0] == "error"]

    assert errors
    assert all(text.startswith("请填写") for _, _, text in errors)


def test_a_joint_union_with_one_unit_or_too_many_is_doubted(store: Store) -> None:
    with store.change("新增联合工会"):
        union = store.save(replace(UNION, org_type="20"))
    assert "应有两个以上涵盖单位" in told(union, store)[0][2]

    with store.change("新增涵盖单位"):
        for number in range(10):
            store.save(UnionUnit(union=union.id, unit_name=f"{number}店"))
    assert told(union, store) == []

    with store.change("新增涵盖单位"):
        store.save(UnionUnit(union=union.id, unit_name="十一店"))
    assert "涵盖11个单位" in told(union, store)[0][2]


def test_a_joint_union_that_is_new_has_no_units_to_doubt(store: Store) -> None:
    assert told(replace(UNION, org_type="20"), store) == []


def test_a_step_outside_its_campaign_is_doubted(store: Store) -> None:
    with store.change("新增行动"):
        campaign = store.save(replace(CAMPAIGN, started_on=JAN, ended_on=MAY))
    step = CampaignStep(campaign=campaign.id, step="1", acted_on=MAY, content="调研")

    assert told(step, store) == []
    assert told(replace(step, acted_on=OCT), store) == [
        ("warn", "acted_on", "日期不在协商行动的起止日期之内")
    ]


@pytest.mark.parametrize(
    ("kept", "level", "field"),
    [
        (DOCUMENT, "warn", "doc_no"),
        (CERTIFICATE, "error", "number"),
        (Unit(name="甲厂", credit_code="91370399MACRT4G555"), "error", "credit_code"),
        (Unit(name="甲厂"), "warn", "name"),
        (UNION, "error", "name"),
    ],
)
def test_what_is_there_already_is_told_when_it_is_typed_again(
    store: Store, kept: Record, level: str, field: str
) -> None:
    with store.change("登记"):
        saved = store.save(kept)

    def taken(record: Record) -> list[tuple[str, str]]:
        findings = checking.check_entry(record, store)
        return [(one.level, one.field) for one in findings if "与此相同" in one.text]

    assert taken(saved) == []
    assert taken(replace(saved, id=None)) == [(level, field)]


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        (Unit(industry_division="34"), "industry", "C"),
        (Unit(industry="F", industry_division="34"), "industry", "F"),
        (Unit(unit_nature="170"), "nonpublic", "1"),
        (Unit(unit_nature="500"), "nonpublic", "0"),
        (Unit(unit_nature="500", nonpublic="1"), "nonpublic", "1"),
        (Union(founded_on=PartialDate(2024)), "status", "established"),
        (Union(), "status", ""),
        (Union(founded_on=PartialDate(2024), status="revoked"), "status", "revoked"),
        (UnionTerm(elected_on=date(2024, 2, 29), years="5"), "expires_on", date(2029, 2, 28)),
        (UnionTerm(elected_on=MAY, years="3", expires_on=OCT), "expires_on", OCT),
        (UnionTerm(elected_on=MAY), "expires_on", None),
        (Contract(signed_on=MAY), "valid_from", MAY),
        (Contract(signed_on=MAY, valid_from=OCT), "valid_from", OCT),
        (Target(indicator="建会任务"), "figure", "unions_new"),
        (Target(indicator="文体活动"), "figure", ""),
        (Target(indicator="建会任务", figure="cb_rate"), "figure", "cb_rate"),
        (Document(kind="5", title="关于同意成立甲工会的批复"), "matter", "1"),
        (Document(kind="5", title="关于同意组建甲厂工会委员会的批复"), "matter", "1"),
        (Document(kind="5", title="关于甲工会换届的批复"), "matter", "2"),
        (Document(kind="5", title="关于成立甲工会选举结果的批复"), "matter", "3"),
        (Document(kind="5", title="关于同意甲厂建会的批复"), "matter", "1"),
        (Document(kind="5", title="关于同意成立甲工会委员会、女职工委员会的批复"), "matter", "1"),
        (Document(kind="5", title="关于同意成立甲工会女职工委员会的批复"), "matter", ""),
        (Document(kind="5", title="关于成立甲工会委员会经费审查委员会的批复"), "matter", ""),
        (Document(kind="5", title="关于经费的批复"), "matter", ""),
        (Document(kind="1", title="关于同意成立甲工会的通知"), "matter", ""),
        (Document(kind="5", title="关于同意成立甲工会的批复", matter="9"), "matter", "9"),
    ],
)
def test_blanks_that_follow_from_the_rest_are_filled_and_nothing_else(
    record: Record, name: str, value: object
) -> None:
    filled = checking.complete(record)

    assert getattr(filled, name) == value
    assert replace(filled, **{name: getattr(record, name)}) == record


def test_every_checked_record_is_made_in_a_test() -> None:
    tests = "".join(one.read_text("utf-8") for one in Path(__file__).parents[1].rglob("*.py"))
    checked = {*checking.CHECKS, *checking.CHECKS_ACROSS}

    untried = [table for table in sorted(checked) if f"{BY_TABLE[table].__name__}(" not in tests]

    assert untried == []
