"""Disclosures, congresses, proposals and harmonious enterprises: rules, life, figures and lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.base import Record
from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import Disclosure, Harmony
from models.records.local import LocalRule
from models.records.units import Unit
from models.rules import checking
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate

DAY, LATER = PartialDate(2024, 3, 4), PartialDate(2024, 5, 6)
DISCLOSURE = Disclosure(
    unit_name="甲厂",
    item="13",
    title="社保缴纳",
    way="2",
    started_on=date(2024, 3, 4),
    ended_on=date(2024, 3, 10),
)
CONGRESS = Congress(
    unit_name="甲厂",
    session="三届二次",
    held_on=DAY,
    should_attend=30,
    attended=28,
    frontline=16,
    women=9,
    managers=5,
    material_on=PartialDate(2024, 2, 20),
    term_from=PartialDate(2022, 3),
    term_to=PartialDate(2025, 2),
    satisfied=20,
)
REGIONAL = replace(CONGRESS, unit_name="", region="东片")
PROPOSAL = Proposal(
    congress=1,
    proposal_no="1",
    proposed_on=DAY,
    person_name="某甲",
    title="修路灯",
    verdict="1",
    department="行政部",
    due_on=LATER,
)
HARMONY = Harmony(
    unit_name="甲厂",
    year=2024,
    status="4",
    applied_on=DAY,
    named_on=LATER,
    valid_to=PartialDate(2027, 5, 5),
)
Bring = Callable[[Sequence[Sequence[object]]], ImportResult]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    """Write rows into a workbook and import it."""

    def write(rows: Sequence[Sequence[object]]) -> ImportResult:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in rows:
            page.append(list(row))
        path = tmp_path / "名单.xlsx"
        book.save(path)
        return commit_import(store, plan_import(store, path))

    return write


def keep(store: Store, *records: Record) -> list[Any]:
    with store.change("登记"):
        return [store.save(one) for one in records]


def follow_rules_of(store: Store, region: str) -> None:
    keep(store, replace(store.town(), rule_region=region))


def told(record: Record, store: Store) -> list[tuple[str, str, str]]:
    return [(one.level, one.field, one.text) for one in checking.check(record, store)]


def value(store: Store, code: str, year: int = 2024, as_of: date | None = None) -> object:
    return compute(store, year_period(year, as_of))[code].value


@pytest.mark.parametrize(
    "record", [DISCLOSURE, CONGRESS, PROPOSAL, HARMONY], ids=lambda one: one.about.table
)
def test_records_in_order_have_no_findings(store: Store, record: Record) -> None:
    assert told(record, store) == []


@pytest.mark.parametrize(
    ("record", "changed", "level", "field", "words"),
    [
        (DISCLOSURE, {"ended_on": date(2024, 3, 1)}, "error", "ended_on", "早于公开日期"),
        (DISCLOSURE, {"replied_on": date(2024, 3, 1)}, "error", "replied_on", "早于公开日期"),
        (CONGRESS, {"unit_name": ""}, "error", "unit_name", "区域"),
        (CONGRESS, {"attended": 31}, "error", "attended", "多于应到代表30人"),
        (CONGRESS, {"women": 31}, "error", "women", "多于应到代表30人"),
        (CONGRESS, {"attended": 19}, "warn", "attended", "不足应到30人的2/3"),
        (CONGRESS, {"attended": None}, "warn", "attended", "不能核对"),
        (CONGRESS, {"satisfied": 29}, "warn", "satisfied", "29票"),
        (CONGRESS, {"material_on": LATER}, "error", "material_on", "晚于召开日期"),
        (CONGRESS, {"material_on": PartialDate(2024, 3, 1)}, "warn", "material_on", "提前7日"),
        (CONGRESS, {"term_to": PartialDate(2021)}, "error", "term_to", "早于本届起"),
        (CONGRESS, {"term_to": PartialDate(2023, 2)}, "warn", "term_to", "不少于3年"),
        (CONGRESS, {"term_to": PartialDate(2028, 2)}, "warn", "term_to", "不超过5年"),
        (PROPOSAL, {"department": ""}, "warn", "department", "承办部门"),
        (PROPOSAL, {"due_on": None}, "warn", "due_on", "办理期限"),
        (PROPOSAL, {"done_on": PartialDate(2023)}, "error", "done_on", "早于提案日期"),
        (PROPOSAL, {"done_on": PartialDate(2024, 6)}, "warn", "done_on", "超过办理期限"),
        (HARMONY, {"self_score": Decimal(101)}, "error", "self_score", "0到100"),
        (HARMONY, {"named_on": PartialDate(2023)}, "error", "named_on", "早于申报日期"),
        (HARMONY, {"valid_to": DAY}, "error", "valid_to", "早于命名日期"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field(
    store: Store, record: Record, changed: dict[str, object], level: str, field: str, words: str
) -> None:
    found = told(replace(record, **changed), store)  # type: ignore[arg-type]

    assert [one for one in found if one[:2] == (level, field) and words in one[2]]


@pytest.mark.parametrize(
    ("region", "record", "field", "words"),
    [
        ("shandong", DISCLOSURE, "ended_on", "不满15天（山东省厂务公开条例"),
        ("chongqing", replace(DISCLOSURE, replied_on=date(2024, 5, 1)), "replied_on", "期限"),
        ("shanghai", replace(CONGRESS, should_attend=29), "should_attend", "代表不足30人"),
        ("zhejiang", replace(REGIONAL, managers=7), "managers", "20%（浙江"),
        ("shanghai", replace(REGIONAL, frontline=14), "frontline", "50%"),
    ],
)
def test_what_only_some_provinces_ask_is_told_there_and_nowhere_else(
    store: Store, region: str, record: Record, field: str, words: str
) -> None:
    assert told(record, store) == []

    follow_rules_of(store, region)

    assert [one for one in told(record, store) if one[:2] == ("warn", field) and words in one[2]]


def test_a_rule_of_the_office_goes_before_its_region(store: Store) -> None:
    follow_rules_of(store, "shandong")
    rule = LocalRule(rule="dm_disclose_days", value="5日", valid_from=date(2020, 1, 1))
    keep(store, rule)

    assert told(DISCLOSURE, store) == []


def test_disclosure_around_a_congress_keeps_its_days(store: Store) -> None:
    follow_rules_of(store, "shandong")
    (congress,) = keep(store, CONGRESS)
    one = replace(DISCLOSURE, congress=congress.id, ended_on=date(2024, 3, 30))

    late = replace(one, started_on=date(2024, 3, 12))
    before = replace(one, before_on=date(2024, 2, 29))

    assert told(one, store) == []
    assert "2024-03-07前公开" in told(late, store)[0][2]
    assert "会前7日公开" in told(before, store)[0][2]


def test_a_matter_of_public_units_is_doubted_in_a_private_one(store: Store) -> None:
    (private,) = keep(store, Unit(name="甲厂", nonpublic="1"))
    (public,) = keep(store, Unit(name="乙厂", nonpublic="0"))
    one = replace(DISCLOSURE, item="22", unit=private.id)

    assert [(level, field) for level, field, _ in told(one, store)] == [("warn", "item")]
    assert told(replace(one, unit=public.id), store) == []


def test_a_matter_passes_with_more_than_half_of_all_delegates(store: Store) -> None:
    (congress,) = keep(store, CONGRESS)
    vote = CongressVote(congress=congress.id, matter="工资合同", agreed=16, opposed=5, abstained=7)

    assert told(vote, store) == []
    assert "没有超过全体代表30人的半数" in told(replace(vote, agreed=15), store)[0][2]
    assert told(replace(vote, agreed=17), store)[0][:2] == ("error", "agreed")


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        (CONGRESS, "title", "甲厂三届二次职代会"),
        (REGIONAL, "title", "东片三届二次职代会"),
        (replace(CONGRESS, session="二届一次职工代表大会"), "title", "甲厂二届一次职工代表大会"),
        (replace(CONGRESS, title="年会"), "title", "年会"),
        (Harmony(named_on=DAY), "status", "4"),
        (Harmony(named_on=DAY, status="6"), "status", "6"),
        (Harmony(score_contracts=Decimal(9)), "self_score", None),
    ],
)
def test_blanks_that_follow_from_the_rest_are_filled(
    record: Record, name: str, expected: object
) -> None:
    assert getattr(checking.complete(record), name) == expected


def test_the_own_score_is_the_sum_when_every_part_is_there() -> None:
    parts = ("contracts", "collective", "wages", "insurance", "democracy", "safety", "disputes")
    scores = {f"score_{name}": Decimal("13.5") for name in parts}

    filled = checking.complete(Harmony(**scores))  # type: ignore[arg-type]

    assert filled.self_score == Decimal("94.5")


def test_proposals_stand_in_the_list_of_their_stage_and_are_counted(store: Store) -> None:
    (congress,) = keep(store, CONGRESS)
    one = replace(PROPOSAL, congress=congress.id)
    keep(
        store,
        one,
        replace(one, proposal_no="2", title="乙", done_on=LATER, satisfaction="1"),
        replace(one, proposal_no="3", title="丙", done_on=LATER, satisfaction="3"),
        replace(one, proposal_no="4", title="丁", verdict="2"),
        replace(one, proposal_no="5", title="戊", verdict=""),
        replace(one, proposal_no="6", title="己", proposed_on=PartialDate(2023, 3)),
    )

    day = date(2024, 12, 31)
    stages = [Proposal.about.state_of(each, day) for each in store.all(Proposal)]
    figures = compute(store, year_period(2024))

    assert [each.name for each in stages if each] == [
        *("办理中", "已办结", "已办结", "转建议", "待审查", "办理中"),
    ]
    counted = ("dm_proposals", "dm_proposals_filed", "dm_proposals_done")
    assert [figures[code].value for code in counted] == [5, 3, 2]
    rate = figures["dm_proposal_rate"]
    assert (rate.numerator, rate.denominator, rate.value) == (2, 3, Decimal("66.7"))
    assert figures["dm_proposal_satisfaction"].value == Decimal("50.0")
    assert value(store, "dm_proposals_done", as_of=date(2024, 4, 30)) == 0


def test_congresses_and_disclosures_are_counted_by_their_day(store: Store) -> None:
    (unit,) = keep(store, Unit(name="甲厂"))
    keep(
        store,
        replace(CONGRESS, unit=unit.id),
        replace(CONGRESS, session="三届三次", held_on=LATER),
        REGIONAL,
        replace(CONGRESS, session="三届一次", held_on=PartialDate(2023, 3), material_on=None),
        DISCLOSURE,
        replace(DISCLOSURE, title="评优", unit=unit.id),
        replace(DISCLOSURE, title="上年", started_on=date(2023, 5, 1), ended_on=None),
    )

    codes = ("dm_congresses_held", "dm_congress_units", "dm_disclosures", "dm_disclosing_units")
    assert [value(store, code) for code in codes] == [3, 1, 2, 1]


def test_only_titles_that_still_hold_make_a_harmonious_enterprise(store: Store) -> None:
    keep(
        store,
        HARMONY,
        replace(HARMONY, year=2023, status="5", named_on=PartialDate(2024, 1), applied_on=None),
        replace(HARMONY, unit_name="乙厂", status="6"),
        replace(HARMONY, unit_name="丙厂", status="1", named_on=None, valid_to=None),
        replace(
            HARMONY,
            unit_name="丁厂",
            year=2021,
            applied_on=None,
            named_on=PartialDate(2021, 5),
            valid_to=PartialDate(2024, 4),
        ),
        replace(HARMONY, unit_name="戊厂", valid_to=None),
    )

    stages = {
        one.unit_name: found.name
        for one in store.all(Harmony)
        if (found := Harmony.about.state_of(one, date(2024, 12, 31)))
    }

    assert value(store, "harmony_named") == 2
    assert value(store, "harmony_named", as_of=date(2024, 4, 30)) == 2
    assert value(store, "harmony_applied") == 4
    assert stages == {
        "甲厂": "命名有效",
        "乙厂": "摘牌",
        "丙厂": "创建中",
        "丁厂": "到期",
        "戊厂": "命名有效",
    }


def test_deleting_a_congress_takes_its_votes_and_proposals_along(store: Store) -> None:
    (congress,) = keep(store, CONGRESS)
    vote = CongressVote(congress=congress.id, matter="工资合同", agreed=20)
    keep(store, vote, replace(PROPOSAL, congress=congress.id))

    with store.change("删除职代会"):
        store.delete(congress)

    assert store.count(CongressVote) == store.count(Proposal) == 0


def test_a_list_of_congresses_is_read_and_its_proposals_find_them(
    store: Store, bring: Bring
) -> None:
    keep(store, Unit(name="甲厂"))
    bring(
        [
            ["2024年企业职代会召开情况统计表"],
            [
                "序号",
                "企业名称",
                "届次",
                "召开时间",
                "应到人数",
                "实到人数",
                "其中一线",
                "审议事项",
            ],
            [1, "甲厂", "三届二次", "2024.3.4", 30, 28, 16, "工资专项集体合同"],
            [2, "乙厂", "一届一次", "2024年4月", 40, 41, 20, ""],
        ]
    )
    congresses = store.all(Congress)

    result = bring(
        [
            ["甲厂三届二次职代会提案登记表"],
            ["编号", "提案日期", "案由", "提案人", "附议人", "审查意见", "承办部门", "是否满意"],
            ["01", "2024.3.4", "修路灯", "某甲", "某乙", "立案", "行政部", "满意"],
        ]
    )

    assert [(one.title, one.held_on, one.frontline) for one in congresses] == [
        ("甲厂三届二次职代会", DAY, 16)
    ]
    (proposal,) = store.all(Proposal)
    assert (proposal.congress, proposal.verdict, proposal.satisfaction) == (
        congresses[0].id,
        "1",
        "1",
    )
    assert result.plan.counts["error"] == 0


def test_proposals_of_an_unknown_congress_are_refused(store: Store, bring: Bring) -> None:
    result = bring(
        [
            ["职代会提案汇总表"],
            ["会议名称", "提案日期", "案由", "提案人", "承办部门"],
            ["丙厂一届一次职代会", "2024.3.4", "修路灯", "某甲", "行政部"],
        ]
    )

    assert result.plan.counts["error"] == 1
    assert store.all(Proposal) == []


def test_lists_of_disclosures_and_of_harmony_are_read(store: Store, bring: Bring) -> None:
    keep(store, Unit(name="甲厂"))

    bring(
        [
            ["厂务公开事项登记表"],
            ["单位", "公开事项", "公开内容", "公开形式", "公开时间", "截止日期", "意见数"],
            ["甲厂", "社保", "二季度社保缴纳", "公示栏", "2024-7-1", "2024-7-20", 3],
        ]
    )
    bring(
        [
            ["2024年劳动关系和谐企业名单"],
            ["单位名称", "级别", "创建情况", "命名时间", "有效期至"],
            ["甲厂", "县级", "已命名", "2024年5月", "2027-05"],
        ]
    )

    (disclosure,) = store.all(Disclosure)
    assert (disclosure.item, disclosure.way, disclosure.opinions) == ("13", "2", 3)
    (harmony,) = store.all(Harmony)
    assert (harmony.year, harmony.level, harmony.status) == (2024, "4", "4")
    assert harmony.unit is not None
    assert harmony.unit == disclosure.unit
